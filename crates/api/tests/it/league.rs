//! Links to iRacing, rosters, and how claims compare with them.

use crate::garage::{Garage, car};
use crate::helpers::{MANAGE_GUILD, given, refused, user};
use paddock_api_client::{Client, Error};
use paddock_api_types::CarNumber;
use paddock_api_types::league::{
    Difference, DifferenceKind, IracingLink, ListDifferencesQuery, RosterFile, RosterImported,
};
use paddock_api_types::numbers::ClaimState;
use paddock_api_types::operations::Csv;
use serde_json::{Value, json};

const R1: &str =
    include_str!("../../../iracing/tests/fixtures/r1-league-roster-45-dup15-zeros.json");
const R5: &str =
    include_str!("../../../iracing/tests/fixtures/r5-league-roster-first-answer-data_url.json");

async fn links(by: &Client, body: Value) -> Result<IracingLink, Error> {
    by.set_iracing_id(&given(body)).await
}

async fn uploads(garage: &Garage, json: &str) -> Result<RosterImported, Error> {
    let manager = garage.app.acting(78, MANAGE_GUILD);
    let file = RosterFile(serde_json::from_str(json).unwrap());
    manager.upload_league_roster(&file).await
}

async fn differences(by: &Client, kind: DifferenceKind) -> Vec<Difference> {
    let query = ListDifferencesQuery {
        kind: Some(kind),
        ..ListDifferencesQuery::default()
    };
    let page = by.list_league_differences(&query).await;
    page.unwrap().items
}

fn numbers(differences: &[Difference]) -> Vec<&CarNumber> {
    differences.iter().map(|it| &it.number).collect()
}

#[tokio::test]
async fn a_member_links_one_account_and_says_who_may_see_it() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &[]).await;
    assert_eq!(
        refused(ada.get_iracing_id().await),
        "404 iracing_not_linked"
    );
    let nothing = links(&ada, json!({"consent": true})).await;
    assert_eq!(refused(nothing), "404 iracing_not_linked");
    let link = links(&ada, json!({"iracing_id": 801_033})).await.unwrap();
    insta::assert_json_snapshot!(link, @r#"
    {
      "user_id": "1",
      "iracing_id": 801033,
      "proven": false,
      "consent": false,
      "linked_at": "2026-11-21T12:00:00Z"
    }
    "#);
    let agreed = links(&ada, json!({"consent": true})).await.unwrap();
    assert!(agreed.consent);
    assert_eq!(ada.get_iracing_id().await.unwrap(), agreed);
    let ben = garage.driver(2, "Ben", &[]).await;
    let taken = links(&ben, json!({"iracing_id": 801_033})).await;
    assert_eq!(refused(taken), "409 iracing_id_taken field=iracing_id");
    let stranger = garage.app.member(3);
    assert_eq!(
        refused(stranger.get_iracing_id().await),
        "404 not_registered"
    );
    ada.remove_iracing_id().await.unwrap();
    assert_eq!(
        refused(ada.remove_iracing_id().await),
        "404 iracing_not_linked"
    );
    links(&ben, json!({"iracing_id": 801_033})).await.unwrap();
}

