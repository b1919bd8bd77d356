//! Every file is kept, once.

use super::{Kept, actions, keep, result, service};
use crate::league;
use crate::operation::Operation;
use crate::results::model::content::{Content, Row};
use crate::testing::{TestContext, guild, user};
use paddock_api_types::CustId;
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_api_types::results::{ResultField, SubsessionKind};
use paddock_iracing::Subsession;

/// What was computed from the files by other means: rows, laps, incidents and points of the league's
/// own system, over all sessions, of teams and drivers alike.
const FILES: [(&str, [i64; 4]); 7] = [
    ("04-export-league-team-2026-02", [170, 10178, 2632, 0]),
    ("04-export-league-team-2026-02-trimmed", [25, 1482, 290, 0]),
    ("05-export-league-heats-2026-02", [15, 334, 87, 0]),
    (
        "08-export-league-heats-30cars-2025-02",
        [150, 883, 705, 718],
    ),
    ("10-api-official-heats-2020-trimmed", [16, 117, 10, 0]),
    (
        "11-api-league-2class-club-2024-05-licenses",
        [147, 1583, 1269, 0],
    ),
    ("14-api-league-heats-2022-11", [25, 300, 275, 0]),
];

async fn kept(op: &Operation, id: i64) -> Content {
    let (db, guild) = (&op.ctx.db, op.guild());
    let kept = db.transact(|mut tx| async move {
        let kept = service::content(&mut tx, guild, id).await?;
        tx.commit(kept).await
    });
    kept.await.unwrap().unwrap().1
}

#[tokio::test]
async fn every_file_is_kept_with_its_totals_and_twice_without_a_change() {
    for (name, totals) in FILES {
        let test = TestContext::new().await;
        let op = test.admin();
        let subsession = result(name);
        assert_eq!(keep(&op, &subsession).await, Kept::New, "{name}");
        let content = kept(&op, subsession.subsession_id).await;
        let sum = |of: fn(&Row) -> Option<i64>| content.rows.iter().filter_map(of).sum::<i64>();
        let found = [
            i64::try_from(content.rows.len()).unwrap(),
            sum(|row| row.laps),
            sum(|row| row.incidents),
            sum(|row| row.league_points),
        ];
        assert_eq!(found, totals, "{name}");
        let log = actions(&test).await;
        assert_eq!(keep(&op, &subsession).await, Kept::Same, "{name}");
        assert_eq!(actions(&test).await, log, "{name}");
        assert_eq!(kept(&op, subsession.subsession_id).await, content, "{name}");
    }
}

/// A race on this day of January, with one driver.
fn race(subsession: i64, season: Option<i64>, day: u8) -> Subsession {
    let mut race = result("05-export-league-heats-2026-02");
    race.subsession_id = subsession;
    race.league_season_id = season;
    race.start_time = Some(format!("2026-01-{day:02}T20:00:00Z").parse().unwrap());
    race
}

async fn rounds(op: &Operation, season: i64) -> Vec<(i64, i64)> {
    let parts = service::rounds_of_season(&op.ctx.db, op.guild(), season).await;
    let parts = parts.unwrap().into_iter();
    parts
        .map(|part| (part.subsession_id, part.number))
        .collect()
}

#[tokio::test]
async fn a_correction_takes_the_place_of_all_rows_and_says_nothing_of_who_drove() {
    let test = TestContext::new().await;
    let op = test.admin();
    let first = result("08-export-league-heats-30cars-2025-02");
    keep(&op, &first).await;
    let mut second = first.clone();
    let race = second
        .session_results
        .iter_mut()
        .find(|it| it.is_race())
        .unwrap();
    race.results[3].league_points = Some(99);
    race.results[4].display_name = Some("Somebody Else".to_owned());
    race.results.pop();
    let Kept::Corrected(found) = keep(&op, &second).await else {
        panic!("not corrected");
    };
    let fields: Vec<_> = found.iter().map(|it| it.field).collect();
    for field in [
        ResultField::LeaguePoints,
        ResultField::Details,
        ResultField::Removed,
    ] {
        assert!(fields.contains(&field), "{fields:?}");
    }
    assert_eq!(fields.len(), 3, "{found:?}");
    assert!(!format!("{found:?}").contains("Somebody"));
    assert_eq!(kept(&op, first.subsession_id).await, Content::of(&second));
    assert_eq!(
        actions(&test).await[..2],
        ["result.corrected", "result.imported"]
    );
    // The order of the parts says nothing.
    second.session_results.reverse();
    assert_eq!(keep(&op, &second).await, Kept::Same);
}

