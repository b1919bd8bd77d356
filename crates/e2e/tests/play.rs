//! The page to play with in Chromium: the guided road as three members in three tabs, a phone, the keyboard, and those
//! who do not see it.

use crate::browser::PHONE;
use paddock_e2e::{Chromium, DESKTOP, Installation, Play, System, page_address};
use paddock_sim_discord::Options;
use serde_json::{Value, json};

#[tokio::test]
async fn three_members_play_the_guided_road_in_three_tabs() {
    let mut installation = Installation::bare();
    let mut process = installation.up().await;
    let url = page_address(&process);
    let browser = Chromium::start().await;
    let owner = Play::open(browser.tab().await, &url, "owner").await;
    let ada = Play::open(browser.tab().await, &url, "ada").await;
    let linus = Play::open(browser.tab().await, &url, "linus").await;

    owner.follow("Set the server up").await;
    owner.ticked("setup").await;
    ada.follow("Register").await;
    ada.hears("Welcome, Ada Lovelace!").await;
    ada.hears("Only you can see this").await;
    owner.follow("Verify the member").await;
    owner.hears("is verified").await;
    owner.ticked("verify").await;
    // Five commands one after the other.
    let season = "Plan a season";
    for answer in [
        "Created.",
        "Race finished",
        "now accepts",
        "Gold",
        "wins @Champion",
    ] {
        owner.follow(season).await;
        owner.hears(answer).await;
    }
    owner.ticked("season").await;
    for answer in ["You take part in", "Submitted:"] {
        ada.follow("Take part and submit").await;
        ada.hears(answer).await;
    }
    ada.ticked("submit").await;
    owner.press("#road button", "Go to #review").await;
    owner.hears("Waits for a review").await;
    if let Some(path) = std::env::var_os("PADDOCK_SCREENSHOT") {
        std::fs::write(path, owner.tab.picture().await).unwrap();
    }
    owner.press("discord-button", "Approve").await;
    owner.hears("Approved by").await;
    linus.ticked("role").await;
    ada.follow("Claim a number").await;
    ada.ticked("claim").await;
    owner.follow("Open attendance").await;
    owner.ticked("open").await;
    ada.open_channel("attendance").await;
    ada.hears("/here").await;
    ada.follow("Check in").await;
    ada.ticked("here").await;

    // Linus has seen what happened to all, and nothing that was for others.
    linus
        .until("document.querySelector('[data-user=ada] .name').style.color !== ''")
        .await;
    linus.press("[data-user=ada]", "Ada").await;
    linus
        .until("document.querySelector('dialog')?.innerText.includes('Champion')")
        .await;
    linus.press("dialog button", "").await;
    let shown: String = linus.tab.ask("document.body.innerText").await.unwrap();
    assert!(
        !shown.contains("Only you can see this") && !shown.contains("review"),
        "{shown}"
    );

    connect(&browser, &ada).await;
    linus.press("#road [aria-label^=Dismiss]", "").await;
    owner.until("document.getElementById('road').hidden").await;

    for play in [&owner, &ada, &linus] {
        play.is_sound().await;
    }
    browser.stop().await;
    process.interrupt().await;
}

/// The last step: the way to the simulated iRacing and back, in the same browser.
async fn connect(browser: &Chromium, ada: &Play) {
    ada.follow("Connect iRacing").await;
    let link = "[...document.querySelectorAll('discord-button')].find(it => it.textContent.includes('Connect iRacing'))";
    ada.until(link).await;
    let link = ada.tab.ask(&format!("{link}.getAttribute('url')")).await;
    let link: String = link.unwrap();
    browser.goto(&link).await;
    browser.press("Continue to iRacing").await;
    browser.sees("Simulated iRacing").await;
    browser.press("Ana Haddad (455009)").await;
    browser.sees("Your iRacing account is connected.").await;
    ada.follow("Connect iRacing").await;
    ada.ticked("iracing").await;
    ada.until("document.getElementById('road').textContent.includes('That was the whole road')")
        .await;
}

