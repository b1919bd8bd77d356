//! What iRacing gave of results, as it came: kept for as many days as a guild chooses, and by default
//! not at all.

use crate::context::Context;
use crate::db::{Database, Error, Source, Transaction};
use crate::guilds;
use crate::operation::Operation;
use crate::results::model::raw::{self, Packed};
use crate::results::model::settings::kept_since;
use crate::results::model::{Known, ResultError};
use crate::results::store::{raw as store, results, rows, settings};
use futures_util::Stream;
use futures_util::stream;
use jiff::Timestamp;
use paddock_api_types::results::ResultSource;
use paddock_api_types::{GuildId, SubsessionId};
use std::collections::HashMap;
use std::io;

/// Runs what would hold up everybody else on this thread.
pub(super) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    crate::task::ended(tokio::task::spawn_blocking(work)).await
}

/// Packs a file, where the guild of the caller keeps any.
pub(crate) async fn pack(op: &Operation, file: Vec<u8>) -> Result<Option<Packed>, Error> {
    if days(op).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(aside(move || Packed::new(&file)).await))
}

/// For how many days files are kept; `None` for not at all.
async fn days(op: &Operation) -> Result<Option<u16>, Error> {
    let stored = settings::lookup(&op.ctx.db, op.guild()).await?;
    Ok(stored.and_then(|(chosen, _)| chosen.raw_days))
}

/// Has the file of a result follow its rows, before these are replaced: the one that was kept is of the
/// past, and the one that came is kept, unless somebody was erased from the result, whom it would name
/// again, or the guild keeps none any more.
pub(super) async fn follow(
    tx: &mut Transaction,
    op: &Operation,
    known: &Known,
    file: Option<&Packed>,
) -> Result<(), Error> {
    let (guild, id) = (op.guild(), known.header.subsession_id);
    if let Some(file) = file
        && !rows::any_erased(&mut *tx, guild, id).await?
        && settings::claim(tx, guild).await?
    {
        return store::put(tx, guild, id, known.source, op.at, &file.parts).await;
    }
    store::delete(tx, guild, id).await
}

/// A file that is kept.
pub(crate) struct RawFile {
    pub(crate) source: ResultSource,
    parts: Vec<Vec<u8>>,
}

impl RawFile {
    /// What is in it, unpacked while it is read.
    pub(crate) fn content(self) -> impl Stream<Item = io::Result<Vec<u8>>> + Send + 'static {
        stream::unfold(self.parts.into_iter(), |mut parts| async {
            let part = parts.next()?;
            let unpacked = aside(move || raw::unpack(&part)).await;
            Some((unpacked, parts))
        })
    }
}

/// What iRacing gave of a result. It names everybody, so it takes the consent of all.
pub(crate) async fn raw_file(op: &Operation, id: SubsessionId) -> Result<RawFile, ResultError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    if results::lookup(db, guild, id.get()).await?.is_none() {
        return Err(ResultError::NotFound);
    }
    let consent = guilds::service::settings(db, guild).await?;
    if !consent.league_holds_consent {
        return Err(ResultError::NoConsent);
    }
    let days = days(op).await?.ok_or(ResultError::RawNotKept)?;
    // By the clock and not by whether the job has run.
    let rows = store::parts(db, guild, id.get(), kept_since(op.at, days)).await?;
    let (source, _) = rows.first().ok_or(ResultError::RawNotKept)?;
    Ok(RawFile {
        source: *source,
        parts: rows.into_iter().map(|(_, part)| part).collect(),
    })
}

/// Which of the files that are kept say anything of a driver.
pub(crate) struct Searched {
    cust_id: i64,
    names: Vec<String>,
    /// By what they are of and since when they are kept.
    files: HashMap<(i64, Timestamp), bool>,
}

/// Looks through all files.
pub(super) async fn search(db: &Database, guild: GuildId, cust_id: i64) -> Result<Searched, Error> {
    let names = rows::names(db, guild, cust_id).await?;
    let mut files = HashMap::new();
    for file in store::kept(db, guild).await? {
        let mentioned = mentions(db, guild, file.0, cust_id, &names).await?;
        files.insert(file, mentioned);
    }
    Ok(Searched {
        cust_id,
        names,
        files,
    })
}

/// Deletes every file that says anything of a driver, whether they are in a row of its result or, say, its
/// host. A part of it could not be taken out without it being another file.
pub(super) async fn erase(
    tx: &mut Transaction,
    guild: GuildId,
    cust_id: i64,
    searched: Option<&Searched>,
) -> Result<(), Error> {
    let names = rows::names(&mut *tx, guild, cust_id).await?;
    let searched = searched
        .filter(|it| it.cust_id == cust_id && names.iter().all(|name| it.names.contains(name)));
    for file in store::kept(&mut *tx, guild).await? {
        let mentioned = match searched.and_then(|it| it.files.get(&file)) {
            Some(mentioned) => *mentioned,
            None => mentions(&mut *tx, guild, file.0, cust_id, &names).await?,
        };
        if mentioned {
            store::delete(tx, guild, file.0).await?;
        }
    }
    Ok(())
}

async fn mentions<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: i64,
    cust_id: i64,
    names: &[String],
) -> Result<bool, Error> {
    let found = store::parts(from, guild, id, Timestamp::MIN).await?;
    let parts: Vec<_> = found.into_iter().map(|(_, part)| part).collect();
    let names = names.to_owned();
    let mentioned = aside(move || raw::mentions(&parts, cust_id, &names)).await;
    // What cannot be searched may say anything.
    Ok(mentioned.unwrap_or(true))
}

/// Deletes files whose time is over.
pub(crate) async fn expire(ctx: &Context) -> Result<(), Error> {
    let mut last = 0;
    loop {
        let guilds = settings::keeping(&ctx.db, last).await?;
        let Some((end, _)) = guilds.last() else {
            return Ok(());
        };
        last = end.get();
        for (guild, days) in guilds {
            expire_in(ctx, guild, days).await?;
        }
    }
}

async fn expire_in(ctx: &Context, guild: GuildId, days: u16) -> Result<(), Error> {
    store::date_back(&ctx.db, guild, ctx.now()).await?;
    let until = kept_since(ctx.now(), days);
    loop {
        let expired = store::expired(&ctx.db, guild, until).await?;
        if expired.is_empty() {
            return Ok(());
        }
        for id in expired {
            ctx.db
                .transact(|mut tx| async move {
                    store::expire(&mut tx, guild, id, until).await?;
                    tx.commit(()).await
                })
                .await?;
        }
    }
}
