//! Reading the sessions of connected accounts, by hand and from time to time.

use super::reader::{Reader, Stopped};
use super::{access, caller, of_member};
use crate::clock::CLOCKS_DIFFER;
use crate::context::Context;
use crate::db;
use crate::iracing::model::{
    self, Account, AccountKey, BETWEEN, IracingError, SYNCING, after_failure, next_sync,
};
use crate::iracing::store::accounts::{self, Progress};
use crate::iracing::store::unfinished;
use crate::members;
use crate::operation::Operation;
use crate::results;
use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::iracing::IracingSynced;
use paddock_api_types::members::MemberStatus;
use paddock_api_types::operations::ASKING_LIMIT;
use paddock_api_types::results::ResultSource;
use paddock_iracing::{Error, HostedResult, HostedSearch, Subsession};
use std::sync::atomic::{AtomicBool, Ordering};

/// Accounts that one look takes up, and how many of them at the same time.
const BATCH: u32 = 50;
const AT_ONCE: usize = 4;

/// What was found so far.
#[derive(Debug, Default)]
struct Tally {
    synced: u32,
    details: Vec<String>,
    known_until: Option<Timestamp>,
    last_raced_at: Option<Timestamp>,
}

/// Reads the caller's sessions now, unless they were read a moment ago. That is no refusal: whoever has
/// just connected an account asks for what the schedule has read already.
pub(crate) async fn sync(op: &Operation) -> Result<IracingSynced, IracingError> {
    access(&op.ctx)?;
    let claimed_until = op.at + SYNCING;
    let Some(account) = claim(op, claimed_until).await? else {
        return Ok(IracingSynced {
            message: "Your sessions were read a moment ago.".to_owned(),
            synced: 0,
            errors: 0,
            error_details: Vec::new(),
        });
    };
    let mut tally = Tally::default();
    // Boxed: it is large, and most requests do something else.
    let read = Box::pin(read_and_note(
        &op.ctx,
        &account,
        claimed_until,
        false,
        &mut tally,
    ));
    let message = match tokio::time::timeout(ASKING_LIMIT, read).await {
        Ok(Ok(())) => match tally.synced {
            0 => "There is nothing new at iRacing.".to_owned(),
            1 => "1 session was read from iRacing.".to_owned(),
            many => format!("{many} sessions were read from iRacing."),
        },
        Ok(Err(Stopped::Refused(error))) => return Err(error),
        Ok(Err(Stopped::Later { said, .. })) => {
            tally.details.push(said.clone());
            format!("{said} What was read so far is kept; the rest follows by itself.")
        }
        Err(_) => "There is much to read; the rest follows by itself.".to_owned(),
    };
    op.ctx.changed.notify_waiters();
    Ok(IracingSynced {
        message,
        synced: tally.synced,
        errors: u32::try_from(tally.details.len()).unwrap_or(u32::MAX),
        error_details: tally.details,
    })
}

/// Has nobody else sync the caller's account until then; nothing where it was read a moment ago.
async fn claim(op: &Operation, until: Timestamp) -> Result<Option<Account>, IracingError> {
    let of = caller(op)?;
    // Once more, as the schedule may come in between.
    for _ in 0..2 {
        let account = accounts::lookup(&op.ctx.db, of).await?;
        let account = account.ok_or(IracingError::NotConnected)?;
        if account.ended_at.is_some() {
            return Err(IracingError::Expired);
        }
        let noted = account.last_synced_at;
        // A sync that lies ahead was noted by a clock that was wrong.
        let noted = noted.filter(|noted| *noted <= op.at + CLOCKS_DIFFER);
        if noted.is_some_and(|noted| op.at < noted + BETWEEN) {
            return Ok(None);
        }
        if accounts::claim(&op.ctx.db, &account, until).await? {
            return Ok(Some(account));
        }
    }
    Err(IracingError::TooSoon { wait: BETWEEN })
}

/// Whether an account is due.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, db::Error> {
    if access(ctx).is_err() {
        return Ok(false);
    }
    Ok(!accounts::due(&ctx.db, ctx.now(), 1).await?.is_empty())
}

