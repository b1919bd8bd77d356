//! One key gives way to another while the service runs.

use super::{Track, ada};
use crate::ids::SystemRng;
use crate::iracing::Keyring;
use crate::iracing::model::IracingError;
use crate::iracing::service;
use crate::iracing::store::accounts;
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;

fn keyring(secrets: &[&str]) -> Keyring {
    let secrets: Vec<_> = secrets.iter().map(|it| SecretString::from(*it)).collect();
    Keyring::new(&secrets)
}

async fn rotate(track: &Track, keys: &Keyring) -> Result<u32, IracingError> {
    let now = track.ctx().now();
    service::rotate(&track.ctx().db, keys, Arc::new(SystemRng), || now).await
}

#[tokio::test]
async fn every_token_is_sealed_with_the_new_key() {
    let mut track = Track::connected().await;
    let token = track.token().await.unwrap();
    // One that waits to be revoked counts as well.
    track.connect().await.unwrap();
    let keys = keyring(&["a newer key", "a key for tests"]);
    assert_eq!(rotate(&track, &keys).await.unwrap(), 2);
    assert_eq!(rotate(&track, &keys).await.unwrap(), 0);
    let mut extensions = (*track.test.ctx.extensions).clone();
    extensions.insert(keyring(&["a newer key"]));
    track.test.ctx.extensions = Arc::new(extensions);
    assert_ne!(track.token().await.unwrap().expose(), token.expose());
    service::revoke_due(track.ctx()).await.unwrap();
    assert_eq!(track.sim.count(super::REVOKE), 1);
}

#[tokio::test]
async fn a_key_that_is_not_there_is_named_and_nothing_is_lost() {
    let track = Track::connected().await;
    let refused = rotate(&track, &keyring(&["a newer key"])).await;
    assert!(
        matches!(refused, Err(IracingError::Unopened(_))),
        "{refused:?}"
    );
    track.token().await.unwrap();
}

#[tokio::test]
async fn a_token_that_is_being_renewed_is_left_to_whoever_does() {
    let track = Track::connected().await;
    let (db, before) = (&track.ctx().db, track.stored().await);
    let now = track.ctx().now();
    assert!(
        accounts::lease(db, ada(), before.version, now)
            .await
            .unwrap()
    );
    let keys = keyring(&["a newer key", "a key for tests"]);
    let waiting = rotate(&track, &keys);
    let waited = tokio::time::timeout(Duration::from_millis(500), waiting).await;
    assert!(waited.is_err(), "it waits");
    let leased = track.stored().await;
    assert_eq!(leased.key_id, before.key_id);
    accounts::give_back(db, ada(), leased.version)
        .await
        .unwrap();
    assert_eq!(rotate(&track, &keys).await.unwrap(), 1);
}
