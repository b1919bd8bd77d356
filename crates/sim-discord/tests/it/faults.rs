//! Rate limits and injected faults.

use std::time::{Duration, Instant};

use paddock_sim_discord::{Fault, GUILD_ID, Options, RateLimitScope, SimDiscord};
use serde_json::{Value, json};
use twilight_model::id::Id;
use twilight_model::id::marker::{ChannelMarker, GuildMarker};

use crate::helpers::{http, refusal, start};

const GUILD: Id<GuildMarker> = Id::new(GUILD_ID);

fn channel(sim: &SimDiscord, name: &str) -> Id<ChannelMarker> {
    Id::new(sim.channel_id(name))
}

async fn get_raw(sim: &SimDiscord) -> reqwest::Response {
    let client = reqwest::Client::builder().build().unwrap();
    let url = format!("http://{}/api/v10/users/@me", sim.rest_host());
    client
        .get(url)
        .header("authorization", "Bot sim.bot.token")
        .send()
        .await
        .unwrap()
}

#[tokio::test]
async fn rate_limits_are_answered_as_discord_answers_them() {
    let sim = start(Options::default()).await;
    let header = |answer: &reqwest::Response, name: &str| {
        answer
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap().to_owned())
    };
    let fine = get_raw(&sim).await;
    assert!(header(&fine, "x-ratelimit-bucket").is_some());
    assert_eq!(header(&fine, "x-ratelimit-scope"), None);

    let limit = |scope| Fault::RateLimited {
        scope,
        retry_after: Duration::from_millis(900),
    };
    let cases = [
        (RateLimitScope::User, Some("user"), true),
        (RateLimitScope::Shared, Some("shared"), true),
        (RateLimitScope::Global, Some("global"), false),
        (RateLimitScope::Cloudflare, None, false),
    ];
    for (scope, name, bucket) in cases {
        sim.fail_next("users", limit(scope), 1);
        let answer = get_raw(&sim).await;
        assert_eq!(answer.status(), 429);
        assert_eq!(header(&answer, "retry-after").as_deref(), Some("1"));
        assert_eq!(header(&answer, "x-ratelimit-scope").as_deref(), name);
        assert_eq!(header(&answer, "x-ratelimit-bucket").is_some(), bucket);
        let global = scope == RateLimitScope::Global;
        assert_eq!(header(&answer, "x-ratelimit-global").is_some(), global);
        if scope != RateLimitScope::Cloudflare {
            let body: Value = answer.json().await.unwrap();
            assert_eq!(
                (&body["retry_after"], &body["global"]),
                (&json!(0.9), &json!(global))
            );
        }
    }
    assert_eq!(get_raw(&sim).await.status(), 200);
}

#[tokio::test]
async fn the_real_client_waits_out_a_user_limit() {
    let sim = start(Options::default()).await;
    let _provider = rustls::crypto::ring::default_provider().install_default();
    let builder = twilight_http::Client::builder().token("sim.bot.token".to_owned());
    let limited = builder.proxy(sim.rest_host(), true).build();
    let retry_after = Duration::from_millis(300);
    let fault = Fault::RateLimited {
        scope: RateLimitScope::User,
        retry_after,
    };
    sim.fail_next(("POST", "channels/*/messages"), fault, 1);
    let before = Instant::now();
    limited
        .create_message(channel(&sim, "general"))
        .content("hi")
        .await
        .unwrap();
    assert!(before.elapsed() >= retry_after);
    let statuses: Vec<_> = sim
        .requests()
        .iter()
        .filter_map(|request| request.status)
        .collect();
    assert_eq!(statuses, [429, 200]);
}

#[tokio::test]
async fn faults_apply_to_the_requests_that_they_are_meant_for() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let general = channel(&sim, "general");
    sim.fail_next(("POST", "channels"), Fault::Status(503), 1);
    let failed = http
        .create_message(general)
        .content("one")
        .await
        .unwrap_err();
    assert_eq!(refusal(&failed).0, 503);
    assert!(sim.messages("general").is_empty());
    sim.fail_next(("POST", "channels"), Fault::AppliedThen(500), 1);
    let failed = http
        .create_message(general)
        .content("two")
        .await
        .unwrap_err();
    assert_eq!(refusal(&failed).0, 500);
    assert_eq!(sim.messages("general").len(), 1);
    sim.fail_next("channels", Fault::Garbage, 1);
    http.create_message(general)
        .content("three")
        .await
        .unwrap_err();
    sim.fail_next("channels", Fault::Hang, 1);
    let hung = http.create_message(general).content("four");
    let hung = tokio::time::timeout(Duration::from_millis(100), IntoFuture::into_future(hung));
    assert!(hung.await.is_err());
    http.create_message(general).content("five").await.unwrap();
    assert_eq!(sim.messages("general").len(), 2);
    sim.stop().await;
}

#[tokio::test]
async fn unknown_endpoints_are_recorded() {
    let sim = start(Options {
        strict: false,
        ..Options::default()
    })
    .await;
    let refused = http(&sim).emojis(GUILD).await.unwrap_err();
    assert_eq!(refusal(&refused), (404, 0));
    assert_eq!(sim.unexpected(), [format!("GET guilds/{GUILD_ID}/emojis")]);
}
