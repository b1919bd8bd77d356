//! Ranks and what they win.

use crate::helpers::{GUILD, given, guild, refused};
use crate::track::{Track, season as season_of};
use paddock_api_types::bot::ReportGuild;
use paddock_api_types::operations::seasons as ops;
use paddock_api_types::{PrizeId, RankId};
use serde_json::{Value, json};

#[tokio::test]
async fn ranks_are_listed_from_the_lowest_with_their_prizes() {
    let track = Track::new().await;
    let gold = track.rank("Gold", 100).await;
    let bronze = given(json!({"name": "Bronze", "threshold": 10, "badge": "🥉"}));
    let admin = track.admin();
    let bronze = admin.create_rank(track.season, &bronze).await.unwrap();
    assert_eq!((gold.position, bronze.position), (1, 1));
    track.prize(&bronze, json!({"role_id": "7"})).await;
    track
        .prize(&bronze, json!({"description": " a mug "}))
        .await;
    let guest = track.app.member(1);
    let bronze = guest.get_rank(track.season, bronze.id).await.unwrap();
    insta::assert_json_snapshot!(bronze, { ".id" => "[id]", ".prizes[].id" => "[id]" }, @r#"
        {
          "id": "[id]",
          "position": 1,
          "name": "Bronze",
          "threshold": 10,
          "badge": "🥉",
          "prizes": [
            {
              "id": "[id]",
              "role_id": "7",
              "description": null
            },
            {
              "id": "[id]",
              "role_id": null,
              "description": "a mug"
            }
          ]
        }
    "#);
    let ranks = guest.list_ranks(track.season).await.unwrap();
    assert_eq!(ranks.items[0], bronze);
    let prizes = guest.list_prizes(track.season, bronze.id).await;
    assert_eq!(prizes.unwrap().items, bronze.prizes);
}

/// The ladder, lowest first.
async fn ladder(track: &Track) -> Vec<(u32, String)> {
    let ranks = track.admin().list_ranks(track.season).await.unwrap().items;
    let rank = ranks.into_iter().map(|rank| (rank.position, rank.name));
    rank.collect()
}

#[tokio::test]
async fn the_order_of_ranks_follows_from_their_thresholds() {
    let track = Track::new().await;
    let gold = track.rank("Gold", 200).await;
    let silver = track.rank("Silver", 100).await;
    track.rank("Bronze", 50).await;
    assert_eq!(silver.position, 1);
    let told = |names: [&str; 3]| {
        let names = names.map(str::to_owned);
        (1..).zip(names).collect::<Vec<_>>()
    };
    assert_eq!(ladder(&track).await, told(["Bronze", "Silver", "Gold"]));
    let admin = track.admin();
    let lower = given(json!({"threshold": 10}));
    let lowered = admin.update_rank(track.season, gold.id, &lower).await;
    assert_eq!(lowered.unwrap().position, 1);
    assert_eq!(ladder(&track).await, told(["Gold", "Bronze", "Silver"]));
    track.joined(1, "Ada").await;
    let reached = track.adjust(1, 60).await.change.rank.unwrap();
    assert_eq!((reached.position, reached.name.as_str()), (2, "Bronze"));
}

#[tokio::test]
async fn no_two_ranks_are_reached_with_as_many_points() {
    let track = Track::new().await;
    let gold = track.rank("Gold", 200).await;
    let silver = track.rank("Silver", 100).await;
    let (admin, same) = (track.admin(), json!({"name": "Other", "threshold": 200}));
    let taken = "409 rank_threshold_taken field=threshold rank=Gold";
    let created = admin.create_rank(track.season, &given(same)).await;
    assert_eq!(refused(created), taken);
    let same = given(json!({"threshold": 200}));
    let moved = admin.update_rank(track.season, silver.id, &same).await;
    assert_eq!(refused(moved), taken);
    let own = admin.update_rank(track.season, gold.id, &same).await;
    assert_eq!(own.unwrap().threshold, 200);
}

#[tokio::test]
async fn a_rank_that_cannot_be_is_refused_by_field() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    let cases = [
        ("name", json!("")),
        ("threshold", json!(0)),
        ("threshold", json!(1_000_000_001)),
        ("badge", json!("x".repeat(61))),
    ];
    for (field, value) in cases {
        let mut body = json!({"name": "A", "threshold": 20});
        body[field] = value;
        let expected = format!("422 invalid_value field={field}");
        let created = track
            .app
            .refusal(ops::create_rank, track.season, &body)
            .await;
        assert_eq!(created, expected, "creating {body}");
        let path = (track.season, rank.id);
        let updated = track.app.refusal(ops::update_rank, path, &body).await;
        assert_eq!(updated, expected, "updating {body}");
    }
}

