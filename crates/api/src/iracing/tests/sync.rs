//! Reading sessions: once each, completely in the end, and never at the cost of what is known.

use super::{IracingError, MARA, Track, ada};
use crate::iracing::service;
use crate::iracing::store::accounts;
use crate::members;
use crate::results;
use crate::testing::{guild, user};
use futures_util::TryStreamExt as _;
use paddock_api_types::SubsessionId;
use paddock_api_types::iracing::{DrivenSession, IracingSynced, ListDrivenSessionsQuery};
use paddock_api_types::members::Level;
use paddock_api_types::results::ResultSource;
use paddock_sim_iracing::{Fault, LEAGUE_ID};
use serde_json::json;
use std::time::Duration;

const SEARCH: &str = "data/results/search_hosted";
const RESULTS: &str = "data/results/get";
/// The first round of the league of the stand-in.
const ROUND: i64 = 80_000_000 + LEAGUE_ID * 1_000;

impl Track {
    /// Syncs by hand, a minute after the last time.
    async fn sync(&self) -> IracingSynced {
        self.minutes(1);
        service::sync(&self.op()).await.unwrap()
    }

    async fn job(&self) {
        service::sync_due(self.ctx()).await.unwrap();
    }

    async fn sessions(&self) -> Vec<DrivenSession> {
        let all = ListDrivenSessionsQuery::default();
        service::list(&self.op(), &all).await.unwrap().sessions
    }

    async fn complete(&self) -> usize {
        let sessions = self.sessions().await.into_iter();
        sessions
            .filter(|it| it.participant.laps_completed.is_some())
            .count()
    }

    /// Minutes until the account is looked after again.
    async fn next(&self) -> i64 {
        let account = accounts::lookup(&self.ctx().db, ada())
            .await
            .unwrap()
            .unwrap();
        let next = account.next_sync_at.unwrap();
        next.duration_since(self.ctx().now()).as_mins()
    }

    fn count(&self, path: &str) -> usize {
        self.sim.count(path)
    }
}

#[tokio::test]
async fn sessions_are_read_once_and_a_second_sync_changes_nothing() {
    let track = Track::connected().await;
    let first = track.sync().await;
    assert_eq!((first.synced, first.errors), (3, 0), "{first:?}");
    let sessions = track.sessions().await;
    assert_eq!(sessions.len(), 3);
    assert!(sessions.is_sorted_by(|a, b| a.start_time >= b.start_time));
    let it = &sessions[2];
    assert_eq!(it.league_id, Some(LEAGUE_ID));
    assert_eq!(it.participant.laps_completed, Some(26));
    assert!(
        it.participant
            .finish_position
            .is_some_and(|place| place > 0)
    );
    let best = it.participant.best_lap_time.unwrap();
    assert!((100.0..200.0).contains(&best), "seconds: {best}");
    let second = track.sync().await;
    assert_eq!((second.synced, second.errors), (0, 0));
    assert_eq!(track.sessions().await, sessions);
    assert_eq!(track.count(RESULTS), 3);
}

#[tokio::test]
async fn an_account_that_raced_this_week_is_looked_after_every_five_minutes() {
    let track = Track::connected().await;
    track.job().await;
    assert_eq!(track.sessions().await.len(), 3);
    assert_eq!(track.next().await, 5);
    track.job().await;
    assert_eq!(track.count(SEARCH), 1, "it is not due yet");
    // It was half a week ago, and is more than a week ago then.
    track.minutes(4 * 24 * 60);
    track.job().await;
    assert_eq!(track.next().await, 120);
}

#[tokio::test]
async fn asking_again_at_once_is_answered_and_asks_nothing() {
    let track = Track::connected().await;
    track.sync().await;
    let again = service::sync(&track.op()).await.unwrap();
    assert_eq!(again.message, "Your sessions were read a moment ago.");
    assert_eq!((again.synced, again.errors), (0, 0));
    assert_eq!(track.count(SEARCH), 1);
}

#[tokio::test]
async fn results_that_are_missing_are_kept_as_far_as_known_and_asked_for_again() {
    let track = Track::connected().await;
    track.sim.fail_next(RESULTS, Fault::Status(404), 1);
    let first = track.sync().await;
    assert_eq!((first.synced, first.errors), (3, 1));
    let expected = format!("Session {ROUND}: iRacing has no results of it yet.");
    assert_eq!(first.error_details, [expected]);
    assert_eq!(
        (track.sessions().await.len(), track.complete().await),
        (3, 2)
    );
    let unknown = track.sessions().await.pop().unwrap();
    assert_eq!(unknown.participant.best_lap_time, None);
    assert_eq!(unknown.participant.incidents, None);
    track.minutes(5);
    let second = track.sync().await;
    assert_eq!((second.synced, second.errors), (1, 0));
    assert_eq!(track.complete().await, 3);
    track.minutes(60);
    track.sync().await;
    assert_eq!(track.count(RESULTS), 4, "and is not asked for any more");
}

