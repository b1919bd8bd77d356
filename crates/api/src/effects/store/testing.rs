//! A queue as it becomes while no bot leases from it.

use crate::db::{Database, Source as _};

// Twice as many with each run.
const DOUBLE: &str = "INSERT INTO effects (effect_id, guild_id, subject, user_id, action, state, \
     attempts, due_at, created_at, updated_at) \
     SELECT effect_id + ?, guild_id, subject, user_id, action, state, attempts, due_at, created_at, \
     updated_at FROM effects ORDER BY effect_id LIMIT ?";
// As it was read before what waits was parked, and the index that it was read by.
const BY_STATE: &str = "CREATE INDEX effects_by_state ON effects (state, effect_id)";
const DUE_BY_READING_ALL: &str = "SELECT e.effect_id FROM effects e \
     WHERE e.state = 'pending' AND (e.due_at <= ? OR e.updated_at > ?) \
     AND NOT EXISTS (SELECT 1 FROM effects earlier \
         WHERE earlier.guild_id = e.guild_id AND earlier.subject = e.subject \
         AND earlier.state IN ('pending', 'leased') AND earlier.effect_id < e.effect_id) \
     ORDER BY e.effect_id LIMIT 20";

/// Makes as many effects of the one that there is.
pub(in crate::effects) async fn multiply(db: &Database, total: i64) {
    db.write(BY_STATE, ()).execute().await.unwrap();
    let mut made = 1;
    while made < total {
        let more = made.min(total - made);
        db.write(DOUBLE, (made, more)).execute().await.unwrap();
        made += more;
    }
}

/// How many were found.
pub(in crate::effects) async fn due_by_reading_all(db: &Database, now: i64) -> usize {
    let values = (now, now + 30_000);
    let due: Vec<i64> = db
        .query(DUE_BY_READING_ALL, values)
        .scalars()
        .await
        .unwrap();
    due.len()
}
