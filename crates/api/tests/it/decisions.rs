//! Who hears what of a decision about a registration: the member, and the admin who came second.

use crate::helpers::{ADMINISTRATOR, TestApp, given, named, refused, user};
use crate::track::kinds;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::members::{MemberStatus, RejectMember, VerifyMember};
use serde_json::{Value, json};

fn reject(body: Value) -> RejectMember {
    given(body)
}

/// A guild with a review channel in which Ada waits.
async fn waiting() -> TestApp {
    let app = TestApp::spawn().await;
    let review = given(json!({"review_channel_id": "40"}));
    app.admin().update_guild(&review).await.unwrap();
    app.member(1).register_member(&named("Ada")).await.unwrap();
    app.perform().await;
    app
}

/// The reasons that a member and the admins were given, in that order.
async fn reasons(app: &TestApp) -> Vec<(&'static str, Option<String>)> {
    let told = app.perform().await.into_iter();
    let reason = told.filter_map(|effect| match effect.action {
        EffectAction::DirectMessage {
            notice: Notice::Rejected { reason, .. },
            ..
        } => Some(("member", reason)),
        EffectAction::EditMessage {
            notice: Notice::RegistrationReviewed { reason, .. },
            ..
        } => Some(("admins", reason)),
        _ => None,
    });
    let mut all: Vec<_> = reason.collect();
    all.sort();
    all
}

#[tokio::test]
async fn a_reason_that_is_given_later_is_told() {
    let app = waiting().await;
    let admin = app.admin();
    let both = |reason: Option<&str>| {
        let reason = reason.map(str::to_owned);
        [("admins", reason.clone()), ("member", reason)]
    };
    let rejected = admin.reject_member(user(1), &reject(json!({}))).await;
    assert_eq!(rejected.unwrap().status, MemberStatus::Rejected);
    assert_eq!(reasons(&app).await, both(None));
    let why = reject(json!({"reason": "use your real name"}));
    admin.reject_member(user(1), &why).await.unwrap();
    assert_eq!(reasons(&app).await, both(Some("use your real name")));
    // Neither the same again nor nothing more is news.
    admin.reject_member(user(1), &why).await.unwrap();
    let nothing = reject(json!({}));
    let same = admin.reject_member(user(1), &nothing).await.unwrap();
    assert_eq!(same.status_reason.as_deref(), Some("use your real name"));
    assert_eq!(kinds(&app.perform().await), [] as [&str; 0]);
}

#[tokio::test]
async fn who_decides_about_what_waits_is_told_who_was_first() {
    let app = waiting().await;
    let (first, second) = (app.admin(), app.acting(78, ADMINISTRATOR));
    let verify = VerifyMember {
        waiting: Some(true),
    };
    first.verify_member(user(1), Some(&verify)).await.unwrap();
    let told = "409 member_decided decided_by=77 status=verified";
    let again = second.verify_member(user(1), Some(&verify)).await;
    assert_eq!(refused(again), told);
    let why = reject(json!({"reason": "no", "waiting": true}));
    let other = second.reject_member(user(1), &why).await;
    assert_eq!(refused(other), told);
    // Without that it is meant whatever was decided before, and a repetition changes nothing.
    second.verify_member(user(1), None).await.unwrap();
    let why = reject(json!({"reason": "no"}));
    second.reject_member(user(1), &why).await.unwrap();
    let told = "409 member_decided decided_by=78 status=rejected";
    let again = first.verify_member(user(1), Some(&verify)).await;
    assert_eq!(refused(again), told);
}

/// At the same moment, not only one after the other.
#[tokio::test(flavor = "multi_thread")]
async fn of_admins_at_once_one_decides_and_the_others_are_told_who() {
    let app = waiting().await;
    let tasks: Vec<_> = (100..110)
        .map(|admin| {
            let client = app.acting(admin, ADMINISTRATOR);
            tokio::spawn(async move {
                let outcome = if admin % 2 == 0 {
                    let verify = VerifyMember {
                        waiting: Some(true),
                    };
                    client.verify_member(user(1), Some(&verify)).await
                } else {
                    let why = reject(json!({"waiting": true}));
                    client.reject_member(user(1), &why).await
                };
                outcome
                    .map(|_| admin)
                    .map_err(|error| refused::<()>(Err(error)))
            })
        })
        .collect();
    let (mut decided, mut told) = (vec![], vec![]);
    for task in tasks {
        match task.await.unwrap() {
            Ok(admin) => decided.push(admin),
            Err(refusal) => told.push(refusal),
        }
    }
    assert_eq!((decided.len(), told.len()), (1, 9), "{told:?}");
    let by = format!("decided_by={} ", decided[0]);
    assert!(told.iter().all(|refusal| refusal.contains(&by)), "{told:?}");
}