/// Reads the sessions of the accounts that are due, those that have waited longest first, until
/// iRacing wants to be left alone.
pub(crate) async fn sync_due(ctx: &Context) -> Result<(), db::Error> {
    let due = accounts::due(&ctx.db, ctx.now(), BATCH).await?;
    let used_up = &AtomicBool::new(false);
    let syncs = stream::iter(due).map(|account| {
        let ctx = ctx.clone();
        async move {
            // Those that go on end by themselves: whoever was dropped half way would have to wait.
            if used_up.load(Ordering::Relaxed) {
                return Ok(());
            }
            Box::pin(sync_one(&ctx, &account)).await
        }
    });
    let mut syncs = syncs.buffer_unordered(AT_ONCE);
    while let Some(outcome) = syncs.next().await {
        match outcome {
            Ok(()) | Err(Stopped::Refused(IracingError::Expired | IracingError::NotConnected)) => {}
            Err(Stopped::Later { budget: true, .. }) => used_up.store(true, Ordering::Relaxed),
            Err(Stopped::Later { said, .. }) => tracing::info!("an account was not read: {said}"),
            Err(Stopped::Refused(error)) => tracing::warn!("an account was not read: {error}"),
        }
    }
    Ok(())
}

async fn sync_one(ctx: &Context, account: &Account) -> Result<(), Stopped> {
    let now = ctx.now();
    let member = members::service::lookup(&ctx.db, account.guild_id, account.user_id).await?;
    let takes_part = member.is_some_and(|it| it.status == MemberStatus::Verified && it.in_guild);
    if !takes_part {
        // Looked at again later: they may come back.
        let later = next_sync(now, None);
        accounts::claim(&ctx.db, account, later).await?;
        return Ok(());
    }
    let claimed_until = now + SYNCING;
    if !accounts::claim(&ctx.db, account, claimed_until).await? {
        return Ok(());
    }
    let mut tally = Tally::default();
    // Boxed: it is large.
    Box::pin(read_and_note(ctx, account, claimed_until, true, &mut tally)).await
}

/// Reads what is new, and notes how far that went.
async fn read_and_note(
    ctx: &Context,
    account: &Account,
    claimed_until: Timestamp,
    background: bool,
    tally: &mut Tally,
) -> Result<(), Stopped> {
    let outcome = read(ctx, account, background, tally).await;
    let now = ctx.now();
    let known_until = tally.known_until.max(account.known_until);
    let last_raced_at = tally.last_raced_at.max(account.last_raced_at);
    let progress = match &outcome {
        Ok(()) => Progress {
            known_until,
            last_raced_at,
            last_synced_at: Some(now),
            next_sync_at: next_sync(now, last_raced_at),
            failures: 0,
        },
        // It has waited longest, and stays first.
        Err(Stopped::Later { budget: true, .. }) => Progress {
            known_until,
            last_raced_at,
            last_synced_at: account.last_synced_at,
            next_sync_at: account.next_sync_at.unwrap_or(now),
            failures: account.failures,
        },
        Err(stopped) => Progress {
            known_until,
            last_raced_at,
            last_synced_at: account.last_synced_at,
            next_sync_at: after_failure(now, account.failures, stopped.after()),
            failures: account.failures.saturating_add(1),
        },
    };
    accounts::synced(&ctx.db, account.key(), claimed_until, progress).await?;
    outcome
}

async fn read(
    ctx: &Context,
    account: &Account,
    background: bool,
    tally: &mut Tally,
) -> Result<(), Stopped> {
    let of = account.key();
    let reader = Reader::new(ctx, of, background)?;
    let now = ctx.now();
    let search = HostedSearch {
        cust_id: Some(account.cust_id),
        ..HostedSearch::default()
    };
    let from = account.search_from(now);
    let found = reader
        .ask(|client, token| {
            let search = search.clone();
            Box::pin(async move { client.search_hosted(token, &search, from, now).await })
        })
        .await;
    let mut found = found?;
    found.sort_by_key(|it| (it.end_time, it.subsession_id));
    found.dedup_by_key(|it| it.subsession_id);
    let ids: Vec<_> = found.iter().map(|it| it.subsession_id).collect();
    let known = results::service::known(&ctx.db, of.guild, &ids).await?;
    for it in found {
        if !known.contains(&it.subsession_id) {
            read_new(ctx, &reader, account, &it, tally).await?;
        }
        tally.known_until = tally.known_until.max(it.end_time);
        tally.last_raced_at = tally.last_raced_at.max(it.end_time.or(it.start_time));
    }
    for (subsession_id, tries) in unfinished::due(&ctx.db, of, now).await? {
        read_again(ctx, &reader, of, subsession_id, tries, tally).await?;
    }
    Ok(())
}

