//! Records as a file, read and sent some rows at a time.

use super::excused::excused;
use super::session;
use crate::attendance::model::{AttendanceError, date_id};
use crate::attendance::store;
use crate::csv::{cell, line};
use crate::db::{Error, Reading, name};
use crate::guilds;
use crate::operation::Operation;
use futures_util::{Stream, TryStreamExt as _, stream};
use jiff::tz::TimeZone;
use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::{AttendanceRecord, AttendanceSource, AttendanceStatus};
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
    /// Those of a session who are excused without a record.
    Excused(AttendanceSessionId),
    End,
}

/// The records of a session, or of all, oldest session first.
pub(crate) async fn export(
    op: Operation,
    only: Option<AttendanceSessionId>,
) -> Result<impl Stream<Item = Result<String, Error>> + Send + 'static, AttendanceError> {
    let op = op.at_length();
    if let Some(id) = only {
        session(&op.ctx.db, &op, id).await?;
    }
    let zone = guilds::service::time_zone(&op.ctx.db, op.guild()).await?;
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
                        None => Next::Excused(id),
                    };
                    let text = rows.iter().map(|row| record(row, &zone)).collect();
                    (text, next)
                }
                Next::Excused(id) => {
                    let next = match only {
                        Some(_) => Next::End,
                        None => Next::Session(id.get()),
                    };
                    (excused_rows(&op, id, &zone).await?, next)
                }
                Next::End => return Ok(None),
            };
            Ok(Some((text, (op, next))))
        }
    });
    Ok(parts.try_filter(|text| std::future::ready(!text.is_empty())))
}

/// Those who are excused from a session and have no record, with the time at which it was opened.
async fn excused_rows(
    op: &Operation,
    id: AttendanceSessionId,
    zone: &TimeZone,
) -> Result<String, Error> {
    let db = &op.ctx.db;
    let Some(session) = store::sessions::lookup(db, op.guild(), id).await? else {
        return Ok(String::new());
    };
    let excused = excused(&mut Reading::Now(db), op, &session).await?;
    let rows = excused.into_iter().map(|member| AttendanceRecord {
        session_id: id,
        title: session.title.clone(),
        user_id: member.user_id,
        username: None,
        external_id: member.external_id,
        display_name: member.display_name,
        status: AttendanceStatus::Excused,
        at: session.opened_at,
        marked_by: None,
        note: None,
        source: AttendanceSource::Marked,
    });
    Ok(rows.map(|row| record(&row, zone)).collect())
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
