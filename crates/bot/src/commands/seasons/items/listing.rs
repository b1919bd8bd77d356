//! `/item list`.

use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::seasons::picked_season,
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Look, Position},
    replies::seasons::items as texts,
};
use paddock_api_types::seasons::Season;

/// Action of the buttons under all items.
const PAGE: &str = "items";
/// Action of the buttons under the items of a season.
const OF_SEASON: &str = "season-items";
/// Items on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(OF_SEASON, Later::Update, turn_of_season);
}

/// The first page, of a season where one was picked.
pub(super) async fn first(call: &Call, season: Option<&str>) -> Result<Reply, Failure> {
    let Some(season) = season else {
        return items(call, Position::first("-")).await;
    };
    let season = picked_season(call, season).await?;
    items_of(call, &season, Position::first(season.id.to_string())).await
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(items(&call, position).await?))
}

async fn turn_of_season(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let season = call.api.get_season(season).await?;
    Ok(Answer::Update(items_of(&call, &season, position).await?))
}

async fn items(call: &Call, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| call.api.list_items(&pages::query(limit, cursor)).await;
    let look = Look {
        action: PAGE,
        title: texts::TITLE,
        empty: texts::NONE,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

async fn items_of(call: &Call, season: &Season, position: Position) -> Result<Reply, Failure> {
    let fetch = async |limit, cursor| {
        let page = pages::query(limit, cursor);
        call.api.list_season_items(season.id, &page).await
    };
    let look = Look {
        action: OF_SEASON,
        title: &texts::season_title(season),
        empty: &texts::none_in(season),
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::worth_line).await
}
