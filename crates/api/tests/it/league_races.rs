//! Numbers seen in races, as they keep claims from others.

use crate::garage::{Garage, claim};
use crate::helpers::{given, refused, user};
use crate::results::imports;
use paddock_api_types::league::{DifferenceKind, ListDifferencesQuery, RosterSource};
use paddock_api_types::numbers::{ClaimState, NumberState};
use serde_json::json;

#[tokio::test]
async fn a_number_seen_in_a_race_is_taken_for_everybody_but_who_drove_with_it() {
    let garage = Garage::with(json!({"league_id": 7, "numbers_per_member": 2})).await;
    let ada = garage.driver(1, "Ada", &[]).await;
    let ben = garage.driver(2, "Ben", &["24"]).await;
    let link = given(json!({"iracing_id": 501}));
    ada.set_iracing_id(&link).await.unwrap();
    let car = |account: i64, number: &str| {
        json!({"cust_id": account, "display_name": format!("Driver {account}"),
            "laps_complete": 9, "livery": {"car_number": number}})
    };
    let rows = [car(501, "13"), car(502, "24")];
    let race = json!({"subsession_id": 77, "league_id": 7, "league_season_id": 5,
        "start_time": "2026-01-04T19:30:00Z",
        "session_results": [{"simsession_number": 0, "simsession_type": 6, "results": rows}]});
    imports(&garage.admin(), &race.to_string()).await.unwrap();

    let taken = refused(claim(&ben, "13").await);
    assert!(taken.starts_with("409 number_on_roster"), "{taken}");
    let state = garage.status(&ben, "13").await.state;
    assert_eq!(state, NumberState::OnRoster);
    assert_eq!(garage.free(&ben).await, "0-12 14-23 25-99");
    assert_eq!(garage.free(&ada).await, "0-23 25-99");
    let own = claim(&ada, "13").await.unwrap();
    assert_eq!(own.state, ClaimState::Synced);
    let other = garage.status(&ben, "24").await.claim.unwrap().state;
    assert_eq!(other, ClaimState::Clash);

    let sync = ben.get_league_sync().await.unwrap();
    insta::assert_json_snapshot!(sync.rosters, @r#"
    [
      {
        "source": "races",
        "current": true,
        "taken_at": "2026-01-04T19:30:00Z",
        "drivers": 2,
        "numbered": 2
      }
    ]
    "#);
    assert_eq!(sync.rosters[0].source, RosterSource::Races);
    assert_eq!((sync.counts.matches, sync.counts.clashes), (1, 1));
    let query = ListDifferencesQuery::default();
    let all = ben.list_league_differences(&query).await.unwrap().items;
    let clash = all.iter().find(|it| it.kind == DifferenceKind::Clash);
    let clash = clash.unwrap();
    assert_eq!(clash.holder.as_ref().unwrap().user_id, user(2));
    // Nobody has agreed to be shown.
    let shown =
        |it: &paddock_api_types::league::RosterDriver| it.name.is_some() || it.iracing_id.is_some();
    assert!(!all.iter().flat_map(|it| &it.drivers).any(shown));
}
