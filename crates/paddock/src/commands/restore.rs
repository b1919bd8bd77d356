//! A database from a backup: only where there is nothing yet, and all of it or nothing.

use super::backup::{complete, copy, folder_of, unfinished};
use super::parts::lock;
use super::{database, print, verify};
use crate::environment::Variables;
use crate::{logging, secrets};
use anyhow::{Context, bail};
use paddock_api::{Database, Location, Schema, Stored};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub(super) async fn run(variables: &Variables, backup: &Path) -> anyhow::Result<()> {
    let location = variables.database()?;
    logging::start(variables)?;
    let data_dir = variables.data_dir();
    secrets::create_dir(&data_dir)?;
    // Held until the end: the service must not start on half a database.
    let _lock = lock(&data_dir)?;
    let folder = match &location {
        Location::Sqlite(path) => {
            refuse_existing(path)?;
            folder_of(path)
        }
        Location::MariaDb(_) => {
            refuse_used(&location).await?;
            data_dir
        }
    };
    let backup = database::file(backup);
    print(&format!("Restoring {backup} into {location}."))?;
    let db = database::open(&backup).await?;
    match db.schema().await.context("could not read the backup")? {
        Schema::Current | Schema::Older { .. } => {}
        other => bail!("{backup} {other}"),
    }
    database::check_integrity(&db, &backup).await?;
    // The backup stays as it is: a copy is brought up to this version.
    let part = unfinished(folder, "restore")?;
    let mut stored = copy(&db, &part).await?;
    db.close().await;
    Database::migrate_file(&part)
        .await
        .context("could not bring the copy up to this version")?;
    match &location {
        Location::Sqlite(path) => complete(part, path)?,
        Location::MariaDb(server) => {
            stored = Database::fill_server(server, &part)
                .await
                .with_context(|| format!("could not fill {location}"))?;
        }
    }
    let Stored { tables, rows } = stored;
    print(&format!("{rows} rows of {tables} tables are restored."))?;
    verify::check(&location).await
}

/// A file that is there, or what an earlier database has left beside it: SQLite would take that for a
/// part of the new one.
fn refuse_existing(path: &Path) -> anyhow::Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = OsString::from(path);
        name.push(suffix);
        let file = PathBuf::from(name);
        if file.exists() {
            bail!(
                "{} is there already; only what does not exist yet is restored: move it away",
                file.display()
            );
        }
    }
    Ok(())
}

/// Tables without rows are what an earlier attempt may have left.
async fn refuse_used(location: &Location) -> anyhow::Result<()> {
    let db = Database::open(location)
        .await
        .with_context(|| format!("could not open {location}"))?;
    let schema = db.schema().await;
    db.close().await;
    match schema.context("could not read the database")? {
        // Whether there are rows is seen where they are copied.
        Schema::Empty | Schema::Current => Ok(()),
        other => bail!("{location} is not empty: it {other}"),
    }
}
