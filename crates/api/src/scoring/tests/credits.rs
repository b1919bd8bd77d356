//! The ledger follows results, whatever happens to them, and in whatever order.

use super::{League, service, store, table};
use crate::scoring::model::ScoringError;
use crate::seasons::SeasonError;
use crate::testing::{number, user};
use crate::{members, results, seasons};
use jiff::ToSpan;
use paddock_api_types::SubsessionId;
use paddock_api_types::members::{Level, VerifyMember};
use paddock_api_types::results::SetRound;
use paddock_api_types::scoring::ResultStandings;
use paddock_api_types::seasons::CreateSeason;
use std::sync::Arc;

#[tokio::test]
async fn the_ledger_follows_results_that_are_final() {
    let league = League::new().await;
    league.set(table(&[25, 18, 15], 0)).await;
    league.race(1, &[1, 2]).await;
    league.credit().await;
    assert_eq!(league.all_points().await, [0, 0, 0], "provisional");
    league.finish(1).await;
    league.credit().await;
    assert_eq!(league.all_points().await, [25, 18, 0]);

    // A correction swaps the first two.
    league.race(1, &[2, 1]).await;
    league.credit().await;
    assert_eq!(league.all_points().await, [18, 25, 0]);
    let entry = |points| (points, "Round 1".to_owned());
    assert_eq!(league.ledger(1).await, [entry(-7), entry(25)]);

    // The same again changes nothing.
    league.race(1, &[2, 1]).await;
    league.test.clock.advance(store::LOOK_AGAIN);
    assert!(service::has_work(&league.test.ctx).await.unwrap());
    league.credit().await;
    assert_eq!(league.ledger(1).await.len(), 2);

    let (admin, id) = (league.admin(), SubsessionId::new(1).unwrap());
    results::service::set_void(&admin, id, true).await.unwrap();
    league.credit().await;
    assert_eq!(league.all_points().await, [0, 0, 0], "void");
    results::service::set_void(&admin, id, false).await.unwrap();
    results::service::set_final(&admin, id, false)
        .await
        .unwrap();
    league.credit().await;
    assert_eq!(league.all_points().await, [0, 0, 0], "provisional again");
    results::service::delete(&admin, id).await.unwrap();
    league.credit().await;
    league.verify().await;
}

#[tokio::test]
async fn a_rule_that_is_set_or_removed_counts_at_once() {
    let league = League::new().await;
    league.raced(1, &[1, 2, 3]).await;
    league.set(table(&[10, 5], 0)).await;
    assert_eq!(league.all_points().await, [10, 5, 0]);
    league.set(table(&[25, 18, 15], 0)).await;
    assert_eq!(league.all_points().await, [25, 18, 15]);
    league.verify().await;
    let removed = service::remove_rule(&league.admin(), league.season).await;
    removed.unwrap();
    assert_eq!(league.all_points().await, [0, 0, 0]);
    let nothing = service::remove_rule(&league.admin(), league.season).await;
    assert!(matches!(nothing, Err(ScoringError::NoRule)), "{nothing:?}");
    let nothing = service::standings(&league.admin(), league.season).await;
    assert!(matches!(nothing, Err(ScoringError::NoRule)), "{nothing:?}");
}

#[tokio::test]
async fn a_round_that_is_dropped_later_is_taken_back() {
    let league = League::new().await;
    league.set(table(&[25, 18, 15], 1)).await;
    league.raced(1, &[2, 3, 1]).await;
    league.credit().await;
    assert_eq!(league.points(1).await, 15);
    league.raced(8, &[1, 2, 3]).await;
    league.credit().await;
    assert_eq!(league.points(1).await, 25);
    let expected = [(10, "Rounds 1-2".to_owned()), (15, "Round 1".to_owned())];
    assert_eq!(league.ledger(1).await, expected);
    // Both of member 1 in one round: nothing is dropped.
    let round = SetRound {
        league_season_id: None,
        number: Some(number(1)),
    };
    let moved = SubsessionId::new(8).unwrap();
    results::service::set_round(&league.admin(), moved, &round)
        .await
        .unwrap();
    league.credit().await;
    assert_eq!(league.points(1).await, 40);
    league.verify().await;
}

#[tokio::test]
async fn who_links_or_is_verified_later_is_credited_within_ten_minutes() {
    let league = League::new().await;
    league.test.register(4, "Late").await;
    league.link(4).await;
    league.set(table(&[25, 18], 0)).await;
    league.raced(1, &[4, 5]).await;
    league.credit().await;
    league.test.verified(5, "Later").await;
    league.link(5).await;
    members::service::verify(&league.admin(), user(4), VerifyMember::default())
        .await
        .unwrap();
    assert!(!service::has_work(&league.test.ctx).await.unwrap());
    league.test.clock.advance(store::LOOK_AGAIN);
    league.credit().await;
    assert_eq!((league.points(4).await, league.points(5).await), (25, 18));
}

