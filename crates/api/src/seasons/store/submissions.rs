//! Statements of submissions.

use super::{changed, optional_id, optional_time};
use crate::db::stored_time;
use crate::db::{self, Database, Error, Query, Source, Transaction, stored_id, stored_name};
use crate::page::PageRequest;
use crate::seasons::model::submissions::worth;
use jiff::Timestamp;
use paddock_api_types::points::ItemTotal;
use paddock_api_types::submissions::{Order, Submission, SubmissionState};
use paddock_api_types::{GuildId, ItemId, SeasonId, SubmissionId, UserId};

macro_rules! select_submissions {
    ($rest:literal) => {
        concat!(
            "SELECT s.submission_id, s.season_id, se.name AS season_name, s.user_id, \
             m.display_name, s.item_id, i.name AS item_name, s.quantity, s.points_each, s.state, \
             s.proof_url, s.note, s.submitted_by, s.submitted_at, s.decided_by, s.decided_at, \
             s.reason, s.updated_at, s.version FROM submissions s \
             JOIN seasons se ON se.season_id = s.season_id AND se.guild_id = s.guild_id \
             JOIN items i ON i.item_id = s.item_id AND i.guild_id = s.guild_id \
             JOIN members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id ",
            $rest
        )
    };
}

const LOOKUP: &str = select_submissions!("WHERE s.submission_id = ? AND s.guild_id = ?");
const INSERT: &str = "INSERT INTO submissions (item_id, quantity, points_each, state, proof_url, \
     note, decided_by, decided_at, reason, updated_at, submission_id, guild_id, version, \
     season_id, user_id, submitted_by, submitted_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE submissions SET item_id = ?, quantity = ?, points_each = ?, \
     state = ?, proof_url = ?, note = ?, decided_by = ?, decided_at = ?, reason = ?, \
     updated_at = ?, version = version + 1 WHERE submission_id = ? AND guild_id = ? AND version = ?";
// Three lists, so that each is read off its own index, in either direction.
const OF_MEMBER_NEWEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.user_id = ? AND s.submission_id < ? \
     AND (? IS NULL OR s.season_id = ?) AND (s.state = ? OR (? IS NULL AND s.state <> 'deleted')) \
     ORDER BY s.submission_id DESC LIMIT ?"
);
const OF_MEMBER_OLDEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.user_id = ? AND s.submission_id > ? \
     AND (? IS NULL OR s.season_id = ?) AND (s.state = ? OR (? IS NULL AND s.state <> 'deleted')) \
     ORDER BY s.submission_id LIMIT ?"
);
const IN_STATE_NEWEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.state = ? AND s.submission_id < ? \
     AND (? IS NULL OR s.season_id = ?) ORDER BY s.submission_id DESC LIMIT ?"
);
const IN_STATE_OLDEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.state = ? AND s.submission_id > ? \
     AND (? IS NULL OR s.season_id = ?) ORDER BY s.submission_id LIMIT ?"
);
const NEWEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.submission_id < ? AND (? IS NULL OR s.season_id = ?) \
     AND s.state <> 'deleted' ORDER BY s.submission_id DESC LIMIT ?"
);
const OLDEST: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.submission_id > ? AND (? IS NULL OR s.season_id = ?) \
     AND s.state <> 'deleted' ORDER BY s.submission_id LIMIT ?"
);
const OF_SEASON: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.season_id = ? AND s.submission_id > ? ORDER BY s.submission_id LIMIT ?"
);
const PENDING_OF_SEASON: &str = select_submissions!(
    "WHERE s.guild_id = ? AND s.season_id = ? AND s.state = 'pending' ORDER BY s.submission_id LIMIT ?"
);
const ALL_OF_MEMBER: &str =
    select_submissions!("WHERE s.guild_id = ? AND s.user_id = ? ORDER BY s.submission_id");
const IDS_OF_MEMBER: &str = "SELECT submission_id FROM submissions \
     WHERE guild_id = ? AND user_id = ? ORDER BY submission_id";
// Ids are ordered by time, so that the first that the day can have spares reading all before it.
const IN_A_DAY: &str = "SELECT CAST(COALESCE(SUM(quantity), 0) AS SIGNED) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND submission_id >= ? AND season_id = ? AND item_id = ? \
     AND submitted_at >= ? AND submitted_at < ? AND state IN ('pending', 'approved') \
     AND submission_id <> ?";