#[tokio::test]
async fn only_what_is_given_of_a_rank_changes() {
    let track = Track::new().await;
    let new = given(json!({"name": "Gold", "threshold": 10, "badge": "🥇"}));
    let admin = track.admin();
    let rank = admin.create_rank(track.season, &new).await.unwrap();
    let update = |changes: Value| {
        let admin = track.admin();
        let id = track.season;
        async move { admin.update_rank(id, rank.id, &given(changes)).await }
    };
    let higher = update(json!({"threshold": 20})).await.unwrap();
    assert_eq!(
        (higher.threshold, higher.badge.as_deref()),
        (20, Some("🥇"))
    );
    let bare = update(json!({"badge": null})).await.unwrap();
    assert_eq!((bare.name.as_str(), bare.badge), ("Gold", None));
}

#[tokio::test]
async fn a_rank_is_deleted_with_its_prizes() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    track.prize(&rank, json!({"description": "a mug"})).await;
    let (admin, id) = (track.admin(), track.season);
    admin.delete_rank(id, rank.id).await.unwrap();
    assert_eq!(admin.list_ranks(id).await.unwrap().items, []);
    let again = track.rank("Gold", 10).await;
    assert_eq!(again.prizes, []);
}

#[tokio::test]
async fn a_prize_is_a_role_or_something_described() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    let cases = [
        (json!({}), "role_id"),
        (json!({"role_id": "7", "description": "a mug"}), "role_id"),
        (json!({"description": ""}), "description"),
        (json!({"description": "x".repeat(201)}), "description"),
    ];
    for (body, field) in cases {
        let path = (track.season, rank.id);
        let created = track.app.refusal(ops::create_prize, path, &body).await;
        let expected = format!("422 invalid_value field={field}");
        assert_eq!(created, expected, "{body}");
    }
}

#[tokio::test]
async fn a_role_that_is_won_is_one_that_can_be_given_and_gives_no_power() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    let role = |id: &str, managed: bool, permissions: u64| json!({"id": id, "name": "R", "position": 1, "managed": managed, "permissions": permissions.to_string()});
    let report: ReportGuild = given(json!({
        "name": "Test Track",
        "roles": [role("20", false, 0), role("21", true, 0), role("22", false, 1 << 2)],
        "channels": [],
        "bot": {"user_id": "5", "permissions": "0", "top_role_position": 9, "members_intent": true},
    }));
    let bot = track.app.bot();
    bot.report_guild(guild(GUILD), &report).await.unwrap();
    for id in ["21", "22", "23", &GUILD.to_string()] {
        let (admin, prize) = (track.admin(), given(json!({"role_id": id})));
        let created = admin.create_prize(track.season, rank.id, &prize).await;
        assert_eq!(refused(created), "422 unknown_role field=role_id", "{id}");
    }
    track.prize(&rank, json!({"role_id": "20"})).await;
}

