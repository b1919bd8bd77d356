//! The budget that all clones share.

use crate::helpers::{signed_in, stand_still, start, until};
use paddock_iracing::{AccessToken, Client, Error, Weather};
use paddock_sim_iracing::{Fault, Options, SimIracing};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::advance;

const WINDOW: Duration = Duration::from_mins(1);
const TYPES: &str = "data/constants/event_types";

fn limited(rate_limit: u32) -> Options {
    Options {
        rate_limit,
        rate_window: WINDOW,
        ..Options::default()
    }
}

/// One request.
async fn ask(client: &Client, token: &AccessToken) -> Result<Vec<Value>, Error> {
    client.get(token, "constants/event_types", &[]).await
}

fn refusals(sim: &SimIracing) -> usize {
    let requests = sim.requests();
    requests.iter().filter(|it| it.status == Some(429)).count()
}

#[tokio::test(start_paused = true)]
async fn a_crowd_keeps_to_the_limit_without_a_single_refusal() {
    let _still = stand_still();
    let (sim, mut config) = start(limited(5)).await;
    config.longest_pause = Duration::from_hours(1);
    let client = Client::new(config).unwrap();
    let token = crate::helpers::sign_in(&client).await.access_token;
    let mut crowd = JoinSet::new();
    let done = Arc::new(AtomicUsize::new(0));
    for _ in 0..12 {
        let (client, token, done) = (client.clone(), token.clone(), done.clone());
        crowd.spawn(async move {
            ask(&client, &token).await.unwrap();
            done.fetch_add(1, Ordering::Relaxed);
        });
    }
    for (answered, waiting) in [(5, 7), (10, 2), (12, 0)] {
        // Time may pass once nobody waits for an answer.
        until(|| done.load(Ordering::Relaxed) == answered).await;
        until(|| client.budget().waiting == waiting).await;
        assert_eq!(sim.count(TYPES), answered);
        sim.advance(WINDOW);
        advance(WINDOW + Duration::from_secs(2)).await;
    }
    while let Some(done) = crowd.join_next().await {
        done.unwrap();
    }
    assert_eq!((sim.count(TYPES), refusals(&sim)), (12, 0));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_waited_for_until_the_window_ends() {
    let _still = stand_still();
    let (sim, mut config) = start(Options::default()).await;
    config.longest_pause = WINDOW;
    let client = Client::new(config).unwrap();
    let token = crate::helpers::sign_in(&client).await.access_token;
    let reset_in = Some(Duration::from_secs(30));
    sim.fail_next(TYPES, Fault::RateLimited { reset_in }, 1);
    let reading = tokio::spawn({
        let (client, token) = (client.clone(), token.clone());
        async move { ask(&client, &token).await }
    });
    until(|| client.budget().waiting == 1).await;
    assert_eq!(client.budget().remaining, Some(0));
    // Others wait too, though they were refused nothing.
    let other = tokio::spawn({
        let (client, token) = (client.clone(), token.clone());
        async move { ask(&client, &token).await }
    });
    until(|| client.budget().waiting == 2).await;
    advance(Duration::from_secs(29)).await;
    assert_eq!((client.budget().waiting, sim.count(TYPES)), (2, 1));
    advance(Duration::from_secs(10)).await;
    reading.await.unwrap().unwrap();
    other.await.unwrap().unwrap();
    assert_eq!((sim.count(TYPES), refusals(&sim)), (3, 1));
}

#[tokio::test]
async fn a_refusal_without_headers_names_a_time_too() {
    let (sim, mut config) = start(Options::default()).await;
    config.longest_pause = Duration::ZERO;
    let client = Client::new(config).unwrap();
    let token = crate::helpers::sign_in(&client).await.access_token;
    sim.fail_next(TYPES, Fault::RateLimited { reset_in: None }, 1);
    for _ in 0..3 {
        let error = ask(&client, &token).await.unwrap_err();
        let why = Weather::RateLimited;
        assert!(
            matches!(error, Error::RetryLater { why: it, .. } if it == why),
            "{error}"
        );
        assert!(
            error.retry_after() > Some(Duration::from_secs(5)),
            "{error}"
        );
    }
    assert_eq!(sim.count(TYPES), 1);
}

#[tokio::test]
async fn background_work_leaves_a_part_to_others() {
    let (sim, client, token) = signed_in(limited(10)).await;
    let background = client.in_background();
    let mut answered = 0;
    let error = loop {
        match ask(&background, &token).await {
            Ok(_) => answered += 1,
            Err(error) => break error,
        }
    };
    let why = Weather::RateLimited;
    assert!(
        matches!(error, Error::RetryLater { why: it, .. } if it == why),
        "{error}"
    );
    assert_eq!(answered, 8);
    assert_eq!(
        (client.budget().limit, client.budget().remaining),
        (Some(10), Some(2))
    );
    for _ in 0..2 {
        ask(&client, &token).await.unwrap();
    }
    assert!(ask(&client, &token).await.is_err());
    assert_eq!(refusals(&sim), 0);
}