const TOTALS: &str = "SELECT s.item_id, i.name, CAST(SUM(s.quantity) AS SIGNED) AS quantity, \
     CAST(SUM(s.quantity * s.points_each) AS SIGNED) AS points FROM submissions s \
     JOIN items i ON i.item_id = s.item_id AND i.guild_id = s.guild_id \
     WHERE s.guild_id = ? AND s.user_id = ? AND s.season_id = ? AND s.state = 'approved' \
     GROUP BY s.item_id, i.name ORDER BY points DESC, s.item_id";
const COUNT_PENDING: &str = "SELECT COUNT(*) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND season_id = ? AND state = 'pending'";
const FORGET: &str = "DELETE FROM submissions WHERE guild_id = ? AND user_id = ?";

#[derive(sqlx::FromRow)]
struct SubmissionRow {
    submission_id: i64,
    season_id: i64,
    season_name: String,
    user_id: i64,
    display_name: String,
    item_id: i64,
    item_name: String,
    quantity: i64,
    points_each: i64,
    state: String,
    proof_url: Option<String>,
    note: Option<String>,
    submitted_by: i64,
    submitted_at: i64,
    decided_by: Option<i64>,
    decided_at: Option<i64>,
    reason: Option<String>,
    updated_at: i64,
    version: i64,
}

/// A submission as stored.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) submission: Submission,
    /// Grows with every change, so that none is overwritten unseen.
    version: i64,
}

/// Which submissions to list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filter {
    pub(crate) guild: GuildId,
    pub(crate) user: Option<UserId>,
    pub(crate) season: Option<SeasonId>,
    pub(crate) state: Option<SubmissionState>,
    pub(crate) order: Order,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: SubmissionId,
) -> Result<Option<Stored>, Error> {
    let query = from.query(LOOKUP).bind(id.get()).bind(guild.get());
    let row: Option<SubmissionRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

pub(crate) async fn list(
    db: &Database,
    filter: Filter,
    page: PageRequest<1>,
) -> Result<Vec<Submission>, Error> {
    let newest = filter.order == Order::Newest;
    let edge = if newest { i64::MAX } else { 0 };
    let after = page.after.map_or(edge, |[id]| id);
    let guild = filter.guild.get();
    let season = filter.season.map(SeasonId::get);
    let query = match (filter.user, filter.state.map(db::name)) {
        (Some(user), state) => {
            let sql = if newest {
                OF_MEMBER_NEWEST
            } else {
                OF_MEMBER_OLDEST
            };
            let query = db.read(sql).bind(guild).bind(user.get()).bind(after);
            let query = query.bind(season).bind(season);
            query.bind(state.clone()).bind(state)
        }
        (None, Some(state)) => {
            let sql = if newest {
                IN_STATE_NEWEST
            } else {
                IN_STATE_OLDEST
            };
            let query = db.read(sql).bind(guild).bind(state).bind(after);
            query.bind(season).bind(season)
        }
        (None, None) => {
            let sql = if newest { NEWEST } else { OLDEST };
            let query = db.read(sql).bind(guild).bind(after);
            query.bind(season).bind(season)
        }
    };
    submissions(query.bind(page.rows()).fetch_all().await?)
}

/// All of a season, oldest first, some at a time.
pub(crate) async fn of_season(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: i64,
) -> Result<Vec<Submission>, Error> {
    let query = db.read(OF_SEASON).bind(guild.get()).bind(season.get());
    submissions(query.bind(after).bind(limit).fetch_all().await?)
}

/// Those of a season that wait, oldest first.
pub(crate) async fn pending_of_season(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    limit: u32,
) -> Result<Vec<Stored>, Error> {
    let query = tx
        .run(PENDING_OF_SEASON)
        .bind(guild.get())
        .bind(season.get());
    let rows: Vec<SubmissionRow> = query.bind(i64::from(limit)).fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Everything that a member ever submitted.
pub(crate) async fn all_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Submission>, Error> {
    let query = db.read(ALL_OF_MEMBER).bind(guild.get()).bind(user.get());
    submissions(query.fetch_all().await?)
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    submission: &Submission,
) -> Result<(), Error> {
    write(tx.run(INSERT), guild, submission, 0)
        .bind(submission.season_id.get())
        .bind(submission.user_id.get())
        .bind(submission.submitted_by.get())
        .bind(submission.submitted_at.as_millisecond())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Writes a submission that was read in the same transaction; a conflict when somebody else changed
/// it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let query = write(tx.run(UPDATE), guild, &stored.submission, stored.version);
    changed(query.execute().await?)
}

fn write<'q>(query: Query<'q>, guild: GuildId, submission: &Submission, version: i64) -> Query<'q> {
    query
        .bind(submission.item_id.get())
        .bind(i64::from(submission.quantity))
        .bind(i64::from(submission.points_each))
        .bind(db::name(submission.state))
        .bind(submission.proof_url.as_deref())
        .bind(submission.note.as_deref())
        .bind(submission.decided_by.map(UserId::get))
        .bind(submission.decided_at.map(Timestamp::as_millisecond))
        .bind(submission.reason.as_deref())
        .bind(submission.updated_at.as_millisecond())
        .bind(submission.id.get())
        .bind(guild.get())
        .bind(version)
}

