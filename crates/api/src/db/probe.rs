//! Whether the service can work with its database: asked on a connection of its own, so that nobody
//! who waits for a lock is in the way, and answered within two seconds.

use super::health::{Connection, Health};
use super::{Database, Error, Prepared, Query, Sql, Values, mariadb, sqlite, upsert};
use std::time::Duration;
use tokio::time::timeout;

/// For a read, and again for a write; together they are less than two seconds.
const PATIENCE: Duration = Duration::from_millis(900);

const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success = TRUE";

/// What a probe found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Probed {
    /// It answers.
    pub(crate) answers: bool,
    /// Every migration of this version is applied.
    pub(crate) migrated: bool,
    /// It takes writes, or somebody else holds a lock and it is too early to tell.
    pub(crate) writes: bool,
}

impl Connection {
    fn query(&mut self, sql: impl Into<Sql>, values: impl Values) -> Query<'_> {
        match self {
            Self::MariaDb(connection) => Query::MariaDb(
                Prepared::new(sql.into().mariadb, values),
                mariadb::Lane::Apart(connection),
            ),
            Self::Sqlite(connection) => Query::Sqlite(
                Prepared::new(sql.into().sqlite, values),
                sqlite::Lane::Apart(connection),
            ),
        }
    }
}

impl Database {
    /// What the database can do just now; two seconds at most.
    pub(crate) async fn probe(&self) -> Probed {
        let health = self.health();
        let asked = timeout(PATIENCE, async {
            let mut held = health.connection.lock().await;
            // Taken out: if this is cut off half way, the connection is closed and not used again.
            let mut connection = match held.take() {
                Some(connection) => connection,
                None => self.connect_to_probe().await?,
            };
            let applied: Vec<i64> = connection.query(APPLIED, ()).scalars().await?;
            Ok::<_, Error>((held, connection, self.is_complete(&applied)))
        });
        let Ok(Ok((mut held, mut connection, migrated))) = asked.await else {
            return Probed::default();
        };
        let mut probed = Probed {
            answers: true,
            migrated,
            writes: true,
        };
        if !migrated {
            *held = Some(connection);
            return probed;
        }
        probed.writes = match health.known() {
            Some(known) => known,
            None => match timeout(PATIENCE, write(&mut connection)).await {
                Ok(Ok(())) => {
                    health.taken();
                    true
                }
                // Whoever holds the lock writes.
                Ok(Err(error)) => error.is_transient(),
                Err(_) => {
                    return Probed {
                        writes: false,
                        ..probed
                    };
                }
            },
        };
        *held = Some(connection);
        probed
    }

    pub(super) fn health(&self) -> &Health {
        match self {
            Self::MariaDb(engine) => engine.health(),
            Self::Sqlite(engine) => engine.health(),
        }
    }

    async fn connect_to_probe(&self) -> Result<Connection, Error> {
        Ok(match self {
            Self::MariaDb(engine) => Connection::MariaDb(engine.connect_to_probe().await?),
            Self::Sqlite(engine) => Connection::Sqlite(engine.connect_to_probe().await?),
        })
    }
}

/// One row, always the same, whose value differs, as an engine may leave out what changes nothing.
async fn write(connection: &mut Connection) -> Result<(), Error> {
    let at = super::retries::random();
    let row = upsert!(write_probes { at }, key { probe: 1_i64 });
    connection.query(row.sql, row.values).execute().await?;
    Ok(())
}