#[tokio::test]
async fn a_season_is_credited_from_its_start_to_its_end() {
    let starts_in_an_hour = |new: &mut CreateSeason| new.starts_at += 25.hours();
    let league = League::with(starts_in_an_hour).await;
    league.raced(1, &[1, 2]).await;
    league.set(table(&[25, 18], 0)).await;
    league.test.clock.advance(store::LOOK_AGAIN);
    league.credit().await;
    let hour = std::time::Duration::from_hours(1);
    league.test.clock.advance(hour);
    league.credit().await;
    assert_eq!(league.points(1).await, 25);

    seasons::service::close(&league.admin(), league.season)
        .await
        .unwrap();
    league.race(1, &[2, 1]).await;
    league.credit().await;
    assert_eq!(league.points(1).await, 25);
    for refused in [
        service::set_rule(&league.admin(), league.season, table(&[1], 0))
            .await
            .err(),
        service::remove_rule(&league.admin(), league.season)
            .await
            .err(),
    ] {
        let closed = matches!(refused, Some(ScoringError::Season(SeasonError::Closed)));
        assert!(closed, "{refused:?}");
    }
    // Nobody looks at a closed season again.
    league.test.clock.advance(hour);
    assert!(!service::has_work(&league.test.ctx).await.unwrap());
}

#[tokio::test]
async fn a_clock_that_was_ahead_delays_nothing() {
    let league = League::new().await;
    let day = std::time::Duration::from_hours(24);
    league.test.clock.advance(day);
    league.set(table(&[25, 18], 0)).await;
    league.test.clock.step_back(day);
    assert!(service::has_work(&league.test.ctx).await.unwrap());
    league.credit().await;
}

#[tokio::test]
async fn a_penalty_takes_points_until_it_is_taken_back() {
    let league = League::new().await;
    league.set(table(&[25, 18, 15], 0)).await;
    league.raced(1, &[1, 2]).await;
    league.credit().await;
    let penalty = league.penalty(1, 10).await;
    assert_eq!(league.points(1).await, 15);
    let entry = (-10, "Cut the chicane".to_owned());
    assert_eq!(league.ledger(1).await[0], entry);
    let told = |it: &ResultStandings| {
        let rows = it.items.iter();
        rows.map(|it| (it.place, it.user_id.get(), it.points, it.penalty))
            .collect::<Vec<_>>()
    };
    let expected = [(1, 2, 18, 0), (2, 1, 15, 10)];
    assert_eq!(told(&league.standings().await), expected);
    // It is neither dropped nor given back by what is credited again.
    league.race(1, &[2, 1]).await;
    league.credit().await;
    assert_eq!(league.points(1).await, 8);
    league.verify().await;

    let page = || crate::page::PageRequest::parse(Some(1), None).unwrap();
    let listed = service::list_penalties(&league.admin(), league.season, page()).await;
    assert_eq!(listed.unwrap().items, std::slice::from_ref(&penalty));
    let remove = || async {
        let op = league.admin();
        service::remove_penalty(&op, league.season, penalty.id).await
    };
    remove().await.unwrap();
    assert_eq!(league.points(1).await, 18);
    let again = remove().await;
    assert!(
        matches!(again, Err(ScoringError::PenaltyNotFound)),
        "{again:?}"
    );
    league.verify().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_at_once_everybody_has_what_they_are_due() {
    let league = Arc::new(League::new().await);
    league.set(table(&[25, 18, 15], 1)).await;
    let mut tasks = Vec::new();
    for writer in 0..6_i64 {
        let league = league.clone();
        tasks.push(tokio::spawn(async move {
            for step in 0..4 {
                match (writer, step) {
                    (0 | 1, _) => {
                        let day = 1 + 4 * writer + step;
                        let order = [[1, 2, 3], [2, 3, 1], [3, 1, 2]];
                        let order = order[usize::try_from(step % 3).unwrap()];
                        league.raced(day, &order).await;
                    }
                    (2, _) => {
                        let points = [25, 20, 15 - step];
                        league.set(table(&points, step)).await;
                    }
                    (3, _) => drop(league.penalty(1 + step % 3, 1).await),
                    _ => service::credit_due(&league.test.ctx).await.unwrap(),
                }
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    league.credit().await;
    league.verify().await;
    let rounds = league.standings().await.rounds;
    assert_eq!(rounds, (1..=8).collect::<Vec<_>>());
}

#[tokio::test]
async fn an_erased_member_has_no_credit_and_no_penalty() {
    let league = League::new().await;
    league.set(table(&[25, 18], 0)).await;
    league.raced(1, &[1, 2]).await;
    league.credit().await;
    league.penalty(1, 3).await;
    let op = league.test.by(1, Level::Verified);
    let export = crate::privacy::service::export(&op).await.unwrap();
    assert_eq!(export.result_points[0].points, 25);
    assert_eq!(export.penalties[0].points, 3);
    crate::privacy::service::erase(&op).await.unwrap();
    league.test.clock.advance(store::LOOK_AGAIN);
    league.credit().await;
    let credits = store::credits_of_member(&op.ctx.db, op.guild(), user(1)).await;
    assert_eq!(credits.unwrap(), []);
    assert_eq!(league.points(2).await, 18);
}
