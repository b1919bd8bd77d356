//! Opening a database by its URL, and bringing its tables up to this version.

use super::{Database, Error, mariadb, sqlite};
use sqlx::migrate::Migrator;
use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};
use std::{fmt, path::PathBuf};

pub(super) static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
pub(super) static MARIADB: Migrator = sqlx::migrate!("../../migrations/mariadb");

/// Reading connections of a SQLite file.
const SQLITE_READERS: usize = 4;
/// Connections to a MariaDB server; its storage engine gains nothing from more.
const MARIADB_CONNECTIONS: usize = 24;
/// How many of them may write at once. The others are left for reads when every writer waits for a
/// lock that somebody else holds.
const MARIADB_WRITERS: usize = 16;

/// Where the rows are.
#[derive(Debug, Clone)]
pub enum Location {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    MariaDb(Box<MySqlConnectOptions>),
}

impl Location {
    /// Reads `DATABASE_URL`: a `sqlite:` path, or a MariaDB server in any of the usual spellings.
    pub fn from_url(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once(':')?;
        match scheme {
            "sqlite" => {
                let path = rest.strip_prefix("//").unwrap_or(rest);
                // One in memory would forget everything, and options are ours to set.
                (!path.is_empty() && !path.contains(['?', ':'])).then(|| Self::Sqlite(path.into()))
            }
            // SQLAlchemy's spelling names its driver.
            "mysql" | "mariadb" | "mysql+asyncmy" | "mysql+aiomysql" | "mysql+pymysql" => {
                let options: MySqlConnectOptions = format!("mysql:{rest}").parse().ok()?;
                let database = options.get_database()?;
                // The password had a slash in it: what follows was taken for the name.
                if database.contains(['/', '@']) {
                    return None;
                }
                // A server from 11.4 on offers TLS by itself, which nobody on the way to a socket could read.
                let is_private = options.get_socket().is_some()
                    && matches!(options.get_ssl_mode(), MySqlSslMode::Preferred);
                let options = if is_private {
                    options.ssl_mode(MySqlSslMode::Disabled)
                } else {
                    options
                };
                Some(Self::MariaDb(Box::new(options)))
            }
            _ => None,
        }
    }
}

/// For people, and without the password.
impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => {
                // Relative paths are told from a folder that the reader may not be in.
                let absolute = std::path::absolute(path);
                let path = absolute.as_ref().unwrap_or(path);
                write!(formatter, "the SQLite file {}", path.display())
            }
            Self::MariaDb(options) => {
                let database = options.get_database().unwrap_or_default();
                let server = match options.get_socket() {
                    Some(socket) => socket.display().to_string(),
                    None => format!("{}:{}", options.get_host(), options.get_port()),
                };
                let user = options.get_username();
                write!(
                    formatter,
                    "the MariaDB database {database} on {server}, as {user}"
                )
            }
        }
    }
}

impl Database {
    /// Opens a database that is there, to look at it: a file is neither created nor changed.
    pub async fn open_read_only(location: &Location) -> Result<Self, Error> {
        match location {
            Location::Sqlite(path) => Ok(Self::Sqlite(
                sqlite::Engine::open_read_only(path, SQLITE_READERS).await?,
            )),
            // A server creates no database because of a connection.
            Location::MariaDb(_) => Self::open(location).await,
        }
    }

    /// Opens the database, without touching its tables.
    pub async fn open(location: &Location) -> Result<Self, Error> {
        Ok(match location {
            Location::Sqlite(path) => {
                Self::Sqlite(sqlite::Engine::open(path, SQLITE_READERS).await?)
            }
            Location::MariaDb(options) => {
                let options = options.as_ref().clone();
                let (connections, writers) = (MARIADB_CONNECTIONS, MARIADB_WRITERS);
                Self::MariaDb(mariadb::Engine::connect(options, connections, writers).await?)
            }
        })
    }

    /// Applies every migration that is not applied yet. Safe to run twice, and at the same time on
    /// one server; a Galera cluster wants one replica to do it.
    pub async fn migrate(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite(engine) => {
                SQLITE
                    .run_direct(None, &mut engine.connect_unsynced().await?, false)
                    .await?;
            }
            Self::MariaDb(engine) => {
                MARIADB
                    .run_direct(None, &mut engine.connect_apart().await?, false)
                    .await?;
            }
        }
        Ok(())
    }

    /// Whether these are all migrations of this version.
    pub(super) fn is_complete(&self, applied: &[i64]) -> bool {
        let migrator = match self {
            Self::Sqlite(_) => &SQLITE,
            Self::MariaDb(_) => &MARIADB,
        };
        let mut versions = migrator.iter().map(|migration| migration.version);
        versions.all(|version| applied.contains(&version))
    }
}
