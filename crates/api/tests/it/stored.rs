//! Everything that stands in a database, whatever its tables are.

use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

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
                "SELECT CAST(CONCAT(table_name, '.', column_name) AS CHAR) \
                 FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1",
                "CHAR",
            ),
            Self::Sqlite(_) => (
                "SELECT it.name || '.' || its.name FROM sqlite_schema it \
                 JOIN pragma_table_info(it.name) its WHERE it.type = 'table' ORDER BY 1",
                "TEXT",
            ),
        };
        let mut columns = Vec::new();
        for path in self.texts(schema.to_owned()).await {
            let (table, name) = path.split_once('.').unwrap();
            // sqlx keeps there which migrations were applied.
            if table != "_sqlx_migrations" {
                let sql =
                    format!("SELECT CAST({name} AS {text}) FROM {table} WHERE {name} IS NOT NULL");
                columns.push(Column {
                    table: table.to_owned(),
                    name: name.to_owned(),
                    values: self.texts(sql).await,
                });
            }
        }
        columns
    }

    async fn texts(&mut self, sql: String) -> Vec<String> {
        let query = AssertSqlSafe(sql);
        match self {
            Self::MariaDb(connection) => sqlx::query_scalar(query).fetch_all(connection).await,
            Self::Sqlite(connection) => sqlx::query_scalar(query).fetch_all(connection).await,
        }
        .unwrap()
    }
}
