//! Statements of the counts from which places follow; see `model::places`.

use crate::db::{Encode, Error, Source, Sql, Transaction, Value, sql};
use crate::seasons::model::places;
use paddock_api_types::{GuildId, SeasonId};

/// Adds to several counts, of which some may not be there yet.
macro_rules! add {
    ($($more:ident)*) => {
        Sql {
            mariadb: sql!(
                HEAD $(, $more)*,
                " ON DUPLICATE KEY UPDATE members = members + VALUES(members)"
            ),
            sqlite: sql!(
                HEAD $(, $more)*,
                " ON CONFLICT (season_id, level, bucket) \
                 DO UPDATE SET members = members + excluded.members"
            ),
        }
    };
}

const HEAD: &str = "INSERT INTO standing_counts (guild_id, season_id, level, bucket, members) \
     VALUES (?, ?, ?, ?, ?)";
const MORE: &str = ", (?, ?, ?, ?, ?)";
/// As many rows as a change may touch: two of each level.
const ADD: [Sql; 2 * places::LEVELS as usize] = [
    add!(),
    add!(MORE),
    add!(MORE MORE),
    add!(MORE MORE MORE),
    add!(MORE MORE MORE MORE),
    add!(MORE MORE MORE MORE MORE),
    add!(MORE MORE MORE MORE MORE MORE),
    add!(MORE MORE MORE MORE MORE MORE MORE),
    add!(MORE MORE MORE MORE MORE MORE MORE MORE),
    add!(MORE MORE MORE MORE MORE MORE MORE MORE MORE),
];
const DELETE_ALL: &str = "DELETE FROM standing_counts WHERE guild_id = ? AND season_id = ?";
/// A range on each level, as one condition, which MariaDB plans in half the time of five. SQLite cannot use an
/// index for ranges that are joined by OR.
const ABOVE: Sql = Sql {
    mariadb: sql!(
        "SELECT CAST(COALESCE(SUM(members), 0) AS SIGNED) FROM standing_counts WHERE ",
        RANGE_0,
        " OR ",
        RANGE_1,
        " OR ",
        RANGE_2,
        " OR ",
        RANGE_3,
        " OR ",
        RANGE_4,
    ),
    sqlite: sql!(
        "SELECT COALESCE(SUM(members), 0) FROM (SELECT members FROM standing_counts WHERE ",
        RANGE_0,
        UNION,
        RANGE_1,
        UNION,
        RANGE_2,
        UNION,
        RANGE_3,
        UNION,
        RANGE_4,
        ")"
    ),
};
const UNION: &str = " UNION ALL SELECT members FROM standing_counts WHERE ";
const RANGE_0: &str = "guild_id = ? AND season_id = ? AND level = 0 AND bucket > ? AND bucket <= ?";
const RANGE_1: &str = "guild_id = ? AND season_id = ? AND level = 1 AND bucket > ? AND bucket <= ?";
const RANGE_2: &str = "guild_id = ? AND season_id = ? AND level = 2 AND bucket > ? AND bucket <= ?";
const RANGE_3: &str = "guild_id = ? AND season_id = ? AND level = 3 AND bucket > ? AND bucket <= ?";
const RANGE_4: &str = "guild_id = ? AND season_id = ? AND level = 4 AND bucket > ? AND bucket <= ?";

/// The same of the row of `standings` in a statement, which is known to both engines before they read the
/// counts where it is looked up by its key.
pub(super) const ABOVE_STANDING_ON_MARIADB: &str = sql!(
    "CAST(",
    HIGHER,
    "(",
    LEVEL_0,
    " OR ",
    LEVEL_1,
    " OR ",
    LEVEL_2,
    " OR ",
    LEVEL_3,
    " OR ",
    LEVEL_4,
    ")), 0) AS SIGNED)"
);
pub(super) const ABOVE_STANDING_ON_SQLITE: &str = sql!(
    HIGHER, LEVEL_0, "), 0) + ", HIGHER, LEVEL_1, "), 0) + ", HIGHER, LEVEL_2, "), 0) + ", HIGHER,
    LEVEL_3, "), 0) + ", HIGHER, LEVEL_4, "), 0)"
);
const HIGHER: &str = "COALESCE((SELECT SUM(members) FROM standing_counts \
     WHERE standing_counts.guild_id = standings.guild_id \
     AND standing_counts.season_id = standings.season_id AND ";
const LEVEL_0: &str = sql!(
    "level = 0 AND bucket > standings.points AND bucket <= ",
    BUCKET_1,
    " * 64 + 63"
);
const LEVEL_1: &str = sql!(
    "level = 1 AND bucket > ",
    BUCKET_1,
    " AND bucket <= ",
    BUCKET_2,
    " * 64 + 63"
);
const LEVEL_2: &str = sql!(
    "level = 2 AND bucket > ",
    BUCKET_2,
    " AND bucket <= ",
    BUCKET_3,
    " * 64 + 63"
);
const LEVEL_3: &str = sql!(
    "level = 3 AND bucket > ",
    BUCKET_3,
    " AND bucket <= ",
    BUCKET_4,
    " * 64 + 63"
);
const LEVEL_4: &str = sql!("level = 4 AND bucket > ", BUCKET_4);
// A bucket is what shifting the points gives; as MariaDB shifts without a sign and divides with a fraction,
// each is written as a division that leaves nothing over.
const BUCKET_1: &str =
    "CAST((standings.points - (standings.points % 64 + 64) % 64) / 64 AS SIGNED)";
const BUCKET_2: &str =
    "CAST((standings.points - (standings.points % 4096 + 4096) % 4096) / 4096 AS SIGNED)";
const BUCKET_3: &str =
    "CAST((standings.points - (standings.points % 262144 + 262144) % 262144) / 262144 AS SIGNED)";
const BUCKET_4: &str = "CAST((standings.points - (standings.points % 16777216 + 16777216) % 16777216) \
     / 16777216 AS SIGNED)";

/// Counts a member who goes from some points to others; `None` is not being counted. The caller
/// holds the member's standing.
pub(crate) async fn shift(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    from: Option<i64>,
    to: Option<i64>,
) -> Result<(), Error> {
    let mut counts: Vec<(u8, i64, i64)> = places::moves(from, to)
        .flat_map(|(level, from, to)| {
            let left = from.map(|bucket| (level, bucket, -1));
            [left, to.map(|bucket| (level, bucket, 1))]
        })
        .flatten()
        .collect();
    let Some(more) = counts.len().checked_sub(1) else {
        return Ok(());
    };
    // In the order of the key, as every transaction takes them.
    counts.sort_unstable();
    let values: Vec<Value<'_>> = counts
        .iter()
        .flat_map(|(level, bucket, members)| {
            let key = [guild.encode(), season.encode(), level.encode()];
            key.into_iter().chain([bucket.encode(), members.encode()])
        })
        .collect();
    tx.query(ADD[more], values).done().await
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
    tx.query(DELETE_ALL, (guild, season)).done().await
}
