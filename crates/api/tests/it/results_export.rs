//! What a member drove, in their export.

use crate::garage::Garage;
use crate::helpers::{given, user};
use crate::results::{imports, small};
use paddock_api_types::members::MemberExport;
use paddock_api_types::results::ResultOutcome;
use paddock_api_types::{SeasonId, SubsessionId};
use serde_json::json;

const HEATS: &str =
    include_str!("../../../iracing/tests/fixtures/08-export-league-heats-30cars-2025-02.json");
/// Who won the feature of [`HEATS`], and whose customer id is not that of the host.
const WINNER: i64 = 800_445;

/// Session, finish and start, laps, incidents, best lap and points of every row.
type Told = (
    i64,
    [Option<i64>; 2],
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
);

fn told(export: &MemberExport) -> Vec<Told> {
    let rows = export.results.iter().map(|own| {
        let row = &own.row;
        let places = [row.position, row.start_position];
        let driven = (row.laps, row.incidents, row.best_lap);
        (
            own.session,
            places,
            driven.0,
            driven.1,
            driven.2,
            row.league_points,
        )
    });
    rows.collect()
}

async fn penalized(garage: &Garage, member: i64) -> SeasonId {
    let season = json!({"name": "Winter", "starts_at": "2026-01-01T00:00:00Z",
        "ends_at": "2030-01-01T00:00:00Z"});
    let admin = garage.admin();
    let season = admin.create_season(&given(season)).await.unwrap().id;
    let member = user(member);
    garage
        .app
        .member(member.get())
        .join_season(season)
        .await
        .unwrap();
    let penalty = json!({"user_id": member, "points": 3, "reason": "cut the chicane"});
    let imposed = admin.add_penalty(season, &given(penalty)).await;
    imposed.unwrap();
    season
}

#[tokio::test]
async fn an_export_has_every_row_of_the_member_and_of_nobody_else() {
    let garage = Garage::new().await;
    let wanda = garage.driver(1, "Wanda", &[]).await;
    let bob = garage.driver(2, "Bob", &[]).await;
    imports(&garage.admin(), HEATS).await.unwrap();
    imports(&garage.admin(), &small()).await.unwrap();
    assert_eq!(wanda.export_me().await.unwrap().results, [], "not linked");
    let link = given(json!({"iracing_id": WINNER, "consent": false}));
    wanda.set_iracing_id(&link).await.unwrap();
    let season = penalized(&garage, 1).await;

    let export = wanda.export_me().await.unwrap();
    let some = |number: i64| Some(number);
    assert_eq!(
        told(&export),
        [
            (
                0,
                [some(1), some(6)],
                some(16),
                some(9),
                some(1_047_346),
                some(50)
            ),
            (
                -1,
                [some(2), None],
                some(1),
                some(1),
                some(1_051_778),
                some(0)
            ),
            (
                -2,
                [some(3), some(2)],
                some(8),
                some(2),
                some(1_043_676),
                some(20)
            ),
            (
                -3,
                [some(2), None],
                some(1),
                some(0),
                some(1_046_017),
                some(8)
            ),
            (
                -4,
                [some(10), None],
                some(4),
                some(2),
                some(1_045_670),
                some(0)
            ),
        ]
    );
    let feature = &export.results[0];
    assert_eq!(SubsessionId::new(82_300_026), Some(feature.subsession_id));
    assert_eq!(feature.row.outcome, Some(ResultOutcome::Finished));
    assert_eq!(feature.row.user_id, Some(user(1)));
    assert_eq!(feature.row.iracing_id, Some(WINNER));
    assert_eq!(feature.row.car_number.as_deref(), Some("37"));
    assert_eq!(feature.session_title.as_deref(), Some("FEATURE"));
    assert!(feature.track_name.is_some() && feature.started_at.is_some());
    assert!(feature.race && !feature.is_final && !feature.void);
    assert!(!export.results[4].race && export.results[4].row.outcome.is_none());

    let penalty = &export.penalties[0];
    assert_eq!((penalty.season_id, penalty.points), (season, 3));
    assert_eq!(penalty.reason, "cut the chicane");

    let text = serde_json::to_string(&export).unwrap();
    let all: serde_json::Value = serde_json::from_str(HEATS).unwrap();
    let mut others = 0;
    for row in all["data"]["session_results"].as_array().unwrap() {
        for row in row["results"].as_array().unwrap() {
            let (id, name) = (&row["cust_id"], row["display_name"].as_str().unwrap());
            if *id != WINNER {
                assert!(
                    !text.contains(&id.to_string()) && !text.contains(name),
                    "{name}"
                );
                others += 1;
            }
        }
    }
    assert_eq!(others, 5 * 29);
    assert_eq!(bob.export_me().await.unwrap().results, []);
}
