//! Records as a file, read and sent some rows at a time.

use super::{session, settings::settings};
use crate::attendance::model::{AttendanceError, date_id};
use crate::attendance::store;
use crate::clock::zone_named;
use crate::csv::{cell, line};
use crate::db::{Error, name};
use crate::operation::Operation;
use futures_util::{Stream, TryStreamExt as _, stream};
use jiff::tz::TimeZone;
use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::AttendanceRecord;
use std::borrow::Cow;

/// Rows read at a time.
const ROWS: i64 = 1000;
/// The first five are the columns with which files of other attendance bots begin.
const HEADER: &str =
    "user_id,username,timestamp,date_id,session_id,status,student_id,student_name,title\r\n";

/// Position of the next rows.
#[derive(Clone, Copy)]
enum Next {
    Header,
    /// The session after the one with this id.
    Session(i64),
    /// Records of a session, after this member's.
    Records(AttendanceSessionId, i64),
    End,
}

/// The records of a session, or of all, oldest session first.
pub(crate) async fn export(
    op: Operation,
    only: Option<AttendanceSessionId>,
) -> Result<impl Stream<Item = Result<String, Error>> + Send + 'static, AttendanceError> {
    if let Some(id) = only {
        session(&op.ctx.db, &op, id).await?;
    }
    let settings = settings(&op.ctx.db, &op.ctx, op.guild()).await?;
    let zone = zone_named(&settings.time_zone).unwrap_or(TimeZone::UTC);
    let parts = stream::try_unfold((op, Next::Header), move |(op, next)| {
        let zone = zone.clone();
        async move {
            let db = &op.ctx.db;
            let (text, next) = match next {
                Next::Header => {
                    let first = only.map_or(Next::Session(0), |id| Next::Records(id, 0));
                    (HEADER.to_owned(), first)
                }
                Next::Session(before) => {
                    let id = store::sessions::next(db, op.guild(), before).await?;
                    let next = id.map_or(Next::End, |id| Next::Records(id, 0));
                    (String::new(), next)
                }
                Next::Records(id, user) => {
                    let rows = store::records::of_session(db, op.guild(), id, user, ROWS).await?;
                    let next = match rows.last() {
                        Some(last) => Next::Records(id, last.user_id.get()),
                        None if only.is_some() => Next::End,
                        None => Next::Session(id.get()),
                    };
                    let text = rows.iter().map(|row| record(row, &zone)).collect();
                    (text, next)
                }
                Next::End => return Ok(None),
            };
            Ok(Some((text, (op, next))))
        }
    });
    Ok(parts.try_filter(|text| std::future::ready(!text.is_empty())))
}

fn record(row: &AttendanceRecord, zone: &TimeZone) -> String {
    let text = |text: &'_ Option<String>| -> String {
        cell(text.as_deref().unwrap_or_default()).into_owned()
    };
    let cells = [
        row.user_id.to_string(),
        text(&row.username),
        row.at.to_string(),
        date_id(row.at, zone),
        row.session_id.to_string(),
        name(row.status),
        text(&row.external_id),
        text(&row.display_name),
        text(&row.title),
    ];
    line(cells.map(Cow::Owned))
}
