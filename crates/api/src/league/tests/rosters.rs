//! Rosters: what is kept of them, and what others see.

use super::{linked, log};
use crate::db::Error;
use crate::league::model::LeagueError;
use crate::league::model::rosters::{Driver, Roster};
use crate::league::service;
use crate::league::store::{drivers, rosters};
use crate::testing::{TestContext, guild, user};
use futures_util::future::join_all;
use jiff::Timestamp;
use paddock_api_types::CarNumber;
use paddock_api_types::league::{RosterFile, RosterImported, RosterSource};
use paddock_api_types::members::Level;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

fn driver(cust_id: i64, number: &str) -> Driver {
    Driver {
        cust_id,
        number: CarNumber::new(number).ok(),
        name: Some(format!("driver {cust_id}")),
    }
}

/// A roster as it is stored, in guild 1.
async fn keep(test: &TestContext, source: RosterSource, at: i64, on_it: &[Driver]) {
    let count = u32::try_from(on_it.len()).unwrap();
    let roster = Roster {
        source,
        taken_at: Timestamp::from_second(at).unwrap(),
        drivers: count,
        numbered: count,
        version: 0,
    };
    let done: Result<(), Error> = test
        .ctx
        .db
        .transact(|mut tx| {
            let roster = &roster;
            async move {
                rosters::save(&mut tx, guild(1), roster, None).await?;
                let all: Vec<_> = on_it.iter().collect();
                drivers::insert(&mut tx, guild(1), source, &all).await?;
                tx.commit(()).await
            }
        })
        .await;
    done.unwrap();
}

#[tokio::test]
async fn numbers_are_those_of_the_newest_roster_with_who_linked_them() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    linked(&test, 1, 70).await;
    let none = service::drivers_between(&test.ctx.db, guild(1), 0, 9_999).await;
    assert_eq!(none.unwrap(), []);
    let newest = [
        driver(70, "7"),
        driver(71, "07"),
        driver(72, "12"),
        driver(73, "none"),
        driver(74, "7"),
    ];
    keep(&test, RosterSource::Live, 1, &[driver(70, "5")]).await;
    keep(&test, RosterSource::File, 3, &newest).await;
    keep(&test, RosterSource::Csv, 2, &[driver(70, "6")]).await;
    let found = service::drivers_between(&test.ctx.db, guild(1), 5, 11).await;
    let found: Vec<_> = found
        .unwrap()
        .into_iter()
        .map(|it| (it.number.as_str().to_owned(), it.cust_id, it.user_id))
        .collect();
    let expected = [
        ("07".to_owned(), 71, None),
        ("7".to_owned(), 70, Some(user(1))),
        ("7".to_owned(), 74, None),
    ];
    assert_eq!(found, expected);
    let elsewhere = service::drivers_between(&test.ctx.db, guild(2), 0, 9_999).await;
    assert_eq!(elsewhere.unwrap(), []);
}

const R1: &str =
    include_str!("../../../../iracing/tests/fixtures/r1-league-roster-45-dup15-zeros.json");
const R5: &str =
    include_str!("../../../../iracing/tests/fixtures/r5-league-roster-first-answer-data_url.json");

fn file(json: &str) -> RosterFile {
    RosterFile(serde_json::from_str(json).unwrap())
}

/// A league as large as the largest one, in which the numbers begin with this one.
fn large(first: i64) -> RosterFile {
    let member = |it: i64| {
        json!({
            "cust_id": 100_000 + it, "display_name": format!("Driver Number {it}"),
            "car_number": ((first + it) % 1000).to_string(), "nick_name": null,
        })
    };
    let members: Vec<_> = (0..6000).map(member).collect();
    RosterFile(json!({"type": "league_roster", "data": {"roster": members}}))
}

fn counts(imported: &RosterImported) -> [u32; 5] {
    let RosterImported {
        roster,
        added,
        changed,
        removed,
    } = imported;
    [roster.drivers, roster.numbered, *added, *changed, *removed]
}

async fn stored(test: &TestContext, source: RosterSource) -> Vec<Driver> {
    let of_roster = drivers::of_roster(&test.ctx.db, guild(1), source);
    of_roster.await.unwrap()
}

#[tokio::test]
async fn a_roster_of_iracing_is_kept_as_it_is() {
    let test = TestContext::new().await;
    let first = service::upload(&test.admin(), &file(R5)).await;
    assert!(matches!(first, Err(LeagueError::Unreadable { .. })));
    let imported = service::upload(&test.admin(), &file(R1)).await.unwrap();
    assert_eq!(counts(&imported), [45, 45, 45, 0, 0]);
    assert!(imported.roster.current);
    let numbers = service::drivers_between(&test.ctx.db, guild(1), 0, 15).await;
    let numbers: Vec<_> = numbers.unwrap().into_iter().map(|it| it.number).collect();
    let twice = numbers.iter().filter(|it| it.as_str() == "15");
    assert_eq!(twice.count(), 2);
    for number in ["1", "01", "001", "9", "09"] {
        let number = CarNumber::new(number).unwrap();
        assert!(numbers.contains(&number), "{number:?}");
    }
    let entries = log(&test).await;
    assert_eq!(entries[0].action, "league.roster_uploaded");
    let said = json!({
        "source": "file", "drivers": 45, "numbered": 45, "added": 45, "changed": 0, "removed": 0,
    });
    assert_eq!(json!(entries[0].after), said);
    let wrapped = format!("{{\"type\": \"league_roster\", \"data\": {R1}}}");
    let again = service::upload(&test.admin(), &file(&wrapped))
        .await
        .unwrap();
    assert_eq!(counts(&again), [45, 45, 0, 0, 0]);
}

