//! How long sessions go on, and what ends them.

use super::{Browser, Site, location, shows};
use crate::helpers::{GUILD, given, guild, user};
use paddock_api_types::audit::{AuditVia, ListAuditQuery};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_session_ends_unused_after_two_weeks() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    site.app.clock.advance(DAY * 13);
    assert_eq!(browser.me().await, 200);
    site.app.clock.advance(DAY * 14);
    assert_eq!(browser.me().await, 401);
    let home = browser.get("/").await;
    shows(home, 200, "Sign in with Discord").await;
}

#[tokio::test]
async fn a_session_ends_after_sixty_days_however_much_it_is_used() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    for _ in 0..59 {
        site.app.clock.advance(DAY);
        assert_eq!(browser.me().await, 200);
    }
    site.app.clock.advance(DAY);
    assert_eq!(browser.me().await, 401);
}

#[tokio::test]
async fn whatever_a_browser_brings_a_sign_in_begins_a_session_of_its_own() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let planted = "a".repeat(43);
    browser.set_cookie("paddock_session", &planted);
    browser.sign_in(&site.discord, Some("ada"), "/").await;
    let first = browser.cookie("paddock_session").unwrap();
    assert_ne!(first, planted);
    let other = Browser::new(&site.app.url);
    other.set_cookie("paddock_session", &planted);
    assert_eq!(
        other.me().await,
        401,
        "the one that was planted is worth nothing"
    );

    browser.sign_in(&site.discord, Some("ada"), "/").await;
    assert_ne!(browser.cookie("paddock_session").unwrap(), first);
    other.set_cookie("paddock_session", &first);
    assert_eq!(other.me().await, 401, "the session before has ended");
    assert_eq!(browser.me().await, 200);
}

#[tokio::test]
async fn signing_out_is_for_this_browser_or_for_all() {
    let site = Site::new().await;
    let [one, two, three] = [
        site.signed_in("ada").await,
        site.again("ada").await,
        site.again("ada").await,
    ];
    let mira = site.signed_in("mira").await;
    one.post("/auth/sign-out", "").await;
    assert_eq!(
        (one.me().await, two.me().await, three.me().await),
        (401, 200, 200)
    );
    let out = two.post("/auth/sign-out-everywhere", "").await;
    assert_eq!(location(&out), "/?success=signed_out_everywhere");
    assert_eq!(
        (two.me().await, three.me().await, mira.me().await),
        (401, 401, 200)
    );
    // Once more is no fault.
    assert_eq!(two.post("/auth/sign-out", "").await.status(), 303);
    assert_eq!(
        two.post("/auth/sign-out-everywhere", "").await.status(),
        401
    );
}

#[tokio::test]
async fn a_ban_ends_sessions_for_good() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let (admin, ada) = (site.app.admin(), user(site.id("ada")));
    admin.ban_member(ada, &given(json!({}))).await.unwrap();
    assert_eq!(browser.me().await, 401);
    admin.unban_member(ada).await.unwrap();
    assert_eq!(browser.me().await, 401);
}

#[tokio::test]
async fn an_erasure_ends_sessions_and_an_export_names_them() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let ada = site.app.member(site.id("ada"));
    let export = ada.export_me().await.unwrap();
    let [session] = &export.browser_sessions[..] else {
        panic!("{:?}", export.browser_sessions)
    };
    assert_eq!(session.expires_at, session.created_at + DAY * 60);
    ada.delete_me().await.unwrap();
    assert_eq!(browser.me().await, 401);
}

#[tokio::test]
async fn who_left_the_server_is_refused_until_they_are_back() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let id = site.id("ada");
    let report = |present: bool| {
        given(json!({"members": [{"user_id": user(id), "in_guild": present, "role_ids": []}]}))
    };
    let (bot, guild) = (site.app.bot(), guild(GUILD));
    bot.report_members(guild, &report(false)).await.unwrap();
    assert_eq!(browser.me().await, 403);
    shows(
        browser.get("/auth/server").await,
        403,
        "no longer in this Discord server",
    )
    .await;
    bot.report_members(guild, &report(true)).await.unwrap();
    assert_eq!(browser.me().await, 200);
}

#[tokio::test]
async fn a_member_has_twenty_sessions() {
    let site = Site::with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let first = site.signed_in("ada").await;
    let second = site.again("ada").await;
    site.app.clock.advance(Duration::from_secs(1));
    let mut last = None;
    for _ in 0..18 {
        last = Some(site.again("ada").await);
        site.app.clock.advance(Duration::from_secs(1));
    }
    assert_eq!((first.me().await, second.me().await), (200, 200));
    site.again("ada").await;
    site.again("ada").await;
    assert_eq!(
        (first.me().await, second.me().await),
        (401, 401),
        "those begun first"
    );
    assert_eq!(last.unwrap().me().await, 200);
}

#[tokio::test]
async fn replicas_know_the_same_sessions() {
    let site = Site::new().await;
    site.member("ada").await;
    let other = site.replica().await;
    // Begun here, and finished there.
    let here = Browser::new(&site.app.url);
    let started = here.start("/").await;
    let back = site.discord.decide(&location(&started), Some("ada"));
    let there = here.at(&other);
    assert_eq!(there.get(&super::path(&back)).await.status(), 303);
    let here = there.at(&site.app);
    assert_eq!((here.me().await, there.me().await), (200, 200));
    there.post("/auth/sign-out", "").await;
    assert_eq!(here.me().await, 401);
}

#[tokio::test]
async fn what_is_done_in_a_browser_is_audited_as_such() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let request = browser.request(Method::PATCH, "/api/members/me");
    let request = request.header("sec-fetch-site", "same-origin");
    let changed = browser
        .send(request.json(&json!({"display_name": "Countess"})))
        .await;
    assert_eq!(changed.status(), 200);
    let log = site
        .app
        .admin()
        .list_audit(&ListAuditQuery::default())
        .await
        .unwrap();
    assert_eq!(log.items[0].via, AuditVia::Browser);
    assert_eq!(log.items[0].actor_id, Some(user(site.id("ada"))));
}

#[tokio::test]
async fn a_session_has_the_rights_that_are_stored() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    assert_eq!(browser.get("/api/members").await.status(), 403);
    site.app
        .admin()
        .grant_admin(user(site.id("ada")))
        .await
        .unwrap();
    assert_eq!(browser.get("/api/members").await.status(), 200);
}

#[tokio::test]
async fn requests_of_a_session_count_as_those_of_the_member() {
    let site = Site::with(&[("RATE_LIMIT_PER_MINUTE", "10")]).await;
    let browser = site.signed_in("ada").await;
    let mut answers = Vec::new();
    for _ in 0..11 {
        answers.push(browser.me().await);
    }
    assert_eq!(answers.last(), Some(&429), "{answers:?}");
    let page = browser.get("/auth/server").await;
    shows(page, 429, "too much in a short time").await;
    let ada = site.app.member(site.id("ada"));
    let refused = crate::helpers::code(ada.get_me().await);
    assert_eq!(refused, paddock_api_types::ErrorCode::RateLimited);
}
