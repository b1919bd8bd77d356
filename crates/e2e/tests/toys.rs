//! What the page has to play with, in Chromium: people, outages, the clock and files; and a page that loses its server.

use crate::browser::PHONE;
use paddock_e2e::{Chromium, Installation, Play, System, eventually, page_address};
use serde_json::Value;
use std::fs;

/// A picture of one pixel, as PNG in base64.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// The page with the toys beside it.
async fn with_toys(browser: &Chromium, system: &System, name: &str) -> Play {
    let play = Play::open(browser.tab().await, &system.discord.oauth_url(), name).await;
    play.press("#bar [aria-controls=toys]", "").await;
    play.until("document.querySelector('#toys h2')").await;
    play
}

async fn toy(play: &Play, label: &str) {
    play.press(&format!("#toys [data-key='toy {label}']"), "")
        .await;
}

/// Writes into a field of the toys, in which the cursor stays.
async fn write_into(play: &Play, field: &str, text: &str) {
    let script = format!(
        "(() => {{ const field = document.getElementById({field:?}); field.focus(); field.value = {text:?}; }})()"
    );
    play.tab.ask::<Value>(&script).await;
}

/// Waits until a part of the page contains this, or does not.
async fn shows(play: &Play, id: &str, text: &str, wanted: bool) {
    let shown =
        format!("document.getElementById({id:?}).innerText.includes({text:?}) === {wanted}");
    play.until(&shown).await;
}

#[tokio::test]
async fn people_come_and_go_and_everybody_sees_it() {
    let system = System::start().await;
    system.say("owner", "/setup verified_role:@Verified").await;
    system.say("ada", "/register name:Ada Lovelace").await;
    system.say("owner", "/verify member:@ada").await;
    system.until_roles("ada", &["Verified"]).await;
    let browser = Chromium::start().await;
    let owner = with_toys(&browser, &system, "owner").await;
    let ada = Play::open(browser.tab().await, &system.discord.oauth_url(), "ada").await;

    owner.choose("#toy-who", "Ada").await;
    owner.choose("#toys [aria-label=Status]", "dnd").await;
    write_into(&owner, "toy-game", "iRacing").await;
    toy(&owner, "Show").await;
    ada.until("document.querySelector('[data-user=ada] .dot.dnd')")
        .await;
    shows(&ada, "people", "Playing iRacing", true).await;
    owner
        .choose("#toys [aria-label='Voice channel']", "Grid Lounge")
        .await;
    ada.until("document.querySelector('li.voice')?.textContent === 'Ada L.'")
        .await;
    owner.press("#toys label", "Champion").await;
    system.until_roles("ada", &["Champion", "Verified"]).await;

    toy(&owner, "Leave").await;
    ada.until("!document.querySelector('[title=\"Paddock Test Track\"]')")
        .await;
    owner
        .until("!document.querySelector('[data-user=ada]')")
        .await;
    // The bot knows her, and gives her back what she is owed.
    toy(&owner, "Join").await;
    system.until_roles("ada", &["Verified"]).await;
    ada.press("[title='Paddock Test Track']", "").await;
    write_into(&owner, "toy-new", "katherine").await;
    toy(&owner, "Join as new").await;
    ada.until("document.querySelector('[data-user=katherine]')")
        .await;

    for play in [&owner, &ada] {
        play.is_sound().await;
    }
    browser.stop().await;
}

#[tokio::test]
async fn what_goes_wrong_at_discord_is_survived_and_shown() {
    let system = System::start().await;
    let gateway = system.discord.gateway();
    system.say("owner", "/setup review_channel:#review").await;
    let browser = Chromium::start().await;
    let play = with_toys(&browser, &system, "owner").await;

    let before = gateway.resumes();
    toy(&play, "Kill gateway").await;
    let resumed = async || (gateway.resumes() > before).then_some(());
    eventually("the bot resumes", resumed).await;
    play.say("/ping").await;
    play.hears("Pong!").await;

    toy(&play, "Begin outage").await;
    shows(&play, "bar", "The bot is offline", true).await;
    play.say("/ping").await;
    shows(&play, "notes", "did not respond", true).await;
    toy(&play, "End outage").await;
    shows(&play, "bar", "The bot is offline", false).await;

    // What the bot writes comes late, and its answers at once.
    toy(&play, "Rate limit").await;
    play.open_channel("review").await;
    system.say("ada", "/register name:Ada Lovelace").await;
    play.hears("Ada Lovelace").await;
    shows(&play, "toys", "next requests will fail", false).await;
    system
        .until("all were refused", |view| {
            view.requests()
                .iter()
                .filter(|it| it.status == Some(429))
                .count()
                == 3
        })
        .await;

    let before = gateway.identifies();
    play.press("#toys label", "Presences").await;
    let identified = async || (gateway.identifies() > before).then_some(());
    eventually("the bot goes on without", identified).await;
    play.say("/checkup").await;
    play.hears("➖ Presence intent").await;
    play.press("#toys label", "Presences").await;
    shows(&play, "toy-news", "Presences: granted", true).await;

    toy(&play, "+1 hour").await;
    shows(&play, "toys", "Discord is 60 minutes ahead", true).await;
    play.say("/ping").await;
    play.hears("Pong!").await;

    // The command that Discord did not pass on; nothing else.
    let failed = play.tab.errors();
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert!(failed[0].contains("504"), "{failed:?}");
    play.is_sound().await;
    browser.stop().await;
}

