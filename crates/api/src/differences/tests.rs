//! Claims beside a roster that changes in iRacing, and how long it takes to compare many.

use super::service;
use crate::guilds;
use crate::league::{self, Track};
use crate::numbers;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::testing::{TestContext, guild, number, user};
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::league::{Difference, DifferenceKind as Kind, LinkIracing, RosterFile};
use paddock_api_types::members::Level;
use paddock_api_types::numbers::{ClaimNumber, ImportNumbersQuery};
use paddock_api_types::{CarNumber, CustId};
use paddock_sim_iracing::LEAGUE_ID;
use serde_json::json;
use std::fmt::Write as _;

const MARA: i64 = 812_345;
const TOBI: i64 = 900_222;

fn car(number: &str) -> CarNumber {
    CarNumber::new(number).unwrap()
}

async fn claims(test: &TestContext, member: i64, digits: &str) {
    let op = test.by(member, Level::Verified);
    let claim = ClaimNumber::default();
    numbers::service::claim(&op, &car(digits), &claim)
        .await
        .unwrap();
}

async fn links(test: &TestContext, member: i64, account: i64, consent: bool) {
    let asked = LinkIracing {
        iracing_id: CustId::new(account),
        consent: Some(consent),
    };
    let op = test.by(member, Level::Verified);
    league::service::set(&op, &asked).await.unwrap();
}

/// All of a kind, read two at a time.
async fn all(op: &Operation, kind: Option<Kind>) -> Vec<Difference> {
    let mut all = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let page = PageRequest::parse(Some(2), cursor.as_deref()).unwrap();
        let page = service::list(op, kind, page).await.unwrap();
        all.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            return all;
        }
    }
}

async fn of(track: &Track, kind: Kind) -> Vec<String> {
    let all = all(&track.admin(guild(1)), Some(kind)).await.into_iter();
    all.map(|it| it.number.as_str().to_owned()).collect()
}

#[tokio::test]
async fn claims_follow_what_the_league_assigns() {
    let track = Track::new().await;
    for (member, name) in [(1, "Mara"), (2, "Tobi"), (3, "Jo")] {
        track.test.verified(member, name).await;
    }
    claims(&track.test, 1, "77").await;
    claims(&track.test, 2, "200").await;
    claims(&track.test, 3, "300").await;
    links(&track.test, 1, MARA, false).await;
    links(&track.test, 2, TOBI, true).await;
    let counts = service::get(&track.admin(guild(1))).await.unwrap().counts;
    assert_eq!(
        (counts.to_assign, counts.roster_only),
        (3, 0),
        "no roster yet"
    );
    track.sync().await.unwrap();
    let state = service::get(&track.admin(guild(1))).await.unwrap();
    assert_eq!(state.league_id, Some(LEAGUE_ID));
    assert!(state.live && state.failure.is_none() && state.next_at > state.tried_at);
    assert_eq!(state.counts.to_assign, 3);
    // `07`, `118` and seven others; `15` is one number of two drivers.
    assert_eq!((state.counts.roster_only, state.counts.doubled), (9, 1));
    let waits = all(&track.admin(guild(1)), Some(Kind::ToAssign)).await;
    let holder = waits[0].holder.as_ref().unwrap();
    assert_eq!(holder.roster_number, Some(car("07")));
    assert_eq!((holder.linked, holder.iracing_id), (true, None));
    let tobi = waits[1].holder.as_ref().unwrap();
    assert_eq!(tobi.iracing_id, Some(TOBI));

    track.sim.set_number(LEAGUE_ID, MARA, Some("77"));
    track.sim.set_number(LEAGUE_ID, TOBI, Some("300"));
    track.sync().await.unwrap();
    assert_eq!(of(&track, Kind::Match).await, ["77"]);
    assert_eq!(of(&track, Kind::ToAssign).await, ["200"]);
    assert_eq!(of(&track, Kind::Clash).await, ["300"]);
    let clash = all(&track.admin(guild(1)), Some(Kind::Clash)).await;
    assert_eq!(clash[0].drivers[0].name.as_deref(), Some("Tobi Okafor"));
    assert_eq!(clash[0].drivers[0].user_id, Some(user(2)));
    // Without her consent only the number is shown, and none of this is another guild's.
    let matched = all(&track.admin(guild(1)), Some(Kind::Match)).await;
    assert_eq!(
        (
            &matched[0].drivers[0].name,
            matched[0].drivers[0].iracing_id
        ),
        (&None, None)
    );
    assert_eq!(all(&track.admin(guild(2)), None).await, []);
    let everything = all(&track.admin(guild(1)), None).await;
    let state = service::get(&track.admin(guild(1))).await.unwrap();
    let counts = state.counts;
    let counted = counts.matches + counts.to_assign + counts.clashes;
    let counted = counted + counts.roster_only + counts.doubled;
    assert_eq!(everything.len(), counted as usize);
}

