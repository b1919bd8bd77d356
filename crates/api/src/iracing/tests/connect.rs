//! The way to iRacing and back.

use super::{MARA, REVOKE, TOKEN, Track, ada, failure, returned};
use crate::iracing::model::{IracingError, SignInFailure};
use crate::iracing::service;
use crate::iracing::store::sign_ins;
use crate::league;
use crate::testing::{guild, user};
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_sim_iracing::Fault;
use std::time::Duration;

/// Sign-ins of Ada that are under way.
async fn waiting(track: &Track) -> i64 {
    let count = track.ctx().db.transact(|mut tx| async move {
        let count = sign_ins::count(&mut tx, ada()).await?;
        tx.commit(count).await
    });
    count.await.unwrap()
}

#[tokio::test]
async fn an_account_is_connected_and_its_link_is_proven() {
    let track = Track::new().await;
    assert!(!track.status().await.connected);
    track.connect().await.unwrap();
    let status = track.status().await;
    assert!(status.connected && !status.is_expired);
    assert_eq!(status.cust_id, Some(MARA));
    assert!(status.display_name.is_some() && status.expires_at.is_some());
    let link = league::service::link(&track.ctx().db, guild(1), user(10)).await;
    let link = link.unwrap().unwrap();
    assert!(link.proven && !link.consent);
    assert_eq!(link.iracing_id, MARA);
}

#[tokio::test]
async fn nothing_of_a_token_is_stored_in_clear() {
    let track = Track::connected().await;
    let token = track.token().await.unwrap();
    let stored = format!("{:?}", track.stored().await);
    assert!(!stored.contains(token.expose()));
}

#[tokio::test]
async fn a_sign_in_works_once() {
    let track = Track::new().await;
    let page = service::start(&track.op()).await.unwrap();
    let back = track.sim.approve(&page, MARA).unwrap();
    track.come_back(&back).await.unwrap();
    let again = track.come_back(&back).await;
    assert!(matches!(again, Err(IracingError::UnknownSignIn)));
    assert_eq!(track.sim.count(TOKEN), 1, "the code was not sent again");
}

#[tokio::test]
async fn of_two_who_come_back_at_once_one_does() {
    let track = Track::new().await;
    let page = service::start(&track.op()).await.unwrap();
    let back = track.sim.approve(&page, MARA).unwrap();
    let (one, two) = tokio::join!(track.come_back(&back), track.come_back(&back));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert!(track.status().await.connected);
}

#[tokio::test]
async fn a_sign_in_ends_after_ten_minutes_and_is_deleted() {
    let track = Track::new().await;
    let page = service::start(&track.op()).await.unwrap();
    let back = track.sim.approve(&page, MARA).unwrap();
    track.test.clock.advance(Duration::from_mins(10));
    let late = track.come_back(&back).await;
    assert!(matches!(late, Err(IracingError::UnknownSignIn)));
    service::purge_sign_ins(track.ctx()).await.unwrap();
    assert_eq!(waiting(&track).await, 0);
}

#[tokio::test]
async fn a_state_that_nobody_made_is_refused() {
    let track = Track::new().await;
    for address in [
        "https://paddock.example.org/auth/iracing/callback?code=a&state=b",
        "https://paddock.example.org/auth/iracing/callback?code=a",
        "https://paddock.example.org/auth/iracing/callback",
    ] {
        let outcome = track.come_back(address).await;
        assert!(matches!(outcome, Err(IracingError::UnknownSignIn)));
    }
    assert_eq!(track.sim.count(TOKEN), 0);
}

#[tokio::test]
async fn each_way_to_fail_has_its_own_name_and_changes_nothing() {
    let track = Track::new().await;
    let start = async || service::start(&track.op()).await.unwrap();
    let denied = track.sim.deny(&start().await).unwrap();
    assert_eq!(
        failure(track.come_back(&denied).await),
        SignInFailure::Denied
    );

    for (fault, expected) in [
        (Fault::Status(503), SignInFailure::Unavailable),
        (
            Fault::Page {
                status: 502,
                retry_after: None,
            },
            SignInFailure::Unavailable,
        ),
        (Fault::Garbage, SignInFailure::ClientRefused),
    ] {
        track.sim.fail_next(TOKEN, fault, 1);
        assert_eq!(failure(track.connect().await), expected);
    }
    let mut wrong = returned(&track.sim.approve(&start().await, MARA).unwrap());
    wrong.code = Some("another".to_owned());
    let outcome = service::finish(track.ctx(), wrong).await;
    assert_eq!(failure(outcome), SignInFailure::CodeRefused);
    assert!(!track.status().await.connected);
}

