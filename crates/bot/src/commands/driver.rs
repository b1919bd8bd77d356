//! `/driver`: how a member drives.

use crate::{
    commands::{attached, prelude::*},
    replies::driver as texts,
};
use api::driving::{DrivingState, MemberRef};

/// Races on one page.
const RACES: u32 = 8;
/// Races in the charts.
const DRAWN: u32 = 30;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, driver);
    dispatch.pages(&DRIVER);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "driver",
    desc = "Races of a member: finishes, laps, incidents and rounds"
)]
struct Driver {
    /// Whose; yours by default
    member: Option<Id<UserMarker>>,
}

const DRIVER: Pages<MemberRef> = Pages {
    action: "driver",
    page: |call, member, position| Box::pin(page(call, *member, position)),
};

async fn driver(call: Call, options: Driver) -> Outcome {
    let member = options.member.map(ToWire::wire);
    let member = member.map_or(MemberRef::ME, MemberRef::from);
    let reply = DRIVER.first(&call, &member).await?;
    // Without races nothing but a text says why.
    if reply.embeds.is_empty() {
        return Ok(reply.into());
    }
    let latest = pages::rows(DRAWN, None);
    let races = call.api.list_member_races(member, &latest).await?;
    let charts = texts::charts(&races.items);
    Ok(attached::charts(&call, reply, texts::DRAWN, charts)
        .await
        .into())
}

async fn page(call: &Call, member: MemberRef, position: Position) -> Result<Reply, Failure> {
    let driving = call.api.get_member_driving(member).await?;
    if driving.state != DrivingState::Shown {
        return Ok(texts::nothing(&driving, member));
    }
    let fetch = async |page| call.api.list_member_races(member, &page).await;
    let races = pages::read(position, RACES, fetch, texts::race).await?;
    let mut reply = races.card(texts::RACES);
    reply.embeds.insert(0, texts::summary(&driving));
    Ok(reply)
}