#[tokio::test]
async fn the_road_leads_through_a_season_that_is_played_already() {
    let mut installation = Installation::bare().without("SIM_STORY");
    let mut process = installation.start(&[]);
    process
        .until_printed("has played its Winter Cup up to today")
        .await;
    let url = page_address(&process);
    let browser = Chromium::start().await;
    let owner = Play::open(browser.tab().await, &url, "owner").await;
    let ada = Play::open(browser.tab().await, &url, "ada").await;
    let linus = Play::open(browser.tab().await, &url, "linus").await;

    // The server is set up, which everybody's roles show.
    linus.ticked("setup").await;
    ada.follow("Register").await;
    ada.hears("Welcome, Ada Lovelace!").await;
    owner.follow("Verify the member").await;
    // A season is played, which the bot says.
    ada.ticked("season").await;
    for answer in [
        "You take part in Winter Cup",
        "Submitted: Race finished × 3",
    ] {
        ada.follow("Take part and submit").await;
        ada.hears(answer).await;
    }
    owner.press("#road button", "Go to #review").await;
    // What somebody else handed in is another thing.
    owner
        .press_under("Race finished × 1\n@Alan", "Approve")
        .await;
    owner.hears("Approved by").await;
    let approved: Option<bool> = owner
        .tab
        .ask("localStorage.getItem('road.done.approve') !== null")
        .await;
    assert_eq!(approved, Some(false));
    owner
        .press_under("Race finished × 3\n@Ada L.", "Approve")
        .await;
    linus.ticked("approve").await;
    linus.ticked("role").await;
    // Also where another tab comes to the step after the role was seen here.
    linus
        .until(
            "(() => { localStorage.removeItem('road.done.role'); \
             dispatchEvent(new StorageEvent('storage', {key: 'road.done.role'})); \
             return localStorage.getItem('road.done.role'); })()",
        )
        .await;
    ada.follow("Claim a number").await;
    ada.ticked("claim").await;
    // Attendance is open, which its channel shows.
    ada.ticked("open").await;
    ada.follow("Check in").await;
    ada.hears("You are present: Race briefing").await;
    connect(&browser, &ada).await;

    for play in [&owner, &ada, &linus] {
        play.is_sound().await;
    }
    browser.stop().await;
    process.interrupt().await;
}

