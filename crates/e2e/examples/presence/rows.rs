//! The rows of the API, read beside it.

use crate::mark_in;
use sqlx::mysql::MySqlConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};
use std::collections::HashMap;

/// A connection of our own.
pub(crate) enum Rows {
    Sqlite(SqliteConnection),
    MariaDb(MySqlConnection),
}

const SQL: &str = "SELECT user_id, presence FROM staff_members WHERE presence IS NOT NULL";

impl Rows {
    pub(crate) async fn open(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            let options: SqliteConnectOptions = url.parse().expect("an address of a file");
            Self::Sqlite(options.read_only(true).connect().await.expect("the file"))
        } else {
            Self::MariaDb(MySqlConnection::connect(url).await.expect("the server"))
        }
    }

    /// The last change of each of the staff that has its row.
    pub(crate) async fn marks(&mut self) -> HashMap<i64, u64> {
        let rows: Vec<(i64, String)> = match self {
            Self::Sqlite(on) => sqlx::query_as(SQL).fetch_all(on).await,
            Self::MariaDb(on) => sqlx::query_as(SQL).fetch_all(on).await,
        }
        .expect("rows of the staff");
        let marked = rows.into_iter();
        marked
            .filter_map(|(user, presence)| Some((user, mark_in(&presence)?)))
            .collect()
    }
}
