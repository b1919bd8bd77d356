//! Seasons: taking part, handing things in for points, and what admins set up for that.
//!
//! An option `season` that is left out means the current one, which only the API knows: it is asked
//! for first, so that every reply can name its season.

mod adjust;
mod awards;
mod items;
mod join;
mod leaderboard;
mod prizes;
mod ranks;
mod review;
mod season;
mod submission;
mod submissions;
mod submit;
mod suggestions;
mod summary;

pub(super) use suggestions::seasons as suggest_seasons;
pub(super) use summary::current as current_summary;

use super::suggest;
use crate::{answer::Failure, call::Call, dispatch::Dispatch, replies::seasons as texts};
use paddock_api_types::{
    Page, SeasonId, UserId,
    seasons::{Rank, Season, SeasonItem},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    join::add(dispatch);
    submit::add(dispatch);
    submissions::add(dispatch);
    leaderboard::add(dispatch);
    summary::add(dispatch);
    season::add(dispatch);
    items::add(dispatch);
    ranks::add(dispatch);
    prizes::add(dispatch);
    awards::add(dispatch);
    review::add(dispatch);
    submission::add(dispatch);
    adjust::add(dispatch);
}

/// The season that is meant: the picked one, or the current one.
pub(super) async fn season(call: &Call, picked: Option<&str>) -> Result<Season, Failure> {
    match picked {
        Some(text) => picked_season(call, text).await,
        None => Ok(call.api.get_current_season().await?),
    }
}

async fn picked_season(call: &Call, text: &str) -> Result<Season, Failure> {
    let id: SeasonId = suggest::picked(text, texts::ONE)?;
    Ok(call.api.get_season(id).await?)
}

/// Every rank of a season; there are 50 at most.
async fn all_ranks(call: &Call, season: SeasonId) -> Result<Vec<Rank>, Failure> {
    Ok(call.api.list_ranks(season, &suggest::all()).await?.items)
}

/// Every item that a season takes; there are 200 at most.
async fn all_items(call: &Call, season: SeasonId) -> Result<Vec<SeasonItem>, Failure> {
    let Page { items, .. } = call.api.list_season_items(season, &suggest::all()).await?;
    Ok(items)
}

/// What the model has checked to be positive; the API refuses 0.
pub(super) fn positive(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

/// A list's parameter: a season, and whose rows of it.
fn of_member(season: SeasonId, member: Option<UserId>) -> String {
    match member {
        Some(member) => format!("{season}.{member}"),
        None => format!("{season}.-"),
    }
}

fn read_of_member(parameter: &str) -> Result<(SeasonId, Option<UserId>), Failure> {
    let (season, member) = parameter.split_once('.').ok_or(Failure::Outdated)?;
    let season = season.parse().map_err(|_| Failure::Outdated)?;
    let member = match member {
        "-" => None,
        id => Some(id.parse().map_err(|_| Failure::Outdated)?),
    };
    Ok((season, member))
}