#[tokio::test]
async fn a_road_that_waits_leaves_planted_faults_alone() {
    let system = System::start().await;
    let browser = Chromium::start().await;
    let play = with_toys(&browser, &system, "owner").await;
    // Nobody has planned a season, which the bot is asked for once.
    for step in ["setup", "register", "verify"] {
        let done = format!("localStorage.setItem('road.done.{step}', 'yes')");
        play.tab.ask::<Value>(&done).await;
    }
    let asked = |view: &paddock_sim_discord::View<'_>| view.requests().len();
    let mut before = 0;
    system
        .until("nothing is on its way", |view| {
            before = asked(view);
            true
        })
        .await;
    system.discord.set_presence("linus", "idle", &[]);
    system
        .until("the bot is asked", |view| asked(view) > before)
        .await;
    toy(&play, "Fail twice").await;
    shows(
        &play,
        "toys",
        "2 of the bot's next requests will fail",
        true,
    )
    .await;
    for status in ["dnd", "online", "idle"] {
        system.discord.set_presence("linus", status, &[]);
        let seen = format!("document.querySelector('[data-user=linus] .dot.{status}')");
        play.until(&seen).await;
    }
    play.say("/ping").await;
    shows(&play, "notes", "did not respond", true).await;
    shows(&play, "toys", "next requests will fail", false).await;
    play.say("/ping").await;
    play.hears("Pong!").await;
    browser.stop().await;
}

#[tokio::test]
async fn a_file_is_given_to_a_command_and_seen_by_who_decides() {
    let system = System::start().await;
    system.say("owner", "/setup review_channel:#review").await;
    system.say("ada", "/register name:Ada Lovelace").await;
    system.say("owner", "/verify member:@ada").await;
    let season = "/season create name:Winter start:now end:in 3 months item:Race finished points:10 rank:Gold threshold:30";
    system.say("owner", season).await;
    system.say("ada", "/join").await;
    let browser = Chromium::start().await;
    let url = system.discord.oauth_url();
    let ada = Play::open(browser.tab().await, &url, "ada").await;
    let owner = Play::open(browser.tab().await, &url, "owner").await;
    owner.open_channel("review").await;

    ada.write("/submit item:Race finished proof:").await;
    ada.attach("finish.png", "image/png", PIXEL).await;
    ada.until("document.getElementById('composer-input').value.includes('proof:finish.png')")
        .await;
    ada.send().await;
    ada.hears("Submitted: Race finished").await;
    // Its address is one of Discord's, and leads here all the same.
    let link =
        "[...document.querySelectorAll('#scroll a')].find(it => it.href.includes('finish.png'))";
    owner.until(link).await;
    let fetched = format!("fetch({link}.href).then(it => it.headers.get('content-type'))");
    let kind: Option<String> = owner.tab.ask(&fetched).await;
    assert_eq!(kind.as_deref(), Some("image/png"));

    for play in [&owner, &ada] {
        play.is_sound().await;
    }
    browser.stop().await;
}

#[tokio::test]
async fn a_page_that_loses_its_server_says_so_and_goes_on_by_itself() {
    // Below those that the operating system gives to others, so that it is free again after a stop.
    let port = 20_000 + std::process::id() % 12_000;
    let url = format!("http://127.0.0.1:{port}");
    let mut installation = Installation::bare();
    fs::create_dir(installation.data("")).unwrap();
    fs::write(installation.data("simulator"), format!("{url}/sim\n")).unwrap();
    let mut process = installation.up().await;
    assert_eq!(page_address(&process), url, "where it was last");
    let browser = Chromium::start().await;
    let ada = Play::open(browser.tab().await, &url, "ada").await;
    ada.say("Is anybody there?").await;
    ada.hears("Is anybody there?").await;

    process.interrupt().await;
    shows(&ada, "bar", "Connection lost", true).await;
    ada.say("Hello?").await;
    shows(&ada, "notes", "does not answer", true).await;
    ada.until("document.getElementById('composer-input').value === 'Hello?'")
        .await;
    ada.tab.looks(PHONE, true).await;
    assert!(ada.tab.overflow().await <= 0);

    let mut process = installation.up().await;
    assert_eq!(page_address(&process), url);
    shows(&ada, "bar", "Connection lost", false).await;
    // Messages are the simulator's, which begins anew.
    shows(&ada, "scroll", "Is anybody there?", false).await;
    ada.say("/register name:Ada Lovelace").await;
    ada.hears("Welcome, Ada Lovelace!").await;
    browser.stop().await;
    process.interrupt().await;
}

#[tokio::test]
async fn there_can_be_more_tabs_than_a_browser_has_connections() {
    const PEOPLE: [&str; 8] = [
        "ada", "owner", "linus", "mira", "jonas", "grace", "alan", "hedy",
    ];
    let system = System::start().await;
    let url = system.discord.oauth_url();
    let browser = Chromium::start().await;
    let mut tabs = Vec::new();
    for name in PEOPLE {
        tabs.push(Play::open(browser.tab().await, &url, name).await);
    }
    let [first, .., last] = &tabs[..] else {
        panic!("there are eight");
    };
    last.say("Who is there?").await;
    last.hears("Who is there?").await;
    // It hears what was said while it was hidden.
    first.hears("Who is there?").await;
    for play in &tabs {
        play.is_sound().await;
    }
    browser.stop().await;
}
