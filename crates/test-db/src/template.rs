//! A database with all tables and no rows but those of its migrations, from which others are copied.
//!
//! It is found by the migrations: others have another one. Tests are processes that begin at the same time, so
//! whoever makes it does so under another name, or a lock.

use crate::file_url;
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Stands in a schema that is complete.
const COMPLETE: &str = "template_is_complete";
/// Only one makes the template, and the others wait for it.
const LOCK: &str = "SELECT GET_LOCK('paddock_template', 120)";
const UNLOCK: &str = "SELECT RELEASE_LOCK('paddock_template')";

/// Copies the template to this file.
pub(crate) async fn copy_file<F: Future<Output = ()>>(
    file: &Path,
    migrate: impl FnOnce(String) -> F,
) {
    let folder = std::env::current_exe().expect("a test is a program in a folder");
    let folder = folder.parent().expect("of the build").to_owned();
    let template = folder.join(format!("paddock-{}.db", key("sqlite")));
    if !template.exists() {
        let dir = tempfile::tempdir_in(&folder).expect("a folder beside the test can be created");
        let (migrated, whole) = (dir.path().join("migrated.db"), dir.path().join("whole.db"));
        migrate(file_url(&migrated)).await;
        write_whole(&migrated, &whole)
            .await
            .expect("the database was just migrated");
        // Of two that are made at the same time one replaces the other, which is the same.
        std::fs::rename(whole, &template).expect("it is the same folder");
    }
    std::fs::copy(template, file).expect("the file does not exist yet");
}

/// In one file, wherever the log of the other one stands.
async fn write_whole(from: &Path, to: &Path) -> sqlx::Result<()> {
    let options = SqliteConnectOptions::new().filename(from);
    let mut connection = options.connect().await?;
    let sql = format!("VACUUM INTO '{}'", to.display());
    connection.execute(AssertSqlSafe(sql)).await?;
    connection.close().await
}

/// Copies the template to this schema, which is empty.
pub(crate) async fn copy_schema<F: Future<Output = ()>>(
    server: &MySqlConnectOptions,
    schema: &str,
    migrate: impl FnOnce(String) -> F,
) {
    let template = format!("paddock_{}", key("mariadb"));
    let copied = async {
        let mut connection = server.connect().await?;
        let mut tables = tables(&mut connection, &template).await?;
        if !is_complete(&tables) {
            connection.execute(LOCK).await?;
            tables = self::tables(&mut connection, &template).await?;
            if !is_complete(&tables) {
                make(&mut connection, server, &template, migrate).await?;
                tables = self::tables(&mut connection, &template).await?;
            }
            connection.execute(UNLOCK).await?;
        }
        let sql = copying(&tables, &template, schema);
        connection
            .execute(sqlx::raw_sql(AssertSqlSafe(sql)))
            .await?;
        connection.close().await
    };
    let copied: sqlx::Result<()> = copied.await;
    copied.expect("TEST_DATABASE_URL names a server that allows creating databases");
}

async fn make<F: Future<Output = ()>>(
    connection: &mut MySqlConnection,
    server: &MySqlConnectOptions,
    template: &str,
    migrate: impl FnOnce(String) -> F,
) -> sqlx::Result<()> {
    // Whoever began it before may have been killed.
    let create = format!(
        "DROP DATABASE IF EXISTS {template}; \
         CREATE DATABASE {template} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"
    );
    connection
        .execute(sqlx::raw_sql(AssertSqlSafe(create)))
        .await?;
    let url = server.clone().database(template).to_url_lossy();
    migrate(url.to_string()).await;
    let complete = format!("CREATE TABLE {template}.{COMPLETE} (one INT)");
    connection.execute(AssertSqlSafe(complete)).await?;
    Ok(())
}

fn is_complete(tables: &[String]) -> bool {
    tables.iter().any(|table| table == COMPLETE)
}

/// None where there is no such schema.
async fn tables(connection: &mut MySqlConnection, schema: &str) -> sqlx::Result<Vec<String>> {
    let names = "SELECT table_name FROM information_schema.tables WHERE table_schema = ?";
    let names = sqlx::query_scalar(names).bind(schema);
    names.fetch_all(connection).await
}

/// The statements that copy every table with its rows.
fn copying(tables: &[String], template: &str, schema: &str) -> String {
    let tables = tables.iter().filter(|table| *table != COMPLETE);
    let copies = tables.map(|table| {
        format!(
            "CREATE TABLE {schema}.{table} LIKE {template}.{table}; \
             INSERT INTO {schema}.{table} SELECT * FROM {template}.{table};"
        )
    });
    copies.collect()
}

/// Differs where the migrations of this engine do.
fn key(engine: &str) -> String {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let folder = std::fs::read_dir(migrations.join(engine)).expect("every engine has migrations");
    let files = folder.map(|entry| entry.expect("the folder can be read").path());
    let mut files: Vec<_> = files.collect();
    files.sort_unstable();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        file.file_name().hash(&mut hasher);
        std::fs::read(file)
            .expect("a migration can be read")
            .hash(&mut hasher);
    }
    format!("template_{:016x}", hasher.finish())
}
