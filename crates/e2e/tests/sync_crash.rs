//! `kill -9` in the middle of reading sessions from iRacing: after the restart each is there once, and the
//! connection goes on.

use paddock_api_client::Client;
use paddock_api_types::UserId;
use paddock_api_types::iracing::ListDrivenSessionsQuery;
use paddock_api_types::members::RegisterMember;
use paddock_api_types::results::ListResultsQuery;
use paddock_e2e::{Callers, Installation, Process, eventually, text};
use paddock_sim_iracing::{DriverSeed, Fault, LeagueSeed, Options, SimIracing};
use paddock_test_db::TestDb;
use std::collections::BTreeSet;
use std::time::Duration;

/// Where it is killed: at the request to this path that comes after so many others. A search gives links
/// to its rows, and a result is behind a link.
const PLACES: [(&str, u32); 6] = [
    ("data/results/search_hosted", 0),
    ("short_lived", 0),
    ("data/results/get", 0),
    ("short_lived", 1),
    ("data/results/get", 1),
    ("data/results/get", 2),
];
/// Races of each league.
const RACES: usize = 3;

/// The member who is killed in the middle of the sync of this place, and their driver and league.
fn user(place: i64) -> UserId {
    UserId::new(1_300_000_000_000_000_000 + place).unwrap()
}

fn driver(place: i64) -> i64 {
    600_001 + place
}

/// A league for each, as what one has driven in is not read again for another.
fn leagues() -> Vec<LeagueSeed> {
    let leagues = (0_i64..).zip(PLACES).map(|(place, _)| LeagueSeed {
        league_id: 8_001 + place,
        name: format!("League {place}"),
        season_id: 90_001 + place,
        private: false,
        drivers: vec![DriverSeed::new(driver(place), "Ada", None)],
    });
    leagues.collect()
}

/// Registers somebody, and connects their account as a browser would.
async fn connect(callers: &Callers, sim: &SimIracing, place: i64) -> Client {
    let member = callers.member(user(place));
    let named = RegisterMember {
        display_name: text(format!("Member {place}")),
        external_id: None,
        discord_name: None,
    };
    member.register_member(&named).await.unwrap();
    callers
        .root()
        .verify_member(user(place), None)
        .await
        .unwrap();
    let page = member.start_iracing_sign_in().await.unwrap().auth_url;
    let back = sim.approve(&page, driver(place)).unwrap();
    let browser = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    let answer = browser.build().unwrap().get(back).send().await.unwrap();
    let location = answer.headers()["location"].to_str().unwrap();
    assert_eq!(location, "/connections?success=iracing_connected");
    member
}

/// A start of the API whose answers to one place never come, killed as soon as it waits there.
async fn kill_at(mut api: Process, sim: &SimIracing, place: i64, path: &str, after: u32) {
    let callers = api.callers().await;
    if after > 0 {
        sim.fail_next(path, Fault::Slow(Duration::ZERO), after);
    }
    sim.fail_next(path, Fault::Hang, u32::MAX);
    let before = sim.count(path);
    let member = connect(&callers, sim, place).await;
    // Beside the schedule, which the kill before this one keeps waiting for a while.
    let asking = tokio::spawn(async move { member.sync_iracing().await });
    let reached = before + usize::try_from(after).unwrap() + 1;
    eventually(format!("{path} is asked"), async || {
        (sim.count(path) >= reached).then_some(())
    })
    .await;
    api.kill();
    assert!(asking.await.unwrap().is_err(), "it was killed too late");
    sim.clear_faults();
}

#[tokio::test]
async fn a_sync_that_was_killed_goes_on_and_keeps_each_session_once() {
    let options = Options {
        leagues: leagues(),
        ..Options::default()
    };
    let (id, secret) = (options.client_id.clone(), options.client_secret.clone());
    let sim = SimIracing::start(options).await.unwrap();
    let db = TestDb::create().await;
    let mut installation = Installation::configured()
        .with("DATABASE_URL", db.url())
        .with("IRACING_CLIENT_ID", &id)
        .with("IRACING_CLIENT_SECRET", &secret)
        .with("IRACING_OAUTH_URL", &sim.oauth_url())
        .with("IRACING_DATA_URL", &sim.data_url());
    for (place, (path, after)) in (0_i64..).zip(PLACES) {
        let api = installation.start(&["api"]);
        kill_at(api, &sim, place, path, after).await;
        let mut api = installation.start(&["api"]);
        let callers = api.callers().await;
        // What was stored before the kill has to be good for another token.
        sim.expire_access_tokens();
        let member = callers.member(user(place));
        let synced = member.sync_iracing().await.unwrap();
        assert_eq!(synced.errors, 0, "{path} {after}: {synced:?}");
        let status = member.get_iracing_status().await.unwrap();
        assert!(status.connected && !status.is_expired, "{status:?}");
        let all = ListDrivenSessionsQuery::default();
        let driven = member.list_driven_sessions(&all).await.unwrap();
        let ids: BTreeSet<_> = driven.sessions.iter().map(|it| it.session_id).collect();
        assert_eq!(
            (driven.sessions.len(), ids.len()),
            (RACES, RACES),
            "{path} {after}"
        );
        let whole = driven.sessions.iter();
        let whole = whole.filter(|it| it.participant.laps_completed.is_some());
        assert_eq!(whole.count(), RACES, "{path} {after}");
        let all = ListResultsQuery::default();
        let results = callers.root().list_results(&all).await.unwrap().items;
        let so_far = usize::try_from(place + 1).unwrap() * RACES;
        assert_eq!(results.len(), so_far, "{path} {after}");
        api.kill();
    }
}
