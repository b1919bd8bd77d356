//! Limits that count, and answers that are slow.

use std::time::{Duration, Instant};

use futures_util::FutureExt;
use paddock_sim_discord::{Fault, Options, RateLimits, SimDiscord, Window};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use twilight_model::id::Id;

use crate::control::{get, post};
use crate::helpers::{rest, say, start, with_bot};

fn limits(limit: u32, global: Option<u32>) -> Options {
    let per = Duration::from_secs(5);
    let rate_limits = RateLimits {
        route: Window { limit, per },
        routes: Vec::new(),
        global,
    };
    Options {
        rate_limits,
        ..Options::default()
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(format!("x-ratelimit-{name}"));
    value.map_or("", |value| value.to_str().unwrap())
}

fn seconds(headers: &HeaderMap, name: &str) -> f64 {
    header(headers, name).parse().unwrap()
}

async fn write(sim: &SimDiscord, channel: &str) -> (u16, HeaderMap, Value) {
    let path = format!("channels/{}/messages", sim.channel_id(channel));
    rest(sim, "POST", &path, json!({"content": "x"})).await
}

#[tokio::test]
async fn headers_count_down_and_the_next_request_is_refused() {
    let sim = start(limits(3, None)).await;
    let mut names = vec![];
    for remaining in ["2", "1", "0"] {
        let (status, headers, _) = write(&sim, "general").await;
        assert_eq!(status, 200);
        assert_eq!(header(&headers, "limit"), "3");
        assert_eq!(header(&headers, "remaining"), remaining);
        assert_eq!(header(&headers, "scope"), "");
        let after = seconds(&headers, "reset-after");
        assert!(after > 0.0 && after <= 5.0, "{after}");
        let left = seconds(&headers, "reset")
            - Duration::from_millis(sim.now_ms().unsigned_abs()).as_secs_f64();
        assert!(left > 0.0 && left <= 5.0, "{left}");
        names.push(header(&headers, "bucket").to_owned());
    }
    let (status, headers, body) = write(&sim, "general").await;
    assert_eq!(status, 429);
    assert_eq!(
        (header(&headers, "scope"), header(&headers, "remaining")),
        ("user", "0")
    );
    assert_eq!(header(&headers, "global"), "");
    let wait = body["retry_after"].as_f64().unwrap();
    assert!(
        wait > 0.0 && wait <= 5.0 && body["global"] == false,
        "{body}"
    );
    let whole: f64 = headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!(whole >= wait && whole < wait + 1.0, "{whole}");
    assert_eq!(
        sim.messages("general").len(),
        3,
        "what is refused is not done"
    );

    // Another channel, and another route, have windows of their own.
    let (_, headers, _) = write(&sim, "review").await;
    assert_eq!(header(&headers, "remaining"), "2");
    assert_eq!(header(&headers, "bucket"), names[0]);
    let path = format!("channels/{}", sim.channel_id("general"));
    let (_, headers, _) = rest(&sim, "GET", &path, Value::Null).await;
    assert_eq!(header(&headers, "remaining"), "2");
    assert_ne!(header(&headers, "bucket"), names[0]);

    sim.advance(Duration::from_secs(5));
    let (status, headers, _) = write(&sim, "general").await;
    assert_eq!((status, header(&headers, "remaining")), (200, "2"));
}

#[tokio::test]
async fn the_global_limit_counts_everything_but_answers_to_interactions() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    sim.set_rate_limits(limits(1000, Some(2)).rate_limits);
    let refused = async {
        for sent in 0..=200 {
            let (status, headers, body) = rest(&sim, "GET", "users/@me", Value::Null).await;
            if status == 429 {
                return (sent, headers, body);
            }
        }
        panic!("no limit");
    };
    let (sent, headers, body) = refused.await;
    assert!(sent >= 2, "{sent}");
    assert_eq!(
        (header(&headers, "global"), header(&headers, "scope")),
        ("true", "global")
    );
    assert_eq!(header(&headers, "bucket"), "");
    assert_eq!(body["global"], true);
    // Held at the limit: with none left, interactions are still answered.
    sim.set_rate_limits(limits(1000, Some(0)).rate_limits);
    assert_eq!(write(&sim, "general").await.0, 429);
    let ada = sim.as_user("ada");
    let (reply, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("pong")).await;
    });
    assert_eq!(reply.unwrap().content, "pong");
}

