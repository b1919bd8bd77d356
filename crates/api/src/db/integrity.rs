//! The engines' own checks of what is on the disk.

use super::{Database, Error};
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, MySql, Row as _, Sqlite};

/// What an engine says of its own files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integrity {
    /// Tables that were looked at.
    pub tables: usize,
    /// A sentence for each thing that is wrong.
    pub faults: Vec<String>,
}

impl Database {
    /// Has the engine check every table with its indexes: `PRAGMA integrity_check` and
    /// `PRAGMA foreign_key_check`, or `CHECK TABLE … EXTENDED`. Reads everything once, changes
    /// nothing, and others go on meanwhile.
    pub async fn check_integrity(&self) -> Result<Integrity, Error> {
        match self {
            Self::MariaDb(engine) => on_mariadb(&mut engine.connect_apart().await?).await,
            Self::Sqlite(engine) => in_file(&mut engine.connect_apart().await?).await,
        }
    }
}

async fn in_file(connection: &mut SqliteConnection) -> Result<Integrity, Error> {
    let tables = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'";
    let tables: i64 = sqlx::query_scalar::<Sqlite, _>(tables)
        .fetch_one(&mut *connection)
        .await?;
    let mut faults: Vec<String> = sqlx::query_scalar::<Sqlite, _>("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await?;
    faults.retain(|fault| fault != "ok");
    let orphans = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(connection)
        .await?;
    for orphan in orphans {
        let (table, parent): (String, String) = (orphan.try_get(0)?, orphan.try_get(2)?);
        faults.push(format!("a row of {table} has no row in {parent}"));
    }
    Ok(Integrity {
        tables: usize::try_from(tables).unwrap_or_default(),
        faults,
    })
}

async fn on_mariadb(connection: &mut MySqlConnection) -> Result<Integrity, Error> {
    let tables = "SELECT table_name FROM information_schema.tables \
                  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name";
    let tables: Vec<String> = sqlx::query_scalar::<MySql, _>(tables)
        .fetch_all(&mut *connection)
        .await?;
    let mut faults = Vec::new();
    for table in &tables {
        // One by one, so that no lock is held for longer than one table takes.
        let check = format!("CHECK TABLE `{}` EXTENDED", table.replace('`', "``"));
        let answers = sqlx::raw_sql(AssertSqlSafe(check))
            .fetch_all(&mut *connection)
            .await?;
        for answer in &answers {
            faults.extend(fault_in(
                &text(answer, 0)?,
                &text(answer, 2)?,
                &text(answer, 3)?,
            ));
        }
    }
    Ok(Integrity {
        tables: tables.len(),
        faults,
    })
}

/// A column of the server's own answers, which are text under several types.
fn text(row: &MySqlRow, column: usize) -> sqlx::Result<String> {
    row.try_get_unchecked(column)
}

/// A note says nothing about the data; a status is `OK` where there is no fault.
fn fault_in(table: &str, kind: &str, text: &str) -> Option<String> {
    let harmless = kind == "note" || (kind == "status" && text == "OK");
    (!harmless).then(|| format!("{table}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_ok_and_notes_is_a_fault() {
        assert_eq!(fault_in("paddock.ranks", "status", "OK"), None);
        assert_eq!(fault_in("paddock.ranks", "note", "it has a view"), None);
        for (kind, answer) in [
            (
                "error",
                "Index for table 'ranks' is corrupt; try to repair it",
            ),
            (
                "warning",
                "InnoDB: The B-tree of index PRIMARY is corrupted.",
            ),
            ("status", "Operation failed"),
        ] {
            let fault = fault_in("paddock.ranks", kind, answer);
            assert_eq!(fault, Some(format!("paddock.ranks: {answer}")));
        }
    }
}
