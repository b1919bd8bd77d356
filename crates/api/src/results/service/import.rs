//! Results in files.

use super::keep::{Came, judge, keep_content};
use super::raw;
use crate::operation::Operation;
use crate::results::model::files::{self, NewResult};
use crate::results::model::{Kept, ResultError, subsession_id};
use futures_util::FutureExt;
use paddock_api_types::results::{ImportResultQuery, ResultImported};

/// How many differences and rows an answer lists.
const LISTED: usize = 200;

/// Keeps the result of a file, or says what would come of that.
pub(crate) async fn import(
    op: &Operation,
    query: &ImportResultQuery,
    file: String,
) -> Result<ResultImported, ResultError> {
    // A repetition need not be read again.
    if let Some(answer) = op.first_answer().await? {
        return Ok(answer);
    }
    let id = query.subsession_id;
    // Megabytes of JSON would hold up everybody else on this thread.
    let (read, file) = raw::aside(move || (files::read(&file, id), file)).await;
    let new = &read?;
    let (apply, force) = (query.apply == Some(true), query.force == Some(true));
    let raw = if apply {
        raw::pack(op, file.into_bytes()).await?
    } else {
        None
    };
    let raw = raw.as_ref();
    op.write(|mut tx| async move {
        let content = new.content.clone();
        let kept = if apply {
            let came = Came {
                content,
                source: new.source,
                raw,
            };
            keep_content(&mut tx, op, came, force).boxed().await?
        } else {
            let mut content = content;
            judge(&mut tx, op, &mut content, new.source, force).await?.1
        };
        if let (true, Kept::Withheld(why, _)) = (apply, &kept) {
            return Err(ResultError::from(*why));
        }
        let applied = apply && kept != Kept::Same;
        let answer = answer(new, kept, applied);
        Ok(op.commit(tx, answer).await?)
    })
    .await
}

fn answer(new: &NewResult, kept: Kept, applied: bool) -> ResultImported {
    let header = &new.content.header;
    let (outcome, mut differences) = kept.told();
    let difference_count = count(differences.len());
    differences.truncate(LISTED);
    ResultImported {
        subsession_id: subsession_id(header.subsession_id),
        outcome,
        applied,
        name: header.session_name.clone().or(header.series_name.clone()),
        track: header.track_name.clone(),
        started_at: header.started_at,
        sessions: count(new.content.sessions.len()),
        rows: count(new.content.rows.len()),
        difference_count,
        differences,
        unreadable_count: count(new.unreadable.len()),
        unreadable: new.unreadable.iter().take(LISTED).cloned().collect(),
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
