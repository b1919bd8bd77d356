//! A backup: a new file, which has its name once it is complete, checked and on the disk.

use super::{database, print};
use crate::environment::Variables;
use crate::logging;
use anyhow::{Context, bail};
use paddock_api::{Database, Schema, Stored};
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempPath;

pub(super) async fn run(variables: &Variables, target: &Path) -> anyhow::Result<()> {
    let location = variables.database()?;
    logging::start(variables)?;
    if target.exists() {
        bail!("{} is there already; choose another name", target.display());
    }
    print(&format!("Backing up {location}."))?;
    let db = database::open(&location).await?;
    match db.schema().await.context("could not read the database")? {
        // Before an upgrade, a backup is made by the version that comes.
        Schema::Current | Schema::Older { .. } => {}
        other => bail!("{location} {other}"),
    }
    // Of a damaged database a backup would be as bad, and would take the place of a good one.
    database::check_integrity(&db, &location).await?;
    let part = unfinished(folder_of(target), "backup")?;
    let stored = copy(&db, &part).await?;
    db.close().await;
    complete(part, target)?;
    let Stored { tables, rows } = stored;
    let target = target.display();
    print(&format!("{rows} rows of {tables} tables are in {target}."))
}

/// Copies everything that is stored into an empty file, and checks that.
pub(super) async fn copy(db: &Database, file: &Path) -> anyhow::Result<Stored> {
    let stored = db.back_up(file).await;
    let stored = stored.with_context(|| format!("could not write {}", file.display()))?;
    let location = database::file(file);
    let copy = database::open(&location).await?;
    let integrity = copy.check_integrity().await;
    copy.close().await;
    let integrity = integrity.context("could not read what was written")?;
    match integrity.faults.first() {
        Some(fault) => bail!("what was written is damaged: {fault}"),
        None => Ok(stored),
    }
}

/// An empty file for its owner only, which goes with the command unless it is completed. One that was
/// killed leaves it behind.
pub(super) fn unfinished(folder: PathBuf, what: &str) -> anyhow::Result<TempPath> {
    let file = tempfile::Builder::new()
        .prefix(&format!(".paddock-{what}-"))
        .suffix(".unfinished")
        .tempfile_in(&folder)
        .with_context(|| format!("could not make a file in {}", folder.display()))?;
    Ok(file.into_temp_path())
}

/// Brings a file to the disk for good, and then gives it its name, unless that is taken.
pub(super) fn complete(part: TempPath, target: &Path) -> anyhow::Result<()> {
    let on_the_disk = || format!("could not bring {} to the disk", target.display());
    File::open(&part)
        .and_then(|file| file.sync_all())
        .with_context(on_the_disk)?;
    match part.persist_noclobber(target) {
        Ok(()) => {}
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            bail!("{} is there already, since a moment ago", target.display())
        }
        Err(error) => {
            return Err(error.error)
                .with_context(|| format!("could not give {} its name", target.display()));
        }
    }
    File::open(folder_of(target))
        .and_then(|folder| folder.sync_all())
        .with_context(on_the_disk)
}

pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
