//! Everything that stands in a database, whatever its tables are.

use flate2::read::GzDecoder;
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, Connection, FromRow};
use std::collections::BTreeMap;
use std::io::Read as _;

/// A connection beside those of the service.
pub(crate) enum Stored {
    MariaDb(MySqlConnection),
    Sqlite(SqliteConnection),
}

/// A column with the values of all its rows.
pub(crate) struct Column {
    pub(crate) table: String,
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
}

impl Column {
    /// As `table.column`.
    pub(crate) fn path(&self) -> String {
        format!("{}.{}", self.table, self.name)
    }
}

impl Stored {
    pub(crate) async fn open(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            Self::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Self::MariaDb(MySqlConnection::connect(url).await.unwrap())
        }
    }

    /// Changes something behind the back of the service.
    pub(crate) async fn execute(&mut self, sql: String) {
        let query = sqlx::raw_sql(AssertSqlSafe(sql));
        match self {
            Self::MariaDb(connection) => query.execute(connection).await.map(drop),
            Self::Sqlite(connection) => query.execute(connection).await.map(drop),
        }
        .unwrap();
    }

    /// Every column of every table of ours, as the schema lists them.
    pub(crate) async fn columns(&mut self) -> Vec<Column> {
        let (schema, text) = match self {
            Self::MariaDb(_) => (
                "SELECT CAST(CONCAT(table_name, '.', column_name) AS CHAR), \
                 CAST(data_type LIKE '%blob' AS SIGNED) \
                 FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1",
                "CHAR",
            ),
            Self::Sqlite(_) => (
                "SELECT it.name || '.' || its.name, its.type = 'BLOB' FROM sqlite_schema it \
                 JOIN pragma_table_info(it.name) its WHERE it.type = 'table' ORDER BY 1",
                "TEXT",
            ),
        };
        let paths: Vec<(String, i64)> = self.rows(schema.to_owned()).await;
        let mut packed = Vec::new();
        let mut columns: Vec<Column> = Vec::new();
        let mut selects: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (path, is_bytes) in &paths {
            let (table, name) = path.split_once('.').unwrap();
            // sqlx keeps there which migrations were applied.
            if table == "_sqlx_migrations" {
                continue;
            }
            let index = columns.len();
            columns.push(Column {
                table: table.to_owned(),
                name: name.to_owned(),
                values: Vec::new(),
            });
            let value = if *is_bytes == 1 {
                packed.push(index);
                format!("HEX({name})")
            } else {
                format!("CAST({name} AS {text})")
            };
            selects.entry(table).or_default().push(format!(
                "SELECT {index}, {value} FROM {table} WHERE {name} IS NOT NULL"
            ));
        }
        // One statement per table and not per column: on a server each costs a round trip.
        for of_table in selects.into_values() {
            let rows: Vec<(i64, String)> = self.rows(of_table.join(" UNION ALL ")).await;
            for (index, value) in rows {
                let index = usize::try_from(index).unwrap();
                let is_packed = packed.contains(&index);
                let value = if is_packed { unpacked(&value) } else { value };
                columns[index].values.push(value);
            }
        }
        columns
    }

    async fn rows<T: Row>(&mut self, sql: String) -> Vec<T> {
        let query = AssertSqlSafe(sql);
        match self {
            Self::MariaDb(connection) => sqlx::query_as(query).fetch_all(connection).await,
            Self::Sqlite(connection) => sqlx::query_as(query).fetch_all(connection).await,
        }
        .unwrap()
    }
}

/// What was packed into these bytes: nobody is hidden from a search by being compressed.
fn unpacked(hex: &str) -> String {
    let bytes = hex.as_bytes().chunks(2);
    let bytes = bytes.map(|it| u8::from_str_radix(std::str::from_utf8(it).unwrap(), 16).unwrap());
    let bytes: Vec<_> = bytes.collect();
    let mut text = Vec::new();
    GzDecoder::new(&*bytes).read_to_end(&mut text).unwrap();
    String::from_utf8_lossy(&text).into_owned()
}

/// What either engine reads.
pub(crate) trait Row:
    for<'r> FromRow<'r, MySqlRow> + for<'r> FromRow<'r, SqliteRow> + Send + Unpin
{
}

impl<T> Row for T where
    T: for<'r> FromRow<'r, MySqlRow> + for<'r> FromRow<'r, SqliteRow> + Send + Unpin
{
}
