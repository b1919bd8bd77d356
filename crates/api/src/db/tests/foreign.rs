//! Somebody else who uses the same database.

use super::*;
use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, Executor as _};

pub(super) enum Foreign {
    MariaDb(MySqlConnection),
    Sqlite(SqliteConnection),
}

impl Foreign {
    pub(super) async fn connect(test: &TestContext) -> Self {
        match test.location() {
            Location::MariaDb(options) => Self::MariaDb(options.connect().await.unwrap()),
            Location::Sqlite(path) => {
                let options = SqliteConnectOptions::new().filename(path);
                let connection = SqliteConnection::connect_with(&options).await;
                Self::Sqlite(connection.unwrap())
            }
        }
    }

    pub(super) async fn run(&mut self, sql: Sql) {
        match self {
            Self::MariaDb(connection) => drop(connection.execute(sql.mariadb).await.unwrap()),
            Self::Sqlite(connection) => drop(connection.execute(sql.sqlite).await.unwrap()),
        }
    }

    /// Ends every other connection to this test's database; how many there were.
    pub(super) async fn kill_all(&mut self) -> usize {
        let Self::MariaDb(connection) = self else {
            return 0;
        };
        let others = "SELECT id FROM information_schema.processlist \
             WHERE db = DATABASE() AND id <> CONNECTION_ID()";
        let others: Vec<i64> = sqlx::query_scalar(others)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        for id in &others {
            let kill = AssertSqlSafe(format!("KILL {id}"));
            connection.execute(kill).await.unwrap();
        }
        others.len()
    }
}
