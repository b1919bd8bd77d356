//! Statements of the counts from which places follow; see `model::places`.

use crate::db::{Encode, Error, Source, Transaction, Value, insert};
use crate::seasons::model::places;
use paddock_api_types::{GuildId, SeasonId};

const MOVE: &str = "UPDATE standing_counts SET members = members \
     + CASE WHEN bucket = ? THEN 1 ELSE -1 END \
     WHERE guild_id = ? AND season_id = ? AND level = ? AND bucket IN (?, ?)";
const ADD: &str = "UPDATE standing_counts SET members = members + ? \
     WHERE guild_id = ? AND season_id = ? AND level = ? AND bucket = ?";
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
         WHERE guild_id = ? AND season_id = ? AND level = 4 AND bucket > ? \
         AND bucket <= ?) AS higher";

/// Counts a member who goes from some points to others; `None` is not being counted. The caller
/// holds the member's standing.
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
                // Rows in the order of the key, as every transaction takes them.
                let values = (to, guild, season, level, from.min(to), from.max(to));
                if tx.query(MOVE, values).execute().await? < 2 {
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
    let values = (members, guild, season, level, bucket);
    if tx.query(ADD, values).execute().await? == 0 {
        insert(tx, guild, season, level, bucket, members).await?;
    }
    Ok(())
}

/// Fails with `Conflict` if another transaction made the bucket.
async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    level: u8,
    bucket: i64,
    members: i64,
) -> Result<(), Error> {
    let row = insert!(standing_counts {
        guild_id: guild,
        season_id: season,
        level,
        bucket,
        members,
    });
    tx.create(row).await
}

/// How many listed members have more points.
pub(crate) async fn above<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    points: i64,
) -> Result<i64, Error> {
    let values: Vec<Value<'_>> = (0..places::LEVELS)
        .flat_map(|level| {
            let (after, through) = places::above(points, level);
            let range = [Value::Integer(after), Value::Integer(through)];
            [guild.encode(), season.encode()].into_iter().chain(range)
        })
        .collect();
    from.query(ABOVE, values).scalar().await
}

/// Every count, with a season that is deleted.
pub(crate) async fn delete_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    let deleted = tx.query(DELETE_ALL, (guild, season)).execute();
    deleted.await.map(drop)
}