#[tokio::test]
async fn known_are_those_that_are_kept_in_the_guild() {
    let test = TestContext::new().await;
    let op = test.admin();
    for id in [5, 70, 123] {
        keep(&op, &race(id, None, 1)).await;
    }
    let asked: Vec<i64> = (1..=120).chain([123]).collect();
    let db = &test.ctx.db;
    let known = service::known(db, guild(1), &asked).await.unwrap();
    assert_eq!(known.into_iter().collect::<Vec<_>>(), [5, 70, 123]);
    assert!(
        service::known(db, guild(2), &asked)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(service::known(db, guild(1), &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_driver_s_history_has_their_own_row_of_each_subsession() {
    let test = TestContext::new().await;
    let op = test.admin();
    let team = result("04-export-league-team-2026-02-trimmed");
    let of_race = team.session_results.iter().find(|it| it.is_race()).unwrap();
    let driver = of_race.results[0].driver_results[0].clone();
    keep(&op, &team).await;
    let account = driver.cust_id.unwrap();
    for (id, day) in [(1, 3), (2, 9)] {
        let mut race = race(id, None, day);
        race.league_id = None;
        for part in &mut race.session_results {
            part.results[0].cust_id = Some(account);
        }
        keep(&op, &race).await;
    }
    let db = &test.ctx.db;
    let (history, total) = service::driven_by(db, guild(1), account, 10, 0)
        .await
        .unwrap();
    let ids: Vec<_> = history.iter().map(|it| it.header.subsession_id).collect();
    assert_eq!((ids, total), (vec![team.subsession_id, 2, 1], 3));
    let own = &history[0];
    assert_eq!(own.row.laps, driver.laps_complete);
    assert_eq!(
        (own.session_kind, own.header.kind()),
        (Some(6), SubsessionKind::League)
    );
    assert_eq!(history[1].session_name.as_deref(), Some("FEATURE"));
    assert_eq!(history[1].header.kind(), SubsessionKind::Hosted);
    let (page, total) = service::driven_by(db, guild(1), account, 1, 1)
        .await
        .unwrap();
    assert_eq!((page[0].header.subsession_id, total), (2, 3));
    let (none, total) = service::driven_by(db, guild(2), account, 10, 0)
        .await
        .unwrap();
    assert_eq!((none, total), (Vec::new(), 0));
}

#[tokio::test]
async fn rounds_follow_the_days_whatever_order_they_are_imported_in() {
    let test = TestContext::new().await;
    let op = test.admin();
    for (id, season, day) in [(30, 7, 30), (9, 7, 9), (31, 7, 30), (16, 7, 16), (1, 8, 1)] {
        keep(&op, &race(id, Some(season), day)).await;
    }
    assert_eq!(rounds(&op, 7).await, [(9, 1), (16, 2), (30, 3), (31, 3)]);
    assert_eq!(rounds(&op, 8).await, [(1, 1)]);
    // A test session is no round, and neither is one that moves to another season.
    let mut practice = race(20, Some(7), 20);
    practice.session_results.retain(|part| !part.is_race());
    keep(&op, &practice).await;
    keep(&op, &race(16, Some(8), 16)).await;
    assert_eq!(rounds(&op, 7).await, [(9, 1), (30, 2), (31, 2)]);
    assert_eq!(rounds(&op, 8).await, [(1, 1), (16, 2)]);
}

#[tokio::test]
async fn seasons_that_changed_equally_often_are_numbered_each_by_itself() {
    let test = TestContext::new().await;
    let op = test.admin();
    for (id, season, day) in [(1, 7, 1), (2, 8, 2), (3, 7, 3), (4, 8, 4), (5, 9, 5)] {
        keep(&op, &race(id, Some(season), day)).await;
    }
    assert_eq!(rounds(&op, 7).await, [(1, 1), (3, 2)]);
    assert_eq!(rounds(&op, 8).await, [(2, 1), (4, 2)]);
    assert_eq!(rounds(&op, 9).await, [(5, 1)]);
}

#[tokio::test]
async fn who_was_erased_stays_erased_when_the_file_comes_again() {
    let test = TestContext::new().await;
    test.verified(5, "Ada").await;
    let op = test.admin();
    let heats = result("05-export-league-heats-2026-02");
    let account = heats.session_results[0].results[0].cust_id.unwrap();
    keep(&op, &heats).await;
    let ada = test.by(5, Level::Verified);
    let link = LinkIracing {
        iracing_id: CustId::new(account),
        consent: None,
    };
    league::service::set(&ada, &link).await.unwrap();
    let db = &test.ctx.db;
    let op = &op;
    let gone = db.transact(|mut tx| async move {
        service::erase(&mut tx, op, user(5), None).await?;
        tx.commit(()).await
    });
    gone.await.unwrap();
    let erased = kept(op, heats.subsession_id).await;
    let rows = || erased.rows.iter();
    assert_eq!(rows().filter(|row| row.erased).count(), 5);
    assert!(rows().all(|row| row.cust_id != Some(account)));
    assert!(rows().all(|row| row.cust_id.is_some() != row.erased));
    assert!(rows().all(|row| row.name.is_some() != row.erased));
    assert_eq!(keep(op, &heats).await, Kept::Same);
    let mut corrected = heats.clone();
    for part in &mut corrected.session_results {
        part.results[0].league_points = Some(12);
    }
    assert!(matches!(keep(op, &corrected).await, Kept::Corrected(_)));
    let again = kept(op, heats.subsession_id).await;
    assert!(again.rows.iter().all(|row| row.cust_id != Some(account)));
}

/// The test build is slow; in release it is a fraction of this.
#[tokio::test]
async fn a_race_of_many_drivers_is_kept_at_once() {
    let test = TestContext::new().await;
    let op = test.admin();
    let mut large = result("08-export-league-heats-30cars-2025-02");
    for part in &mut large.session_results {
        let second = part.results.clone();
        part.results.extend(second.into_iter().map(|mut row| {
            row.cust_id = row.cust_id.map(|id| id + 1_000_000);
            row
        }));
    }
    let began = std::time::Instant::now();
    assert_eq!(keep(&op, &large).await, Kept::New);
    let first = began.elapsed();
    let began = std::time::Instant::now();
    assert_eq!(keep(&op, &large).await, Kept::Same);
    println!(
        "60 drivers in 5 sessions: {first:?}, again {:?}",
        began.elapsed()
    );
    assert_eq!(kept(&op, large.subsession_id).await.rows.len(), 300);
}
