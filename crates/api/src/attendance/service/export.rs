//! Records as a file, read and sent some rows at a time.

use super::{session, settings::settings};
use crate::attendance::model::{AttendanceError, date_id, zone_named};
use crate::attendance::store;
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
/// The first five are what files of other attendance bots begin with.
const HEADER: &str =
    "user_id,username,timestamp,date_id,session_id,status,student_id,student_name,title\r\n";

/// Where reading goes on.
#[derive(Clone, Copy)]
enum Next {
    Header,
    After(i64, i64),
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
            let (session, user) = match next {
                Next::Header => {
                    return Ok(Some((HEADER.to_owned(), (op, Next::After(0, 0)))));
                }
                Next::After(session, user) => (session, user),
                Next::End => return Ok(None),
            };
            let db = &op.ctx.db;
            let rows = match only {
                Some(id) => store::records::of_session(db, id, user, ROWS).await?,
                None => store::records::of_guild(db, op.guild(), (session, user), ROWS).await?,
            };
            let next = rows.last().map_or(Next::End, |last| {
                Next::After(last.session_id.get(), last.user_id.get())
            });
            let text: String = rows.iter().map(|row| record(row, &zone)).collect();
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
