//! Sealing stored tokens with a new key, while the service runs.

use super::{database, print};
use crate::environment::Variables;
use crate::{logging, secrets};
use anyhow::{Context, bail};
use paddock_api::{Database, Schema};

/// Seals with the first of `TOKEN_ENCRYPTION_KEY` what is sealed with another of them.
pub(super) async fn run(variables: &Variables) -> anyhow::Result<()> {
    let mut config = variables.api()?;
    logging::start(variables)?;
    database::check_exists(&config.database)?;
    secrets::fill(&mut config)?;
    let location = &config.database;
    let db = Database::open(location)
        .await
        .with_context(|| format!("could not open {location}"))?;
    match db.schema().await? {
        Schema::Current => {}
        other => bail!("{location} {other}"),
    }
    let rotated = paddock_api::rotate_key(&db, &config.secrets.token_encryption_keys).await;
    db.close().await;
    let rotated = rotated.context("could not seal every token")?;
    print(&format!(
        "{rotated} connections were sealed with the first key; every other one can go from \
         TOKEN_ENCRYPTION_KEY."
    ))
}
