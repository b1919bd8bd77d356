//! How a member drives, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

use crate::test::{Harness, stub_api::with};
use serde_json::{Value, json};

const OWN: &str = "GET /api/members/me/driving";

fn driving(state: &str) -> Value {
    json!({
        "user_id": "5", "display_name": "Ada", "state": state, "iracing_id": null,
        "totals": {
            "races": 0, "wins": 0, "podiums": 0, "best_finish": null, "average_finish": null,
            "laps": 0, "laps_led": 0, "incidents": 0, "incidents_per_race": null,
            "incidents_lately": null, "incidents_before": null, "last_raced_at": null,
        },
        "best_laps": [], "seasons": [],
    })
}

fn shown() -> Value {
    let totals = json!({
        "races": 24, "wins": 1, "podiums": 5, "best_finish": 1, "average_finish": 7.25,
        "laps": 412, "laps_led": 30, "incidents": 96, "incidents_per_race": 4.0,
        "incidents_lately": 3.1, "incidents_before": 4.9, "last_raced_at": "2026-12-01T19:30:00Z",
    });
    let best = json!({"track_name": "Spa", "track_config": "Bike", "car": "BMW M4 GT3",
        "best_lap": 1_384_206, "races": 3});
    let season = json!({"league_season_id": 5, "league_season_name": "Winter_26", "driven": 7,
        "held": 9});
    let other = json!({"league_season_id": 4, "league_season_name": null, "driven": 1, "held": 1});
    with(
        driving("shown"),
        json!({"totals": totals, "best_laps": [best], "seasons": [season, other]}),
    )
}

fn race(id: i64) -> Value {
    json!({
        "subsession_id": id.to_string(), "kind": "league", "session_name": null,
        "series_name": "GT3", "league_season_id": 5, "league_season_name": "Winter_26", "round": 3,
        "track_name": "Spa", "track_config": null, "raced_at": "2026-12-01T19:30:00Z",
        "car": "BMW M4 GT3", "position": 12, "class_position": 4, "start_position": 6, "laps": 26,
        "laps_led": 0, "best_lap": 1_384_206, "incidents": 4, "incidents_trend": 3.2,
        "outcome": "retired", "final": false,
    })
}

#[tokio::test]
async fn a_driver_is_shown_with_totals_and_races_page_by_page() {
    let harness = Harness::start().await;
    harness.api.plant(OWN, 200, shown());
    let races: Vec<_> = (1..=8).map(race).collect();
    let page = json!({"items": races, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/members/me/races", 200, page);
    let first = harness.command("driver", json!([])).await;
    assert!(first.contains("v1:driver:me:2:Zm9v"), "{first}");
    assert!(first.contains("filename=\"charts.png\""), "{first}");
    assert!(first.contains("incidents with their trend"), "{first}");
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/members/5/driving", 200, shown());
    let page = json!({"items": [race(9)], "next_cursor": null});
    harness.api.plant("GET /api/members/5/races", 200, page);
    insta::assert_snapshot!(harness.press("v1:driver:5:2:Zm9v").await, @r#"
    → GET /api/members/5/driving
    → GET /api/members/5/races?limit=8&cursor=Zm9v
    ← update
    # Driver
    <@5>
    **24 races** · 1 win · 5 podiums
    Best finish P1, P7.2 on average
    412 laps, 30 in the lead
    96x, 4.0 a race; 3.1 in the latest ten races, 4.9 in those before
    Last raced <t:1796153400:R>
    "Rounds driven": "Winter\\_26: 7 of 9\nSeason 4: 1 of 1"
    "Best laps": "2:18.420 · Spa (Bike) · BMW M4 GT3"
    # Races
    **Spa** <t:1796153400:R>
    Winter\_26 · round 3 · P6 → P4 · 26 laps · best 2:18.420 · 4x · out · provisional
    Page 2
    ["◀ Previous"] "v1:driver:5:1"
    "#);
}

#[tokio::test]
async fn why_nothing_is_shown_is_said() {
    let of = async |state: &str| {
        let harness = Harness::start().await;
        harness.api.plant(OWN, 200, driving(state));
        let own = harness.command("driver", json!([])).await;
        let harness = Harness::start().await;
        harness
            .api
            .plant("GET /api/members/5/driving", 200, driving(state));
        let options = json!([{"name": "member", "type": 6, "value": "5"}]);
        let other = harness.command("driver", options).await;
        let said = |shown: &str| shown.lines().last().unwrap_or_default().to_owned();
        format!("{}\n{}", said(&own), said(&other))
    };
    insta::assert_snapshot!(of("not_linked").await, @"
    You have not said which iRacing account is yours. `/link` does, or `/connect`, which proves it.
    <@5> has linked no iRacing account.
    ");
    insta::assert_snapshot!(of("no_consent").await, @"
    <@5> has not agreed that others see what they drive. `/link` is where they can.
    <@5> has not agreed that others see what they drive. `/link` is where they can.
    ");
    insta::assert_snapshot!(of("no_results").await, @"
    No result that is kept has a race of your account. Results come from `/syncsessions`, or from an admin who imports them.
    No result that is kept has a race of <@5>.
    ");
}
