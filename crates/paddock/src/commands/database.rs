//! A database that is there: what `verify`, `backup` and `restore` begin with.

use super::print;
use anyhow::{Context, bail};
use paddock_api::{Database, Location};
use std::path::Path;

/// Opens the database of the service, or a backup, without making or changing one.
pub(super) async fn open(location: &Location) -> anyhow::Result<Database> {
    check_exists(location)?;
    Database::open_read_only(location)
        .await
        .with_context(|| format!("could not open {location}"))
}

/// Fails where there is no database, which opening one would make.
pub(super) fn check_exists(location: &Location) -> anyhow::Result<()> {
    if let Location::Sqlite(path) = location
        && !path.exists()
    {
        bail!(
            "there is no database: {location} does not exist \
             (DATABASE_URL, or a file with it in --env-file, says where the service has its own)"
        );
    }
    Ok(())
}

/// Has the engine check its files, prints what it finds, and fails where that is something.
pub(super) async fn check_integrity(db: &Database, location: &Location) -> anyhow::Result<()> {
    let integrity = db
        .check_integrity()
        .await
        .with_context(|| format!("could not read {location}"))?;
    for fault in &integrity.faults {
        print(fault)?;
    }
    if !integrity.faults.is_empty() {
        bail!("{location} is damaged");
    }
    let tables = integrity.tables;
    print(&format!("The engine finds no fault in {tables} tables."))
}

/// A backup, as the database that it is.
pub(super) fn file(path: &Path) -> Location {
    Location::Sqlite(path.to_owned())
}
