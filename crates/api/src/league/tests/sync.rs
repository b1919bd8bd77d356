//! Reading rosters from iRacing, over sockets, from a stand-in that can fail in every way.

use super::log;
use crate::guilds;
use crate::league::model::LeagueError;
use crate::league::service;
use crate::operation::Operation;
use crate::testing::{TestContext, extensions, guild, number};
use jiff::SignedDuration;
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::league::{RosterSource, SyncFailure};
use paddock_api_types::{CarNumber, GuildId};
use paddock_sim_iracing::{Fault, LEAGUE_ID, LeagueSeed, Options, SimIracing};
use serde_json::json;
use std::collections::HashMap;
use std::time::Duration;

const MARA: i64 = 812_345;
const ROSTER: &str = "data/league/roster";
const TOKEN: &str = "oauth2/token";

/// An installation whose account reads the leagues of a stand-in.
pub(crate) struct Track {
    pub(crate) test: TestContext,
    pub(crate) sim: SimIracing,
}

fn settings(sim: &SimIracing, password: &str) -> HashMap<String, String> {
    let (oauth, data) = (sim.oauth_url(), sim.data_url());
    let options = Options::default();
    [
        ("IRACING_CLIENT_ID", options.client_id.as_str()),
        ("IRACING_CLIENT_SECRET", &options.client_secret),
        ("IRACING_USERNAME", &options.account.username),
        ("IRACING_PASSWORD", password),
        ("IRACING_OAUTH_URL", &oauth),
        ("IRACING_DATA_URL", &data),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()))
    .into()
}

impl Track {
    pub(crate) async fn new() -> Self {
        let _already = rustls::crypto::ring::default_provider().install_default();
        let sim = SimIracing::start(Options::default()).await.unwrap();
        let settings = settings(&sim, &Options::default().account.password);
        let test = TestContext::with_settings(&settings).await;
        let track = Self { test, sim };
        track.league(guild(1), Some(LEAGUE_ID)).await;
        track
    }

    pub(crate) fn admin(&self, guild: GuildId) -> Operation {
        let mut op = self.test.admin();
        op.actor.guild_id = guild;
        op
    }

    async fn league(&self, guild: GuildId, league: Option<i64>) {
        let update = UpdateGuild {
            league_id: Some(league.map(number)),
            ..UpdateGuild::default()
        };
        let op = self.admin(guild);
        guilds::service::update(&op, &update).await.unwrap();
    }

    /// Asks iRacing, two minutes after the last time.
    pub(crate) async fn sync(&self) -> Result<(), SyncFailure> {
        self.test.clock.advance(Duration::from_mins(2));
        match service::sync(&self.admin(guild(1))).await {
            Ok(()) => Ok(()),
            Err(LeagueError::SyncFailed(failure)) => Err(failure),
            Err(other) => panic!("{other}"),
        }
    }

    async fn state(&self) -> service::State {
        service::state(&self.admin(guild(1))).await.unwrap()
    }

    /// The number of a driver who has one.
    async fn number_of(&self, cust_id: i64) -> Option<CarNumber> {
        let all = service::drivers_between(&self.test.ctx.db, guild(1), 0, 9999).await;
        let mut all = all.unwrap().into_iter();
        all.find(|it| it.cust_id == cust_id).map(|it| it.number)
    }

    async fn job(&self) {
        service::sync_due(&self.test.ctx).await.unwrap();
    }
}

fn digits(text: &str) -> Option<CarNumber> {
    CarNumber::new(text).ok()
}

#[tokio::test]
async fn the_roster_is_read_and_read_again() {
    let track = Track::new().await;
    assert!(track.state().await.live);
    track.sync().await.unwrap();
    let state = track.state().await;
    let [roster] = &state.rosters[..] else {
        panic!("{:?}", state.rosters);
    };
    assert_eq!((roster.source, roster.current), (RosterSource::Live, true));
    assert_eq!((roster.drivers, roster.numbered), (12, 10));
    assert_eq!(track.number_of(MARA).await, digits("07"));
    track.sim.set_number(LEAGUE_ID, MARA, Some("0"));
    // A token that was revoked is replaced.
    track.sim.expire_access_tokens();
    track.sync().await.unwrap();
    assert_eq!(track.number_of(MARA).await, digits("0"));
    track.sync().await.unwrap();
    let entries = log(&track.test).await;
    let read = entries
        .iter()
        .filter(|it| it.action == "league.roster_read");
    let read: Vec<_> = read.map(|it| json!(it.after)).collect();
    assert_eq!(read.len(), 2, "what changed nothing is no entry");
    assert_eq!(
        (&read[0]["changed"], &read[1]["added"]),
        (&json!(1), &json!(12))
    );
    let last = track.state().await.last.unwrap();
    let hour = SignedDuration::from_hours(1);
    assert_eq!(last.next_at.duration_since(last.tried_at), hour);
}

