//! Rounds of a league's season.

use crate::db::{Error, Source, Transaction};
use crate::operation::Operation;
use crate::results::model::content::{Header, Session};
use crate::results::model::rounds::{Part, numbers};
use crate::results::observe::RoundsObservers;
use crate::results::store::matches;
use crate::results::store::rounds::{self, Placed};
use paddock_api_types::GuildId;

/// Every subsession of a league's season that belongs to a round, by round and time. It is what points
/// of a season are told from.
pub(crate) async fn of_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    league_season_id: i64,
) -> Result<Vec<Part>, Error> {
    rounds::of_season(from, guild, league_season_id).await
}

/// Puts a result that was kept into its round: that of its day, unless somebody chose another one.
/// What holds no race, or belongs to no league's season, is no round.
pub(super) async fn place(
    tx: &mut Transaction,
    op: &Operation,
    header: &Header,
    sessions: &[Session],
) -> Result<(), Error> {
    let (guild, id) = (op.guild(), header.subsession_id);
    let before = rounds::lookup(&mut *tx, guild, id).await?;
    let season = header.league_season_id;
    let season = season.filter(|_| sessions.iter().any(Session::is_race));
    match (before, season) {
        // Its day may be another one now.
        (Some(before), _) if before.chosen => renumber(tx, op, before.league_season_id).await,
        (Some(before), None) => {
            rounds::delete(tx, guild, id).await?;
            renumber(tx, op, before.league_season_id).await
        }
        (None, None) => Ok(()),
        (before, Some(league_season_id)) => {
            let moved = before.filter(|it| it.league_season_id != league_season_id);
            let placed = Placed {
                subsession_id: id,
                league_season_id,
                number: before.filter(|_| moved.is_none()).map_or(0, |it| it.number),
                chosen: false,
            };
            rounds::put(tx, guild, placed).await?;
            if let Some(moved) = moved {
                renumber(tx, op, moved.league_season_id).await?;
            }
            renumber(tx, op, league_season_id).await
        }
    }
}

/// Gives every subsession of a season the number that follows, and notifies whoever builds on its
/// rounds: every change of a result of a season ends here.
pub(super) async fn renumber(
    tx: &mut Transaction,
    op: &Operation,
    league_season_id: i64,
) -> Result<(), Error> {
    let guild = op.guild();
    rounds::claim(tx, guild, league_season_id).await?;
    matches::season_changed(tx, guild, league_season_id).await?;
    let parts = rounds::of_season(&mut *tx, guild, league_season_id).await?;
    for (id, number) in numbers(&parts) {
        let known = parts.iter().find(|part| part.subsession_id == id);
        if known.is_some_and(|known| known.number != number) {
            rounds::renumber(tx, guild, id, number).await?;
        }
    }
    let observers: &RoundsObservers = op.ctx.extensions.get();
    observers.notify(tx, op, league_season_id).await
}