/// Keeps a session that was found: with its results, or as far as the search tells of it.
async fn read_new(
    ctx: &Context,
    reader: &Reader<'_>,
    account: &Account,
    found: &HostedResult,
    tally: &mut Tally,
) -> Result<(), Stopped> {
    let (of, id) = (account.key(), found.subsession_id);
    let read = reader
        .ask(|client, token| Box::pin(client.results_as_answered(token, id)))
        .await;
    match answer(read)? {
        Ok((results, answered)) => keep(ctx, of, &results, Some(answered), None).await?,
        Err(why) => {
            tally.details.push(format!("Session {id}: {why}"));
            let partial = model::partial(found, account.cust_id);
            keep(
                ctx,
                of,
                &partial,
                None,
                model::again(ctx.now(), 0).map(|at| (0, at)),
            )
            .await?;
        }
    }
    tally.synced += 1;
    Ok(())
}

/// Asks once more for results that iRacing did not give.
async fn read_again(
    ctx: &Context,
    reader: &Reader<'_>,
    of: AccountKey,
    id: i64,
    tries: u32,
    tally: &mut Tally,
) -> Result<(), Stopped> {
    let read = reader
        .ask(|client, token| Box::pin(client.results_as_answered(token, id)))
        .await;
    match answer(read)? {
        Ok((results, answered)) => {
            keep(ctx, of, &results, Some(answered), None).await?;
            tally.synced += 1;
        }
        Err(why) => {
            tally.details.push(format!("Session {id}: {why}"));
            let tries = tries + 1;
            let next_at = model::again(ctx.now(), tries);
            ctx.db
                .transact(|mut tx| async move {
                    match next_at {
                        Some(at) => unfinished::save(&mut tx, of, id, tries, at).await?,
                        None => unfinished::delete(&mut tx, of, id).await?,
                    }
                    tx.commit(()).await
                })
                .await?;
        }
    }
    Ok(())
}

/// Results; or why there are none of this session, in a sentence; or a reason to stop asking.
fn answer<T>(read: Result<T, Stopped>) -> Result<Result<T, &'static str>, Stopped> {
    match read {
        Ok(results) => Ok(Ok(results)),
        Err(Stopped::Refused(IracingError::Unreadable(error))) => Ok(Err(match error {
            Error::Forbidden => "iRacing does not show its results to this account.",
            Error::NotFound => "iRacing has no results of it yet.",
            _ => "iRacing's results of it cannot be read.",
        })),
        Err(stopped) => Err(stopped),
    }
}

/// Keeps a session in one transaction with what is still to be asked for.
async fn keep(
    ctx: &Context,
    of: AccountKey,
    it: &Subsession,
    answered: Option<Vec<u8>>,
    unfinished_until: Option<(u32, Timestamp)>,
) -> Result<(), Stopped> {
    let op = &of_member(ctx, of);
    let raw = match answered {
        Some(answered) => results::service::pack(op, answered).await?,
        None => None,
    };
    let raw = raw.as_ref();
    ctx.db
        .transact(|mut tx| async move {
            results::service::keep(&mut tx, op, it, ResultSource::Iracing, raw).await?;
            match unfinished_until {
                Some((tries, at)) => {
                    unfinished::save(&mut tx, of, it.subsession_id, tries, at).await?;
                }
                None => unfinished::delete(&mut tx, of, it.subsession_id).await?,
            }
            Ok::<_, IracingError>(tx.commit(()).await?)
        })
        .await?;
    Ok(())
}

impl Stopped {
    fn after(&self) -> Option<SignedDuration> {
        match self {
            Self::Later { after, .. } => *after,
            Self::Refused(_) => None,
        }
    }
}
