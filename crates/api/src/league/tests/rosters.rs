//! Rosters: what is kept of them, and what others see.

use super::linked;
use crate::db::Error;
use crate::league::model::Driver;
use crate::league::service;
use crate::league::store::{drivers, rosters};
use crate::testing::{TestContext, guild, user};
use jiff::Timestamp;
use paddock_api_types::CarNumber;
use paddock_api_types::league::RosterSource;

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
    let roster = rosters::Roster {
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