/// axe, where `cargo xtask test` installs it: in cargo's folder of this workspace, `target` by default.
fn axe() -> String {
    let program = std::env::current_exe().unwrap();
    // target/PROFILE/deps/system-…
    let target = program.ancestors().nth(3).unwrap();
    let axe = target.join("sim-discord-ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(axe).expect("`cargo xtask test` installs axe")
}

/// What axe finds in a page, light and dark, on a desktop and on a phone, which the page fits.
async fn is_accessible(play: &Play, axe: &str, screen: &str) {
    const RUN: &str = "axe.run(document, {resultTypes: ['violations']}).then(it => it.violations\
                       .filter(it => ['serious', 'critical'].includes(it.impact))\
                       .map(it => `${it.id}: ${it.nodes.map(it => it.target.join(' ')).join(', ')}`))";
    play.tab.ask::<Value>(&format!("{axe};0")).await;
    for (width, dark) in [
        (DESKTOP, false),
        (DESKTOP, true),
        (PHONE, false),
        (PHONE, true),
    ] {
        play.tab.looks(width, dark).await;
        let found: Vec<String> = play.tab.ask(RUN).await.expect("axe answers");
        assert_eq!(
            found,
            [] as [&str; 0],
            "{screen}, {width} pixels, dark: {dark}"
        );
        let wider = play.tab.overflow().await;
        assert!(wider <= 0, "{screen} is {wider} pixels wider than {width}");
    }
    play.tab.looks(DESKTOP, true).await;
}

/// A message with everything that the page draws.
fn showcase() -> Value {
    let options = |count: u32| -> Vec<_> {
        (0..count)
            .map(|it| json!({"label": format!("Class {it}"), "value": it.to_string()}))
            .collect()
    };
    let button = |style: u8, label: &str| json!({"type": 2, "style": style, "label": label, "custom_id": label});
    let mut off = button(2, "Off");
    off["disabled"] = json!(true);
    let menu = |kind: u8| json!({"type": 1, "components": [{"type": kind, "custom_id": format!("menu-{kind}"), "placeholder": format!("Menu {kind}")}]});
    let mut texts = menu(3);
    texts["components"][0]["options"] = json!(options(3));
    json!({
        "content": "# Heading\n**bold** *italic* __under__ ~~gone~~ ||secret|| `code` <t:1700000000:R> <@1145454545454545409>\n\
                    > quote\n- one\n- two\n-# small\n```\na block of code that is longer than a phone is wide, by far\n```",
        "embeds": [{"title": "Title", "description": "Text", "color": 3_447_003, "footer": {"text": "Foot"},
                    "fields": [{"name": "A", "value": "1", "inline": true}, {"name": "B", "value": "2", "inline": true}]}],
        "components": [
            {"type": 1, "components": [button(1, "One"), button(2, "Two"), button(3, "Three"), button(4, "Four"), off]},
            texts, menu(5), menu(6), menu(8),
        ],
    })
}

#[tokio::test]
async fn every_screen_fits_a_phone_and_is_usable_without_seeing_it() {
    let system = System::start().await;
    system
        .say(
            "owner",
            "/config channel purpose:attendance channel:#attendance",
        )
        .await;
    system.say("ada", "/register name:Ada Lovelace").await;
    system.say("owner", "/verify member:@ada").await;
    system.say("owner", "/open_attendance title:Briefing").await;
    let general = system.discord.channel_id("general");
    let token = Options::default().bot_token;
    let posted = reqwest::Client::builder()
        .build()
        .unwrap()
        .post(format!(
            "{}/api/v10/channels/{general}/messages",
            system.discord.oauth_url()
        ))
        .header("authorization", format!("Bot {token}"))
        .json(&showcase())
        .send()
        .await
        .unwrap();
    assert_eq!(posted.status(), 200, "{}", posted.text().await.unwrap());

    let axe = axe();
    let browser = Chromium::start().await;
    let play = Play::open(browser.tab().await, &system.discord.oauth_url(), "ada").await;
    play.hears("Heading").await;
    play.say("/me").await;
    play.hears("Only you can see this").await;
    is_accessible(&play, &axe, "a channel").await;
    play.write("/").await;
    play.until("document.querySelectorAll('#completions li').length > 5")
        .await;
    is_accessible(&play, &axe, "completions").await;
    // The arrows move, Enter takes, Escape closes, and Enter then sends.
    play.write("/regi").await;
    play.until("document.querySelector('#completions [aria-selected=true]')")
        .await;
    play.key("Enter").await;
    play.until("document.getElementById('composer-input').value === '/register name:'")
        .await;
    play.write("/help topic:").await;
    play.until("document.querySelector('#completions [aria-selected=true]')")
        .await;
    play.key("ArrowDown").await;
    let second = "document.getElementById('composer-input').getAttribute('aria-activedescendant')";
    play.until(&format!("{second} === 'completion-1'")).await;
    play.key("Escape").await;
    play.until("document.getElementById('completions').hidden")
        .await;
    play.write("").await;

    play.press("button.menu", "Menu 3").await;
    play.until("document.querySelector('dialog .offer')").await;
    is_accessible(&play, &axe, "a menu").await;
    // The bot does not know the menu, and says so.
    play.press("dialog .offer", "Class 1").await;
    play.until("!document.querySelector('dialog')").await;
    play.press("[data-user=ada]", "Ada").await;
    is_accessible(&play, &axe, "somebody").await;
    play.press("dialog button", "").await;
    play.press("#bar [aria-controls=toys]", "").await;
    play.until("!document.getElementById('toys').hidden").await;
    is_accessible(&play, &axe, "the toys").await;
    play.press("#bar [aria-controls=toys]", "").await;
    for drawer in ["places", "people"] {
        play.tab.looks(PHONE, false).await;
        play.press(&format!("#bar [aria-controls={drawer}]"), "")
            .await;
        let open = format!("document.body.classList.contains('open-{drawer}')");
        play.until(&open).await;
        is_accessible(&play, &axe, drawer).await;
        play.tab.looks(PHONE, false).await;
        play.press(&format!("#bar [aria-controls={drawer}]"), "")
            .await;
        play.until(&format!("!{open}")).await;
    }
    play.tab.looks(DESKTOP, true).await;

    // A form, which the button of attendance opens.
    play.open_channel("attendance").await;
    play.press("discord-button", "Check in").await;
    play.until("document.querySelector('dialog form input')")
        .await;
    is_accessible(&play, &axe, "a form").await;
    play.press("dialog footer button", "Cancel").await;
    play.press(".guild", "").await;
    play.hears("You are verified").await;
    is_accessible(&play, &axe, "direct messages").await;
    play.is_sound().await;
    browser.stop().await;
}
