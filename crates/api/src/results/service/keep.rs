//! The one way in which a result is kept.

use super::{raw, rounds, seen};
use crate::audit;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::results::model::audited::Received;
use crate::results::model::content::Content;
use crate::results::model::differences::{differences, keep_erased};
use crate::results::model::raw::Packed;
use crate::results::model::{Kept, Known};
use crate::results::store::rows::Scope;
use crate::results::store::{matches, results, rows};
use futures_util::FutureExt;
use paddock_api_types::results::{ResultDifference, ResultSource};
use paddock_iracing::Subsession;
use std::collections::BTreeSet;

/// Keeps what iRacing says of a subsession, within the caller's transaction. What is known already
/// changes nothing; what differs takes the place of what was known as a whole, unless that is final or
/// has more in it. So does the file that it was read from, where the guild keeps any.
pub(crate) async fn keep(
    tx: &mut Transaction,
    op: &Operation,
    subsession: &Subsession,
    source: ResultSource,
    raw: Option<&Packed>,
) -> Result<Kept, Error> {
    let came = Came {
        content: Content::of(subsession),
        source,
        raw,
    };
    keep_content(tx, op, came, false).boxed().await
}

/// A result that came.
pub(super) struct Came<'f> {
    pub(super) content: Content,
    pub(super) source: ResultSource,
    /// The file, where it is to be kept.
    pub(super) raw: Option<&'f Packed>,
}

/// The same with what is to be kept of it; with `force` also in the place of a final result.
pub(super) async fn keep_content(
    tx: &mut Transaction,
    op: &Operation,
    came: Came<'_>,
    force: bool,
) -> Result<Kept, Error> {
    let guild = op.guild();
    let (mut content, source) = (came.content, came.source);
    let (before, kept) = judge(tx, op, &mut content, source, force).await?;
    if matches!(kept, Kept::Same | Kept::Withheld(..)) {
        return Ok(kept);
    }
    let known = Known {
        raced_at: content.header.started_at.unwrap_or(op.at),
        source,
        imported_at: op.at,
        imported_by: op.actor.user_id,
        is_final: before.as_ref().is_some_and(|before| before.is_final),
        is_void: before.as_ref().is_some_and(|before| before.is_void),
        version: 0,
        header: content.header.clone(),
    };
    // Before its rows: whoever was faster has this begin again before it does all the work.
    let version = before.as_ref().map(|before| before.version);
    results::save(tx, guild, version, &known).await?;
    let scope = Scope {
        guild,
        subsession_id: content.header.subsession_id,
        raced_at: known.raced_at,
    };
    // Boxed, as the rest below: the compiler takes minutes over one future of so many steps.
    raw::follow(tx, op, &known, came.raw).boxed().await?;
    let mut accounts: BTreeSet<i64> = content.rows.iter().filter_map(|row| row.cust_id).collect();
    if before.is_some() {
        accounts.extend(seen::accounts(tx, op, scope.subsession_id).await?);
    }
    rows::replace(tx, scope, &content.sessions, &content.rows).await?;
    rounds::place(tx, op, &content.header, &content.sessions)
        .boxed()
        .await?;
    // Also where it is in no round any more.
    matches::result_changed(tx, guild, scope.subsession_id).await?;
    let headers = before.iter().map(|before| &before.header);
    let headers: Vec<_> = headers.chain([&content.header]).collect();
    seen::follow(tx, op, &headers, &accounts).boxed().await?;
    let action = before
        .as_ref()
        .map_or("result.imported", |_| "result.corrected");
    let received = Received {
        known: &known,
        rows: content.rows.len(),
        differences: match &kept {
            Kept::Corrected(found) => found.len(),
            _ => 0,
        },
    };
    audit::created(tx, op, action, &received).await?;
    Ok(kept)
}

/// What would become of a result, and what it would take the place of. Who was erased before is erased
/// in it.
pub(super) async fn judge(
    tx: &mut Transaction,
    op: &Operation,
    content: &mut Content,
    source: ResultSource,
    force: bool,
) -> Result<(Option<Known>, Kept), Error> {
    let id = content.header.subsession_id;
    let Some(before) = results::lookup(&mut *tx, op.guild(), id).await? else {
        return Ok((None, Kept::New));
    };
    let found = compare(tx, op, &before, content).await?;
    let kept = match before.withholds(source) {
        _ if found.is_empty() => Kept::Same,
        Some(why) if !force => Kept::Withheld(why, found),
        _ => Kept::Corrected(found),
    };
    Ok((Some(before), kept))
}

/// How what came differs from what is kept, with those in it erased who were erased before.
async fn compare(
    tx: &mut Transaction,
    op: &Operation,
    before: &Known,
    content: &mut Content,
) -> Result<Vec<ResultDifference>, Error> {
    let (guild, id) = (op.guild(), content.header.subsession_id);
    let kept = Content {
        header: before.header.clone(),
        sessions: rows::sessions(&mut *tx, guild, id).await?,
        rows: rows::of_result(&mut *tx, guild, id).await?,
    };
    keep_erased(&kept.rows, &mut content.rows);
    Ok(differences(&kept, content))
}
