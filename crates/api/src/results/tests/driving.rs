//! What one member drove: races, totals and rounds.

use super::{keep, parsed};
use crate::league;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::results::service;
use crate::testing::TestContext;
use paddock_api_types::driving::{
    BestLap, DrivenRace, DrivingState, MemberDriving, MemberRef, RoundsDriven,
};
use paddock_api_types::members::Level;
use paddock_api_types::results::ResultOutcome;
use paddock_api_types::{CustId, league::LinkIracing};
use serde_json::{Value, json};

const ADA: i64 = 5;
const ACCOUNT: i64 = 800_001;

/// Ada, who linked her account.
async fn ada(test: &TestContext) -> Operation {
    test.verified(ADA, "Ada").await;
    let op = test.by(ADA, Level::Verified);
    let link = LinkIracing {
        iracing_id: CustId::new(ACCOUNT),
        consent: None,
    };
    league::service::set(&op, &link).await.unwrap();
    op
}

/// A subsession on this day with one session of this kind, won by somebody else.
fn subsession(id: i64, day: i64, kind: i64, row: Value) -> Value {
    let winner = json!({"cust_id": 9, "finish_position": 0, "laps_complete": 20});
    let session =
        json!({"simsession_number": 0, "simsession_type": kind, "results": [winner, row]});
    json!({"subsession_id": id, "session_results": [session],
        "track": {"track_name": "Spa", "config_name": "Bike"},
        "start_time": format!("2026-01-{day:02}T20:00:00Z")})
}

/// Ada's row.
fn row(position: i64, laps: i64, incidents: i64, reason: i64) -> Value {
    json!({"cust_id": ACCOUNT, "finish_position": position - 1, "starting_position": 3,
        "laps_complete": laps, "laps_lead": 2, "incidents": incidents, "reason_out_id": reason,
        "best_lap_time": 1_300_000 - 1000 * incidents, "car_name": "M4"})
}

async fn driving(op: &Operation) -> MemberDriving {
    service::driving(op, MemberRef::ME).await.unwrap()
}

async fn all(op: &Operation, limit: u32) -> Vec<DrivenRace> {
    let (mut races, mut cursor) = (Vec::new(), None);
    loop {
        let page = PageRequest::parse(Some(limit), cursor.as_deref()).unwrap();
        let page = service::races(op, MemberRef::ME, page).await.unwrap();
        races.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            return races;
        }
    }
}