#[tokio::test]
async fn what_cannot_be_used_is_given_back_at_once() {
    let track = Track::new().await;
    track.test.verified(11, "Bea").await;
    let page = service::start(&track.test.by(11, Level::Verified))
        .await
        .unwrap();
    let back = track.sim.approve(&page, MARA).unwrap();
    track.come_back(&back).await.unwrap();
    assert_eq!(failure(track.connect().await), SignInFailure::AccountTaken);
    assert_eq!(track.sim.count(REVOKE), 1);
    // Nothing was granted that would let anybody read.
    let page = service::start(&track.op()).await.unwrap();
    let page = page
        .replace("iracing.auth", "")
        .replace("scope=+", "scope=");
    let back = track.sim.approve(&page, MARA).unwrap();
    assert_eq!(
        failure(track.come_back(&back).await),
        SignInFailure::ScopeMissing
    );
}

#[tokio::test]
async fn who_is_no_longer_verified_connects_nothing() {
    let track = Track::new().await;
    let page = service::start(&track.op()).await.unwrap();
    let back = track.sim.approve(&page, MARA).unwrap();
    track.test.banned(10).await;
    assert_eq!(
        failure(track.come_back(&back).await),
        SignInFailure::NotVerified
    );
    assert_eq!(track.sim.count(REVOKE), 1);
}

#[tokio::test]
async fn a_typed_link_gives_way_to_the_proven_one() {
    let track = Track::new().await;
    track.test.verified(11, "Bea").await;
    let typed = LinkIracing {
        iracing_id: paddock_api_types::CustId::new(MARA),
        consent: Some(true),
    };
    let bea = track.test.by(11, Level::Verified);
    league::service::set(&bea, &typed).await.unwrap();
    track.connect().await.unwrap();
    let left = league::service::link(&track.ctx().db, guild(1), user(11)).await;
    assert_eq!(left.unwrap(), None);
}

#[tokio::test]
async fn an_invitation_works_once_and_says_whose_account_it_is_about() {
    let track = Track::new().await;
    let invitation = service::invite(&track.op()).await.unwrap();
    let url: url::Url = invitation.url.parse().unwrap();
    assert_eq!(url.path(), "/connections/invited");
    let (_, token) = url.query_pairs().next().unwrap();
    for _ in 0..2 {
        let (name, _) = service::invited(track.ctx(), &token).await.unwrap();
        assert_eq!(name, "Ada");
    }
    // It is no state: nobody ends a sign-in with it.
    let outcome = track
        .come_back(&format!("https://x.example/?code=a&state={token}"))
        .await;
    assert!(matches!(outcome, Err(IracingError::UnknownSignIn)));
    let page = service::accept(track.ctx(), &token).await.unwrap();
    let again = service::accept(track.ctx(), &token).await;
    assert!(matches!(again, Err(IracingError::UnknownSignIn)));
    track
        .come_back(&track.sim.approve(&page, MARA).unwrap())
        .await
        .unwrap();
    assert!(track.status().await.connected);
}

#[tokio::test]
async fn sign_ins_of_a_member_do_not_pile_up() {
    let track = Track::new().await;
    for _ in 0..25 {
        service::start(&track.op()).await.unwrap();
    }
    assert!(waiting(&track).await <= 10);
}

#[tokio::test]
async fn connecting_again_gives_the_earlier_permission_back() {
    let track = Track::connected().await;
    let first = track.token().await.unwrap();
    track.connect().await.unwrap();
    let second = track.token().await.unwrap();
    assert_ne!(first.expose(), second.expose());
    service::revoke_due(track.ctx()).await.unwrap();
    assert_eq!(track.sim.count(REVOKE), 1);
    assert!(!service::revocations_wait(track.ctx()).await.unwrap());
}