#[tokio::test]
async fn results_that_may_not_be_seen_are_given_up_in_the_end() {
    let track = Track::connected().await;
    track.sim.fail_next(RESULTS, Fault::Status(403), 1_000);
    for _ in 0..20 {
        track.minutes(3 * 24 * 60);
        track.sync().await;
    }
    let asked = track.count(RESULTS);
    track.minutes(3 * 24 * 60);
    track.sync().await;
    assert_eq!(track.count(RESULTS), asked);
    assert_eq!(track.sessions().await.len(), 3);
}

#[tokio::test]
async fn weather_stops_a_sync_and_loses_nothing() {
    let page = |status| Fault::Page {
        status,
        retry_after: None,
    };
    for fault in [
        Fault::Status(500),
        page(502),
        page(200),
        Fault::Cut,
        Fault::RateLimited { reset_in: None },
        Fault::Garbage,
    ] {
        let mut track = Track::connected().await;
        // As often as the client tries.
        track.sim.fail_next(SEARCH, fault.clone(), 2);
        let failed = service::sync(&track.op()).await;
        if let Ok(failed) = &failed {
            assert_eq!((failed.synced, failed.errors), (0, 1), "{fault:?}");
        }
        track.sim.clear_faults();
        track.restart();
        track.minutes(15);
        track.job().await;
        assert_eq!(track.complete().await, 3, "{fault:?}");
        assert!(!track.status().await.is_expired);
    }
}

#[tokio::test]
async fn weather_in_the_middle_keeps_what_was_read_and_the_rest_follows() {
    let mut track = Track::connected().await;
    // The second of the three results fails as often as it is tried.
    track.sim.fail_next(RESULTS, Fault::Slow(Duration::ZERO), 1);
    track.sim.fail_next(RESULTS, Fault::Status(503), 1);
    let first = track.sync().await;
    assert_eq!((first.synced, first.errors), (1, 1), "{first:?}");
    assert!(first.message.contains("maintenance"), "{}", first.message);
    track.restart();
    track.minutes(5);
    let second = track.sync().await;
    assert_eq!((second.synced, second.errors), (2, 0), "{second:?}");
    assert_eq!(track.complete().await, 3);
}

#[tokio::test]
async fn an_hour_of_maintenance_is_waited_for() {
    let mut track = Track::connected().await;
    track.sim.set_maintenance(Some("season update"));
    let mut looks = 0;
    for _ in 0..60 {
        track.minutes(1);
        track.job().await;
        looks = track.count("data");
    }
    assert!(looks < 20, "it is not asked all the time: {looks}");
    track.sim.set_maintenance(None);
    track.restart();
    track.minutes(121);
    track.job().await;
    assert_eq!(track.complete().await, 3);
    assert_eq!(track.told().await, 0);
}

