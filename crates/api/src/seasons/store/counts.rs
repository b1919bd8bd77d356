//! Statements of the counts by which places are told; see `model::places`.

use crate::db::{Error, Source, Transaction};
use crate::seasons::model::places;
use paddock_api_types::{GuildId, SeasonId};

const MOVE: &str = "UPDATE standing_counts SET members = members \
     + CASE WHEN bucket = ? THEN 1 ELSE -1 END \
     WHERE guild_id = ? AND season_id = ? AND level = ? AND bucket IN (?, ?)";
const ADD: &str = "UPDATE standing_counts SET members = members + ? \
     WHERE guild_id = ? AND season_id = ? AND level = ? AND bucket = ?";
const INSERT: &str = "INSERT INTO standing_counts (guild_id, season_id, level, bucket, members) \
     VALUES (?, ?, ?, ?, ?)";
const DELETE_ALL: &str = "DELETE FROM standing_counts WHERE guild_id = ? AND season_id = ?";
// One range of buckets on each level.
const ABOVE: &str = "SELECT CAST(COALESCE(SUM(members), 0) AS SIGNED) FROM ( \
     SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 0 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 1 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 2 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 3 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 4 AND bucket > ? AND bucket <= ?) AS higher";

/// Counts a member who goes from some points to others; `None` is not being counted. Whoever calls
/// this holds the member's standing.
pub(crate) async fn shift(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    from: Option<i64>,
    to: Option<i64>,
) -> Result<(), Error> {
    for (level, from, to) in places::moves(from, to) {
        match (from, to) {
            (Some(from), Some(to)) => {
                // Rows in the order of the key, as everybody takes them.
                let moved = tx
                    .run(MOVE)
                    .bind(to)
                    .bind(guild.get())
                    .bind(season.get())
                    .bind(i64::from(level))
                    .bind(from.min(to))
                    .bind(from.max(to))
                    .execute()
                    .await?;
                if moved < 2 {
                    // `from` counts this member, so `to` is the one that was missing.
                    insert(tx, guild, season, level, to, 1).await?;
                }
            }
            (Some(from), None) => add(tx, guild, season, level, from, -1).await?,
            (None, Some(to)) => add(tx, guild, season, level, to, 1).await?,
            (None, None) => {}
        }
    }
    Ok(())
}

async fn add(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    level: u8,
    bucket: i64,
    members: i64,
) -> Result<(), Error> {
    let query = tx.run(ADD).bind(members).bind(guild.get());
    let query = query.bind(season.get());
    let added = query.bind(i64::from(level)).bind(bucket).execute().await?;
    if added == 0 {
        insert(tx, guild, season, level, bucket, members).await?;
    }
    Ok(())
}

/// A conflict when the bucket was made in the meantime.
async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    level: u8,
    bucket: i64,
    members: i64,
) -> Result<(), Error> {
    let query = tx.run(INSERT).bind(guild.get()).bind(season.get());
    let query = query.bind(i64::from(level));
    let inserted = query.bind(bucket).bind(members).execute().await;
    inserted.map(drop).map_err(Error::id_collision)
}

/// How many listed members have more points.
pub(crate) async fn above<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    points: i64,
) -> Result<i64, Error> {
    let mut query = from.query(ABOVE);
    for level in 0..places::LEVELS {
        let (after, through) = places::above(points, level);
        query = query.bind(guild.get()).bind(season.get());
        query = query.bind(after).bind(through);
    }
    let (members,): (i64,) = query.fetch_one().await?;
    Ok(members)
}

/// Every count, with a season that is deleted.
pub(crate) async fn delete_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    let query = tx.run(DELETE_ALL).bind(guild.get()).bind(season.get());
    query.execute().await.map(drop)
}
