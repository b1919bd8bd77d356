//! Failures that pass, and those that do not.

use crate::helpers::{signed_in, stand_still, start, until};
use paddock_iracing::{AccessToken, Client, Error, Weather};
use paddock_sim_iracing::{Fault, LEAGUE_ID, Options};
use std::time::Duration;
use tokio::time::advance;

const ROSTER: &str = "data/league/roster";

fn page(status: u16) -> Fault {
    Fault::Page {
        status,
        retry_after: None,
    }
}

#[tokio::test]
async fn weather_that_passes_is_survived() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let faults = [
        page(500),
        page(502),
        page(503),
        page(504),
        page(200),
        Fault::Status(500),
        Fault::Cut,
        Fault::Page {
            status: 503,
            retry_after: Some(Duration::ZERO),
        },
    ];
    for fault in faults {
        for path in [ROSTER, "short_lived"] {
            let before = sim.count(path);
            sim.fail_next(path, fault.clone(), 1);
            let roster = client.league_roster(&token, LEAGUE_ID).await;
            let roster = roster.unwrap_or_else(|error| panic!("{fault:?}: {error}"));
            assert_eq!(roster.members.len(), 12, "{fault:?}");
            assert_eq!(sim.count(path), before + 2, "{fault:?}");
        }
    }
}

#[tokio::test]
async fn weather_that_stays_is_reported_after_some_tries() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let failed = |status| Weather::ServerFailed { status };
    for (fault, expected) in [
        (page(502), failed(502)),
        (Fault::Status(500), failed(500)),
        (Fault::Cut, Weather::Unreachable),
    ] {
        let before = sim.count(ROSTER);
        sim.fail_next(ROSTER, fault, 99);
        let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
        let Error::RetryLater { after, why } = error else {
            panic!("{error:?}");
        };
        assert_eq!(why, expected);
        assert!(after > Duration::ZERO);
        assert_eq!(sim.count(ROSTER), before + 4);
        sim.clear_faults();
    }
    for fault in [page(503), page(200)] {
        sim.fail_next(ROSTER, fault, 99);
        let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
        assert!(matches!(error, Error::Maintenance { .. }), "{error}");
        assert_eq!(error.retry_after(), Some(Duration::from_mins(1)));
        sim.clear_faults();
    }
    // Where links lead, it is only that host which fails.
    sim.fail_next("short_lived", page(503), 99);
    let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
    let Error::RetryLater { why, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(why, failed(503));
    sim.clear_faults();
    client.league_roster(&token, LEAGUE_ID).await.unwrap();
}

#[tokio::test]
async fn what_does_not_pass_is_asked_once() {
    let (sim, client, token) = signed_in(Options::default()).await;
    for (fault, expected) in [
        (Fault::Status(400), Error::Rejected { status: 400 }),
        (Fault::Status(401), Error::TokenExpired),
        (Fault::Status(403), Error::Forbidden),
        (Fault::Status(404), Error::NotFound),
        (Fault::Status(302), Error::Garbage("it is a redirect")),
        (Fault::Garbage, Error::Garbage("it is not JSON, or cut off")),
    ] {
        let before = sim.count(ROSTER);
        sim.fail_next(ROSTER, fault.clone(), 1);
        let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
        assert_eq!(error, expected, "{fault:?}");
        assert_eq!(sim.count(ROSTER), before + 1, "{fault:?}");
    }
}

#[tokio::test]
async fn an_iracing_that_is_not_there_is_weather() {
    let (sim, config) = start(Options::default()).await;
    sim.stop().await;
    let client = Client::new(config).unwrap();
    let token = AccessToken::new("any");
    let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
    let why = Weather::Unreachable;
    assert!(
        matches!(error, Error::RetryLater { why: it, .. } if it == why),
        "{error}"
    );
}

/// A call that goes on by itself.
fn read(client: &Client, token: &AccessToken) -> tokio::task::JoinHandle<Result<usize, Error>> {
    let (client, token) = (client.clone(), token.clone());
    tokio::spawn(async move {
        let roster = client.league_roster(&token, LEAGUE_ID).await?;
        Ok(roster.members.len())
    })
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_does_not_come_ends_with_the_time_for_it() {
    let _still = stand_still();
    let (sim, mut config) = start(Options::default()).await;
    config.tries = 1;
    let client = Client::new(config).unwrap();
    let token = crate::helpers::sign_in(&client).await.access_token;
    sim.fail_next(ROSTER, Fault::Hang, 1);
    let reading = read(&client, &token);
    until(|| sim.count(ROSTER) == 1).await;
    advance(Duration::from_secs(31)).await;
    let error = reading.await.unwrap().unwrap_err();
    let why = Weather::Unreachable;
    assert!(
        matches!(error, Error::RetryLater { why: it, .. } if it == why),
        "{error}"
    );

    // Slow is not too slow.
    sim.fail_next(ROSTER, Fault::Slow(Duration::from_secs(20)), 1);
    let reading = read(&client, &token);
    until(|| sim.count(ROSTER) == 2).await;
    advance(Duration::from_secs(20)).await;
    assert_eq!(reading.await.unwrap(), Ok(12));
}

#[tokio::test(start_paused = true)]
async fn a_pause_that_the_server_asks_for_is_kept() {
    let _still = stand_still();
    let (sim, client, token) = signed_in(Options::default()).await;
    let fault = Fault::Page {
        status: 503,
        retry_after: Some(Duration::from_secs(12)),
    };
    sim.fail_next(ROSTER, fault, 1);
    let reading = read(&client, &token);
    until(|| client.budget().waiting == 1).await;
    advance(Duration::from_millis(11_900)).await;
    assert_eq!((client.budget().waiting, sim.count(ROSTER)), (1, 1));
    advance(Duration::from_secs(4)).await;
    assert_eq!(reading.await.unwrap(), Ok(12));
    assert_eq!(sim.count(ROSTER), 2);
}

#[tokio::test]
async fn a_pause_that_is_too_long_is_left_to_the_caller() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let fault = Fault::Page {
        status: 500,
        retry_after: Some(Duration::from_mins(10)),
    };
    sim.fail_next(ROSTER, fault, 1);
    let error = client.league_roster(&token, LEAGUE_ID).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_mins(10)));
    assert_eq!(sim.count(ROSTER), 1);
}

#[tokio::test(start_paused = true)]
async fn announced_maintenance_closes_for_all_clones_and_ends() {
    let _still = stand_still();
    let (sim, client, token) = signed_in(Options::default()).await;
    sim.set_maintenance(Some("season update"));
    for reader in [client.clone(), client.in_background(), client.clone()] {
        let error = reader.league_roster(&token, LEAGUE_ID).await.unwrap_err();
        let note = Some("season update".to_owned());
        let after = Duration::from_mins(1);
        assert_eq!(error, Error::Maintenance { after, note });
    }
    assert_eq!(sim.count(ROSTER), 1);
    assert_eq!(client.budget().closed_for, Some(Duration::from_mins(1)));
    sim.set_maintenance(None);
    advance(Duration::from_mins(1)).await;
    assert_eq!(
        client
            .league_roster(&token, LEAGUE_ID)
            .await
            .unwrap()
            .members
            .len(),
        12
    );
    assert_eq!(client.budget().closed_for, None);
}
