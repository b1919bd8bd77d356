//! Statements of submissions.

use crate::db::{
    Database, Encode as _, Error, Source, Transaction, Value, Values, four_of, names, record, save,
    select, sql,
};
use crate::ids;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::points::ItemTotal;
use paddock_api_types::submissions::{Order, Submission, SubmissionState};
use paddock_api_types::{GuildId, ItemId, SeasonId, SubmissionId, UserId};

const LOOKUP: &str = select!(
    Stored,
    "WHERE submissions.submission_id = ? AND submissions.guild_id = ?"
);
// Three lists, so that each is read off its own index, in either direction.
const OF_MEMBER_NEWEST: &str = select!(
    Stored,
    "WHERE submissions.guild_id = ? AND submissions.user_id = ? AND submissions.submission_id < ? \
     AND (? IS NULL OR submissions.season_id = ?) \
     AND (submissions.state = ? OR (? IS NULL AND submissions.state <> 'deleted')) \
     ORDER BY submissions.submission_id DESC LIMIT ?"
);
const OF_MEMBER_OLDEST: &str = select!(
    Stored,
    "WHERE submissions.guild_id = ? AND submissions.user_id = ? AND submissions.submission_id > ? \
     AND (? IS NULL OR submissions.season_id = ?) \
     AND (submissions.state = ? OR (? IS NULL AND submissions.state <> 'deleted')) \
     ORDER BY submissions.submission_id LIMIT ?"
);
/// Who asks for no state is shown these.
const LISTED: [SubmissionState; 4] = [
    SubmissionState::Pending,
    SubmissionState::Approved,
    SubmissionState::Rejected,
    SubmissionState::Expired,
];
const IN_STATE_NEWEST: &str = "SELECT * FROM (SELECT submission_id FROM submissions \
     WHERE guild_id = ? AND state = ? AND submission_id < ? AND (? IS NULL OR season_id = ?) \
     ORDER BY submission_id DESC LIMIT ?) AS listed";
const IN_STATE_OLDEST: &str = "SELECT * FROM (SELECT submission_id FROM submissions \
     WHERE guild_id = ? AND state = ? AND submission_id > ? AND (? IS NULL OR season_id = ?) \
     ORDER BY submission_id LIMIT ?) AS listed";
// One list for each state, so that one index serves all of them, and all in one statement: in two, what
// is decided between them would be in neither list.
const NEWEST: &str = sql!(
    select!(Stored, "JOIN ("),
    four_of!(IN_STATE_NEWEST),
    ") AS page ON page.submission_id = submissions.submission_id \
     ORDER BY submissions.submission_id DESC LIMIT ?"
);
const OLDEST: &str = sql!(
    select!(Stored, "JOIN ("),
    four_of!(IN_STATE_OLDEST),
    ") AS page ON page.submission_id = submissions.submission_id \
     ORDER BY submissions.submission_id LIMIT ?"
);
const OF_SEASON: &str = select!(
    Stored,
    "WHERE +submissions.guild_id = ? AND submissions.season_id = ? \
     AND submissions.submission_id > ? ORDER BY submissions.submission_id LIMIT ?"
);
const PENDING_OF_SEASON: &str = select!(
    Stored,
    "WHERE submissions.guild_id = ? AND +submissions.season_id = ? \
     AND submissions.state = 'pending' ORDER BY submissions.submission_id LIMIT ?"
);
const ALL_OF_MEMBER: &str = select!(
    Stored,
    "WHERE submissions.guild_id = ? AND submissions.user_id = ? ORDER BY submissions.submission_id"
);
const IDS_OF_MEMBER: &str = "SELECT submission_id FROM submissions \
     WHERE guild_id = ? AND user_id = ? ORDER BY submission_id";
// Ids are ordered by time, so that the first that the day can have spares reading all before it.
const IN_A_DAY: &str = "SELECT CAST(COALESCE(SUM(quantity), 0) AS SIGNED) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND submission_id >= ? AND season_id = ? AND item_id = ? \
     AND submitted_at >= ? AND submitted_at < ? AND state IN ('pending', 'approved') \
     AND submission_id <> ?";
const TOTALS: &str = select!(
    ItemTotal,
    "WHERE submissions.guild_id = ? AND submissions.user_id = ? AND submissions.season_id = ? \
     AND submissions.state = 'approved' GROUP BY submissions.item_id, items.name \
     ORDER BY points DESC, submissions.item_id"
);
const COUNT_PENDING: &str = "SELECT COUNT(*) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND season_id = ? AND state = 'pending'";
const COUNT_IN_SEASON: &str = "SELECT COUNT(*) FROM submissions \
     WHERE guild_id = ? AND +season_id = ? AND state = 'pending'";
const COUNT_WAITING: &str = "SELECT COUNT(*) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND state = 'pending'";
// One of a clock that was ahead does not count.
const HANDED_IN: &str = "SELECT COUNT(*), MIN(submitted_at) FROM submissions \
     WHERE guild_id = ? AND user_id = ? AND submission_id >= ? AND submitted_by = ? \
     AND submitted_at > ? AND submitted_at <= ?";
const ERASE: &str = "DELETE FROM submissions WHERE guild_id = ? AND user_id = ?";

/// A submission as stored.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) submission: Submission,
    /// Grows with every change, so that none is overwritten unseen.
    version: i64,
}

