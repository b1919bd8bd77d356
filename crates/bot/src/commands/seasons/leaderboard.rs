//! `/leaderboard`: who has the most points, for everybody to see.

use super::suggestions;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Position},
    replies::seasons::standings as texts,
};
use paddock_api_types::{SeasonId, points::LeaderboardRow};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the buttons under `/leaderboard`.
const PAGE: &str = "leaderboard";
/// Members on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(leaderboard);
    dispatch.in_public();
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "leaderboard",
    desc = "Who has the most points; everybody here sees the answer",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Leaderboard {
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn leaderboard(call: Call, options: Leaderboard) -> Outcome {
    let season = super::season(&call, options.season.as_deref()).await?;
    let position = Position::first(season.id.to_string());
    Ok(Answer::Public(page(&call, season.id, position).await?))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let season = position.parameter.parse().map_err(|_| Failure::Outdated)?;
    Ok(Answer::Update(page(&call, season, position).await?))
}

async fn page(call: &Call, season: SeasonId, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        call.api
            .get_leaderboard(season, &pages::query(limit, cursor))
            .await
    };
    let found = pages::read(position, PAGE_SIZE, fetch, texts::line).await?;
    let board = &found.page;
    if found.is_empty() {
        return Ok(Reply::text(texts::nobody_in(&board.season)));
    }
    let mut reply = found.card(PAGE, &texts::title(&board.season));
    append(&mut reply, board.me.as_ref());
    Ok(reply)
}

/// Adds the row of whoever asks, on whichever page it stands.
fn append(reply: &mut Reply, own: Option<&LeaderboardRow>) {
    let text = reply.embeds.first_mut();
    let text = text.and_then(|card| card.description.as_mut());
    if let (Some(text), Some(own)) = (text, own) {
        text.push_str(&texts::own_line(own));
    }
}
