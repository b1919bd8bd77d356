//! What members are told of their submissions, and where.

use crate::helpers::{GUILD, code, given, guild, user};
use crate::track::{Track, kinds, shown};
use paddock_api_types::ErrorCode;
use paddock_api_types::effects::{EffectAction, EffectFailed, EffectState, LeasedEffect};
use serde_json::json;

#[tokio::test]
async fn nothing_is_posted_where_no_channel_is_set() {
    let track = Track::new().await;
    let ada = track.settled(json!({})).await;
    let id = track.submitted(&ada, 1).await.id;
    assert_eq!(kinds(&track.app.perform().await), [] as [&str; 0]);
    track.admin().approve_submission(id, None).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["direct"]);
}

#[tokio::test]
async fn the_member_is_told_what_became_of_it() {
    let track = Track::new().await;
    let ada = track.settled(json!({"fallback_channel_id": "50"})).await;
    let id = track.submitted(&ada, 2).await.id;
    track.admin().approve_submission(id, None).await.unwrap();
    let asked = track.app.perform().await;
    insta::assert_json_snapshot!(shown(&asked), @r#"
        [
          [
            {
              "fallback_channel_id": "50",
              "kind": "direct_message",
              "notice": {
                "change": {
                  "points": 20,
                  "promoted": false,
                  "rank": null,
                  "rank_before": null,
                  "total": 20
                },
                "guild_name": null,
                "notice": "submission_decided",
                "submission": {
                  "decided_by": "77",
                  "reason": null,
                  "state": "approved",
                  "user_id": "1"
                }
              },
              "user_id": "1"
            },
            null
          ]
        ]
    "#);
}

#[tokio::test]
async fn the_member_is_told_what_an_admin_hands_in_or_takes_back_for_them() {
    let track = Track::new().await;
    track.settled(json!({})).await;
    let (admin, for_ada) = (track.admin(), track.handing_in(json!({"user_id": "1"})));
    let id = admin
        .create_submission(&for_ada)
        .await
        .unwrap()
        .submission
        .id;
    assert_eq!(kinds(&track.app.perform().await), ["direct"]);
    admin.delete_submission(id).await.unwrap();
    let asked = track.app.perform().await;
    let told = &shown(&asked)[0][0]["notice"];
    assert_eq!(told["submission"]["state"], "deleted");
    assert_eq!(told["change"]["points"], -10);
}

#[tokio::test]
async fn whoever_left_is_not_written_to() {
    let track = Track::new().await;
    let ada = track.settled(json!({})).await;
    let id = track.submitted(&ada, 1).await.id;
    let left = json!({"members": [{"user_id": "1", "in_guild": false, "role_ids": []}]});
    let bot = track.app.bot();
    bot.report_members(guild(GUILD), &given(left))
        .await
        .unwrap();
    track.admin().approve_submission(id, None).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), [] as [&str; 0]);
}

/// The only effect that is due, refused by the member's own settings in Discord.
async fn direct_message_refused(track: &Track) -> (LeasedEffect, EffectFailed) {
    let effect = track.app.lease().await.remove(0);
    let failed: EffectFailed = given(json!({
        "attempt": effect.attempt,
        "error": "cannot_direct_message",
        "detail": "Cannot send messages to this user",
    }));
    let bot = track.app.bot();
    bot.fail_effect(effect.id, &failed).await.unwrap();
    (effect, failed)
}

#[tokio::test]
async fn whoever_accepts_no_direct_messages_is_mentioned_elsewhere() {
    let track = Track::new().await;
    let ada = track.settled(json!({"fallback_channel_id": "50"})).await;
    let id = track.submitted(&ada, 2).await.id;
    track.admin().approve_submission(id, None).await.unwrap();
    let (direct, _) = direct_message_refused(&track).await;
    let EffectAction::DirectMessage { notice: meant, .. } = direct.action else {
        panic!("{direct:?}");
    };
    let EffectAction::SendMessage {
        channel_id,
        notice,
        post,
        mention,
    } = track.asked().await.remove(0)
    else {
        panic!("nothing was said elsewhere");
    };
    assert_eq!(notice, meant);
    assert_eq!((channel_id.get(), post, mention), (50, None, Some(user(1))));
}

#[tokio::test]
async fn a_refusal_reported_twice_is_said_elsewhere_once() {
    let track = Track::new().await;
    let ada = track.settled(json!({"fallback_channel_id": "50"})).await;
    let id = track.submitted(&ada, 2).await.id;
    track.admin().approve_submission(id, None).await.unwrap();
    let (effect, failed) = direct_message_refused(&track).await;
    let again = track.app.bot().fail_effect(effect.id, &failed).await;
    assert_eq!(code(again), ErrorCode::EffectLeaseLost);
    assert_eq!(kinds(&track.app.perform().await), ["send"]);
}

#[tokio::test]
async fn nothing_is_said_elsewhere_where_the_guild_does_not_want_that() {
    let track = Track::new().await;
    let ada = track.settled(json!({})).await;
    let id = track.submitted(&ada, 2).await.id;
    track.admin().approve_submission(id, None).await.unwrap();
    direct_message_refused(&track).await;
    assert_eq!(kinds(&track.app.perform().await), [] as [&str; 0]);
    let (admin, failed) = (track.admin(), given(json!({"state": "failed"})));
    let failed = admin.list_effects(&failed).await.unwrap().items;
    assert_eq!(failed[0].state, EffectState::Failed);
}
