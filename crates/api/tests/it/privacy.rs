//! Export and erasure.

use crate::helpers::{TestApp, code, given, named, user};
use crate::track::{Track, kinds};
use paddock_api_types::ErrorCode;
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::effects::ListEffectsQuery;
use paddock_api_types::members::MemberStatus;
use serde_json::json;

#[tokio::test]
async fn an_export_has_everything() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    let export = ada.export_me().await.unwrap();
    assert_eq!(export.member.user_id, user(1));
    assert_eq!(export.tokens.len(), 1);
    let actions: Vec<_> = export
        .audit
        .iter()
        .map(|entry| entry.action.as_str())
        .collect();
    assert_eq!(
        actions,
        [
            "token.created",
            "member.api_access_granted",
            "member.verified",
            "member.registered"
        ]
    );
    assert_eq!(
        code(app.member(2).export_me().await),
        ErrorCode::NotRegistered
    );
}

#[tokio::test]
async fn an_erased_member_is_gone_and_the_log_still_tells_what_happened() {
    let app = TestApp::spawn().await;
    let ada = app.with_token(1).await;
    app.member(1)
        .register_member(&named("Ada Lovelace"))
        .await
        .unwrap();
    ada.delete_me().await.unwrap();
    assert_eq!(
        code(ada.get_me().await),
        ErrorCode::Unauthorized,
        "the token went along"
    );
    assert_eq!(code(app.member(1).get_me().await), ErrorCode::NotRegistered);
    let log = app
        .admin()
        .list_audit(&ListAuditQuery::default())
        .await
        .unwrap()
        .items;
    assert_eq!(log.len(), 6);
    assert_eq!(log[0].action, "member.erased");
    assert!(!serde_json::to_string(&log).unwrap().contains("Ada"));
    let member = app.member(1).register_member(&named("Ada")).await.unwrap();
    assert_eq!(member.status, MemberStatus::Pending, "a fresh start");
    assert_eq!(
        code(app.member(2).delete_me().await),
        ErrorCode::NotRegistered
    );
}

#[tokio::test]
async fn effects_and_kept_answers_go_with_the_member() {
    let app = TestApp::spawn().await;
    let settings = serde_json::from_str(r#"{"review_channel_id": "30"}"#).unwrap();
    app.admin().update_guild(&settings).await.unwrap();
    app.member(1)
        .register_member(&named("Ada Lovelace"))
        .await
        .unwrap();
    let admin = app.admin().with_idempotency_key("interaction-1");
    admin.verify_member(user(1), None).await.unwrap();
    app.member(1).delete_me().await.unwrap();
    let effects = app
        .admin()
        .list_effects(&ListEffectsQuery::default())
        .await
        .unwrap()
        .items;
    assert!(effects.is_empty(), "{effects:?}");
    let again = admin.verify_member(user(1), None).await;
    assert_eq!(
        code(again),
        ErrorCode::MemberNotFound,
        "the kept answer is gone"
    );
}

#[tokio::test]
async fn a_repeated_erasure_is_answered_as_the_first() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await.with_idempotency_key("interaction-1");
    ada.delete_me().await.unwrap();
    ada.delete_me().await.unwrap();
    assert_eq!(
        code(app.member(1).delete_me().await),
        ErrorCode::NotRegistered
    );
}

#[tokio::test]
async fn what_fell_back_to_a_channel_goes_with_the_member() {
    let app = TestApp::spawn().await;
    let settings = given(json!({"fallback_channel_id": "50"}));
    app.admin().update_guild(&settings).await.unwrap();
    let ada = app.member(1);
    ada.register_member(&named("Ada")).await.unwrap();
    let reason = given(json!({"reason": "we know you, Ada"}));
    app.admin().reject_member(user(1), &reason).await.unwrap();
    let direct = app.lease().await.remove(0);
    let closed = given(json!({
        "attempt": direct.attempt,
        "error": "cannot_direct_message",
        "detail": "Cannot send messages to this user",
    }));
    app.bot().fail_effect(direct.id, &closed).await.unwrap();
    ada.delete_me().await.unwrap();
    let kept = app.admin().list_effects(&given(json!({}))).await.unwrap();
    assert_eq!(kept.items, []);
}

#[tokio::test]
async fn the_end_of_a_season_no_longer_names_an_erased_member() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.joined(2, "Ben").await;
    track.set(json!({"announcement_channel_id": "40"})).await;
    track.admin().close_season(track.season).await.unwrap();
    ada.delete_me().await.unwrap();
    let kept = track.admin().list_effects(&given(json!({}))).await.unwrap();
    let kept = serde_json::to_string(&kept.items).unwrap();
    assert!(kept.contains("Ben") && !kept.contains("Ada"), "{kept}");
}

#[tokio::test]
async fn a_fresh_start_edits_no_message_of_before() {
    let track = Track::new().await;
    let ada = track.app.member(1);
    track.set(json!({"review_channel_id": "30"})).await;
    ada.register_member(&named("Ada")).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["send"]);
    ada.delete_me().await.unwrap();
    track.set(json!({"review_channel_id": null})).await;
    ada.register_member(&named("Ada")).await.unwrap();
    track.set(json!({"review_channel_id": "30"})).await;
    track.admin().verify_member(user(1), None).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["direct"]);
}
