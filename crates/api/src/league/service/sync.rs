//! Reading the roster from iRacing, now and then or because somebody asks for it.

use super::rosters::keep;
use crate::audit;
use crate::clock::CLOCKS_DIFFER;
use crate::context::Context;
use crate::db::{self, Transaction};
use crate::guilds;
use crate::league::config::Access;
use crate::league::live::Failed;
use crate::league::model::LeagueError;
use crate::league::model::audited::Received;
use crate::league::model::rosters::{NewRoster, snapshots};
use crate::league::model::syncs::{BETWEEN, REFUSED, Reading, pause};
use crate::league::store::rosters;
use crate::league::store::syncs::{self, Try};
use crate::operation::Operation;
use paddock_api_types::league::{RosterSnapshot, RosterSource, SyncFailure};

/// As many as surely end within the lease of the job.
const AT_ONCE: i64 = 10;

/// Where rosters come from, and when.
pub(crate) struct State {
    pub(crate) league_id: Option<i64>,
    pub(crate) live: bool,
    pub(crate) rosters: Vec<RosterSnapshot>,
    /// The last reading from iRacing.
    pub(crate) last: Option<Reading>,
}

fn access(ctx: &Context) -> &Access {
    ctx.extensions.get()
}

/// Which rosters there are, and how the last reading went.
pub(crate) async fn state(op: &Operation) -> Result<State, LeagueError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let settings = guilds::service::settings(db, guild).await?;
    let last = syncs::lookup(db, guild).await?;
    Ok(State {
        league_id: settings.league_id,
        live: access(&op.ctx).live.is_some(),
        rosters: snapshots(&rosters::list(db, guild).await?),
        last: last.filter(Reading::has_begun),
    })
}

/// Reads the roster now, unless it was read a moment ago.
pub(crate) async fn sync(op: &Operation) -> Result<(), LeagueError> {
    read(op, false).await
}

/// Has the league of a guild be read that turned to it, and no more where it turned to none.
pub(crate) async fn turned(
    tx: &mut Transaction,
    op: &Operation,
    league_id: Option<i64>,
) -> Result<(), db::Error> {
    syncs::turned(tx, op.guild(), league_id.is_some()).await
}

/// Whether a league is to be read.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, db::Error> {
    if access(ctx).live.is_none() {
        return Ok(false);
    }
    let due = syncs::due(&ctx.db, ctx.now(), 1).await?;
    Ok(!due.is_empty())
}

/// Reads the leagues that are due. One that cannot be read waits for its next time.
pub(crate) async fn sync_due(ctx: &Context) -> Result<(), db::Error> {
    let due = syncs::due(&ctx.db, ctx.now(), AT_ONCE).await?;
    for guild in due {
        let outcome = read(&Operation::system(ctx, guild), true).await;
        // What iRacing refused is in the state, for whoever asks.
        if let Err(LeagueError::Failure(failure)) = outcome {
            tracing::warn!(%guild, "the roster could not be kept: {failure}");
        }
    }
    Ok(())
}

async fn read(op: &Operation, background: bool) -> Result<(), LeagueError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let settings = guilds::service::settings(db, guild).await?;
    let league_id = settings.league_id.ok_or(LeagueError::NotSet)?;
    let Access { live, interval } = access(&op.ctx);
    let live = live.as_ref().ok_or(LeagueError::NotConfigured)?;
    let before = syncs::lookup(db, guild).await?;
    // A try that lies ahead was noted by a clock that was wrong.
    let noted = before.filter(|before| before.tried_at <= op.at + CLOCKS_DIFFER);
    let again_at = noted.map(|before| before.tried_at + BETWEEN);
    if let Some(again_at) = again_at.filter(|again_at| !background && op.at < *again_at) {
        let wait = again_at.duration_since(op.at);
        return Err(LeagueError::TooSoon { wait });
    }
    let it = Try {
        guild,
        at: op.at,
        configuration: live.fingerprint(),
        next_at: op.at + *interval,
    };
    spare_the_account(op, before, it).await?;
    if !syncs::begin(db, before, it).await? {
        return Err(LeagueError::TooSoon { wait: BETWEEN });
    }
    match live.roster(league_id, op.at, background).await {
        Ok(roster) => received(op, league_id, it, &roster).await,
        Err(Failed { failure, after }) => {
            let dice = op.ctx.ids.random();
            let next_at = op.at + pause(failure, after, before, *interval, dice);
            syncs::failed(db, it, failure, next_at).await?;
            Err(LeagueError::SyncFailed(failure))
        }
    }
}

/// A sign-in that was refused, for any guild, is not repeated before its time: a few more would lock
/// the account. With another configuration it may be.
async fn spare_the_account(
    op: &Operation,
    before: Option<Reading>,
    it: Try,
) -> Result<(), LeagueError> {
    let db = &op.ctx.db;
    let refused = syncs::refused_at(db, it.configuration, op.at).await?;
    let Some(at) = refused.filter(|at| op.at < *at + REFUSED) else {
        return Ok(());
    };
    let next_at = at + REFUSED;
    syncs::put_off(db, before, Try { at, next_at, ..it }).await?;
    Err(LeagueError::SyncFailed(SyncFailure::SignInRefused))
}

/// Keeps what iRacing gave, unless the guild has turned to another league meanwhile.
async fn received(
    op: &Operation,
    league_id: i64,
    it: Try,
    roster: &NewRoster,
) -> Result<(), LeagueError> {
    op.ctx
        .db
        .transact(|mut tx| async move {
            let settings = guilds::service::settings(&mut tx, it.guild).await?;
            if settings.league_id != Some(league_id) {
                syncs::done(&mut tx, it, op.at).await?;
                return Ok::<_, LeagueError>(tx.commit(()).await?);
            }
            let imported = keep(&mut tx, op, RosterSource::Live, roster.clone()).await?;
            if imported.added + imported.changed + imported.removed > 0 {
                let received = Received {
                    guild_id: it.guild,
                    imported: &imported,
                };
                audit::created(&mut tx, op, "league.roster_read", &received).await?;
            }
            syncs::done(&mut tx, it, it.next_at).await?;
            Ok(tx.commit(()).await?)
        })
        .await
}
