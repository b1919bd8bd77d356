//! The page of the staff in Chromium: signed in with the simulated Discord, it shows what changes without a
//! reload, and shows nothing as current that it cannot know.

use crate::browser::fits;
use crate::caddy::behind_caddy;
use crate::staff::{hire, until_status};
use paddock_api::{Clock as _, FixedClock, Seams, SystemClock};
use paddock_api_client::Client;
use paddock_api_types::UserId;
use paddock_api_types::staff::{AddStaff, StaffActivityQuery, StaffStatus, StaffTime};
use paddock_e2e::{Chromium, Setup, System, eventually, guild_id, text};
use paddock_sim_discord::{Presence, activity};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a stranger may call what they do.
const EVIL: &str = "<img src=x onerror=\"document.title='taken over'\">";
const LIVE: &str = "Live: changes appear by themselves.";

/// The contrast of each shape to what is behind it, and of each word, the least of them.
const CONTRAST: &str = "(() => {
    const light = (text) => {
        const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(it => it / 255)
            .map(it => it <= .04045 ? it / 12.92 : ((it + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const contrast = (one, other) => {
        const [a, b] = [light(one), light(other)].sort((a, b) => b - a);
        return (a + .05) / (b + .05);
    };
    const rows = [...document.querySelectorAll('#staff > li')];
    return rows.map(row => {
        const ground = getComputedStyle(row).backgroundColor;
        const badge = row.querySelector('.badge');
        const words = [...row.querySelectorAll('h2, p, dt, dd')].map(it => contrast(getComputedStyle(it).color, ground));
        return [contrast(getComputedStyle(badge, '::before').borderTopColor, ground), Math.min(...words)];
    });
})()";

/// A system whose API has a clock that stands still until it is moved; it is no midnight soon.
async fn with_clock() -> (System, Arc<FixedClock>) {
    let now = SystemClock.now();
    let soon = now + Duration::from_mins(10);
    let day = |at: jiff::Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let clock = if day(now) == day(soon) { now } else { soon };
    let clock = Arc::new(FixedClock::at(clock));
    let mut setup = Setup::default();
    setup.seams = Seams {
        clock: clock.clone(),
        ..setup.seams
    };
    (System::with(setup).await, clock)
}

/// A browser in which Ada sees the staff.
async fn signed_in(system: &System) -> Chromium {
    let browser = Chromium::start().await;
    browser.goto(&format!("{}/staff", system.url())).await;
    browser.press("Ada").await;
    browser.sees(LIVE).await;
    // What the page of the simulated Discord asks for in vain says nothing of ours.
    browser.errors();
    browser.goto(&format!("{}/staff", system.url())).await;
    browser.sees(LIVE).await;
    let marked: Option<bool> = browser.ask("window.isTheSame = true").await;
    assert_eq!(marked, Some(true));
    browser
}

/// The status and the text of a row; nothing where there is none.
async fn row(browser: &Chromium, user: UserId) -> Option<(String, String)> {
    let script = format!(
        "(() => {{ const row = document.querySelector('[data-user=\"{user}\"]'); \
         return row && [row.querySelector('.badge').className.replace('badge ', ''), row.innerText]; }})()"
    );
    browser.ask(&script).await
}

/// Waits until the row of somebody has this status, and gives its text.
async fn shows(browser: &Chromium, user: UserId, status: &str) -> String {
    eventually(format!("{user} is shown as {status}"), async || {
        let (shown, text) = row(browser, user).await?;
        (shown == status).then_some(text)
    })
    .await
}

async fn was_not_reloaded(browser: &Chromium) {
    let kept: Option<bool> = browser.ask("window.isTheSame === true").await;
    assert_eq!(kept, Some(true), "the page was reloaded");
}

/// Ada signs out everywhere, in another browser.
async fn sign_out_elsewhere(system: &System) {
    let elsewhere = Chromium::start().await;
    elsewhere
        .goto(&format!("{}/auth/server", system.url()))
        .await;
    elsewhere.press("Ada").await;
    elsewhere.sees("Choose a server").await;
    elsewhere.goto(&format!("{}/", system.url())).await;
    elsewhere.press("Sign out everywhere").await;
    elsewhere.sees("Sign in").await;
    elsewhere.stop().await;
}

async fn spent(client: &Client, user: UserId) -> StaffTime {
    let query = StaffActivityQuery::default();
    client.get_staff_activity(user, &query).await.unwrap().total
}

#[tokio::test]
async fn statuses_change_in_the_page_and_are_unknown_without_the_bot() {
    let (mut system, clock) = with_clock().await;
    system.say("ada", "/register name:Ada Lovelace").await;
    let root = hire(&system, &["mira", "ada"]).await;
    let id = |name| system.user_id(name);
    let (mira, ada, alan) = (id("mira"), id("ada"), id("alan"));
    until_status(&root, mira, StaffStatus::Online).await;
    until_status(&root, ada, StaffStatus::Online).await;
    let browser = signed_in(&system).await;
    let shown = shows(&browser, mira, "online").await;
    for part in ["Stewarding tonight", "phone", "Last seen\njust now"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }

    // Within a second, but for a machine that is busy just then; and whatever strangers say stays what they
    // say.
    clock.advance(Duration::from_mins(1));
    let mut quickest = Duration::MAX;
    for status in ["idle", "online", "idle", "online", "dnd"] {
        let begun = Instant::now();
        let racing = Presence::new(status).doing(activity::playing(EVIL));
        system.discord.show("mira", racing);
        shows(&browser, mira, status).await;
        quickest = quickest.min(begun.elapsed());
    }
    assert!(quickest < Duration::from_secs(1), "{quickest:?}");
    let shown = shows(&browser, mira, "dnd").await;
    assert!(shown.contains(EVIL), "{shown}");
    assert!(shown.contains("Do not disturb"), "{shown}");
    eventually("the change is read out", async || {
        let news = "document.getElementById('news').textContent";
        let news: Option<String> = browser.ask(news).await;
        news?.contains("Do not disturb.").then_some(())
    })
    .await;

    // Whoever is added appears, and goes again.
    let add = AddStaff {
        display_name: Some(text(EVIL)),
        title: Some(text("Steward")),
        ..AddStaff::default()
    };
    root.add_staff(alan, &add).await.unwrap();
    let shown = shows(&browser, alan, "offline").await;
    assert!(shown.contains(EVIL), "{shown}");
    let images = "document.querySelectorAll('#staff img, #news img').length";
    assert_eq!(browser.ask::<u32>(images).await, Some(0));
    let title: Option<String> = browser.ask("document.title").await;
    assert_eq!(title.as_deref(), Some("Staff – Paddock"));
    fits(&browser, "the page of the staff").await;
    for dark in [false, true] {
        browser.looks(360, dark).await;
        let contrasts: Vec<[f64; 2]> = browser.ask(CONTRAST).await.unwrap();
        assert_eq!(contrasts.len(), 3);
        for [shape, word] in contrasts {
            assert!(shape >= 3.0 && word >= 4.5, "{shape} {word}, dark: {dark}");
        }
    }
    root.remove_staff(alan).await.unwrap();
    eventually("who is removed is gone", async || {
        row(&browser, alan).await.is_none().then_some(())
    })
    .await;

    // What is hidden goes from pages that are open.
    system.say("mira", "/presence hide").await;
    eventually("what is hidden is gone", async || {
        let (_, shown) = row(&browser, mira).await?;
        (!shown.contains("onerror")).then_some(())
    })
    .await;
    shows(&browser, mira, "dnd").await;

    let before = spent(&root, mira).await;
    system.bot.kill().await;
    clock.advance(Duration::from_secs(121));
    let shown = shows(&browser, mira, "unknown").await;
    assert!(shown.contains("more than two minutes"), "{shown}");
    shows(&browser, ada, "unknown").await;
    system.start_bot().await;
    shows(&browser, mira, "dnd").await;
    shows(&browser, ada, "online").await;
    clock.advance(Duration::from_secs(30));
    let after = spent(&root, mira).await;
    let more = |of: fn(&StaffTime) -> u64| of(&after) - of(&before);
    assert_eq!(more(|it| it.unknown_seconds), 121);
    assert_eq!(more(|it| it.dnd_seconds), 30);
    let others = |it: &StaffTime| it.online_seconds + it.idle_seconds + it.offline_seconds;
    assert_eq!(more(others), 0);

    was_not_reloaded(&browser).await;
    assert_eq!(browser.errors(), [] as [&str; 0]);
    let loaded = "performance.getEntriesByType('resource').map(it => it.name)";
    let loaded: Vec<String> = browser.ask(loaded).await.unwrap();
    let here = |it: &String| it.starts_with(&system.url());
    assert!(!loaded.is_empty() && loaded.iter().all(here), "{loaded:?}");

    sign_out_elsewhere(&system).await;
    browser.sees("You are signed out.").await;
    browser.sees("Sign in with Discord").await;
    shows(&browser, mira, "unknown").await;
    was_not_reloaded(&browser).await;
    browser.stop().await;
}

#[tokio::test]
async fn a_page_without_the_api_takes_nothing_for_current_and_recovers_by_itself() {
    let mut system = System::start().await;
    system.say("ada", "/register name:Ada Lovelace").await;
    let root = hire(&system, &["mira", "ada"]).await;
    let (mira, ada) = (system.user_id("mira"), system.user_id("ada"));
    until_status(&root, mira, StaffStatus::Online).await;
    until_status(&root, ada, StaffStatus::Online).await;
    let browser = signed_in(&system).await;
    shows(&browser, ada, "online").await;
    assert_eq!(browser.errors(), [] as [&str; 0]);

    system.kill_api().await;
    browser.sees("The connection is lost").await;
    system.discord.set_presence("mira", "idle", &[]);
    let shown = shows(&browser, ada, "unknown").await;
    assert!(
        shown.contains("The connection to Paddock is lost."),
        "{shown}"
    );
    let shown = shows(&browser, mira, "unknown").await;
    assert!(!shown.contains("Stewarding tonight"), "{shown}");
    system.start_api().await;
    shows(&browser, mira, "idle").await;
    // Of her nothing has changed.
    shows(&browser, ada, "online").await;
    browser.sees(LIVE).await;
    was_not_reloaded(&browser).await;
    browser.stop().await;
}

/// Neither held back until there is more of it, nor by compressing it.
#[tokio::test]
async fn events_get_through_caddy_as_they_happen() {
    let (installation, _api, caddy, client) = behind_caddy().await;
    let watching = client
        .get(caddy.https("/api/staff/live"))
        .header("accept-encoding", "gzip, zstd")
        .header("x-user-id", "1")
        .header("x-guild-id", guild_id().to_string())
        .header("x-api-key", installation.bot_key());
    let mut watching = watching.send().await.unwrap();
    assert_eq!(watching.headers()["content-type"], "text/event-stream");
    assert_eq!(watching.headers().get("content-encoding"), None);
    // The answer goes on, so what comes was not held back.
    let mut text = String::new();
    while !text.contains("event: roster\n") {
        let part = tokio::time::timeout(Duration::from_secs(5), watching.chunk()).await;
        let part = part.expect("within seconds").unwrap().expect("it goes on");
        text.push_str(std::str::from_utf8(&part).unwrap());
    }
}