#[tokio::test]
async fn a_repeated_reading_is_answered_as_the_first() {
    let track = Track::new().await;
    let op = track.admin(guild(1)).keyed("key", "same");
    let first = service::sync(&op).await.unwrap();
    assert_eq!(first.rosters[0].drivers, 12);
    assert_eq!(service::sync(&op).await.unwrap(), first);
    assert_eq!(track.sim.count("data/league/roster"), 1);
}

#[tokio::test]
async fn consent_is_taken_back_at_once() {
    let track = Track::new().await;
    track.test.verified(1, "Mara").await;
    links(&track.test, 1, MARA, true).await;
    track.sync().await.unwrap();
    let op = track.admin(guild(1));
    let shown = format!("{:?}", all(&op, None).await);
    assert!(
        shown.contains("812345") && shown.contains("[Am] Mara L."),
        "{shown}"
    );
    links(&track.test, 1, MARA, false).await;
    let hidden = format!("{:?}", all(&op, None).await);
    assert!(
        !hidden.contains("812345") && !hidden.contains("Mara"),
        "{hidden}"
    );
    let league = UpdateGuild {
        league_holds_consent: Some(Some(true)),
        ..UpdateGuild::default()
    };
    guilds::service::update(&op, &league).await.unwrap();
    let held = format!("{:?}", all(&op, None).await);
    assert!(
        held.contains("812345") && held.contains("Tobi Okafor"),
        "{held}"
    );
}

#[tokio::test]
async fn six_thousand_claims_are_compared_with_six_thousand_drivers() {
    let test = TestContext::new().await;
    let wide = UpdateGuild {
        number_max: Some(Some(number(9999))),
        numbers_per_member: Some(Some(number(100))),
        ..UpdateGuild::default()
    };
    guilds::service::update(&test.admin(), &wide).await.unwrap();
    let mut file = "number,user_id\n".to_owned();
    for member in 1..=60 {
        test.verified(member, "somebody").await;
        for place in 0..100 {
            writeln!(file, "{},{member}", (member - 1) * 100 + place).unwrap();
        }
    }
    let query = ImportNumbersQuery { dry_run: false };
    let imported = numbers::service::import(&test.admin(), &query, &file).await;
    assert_eq!(imported.unwrap().claimed, 6000);
    let driver = |it: i64| json!({"cust_id": it + 1, "car_number": (it + 3000).to_string()});
    let drivers: Vec<_> = (0..6000).map(driver).collect();
    let roster = RosterFile(json!({ "roster": drivers }));
    league::service::upload(&test.admin(), &roster)
        .await
        .unwrap();
    let began = std::time::Instant::now();
    let state = service::get(&test.admin()).await.unwrap();
    let took = began.elapsed();
    let counts = state.counts;
    assert_eq!(
        (counts.to_assign, counts.clashes, counts.roster_only),
        (3000, 3000, 3000)
    );
    let page = PageRequest::parse(Some(200), None).unwrap();
    let began = std::time::Instant::now();
    let page = service::list(&test.admin(), Some(Kind::RosterOnly), page).await;
    println!(
        "6,000 against 6,000: {took:?}, a page {:?}",
        began.elapsed()
    );
    assert_eq!(page.unwrap().items[0].number, car("6000"));
}