#[tokio::test]
async fn races_are_listed_with_a_trend_that_no_page_cuts_and_totals_are_over_all() {
    let test = TestContext::new().await;
    let (admin, ada) = (test.admin(), ada(&test).await);
    assert_eq!(driving(&ada).await.state, DrivingState::NoResults);
    // Twelve races, the place and the incidents rising from day to day.
    for day in 1..=12 {
        let race = subsession(day, day, 6, row(day, 10, day, 0));
        keep(&admin, &parsed(&race)).await;
    }
    // None of these is a race that she started, but for the last one, which ended in the black.
    let practice = subsession(20, 20, 3, row(1, 30, 50, 0));
    let absent = subsession(21, 21, 6, row(25, 0, 0, 0));
    let black = subsession(22, 22, 6, row(1, 4, 6, 29));
    for odd in [practice, absent, black] {
        keep(&admin, &parsed(&odd)).await;
    }
    let races = all(&ada, 200).await;
    let listed: Vec<_> = races.iter().map(|it| it.subsession_id.get()).collect();
    assert_eq!(listed, [22, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(all(&ada, 3).await, races);
    let trend: Vec<_> = races.iter().filter_map(|it| it.incidents_trend).collect();
    // (6 + 12 + 11 + 10 + 9) / 5, then 12 to 8; the first race has itself only.
    assert_eq!(trend[..2], [9.6, 10.0]);
    assert_eq!(trend[11..], [1.5, 1.0]);
    let black = &races[0];
    assert_eq!(black.outcome, ResultOutcome::Disqualified);
    assert_eq!(
        (black.track_name.as_deref(), black.track_config.as_deref()),
        (Some("Spa"), Some("Bike"))
    );
    let of = &races[1];
    let told = (of.position, of.start_position, of.laps, of.best_lap);
    assert_eq!(told, (Some(12), Some(4), Some(10), Some(1_288_000)));

    let shown = driving(&ada).await;
    assert_eq!(
        (shown.state, shown.iracing_id),
        (DrivingState::Shown, Some(ACCOUNT))
    );
    let totals = shown.totals;
    assert_eq!((totals.races, totals.wins, totals.podiums), (13, 1, 3));
    assert_eq!(
        (totals.best_finish, totals.average_finish),
        (Some(1), Some(6.5))
    );
    assert_eq!(
        (totals.laps, totals.laps_led, totals.incidents),
        (124, 26, 84)
    );
    assert_eq!(totals.incidents_per_race, Some(6.46));
    // 6 and 12 down to 4, and the three before.
    assert_eq!(totals.incidents_lately, Some(7.8));
    assert_eq!(totals.incidents_before, Some(2.0));
    assert_eq!(totals.last_raced_at, Some(black.raced_at));
    let best = BestLap {
        track_name: Some("Spa".to_owned()),
        track_config: Some("Bike".to_owned()),
        car: Some("M4".to_owned()),
        best_lap: 1_288_000,
        races: 13,
    };
    assert_eq!(shown.best_laps, [best]);
    assert_eq!(shown.seasons, []);
}

#[tokio::test]
async fn rounds_are_counted_of_those_held_and_a_heat_is_enough() {
    let test = TestContext::new().await;
    let (admin, ada) = (test.admin(), ada(&test).await);
    let of_season = |id: i64, day: i64, season: i64, row: Value| {
        let mut race = subsession(id, day, 6, row);
        race["league_season_id"] = json!(season);
        race["league_season_name"] = json!("Winter");
        race
    };
    let somebody = || json!({"cust_id": 10, "finish_position": 1, "laps_complete": 5});
    let mut heats = of_season(3, 8, 7, row(9, 0, 0, 0));
    let heat = json!({"simsession_number": -1, "simsession_type": 6, "results": [row(9, 5, 1, 0)]});
    heats["session_results"].as_array_mut().unwrap().push(heat);
    for race in [
        of_season(1, 1, 7, row(2, 10, 0, 0)),
        of_season(2, 1, 7, row(3, 10, 0, 0)),
        heats,
        of_season(4, 15, 7, somebody()),
        of_season(5, 22, 7, row(9, 0, 0, 32)),
        of_season(6, 23, 8, somebody()),
    ] {
        keep(&admin, &parsed(&race)).await;
    }
    let rounds = RoundsDriven {
        league_season_id: 7,
        league_season_name: Some("Winter".to_owned()),
        driven: 2,
        held: 4,
    };
    assert_eq!(driving(&ada).await.seasons, [rounds]);
    let races = all(&ada, 50).await;
    let placed: Vec<_> = races
        .iter()
        .map(|it| (it.league_season_id, it.round))
        .collect();
    assert_eq!(placed, [(Some(7), Some(1)); 2]);
}

#[tokio::test]
async fn a_driver_of_a_team_needs_a_lap_of_their_own() {
    let test = TestContext::new().await;
    let (admin, ada) = (test.admin(), ada(&test).await);
    for (id, laps) in [(1, 12), (2, 0)] {
        let mut own = row(4, laps, 3, 5);
        own["team_id"] = json!(-77);
        let team = json!({"team_id": -77, "display_name": "Crew", "finish_position": 3,
            "laps_complete": 40, "reason_out_id": 5, "driver_results": [own]});
        keep(&admin, &parsed(&subsession(id, id, 6, team))).await;
    }
    let races = all(&ada, 50).await;
    let told: Vec<_> = races
        .iter()
        .map(|it| (it.subsession_id.get(), it.laps))
        .collect();
    assert_eq!(told, [(1, Some(12))]);
    assert_eq!(driving(&ada).await.totals.races, 1);
}
