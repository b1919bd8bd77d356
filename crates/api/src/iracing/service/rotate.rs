//! Giving way to a new key, while the service runs.

use super::Sealer;
use crate::db::Database;
use crate::ids::{Ids, Rng};
use crate::iracing::model::IracingError;
use crate::iracing::model::keyring::Keyring;
use crate::iracing::store::{accounts, revocations};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// From one look at what somebody else renews to the next.
const PAUSE: Duration = Duration::from_millis(200);

/// Seals with the first key whatever is sealed with another one; how many tokens that were. Those that
/// the service renews meanwhile, it seals with the first key itself.
pub(crate) async fn rotate(
    db: &Database,
    keys: &Keyring,
    rng: Arc<dyn Rng>,
    now: impl Fn() -> Timestamp,
) -> Result<u32, IracingError> {
    let ids = &Ids::new(rng);
    let sealer = Sealer { keys, ids };
    let (key, mut rotated) = (keys.current(), 0);
    loop {
        let batch = accounts::sealed_otherwise(db, key).await?;
        let mut done = 0;
        for of in &batch {
            let Some(tokens) = accounts::tokens(db, *of).await? else {
                continue;
            };
            if let Some(again) = sealer.seal_again(*of, &tokens)?
                && accounts::resealed(db, *of, &tokens, &again, now()).await?
            {
                done += 1;
            }
        }
        rotated += done;
        if batch.is_empty() {
            break;
        }
        if done == 0 {
            tokio::time::sleep(PAUSE).await;
        }
    }
    loop {
        let batch = revocations::sealed_otherwise(db, key).await?;
        if batch.is_empty() {
            return Ok(rotated);
        }
        for it in batch {
            revocations::keep(db, &sealer.seal_revocation_again(it)?).await?;
            rotated += 1;
        }
    }
}