/// twilight-http 0.18 reads the headers only where there is a scope, which is where a request was refused.
#[tokio::test]
async fn the_real_client_waits_until_a_refused_request_is_allowed() {
    let sim = start(Options::default()).await;
    let window = Window {
        limit: 2,
        per: Duration::from_millis(150),
    };
    sim.set_rate_limits(RateLimits {
        routes: vec![(("POST", "channels/*/messages").into(), window)],
        ..RateLimits::default()
    });
    let builder = twilight_http::Client::builder().token("sim.bot.token".to_owned());
    let client = builder.proxy(sim.rest_host(), true).build();
    let general = Id::new(sim.channel_id("general"));
    let before = Instant::now();
    for _ in 0..6 {
        client.create_message(general).content("x").await.unwrap();
    }
    assert!(
        before.elapsed() >= Duration::from_millis(290),
        "it waited twice"
    );
    let requests = sim.requests();
    let statuses: Vec<_> = requests.iter().filter_map(|it| it.status).collect();
    let refused = statuses.iter().filter(|status| **status == 429).count();
    assert_eq!(statuses.len() - refused, 6, "{statuses:?}");
    let twice = statuses.windows(2).any(|pair| pair == [429, 429]);
    assert!((1..=2).contains(&refused) && !twice, "{statuses:?}");
    assert_eq!(sim.messages("general").len(), 6);
}

#[tokio::test]
async fn limits_are_set_and_read_by_hand() {
    let sim = start(Options::default()).await;
    let (status, like) = post(&sim, "/limits", json!({"preset": "discord"})).await;
    assert_eq!((status, &like["global"]), (200, &json!(50)));
    assert_eq!(like["routes"][0]["route"], "POST channels/*/messages");
    for remaining in (0..5).rev() {
        let (_, headers, _) = write(&sim, "general").await;
        assert_eq!(header(&headers, "remaining"), remaining.to_string());
    }
    assert_eq!(write(&sim, "general").await.0, 429);
    let own = json!({"route": {"limit": 7, "per": 2.5}, "routes": [
        {"method": "POST", "path": "channels/*/messages", "limit": 1, "per": 60}]});
    let (_, set) = post(&sim, "/limits", own).await;
    assert_eq!(
        (&set["route"]["limit"], &set["global"]),
        (&json!(7), &Value::Null)
    );
    assert_eq!(get(&sim, "").await.1["limits"], set);
    assert_eq!(
        write(&sim, "general").await.0,
        200,
        "every window begins anew"
    );
    assert_eq!(write(&sim, "general").await.0, 429);
    let endless = json!({"route": {"limit": 1, "per": 1e9}});
    assert_eq!(post(&sim, "/limits", endless).await.0, 400);
}

#[tokio::test]
async fn a_slow_answer_is_given_when_its_time_has_come() {
    let sim = start(Options::default()).await;
    let slow = Fault::Slow {
        by: Duration::from_secs(30),
    };
    sim.fail_next(("POST", "channels/*/messages"), slow, 1);
    let (before, mut answer) = (Instant::now(), Box::pin(write(&sim, "general")));
    let sent = sim.wait_until(
        |view| !view.messages("general").is_empty(),
        Duration::from_secs(10),
    );
    tokio::select! {
        _ = &mut answer => panic!("answered too early"),
        sent = sent => sent.unwrap(),
    }
    assert_eq!(sim.requests()[0].status, None, "done, and not answered");
    sim.advance(Duration::from_secs(29));
    assert!((&mut answer).now_or_never().is_none());
    sim.advance(Duration::from_secs(1));
    assert_eq!(answer.await.0, 200);
    assert!(before.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn slow_answers_are_planted_and_forgotten_by_hand() {
    let sim = start(Options::default()).await;
    let slow = |seconds: f64| json!({"path": "channels/*/messages", "fault": {"kind": "slow", "seconds": seconds}, "times": 5});
    assert_eq!(post(&sim, "/faults", slow(61.0)).await.0, 400);
    assert_eq!(post(&sim, "/faults", slow(0.05)).await.1["planted"], 1);
    let before = Instant::now();
    assert_eq!(write(&sim, "general").await.0, 200);
    assert!(before.elapsed() >= Duration::from_millis(50));
    post(&sim, "/faults", slow(60.0)).await;
    let client = reqwest::Client::builder().build().unwrap();
    let url = format!("{}/faults", sim.control_url());
    assert_eq!(client.delete(url).send().await.unwrap().status(), 200);
    assert_eq!(write(&sim, "general").await.0, 200);
    assert!(before.elapsed() < Duration::from_secs(30));
}