#[tokio::test]
async fn a_token_that_ends_in_the_middle_is_renewed() {
    let track = Track::connected().await;
    track.sim.fail_next(RESULTS, Fault::Slow(Duration::ZERO), 1);
    track.sim.fail_next(RESULTS, Fault::Status(401), 1);
    let synced = track.sync().await;
    assert_eq!((synced.synced, synced.errors), (3, 0), "{synced:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_replicas_that_sync_an_account_at_once_read_each_session_once() {
    let track = Track::connected().await;
    let (one, two) = (track.ctx().clone(), track.ctx().clone());
    let one =
        tokio::spawn(async move { service::sync_due(&one).await.map_err(|it| it.to_string()) });
    let two =
        tokio::spawn(async move { service::sync_due(&two).await.map_err(|it| it.to_string()) });
    one.await.unwrap().unwrap();
    two.await.unwrap().unwrap();
    assert_eq!((track.count(SEARCH), track.count(RESULTS)), (1, 3));
    assert_eq!(track.complete().await, 3);
}

#[tokio::test]
async fn a_replica_that_died_in_the_middle_is_followed_by_another() {
    let track = Track::connected().await;
    let account = accounts::lookup(&track.ctx().db, ada())
        .await
        .unwrap()
        .unwrap();
    let until = track.ctx().now() + Duration::from_mins(2);
    assert!(
        accounts::claim(&track.ctx().db, &account, until)
            .await
            .unwrap()
    );
    track.job().await;
    assert_eq!(track.count(SEARCH), 0);
    track.minutes(2);
    track.job().await;
    assert_eq!(track.complete().await, 3);
}

#[tokio::test]
async fn what_another_member_read_is_not_read_again() {
    let track = Track::connected().await;
    track.sync().await;
    track.test.verified(11, "Bea").await;
    let bea = track.test.by(11, Level::Verified);
    let page = service::start(&bea).await.unwrap();
    let other = track.sim.league(LEAGUE_ID).drivers[2].cust_id;
    assert_ne!(other, MARA);
    track
        .come_back(&track.sim.approve(&page, other).unwrap())
        .await
        .unwrap();
    let synced = service::sync(&bea).await.unwrap();
    assert_eq!((synced.synced, track.count(RESULTS)), (0, 3));
    let all = ListDrivenSessionsQuery::default();
    assert_eq!(service::list(&bea, &all).await.unwrap().total, 3);
}

#[tokio::test]
async fn nobody_reads_for_members_who_left_or_were_banned() {
    let track = Track::connected().await;
    track.test.banned(10).await;
    track.job().await;
    assert_eq!(track.count("data"), 0);
    assert_eq!(track.next().await, 120);
    members::service::unban(&track.test.admin(), user(10))
        .await
        .unwrap();
}

#[tokio::test]
async fn hosted_sessions_have_no_league() {
    let track = Track::connected().await;
    let now = track.ctx().now();
    let at = |hours: i64| (now - jiff::SignedDuration::from_hours(hours)).to_string();
    let row = json!({
        "session_id": 5, "subsession_id": 77, "start_time": at(3), "end_time": at(2),
        "session_name": "Friday fun", "league_id": 0, "league_season_id": 0,
        "track": {"track_id": 18, "track_name": "Road America", "config_name": "N/A"},
    });
    track
        .sim
        .serve("results/search_hosted", &[], json!([row]).to_string());
    let results = json!({
        "subsession_id": 77, "session_id": 5, "start_time": at(3), "end_time": at(2),
        "session_name": "Friday fun", "track": {"track_id": 18, "track_name": "Road America"},
        "session_results": [{"simsession_number": 0, "simsession_type": 6, "simsession_name": "RACE",
            "results": [{"cust_id": MARA, "finish_position": 4, "laps_complete": 0,
                "best_lap_time": -1, "incidents": 2, "car_name": "Skip Barber"}]}],
    });
    track.sim.serve(
        "results/get",
        &[("subsession_id", "77")],
        results.to_string(),
    );
    track.sync().await;
    let sessions = track.sessions().await;
    let [it] = &sessions[..] else {
        panic!("{sessions:?}")
    };
    assert_eq!((it.league_id, &it.league_name), (None, &None));
    assert_eq!(it.track_name.as_deref(), Some("Road America"));
    assert_eq!(it.participant.finish_position, Some(5));
    assert_eq!(it.participant.best_lap_time, None);
    let known = results::service::known(&track.ctx().db, guild(1), &[77, 78]).await;
    assert_eq!(known.unwrap().into_iter().collect::<Vec<_>>(), [77]);
}

/// As when a replica's clock was two days ahead, and was set right.
#[tokio::test]
async fn what_a_clock_ahead_of_time_noted_keeps_nobody_waiting() {
    let track = Track::connected().await;
    let ahead = Duration::from_hours(48);
    track.sim.fail_next(RESULTS, Fault::Status(404), 1);
    track.test.clock.advance(ahead);
    track.job().await;
    let page = service::start(&track.op()).await.unwrap();
    track.test.clock.step_back(ahead);
    let back = track.sim.approve(&page, MARA).unwrap();
    let ended = track.come_back(&back).await;
    assert!(matches!(ended, Err(IracingError::UnknownSignIn)));
    track.job().await;
    assert_eq!(track.count(SEARCH), 2);
    assert_eq!(track.next().await, 5);
}

#[tokio::test]
async fn what_iracing_answered_is_kept_where_the_guild_says_so() {
    let track = Track::connected().await;
    let op = &track.test.admin();
    let keep = serde_json::from_value(json!({"raw_retention_days": 30})).unwrap();
    results::service::update_settings(op, &keep).await.unwrap();
    let consent = serde_json::from_value(json!({"league_holds_consent": true})).unwrap();
    crate::guilds::service::update(op, &consent).await.unwrap();
    track.sync().await;
    let round = SubsessionId::new(ROUND).unwrap();
    let file = results::service::raw_file(op, round).await.unwrap();
    assert_eq!(file.source, ResultSource::Iracing);
    let parts: Vec<_> = file.content().try_collect().await.unwrap();
    let answered: serde_json::Value = serde_json::from_slice(&parts.concat()).unwrap();
    assert_eq!(answered["subsession_id"], ROUND);
    assert!(answered["session_results"].is_array());
}