/// What counts against a daily limit.
pub(crate) struct Day {
    pub(crate) guild: GuildId,
    pub(crate) user: UserId,
    pub(crate) season: SeasonId,
    pub(crate) item: ItemId,
    /// No id of the day is lower.
    pub(crate) first_id: i64,
    /// Its first millisecond.
    pub(crate) from: i64,
    /// The first of the next.
    pub(crate) until: i64,
    /// One that does not count, because it is about to change.
    pub(crate) without: Option<SubmissionId>,
}

/// How many of an item a member submitted in a day, waiting ones included.
pub(crate) async fn in_a_day(tx: &mut Transaction, day: &Day) -> Result<i64, Error> {
    let (quantity,): (i64,) = tx
        .run(IN_A_DAY)
        .bind(day.guild.get())
        .bind(day.user.get())
        .bind(day.first_id)
        .bind(day.season.get())
        .bind(day.item.get())
        .bind(day.from)
        .bind(day.until)
        .bind(day.without.map_or(0, SubmissionId::get))
        .fetch_one()
        .await?;
    Ok(quantity)
}

/// What a member's approved submissions come to, by item.
pub(crate) async fn totals(
    db: &Database,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<Vec<ItemTotal>, Error> {
    let query = db.read(TOTALS).bind(guild.get()).bind(user.get());
    let rows: Vec<(i64, String, i64, i64)> = query.bind(season.get()).fetch_all().await?;
    rows.into_iter()
        .map(|(item, name, quantity, points)| {
            Ok(ItemTotal {
                item_id: stored_id("submissions.item_id", item)?,
                name,
                quantity,
                points,
            })
        })
        .collect()
}

/// How many of a member's submissions wait.
pub(crate) async fn count_pending(
    db: &Database,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<i64, Error> {
    let query = db.read(COUNT_PENDING).bind(guild.get()).bind(user.get());
    let (count,): (i64,) = query.bind(season.get()).fetch_one().await?;
    Ok(count)
}

/// Which are a member's.
pub(crate) async fn ids_of_member(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<SubmissionId>, Error> {
    let query = tx.run(IDS_OF_MEMBER).bind(guild.get()).bind(user.get());
    let rows: Vec<(i64,)> = query.fetch_all().await?;
    rows.into_iter()
        .map(|(id,)| stored_id("submissions.submission_id", id))
        .collect()
}

/// Everything of a member.
pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(user.get());
    query.execute().await.map(drop)
}

fn submissions(rows: Vec<SubmissionRow>) -> Result<Vec<Submission>, Error> {
    rows.into_iter()
        .map(|row| Stored::try_from(row).map(|stored| stored.submission))
        .collect()
}

impl TryFrom<SubmissionRow> for Stored {
    type Error = Error;

    fn try_from(row: SubmissionRow) -> Result<Self, Error> {
        let quantity = stored_id("submissions.quantity", row.quantity)?;
        let points_each = stored_id("submissions.points_each", row.points_each)?;
        let submission = Submission {
            id: stored_id("submissions.submission_id", row.submission_id)?,
            season_id: stored_id("submissions.season_id", row.season_id)?,
            season_name: row.season_name,
            user_id: stored_id("submissions.user_id", row.user_id)?,
            display_name: row.display_name,
            item_id: stored_id("submissions.item_id", row.item_id)?,
            item_name: row.item_name,
            quantity,
            points_each,
            points: worth(quantity, points_each),
            state: stored_name("submissions.state", row.state)?,
            proof_url: row.proof_url,
            note: row.note,
            submitted_by: stored_id("submissions.submitted_by", row.submitted_by)?,
            submitted_at: stored_time("submissions.submitted_at", row.submitted_at)?,
            decided_by: optional_id("submissions.decided_by", row.decided_by)?,
            decided_at: optional_time("submissions.decided_at", row.decided_at)?,
            reason: row.reason,
            updated_at: stored_time("submissions.updated_at", row.updated_at)?,
        };
        Ok(Self {
            submission,
            version: row.version,
        })
    }
}
