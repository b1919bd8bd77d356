//! `/submissions`: what a member has handed in, newest first.

use crate::{commands::prelude::*, replies::seasons::submissions as texts};
use api::{PageQuery, UserId, seasons::Season, submissions::ListSubmissionsQuery};

/// Submissions on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, submissions);
    dispatch.pages(&SUBMISSIONS);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "submissions", desc = "What you have submitted, newest first")]
struct ShowSubmissions {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
    /// Member, for admins; defaults to you
    member: Option<Id<UserMarker>>,
}

const SUBMISSIONS: Pages<(Season, Option<UserId>)> = Pages {
    action: "submissions",
    page: |call, (season, member), position| Box::pin(page(call, season, *member, position)),
};

async fn submissions(call: Call, options: ShowSubmissions) -> Outcome {
    let season = super::season(&call, options.season).await?;
    let member = options.member.map(ToWire::wire);
    Ok(SUBMISSIONS.first(&call, &(season, member)).await?.into())
}

async fn page(
    call: &Call,
    season: &Season,
    member: Option<UserId>,
    position: Position,
) -> Result<Reply, Failure> {
    let fetch = async |page: PageQuery| {
        let query = ListSubmissionsQuery {
            season_id: Some(season.id),
            // Without this, admins would see everybody's.
            user_id: Some(member.unwrap_or(call.user)),
            ..pages::at(page)
        };
        call.api.list_submissions(&query).await
    };
    let found = pages::read(position, PAGE_SIZE, fetch, texts::line).await?;
    if found.is_empty() {
        return Ok(Reply::text(texts::none_in(season, member.is_none())));
    }
    let title = texts::title(season, member.is_none(), found.page.items.first());
    Ok(found.card(&title))
}
