//! A database of its own for every test.
//!
//! With `TEST_DATABASE_URL` set to a MariaDB server it is a fresh schema there, otherwise a SQLite
//! file in a temporary folder (one in memory would lock differently and vanish with its last
//! connection). Tests never mention the engine. `cargo xtask test` runs them on both.

use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tempfile::TempDir;

/// An empty database that is deleted when dropped.
pub struct TestDb {
    url: String,
    _kept: Kept,
}

#[expect(dead_code, reason = "kept for what dropping them does")]
enum Kept {
    File(TempDir),
    Schema(Box<Schema>),
}

/// A schema on a server, dropped with its guard.
struct Schema {
    server: MySqlConnectOptions,
    name: String,
}

impl TestDb {
    /// Makes one.
    ///
    /// # Panics
    ///
    /// When the server of `TEST_DATABASE_URL` cannot be used.
    pub async fn create() -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) if !server.is_empty() => Self::on_server(&server).await,
            _ => Self::in_file(),
        }
    }

    /// As `DATABASE_URL` has it.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn in_file() -> Self {
        let dir = tempfile::tempdir().expect("there is room for a temporary folder");
        let url = format!("sqlite://{}", dir.path().join("paddock.db").display());
        Self {
            url,
            _kept: Kept::File(dir),
        }
    }

    async fn on_server(server: &str) -> Self {
        let options: MySqlConnectOptions = server
            .parse()
            .expect("TEST_DATABASE_URL is a mysql:// address");
        let name = format!("paddock_{}", random_hex());
        let sql = format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        Schema::run(options.clone(), sql)
            .await
            .expect("TEST_DATABASE_URL names a server where databases can be made");
        let url = format!("{}/{name}", server.trim_end_matches('/'));
        Self {
            url,
            _kept: Kept::Schema(Box::new(Schema {
                server: options,
                name,
            })),
        }
    }
}

impl Schema {
    async fn run(server: MySqlConnectOptions, sql: String) -> sqlx::Result<()> {
        let mut connection: MySqlConnection = server.connect().await?;
        // A test may end with a transaction still open, on a runtime that waits for this. Better a
        // schema left behind on a server for tests than to wait for each other.
        connection
            .execute("SET SESSION lock_wait_timeout = 1")
            .await?;
        connection.execute(AssertSqlSafe(sql)).await?;
        connection.close().await
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        let (server, sql) = (self.server.clone(), format!("DROP DATABASE {}", self.name));
        // A runtime of its own: the test's may be gone, and cannot be blocked on from within.
        let drop = move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime
                .ok()
                .and_then(|runtime| runtime.block_on(Self::run(server, sql)).ok());
        };
        std::thread::spawn(drop).join().ok();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a name that no other test run has"
)]
fn random_hex() -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the operating system has randomness");
    format!("{:016x}", u64::from_ne_bytes(bytes))
}
