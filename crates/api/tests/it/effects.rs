//! Effects over HTTP: asked for by changes, leased and reported by the bot, seen by admins.

use crate::helpers::{TestApp, code, named, text, user};
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::effects::{
    EffectDone, EffectErrorCode, EffectFailed, EffectState, ListEffectsQuery,
};
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::operations::bot as ops;
use paddock_api_types::{EffectId, ErrorCode};
use serde_json::json;

#[tokio::test]
async fn a_verification_asks_for_a_role_and_a_message() {
    let app = TestApp::spawn().await;
    let settings = r#"{"verified_role_id": "20", "review_channel_id": "30"}"#;
    let settings: UpdateGuild = serde_json::from_str(settings).unwrap();
    app.admin().update_guild(&settings).await.unwrap();
    app.member(1).register_member(&named("Ada")).await.unwrap();
    app.admin().verify_member(user(1), None).await.unwrap();
    let performed = app.perform().await;
    let asked = performed.into_iter().map(|it| (it.action, it.message));
    let asked: Vec<_> = asked.collect();
    insta::assert_json_snapshot!(asked, @r#"
        [
          [
            {
              "kind": "send_message",
              "channel_id": "30",
              "notice": {
                "notice": "registration_pending",
                "user_id": "1",
                "display_name": "Ada"
              },
              "post": "registration:1"
            },
            null
          ],
          [
            {
              "kind": "grant_role",
              "user_id": "1",
              "role_id": "20",
              "reason": "Owed by Paddock"
            },
            null
          ],
          [
            {
              "kind": "direct_message",
              "user_id": "1",
              "notice": {
                "notice": "verified",
                "guild_name": null
              }
            },
            null
          ],
          [
            {
              "kind": "edit_message",
              "post": "registration:1",
              "notice": {
                "notice": "registration_reviewed",
                "user_id": "1",
                "display_name": "Ada",
                "status": "verified",
                "reason": null,
                "decided_by": "77"
              }
            },
            {
              "channel_id": "30",
              "message_id": "9001"
            }
          ]
        ]
    "#);
}

#[tokio::test]
async fn a_failed_effect_is_seen_and_retried_by_an_admin() {
    let app = TestApp::spawn().await;
    app.verified(1).await;
    let effect = app.lease().await.remove(0);
    let failed = EffectFailed {
        attempt: effect.attempt,
        error: EffectErrorCode::MissingPermission,
        detail: text("Missing Permissions"),
        retry_after_ms: None,
    };
    app.bot().fail_effect(effect.id, &failed).await.unwrap();
    let query = ListEffectsQuery {
        state: Some(EffectState::Failed),
        ..ListEffectsQuery::default()
    };
    let list = app.admin().list_effects(&query).await.unwrap().items;
    assert_eq!(list[0].last_error, Some(EffectErrorCode::MissingPermission));
    assert!(!app.admin().check_guild().await.unwrap().healthy);
    let elsewhere = app.acting_in(2, 5, crate::helpers::ADMINISTRATOR);
    assert_eq!(
        code(elsewhere.retry_effect(effect.id).await),
        ErrorCode::EffectNotFound
    );
    let retried = app.admin().retry_effect(effect.id).await.unwrap();
    assert_eq!(retried.state, EffectState::Pending);
    assert_eq!(
        code(app.admin().retry_effect(effect.id).await),
        ErrorCode::EffectNotFailed
    );
    let late = app.bot().fail_effect(effect.id, &failed).await;
    assert_eq!(code(late), ErrorCode::EffectLeaseLost);
}

#[tokio::test]
async fn a_failed_effect_that_nobody_wants_any_more_is_dismissed() {
    let app = TestApp::spawn().await;
    app.verified(1).await;
    let effect = app.lease().await.remove(0);
    let admin = app.admin();
    assert_eq!(
        code(admin.dismiss_effect(effect.id).await),
        ErrorCode::EffectNotFailed
    );
    let failed = EffectFailed {
        attempt: effect.attempt,
        error: EffectErrorCode::UnknownRole,
        detail: text("Unknown Role"),
        retry_after_ms: None,
    };
    app.bot().fail_effect(effect.id, &failed).await.unwrap();
    admin.dismiss_effect(effect.id).await.unwrap();
    assert_eq!(
        code(admin.dismiss_effect(effect.id).await),
        ErrorCode::EffectNotFound
    );
    let log = admin
        .list_audit(&ListAuditQuery::default())
        .await
        .unwrap()
        .items;
    assert_eq!(log[0].action, "effect.dismissed");
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    let app = TestApp::spawn().await;
    let bot = app.bot();
    for lease in [
        json!({"limit": 0}),
        json!({"limit": 101}),
        json!({"limit": 1, "wait_ms": 25_001}),
    ] {
        let refusal = app.refusal(ops::lease_effects, (), &lease).await;
        assert!(refusal.starts_with("422 invalid_value"), "{refusal}");
    }
    let nothing = EffectId::new(5).unwrap();
    let done = bot
        .complete_effect(
            nothing,
            &EffectDone {
                attempt: 1,
                message: None,
            },
        )
        .await;
    assert_eq!(code(done), ErrorCode::EffectNotFound);
}
