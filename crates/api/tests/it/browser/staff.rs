//! The page of the staff.

use super::{Browser, Site, header, location, shows};
use crate::helpers::{TestApp, given, guild, named, user};
use crate::staff::with_staff;
use paddock_api_types::members::BanMember;
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

const EVIL: &str = "<img src=x onerror=alert(1)>";

/// A bot that sees somebody in this server.
async fn sees(app: &TestApp, id: i64) {
    let heartbeat = json!({
        "version": "1", "shards": 1, "connected_shards": 1,
        "intents": {"presences": "granted", "members": "granted"},
    });
    app.bot().send_heartbeat(&given(heartbeat)).await.unwrap();
    let report = json!({"seed": false, "presences": [{
        "user_id": user(id), "status": "dnd", "platforms": {"vr": "dnd", "mobile": "idle"},
        "observed_at": paddock_api::Clock::now(&*app.clock), "custom_status": EVIL,
        "activities": [{"kind": "playing", "name": EVIL}],
    }]});
    let report = given(report);
    let (bot, here) = (app.bot(), guild(crate::helpers::GUILD));
    bot.report_presences(here, &report).await.unwrap();
}

#[tokio::test]
async fn the_page_has_everybody_in_words_and_escapes_what_strangers_say() {
    let site = Site::new().await;
    let app = &site.app;
    with_staff(app).await;
    let browser = site.signed_in("ada").await;
    let titled = given(json!({"display_name": EVIL, "title": EVIL}));
    app.admin().update_staff(user(1), &titled).await.unwrap();
    let leave = given(json!({"until": "2026-11-30", "reason": "<b>Rest</b>"}));
    app.admin().take_leave(user(2), &leave).await.unwrap();
    sees(app, 1).await;
    app.member(1).begin_duty().await.unwrap();
    app.clock.advance(Duration::from_secs(90));
    let page = shows(browser.get("/staff").await, 200, "Staff").await;
    for part in [
        "<span class=\"badge dnd\" data-part=\"status\">Do not disturb</span>",
        "<span class=\"badge unknown\" data-part=\"status\">Unknown</span>",
        "Not seen since the bot began to watch.",
        "data-part=\"platforms\">phone (idle), headset</dd>",
        "<time data-part=\"since\" datetime=\"2026-11-21T12:00:00Z\" \
         title=\"21 November 2026, 12:00 UTC\">1 minute ago</time>",
        "<time data-part=\"seen\" datetime=\"2026-11-21T12:01:00Z\" \
         title=\"21 November 2026, 12:01 UTC\">just now</time>",
        "<dt>On duty (said)</dt><dd><time data-part=\"duty\" datetime=\"2026-11-21T12:00:00Z\"",
        "now, 21 November 2026 to 30 November 2026: &#60;b&#62;Rest&#60;/b&#62;",
        "<noscript>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_eq!(page.matches("&#60;img src=x").count(), 4, "{page}");
    for what in [
        "<img",
        "<b>",
        "<style",
        " style=",
        " onerror=alert(1)&#62;\"",
    ] {
        assert!(!page.contains(what), "{what} in {page}");
    }
    let scripts: Vec<_> = page.split("<script").skip(1).collect();
    assert_eq!(scripts.len(), 1);
    assert!(scripts[0].starts_with(" src=\"/assets/staff.js\" defer></script>"));
}

#[tokio::test]
async fn the_page_runs_our_script_and_asks_us_alone() {
    let site = Site::new().await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let page = browser.get("/staff").await;
    let policy = header(&page, "content-security-policy").unwrap().to_owned();
    for directive in [
        "default-src 'none'; ",
        "; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
    ] {
        assert!(policy.contains(directive), "{policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    let home = browser.get("/").await;
    let home = header(&home, "content-security-policy").unwrap();
    assert!(!home.contains("script"), "{home}");

    let script = browser.get("/assets/staff.js").await;
    let kind = header(&script, "content-type");
    assert_eq!(kind, Some("text/javascript; charset=utf-8"));
    assert_eq!(header(&script, "x-content-type-options"), Some("nosniff"));
    assert!(header(&script, "etag").is_some());
    let script = script.text().await.unwrap();
    for what in [
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "http://",
    ] {
        assert!(!script.contains(what), "{what}");
    }
}

#[tokio::test]
async fn the_page_is_sent_again_once_it_says_something_else() {
    let site = Site::new().await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let first = browser.get("/staff").await;
    assert_eq!(header(&first, "cache-control"), Some("private, no-cache"));
    assert_eq!(header(&first, "vary"), Some("cookie"));
    let policy = header(&first, "content-security-policy")
        .unwrap()
        .to_owned();
    let tag = header(&first, "etag").unwrap().to_owned();
    let again = async || {
        let request = browser.request(Method::GET, "/staff");
        browser.send(request.header("if-none-match", &tag)).await
    };
    site.app.clock.advance(Duration::from_secs(5));
    let known = again().await;
    assert_eq!(known.status(), 304);
    assert_eq!(header(&known, "content-security-policy"), Some(&*policy));
    sees(&site.app, 1).await;
    assert_eq!(again().await.status(), 200);
}

#[tokio::test]
async fn the_page_is_for_members_of_the_server_and_linked_where_there_is_staff() {
    const OTHER: i64 = 4242;
    let site = Site::new().await;
    let app = &site.app;
    let stranger = Browser::new(&app.url);
    let start = "/auth/discord/start?return_to=%2Fstaff";
    assert_eq!(location(&stranger.get("/staff").await), start);

    let browser = site.signed_in("ada").await;
    let home = browser.get("/").await.text().await.unwrap();
    assert!(!home.contains("href=\"/staff\""), "nobody is on the staff");
    shows(
        browser.get("/staff").await,
        200,
        "<p id=\"nobody\">Nobody is on the staff.",
    )
    .await;
    with_staff(app).await;
    let home = browser.get("/").await.text().await.unwrap();
    assert!(home.contains("<a href=\"/staff\">Staff</a>"), "{home}");
    let page = shows(
        browser.get("/staff").await,
        200,
        "aria-current=\"page\">Staff",
    )
    .await;
    assert_eq!(page.matches("<li data-user=").count(), 2 + 1, "{page}");

    let ada = site.id("ada");
    let there = app.acting_in(OTHER, ada, 0);
    there.register_member(&named("Ada")).await.unwrap();
    browser
        .post("/auth/server", &format!("server={OTHER}&return_to=%2F"))
        .await;
    let other = shows(browser.get("/staff").await, 200, "Nobody is on the staff.").await;
    assert!(!other.contains("data-user=\"1\""), "{other}");
    assert!(!other.contains("href=\"/staff\">Staff"), "{other}");

    let mira = site.signed_in("mira").await;
    let id = user(site.id("mira"));
    let gone = given(json!({"members": [{"user_id": id, "in_guild": false}]}));
    let here = guild(crate::helpers::GUILD);
    app.bot().report_members(here, &gone).await.unwrap();
    shows(
        mira.get("/staff").await,
        403,
        "no longer in this Discord server",
    )
    .await;
    let (admin, reason) = (app.admin(), BanMember::default());
    admin.ban_member(id, &reason).await.unwrap();
    let banned = mira.get("/staff").await;
    let policy = header(&banned, "content-security-policy").unwrap();
    assert!(!policy.contains("script"), "{policy}");
    // The ban has ended the session.
    assert_eq!(location(&banned), start);
}
