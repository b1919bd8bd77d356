//! Points of a season from results, over HTTP.

use crate::garage::Garage;
use crate::helpers::{given, refused};
use crate::results::{SMALL, imports, small};
use paddock_api_types::scoring::{ResultRule, ResultStandings};
use paddock_api_types::{SeasonId, SubsessionId};
use serde_json::{Value, json};

const HEATS: &str =
    include_str!("../../../iracing/tests/fixtures/08-export-league-heats-30cars-2025-02.json");
const TEAMS: &str =
    include_str!("../../../iracing/tests/fixtures/04-export-league-team-2026-02.json");

async fn season(garage: &Garage) -> SeasonId {
    let season = json!({"name": "Winter", "starts_at": "2026-01-01T00:00:00Z",
        "ends_at": "2030-01-01T00:00:00Z"});
    garage
        .admin()
        .create_season(&given(season))
        .await
        .unwrap()
        .id
}

async fn preview(garage: &Garage, season: SeasonId, rule: Value) -> ResultStandings {
    let rule: ResultRule = given(rule);
    let preview = garage.admin().preview_result_points(season, &rule).await;
    preview.unwrap()
}

/// Place, member, points and wins of everybody who has linked.
fn told(standings: &ResultStandings) -> Vec<(u32, i64, i64, u32)> {
    let items = standings.items.iter();
    items
        .map(|it| (it.place, it.user_id.get(), it.points, it.wins))
        .collect()
}

/// Members who linked these accounts.
async fn linked(garage: &Garage, accounts: &[(i64, i64)]) {
    for (member, account) in accounts {
        let client = garage.driver(*member, "Driver", &[]).await;
        let link = given(json!({"iracing_id": account, "consent": false}));
        client.set_iracing_id(&link).await.unwrap();
    }
}

#[tokio::test]
async fn league_points_of_heats_are_added_up_and_a_corrected_result_corrects_the_table() {
    let garage = Garage::new().await;
    linked(&garage, &[(1, 800_445), (2, 800_557), (3, 800_606)]).await;
    imports(&garage.admin(), HEATS).await.unwrap();
    let season = season(&garage).await;
    let rule = json!({"league_season_id": 130_226, "mode": "league_points"});
    let before = preview(&garage, season, rule.clone()).await;
    assert_eq!(before.rounds, [1]);
    // Qualifying 8, heat 20 and feature 50 of the first.
    assert_eq!(told(&before)[0], (1, 1, 8 + 20 + 50, 1));
    assert!(before.items.iter().all(|it| !it.joined));
    let text = serde_json::to_string(&before.not_linked).unwrap();
    assert!(
        !before.not_linked.is_empty() && !text.contains("8004"),
        "{text}"
    );

    let corrected = HEATS.replace("\"league_points\":50", "\"league_points\":40");
    assert_ne!(corrected, HEATS);
    imports(&garage.admin(), &corrected).await.unwrap();
    let after = preview(&garage, season, rule).await;
    assert_eq!(told(&after)[0], (1, 1, 8 + 20 + 40, 1));
}

#[tokio::test]
async fn a_team_scores_for_its_drivers_and_a_rule_is_checked() {
    let garage = Garage::new().await;
    imports(&garage.admin(), TEAMS).await.unwrap();
    let season = season(&garage).await;
    let rule = json!({"league_season_id": 130_200, "mode": "table", "race": [25]});
    let standings = preview(&garage, season, rule).await;
    let winners: Vec<_> = standings.not_linked.iter().map(|it| it.points).collect();
    assert_eq!(winners, [25, 25, 25]);

    let admin = garage.admin();
    for (rule, field) in [
        (
            json!({"league_season_id": 0, "mode": "table"}),
            "league_season_id",
        ),
        (
            json!({"league_season_id": 5, "mode": "table", "race": vec![1; 101]}),
            "race",
        ),
    ] {
        let refusal = admin.preview_result_points(season, &given(rule)).await;
        assert_eq!(refused(refusal), format!("422 invalid_value field={field}"));
    }
}

#[tokio::test]
async fn a_rule_brings_final_results_into_the_leaderboard() {
    let garage = Garage::new().await;
    linked(&garage, &[(1, 812_345)]).await;
    let (admin, season) = (garage.admin(), season(&garage).await);
    let none = admin.get_result_points(season).await;
    assert_eq!(refused(none), "404 result_rule_not_found");

    let won = small().replace("\"cust_id\"", "\"finish_position\": 0, \"cust_id\"");
    imports(&admin, &won).await.unwrap();
    let rule: ResultRule = given(json!({"league_season_id": 5, "mode": "table", "race": [25, 18]}));
    let previewed = admin.preview_result_points(season, &rule).await.unwrap();
    assert_eq!(
        (previewed.rounds, previewed.provisional),
        (vec![1], vec![1])
    );
    let raced = SubsessionId::new(SMALL).unwrap();
    assert!(admin.finalize_result(raced).await.unwrap().is_final);
    assert_eq!(admin.set_result_rule(season, &rule).await.unwrap(), rule);
    assert_eq!(admin.get_result_rule(season).await.unwrap(), rule);
    let penalty = given(json!({"user_id": "1", "points": 5, "reason": "Jumped the start"}));
    let penalty = admin.add_penalty(season, &penalty).await.unwrap();
    let table = admin.get_result_points(season).await.unwrap();
    assert_eq!(told(&table), [(1, 1, 20, 1)]);
    assert!(table.provisional.is_empty() && table.items[0].joined);
    let points = async || {
        let board = admin
            .get_leaderboard(season, &given(json!({})))
            .await
            .unwrap();
        board.items[0].points
    };
    assert_eq!(points().await, 20);

    admin.remove_penalty(season, penalty.id).await.unwrap();
    let again = admin.remove_penalty(season, penalty.id).await;
    assert_eq!(refused(again), "404 penalty_not_found");
    assert!(admin.void_result(raced).await.unwrap().void);
    assert!(!admin.unvoid_result(raced).await.unwrap().void);
    admin.remove_result_rule(season).await.unwrap();
    assert_eq!(points().await, 0);
    let none = admin.remove_result_rule(season).await;
    assert_eq!(refused(none), "404 result_rule_not_found");
}
