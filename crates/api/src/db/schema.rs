//! Which version's tables a database holds.

use super::migrate::{MARIADB, SQLITE};
use super::{Database, Error};
use sqlx::migrate::Migrator;
use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{MySql, Sqlite};
use std::fmt;

/// What a database holds, compared with what this version makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schema {
    /// Nothing.
    Empty,
    /// Tables, but no record of migrations: it belongs to something else.
    Foreign,
    /// The tables of an earlier version.
    Older {
        /// The latest migration that was applied.
        applied: i64,
        /// The latest one of this version.
        latest: i64,
    },
    /// This version's tables.
    Current,
    /// The tables of a later version, or of a changed one.
    Unknown {
        /// A migration that this version does not have, or has differently.
        migration: i64,
    },
    /// A migration was cut off.
    Unfinished {
        /// That one.
        migration: i64,
    },
}

impl fmt::Display for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("is empty: the service has never used it"),
            Self::Foreign => formatter.write_str("holds tables, but none of Paddock"),
            Self::Older { applied, latest } => write!(
                formatter,
                "is of an earlier version (migration {applied} of {latest}): \
                 use that version, or bring it up to date with `paddock migrate`"
            ),
            Self::Current => formatter.write_str("is of this version"),
            Self::Unknown { migration } => write!(
                formatter,
                "is of a later version (migration {migration} is not one of this program): \
                 use the version that is in service"
            ),
            Self::Unfinished { migration } => write!(
                formatter,
                "was left amid migration {migration}: restore the backup from before the upgrade"
            ),
        }
    }
}

/// What sqlx records of a migration.
type Applied = (i64, bool, Vec<u8>);

const APPLIED: &str = "SELECT version, success, checksum FROM _sqlx_migrations ORDER BY version";

impl Database {
    /// Whose tables it holds. Changes nothing.
    pub async fn schema(&self) -> Result<Schema, Error> {
        match self {
            Self::MariaDb(engine) => on_mariadb(&mut engine.connect_apart().await?).await,
            Self::Sqlite(engine) => in_file(&mut engine.connect_apart().await?).await,
        }
    }
}

async fn in_file(connection: &mut SqliteConnection) -> Result<Schema, Error> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let tables: Vec<String> = sqlx::query_scalar::<Sqlite, _>(tables)
        .fetch_all(&mut *connection)
        .await?;
    let mut applied = Vec::new();
    if is_ours(&tables) {
        applied = sqlx::query_as::<Sqlite, _>(APPLIED)
            .fetch_all(connection)
            .await?;
    }
    Ok(judge(&tables, &applied, &SQLITE))
}

pub(super) async fn on_mariadb(connection: &mut MySqlConnection) -> Result<Schema, Error> {
    let tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()";
    let tables: Vec<String> = sqlx::query_scalar::<MySql, _>(tables)
        .fetch_all(&mut *connection)
        .await?;
    let mut applied = Vec::new();
    if is_ours(&tables) {
        applied = sqlx::query_as::<MySql, _>(APPLIED)
            .fetch_all(connection)
            .await?;
    }
    Ok(judge(&tables, &applied, &MARIADB))
}

fn is_ours(tables: &[String]) -> bool {
    tables.iter().any(|table| table == "_sqlx_migrations")
}

fn judge(tables: &[String], applied: &[Applied], migrator: &Migrator) -> Schema {
    if tables.is_empty() {
        return Schema::Empty;
    }
    if !is_ours(tables) {
        return Schema::Foreign;
    }
    if let Some((migration, ..)) = applied.iter().find(|(_, success, _)| !success) {
        let migration = *migration;
        return Schema::Unfinished { migration };
    }
    let known = |(version, _, checksum): &&Applied| {
        let mut known = migrator.iter();
        known.any(|it| it.version == *version && it.checksum[..] == checksum[..])
    };
    if let Some((migration, ..)) = applied.iter().find(|migration| !known(migration)) {
        let migration = *migration;
        return Schema::Unknown { migration };
    }
    let latest = migrator.iter().map(|migration| migration.version).max();
    let latest = latest.expect("there are migrations");
    if applied.len() == migrator.iter().count() {
        return Schema::Current;
    }
    let applied = applied.last().map_or(0, |(version, ..)| *version);
    Schema::Older { applied, latest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn applied() -> Vec<Applied> {
        let migrations = SQLITE.iter();
        migrations
            .map(|it| (it.version, true, it.checksum.to_vec()))
            .collect()
    }

    #[test]
    fn a_database_is_told_by_its_migrations() {
        let ours = tables(&["guilds", "_sqlx_migrations"]);
        let all = applied();
        let latest = i64::try_from(all.len()).unwrap();
        assert_eq!(judge(&[], &[], &SQLITE), Schema::Empty);
        assert_eq!(judge(&tables(&["wiki"]), &[], &SQLITE), Schema::Foreign);
        assert_eq!(judge(&ours, &all, &SQLITE), Schema::Current);
        let older = Schema::Older { applied: 7, latest };
        assert_eq!(judge(&ours, &all[..7], &SQLITE), older);
        let older = Schema::Older { applied: 0, latest };
        assert_eq!(judge(&ours, &[], &SQLITE), older);
    }

    #[test]
    fn what_this_version_cannot_know_is_not_taken_for_its_own() {
        let ours = tables(&["_sqlx_migrations"]);
        let mut later = applied();
        let migration = later.last().unwrap().0 + 1;
        later.push((migration, true, Vec::new()));
        assert_eq!(judge(&ours, &later, &SQLITE), Schema::Unknown { migration });
        let mut changed = applied();
        changed[3].2[0] ^= 1;
        let unknown = Schema::Unknown { migration: 4 };
        assert_eq!(judge(&ours, &changed, &SQLITE), unknown);
        let mut cut_off = applied();
        cut_off[5].1 = false;
        let unfinished = Schema::Unfinished { migration: 6 };
        assert_eq!(judge(&ours, &cut_off, &SQLITE), unfinished);
    }
}
