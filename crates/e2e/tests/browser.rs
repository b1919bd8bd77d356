//! A newcomer signs in with a browser, on a fresh installation with both simulators.

use paddock_e2e::{Chromium, Installation};

/// The narrowest phone that pages are made for, in CSS pixels.
pub(crate) const PHONE: i64 = 360;

/// Everything that the page loaded.
const LOADED: &str = "performance.getEntriesByType('resource').map(it => it.name)";

/// A page fits a phone, light and dark, and says so to those who see nothing.
pub(crate) async fn fits(browser: &Chromium, what: &str) {
    let mut grounds = Vec::new();
    for dark in [false, true] {
        browser.looks(PHONE, dark).await;
        let wider = browser.overflow().await;
        assert!(wider <= 0, "{what} is {wider} pixels wider than a phone");
        let ground = "getComputedStyle(document.body).backgroundColor";
        grounds.push(browser.ask::<String>(ground).await.unwrap());
    }
    assert_eq!(grounds, ["rgb(255, 255, 255)", "rgb(20, 22, 27)"], "{what}");
    let landmarks = "['header', 'nav', 'main', 'footer', 'h1', 'html[lang]', 'a.skip'].filter(\
                     it => document.querySelectorAll(it).length !== 1)";
    let missing: Vec<String> = browser.ask(landmarks).await.unwrap();
    assert_eq!(missing, [] as [&str; 0], "{what}");
}

#[tokio::test]
async fn somebody_signs_in_with_the_simulated_discord_and_out_again() {
    let mut installation = Installation::bare();
    let mut process = installation.up().await;
    let url = format!("http://{}", process.address().await);
    let said = installation.run(&["sim", "say", "--as", "ada", "/register name:Ada Lovelace"]);
    assert!(said.await.status.success());

    let browser = Chromium::start().await;
    browser.goto(&format!("{url}/")).await;
    browser
        .sees("Discord tells Paddock who you are, and nothing else.")
        .await;
    fits(&browser, "the first page").await;
    let loaded: Vec<String> = browser.ask(LOADED).await.unwrap();
    assert!(
        !loaded.is_empty() && loaded.iter().all(|it| it.starts_with(&url)),
        "{loaded:?}"
    );

    // No first, then yes.
    browser.press("Sign in with Discord").await;
    browser.sees("Simulated Discord").await;
    browser.press("Cancel").await;
    browser.sees("You did not allow it in Discord").await;
    fits(&browser, "the page of a failure").await;
    browser.press("Sign in with Discord").await;
    browser.sees("Simulated Discord").await;
    browser.press("Ada").await;
    browser
        .sees("You are signed in as Ada Lovelace in Paddock Test Track.")
        .await;
    fits(&browser, "the page of somebody").await;
    let cookie: String = browser.ask("document.cookie").await.unwrap();
    assert_eq!(cookie, "", "scripts see no session");
    let call = "fetch('/api/members/me').then(() => 'called', () => 'refused')";
    let called: Option<String> = browser.ask(call).await;
    assert_eq!(
        called.as_deref(),
        Some("refused"),
        "the policy lets no script call"
    );

    browser.press("Choose another server").await;
    browser.sees("Which one is this about?").await;
    fits(&browser, "the choice of a server").await;
    browser.press("Continue").await;
    browser.sees("You act in this server from now on.").await;

    browser.press("Sign out").await;
    browser.sees("You have signed out.").await;
    browser.goto(&format!("{url}/auth/server")).await;
    browser.sees("Simulated Discord").await;
    browser.stop().await;
    process.interrupt().await;
}
