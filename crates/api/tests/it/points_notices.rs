//! What members and admins hear of points and prizes.

use crate::helpers::{given, user};
use crate::track::{Track, kinds, shown};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::points::LedgerKind;
use serde_json::json;

/// Why, by whom and in which words points came or went, as the member was told.
async fn told(track: &Track) -> Vec<(LedgerKind, i64, Option<String>)> {
    let asked = track.asked().await.into_iter();
    let notices = asked.filter_map(|action| match action {
        EffectAction::DirectMessage { notice, .. } => Some(notice),
        _ => None,
    });
    let told = notices.filter_map(|notice| match notice {
        Notice::PointsChanged {
            kind,
            change,
            reason,
            by,
            ..
        } => {
            assert_eq!(by, Some(user(77)));
            Some((kind, change.points, reason))
        }
        _ => None,
    });
    told.collect()
}

#[tokio::test]
async fn a_member_hears_who_gave_points_why_and_what_that_did() {
    let track = Track::new().await;
    track.rank("Bronze", 10).await;
    track.settled(json!({"fallback_channel_id": "50"})).await;
    track.adjust(1, 15).await;
    insta::assert_json_snapshot!(shown(&track.app.perform().await), @r#"
        [
          [
            {
              "fallback_channel_id": "50",
              "kind": "direct_message",
              "notice": {
                "by": "77",
                "change": {
                  "points": 15,
                  "promoted": true,
                  "rank": {
                    "badge": null,
                    "name": "Bronze",
                    "position": 1
                  },
                  "rank_before": null,
                  "total": 15
                },
                "guild_name": null,
                "kind": "adjustment",
                "notice": "points_changed",
                "reason": "by hand",
                "season_name": "Winter"
              },
              "user_id": "1"
            },
            null
          ]
        ]
    "#);
    track.adjust(1, -10).await;
    let fall = &shown(&track.app.perform().await)[0][0]["notice"]["change"];
    assert_eq!(fall["rank"], json!(null));
    assert_eq!(fall["rank_before"]["name"], "Bronze");
}

#[tokio::test]
async fn a_correction_is_told_with_its_reason() {
    let track = Track::new().await;
    let ada = track.settled(json!({})).await;
    let id = track.approved(&ada, 3).await.id;
    track.app.perform().await;
    let fewer = given(json!({"quantity": 1, "reason": "two were a copy"}));
    let admin = track.admin();
    admin.update_submission(id, &fewer).await.unwrap();
    let expected = Some("two were a copy".to_owned());
    let correction = (LedgerKind::Correction, -20, expected);
    assert_eq!(told(&track).await, [correction]);
}

#[tokio::test]
async fn nobody_is_told_what_they_did_themselves() {
    let track = Track::new().await;
    track.settled(json!({})).await;
    let admin = track.app.verified_as(77, "Root").await;
    track.app.perform().await;
    track.adjust(77, 5).await;
    assert_eq!(kinds(&track.app.perform().await), [] as [&str; 0]);
    drop(admin);
}

#[tokio::test]
async fn an_import_is_no_news_but_a_prize_that_waits_is() {
    let track = Track::new().await;
    let silver = track.rank("Silver", 10).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
    track.settled(json!({"review_channel_id": "60"})).await;
    let source = given(json!({"source": "old bot"}));
    let file = paddock_api_types::operations::Csv("user_id,points\n1,30\n".to_owned());
    let admin = track.admin();
    admin
        .import_points(track.season, &source, &file)
        .await
        .unwrap();
    let asked = track.app.perform().await;
    assert_eq!(kinds(&asked), ["send"]);
    let notice = &shown(&asked)[0][0]["notice"];
    let expected = json!({"notice": "prizes_waiting", "season_name": "Winter", "count": 1});
    assert_eq!(*notice, expected);
}

#[tokio::test]
async fn a_summary_says_why() {
    let track = Track::new().await;
    let ada = track.joined(1, "Ada").await;
    track.approved(&ada, 2).await;
    track.adjust(1, 7).await;
    track.adjust(1, -3).await;
    let own = given(json!({}));
    let summary = ada.get_season_summary(track.season, &own).await;
    let changes = summary.unwrap().changes;
    let changes = changes
        .into_iter()
        .map(|it| (it.kind, it.points, it.reason));
    let by_hand = |points| (LedgerKind::Adjustment, points, Some("by hand".to_owned()));
    assert_eq!(changes.collect::<Vec<_>>(), [by_hand(-3), by_hand(7)]);
}

#[tokio::test]
async fn the_admins_see_a_prize_that_waits_until_it_is_handed_over() {
    let track = Track::new().await;
    let silver = track.rank("Silver", 10).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
    track.settled(json!({"review_channel_id": "60"})).await;
    track.adjust(1, 20).await;
    let asked = track.app.perform().await;
    assert_eq!(kinds(&asked), ["send", "direct"]);
    let won = &shown(&asked)[0][0];
    assert_eq!(
        (&won["channel_id"], &won["post"]),
        (&json!("60"), &json!("award:[id]"))
    );
    assert_eq!(won["notice"]["notice"], "prize_won");
    assert_eq!(won["notice"]["award"]["state"], "waiting");
    track.adjust(1, -15).await;
    let lost = track.app.perform().await;
    assert_eq!(kinds(&lost), ["edit", "direct"]);
    assert_eq!(shown(&lost)[0][0]["notice"]["award"]["state"], "withdrawn");
    track.adjust(1, 15).await;
    assert_eq!(kinds(&track.app.perform().await), ["send", "direct"]);
    let award = track.awards(json!({"state": "waiting"})).await.remove(0);
    let nothing = given(json!({}));
    track
        .admin()
        .deliver_award(award.id, &nothing)
        .await
        .unwrap();
    let delivered = track.app.perform().await;
    assert_eq!(kinds(&delivered), ["edit"]);
    assert_eq!(
        shown(&delivered)[0][0]["notice"]["award"]["state"],
        "delivered"
    );
}
