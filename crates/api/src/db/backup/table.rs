//! The tables of a backup, as the file itself describes them.

use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, MySql, Sqlite};

/// A table of ours. Its names are from our migrations, so statements are made of them as they stand.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

/// A column, by the three types that our tables are made of.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What stands in a column, unless it is `NULL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Integer,
    Text,
    Blob,
}

/// Every table but sqlx's own record of migrations, in the order in which they were made.
pub(super) async fn tables(file: &mut SqliteConnection) -> sqlx::Result<Vec<Table>> {
    let names = "SELECT name FROM sqlite_schema \
                 WHERE type = 'table' AND name NOT IN ('_sqlx_migrations', 'sqlite_sequence') \
                 ORDER BY rowid";
    let names: Vec<String> = sqlx::query_scalar::<Sqlite, _>(names)
        .fetch_all(&mut *file)
        .await?;
    let mut tables = Vec::new();
    for name in names {
        let columns = "SELECT name, type FROM pragma_table_info(?) ORDER BY cid";
        let columns: Vec<(String, String)> = sqlx::query_as::<Sqlite, _>(columns)
            .bind(name.clone())
            .fetch_all(&mut *file)
            .await?;
        let columns = columns.into_iter().map(|(name, kind)| Column {
            name,
            kind: match &*kind {
                "INTEGER" => Kind::Integer,
                "BLOB" => Kind::Blob,
                _ => Kind::Text,
            },
        });
        let columns = columns.collect();
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

impl Table {
    /// Every row, in no particular order.
    pub(super) fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.columns(), self.name)
    }

    /// An insertion of this many rows.
    pub(super) fn insert(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns.len()].join(", "));
        let rows = vec![row; rows].join(", ");
        format!(
            "INSERT INTO {} ({}) VALUES {rows}",
            self.name,
            self.columns()
        )
    }

    pub(super) async fn is_empty(&self, on: &mut MySqlConnection) -> sqlx::Result<bool> {
        let any = format!("SELECT 1 FROM {} LIMIT 1", self.name);
        let any = sqlx::query::<MySql>(AssertSqlSafe(any))
            .fetch_optional(on)
            .await?;
        Ok(any.is_none())
    }

    pub(super) async fn count(&self, file: &mut SqliteConnection) -> sqlx::Result<u64> {
        let count = format!("SELECT COUNT(*) FROM {}", self.name);
        let rows: i64 = sqlx::query_scalar::<Sqlite, _>(AssertSqlSafe(count))
            .fetch_one(file)
            .await?;
        Ok(rows.unsigned_abs())
    }

    fn columns(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|it| it.name.as_str()).collect();
        names.join(", ")
    }
}
