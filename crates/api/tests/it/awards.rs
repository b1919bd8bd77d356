//! Winning prizes, losing them, and handing them over.

use crate::helpers::{given, refused, user};
use crate::track::{Track, kinds, shown};
use paddock_api_types::AwardId;
use paddock_api_types::operations::awards as ops;
use paddock_api_types::points::{Award, AwardState};
use serde_json::{Value, json};

/// Bronze from 10 points on wins role 100, silver from 50 on role 200 and a mug.
async fn ladder() -> Track {
    let track = Track::new().await;
    let (bronze, silver) = (
        track.rank("Bronze", 10).await,
        track.rank("Silver", 50).await,
    );
    track.prize(&bronze, json!({"role_id": "100"})).await;
    track.prize(&silver, json!({"role_id": "200"})).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
    track
}

/// The mug, won by user 1.
async fn mug(track: &Track) -> Award {
    track.joined(1, "Ada").await;
    track.adjust(1, 50).await;
    track.awards(json!({"state": "waiting"})).await.remove(0)
}

async fn states(track: &Track, query: Value) -> Vec<(String, AwardState)> {
    let awards = track.awards(query).await.into_iter();
    let prize = |award: &Award| match (&award.prize.role_id, &award.prize.description) {
        (Some(role), _) => role.to_string(),
        (None, description) => description.clone().unwrap(),
    };
    awards.map(|award| (prize(&award), award.state)).collect()
}

#[tokio::test]
async fn whoever_climbs_past_a_rank_wins_its_prizes_too() {
    let track = ladder().await;
    track.joined(1, "Ada").await;
    let change = track.adjust(1, 60).await.change;
    assert!(change.promoted);
    assert_eq!(change.rank.unwrap().name, "Silver");
    let won = [
        ("a mug".to_owned(), AwardState::Waiting),
        ("200".to_owned(), AwardState::Granted),
        ("100".to_owned(), AwardState::Granted),
    ];
    assert_eq!(states(&track, json!({})).await, won);
}

