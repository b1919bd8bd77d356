//! Seasons: taking part, handing things in for points, and what admins set up for that.
//!
//! An option `season` that is left out means the current one, which only the API knows: it is asked
//! for first, so that every reply can name its season. Where several are open, it is the one that the
//! caller has joined, or the reply asks which.

mod adjust;
mod awards;
mod items;
mod join;
mod leaderboard;
mod overview;
mod prizes;
mod ranks;
mod review;
mod season;
mod submission;
mod submissions;
mod submit;
mod suggestions;
mod summary;

pub(super) use summary::current as current_summary;

use super::prelude::*;
use crate::replies::{BLUE, format::escape, seasons as texts};
use api::{
    Page, SeasonId,
    seasons::{CurrentSeasonQuery, Rank, Season, SeasonItem, SeasonStatus},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    join::add(dispatch);
    submit::add(dispatch);
    submissions::add(dispatch);
    leaderboard::add(dispatch);
    overview::add(dispatch);
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

/// The current season, for anything.
fn current() -> CurrentSeasonQuery {
    CurrentSeasonQuery::default()
}

/// Refuses what cannot be changed any more, before anybody is asked whether they mean it.
fn must_not_be_over(season: &Season) -> Result<(), Failure> {
    match season.status {
        SeasonStatus::Closed => Err(Failure::Mistake(texts::OVER.to_owned())),
        SeasonStatus::Scheduled | SeasonStatus::Open => Ok(()),
    }
}

/// The picked season, or the current one.
pub(super) async fn season(call: &Call, picked: Option<Picked<Season>>) -> Result<Season, Failure> {
    match picked {
        Some(picked) => picked.get(call).await,
        None => Ok(call.api.get_current_season(&current()).await?),
    }
}

impl Picked<Season> {
    /// The season itself.
    async fn get(&self, call: &Call) -> Result<Season, Failure> {
        Ok(call.api.get_season(self.id()?).await?)
    }
}

/// A page of all that a season has, as these lines tell it.
async fn set_up_page(
    call: &Call,
    season: &Season,
    position: &Position,
    lines: fn(&Season, &[SeasonItem], &[Rank]) -> Vec<String>,
) -> Result<Reply, Failure> {
    let items = all_items(call, season.id).await?;
    let ranks = all_ranks(call, season.id).await?;
    let (title, lines) = (escape(&season.name), lines(season, &items, &ranks));
    Ok(pages::local(position, (&title, BLUE), &lines))
}

/// Every rank of a season; there are 50 at most.
async fn all_ranks(call: &Call, season: SeasonId) -> Result<Vec<Rank>, Failure> {
    Ok(call.api.list_ranks(season).await?.items)
}

/// Every item that a season takes; there are 200 at most.
async fn all_items(call: &Call, season: SeasonId) -> Result<Vec<SeasonItem>, Failure> {
    let Page { items, .. } = call.api.list_season_items(season, &pages::all()).await?;
    Ok(items)
}
