//! A separate database for every test.
//!
//! It is a new schema on the MariaDB server of `TEST_DATABASE_URL` if that is set, otherwise a SQLite file in a
//! temporary folder (a database in memory would lock differently and vanish with its last connection). Tests never
//! mention the engine; `cargo xtask test` runs them on both.
//!
//! Tables are made once, and copied for every further test ([`TestDb::migrated`]): a hundred migrations take longer
//! than most tests.

mod template;

use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An empty database that is deleted when dropped.
pub struct TestDb {
    url: String,
    storage: Storage,
}

/// Held until dropped, which deletes the data.
enum Storage {
    File(TempDir),
    Schema(Box<Schema>),
}

/// A schema on a server, dropped with this guard.
struct Schema {
    server: MySqlConnectOptions,
    name: String,
}

impl TestDb {
    /// Creates a database.
    ///
    /// # Panics
    ///
    /// If the server of `TEST_DATABASE_URL` cannot be used.
    pub async fn create() -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) if !server.is_empty() => Self::on_server(&server).await,
            _ => Self::in_file(),
        }
    }

    /// Creates a database with all tables, as `migrate` leaves one that it is given the address of. That is asked
    /// once, for as long as the migrations stay as they are.
    ///
    /// # Panics
    ///
    /// As [`TestDb::create`], and if `migrate` does.
    pub async fn migrated<F: Future<Output = ()>>(migrate: impl FnOnce(String) -> F) -> Self {
        let db = Self::create().await;
        match &db.storage {
            Storage::File(dir) => template::copy_file(&file_in(dir), migrate).await,
            Storage::Schema(schema) => {
                template::copy_schema(&schema.server, &schema.name, migrate).await;
            }
        }
        db
    }

    /// The address, in the form of `DATABASE_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn in_file() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder can be created");
        let url = file_url(&file_in(&dir));
        Self {
            url,
            storage: Storage::File(dir),
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
            .expect("TEST_DATABASE_URL names a server that allows creating databases");
        let url = format!("{}/{name}", server.trim_end_matches('/'));
        Self {
            url,
            storage: Storage::Schema(Box::new(Schema {
                server: options,
                name,
            })),
        }
    }
}

impl Schema {
    async fn run(server: MySqlConnectOptions, sql: String) -> sqlx::Result<()> {
        let mut connection: MySqlConnection = server.connect().await?;
        // A test may end with an open transaction, on a runtime that waits for this. A schema left behind on a server for
        // tests is better than a deadlock.
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
        // A separate runtime: the test's own may be gone, and a task cannot block on its own runtime.
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

fn file_in(dir: &TempDir) -> PathBuf {
    dir.path().join("paddock.db")
}

fn file_url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a name that no other test run uses"
)]
fn random_hex() -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the operating system has randomness");
    format!("{:016x}", u64::from_ne_bytes(bytes))
}
