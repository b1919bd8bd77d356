//! Files of standings, ledger and submissions, read and sent some rows at a time.

use super::leaderboard::ranked;
use super::season;
use crate::csv::{cell, line};
use crate::db::{Error, name};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::SeasonError;
use crate::seasons::model::places;
use crate::seasons::model::ranks::Ladder;
use crate::seasons::store;
use crate::seasons::store::standings::Listed;
use futures_util::{Stream, stream};
use jiff::Timestamp;
use paddock_api_types::SeasonId;
use paddock_api_types::points::{LeaderboardRow, LedgerEntry};
use paddock_api_types::submissions::Submission;
use std::borrow::Cow;

/// Rows read at a time.
const ROWS: u32 = 1000;

/// A table that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// The leaderboard.
    Standings,
    /// Every entry, oldest first.
    Ledger,
    /// Every submission, oldest first.
    Submissions,
}

impl Table {
    fn header(self) -> &'static str {
        match self {
            Self::Standings => "place,user_id,display_name,points,rank\r\n",
            Self::Ledger => {
                "entry_id,created_at,user_id,kind,points,submission_id,actor_id,reason\r\n"
            }
            Self::Submissions => {
                "submission_id,submitted_at,user_id,display_name,item,quantity,points_each,points,\
                 state,submitted_by,decided_by,decided_at,reason,note,proof_url\r\n"
            }
        }
    }
}

/// Progress of an export.
enum Progress {
    Header,
    Rows(After),
    Done,
}

/// The row to continue after.
#[derive(Clone, Copy)]
struct After {
    page: PageRequest<2>,
    id: i64,
    /// Number of rows so far.
    rows: u32,
    /// Points and place of the last of them.
    last: Option<(i64, u32)>,
}

/// A season's table as CSV. Fails before the first row if there is no such season, and midway if the
/// database fails.
pub(crate) async fn export(
    op: Operation,
    id: SeasonId,
    table: Table,
) -> Result<impl Stream<Item = Result<String, Error>> + Send + 'static, SeasonError> {
    let op = op.at_length();
    season(&op.ctx.db, &op, id).await?;
    let ladder = store::ranks::ladder(&op.ctx.db, op.guild(), id).await?;
    Ok(stream::try_unfold(
        (op, ladder, Progress::Header),
        move |(op, ladder, progress)| async move {
            let after = match progress {
                Progress::Done => return Ok(None),
                Progress::Header => {
                    let begin = After {
                        page: PageRequest {
                            limit: ROWS,
                            after: None,
                        },
                        id: 0,
                        rows: 0,
                        last: None,
                    };
                    let header = table.header().to_owned();
                    return Ok(Some((header, (op, ladder, Progress::Rows(begin)))));
                }
                Progress::Rows(after) => after,
            };
            let (text, next) = rows(&op, id, table, &ladder, after).await?;
            let progress = next.map_or(Progress::Done, Progress::Rows);
            Ok(Some((text, (op, ladder, progress))))
        },
    ))
}

/// The next rows, and the row to continue after.
async fn rows(
    op: &Operation,
    season: SeasonId,
    table: Table,
    ladder: &Ladder,
    mut after: After,
) -> Result<(String, Option<After>), Error> {
    let db = &op.ctx.db;
    let limit = i64::from(ROWS);
    let mut text = String::new();
    let last = match table {
        Table::Standings => {
            let rows = store::standings::leaderboard(db, op.guild(), season, after.page).await?;
            let page = after.page.page(rows, |row| [row.points, row.reached_id]);
            if let Some(row) = page.items.last() {
                after.page.after = Some([row.points, row.reached_id]);
            }
            for row in ranked_on(page.items, ladder, &mut after) {
                text.push_str(&standing_line(&row));
            }
            return Ok((text, page.next_cursor.map(|_| after)));
        }
        Table::Ledger => {
            let rows = store::ledger::of_season(db, op.guild(), season, after.id, limit).await?;
            text.extend(rows.iter().map(entry_line));
            rows.last().map(|entry| entry.id.get())
        }
        Table::Submissions => {
            let rows =
                store::submissions::of_season(db, op.guild(), season, after.id, limit).await?;
            text.extend(rows.iter().map(submission_line));
            rows.last().map(|submission| submission.id.get())
        }
    };
    Ok((text, last.map(|id| After { id, ..after })))
}

/// Counts places on from the rows before.
fn ranked_on(rows: Vec<Listed>, ladder: &Ladder, after: &mut After) -> Vec<LeaderboardRow> {
    let points: Vec<_> = rows.iter().map(|row| row.points).collect();
    let count = |rows: usize| u32::try_from(rows).expect("a page has few rows");
    let first = match after.last {
        Some((last, place)) if points.first() == Some(&last) => place,
        _ => after.rows + 1,
    };
    let second = after.rows + count(places::equal_at_first(&points)) + 1;
    let places = places::places(&points, first, second);
    after.rows += count(points.len());
    after.last = points.last().copied().zip(places.last().copied());
    ranked(rows, places, ladder)
}

fn standing_line(row: &LeaderboardRow) -> String {
    line([
        row.place.to_string().into(),
        row.user_id.to_string().into(),
        cell(&row.display_name),
        row.points.to_string().into(),
        cell(row.rank.as_ref().map_or("", |rank| &rank.name)),
    ])
}

fn entry_line(entry: &LedgerEntry) -> String {
    line([
        entry.id.to_string().into(),
        entry.created_at.to_string().into(),
        entry.user_id.to_string().into(),
        name(entry.kind).into(),
        entry.points.to_string().into(),
        optional(entry.submission_id),
        optional(entry.actor_id),
        cell(entry.reason.as_deref().unwrap_or_default()),
    ])
}

fn submission_line(submission: &Submission) -> String {
    line([
        submission.id.to_string().into(),
        submission.submitted_at.to_string().into(),
        submission.user_id.to_string().into(),
        cell(&submission.display_name),
        cell(&submission.item_name),
        submission.quantity.to_string().into(),
        submission.points_each.to_string().into(),
        submission.points.to_string().into(),
        name(submission.state).into(),
        submission.submitted_by.to_string().into(),
        optional(submission.decided_by),
        submission
            .decided_at
            .as_ref()
            .map(Timestamp::to_string)
            .unwrap_or_default()
            .into(),
        cell(submission.reason.as_deref().unwrap_or_default()),
        cell(submission.note.as_deref().unwrap_or_default()),
        cell(submission.proof_url.as_deref().unwrap_or_default()),
    ])
}

fn optional<'a>(value: Option<impl ToString>) -> Cow<'a, str> {
    value
        .map(|value| value.to_string())
        .unwrap_or_default()
        .into()
}
