//! Members, written in bulk: registration is not measured.

use crate::engine::Place;
use crate::http::GUILD;
use crate::ids;
use anyhow::Result;

/// The ids of members follow this one.
pub(crate) const FIRST_USER: i64 = 200_000_000_000_001_000;

/// Customer ids of members follow this one.
pub(crate) const FIRST_ACCOUNT: i64 = 800_000;

/// Inserts `count` verified members.
pub(crate) async fn add(place: &Place, count: i64) -> Result<()> {
    let sql = insert(0, count, ids::now().as_millisecond());
    Ok(place.script(sql).await?)
}

/// Links the iRacing accounts of the first `count` members. Every other of them lets others see it.
pub(crate) async fn link(place: &Place, count: i64) -> Result<()> {
    let at = ids::now().as_millisecond();
    let sql = format!(
        "INSERT INTO iracing_links (guild_id, user_id, cust_id, proven, consent, linked_at, \
         version) {} SELECT {GUILD}, {FIRST_USER} + i, {FIRST_ACCOUNT} + i, TRUE, i % 2, {at}, 0 \
         FROM numbers",
        numbers(0, count)
    );
    Ok(place.script(sql).await?)
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
