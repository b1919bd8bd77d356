//! The check that the stored points agree with the ledger.

use super::{open, print};
use crate::environment::Variables;
use anyhow::{Context, bail};

/// Prints every difference, and fails where there is one.
pub(super) async fn run(variables: &Variables) -> anyhow::Result<()> {
    let db = open(variables).await?;
    let verified = paddock_api::verify(&db).await;
    db.close().await;
    let (standings, differences) = verified.context("could not read the database")?;
    for difference in &differences {
        print(&difference.to_string())?;
    }
    if !differences.is_empty() {
        bail!("the stored points are not what the ledger says");
    }
    print(&format!("{standings} standings are what the ledger says."))
}
