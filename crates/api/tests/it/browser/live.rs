//! Events that a browser is sent for as long as it is signed in.

use super::{Browser, Site};
use crate::helpers::{GUILD, given, guild, named, user};
use crate::staff::{Stream, with_staff};
use paddock_api_types::members::BanMember;
use reqwest::Response;
use serde_json::json;
use std::time::{Duration, Instant};

/// Well within the ten seconds after which every stream is looked at anyway.
const SOON: Duration = Duration::from_secs(5);

/// A stream of this browser that has begun.
async fn watching(browser: &Browser) -> Stream {
    let mut stream = Stream::of(browser.get("/api/staff/live").await);
    stream.member().await;
    stream
}

async fn ends_soon(mut stream: Stream, why: &str) {
    let begun = Instant::now();
    while stream.next().await.is_some() {}
    assert!(begun.elapsed() < SOON, "{why}: {:?}", begun.elapsed());
}

#[tokio::test]
async fn a_stream_ends_with_the_session_and_with_the_service() {
    let site = Site::new().await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let mut stays = Stream::open(&site.app, "", None).await;
    stays.member().await;

    let stream = watching(&browser).await;
    browser.post("/auth/sign-out", "").await;
    ends_soon(stream, "signed out").await;

    let [here, there] = [site.again("ada").await, site.again("ada").await];
    let stream = watching(&here).await;
    there.post("/auth/sign-out-everywhere", "").await;
    ends_soon(stream, "signed out elsewhere").await;

    let stream = watching(&site.again("ada").await).await;
    let ada = site.id("ada");
    let gone = given(json!({"members": [{"user_id": user(ada), "in_guild": false}]}));
    let bot = site.app.bot();
    bot.report_members(guild(GUILD), &gone).await.unwrap();
    ends_soon(stream, "left the server").await;

    let stream = watching(&site.signed_in("mira").await).await;
    let mira = user(site.id("mira"));
    let (admin, reason) = (site.app.admin(), BanMember::default());
    admin.ban_member(mira, &reason).await.unwrap();
    ends_soon(stream, "banned").await;

    site.app.stop();
    ends_soon(stays, "stopped").await;
}

#[tokio::test]
async fn a_stream_is_of_one_server_and_ends_where_the_session_acts_in_another() {
    const OTHER: i64 = 4242;
    let site = Site::new().await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let there = site.app.acting_in(OTHER, site.id("ada"), 0);
    there.register_member(&named("Ada")).await.unwrap();
    let stream = watching(&browser).await;
    let form = format!("server={OTHER}&return_to=%2F");
    assert_eq!(browser.post("/auth/server", &form).await.status(), 303);
    ends_soon(stream, "another server").await;
    let other = browser.get("/api/staff/live").await;
    assert_eq!(other.headers()["x-guild-id"], OTHER.to_string());
}

/// Waits until it was looked whether the stream may go on.
async fn looked_at(stream: &mut Response) {
    let mut text = String::new();
    while !text.contains(": still here\n\n") {
        let chunk = stream.chunk().await.unwrap().expect("it goes on");
        text.push_str(std::str::from_utf8(&chunk).unwrap());
    }
}

#[tokio::test]
async fn looking_whether_a_stream_may_go_on_is_no_call_of_its_member() {
    // The registration, the stream, and what is asked at the end.
    let site = Site::with(&[("RATE_LIMIT_PER_MINUTE", "6")]).await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let mut stream = browser.get("/api/staff/live").await;
    for _ in 0..7 {
        let other = site.again("ada").await;
        other.post("/auth/sign-out", "").await;
        looked_at(&mut stream).await;
    }
    for _ in 0..3 {
        assert_eq!(browser.me().await, 200);
    }
}