#[tokio::test]
async fn without_a_league_or_an_account_nothing_is_asked() {
    let track = Track::new().await;
    track.league(guild(1), None).await;
    let unset = service::sync(&track.admin(guild(1))).await;
    assert!(matches!(unset, Err(LeagueError::NotSet)));
    assert!(!service::sync_has_work(&track.test.ctx).await.unwrap());
    track.league(guild(1), Some(LEAGUE_ID)).await;
    assert!(service::sync_has_work(&track.test.ctx).await.unwrap());
    let mut op = track.admin(guild(1));
    op.ctx.extensions = extensions(&HashMap::new());
    let none = service::sync(&op).await;
    assert!(matches!(none, Err(LeagueError::NotConfigured)));
    assert!(!service::sync_has_work(&op.ctx).await.unwrap());
    assert_eq!(track.sim.count(""), 0);
}

#[tokio::test]
async fn iracing_is_asked_once_a_minute_also_by_many_at_once() {
    let track = Track::new().await;
    let ops = [(); 5].map(|()| track.admin(guild(1)));
    let all = futures_util::future::join_all(ops.iter().map(service::sync)).await;
    let done = all.iter().filter(|it| it.is_ok()).count();
    let soon = |it: &&Result<(), _>| matches!(it, Err(LeagueError::TooSoon { .. }));
    assert_eq!((done, all.iter().filter(soon).count()), (1, 4), "{all:?}");
    track.test.clock.advance(Duration::from_secs(59));
    let soon = service::sync(&track.admin(guild(1))).await;
    let Err(LeagueError::TooSoon { wait }) = soon else {
        panic!("{soon:?}");
    };
    assert_eq!(wait, SignedDuration::from_secs(1));
    assert_eq!(track.sim.count(ROSTER), 1);
}

#[tokio::test]
async fn whatever_fails_what_was_known_stays_and_the_next_reading_repairs_it() {
    let track = Track::new().await;
    track.sync().await.unwrap();
    track.sim.set_number(LEAGUE_ID, MARA, Some("77"));
    let limited = Fault::RateLimited {
        reset_in: Some(Duration::from_secs(40)),
    };
    for (fault, failure) in [
        (Fault::Status(500), SyncFailure::Unavailable),
        (Fault::Garbage, SyncFailure::Unreadable),
        (Fault::Cut, SyncFailure::Unavailable),
        (Fault::Status(403), SyncFailure::LeagueNotVisible),
        (
            Fault::Body(json!({"roster": []})),
            SyncFailure::LeagueNotVisible,
        ),
        (limited, SyncFailure::RateLimited),
    ] {
        track.sim.fail_next(ROSTER, fault.clone(), 2);
        assert_eq!(track.sync().await, Err(failure), "{fault:?}");
        track.sim.clear_faults();
        let state = track.state().await;
        let last = state.last.unwrap();
        assert_eq!(last.failure, Some(failure));
        assert!(last.next_at > last.tried_at);
        assert_eq!(state.rosters[0].drivers, 12);
        assert_eq!(track.number_of(MARA).await, digits("07"), "{fault:?}");
    }
    // Another process, which has not met the limit.
    let mut op = track.admin(guild(1));
    let password = Options::default().account.password;
    op.ctx.extensions = extensions(&settings(&track.sim, &password));
    op.at += SignedDuration::from_mins(2);
    service::sync(&op).await.unwrap();
    assert_eq!(track.state().await.last.unwrap().failure, None);
    assert_eq!(track.number_of(MARA).await, digits("77"));
}

