//! Statements of ranks and prizes. Whoever writes here has changed the season's version before, so
//! that no two change a ladder at once.

use super::optional_id;
use crate::db::{Database, Error, Query, Source, Transaction, stored_id};
use crate::seasons::model::ranks::{Ladder, Prize, Rank};
use paddock_api_types::{GuildId, PrizeId, RankId, RoleId, SeasonId};

const LADDER: &str = "SELECT rank_id, position, name, threshold, badge FROM ranks \
     WHERE guild_id = ? AND season_id = ?";
const INSERT: &str = "INSERT INTO ranks (position, name, threshold, badge, rank_id, guild_id, \
     season_id) VALUES (?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE ranks SET position = ?, name = ?, threshold = ?, badge = ? \
     WHERE rank_id = ? AND guild_id = ?";
const DELETE: &str = "DELETE FROM ranks WHERE rank_id = ? AND guild_id = ?";
const DELETE_ALL: &str = "DELETE FROM ranks WHERE guild_id = ? AND season_id = ?";
const PRIZES: &str = "SELECT prize_id, rank_id, role_id, description FROM prizes \
     WHERE guild_id = ? AND season_id = ? ORDER BY prize_id";
const INSERT_PRIZE: &str = "INSERT INTO prizes (prize_id, guild_id, season_id, rank_id, role_id, \
     description) VALUES (?, ?, ?, ?, ?, ?)";
const DELETE_PRIZE: &str = "DELETE FROM prizes WHERE prize_id = ? AND guild_id = ?";
const DELETE_PRIZES_OF_RANK: &str =
    "DELETE FROM prizes WHERE guild_id = ? AND season_id = ? AND rank_id = ?";
const DELETE_PRIZES: &str = "DELETE FROM prizes WHERE guild_id = ? AND season_id = ?";
// Closed seasons give no more roles, but may still have to take one.
const ROLES: &str = "SELECT DISTINCT p.role_id FROM prizes p \
     JOIN seasons s ON s.season_id = p.season_id AND s.guild_id = p.guild_id \
     WHERE s.guild_id = ? AND s.closed_at IS NULL AND p.role_id IS NOT NULL";

#[derive(sqlx::FromRow)]
struct RankRow {
    rank_id: i64,
    position: i64,
    name: String,
    threshold: i64,
    badge: Option<String>,
}

#[derive(sqlx::FromRow)]
struct PrizeRow {
    prize_id: i64,
    rank_id: i64,
    role_id: Option<i64>,
    description: Option<String>,
}

/// The ranks of a season.
pub(crate) async fn ladder<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Ladder, Error> {
    let query = from.query(LADDER).bind(guild.get()).bind(season.get());
    let rows: Vec<RankRow> = query.fetch_all().await?;
    let ranks: Result<_, _> = rows.into_iter().map(TryInto::try_into).collect();
    Ok(Ladder::new(ranks?))
}

/// A conflict when its id was taken at the same moment.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    rank: &Rank,
) -> Result<(), Error> {
    let query = write(tx.run(INSERT), guild, rank).bind(season.get());
    query.execute().await.map_err(Error::id_collision)?;
    Ok(())
}

pub(crate) async fn update(tx: &mut Transaction, guild: GuildId, rank: &Rank) -> Result<(), Error> {
    let query = write(tx.run(UPDATE), guild, rank);
    query.execute().await.map(drop)
}

fn write<'q>(query: Query<'q>, guild: GuildId, rank: &Rank) -> Query<'q> {
    query
        .bind(i64::from(rank.position))
        .bind(&rank.name)
        .bind(rank.threshold)
        .bind(rank.badge.as_deref())
        .bind(rank.id.get())
        .bind(guild.get())
}

/// With its prizes.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    id: RankId,
) -> Result<(), Error> {
    let query = tx.run(DELETE).bind(id.get()).bind(guild.get());
    query.execute().await?;
    let prizes = tx.run(DELETE_PRIZES_OF_RANK).bind(guild.get());
    prizes
        .bind(season.get())
        .bind(id.get())
        .execute()
        .await
        .map(drop)
}

/// Every rank and prize, with a season that is deleted.
pub(crate) async fn delete_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    for sql in [DELETE_ALL, DELETE_PRIZES] {
        let query = tx.run(sql).bind(guild.get()).bind(season.get());
        query.execute().await?;
    }
    Ok(())
}

/// The prizes of a season, oldest first.
pub(crate) async fn prizes<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Vec<Prize>, Error> {
    let query = from.query(PRIZES).bind(guild.get()).bind(season.get());
    let rows: Vec<PrizeRow> = query.fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// A conflict when its id was taken at the same moment.
pub(crate) async fn insert_prize(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    prize: &Prize,
) -> Result<(), Error> {
    tx.run(INSERT_PRIZE)
        .bind(prize.id.get())
        .bind(guild.get())
        .bind(season.get())
        .bind(prize.rank_id.get())
        .bind(prize.role_id.map(RoleId::get))
        .bind(prize.description.as_deref())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

pub(crate) async fn delete_prize(
    tx: &mut Transaction,
    guild: GuildId,
    id: PrizeId,
) -> Result<(), Error> {
    tx.run(DELETE_PRIZE)
        .bind(id.get())
        .bind(guild.get())
        .execute()
        .await
        .map(drop)
}

/// The roles that can be won in seasons that go on.
pub(crate) async fn roles(db: &Database, guild: GuildId) -> Result<Vec<RoleId>, Error> {
    let rows: Vec<(i64,)> = db.read(ROLES).bind(guild.get()).fetch_all().await?;
    rows.into_iter()
        .map(|(id,)| stored_id("prizes.role_id", id))
        .collect()
}

impl TryFrom<RankRow> for Rank {
    type Error = Error;

    fn try_from(row: RankRow) -> Result<Self, Error> {
        Ok(Self {
            id: stored_id("ranks.rank_id", row.rank_id)?,
            position: stored_id("ranks.position", row.position)?,
            name: row.name,
            threshold: row.threshold,
            badge: row.badge,
        })
    }
}

impl TryFrom<PrizeRow> for Prize {
    type Error = Error;

    fn try_from(row: PrizeRow) -> Result<Self, Error> {
        Ok(Self {
            id: stored_id("prizes.prize_id", row.prize_id)?,
            rank_id: stored_id("prizes.rank_id", row.rank_id)?,
            role_id: optional_id("prizes.role_id", row.role_id)?,
            description: row.description,
        })
    }
}