#[tokio::test]
async fn a_file_of_iracing_is_compared_with_claims() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["15"]).await;
    let ben = garage.driver(2, "Ben", &["24"]).await;
    let cleo = garage.driver(3, "Cleo", &["77"]).await;
    // One of the two who have number 15.
    let file: Value = serde_json::from_str(R1).unwrap();
    let drivers = file["roster"].as_array().unwrap();
    let fifteen = drivers.iter().find(|it| it["car_number"] == "15").unwrap();
    let account = &fifteen["cust_id"];
    links(&ada, json!({"iracing_id": account, "consent": true}))
        .await
        .unwrap();
    let link = refused(uploads(&garage, R5).await);
    assert_eq!(link, "422 roster_unreadable");
    let imported = uploads(&garage, R1).await.unwrap();
    assert_eq!((imported.added, imported.roster.numbered), (45, 45));
    let state = ben.get_league_sync().await.unwrap();
    assert!(!state.live && state.tried_at.is_none() && state.next_at.is_none());
    assert_eq!(state.rosters, [imported.roster]);
    let counts = state.counts;
    assert_eq!(
        [
            counts.matches,
            counts.to_assign,
            counts.clashes,
            counts.roster_only,
            counts.doubled
        ],
        [1, 1, 1, 42, 1]
    );
    let matched = differences(&cleo, DifferenceKind::Match).await;
    assert_eq!(matched[0].drivers[0].user_id, Some(user(1)));
    assert_eq!(json!(matched[0].drivers[0].iracing_id), *account);
    assert_eq!(
        numbers(&differences(&cleo, DifferenceKind::ToAssign).await),
        [&car("77")]
    );
    assert_eq!(
        numbers(&differences(&cleo, DifferenceKind::Clash).await),
        [&car("24")]
    );
    let doubled = differences(&cleo, DifferenceKind::Doubled).await;
    assert_eq!(doubled[0].drivers.len(), 2);
    let named = doubled[0].drivers.iter().filter(|it| it.name.is_some());
    assert_eq!(named.count(), 1, "only who agreed is shown");
    let of = async |by: &Client, number| garage.status(by, number).await.claim.unwrap().state;
    assert_eq!(of(&ada, "15").await, ClaimState::Synced);
    assert_eq!(of(&ben, "24").await, ClaimState::Clash);
    assert_eq!(of(&cleo, "77").await, ClaimState::Pending);
}

#[tokio::test]
async fn numbers_of_one_value_are_compared_each_for_itself() {
    let garage = Garage::with(json!({"numbers_per_member": 4})).await;
    let ada = garage.driver(1, "Ada", &["1", "01", "001", "0001"]).await;
    let manager = garage.app.acting(78, MANAGE_GUILD);
    let file = Csv("cust_id,car_number\n5,1\n6,01\n7,001\n".to_owned());
    manager.upload_league_roster_csv(&file).await.unwrap();
    let claims = ada.list_number_claims(&given(json!({}))).await;
    let states = claims.unwrap().items.into_iter().map(|it| it.state);
    let clash = ClaimState::Clash;
    let expected = [clash, clash, clash, ClaimState::Pending];
    assert_eq!(states.collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn csv_is_a_roster_too_and_says_where_it_is_none() {
    let garage = Garage::new().await;
    let manager = garage.app.acting(78, MANAGE_GUILD);
    let upload = async |file: &str| {
        let file = Csv(file.to_owned());
        manager.upload_league_roster_csv(&file).await
    };
    let imported = upload("car_number;cust_id\r\n07;1\r\n;2\r\n")
        .await
        .unwrap();
    assert_eq!((imported.roster.drivers, imported.roster.numbered), (2, 1));
    let wrong = upload("cust_id,car_number\n1,7\nme,8\n").await;
    assert_eq!(refused(wrong), "422 roster_unreadable line=3");
    let state = manager.get_league_sync().await.unwrap();
    assert_eq!(state.rosters[0].drivers, 2, "what was known stays");
}

#[tokio::test]
async fn without_access_to_iracing_nothing_is_read() {
    let garage = Garage::new().await;
    let manager = garage.app.acting(78, MANAGE_GUILD);
    assert_eq!(refused(manager.sync_league().await), "409 league_not_set");
    let league = given(json!({"league_id": 7}));
    garage.admin().update_guild(&league).await.unwrap();
    assert_eq!(
        refused(manager.sync_league().await),
        "409 iracing_not_configured"
    );
}

#[tokio::test]
async fn a_roster_of_thousands_fits_into_one_request() {
    let garage = Garage::new().await;
    let driver = |it: i64| {
        json!({
            "cust_id": it, "display_name": format!("Driver {it}"), "car_number": null,
            "helmet": {"pattern": 11, "color1": "f4f4f4", "color2": "fcfcfc", "color3": "ffffff"},
            "league_member_since": "2025-11-27T19:53:21Z", "nick_name": null,
        })
    };
    let drivers: Vec<_> = (1..=6000).map(driver).collect();
    let imported = uploads(&garage, &json!({ "roster": drivers }).to_string()).await;
    let roster = imported.unwrap().roster;
    assert_eq!((roster.drivers, roster.numbered), (6000, 0));
    let counts = garage.admin().get_league_sync().await.unwrap().counts;
    assert_eq!(
        counts.roster_only, 0,
        "nobody has a number: one fact, and not 6,000 rows"
    );
}
