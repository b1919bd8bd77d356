//! Renewing tokens: early, by one, and never lost by whoever stops waiting.

use super::{TOKEN, Track, ada};
use crate::iracing::service;
use crate::iracing::store::accounts;
use paddock_sim_iracing::Fault;
use std::time::Duration;

const LASTING: &str = "the connection to iRacing has ended; connect the account again";

#[tokio::test]
async fn a_token_is_renewed_when_less_than_five_minutes_remain() {
    let track = Track::connected().await;
    let first = track.token().await.unwrap();
    track.minutes(4);
    assert_eq!(track.token().await.unwrap().expose(), first.expose());
    track.minutes(1);
    let second = track.token().await.unwrap();
    assert_ne!(second.expose(), first.expose());
    assert_eq!(track.sim.count(TOKEN), 2);
    assert_eq!(track.token().await.unwrap().expose(), second.expose());
}

#[tokio::test]
async fn a_token_that_iracing_refuses_is_replaced_at_once() {
    let track = Track::connected().await;
    let first = track.token().await.unwrap();
    let second = service::token(track.ctx(), ada(), Some(&first))
        .await
        .unwrap();
    assert_ne!(second.expose(), first.expose());
    // Somebody else who was refused the same finds the new one.
    let third = service::token(track.ctx(), ada(), Some(&first))
        .await
        .unwrap();
    assert_eq!(third.expose(), second.expose());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_replicas_that_need_a_token_at_once_one_renews() {
    let track = Track::connected().await;
    track.minutes(6);
    track
        .sim
        .fail_next(TOKEN, Fault::Slow(Duration::from_millis(300)), 1);
    let replicas: Vec<_> = (0..8)
        .map(|_| {
            let ctx = track.ctx().clone();
            tokio::spawn(async move {
                let token = service::token(&ctx, ada(), None).await;
                token.map_err(|error| error.to_string()).unwrap()
            })
        })
        .collect();
    let mut tokens = Vec::new();
    for replica in replicas {
        tokens.push(replica.await.unwrap());
    }
    let first = tokens[0].expose();
    assert!(tokens.iter().all(|token| token.expose() == first));
    assert_eq!(track.sim.count(TOKEN), 2, "one sign-in and one renewal");
}

#[tokio::test]
async fn a_replica_that_dies_while_it_renews_makes_room_for_another() {
    let track = Track::connected().await;
    track.minutes(6);
    let (db, version) = (&track.ctx().db, track.stored().await.version);
    let now = track.ctx().now();
    assert!(accounts::lease(db, ada(), version, now).await.unwrap());
    assert!(!accounts::lease(db, ada(), version + 1, now).await.unwrap());
    track.test.clock.advance(Duration::from_mins(1));
    track.token().await.unwrap();
    assert!(track.stored().await.refreshing_until.is_none());
}

#[tokio::test]
async fn a_lease_of_a_clock_that_was_ahead_keeps_nobody_waiting() {
    let track = Track::connected().await;
    track.minutes(6);
    let (db, version) = (&track.ctx().db, track.stored().await.version);
    let ahead = track.ctx().now() + Duration::from_hours(5);
    assert!(accounts::lease(db, ada(), version, ahead).await.unwrap());
    track.token().await.unwrap();
}

#[tokio::test]
async fn weather_ends_no_connection() {
    let track = Track::connected().await;
    track.minutes(6);
    for fault in [
        Fault::Status(503),
        Fault::Status(500),
        Fault::Page {
            status: 503,
            retry_after: None,
        },
        Fault::Garbage,
        Fault::Cut,
    ] {
        track.sim.fail_next(TOKEN, fault.clone(), 1);
        let error = track.token().await.unwrap_err();
        assert_ne!(error, LASTING, "{fault:?}");
    }
    track.token().await.unwrap();
    assert!(!track.status().await.is_expired);
    assert_eq!(track.told().await, 0);
}

#[tokio::test]
async fn a_crash_between_renewing_and_saving_ends_the_connection_and_says_so_once() {
    let track = Track::connected().await;
    track.minutes(6);
    // iRacing gave the next pair, and nobody received it.
    track.sim.fail_next(TOKEN, Fault::AppliedThenCut, 1);
    assert_ne!(track.token().await.unwrap_err(), LASTING);
    assert_eq!(track.told().await, 0, "it may have been the weather");
    for _ in 0..2 {
        assert_eq!(track.token().await.unwrap_err(), LASTING);
    }
    let status = track.status().await;
    assert!(status.connected && status.is_expired);
    assert_eq!(track.told().await, 1);
    let stored = track.stored().await;
    assert!(stored.access.is_none() && stored.refresh.is_none());
    track.connect().await.unwrap();
    assert!(!track.status().await.is_expired);
    track.token().await.unwrap();
}

#[tokio::test]
async fn whoever_stops_waiting_loses_no_token() {
    let track = Track::connected().await;
    track.minutes(6);
    track
        .sim
        .fail_next(TOKEN, Fault::Slow(Duration::from_millis(300)), 1);
    let version = track.stored().await.version;
    let given_up = {
        let token = service::token(track.ctx(), ada(), None);
        tokio::time::timeout(Duration::from_millis(100), token).await
    };
    assert!(given_up.is_err());
    track.sim.wait_answered(TOKEN, 2).await;
    // The renewal goes on by itself.
    while track.stored().await.version < version + 2 {
        tokio::task::yield_now().await;
    }
    track.token().await.unwrap();
    assert_eq!(track.sim.count(TOKEN), 2);
}

#[tokio::test]
async fn a_session_that_was_revoked_at_iracing_ends() {
    let track = Track::connected().await;
    track.sim.revoke_sessions();
    track.minutes(6);
    assert_eq!(track.token().await.unwrap_err(), LASTING);
    assert_eq!(track.told().await, 1);
}
