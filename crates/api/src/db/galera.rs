//! Galera: seeing what another node acknowledged.

use sqlx::mysql::MySqlConnection;
use sqlx::{Executor, Row as _};

/// Before a read or a BEGIN (1), an UPDATE or DELETE (2) and an INSERT (4), a node applies what the
/// cluster had committed by then. Within a transaction only its BEGIN waits.
const WAIT: &str = "SET SESSION wsrep_sync_wait = 7";

/// Has a session on a node of a cluster wait for the other nodes; on a single server it does nothing.
///
/// All statements wait: a member who was verified at one node is asked for by the authentication of any
/// other, and what they do next builds on what they did before.
pub(super) async fn see_other_nodes(connection: &mut MySqlConnection) -> sqlx::Result<()> {
    let answer = sqlx::raw_sql("SHOW VARIABLES LIKE 'wsrep_on'")
        .fetch_all(&mut *connection)
        .await?;
    // A server that knows nothing of Galera has no such variable.
    let Some(row) = answer.first() else {
        return Ok(());
    };
    let on: String = row.try_get_unchecked(1)?;
    if on == "ON" {
        connection.execute(WAIT).await?;
    }
    Ok(())
}
