//! Statements that prove the stored points. Each compares within itself, so that what is written at
//! the same moment is seen on both sides or on neither. A season is named by its guild and its id.

use crate::db::{Database, Error, Source};

const SEASONS: &str = "SELECT season_id, guild_id FROM seasons \
     WHERE season_id > ? ORDER BY season_id LIMIT 1";
const STANDINGS: &str = "SELECT page.user_id, page.points, \
     (SELECT CAST(COALESCE(SUM(l.points), 0) AS SIGNED) FROM ledger_entries l \
         WHERE l.guild_id = page.guild_id AND l.season_id = page.season_id \
         AND l.user_id = page.user_id) AS entries \
     FROM (SELECT guild_id, season_id, user_id, points FROM standings \
         WHERE guild_id = ? AND season_id = ? AND user_id > ? ORDER BY user_id LIMIT ?) AS page \
     ORDER BY page.user_id";
const ORPHANS: &str = "SELECT DISTINCT l.user_id FROM ledger_entries l \
     WHERE l.guild_id = ? AND l.season_id = ? \
     AND NOT EXISTS (SELECT 1 FROM standings s \
         WHERE s.guild_id = l.guild_id AND s.season_id = l.season_id \
         AND s.user_id = l.user_id) ORDER BY l.user_id";
const SUBMISSIONS: &str = "SELECT s.submission_id, CASE WHEN s.state = 'approved' \
     THEN s.quantity * s.points_each ELSE 0 END AS worth, \
     CAST(COALESCE(e.points, 0) AS SIGNED) AS entries FROM submissions s \
     LEFT JOIN (SELECT submission_id, SUM(points) AS points FROM ledger_entries \
         WHERE guild_id = ? AND season_id = ? AND submission_id IS NOT NULL GROUP BY \
         submission_id) AS e \
     ON e.submission_id = s.submission_id WHERE +s.guild_id = ? AND s.season_id = ? \
     AND (CASE WHEN s.state = 'approved' THEN s.quantity * s.points_each ELSE 0 END) \
     <> COALESCE(e.points, 0) ORDER BY s.submission_id";
const COUNTS: &str = "SELECT bucket, CAST(SUM(members) AS SIGNED) AS surplus FROM ( \
     SELECT bucket, members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 0 \
     UNION ALL SELECT points AS bucket, -COUNT(*) AS members FROM standings \
         WHERE guild_id = ? AND season_id = ? AND listed = TRUE GROUP BY points) AS both_sides \
     GROUP BY bucket HAVING SUM(members) <> 0 ORDER BY bucket";
const LEVELS: &str = "SELECT level, bucket, members FROM standing_counts \
     WHERE guild_id = ? AND season_id = ?";
const PARTICIPANTS: &str = "SELECT s.participants, (SELECT COUNT(*) FROM standings st \
     WHERE st.guild_id = s.guild_id AND st.season_id = s.season_id) AS standings FROM seasons s \
     WHERE s.guild_id = ? AND s.season_id = ?";

/// The season after this one over all guilds, with its guild; 0 begins.
pub(crate) async fn next_season(db: &Database, after: i64) -> Result<Option<(i64, i64)>, Error> {
    db.query(SEASONS, (after,)).optional().await
}

/// Members' points as they stand, and as their entries sum up, some at a time.
pub(crate) async fn standings(
    db: &Database,
    (guild, season): (i64, i64),
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, i64, i64)>, Error> {
    let values = (guild, season, after, limit);
    db.query(STANDINGS, values).all().await
}

/// Members with entries and no standing.
pub(crate) async fn orphans(db: &Database, of: (i64, i64)) -> Result<Vec<i64>, Error> {
    db.query(ORPHANS, of).scalars().await
}

/// Submissions whose entries do not sum up to what they are worth: id, worth, entries.
pub(crate) async fn submissions(
    db: &Database,
    (guild, season): (i64, i64),
) -> Result<Vec<(i64, i64, i64)>, Error> {
    let values = (guild, season, guild, season);
    db.query(SUBMISSIONS, values).all().await
}

/// Points whose count is not that of the members listed with them: points, how many too many.
pub(crate) async fn counts(
    db: &Database,
    (guild, season): (i64, i64),
) -> Result<Vec<(i64, i64)>, Error> {
    let values = (guild, season, guild, season);
    db.query(COUNTS, values).all().await
}

/// Every count: level, bucket, members.
pub(crate) async fn levels(db: &Database, of: (i64, i64)) -> Result<Vec<(i64, i64, i64)>, Error> {
    db.query(LEVELS, of).all().await
}

/// How many have joined, as the season says and as there are standings.
pub(crate) async fn participants(
    db: &Database,
    of: (i64, i64),
) -> Result<Option<(i64, i64)>, Error> {
    db.query(PARTICIPANTS, of).optional().await
}
