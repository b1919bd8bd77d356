//! The check of what is stored: by its engine, and of the points against the ledger.

use super::{database, print};
use crate::environment::Variables;
use crate::logging;
use anyhow::{Context, bail};
use paddock_api::{Location, Schema};
use std::path::PathBuf;

/// Checks the database of the service, or a backup.
pub(super) async fn run(variables: &Variables, backup: Option<PathBuf>) -> anyhow::Result<()> {
    let location = match backup {
        Some(backup) => database::file(&backup),
        None => variables.database()?,
    };
    logging::start(variables)?;
    check(&location).await
}

/// Prints every fault, and fails where there is one.
pub(super) async fn check(location: &Location) -> anyhow::Result<()> {
    print(&format!("Checking {location}."))?;
    let db = database::open(location).await?;
    let unreadable = || format!("could not read {location}");
    match db.schema().await.with_context(unreadable)? {
        Schema::Current => {}
        other => bail!("{location} {other}"),
    }
    database::check_integrity(&db, location).await?;
    let verified = paddock_api::verify(&db).await;
    db.close().await;
    let (standings, differences) = verified.with_context(unreadable)?;
    for difference in &differences {
        print(&difference.to_string())?;
    }
    if !differences.is_empty() {
        bail!("the stored points are not what the ledger says");
    }
    print(&format!("{standings} standings are what the ledger says."))
}
