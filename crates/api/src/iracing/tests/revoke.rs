//! Giving permissions back, whatever happens in between.

use super::{REVOKE, TOKEN, Track};
use crate::iracing::model::IracingError;
use crate::iracing::service;
use paddock_api_types::members::Level;
use paddock_sim_iracing::Fault;
use std::time::Duration;

#[tokio::test]
async fn disconnecting_forgets_at_once_and_revokes() {
    let track = Track::connected().await;
    service::disconnect(&track.op()).await.unwrap();
    assert!(!track.status().await.connected);
    service::revoke_due(track.ctx()).await.unwrap();
    assert_eq!(track.sim.count(REVOKE), 1);
    assert!(!service::revocations_wait(track.ctx()).await.unwrap());
    let again = service::disconnect(&track.op()).await;
    assert!(matches!(again, Err(IracingError::NotConnected)));
}

#[tokio::test]
async fn what_iracing_does_not_take_now_is_revoked_later() {
    let track = Track::connected().await;
    service::disconnect(&track.op()).await.unwrap();
    for fault in [Fault::Status(503), Fault::Cut] {
        track.sim.fail_next("oauth2", fault, 1);
        service::revoke_due(track.ctx()).await.unwrap();
        assert!(!service::revocations_wait(track.ctx()).await.unwrap());
        track.minutes(5);
        assert!(service::revocations_wait(track.ctx()).await.unwrap());
    }
    // By now the access token has all but ended, and is renewed for this alone: the second time with
    // success.
    service::revoke_due(track.ctx()).await.unwrap();
    assert_eq!(track.sim.count(TOKEN), 3);
    track.test.clock.advance(Duration::from_mins(5));
    assert!(!service::revocations_wait(track.ctx()).await.unwrap());
}

#[tokio::test]
async fn what_ended_by_itself_is_given_up() {
    let track = Track::connected().await;
    service::disconnect(&track.op()).await.unwrap();
    track.minutes(8 * 24 * 60);
    service::revoke_due(track.ctx()).await.unwrap();
    track.minutes(10);
    assert!(!service::revocations_wait(track.ctx()).await.unwrap());
}

#[tokio::test]
async fn erasing_a_member_revokes_and_leaves_nothing_that_names_them() {
    let track = Track::connected().await;
    let op = track.test.by(10, Level::Verified);
    crate::privacy::service::erase(&op).await.unwrap();
    service::revoke_due(track.ctx()).await.unwrap();
    assert_eq!(track.sim.count(REVOKE), 1);
    assert!(!track.status().await.connected);
}