names!(SubmissionState);
record! { Submission from submissions {
    id: submission_id, season_id, season_name: "seasons.name", user_id,
    display_name: "members.display_name", item_id, item_name: "items.name", quantity, points_each,
    points: "submissions.quantity * submissions.points_each", state, proof_url, note,
    submitted_by, submitted_at, decided_by, decided_at, reason, updated_at,
} }
record! { Stored from submissions { submission: (Submission), version }
    "JOIN seasons ON seasons.season_id = submissions.season_id \
         AND seasons.guild_id = +submissions.guild_id \
     JOIN items ON items.item_id = submissions.item_id AND items.guild_id = submissions.guild_id \
     JOIN members ON members.guild_id = submissions.guild_id \
         AND members.user_id = submissions.user_id"
}
record! { ItemTotal from submissions {
    item_id, name: "items.name", quantity: "CAST(SUM(submissions.quantity) AS SIGNED)",
    points: "CAST(SUM(submissions.quantity * submissions.points_each) AS SIGNED) AS points",
}
    "JOIN items ON items.item_id = submissions.item_id AND items.guild_id = submissions.guild_id"
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
    from.query(LOOKUP, (id, guild)).optional().await
}

pub(crate) async fn list(
    db: &Database,
    filter: Filter,
    page: PageRequest<1>,
) -> Result<Vec<Submission>, Error> {
    let Filter { guild, season, .. } = filter;
    let (after, of_member, in_states) = match filter.order {
        Order::Newest => (page.before_id(), OF_MEMBER_NEWEST, NEWEST),
        Order::Oldest => (page.after_id(), OF_MEMBER_OLDEST, OLDEST),
    };
    let (state, rows) = (filter.state, page.rows());
    if let Some(user) = filter.user {
        let values = (guild, user, after, season, season, state, state, rows);
        return Ok(submissions(db.query(of_member, values).all().await?));
    }
    // Nothing has no state.
    let states = state.map_or(LISTED.map(Some), |state| [Some(state), None, None, None]);
    let lists = states.map(|state| (guild, state, after, season, season, rows));
    let lists = lists.iter().flat_map(Values::values);
    let values: Vec<Value<'_>> = lists.chain([rows.encode()]).collect();
    Ok(submissions(db.query(in_states, values).all().await?))
}

/// All of a season, oldest first, some at a time.
pub(crate) async fn of_season(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: i64,
) -> Result<Vec<Submission>, Error> {
    let values = (guild, season, after, limit);
    Ok(submissions(db.query(OF_SEASON, values).all().await?))
}

/// Those of a season that wait, oldest first.
pub(crate) async fn pending_of_season(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    limit: u32,
) -> Result<Vec<Stored>, Error> {
    let values = (guild, season, limit);
    tx.query(PENDING_OF_SEASON, values).all().await
}

/// Everything that a member ever submitted.
pub(crate) async fn all_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Submission>, Error> {
    let rows = db.query(ALL_OF_MEMBER, (guild, user)).all();
    Ok(submissions(rows.await?))
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    submission: &Submission,
) -> Result<(), Error> {
    write(tx, guild, submission, None).await
}

/// Writes a submission that was read in the same transaction; fails with `Conflict` if another one
/// changed it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    write(tx, guild, &stored.submission, Some(stored.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    submission: &Submission,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        submissions {
            item_id: submission.item_id,
            quantity: submission.quantity,
            points_each: submission.points_each,
            state: submission.state,
            proof_url: submission.proof_url,
            note: submission.note,
            decided_by: submission.decided_by,
            decided_at: submission.decided_at,
            reason: submission.reason,
            updated_at: submission.updated_at,
        },
        key {
            submission_id: submission.id,
            guild_id: guild
        },
        once {
            season_id: submission.season_id,
            user_id: submission.user_id,
            submitted_by: submission.submitted_by,
            submitted_at: submission.submitted_at,
        }
    )
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
    let without = day.without.map_or(0, SubmissionId::get);
    let (guild, user, season, item) = (day.guild, day.user, day.season, day.item);
    let values = (
        guild,
        user,
        day.first_id,
        season,
        item,
        day.from,
        day.until,
        without,
    );
    tx.query(IN_A_DAY, values).scalar().await
}

/// The sums of a member's approved submissions, by item.
pub(crate) async fn totals(
    db: &Database,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<Vec<ItemTotal>, Error> {
    db.query(TOTALS, (guild, user, season)).all().await
}

/// How many of a member's submissions wait.
pub(crate) async fn count_pending(
    db: &Database,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<i64, Error> {
    let values = (guild, user, season);
    db.query(COUNT_PENDING, values).scalar().await
}

/// How many submissions wait in a season.
pub(crate) async fn pending_in(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
) -> Result<i64, Error> {
    let values = (guild, season);
    db.query(COUNT_IN_SEASON, values).scalar().await
}

/// How many of a member's submissions wait, in any season.
pub(crate) async fn count_waiting(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<i64, Error> {
    tx.query(COUNT_WAITING, (guild, user)).scalar().await
}

/// How many submissions a member handed in after `since`, whatever became of them, and when the first.
pub(crate) async fn handed_in(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    since: Timestamp,
    until: Timestamp,
) -> Result<(i64, Option<Timestamp>), Error> {
    let first_id = ids::lowest_of_rows_since(since);
    let values = (guild, user, first_id, user, since, until);
    tx.query(HANDED_IN, values).one().await
}

/// The ids of a member's submissions.
pub(crate) async fn ids_of_member(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<SubmissionId>, Error> {
    tx.query(IDS_OF_MEMBER, (guild, user)).scalars().await
}

/// Everything of a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

fn submissions(rows: Vec<Stored>) -> Vec<Submission> {
    rows.into_iter().map(|stored| stored.submission).collect()
}
