//! Statements of standings.

use super::changed;
use crate::db::{Database, Error, Source, Transaction, stored_id, stored_time};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::points::Participant;
use paddock_api_types::{GuildId, LedgerEntryId, SeasonId, UserId};

const LOOKUP: &str = "SELECT season_id, user_id, points, listed, joined_at, version \
     FROM standings WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const OF_MEMBER: &str = "SELECT season_id, user_id, points, listed, joined_at, version \
     FROM standings WHERE guild_id = ? AND user_id = ? ORDER BY season_id";
const BATCH: &str = "SELECT season_id, user_id, points, listed, joined_at, version \
     FROM standings WHERE guild_id = ? AND season_id = ? AND user_id > ? ORDER BY user_id LIMIT ?";
const INSERT: &str = "INSERT INTO standings (season_id, user_id, guild_id, points, reached_id, \
     listed, frozen, joined_at, version) VALUES (?, ?, ?, 0, ?, ?, FALSE, ?, 0)";
const ADD: &str = "UPDATE standings SET points = points + ?, reached_id = ?, version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";
const TOUCH: &str = "UPDATE standings SET version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const CLAIM_IF_OPEN: &str = "UPDATE standings SET version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";
const SET_LISTED: &str = "UPDATE standings SET listed = ?, version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE AND listed = ?";
const FREEZE: &str = "UPDATE standings SET frozen = TRUE WHERE guild_id = ? AND season_id = ?";
const DELETE: &str = "DELETE FROM standings \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND version = ?";
const FIRST_PAGE: &str = "SELECT s.user_id, m.display_name, s.points, s.reached_id \
     FROM standings s JOIN members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id \
     WHERE s.guild_id = ? AND s.season_id = ? AND s.listed = TRUE \
     ORDER BY s.points DESC, s.reached_id LIMIT ?";
// Two ranges, each read from its start: the rest of those with as many points, and those with fewer.
const NEXT_PAGE: &str = "SELECT page.user_id, m.display_name, page.points, page.reached_id FROM ( \
     SELECT * FROM (SELECT user_id, points, reached_id FROM standings \
         WHERE guild_id = ? AND season_id = ? AND listed = TRUE AND points = ? AND reached_id > ? \
         ORDER BY reached_id LIMIT ?) AS equals \
     UNION ALL SELECT * FROM (SELECT user_id, points, reached_id FROM standings \
         WHERE guild_id = ? AND season_id = ? AND listed = TRUE AND points < ? \
         ORDER BY points DESC, reached_id LIMIT ?) AS fewer) AS page \
     JOIN members m ON m.guild_id = ? AND m.user_id = page.user_id \
     ORDER BY page.points DESC, page.reached_id LIMIT ?";
const PARTICIPANTS: &str = "SELECT s.user_id, m.display_name, s.points, s.listed, s.joined_at \
     FROM standings s JOIN members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id \
     WHERE s.guild_id = ? AND s.season_id = ? AND (s.joined_at > ? OR (s.joined_at = ? AND s.user_id > ?)) \
     ORDER BY s.joined_at, s.user_id LIMIT ?";

#[derive(sqlx::FromRow)]
struct StandingRow {
    season_id: i64,
    user_id: i64,
    points: i64,
    listed: bool,
    joined_at: i64,
    version: i64,
}

/// A member's standing in a season.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) season_id: SeasonId,
    pub(crate) user_id: UserId,
    pub(crate) points: i64,
    /// Stands in the leaderboard.
    pub(crate) listed: bool,
    pub(crate) joined_at: Timestamp,
    version: i64,
}

/// Somebody new in a season.
pub(crate) struct Joining {
    pub(crate) guild: GuildId,
    pub(crate) season: SeasonId,
    pub(crate) user: UserId,
    pub(crate) listed: bool,
    /// Orders those with equal points.
    pub(crate) reached: LedgerEntryId,
    pub(crate) at: i64,
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    user_id: i64,
    display_name: String,
    points: i64,
    reached_id: i64,
}

