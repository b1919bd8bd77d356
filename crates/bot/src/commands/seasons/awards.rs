//! `/award`: prizes that were won, and handing them over.

use crate::{commands::prelude::*, replies::seasons::awards as texts};
use api::{
    Note, UserId,
    points::{Award, AwardState, DeliverAward, ListAwardsQuery},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, award);
    dispatch.list(&AWARDS);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "award", desc = "Prizes that members have won")]
enum AwardCommand {
    #[command(name = "list")]
    List(ListAwards),
    #[command(name = "deliver")]
    Deliver(Deliver),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Prizes that were won, newest first")]
struct ListAwards {
    /// Only prizes in this state
    state: Option<Choice<AwardState>>,
    /// Only prizes of this member
    member: Option<Id<UserMarker>>,
}

impl Choices for AwardState {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("roles", Self::Granted),
        ("to hand over", Self::Waiting),
        ("handed over", Self::Delivered),
        ("taken back", Self::Withdrawn),
    ];
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "deliver", desc = "Note that you have handed a prize over")]
struct Deliver {
    /// Prize
    award: Picked<Award>,
    /// Note, for the record
    note: Option<Text<Note>>,
}

const AWARDS: List<(Option<AwardState>, Option<UserId>), Award> = List {
    action: "awards",
    size: |_| 10,
    rows: |call, &(state, member), page| {
        Box::pin(async move {
            let query = ListAwardsQuery {
                user_id: member,
                everybody: member.is_none().then_some(true),
                state,
                ..pages::at(page)
            };
            call.api.list_awards(&query).await
        })
    },
    title: |(state, _)| texts::title(*state).into(),
    empty: |_| texts::NONE.into(),
    line: texts::line,
};

async fn award(call: Call, options: AwardCommand) -> Outcome {
    let reply = match options {
        AwardCommand::List(ListAwards { state, member }) => {
            let of = (state.map(|it| it.0), member.map(ToWire::wire));
            AWARDS.first(&call, &of).await?
        }
        AwardCommand::Deliver(options) => deliver(&call, options).await?,
    };
    Ok(reply.into())
}

async fn deliver(call: &Call, options: Deliver) -> Result<Reply, Failure> {
    let delivery = DeliverAward {
        note: options.note.map(|it| it.0),
    };
    let award = call
        .write()
        .deliver_award(options.award.id()?, &delivery)
        .await?;
    Ok(texts::delivered(&award))
}