#[tokio::test]
async fn maintenance_is_told_and_passes() {
    let track = Track::new().await;
    track.sim.set_maintenance(Some("back at noon"));
    assert_eq!(track.sync().await, Err(SyncFailure::Maintenance));
    let last = track.state().await.last.unwrap();
    assert_eq!(last.failure, Some(SyncFailure::Maintenance));
    assert!(last.next_at < last.tried_at + SignedDuration::from_mins(4));
    track.sim.set_maintenance(None);
    // Another process meets the page of a proxy.
    let page = Fault::Page {
        status: 503,
        retry_after: None,
    };
    track.sim.fail_next(ROSTER, page, 2);
    let password = Options::default().account.password;
    track.test.clock.advance(Duration::from_mins(2));
    let mut op = track.admin(guild(1));
    op.ctx.extensions = extensions(&settings(&track.sim, &password));
    let closed = service::sync(&op).await;
    let maintenance = SyncFailure::Maintenance;
    assert!(matches!(closed, Err(LeagueError::SyncFailed(it)) if it == maintenance));
}

#[tokio::test]
async fn a_refused_sign_in_is_not_repeated_for_an_hour_by_anybody() {
    let track = Track::new().await;
    track.league(guild(2), Some(LEAGUE_ID)).await;
    track.sim.refuse_logins(Some("access_denied"));
    assert_eq!(track.sync().await, Err(SyncFailure::SignInRefused));
    assert_eq!(track.sim.count(TOKEN), 1);
    // By hand, for another guild, by the job, and by a process that has just begun.
    assert_eq!(track.sync().await, Err(SyncFailure::SignInRefused));
    let other = service::sync(&track.admin(guild(2))).await;
    let refused = SyncFailure::SignInRefused;
    assert!(matches!(other, Err(LeagueError::SyncFailed(it)) if it == refused));
    track.job().await;
    let mut op = track.admin(guild(1));
    let password = Options::default().account.password;
    op.ctx.extensions = extensions(&settings(&track.sim, &password));
    let restarted = service::sync(&op).await;
    assert!(matches!(restarted, Err(LeagueError::SyncFailed(it)) if it == refused));
    assert_eq!(track.sim.count(TOKEN), 1);
    // After an hour one tries, and the others wait again.
    track.test.clock.advance(Duration::from_mins(80));
    track.job().await;
    assert_eq!(track.sim.count(TOKEN), 2);
    // Nobody asks with a password that is known to be wrong; another one is tried at once.
    let mut op = track.admin(guild(2));
    op.ctx.extensions = extensions(&settings(&track.sim, "another"));
    track.sim.refuse_logins(None);
    let another = service::sync(&op).await;
    assert!(matches!(another, Err(LeagueError::SyncFailed(it)) if it == refused));
    assert_eq!(track.sim.count(TOKEN), 3);
    track.test.clock.advance(Duration::from_mins(80));
    track.job().await;
    assert_eq!(track.state().await.last.unwrap().failure, None);
}

#[tokio::test]
async fn leagues_are_read_when_they_are_due() {
    let track = Track::new().await;
    let other = LeagueSeed {
        league_id: 8200,
        ..LeagueSeed::example()
    };
    track.sim.put_league(other);
    track.league(guild(2), Some(8200)).await;
    track.job().await;
    assert_eq!(track.sim.count(ROSTER), 2);
    assert_eq!(track.sim.count(TOKEN), 1, "one sign-in serves all guilds");
    assert!(!service::sync_has_work(&track.test.ctx).await.unwrap());
    track.test.clock.advance(Duration::from_mins(59));
    track.job().await;
    assert_eq!(track.sim.count(ROSTER), 2);
    track.test.clock.advance(Duration::from_mins(1));
    assert!(service::sync_has_work(&track.test.ctx).await.unwrap());
    track.job().await;
    assert_eq!(track.sim.count(ROSTER), 4);
}

#[tokio::test]
async fn a_league_that_was_left_meanwhile_is_not_kept() {
    let track = Track::new().await;
    let (op, changed) = (track.admin(guild(1)), track.league(guild(1), None));
    track
        .sim
        .fail_next(ROSTER, Fault::Slow(Duration::from_secs(1)), 1);
    let asked = async {
        track.sim.wait_answered(TOKEN, 1).await;
        changed.await;
    };
    let (synced, ()) = tokio::join!(service::sync(&op), asked);
    synced.unwrap();
    assert_eq!(track.state().await.rosters, []);
}

#[tokio::test]
async fn a_reading_by_a_clock_that_was_ahead_keeps_none_waiting() {
    let track = Track::new().await;
    let day = Duration::from_hours(24);
    track.test.clock.advance(day);
    track.sync().await.unwrap();
    track.test.clock.step_back(day);
    assert!(service::sync_has_work(&track.test.ctx).await.unwrap());
    track.sync().await.unwrap();
    assert!(!service::sync_has_work(&track.test.ctx).await.unwrap());
}
