//! The way to Discord and back, and everything that can go wrong on it.

use super::{Browser, Site, header, keys, location, parameter, path, shows};
use crate::helpers::{ADMINISTRATOR, GUILD, TestApp, named, user};
use crate::log::Log;
use paddock_sim_discord::{Fault, Options, RateLimitScope, SimDiscord};
use reqwest::Method;
use std::time::Duration;

#[tokio::test]
async fn signing_in_shows_who_one_is_and_signing_out_ends_it() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let first = browser.get("/").await;
    shows(first, 200, "Sign in with Discord").await;

    let started = browser.start("/api/members/me?x=1").await;
    assert_eq!(started.status(), 303);
    let cookie = header(&started, "set-cookie").unwrap();
    assert!(cookie.starts_with("paddock_sign_in="), "{cookie}");
    assert!(
        cookie.ends_with("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let discord = location(&started);
    assert!(discord.starts_with(&format!("{}/oauth2/authorize?", site.discord.oauth_url())));
    let said = |name| parameter(&discord, name).unwrap();
    assert_eq!(said("response_type"), "code");
    assert_eq!(said("scope"), "identify");
    assert_eq!(said("code_challenge_method"), "S256");
    assert_eq!(
        said("redirect_uri"),
        format!("{}/auth/discord/callback", site.app.url)
    );
    assert_eq!(
        (said("state").len(), said("code_challenge").len()),
        (43, 43)
    );

    let back = site.discord.decide(&discord, Some("ada"));
    let entered = browser.get(&path(&back)).await;
    assert_eq!(
        (entered.status().as_u16(), &*location(&entered)),
        (303, "/api/members/me?x=1")
    );
    let cookie = header(&entered, "set-cookie").unwrap();
    assert!(cookie.starts_with("paddock_session="), "{cookie}");
    assert!(
        cookie.ends_with("; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    assert_eq!(header(&entered, "cache-control"), Some("no-store"));

    assert_eq!(browser.me().await, 200);
    let home = browser.get("/").await;
    assert_eq!(header(&home, "cache-control"), Some("no-store"));
    let home = shows(home, 200, "You are signed in as <strong>ada</strong>").await;
    assert!(home.contains("action=\"/auth/sign-out\""), "{home}");

    let token = browser.cookie("paddock_session").unwrap();
    let out = browser.post("/auth/sign-out", "").await;
    assert_eq!(
        (out.status().as_u16(), &*location(&out)),
        (303, "/?success=signed_out")
    );
    assert_eq!(browser.cookie("paddock_session"), None);
    shows(
        browser.get("/?success=signed_out").await,
        200,
        "You have signed out.",
    )
    .await;
    browser.set_cookie("paddock_session", &token);
    assert_eq!(browser.me().await, 401, "the token works no more");
}

#[tokio::test]
async fn behind_https_cookies_go_no_other_way() {
    let site = Site::with(&[("BASE_URL", "https://paddock.example.org")]).await;
    let started = Browser::new(&site.app.url).start("/").await;
    let cookie = header(&started, "set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-paddock_sign_in="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
    let redirect = parameter(&location(&started), "redirect_uri");
    let callback = "https://paddock.example.org/auth/discord/callback";
    assert_eq!(redirect.as_deref(), Some(callback));
}

#[tokio::test]
async fn a_way_back_leads_nowhere_else() {
    let site = Site::new().await;
    let browser = Browser::new(&site.app.url);
    for elsewhere in [
        "//evil.example.org",
        "https://evil.example.org",
        "/\\evil.example.org",
        "x",
    ] {
        let refused = browser.start(elsewhere).await;
        shows(refused, 400, "leads to another site").await;
    }
}

#[tokio::test]
async fn who_says_no_is_told_so() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let denied = browser.sign_in(&site.discord, None, "/").await;
    let page = shows(denied, 403, "You did not allow it in Discord").await;
    assert!(
        page.contains("href=\"/\"") && page.contains("/auth/discord/start"),
        "{page}"
    );
    assert_eq!(browser.cookie("paddock_session"), None);
}

#[tokio::test]
async fn a_state_is_good_once_for_ten_minutes_and_in_one_browser() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let stale = "was finished before, or took longer";
    for unknown in [
        "?code=x",
        "?code=x&state=x",
        &format!("?code=x&state={}", "a".repeat(43)),
    ] {
        let refused = browser
            .get(&format!("/auth/discord/callback{unknown}"))
            .await;
        shows(refused, 400, stale).await;
    }

    let back = async |browser: &Browser| {
        let started = browser.start("/").await;
        path(&site.discord.decide(&location(&started), Some("ada")))
    };
    let used = back(&browser).await;
    assert_eq!(browser.get(&used).await.status(), 303);
    shows(browser.get(&used).await, 400, stale).await;
    assert_eq!(browser.me().await, 200, "who is signed in stays so");

    let old = back(&browser).await;
    site.app.clock.advance(Duration::from_mins(10));
    shows(browser.get(&old).await, 400, stale).await;

    // Somebody begins a sign-in as themselves, and has another one's browser finish it.
    let attacker = Browser::new(&site.app.url);
    let (victim, planted) = (Browser::new(&site.app.url), back(&attacker).await);
    shows(victim.get(&planted).await, 400, "begun in another browser").await;
    assert_eq!(victim.cookie("paddock_session"), None);
    let (other, planted) = (Browser::new(&site.app.url), back(&attacker).await);
    other.start("/").await;
    shows(other.get(&planted).await, 400, "begun in another browser").await;
    shows(attacker.get(&planted).await, 400, stale).await;
}

#[tokio::test]
async fn each_of_two_tabs_can_finish() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let first = location(&browser.start("/").await);
    let second = location(&browser.start("/").await);
    for started in [first, second] {
        let back = site.discord.decide(&started, Some("ada"));
        assert_eq!(browser.get(&path(&back)).await.status(), 303);
    }
}

#[tokio::test]
async fn whatever_discord_answers_there_is_a_page() {
    let site = Site::new().await;
    site.member("ada").await;
    let busy = Fault::RateLimited {
        scope: RateLimitScope::Global,
        retry_after: Duration::from_secs(7),
    };
    let odd = Fault::Body(serde_json::json!({"hello": "there"}));
    let (down, unusable) = ("Discord does not answer", "Discord answered something");
    let cases = [
        ("oauth2/token", busy.clone(), 503, down),
        ("oauth2/token", Fault::Status(503), 503, down),
        ("oauth2/token", Fault::Garbage, 503, down),
        ("oauth2/token", odd.clone(), 502, unusable),
        ("users/@me", busy, 503, down),
        ("users/@me", Fault::Status(500), 503, down),
        ("users/@me", Fault::Status(401), 502, unusable),
        ("users/@me", odd, 502, unusable),
    ];
    for (path, fault, status, text) in cases {
        let browser = Browser::new(&site.app.url);
        let waits = matches!(fault, Fault::RateLimited { .. });
        site.discord.fail_next(path, fault, 1);
        let answer = browser.sign_in(&site.discord, Some("ada"), "/").await;
        let asked = header(&answer, "retry-after").map(str::to_owned);
        assert_eq!(asked.as_deref(), waits.then_some("7"), "{path}");
        shows(answer, status, text).await;
        assert_eq!(browser.cookie("paddock_session"), None);
        // And the way back leads in.
        let answer = browser.sign_in(&site.discord, Some("ada"), "/").await;
        assert_eq!(answer.status(), 303);
    }
}

#[tokio::test]
async fn a_discord_that_cannot_be_reached_is_no_fault_of_ours() {
    let discord = SimDiscord::start(Options::default()).await.unwrap();
    let keys = keys(&discord);
    let keys: Vec<_> = keys.iter().map(|(key, value)| (*key, &**value)).collect();
    let app = TestApp::spawn_with(&keys).await;
    let browser = Browser::new(&app.url);
    let started = browser.start("/").await;
    let back = discord.decide(&location(&started), Some("ada"));
    discord.stop().await;
    let answer = browser.get(&path(&back)).await;
    shows(answer, 503, "Discord does not answer").await;
}

#[tokio::test]
async fn without_keys_people_learn_that_the_operator_sets_it_up() {
    let app = TestApp::spawn().await;
    let browser = Browser::new(&app.url);
    shows(
        browser.get("/").await,
        200,
        "Signing in is not set up here yet",
    )
    .await;
    for path in [
        "/auth/discord/start",
        "/auth/discord/callback?code=x&state=y",
    ] {
        shows(browser.get(path).await, 503, "DISCORD_CLIENT_ID").await;
    }
}

#[tokio::test]
async fn who_is_registered_nowhere_learns_what_to_do() {
    let site = Site::new().await;
    let browser = Browser::new(&site.app.url);
    let answer = browser.sign_in(&site.discord, Some("ada"), "/").await;
    shows(answer, 403, "Type /register in your Discord server").await;
    assert_eq!(browser.cookie("paddock_session"), None);

    // Who was banned is told no more.
    let ada = user(site.id("ada"));
    site.member("ada").await;
    site.app
        .admin()
        .ban_member(ada, &crate::helpers::given(serde_json::json!({})))
        .await
        .unwrap();
    let answer = browser.sign_in(&site.discord, Some("ada"), "/").await;
    shows(answer, 403, "you are registered in no server").await;
}

#[tokio::test]
async fn who_is_in_two_servers_chooses() {
    let site = Site::new().await;
    site.member("ada").await;
    let (ada, other) = (site.id("ada"), GUILD + 1);
    let there = site.app.acting_in(other, ada, 0);
    there.register_member(&named("Countess")).await.unwrap();
    let browser = Browser::new(&site.app.url);
    let entered = browser.sign_in(&site.discord, Some("ada"), "/?a=b").await;
    let choose = location(&entered);
    assert_eq!(choose, "/auth/server?return_to=%2F%3Fa%3Db");
    let page = shows(browser.get(&choose).await, 200, "Which one is this about?").await;
    assert!(
        page.contains(&format!("value=\"{GUILD}\" checked")),
        "{page}"
    );
    assert!(
        page.contains(&format!("value=\"{other}\"> Server {other}")),
        "{page}"
    );

    let form = format!("server={other}&return_to=%2F%3Fa%3Db");
    let chosen = browser.post("/auth/server", &form).await;
    assert_eq!(location(&chosen), "/?a=b&success=server_chosen");
    let home = browser.get(&location(&chosen)).await;
    let home = shows(home, 200, "You act in this server from now on.").await;
    assert!(home.contains("Countess"), "{home}");

    // Neither a server that one is not in, nor one that bans, nor a way elsewhere.
    let foreign = browser.post("/auth/server", "server=5&return_to=%2F").await;
    assert_eq!(location(&foreign), "/auth/server?error=no_member");
    let page = browser.get(&location(&foreign)).await;
    shows(page, 200, "You are no member of this server any more.").await;
    let away = format!("server={GUILD}&return_to=%2F%2Fevil.example.org");
    assert_eq!(browser.post("/auth/server", &away).await.status(), 400);
    let admin = site.app.acting_in(other, 77, ADMINISTRATOR);
    let no_reason = crate::helpers::given(serde_json::json!({}));
    admin.ban_member(user(ada), &no_reason).await.unwrap();
    assert_eq!(
        browser.me().await,
        401,
        "banned in the server that was chosen"
    );
}

#[tokio::test]
async fn beginning_again_and_again_is_stopped() {
    let site = Site::new().await;
    let browser = Browser::new(&site.app.url);
    for _ in 0..30 {
        assert_eq!(browser.start("/").await.status(), 303);
    }
    let stopped = browser.start("/").await;
    assert!(header(&stopped, "retry-after").is_some());
    shows(stopped, 429, "too much in a short time").await;
    let program = browser
        .http
        .request(Method::GET, format!("{}/auth/discord/start", site.app.url));
    let program = program.send().await.unwrap();
    assert_eq!(
        header(&program, "content-type"),
        Some("application/problem+json")
    );
}

#[tokio::test]
async fn no_code_cookie_or_secret_of_a_sign_in_is_in_any_line_of_the_log() {
    let log = Log::of_everything().await;
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    let started = browser.start("/").await;
    let bound = browser.cookie("paddock_sign_in").unwrap();
    let back = site.discord.decide(&location(&started), Some("ada"));
    let said = |name| parameter(&back, name).unwrap();
    browser.get(&path(&back)).await;
    let session = browser.cookie("paddock_session").unwrap();
    assert_eq!(browser.me().await, 200);
    browser.get("/").await;
    browser.post("/auth/sign-out", "").await;
    log.has_none_of(&[
        &said("code"),
        &said("state"),
        &bound,
        &session,
        &Options::default().client_secret,
        "sim-access-",
        "sim-refresh-",
    ]);
}