#[tokio::test]
async fn a_removed_prize_is_gone() {
    let track = Track::new().await;
    let rank = track.rank("Gold", 10).await;
    let prize = track.prize(&rank, json!({"description": "a mug"})).await;
    let (admin, id) = (track.admin(), track.season);
    admin.delete_prize(id, rank.id, prize.id).await.unwrap();
    let left = admin.list_prizes(id, rank.id).await.unwrap();
    assert_eq!(left.items, []);
    let again = refused(admin.delete_prize(id, rank.id, prize.id).await);
    assert_eq!(again, "404 prize_not_found");
}

#[tokio::test]
async fn a_season_has_so_many_ranks_and_a_rank_so_many_prizes() {
    let track = Track::new().await;
    for number in 1..=50 {
        track.rank(&format!("R{number}"), number).await;
    }
    let admin = track.admin();
    let more = given(json!({"name": "R", "threshold": 51}));
    let refusal = refused(admin.create_rank(track.season, &more).await);
    assert_eq!(refusal, "409 limit_reached limit=50");
    let ranks = admin.list_ranks(track.season).await.unwrap().items;
    for number in 1..=10 {
        let mug = json!({"description": format!("mug {number}")});
        track.prize(&ranks[0], mug).await;
    }
    let more = given(json!({"description": "a mug"}));
    let refusal = refused(admin.create_prize(track.season, ranks[0].id, &more).await);
    assert_eq!(refusal, "409 limit_reached limit=10");
}

#[tokio::test]
async fn ranks_are_looked_for_in_their_season_and_prizes_at_their_rank() {
    let track = Track::new().await;
    let (gold, silver) = (track.rank("A", 1).await, track.rank("B", 2).await);
    let prize = track.prize(&gold, json!({"description": "a mug"})).await;
    let admin = track.admin();
    let other = season_of("Spring", "2027-01-01", "2027-02-01");
    let other = admin.create_season(&other).await.unwrap().id;
    let absent = RankId::new(404).unwrap();
    let mut refusals = Vec::new();
    for (season, rank) in [(other, gold.id), (track.season, absent)] {
        let described = given(json!({"description": "a mug"}));
        refusals.extend([
            refused(admin.get_rank(season, rank).await),
            refused(admin.update_rank(season, rank, &given(json!({}))).await),
            refused(admin.delete_rank(season, rank).await),
            refused(admin.list_prizes(season, rank).await),
            refused(admin.create_prize(season, rank, &described).await),
            refused(admin.delete_prize(season, rank, prize.id).await),
        ]);
    }
    assert_eq!(refusals, ["404 rank_not_found"; 12]);
    let absent = PrizeId::new(404).unwrap();
    let refusals = [
        refused(admin.delete_prize(track.season, silver.id, prize.id).await),
        refused(admin.delete_prize(track.season, gold.id, absent).await),
    ];
    assert_eq!(refusals, ["404 prize_not_found"; 2]);
}

#[tokio::test]
async fn the_log_says_which_prizes_are_gone() {
    let track = Track::new().await;
    let gold = track.rank("Gold", 10).await;
    let mug = track.prize(&gold, json!({"description": "a mug"})).await;
    track.prize(&gold, json!({"role_id": "100"})).await;
    let admin = track.admin();
    let deleted = admin.delete_prize(track.season, gold.id, mug.id).await;
    deleted.unwrap();
    admin.delete_rank(track.season, gold.id).await.unwrap();
    let log = admin.list_audit(&given(json!({}))).await.unwrap().items;
    let deleted = log.iter().filter(|it| it.action.ends_with("_deleted"));
    let told: Vec<_> = deleted.map(|it| (&it.action, &it.before)).collect();
    insta::assert_json_snapshot!(told, @r#"
        [
          [
            "season.prize_deleted",
            {
              "role_id": "100"
            }
          ],
          [
            "season.rank_deleted",
            {
              "name": "Gold",
              "threshold": 10
            }
          ],
          [
            "season.prize_deleted",
            {
              "description": "a mug"
            }
          ]
        ]
    "#);
}
