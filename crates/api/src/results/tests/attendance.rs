//! Rounds that count as attendance: records follow from results and links, and overwrite nobody's word.

use super::{keep, parsed};
use crate::attendance;
use crate::guilds;
use crate::league;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::results::service;
use crate::seasons;
use crate::testing::{TestContext, guild, user};
use paddock_api_types::attendance::{
    AttendanceRule, AttendanceSource, AttendanceStatus, MarkAttendance, OpenAttendanceSession,
};
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_api_types::results::{MatchAttendance, RoundAttendance};
use paddock_api_types::seasons::CreateSeason;
use paddock_api_types::{AttendanceSessionId, ChannelId, CustId, SeasonId, SubsessionId};
use serde_json::{Value, json};

const SEASON: i64 = 7;

/// A guild with Ada (5), Ben (6) and Cleo (7), whose accounts are 5, 6 and 7.
struct League {
    test: TestContext,
}

impl League {
    async fn new() -> Self {
        let test = TestContext::new().await;
        for (id, name) in [(5, "Ada"), (6, "Ben"), (7, "Cleo")] {
            test.verified(id, name).await;
            link(&test, id, id).await;
        }
        Self { test }
    }

    fn admin(&self) -> Operation {
        self.test.admin()
    }

    /// Keeps a race on this day, which these accounts started.
    async fn raced(&self, id: i64, day: i64, accounts: &[i64]) {
        keep(&self.admin(), &parsed(&race(id, day, accounts))).await;
    }

    async fn open(&self) -> AttendanceSessionId {
        let open = OpenAttendanceSession {
            channel_id: ChannelId::new(70),
            ..OpenAttendanceSession::default()
        };
        let session = attendance::service::open(&self.admin(), &open).await;
        session.unwrap().id
    }

    async fn matched(&self, id: i64, session: Option<AttendanceSessionId>) -> RoundAttendance {
        let asked = MatchAttendance {
            session_id: session,
        };
        let matched = service::match_round(&self.admin(), subsession(id), &asked).await;
        matched.unwrap()
    }

    async fn mark(&self, session: AttendanceSessionId, member: i64, status: AttendanceStatus) {
        let mark = MarkAttendance {
            status,
            note: None,
            username: None,
        };
        let marked = attendance::service::mark(&self.admin(), session, user(member), &mark).await;
        marked.unwrap();
    }

    /// Has everything follow that the jobs have follow.
    async fn settle(&self) {
        let ctx = &self.test.ctx;
        service::reconcile_due(ctx).await.unwrap();
        assert!(!service::matches_have_work(ctx).await.unwrap());
        attendance::service::credit_pending(ctx).await.unwrap();
    }

    /// Who is recorded how, and why.
    async fn records(&self, session: AttendanceSessionId) -> Vec<(i64, AttendanceSource)> {
        let page = PageRequest::parse(Some(200), None).unwrap();
        let records = attendance::service::list_records(&self.admin(), session, page).await;
        let records = records.unwrap().items.into_iter();
        records.map(|it| (it.user_id.get(), it.source)).collect()
    }
}

async fn link(test: &TestContext, member: i64, account: i64) {
    let link = LinkIracing {
        iracing_id: CustId::new(account),
        consent: Some(false),
    };
    let op = test.by(member, Level::Verified);
    league::service::set(&op, &link).await.unwrap();
}

fn subsession(id: i64) -> SubsessionId {
    SubsessionId::new(id).unwrap()
}

fn race(id: i64, day: i64, accounts: &[i64]) -> Value {
    let row = |account: &i64| json!({"cust_id": account, "laps_complete": 9 + account});
    let mut rows: Vec<_> = accounts.iter().map(row).collect();
    // Somebody who linked no account, and a driver of iRacing's own.
    rows.push(json!({"cust_id": 99, "laps_complete": 9}));
    rows.push(json!({"cust_id": -1, "ai": true, "laps_complete": 9}));
    let race = json!({"simsession_number": 0, "simsession_type": 6, "results": rows});
    json!({"subsession_id": id, "league_season_id": SEASON, "league_season_name": "Winter",
        "session_results": [race], "start_time": format!("2026-11-{day:02}T20:00:00Z")})
}

use AttendanceSource::{CheckedIn, Marked, Raced};