/// A row of the leaderboard without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) user_id: UserId,
    pub(crate) display_name: String,
    pub(crate) points: i64,
    pub(crate) reached_id: i64,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Option<Standing>, Error> {
    let query = from.query(LOOKUP).bind(guild.get()).bind(season.get());
    let row: Option<StandingRow> = query.bind(user.get()).fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// Every season that a member has joined.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Standing>, Error> {
    let query = from.query(OF_MEMBER).bind(guild.get()).bind(user.get());
    let rows: Vec<StandingRow> = query.fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// By user id, some at a time.
pub(crate) async fn batch(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: u32,
) -> Result<Vec<Standing>, Error> {
    let query = db.read(BATCH).bind(guild.get()).bind(season.get());
    let rows: Vec<StandingRow> = query.bind(after).bind(i64::from(limit)).fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Somebody new; a conflict when they joined in the meantime.
pub(crate) async fn insert(tx: &mut Transaction, joining: &Joining) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(joining.season.get())
        .bind(joining.user.get())
        .bind(joining.guild.get())
        .bind(joining.reached.get())
        .bind(joining.listed)
        .bind(joining.at)
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Adds points; whether there was a standing that is not frozen.
pub(crate) async fn add(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
    points: i64,
    entry: LedgerEntryId,
) -> Result<bool, Error> {
    let query = tx.run(ADD).bind(points).bind(entry.get()).bind(guild.get());
    let added = query.bind(season.get()).bind(user.get()).execute().await?;
    Ok(added > 0)
}

/// Claims a standing for a decision that rests on it: of two at the same time, one waits. Whether
/// there is one.
pub(crate) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<bool, Error> {
    let query = tx.run(TOUCH).bind(guild.get()).bind(season.get());
    Ok(query.bind(user.get()).execute().await? > 0)
}

/// The same for one that is not frozen.
pub(crate) async fn claim_if_open(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<bool, Error> {
    let query = tx.run(CLAIM_IF_OPEN).bind(guild.get()).bind(season.get());
    Ok(query.bind(user.get()).execute().await? > 0)
}

/// Shows or hides a standing that is not frozen; whether it was the other way round before.
pub(crate) async fn set_listed(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
    listed: bool,
) -> Result<bool, Error> {
    let query = tx.run(SET_LISTED).bind(listed).bind(guild.get());
    let query = query.bind(season.get());
    Ok(query.bind(user.get()).bind(!listed).execute().await? > 0)
}

/// Nothing of the season's standings changes from now on.
pub(crate) async fn freeze(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    let query = tx.run(FREEZE).bind(guild.get()).bind(season.get());
    query.execute().await.map(drop)
}

/// Deletes a standing that was read in the same transaction; a conflict when somebody changed it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    standing: &Standing,
) -> Result<(), Error> {
    let query = tx
        .run(DELETE)
        .bind(guild.get())
        .bind(standing.season_id.get());
    let query = query.bind(standing.user_id.get()).bind(standing.version);
    changed(query.execute().await?)
}

/// Those listed, most points first, and among equals who got there first; after the row with these
/// points and this entry.
pub(crate) async fn leaderboard<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<2>,
) -> Result<Vec<Listed>, Error> {
    let rows: Vec<PlaceRow> = match page.after {
        None => {
            let query = from.query(FIRST_PAGE).bind(guild.get());
            query
                .bind(season.get())
                .bind(page.rows())
                .fetch_all()
                .await?
        }
        Some([points, reached]) => {
            from.query(NEXT_PAGE)
                .bind(guild.get())
                .bind(season.get())
                .bind(points)
                .bind(reached)
                .bind(page.rows())
                .bind(guild.get())
                .bind(season.get())
                .bind(points)
                .bind(page.rows())
                .bind(guild.get())
                .bind(page.rows())
                .fetch_all()
                .await?
        }
    };
    rows.into_iter()
        .map(|row| {
            Ok(Listed {
                user_id: stored_id("standings.user_id", row.user_id)?,
                display_name: row.display_name,
                points: row.points,
                reached_id: row.reached_id,
            })
        })
        .collect()
}

/// Everybody who has joined, in that order.
pub(crate) async fn participants(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<2>,
) -> Result<Vec<Participant>, Error> {
    let [joined_at, user] = page.after.unwrap_or([i64::MIN, 0]);
    let rows: Vec<(i64, String, i64, bool, i64)> = db
        .read(PARTICIPANTS)
        .bind(guild.get())
        .bind(season.get())
        .bind(joined_at)
        .bind(joined_at)
        .bind(user)
        .bind(page.rows())
        .fetch_all()
        .await?;
    rows.into_iter()
        .map(|(user, display_name, points, listed, joined_at)| {
            Ok(Participant {
                user_id: stored_id("standings.user_id", user)?,
                display_name,
                points,
                listed,
                joined_at: stored_time("standings.joined_at", joined_at)?,
            })
        })
        .collect()
}

impl TryFrom<StandingRow> for Standing {
    type Error = Error;

    fn try_from(row: StandingRow) -> Result<Self, Error> {
        Ok(Self {
            season_id: stored_id("standings.season_id", row.season_id)?,
            user_id: stored_id("standings.user_id", row.user_id)?,
            points: row.points,
            listed: row.listed,
            joined_at: stored_time("standings.joined_at", row.joined_at)?,
            version: row.version,
        })
    }
}
