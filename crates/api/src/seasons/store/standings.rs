//! Statements of standings.

use super::counts::{ABOVE_STANDING_ON_MARIADB, ABOVE_STANDING_ON_SQLITE};
use crate::db::{
    Database, Error, Record, Row, Selected as _, Source, Sql, Transaction, changed, insert, record,
    select, sql, update,
};
use crate::page::PageRequest;
use crate::seasons::model::ranks::{Ladder, Rank};
use jiff::Timestamp;
use paddock_api_types::points::Participant;
use paddock_api_types::{GuildId, LedgerEntryId, SeasonId, UserId};

const LOOKUP: &str = select!(
    Standing,
    "WHERE guild_id = ? AND season_id = ? AND user_id = ?"
);
// Nothing where this entry was not added.
const ADDED: &str = select!(
    StandingAndRank,
    "WHERE standings.guild_id = ? AND standings.season_id = ? AND standings.user_id = ? \
     AND standings.reached_id = ?"
);
const OF_MEMBER: &str = select!(
    Standing,
    "WHERE guild_id = ? AND user_id = ? ORDER BY season_id"
);
const BATCH: &str = select!(
    Standing,
    "WHERE guild_id = ? AND season_id = ? AND user_id > ? ORDER BY user_id LIMIT ?"
);
const ADD: &str = "UPDATE standings SET points = points + ?, reached_id = ?, version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";
const IS_FROZEN: &str =
    "SELECT frozen FROM standings WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const TOUCH: &str = "UPDATE standings SET version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const CLAIM_IF_OPEN: &str = "UPDATE standings SET version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";
const SET_LISTED: &str = "UPDATE standings SET listed = ?, version = version + 1 \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE AND listed = ?";
const DELETE: &str = "DELETE FROM standings \
     WHERE guild_id = ? AND season_id = ? AND user_id = ? AND version = ?";
const FIRST_PAGE: &str = select!(
    Listed,
    "WHERE standings.guild_id = ? AND standings.season_id = ? AND standings.listed = TRUE \
     ORDER BY standings.points DESC, standings.reached_id LIMIT ?"
);
const OWN_ROW: Sql = Sql {
    mariadb: sql!(
        "SELECT ",
        Listed::COLUMNS,
        ", ",
        ABOVE_STANDING_ON_MARIADB,
        OF_ONE
    ),
    sqlite: sql!(
        "SELECT ",
        Listed::COLUMNS,
        ", ",
        ABOVE_STANDING_ON_SQLITE,
        OF_ONE
    ),
};
const OF_ONE: &str = sql!(
    " FROM ",
    Listed::FROM,
    " WHERE standings.guild_id = ? AND standings.season_id = ? AND standings.user_id = ? \
     AND standings.listed = TRUE"
);
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
const PARTICIPANTS: &str = select!(
    Participant,
    "WHERE standings.guild_id = ? AND standings.season_id = ? \
     AND (standings.joined_at > ? OR (standings.joined_at = ? AND standings.user_id > ?)) \
     ORDER BY standings.joined_at, standings.user_id LIMIT ?"
);

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

/// A standing beside each rank of its season, or beside none where there are none.
struct StandingAndRank {
    standing: Standing,
    rank: Option<Rank>,
}

/// A member who joins a season.
pub(crate) struct Joining {
    pub(crate) guild: GuildId,
    pub(crate) season: SeasonId,
    pub(crate) user: UserId,
    pub(crate) listed: bool,
    /// Orders those with equal points.
    pub(crate) reached: LedgerEntryId,
    pub(crate) at: i64,
}

/// A row of the leaderboard without its place. Its fields are also what `NEXT_PAGE` selects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) user_id: UserId,
    pub(crate) display_name: String,
    pub(crate) points: i64,
    pub(crate) reached_id: i64,
}

/// A row of the leaderboard, and how many members have more points.
pub(crate) struct OwnRow {
    pub(crate) row: Listed,
    pub(crate) above: i64,
}

record! { Standing from standings { season_id, user_id, points, listed, joined_at, version } }
record! { StandingAndRank from standings { standing: (Standing), rank: (Option<Rank>) }
    "LEFT JOIN ranks ON ranks.guild_id = standings.guild_id \
         AND ranks.season_id = standings.season_id"
}
record! { Listed from standings {
    user_id, display_name: "members.display_name", points, reached_id,
}
    "JOIN members ON members.guild_id = standings.guild_id AND members.user_id = standings.user_id"
}
impl Record for OwnRow {
    fn read(row: &mut Row<'_>) -> Result<Self, Error> {
        let (row, above) = (Listed::read(row)?, row.column(None)?);
        Ok(Self { row, above })
    }
}
record! { Participant from standings {
    user_id, display_name: "members.display_name", points, listed, joined_at,
}
    "JOIN members ON members.guild_id = standings.guild_id AND members.user_id = standings.user_id"
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Option<Standing>, Error> {
    let values = (guild, season, user);
    from.query(LOOKUP, values).optional().await
}

/// Every season that a member has joined.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Standing>, Error> {
    from.query(OF_MEMBER, (guild, user)).all().await
}

