//! Members, written in bulk: registration is not measured.

use crate::engine::{self, Engine as _, Place};
use crate::http::GUILD;
use crate::ids;
use anyhow::Result;
use sqlx::sqlite::SqliteSynchronous;

/// The ids of members follow this one.
pub(crate) const FIRST_USER: i64 = 200_000_000_000_001_000;

/// Allows the recursion of [`numbers`] in a session of MariaDB.
pub(crate) const COUNT_ON: &str = "SET SESSION max_recursive_iterations = 4294967295";

/// Inserts `count` verified members.
pub(crate) async fn add(place: &Place, count: i64) -> Result<()> {
    let sql = insert(0, count, ids::now().as_millisecond());
    match place {
        Place::Sqlite(path) => {
            let mut connection = engine::sqlite(path, SqliteSynchronous::Full).await?;
            connection.script(sql).await?;
        }
        Place::MariaDb(options) => {
            let mut connection = engine::mariadb(options).await?;
            connection.control(COUNT_ON).await?;
            connection.script(sql).await?;
        }
    }
    Ok(())
}

/// The statement that inserts members with the numbers after `after`, up to `through`; the same for both engines.
pub(crate) fn insert(after: i64, through: i64, at: i64) -> String {
    format!(
        "INSERT INTO members (guild_id, user_id, display_name, status, in_guild, is_admin, \
         registered_at, updated_at, version) {} \
         SELECT {GUILD}, {FIRST_USER} + i, CONCAT('Member ', i), 'verified', TRUE, FALSE, \
         {at}, {at}, 1 FROM numbers",
        numbers(after, through)
    )
}

/// A table of numbers.
pub(crate) fn numbers(after: i64, through: i64) -> String {
    format!(
        "WITH RECURSIVE numbers (i) AS (SELECT {after} + 1 \
         UNION ALL SELECT i + 1 FROM numbers WHERE i < {through})"
    )
}