#[tokio::test]
async fn an_award_tells_what_was_won_by_whom() {
    let track = ladder().await;
    let award = mug(&track).await;
    let hidden = "[id]";
    insta::assert_json_snapshot!(award, {
        ".id" => hidden, ".season_id" => hidden, ".rank_id" => hidden, ".prize.id" => hidden
    }, @r#"
        {
          "id": "[id]",
          "season_id": "[id]",
          "season_name": "Winter",
          "rank_id": "[id]",
          "rank_name": "Silver",
          "prize": {
            "id": "[id]",
            "role_id": null,
            "description": "a mug"
          },
          "user_id": "1",
          "display_name": "Ada",
          "state": "waiting",
          "awarded_at": "2026-11-21T12:00:00Z",
          "delivered_at": null,
          "delivered_by": null,
          "note": null
        }
    "#);
    let own = track.app.member(1).list_awards(&given(json!({}))).await;
    assert_eq!(own.unwrap().items[0], award);
}

#[tokio::test]
async fn whoever_falls_loses_what_was_not_handed_over() {
    let track = ladder().await;
    let award = mug(&track).await;
    track.adjust(1, -45).await;
    assert_eq!(states(&track, json!({})).await, []);
    let withdrawn = track.awards(json!({"state": "withdrawn"})).await;
    assert_eq!(withdrawn.len(), 3);
    let refusal = track
        .admin()
        .deliver_award(award.id, &given(json!({})))
        .await;
    assert_eq!(refused(refusal), "409 award_not_waiting");
    track.adjust(1, 45).await;
    assert_eq!(states(&track, json!({})).await.len(), 3, "won again");
}

#[tokio::test]
async fn what_was_handed_over_stays() {
    let track = ladder().await;
    let award = mug(&track).await;
    let note = given(json!({"note": " by post "}));
    let delivered = track.admin().deliver_award(award.id, &note).await.unwrap();
    let expected = Award {
        state: AwardState::Delivered,
        delivered_at: Some(award.awarded_at),
        delivered_by: Some(user(77)),
        note: Some("by post".to_owned()),
        ..award
    };
    assert_eq!(delivered, expected);
    track.adjust(1, -50).await;
    assert_eq!(track.awards(json!({})).await, [expected]);
}

#[tokio::test]
async fn only_a_described_prize_that_waits_is_handed_over() {
    let track = ladder().await;
    let award = mug(&track).await;
    let (admin, nothing) = (track.admin(), given(json!({})));
    let role = track.awards(json!({"state": "granted"})).await[0].id;
    let refusal = refused(admin.deliver_award(role, &nothing).await);
    assert_eq!(refusal, "409 award_not_waiting", "a role");
    let long = json!({"note": "x".repeat(401)});
    let refusal = track.app.refusal(ops::deliver_award, award.id, &long).await;
    assert_eq!(refusal, "422 invalid_value field=note");
    admin.deliver_award(award.id, &nothing).await.unwrap();
    let refusal = refused(admin.deliver_award(award.id, &nothing).await);
    assert_eq!(
        refusal, "409 award_not_waiting delivered_by=77",
        "a second time"
    );
    let absent = AwardId::new(404).unwrap();
    let refusal = refused(admin.deliver_award(absent, &nothing).await);
    assert_eq!(refusal, "404 award_not_found");
}

#[tokio::test]
async fn a_prize_is_handed_over_also_after_the_season() {
    let track = ladder().await;
    let award = mug(&track).await;
    let admin = track.admin();
    admin.close_season(track.season).await.unwrap();
    let delivered = admin.deliver_award(award.id, &given(json!({}))).await;
    assert_eq!(delivered.unwrap().state, AwardState::Delivered);
}

#[tokio::test]
async fn members_list_their_own_awards_and_admins_everybodys() {
    let track = ladder().await;
    let (ada, ben) = (track.joined(1, "Ada").await, track.joined(2, "Ben").await);
    track.adjust(1, 10).await;
    track.adjust(2, 10).await;
    let own = ada.list_awards(&given(json!({}))).await.unwrap().items;
    assert_eq!(
        own.iter().map(|it| it.user_id).collect::<Vec<_>>(),
        [user(1)]
    );
    let all = track
        .awards(json!({}))
        .await
        .into_iter()
        .map(|it| it.user_id);
    assert_eq!(all.collect::<Vec<_>>(), [user(2), user(1)]);
    assert_eq!(track.awards(json!({"user_id": "1"})).await, own);
    let others = ben.list_awards(&given(json!({"user_id": "1"}))).await;
    assert_eq!(refused(others), "403 forbidden required=admin");
}

#[tokio::test]
async fn awards_are_filtered_and_paged() {
    let track = ladder().await;
    mug(&track).await;
    assert_eq!(states(&track, json!({"state": "granted"})).await.len(), 2);
    let season = json!({"season_id": track.season});
    assert_eq!(states(&track, season).await.len(), 3);
    assert_eq!(states(&track, json!({"season_id": "404"})).await, []);
    let (admin, first) = (track.admin(), given(json!({"limit": 2})));
    let first = admin.list_awards(&first).await.unwrap();
    let rest = given(json!({"cursor": first.next_cursor}));
    let rest = admin.list_awards(&rest).await.unwrap();
    assert_eq!((first.items.len(), rest.items.len()), (2, 1));
    assert_eq!(rest.next_cursor, None);
}

#[tokio::test]
async fn a_promotion_is_announced_with_all_that_is_won() {
    let track = ladder().await;
    track
        .settled(json!({"announcement_channel_id": "40"}))
        .await;
    track.adjust(1, 60).await;
    let asked = track.app.perform().await;
    assert_eq!(kinds(&asked), ["grant", "send", "direct", "grant"]);
    insta::assert_json_snapshot!(shown(&asked)[1][0], { ".notice.prizes[].id" => "[id]" }, @r#"
        {
          "channel_id": "40",
          "kind": "send_message",
          "mention": "1",
          "notice": {
            "display_name": "Ada",
            "notice": "promoted",
            "points": 60,
            "prizes": [
              {
                "description": null,
                "id": "[id]",
                "role_id": "100"
              },
              {
                "description": null,
                "id": "[id]",
                "role_id": "200"
              },
              {
                "description": "a mug",
                "id": "[id]",
                "role_id": null
              }
            ],
            "rank": {
              "badge": null,
              "name": "Silver",
              "position": 2
            },
            "season_name": "Winter",
            "user_id": "1"
          }
        }
    "#);
}

#[tokio::test]
async fn only_a_climb_is_announced() {
    let track = ladder().await;
    track
        .settled(json!({"announcement_channel_id": "40"}))
        .await;
    track.adjust(1, 12).await;
    track.app.perform().await;
    track.adjust(1, 5).await;
    assert_eq!(
        kinds(&track.app.perform().await),
        ["direct"],
        "within a rank"
    );
    track.adjust(1, -10).await;
    assert_eq!(
        kinds(&track.app.perform().await),
        ["revoke", "direct"],
        "a fall"
    );
}

#[tokio::test]
async fn roles_that_were_won_rest_on_the_verification() {
    let track = ladder().await;
    track.settled(json!({})).await;
    track.adjust(1, 10).await;
    track.app.perform().await;
    let (admin, nothing) = (track.admin(), given(json!({})));
    admin.reject_member(user(1), &nothing).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["revoke", "direct"]);
    admin.verify_member(user(1), None).await.unwrap();
    assert_eq!(kinds(&track.app.perform().await), ["grant", "direct"]);
}