/// By user id, some at a time.
pub(crate) async fn batch(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: u32,
) -> Result<Vec<Standing>, Error> {
    let values = (guild, season, after, limit);
    db.query(BATCH, values).all().await
}

/// A new standing; fails with `Conflict` if they joined in another transaction.
pub(crate) async fn insert(tx: &mut Transaction, joining: &Joining) -> Result<(), Error> {
    let row = insert!(standings {
        season_id: joining.season,
        user_id: joining.user,
        guild_id: joining.guild,
        points: 0_i64,
        reached_id: joining.reached,
        listed: joining.listed,
        frozen: false,
        joined_at: joining.at,
        version: 0_i64,
    });
    tx.create(row).await
}

/// Adds points, and returns the standing with them and the ranks of its season; none where there is no
/// standing, or one that is frozen.
pub(crate) async fn add(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
    points: i64,
    entry: LedgerEntryId,
) -> Result<Option<(Standing, Ladder)>, Error> {
    let values = (points, entry, guild, season, user);
    tx.query(ADD, values).done().await?;
    let values = (guild, season, user, entry);
    let rows: Vec<StandingAndRank> = tx.query(ADDED, values).all().await?;
    let (standings, ranks): (Vec<_>, Vec<_>) =
        rows.into_iter().map(|row| (row.standing, row.rank)).unzip();
    let ladder = Ladder::new(ranks.into_iter().flatten().collect());
    Ok(standings.into_iter().next().map(|it| (it, ladder)))
}

/// Whether a standing is frozen, if there is one.
pub(crate) async fn is_frozen(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Option<bool>, Error> {
    let values = (guild, season, user);
    tx.query(IS_FROZEN, values).optional_scalar().await
}

/// Claims a standing for a decision that rests on it: of two at the same time, one waits. Whether
/// there is one.
pub(crate) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<bool, Error> {
    let values = (guild, season, user);
    Ok(tx.query(TOUCH, values).execute().await? > 0)
}

/// The same for one that is not frozen.
pub(crate) async fn claim_if_open(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<bool, Error> {
    let values = (guild, season, user);
    Ok(tx.query(CLAIM_IF_OPEN, values).execute().await? > 0)
}

/// Shows or hides a standing that is not frozen; whether it was the other way round before.
pub(crate) async fn set_listed(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
    listed: bool,
) -> Result<bool, Error> {
    let values = (listed, guild, season, user, !listed);
    Ok(tx.query(SET_LISTED, values).execute().await? > 0)
}

/// Nothing of the season's standings changes from now on.
pub(crate) async fn freeze(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    let freeze = update!(
        standings { frozen: true },
        key {
            guild_id: guild,
            season_id: season
        }
    );
    tx.put(freeze).await
}

/// Deletes a standing that was read in the same transaction; fails with `Conflict` if another one
/// changed it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    standing: &Standing,
) -> Result<(), Error> {
    let Standing {
        season_id,
        user_id,
        version,
        ..
    } = standing;
    let deleted = tx
        .query(DELETE, (guild, season_id, user_id, version))
        .execute();
    changed(deleted.await?)
}

/// Those listed, most points first, and among equals who got there first; after the row with these
/// points and this entry.
pub(crate) async fn leaderboard<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<2>,
) -> Result<Vec<Listed>, Error> {
    let rows = page.rows();
    let query = match page.after {
        None => from.query(FIRST_PAGE, (guild, season, rows)),
        Some([points, reached]) => {
            let values = (
                guild, season, points, reached, rows, guild, season, points, rows, guild, rows,
            );
            from.query(NEXT_PAGE, values)
        }
    };
    query.all().await
}

/// A member's row of the leaderboard, and how many have more points; `None` of those who are not in it.
pub(crate) async fn own_row(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Option<OwnRow>, Error> {
    let values = (guild, season, user);
    db.query(OWN_ROW, values).optional().await
}

/// All who have joined, in that order.
pub(crate) async fn participants(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<2>,
) -> Result<Vec<Participant>, Error> {
    let [joined_at, user] = page.after.unwrap_or([i64::MIN, 0]);
    let values = (guild, season, joined_at, joined_at, user, page.rows());
    db.query(PARTICIPANTS, values).all().await
}
