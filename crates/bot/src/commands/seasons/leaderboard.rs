//! `/leaderboard`: who has the most points, for everybody to see.

use crate::{commands::prelude::*, replies::seasons::standings as texts};
use api::{SeasonId, points::LeaderboardRow, seasons::Season};

/// Members on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, leaderboard);
    dispatch.in_public();
    dispatch.pages(&LEADERBOARD);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "leaderboard",
    desc = "Who has the most points; everybody here sees the answer"
)]
struct ShowLeaderboard {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const LEADERBOARD: Pages<SeasonId> = Pages {
    action: "leaderboard",
    page: |call, season, position| Box::pin(page(call, *season, position)),
};

async fn leaderboard(call: Call, options: ShowLeaderboard) -> Outcome {
    let season = super::season(&call, options.season).await?;
    Ok(Answer::Public(LEADERBOARD.first(&call, &season.id).await?))
}

async fn page(call: &Call, season: SeasonId, position: Position) -> Result<Reply, Failure> {
    let fetch = async |page| call.api.get_leaderboard(season, &page).await;
    let found = pages::read(position, PAGE_SIZE, fetch, texts::line).await?;
    let board = &found.page;
    if found.is_empty() {
        return Ok(Reply::text(texts::nobody_in(&board.season)));
    }
    let mut reply = found.card(&texts::title(&board.season));
    let is_shown = |own: &&LeaderboardRow| board.items.iter().any(|it| it.user_id == own.user_id);
    append(&mut reply, board.me.as_ref().filter(|own| !is_shown(own)));
    Ok(reply)
}

/// Adds the asker's own row, which is on another page.
fn append(reply: &mut Reply, own: Option<&LeaderboardRow>) {
    let text = reply.embeds.first_mut();
    let text = text.and_then(|card| card.description.as_mut());
    if let (Some(text), Some(own)) = (text, own) {
        text.push_str(&texts::own_line(own));
    }
}
