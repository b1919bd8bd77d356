//! Car numbers that were seen in races of the guild's league: a roster, which the league has beside those
//! that come from elsewhere.
//!
//! Everything follows from the results that are kept: each account has the number of its latest race. So
//! it does not matter in which order results come, and a correction or a deletion leaves nothing behind.

use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::results::model::content::Header;
use crate::results::model::seen::Seen;
use crate::results::store::seen;
use crate::{guilds, league};
use paddock_api_types::results::SubsessionKind;
use std::collections::{BTreeMap, BTreeSet};

/// How many guilds a look of the job takes up.
const AT_ONCE: i64 = 10;

/// Accounts whose numbers may change along with a result that is about to be replaced or deleted.
pub(super) async fn accounts(
    tx: &mut Transaction,
    op: &Operation,
    subsession_id: i64,
) -> Result<BTreeSet<i64>, Error> {
    let accounts = seen::of_result(tx, op.guild(), subsession_id).await?;
    Ok(accounts.into_iter().collect())
}

/// Has numbers follow after a result came, changed or went: `headers` are what it was and is, `accounts`
/// who was and is in it.
pub(super) async fn follow(
    tx: &mut Transaction,
    op: &Operation,
    headers: &[&Header],
    accounts: &BTreeSet<i64>,
) -> Result<(), Error> {
    let of_league = |header: &&&Header| header.kind() == SubsessionKind::League;
    let leagues: Vec<_> = headers.iter().filter(of_league).collect();
    // One of another league claims too: at this moment the guild may turn to that.
    if leagues.is_empty() {
        return Ok(());
    }
    let known = seen::claim(tx, op.guild()).await?;
    let now = league_of(tx, op).await?;
    match now {
        _ if now != known => begin(tx, op, now).await,
        Some(league) if leagues.iter().any(|it| it.league_id == now) => {
            let drivers = latest(tx, op, league, accounts).await?;
            keep(tx, op, now, drivers, false).await
        }
        _ => Ok(()),
    }
}

/// Has whoever works out numbers at this moment wait, so that nobody who is erased now stays on the
/// roster.
pub(super) async fn hold(tx: &mut Transaction, op: &Operation) -> Result<(), Error> {
    seen::claim(tx, op.guild()).await.map(drop)
}

/// Has the job look at a guild that turned to another league, or to none.
pub(crate) async fn turned(tx: &mut Transaction, op: &Operation) -> Result<(), Error> {
    seen::claim(tx, op.guild()).await?;
    seen::set_stale(tx, op.guild(), true).await
}

/// Whether a guild turned to another league.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    Ok(!seen::stale(&ctx.db, 1).await?.is_empty())
}

/// Works out the numbers of guilds that turned to another league. A job: it may stop anywhere, because
/// a guild is due until the transaction that has all its numbers.
pub(crate) async fn begin_due(ctx: &Context) -> Result<(), Error> {
    let mut outcome = Ok(());
    for guild in seen::stale(&ctx.db, AT_ONCE).await? {
        let op = &Operation::system(ctx, guild);
        // One that fails must not hold up the others.
        let done = ctx.db.transact(|mut tx| async move {
            let known = seen::claim(&mut tx, guild).await?;
            let now = league_of(&mut tx, op).await?;
            if now != known {
                begin(&mut tx, op, now).await?;
            }
            seen::set_stale(&mut tx, guild, false).await?;
            tx.commit(()).await
        });
        outcome = outcome.and(done.await);
    }
    outcome
}

async fn league_of(tx: &mut Transaction, op: &Operation) -> Result<Option<i64>, Error> {
    let settings = guilds::service::settings(tx, op.guild()).await?;
    Ok(settings.league_id)
}

/// Begins with another league, or with none.
async fn begin(tx: &mut Transaction, op: &Operation, now: Option<i64>) -> Result<(), Error> {
    seen::set_league(tx, op.guild(), now).await?;
    let drivers = match now {
        Some(league) => {
            let accounts = seen::of_guild(tx, op.guild()).await?;
            latest(tx, op, league, &accounts.into_iter().collect()).await?
        }
        None => BTreeMap::new(),
    };
    keep(tx, op, now, drivers, true).await
}

async fn latest(
    tx: &mut Transaction,
    op: &Operation,
    league: i64,
    accounts: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, Option<league::Driver>>, Error> {
    let mut drivers = BTreeMap::new();
    for account in accounts {
        let seen = seen::latest(tx, op.guild(), *account, league).await?;
        drivers.insert(*account, seen.map(Seen::driver));
    }
    Ok(drivers)
}

async fn keep(
    tx: &mut Transaction,
    op: &Operation,
    league: Option<i64>,
    drivers: BTreeMap<i64, Option<league::Driver>>,
    whole: bool,
) -> Result<(), Error> {
    let taken_at = match league {
        Some(league) => seen::newest(tx, op.guild(), league).await?,
        None => None,
    };
    let seen = league::service::Seen {
        drivers,
        whole,
        taken_at,
    };
    league::service::seen_in_races(tx, op, seen).await
}
