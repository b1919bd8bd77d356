//! `/season list` and `/season show`.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::seasons::{all_items, all_ranks},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Look, Position},
    replies::{BLUE, format::escape, seasons as texts},
};
use paddock_api_types::seasons::{ListSeasonsQuery, Season};

/// Action of the buttons under `/season list`.
const PAGE: &str = "seasons";
/// Action of the buttons under `/season show`.
const SHOWN: &str = "season-show";
/// Seasons on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(SHOWN, Later::Update, turn_shown);
}

/// A page of all seasons.
pub(super) async fn seasons(call: &Call, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let query = ListSeasonsQuery {
            limit: Some(limit),
            cursor,
            ..ListSeasonsQuery::default()
        };
        call.api.list_seasons(&query).await
    };
    let look = Look {
        action: PAGE,
        title: texts::TITLE,
        empty: texts::NONE,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

/// A page of everything about one season.
pub(super) async fn season(
    call: &Call,
    season: &Season,
    position: &Position,
) -> Result<Reply, Failure> {
    let items = all_items(call, season.id).await?;
    let ranks = all_ranks(call, season.id).await?;
    let lines = texts::all_of(season, &items, &ranks);
    let title = escape(&season.name);
    Ok(pages::local(SHOWN, (&title, BLUE), position, &lines))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(seasons(&call, position).await?))
}

async fn turn_shown(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let shown = custom_id::argument(&pressed.arguments, 0)?;
    let shown = call.api.get_season(shown).await?;
    Ok(Answer::Update(season(&call, &shown, &position).await?))
}