#[tokio::test]
async fn who_raced_in_any_subsession_of_the_round_is_present_and_the_same_again_changes_nothing() {
    let league = League::new().await;
    league.raced(1, 4, &[5]).await;
    league.raced(2, 4, &[6]).await;
    league.raced(3, 11, &[7]).await;
    let session = league.open().await;
    let matched = league.matched(2, Some(session)).await;
    assert_eq!(
        (matched.league_season_id, matched.number, matched.raced),
        (SEASON, 1, 2)
    );
    assert_eq!(league.records(session).await, [(5, Raced), (6, Raced)]);
    let log = super::actions(&league.test).await;
    assert_eq!(league.matched(1, Some(session)).await, matched);
    assert_eq!(league.matched(1, None).await, matched);
    league.settle().await;
    league.settle().await;
    assert_eq!(super::actions(&league.test).await, log);
    let seen = service::matched(&league.admin(), subsession(1)).await;
    assert_eq!(seen.unwrap(), matched);
}

#[tokio::test]
async fn a_corrected_result_takes_back_what_only_the_result_gave() {
    let league = League::new().await;
    league.raced(1, 4, &[5, 6, 7]).await;
    let session = league.open().await;
    league.mark(session, 6, AttendanceStatus::Excused).await;
    league.matched(1, Some(session)).await;
    league.mark(session, 7, AttendanceStatus::Absent).await;
    let before = [(5, Raced), (6, Marked), (7, Marked)];
    assert_eq!(league.records(session).await, before);
    league.raced(1, 4, &[6]).await;
    assert!(service::matches_have_work(&league.test.ctx).await.unwrap());
    league.settle().await;
    assert_eq!(league.records(session).await, [(6, Marked), (7, Marked)]);
    league.raced(1, 4, &[5, 6, 7]).await;
    league.settle().await;
    assert_eq!(league.records(session).await, before);
    // Whoever checks in afterwards did both, and stays.
    let codes = attendance::service::codes(&league.admin(), session)
        .await
        .unwrap();
    let mut op = league.test.by(5, Level::Guest);
    op.actor.channel_id = ChannelId::new(70);
    let here = paddock_api_types::attendance::CheckIn {
        code: codes.codes[0].code.clone(),
        ..Default::default()
    };
    attendance::service::check_in(&op, &here).await.unwrap();
    service::delete(&league.admin(), subsession(1))
        .await
        .unwrap();
    league.settle().await;
    let left = [(5, CheckedIn), (6, Marked), (7, Marked)];
    assert_eq!(league.records(session).await, left);
}

#[tokio::test]
async fn a_round_keeps_its_session_whatever_number_it_has_and_whoever_links_later_was_there() {
    let league = League::new().await;
    league.raced(10, 11, &[5]).await;
    league.raced(11, 11, &[6]).await;
    let session = league.open().await;
    assert_eq!(league.matched(10, Some(session)).await.number, 1);
    // An earlier day comes in later.
    league.raced(9, 4, &[7]).await;
    league.settle().await;
    assert_eq!(league.records(session).await, [(5, Raced), (6, Raced)]);
    let matched = service::matched(&league.admin(), subsession(11)).await;
    assert_eq!(matched.unwrap().number, 2);
    let first = service::matched(&league.admin(), subsession(9)).await;
    assert_eq!(
        first.unwrap_err().to_string(),
        "the round is matched with no attendance session"
    );
    // The subsession by which it was matched goes, the rest of the round stays.
    service::delete(&league.admin(), subsession(10))
        .await
        .unwrap();
    league.settle().await;
    assert_eq!(league.records(session).await, [(6, Raced)]);
    // Cleo's account is another one now, with which somebody raced; Ben takes his away.
    league.raced(11, 11, &[6, 70]).await;
    league.settle().await;
    link(&league.test, 7, 70).await;
    let ben = league.test.by(6, Level::Verified);
    league::service::remove(&ben).await.unwrap();
    assert!(service::matches_have_work(&league.test.ctx).await.unwrap());
    league.settle().await;
    assert_eq!(league.records(session).await, [(7, Raced)]);
}