#[tokio::test]
async fn a_large_roster_is_kept_by_what_differs() {
    let test = TestContext::new().await;
    let mut took = Vec::new();
    for (first, expected) in [
        (0, [6000, 6000, 6000, 0, 0]),
        (1, [6000, 6000, 0, 6000, 0]),
        (1, [6000, 6000, 0, 0, 0]),
    ] {
        let began = std::time::Instant::now();
        let imported = service::upload(&test.admin(), &large(first)).await;
        took.push(began.elapsed());
        assert_eq!(counts(&imported.unwrap()), expected);
    }
    println!("6,000 new, 6,000 changed, none changed: {took:?}");
    let kept = stored(&test, RosterSource::File).await;
    assert_eq!(kept.len(), 6000);
    let number = CarNumber::new("1").unwrap();
    assert_eq!(kept[0].number, Some(number));
    let imported = service::upload(&test.admin(), &file(R1)).await.unwrap();
    assert_eq!(counts(&imported), [45, 45, 45, 0, 6000]);
}

#[tokio::test]
async fn each_source_keeps_its_own_roster_and_the_newest_counts() {
    let test = TestContext::new().await;
    let json = r#"{"roster": [{"cust_id": 1, "car_number": "7"}]}"#;
    service::upload(&test.admin(), &file(json)).await.unwrap();
    test.clock.advance(Duration::from_secs(1));
    let csv = "car_number;cust_id;nick_name\n0;1;Ada\n;2;\n";
    let imported = service::upload_csv(&test.admin(), csv).await.unwrap();
    assert_eq!(counts(&imported), [2, 1, 2, 0, 0]);
    assert!(imported.roster.current);
    let found = service::drivers_between(&test.ctx.db, guild(1), 0, 9).await;
    assert_eq!(found.unwrap()[0].number.as_str(), "0");
    assert_eq!(stored(&test, RosterSource::File).await.len(), 1);
    test.clock.advance(Duration::from_secs(1));
    service::upload(&test.admin(), &file(json)).await.unwrap();
    let found = service::drivers_between(&test.ctx.db, guild(1), 0, 9).await;
    assert_eq!(found.unwrap()[0].number.as_str(), "7");
}

#[tokio::test]
async fn of_two_rosters_at_once_one_stands_whole() {
    let test = TestContext::new().await;
    let roster = |number: i64| {
        let member = |id: i64| json!({"cust_id": id, "car_number": number.to_string()});
        let members: Vec<_> = (number..number + 120).map(member).collect();
        RosterFile(json!({ "roster": members }))
    };
    let files: Vec<_> = (1..=6).map(roster).collect();
    let op = test.admin();
    let all = join_all(files.iter().map(|file| service::upload(&op, file))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let kept = stored(&test, RosterSource::File).await;
    let numbers: BTreeSet<_> = kept.iter().map(|it| it.value().unwrap()).collect();
    assert_eq!((kept.len(), numbers.len()), (120, 1), "{numbers:?}");
}

#[tokio::test]
async fn a_member_is_erased_from_every_roster() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    linked(&test, 1, 801_033).await;
    service::upload(&test.admin(), &file(R1)).await.unwrap();
    let csv = "cust_id,car_number\n801033,501\n801040,\n";
    service::upload_csv(&test.admin(), csv).await.unwrap();
    let op = test.by(1, Level::Verified);
    let mut export = crate::privacy::service::export(&op).await.unwrap();
    let link = export.iracing.take().unwrap();
    assert_eq!((link.user_id, link.iracing_id), (user(1), 801_033));
    crate::privacy::service::erase(&op).await.unwrap();
    for (source, left) in [(RosterSource::File, 44), (RosterSource::Csv, 1)] {
        let kept = stored(&test, source).await;
        assert_eq!(kept.len(), left);
        assert!(kept.iter().all(|it| it.cust_id != 801_033));
        let numbered = kept.iter().filter(|it| it.number.is_some()).count();
        let rosters = rosters::list(&test.ctx.db, guild(1)).await.unwrap();
        let roster = rosters.into_iter().find(|it| it.source == source).unwrap();
        let counted = [roster.drivers, roster.numbered].map(|it| it as usize);
        assert_eq!(counted, [left, numbered]);
    }
}