#[tokio::test]
async fn a_round_without_a_session_gets_one_and_points_follow_the_results() {
    let league = League::new().await;
    let admin = league.admin();
    league.raced(1, 4, &[5, 6]).await;
    let asked = MatchAttendance::default();
    let refused = service::match_round(&admin, subsession(1), &asked).await;
    assert_eq!(
        refused.unwrap_err().to_string(),
        "name a channel, or set the guild's attendance channel"
    );
    let settings = serde_json::from_value(json!({"attendance_channel_id": "70"})).unwrap();
    guilds::service::update(&admin, &settings).await.unwrap();
    let create: CreateSeason = serde_json::from_value(json!({
        "name": "Autumn", "starts_at": "2026-11-01T00:00:00Z", "ends_at": "2027-01-01T00:00:00Z",
    }))
    .unwrap();
    let season = seasons::service::create(&admin, create).await.unwrap().id;
    let rule = AttendanceRule {
        present_points: crate::testing::number(10),
        late_points: crate::testing::number(5),
        excused_points: crate::testing::number(0),
    };
    attendance::service::set_rule(&admin, season, rule)
        .await
        .unwrap();

    let session = league.matched(1, None).await.session_id;
    let opened = attendance::service::get(&admin, session).await.unwrap();
    assert_eq!(opened.title.as_deref(), Some("Winter, round 1"));
    assert_eq!(opened.opened_at.to_string(), "2026-11-04T20:00:00Z");
    assert_eq!(
        (opened.closed_at.is_some(), opened.counts.present),
        (true, 2)
    );
    // Nothing is shown of it, and no code is taken.
    let displays = attendance::service::displays(&league.test.ctx)
        .await
        .unwrap();
    assert_eq!(displays.displays, []);
    league.settle().await;
    assert_eq!(points(&admin, season).await, [(5, 10), (6, 10)]);
    league.raced(1, 4, &[6, 7]).await;
    league.settle().await;
    league.settle().await;
    assert_eq!(points(&admin, season).await, [(5, 0), (6, 10), (7, 10)]);
    service::unmatch(&admin, subsession(1)).await.unwrap();
    league.settle().await;
    assert_eq!(points(&admin, season).await, [(5, 0), (6, 0), (7, 0)]);
    assert_eq!(league.records(session).await, []);
}

async fn points(op: &Operation, season: SeasonId) -> Vec<(i64, i64)> {
    let page = PageRequest::parse(Some(200), None).unwrap();
    let joined = seasons::service::participants(op, season, page).await;
    let joined = joined.unwrap().items.into_iter();
    let mut points: Vec<_> = joined.map(|it| (it.user_id.get(), it.points)).collect();
    points.sort_unstable();
    points
}

#[tokio::test]
async fn another_session_takes_over_and_none_counts_for_two_rounds() {
    let league = League::new().await;
    let admin = league.admin();
    league.raced(1, 4, &[5]).await;
    league.raced(2, 11, &[6]).await;
    let first = league.open().await;
    league.matched(1, Some(first)).await;
    let asked = MatchAttendance {
        session_id: Some(first),
    };
    let taken = service::match_round(&admin, subsession(2), &asked).await;
    assert_eq!(
        taken.unwrap_err().to_string(),
        "the attendance session is matched with another round"
    );
    attendance::service::close(&admin, first).await.unwrap();
    let second = league.open().await;
    league.matched(1, Some(second)).await;
    assert_eq!(league.records(first).await, []);
    assert_eq!(league.records(second).await, [(5, Raced)]);
    // Erased, Ada is in no record, also when her races come again.
    let db = &league.test.ctx.db;
    let admin = &admin;
    let gone = db.transact(|mut tx| async move {
        attendance::service::erase(&mut tx, guild(1), user(5)).await?;
        service::erase(&mut tx, admin, user(5), None).await?;
        league::service::erase(&mut tx, guild(1), user(5)).await?;
        tx.commit(()).await
    });
    gone.await.unwrap();
    league.settle().await;
    league.raced(1, 4, &[5, 7]).await;
    league.settle().await;
    assert_eq!(league.records(second).await, [(7, Raced)]);
    // A practice is no round.
    let mut practice = race(3, 18, &[5]);
    practice["session_results"][0]["simsession_type"] = json!(3);
    keep(admin, &parsed(&practice)).await;
    let none = service::match_round(admin, subsession(3), &MatchAttendance::default()).await;
    assert_eq!(
        none.unwrap_err().to_string(),
        "the result belongs to no round of a league's season"
    );
}

/// The job is stopped between two matches, or a result comes in while it works: what is due stays due.
#[tokio::test]
async fn imports_at_the_same_time_as_the_job_are_all_followed() {
    let league = League::new().await;
    league.raced(1, 4, &[5]).await;
    let session = league.open().await;
    league.matched(1, Some(session)).await;
    let ctx = &league.test.ctx;
    let job = async {
        for _ in 0..8 {
            service::reconcile_due(ctx).await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    let imports = async {
        for accounts in [&[6][..], &[7], &[5, 7], &[6, 7], &[5], &[5, 6]] {
            league.raced(1, 4, accounts).await;
        }
    };
    tokio::join!(job, imports);
    league.settle().await;
    assert_eq!(league.records(session).await, [(5, Raced), (6, Raced)]);
}
