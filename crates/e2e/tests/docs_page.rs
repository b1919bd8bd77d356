//! The page at `/docs/` in Chromium: it works under its policy, has one box for a token, and keeps it.

use paddock_api_types::tokens::CreateToken;
use paddock_e2e::{Chromium, System, eventually, text};

/// The narrowest phone that pages are made for, in CSS pixels.
const PHONE: i64 = 360;

/// Presses what a selector finds, as soon as it is there.
async fn press(browser: &Chromium, selector: &str) {
    let script = format!(
        "(() => {{ const found = document.querySelector({selector:?}); if (found) found.click(); \
         return Boolean(found); }})()"
    );
    eventually(format!("there is {selector} to press"), async || {
        browser.ask(&script).await.filter(|found| *found)
    })
    .await;
}

/// Presses what a selector finds until something else is there. A page that is still being made forgets what was
/// pressed in it.
async fn press_until(browser: &Chromium, selector: &str, wanted: &str) {
    let script = format!(
        "(() => {{ const there = document.querySelector({wanted:?}); \
         if (!there) document.querySelector({selector:?})?.click(); return Boolean(there); }})()"
    );
    eventually(format!("{selector} brings {wanted}"), async || {
        browser.ask(&script).await.filter(|there| *there)
    })
    .await;
}

/// Types into a field as people do: React takes no value that is merely set.
async fn fill(browser: &Chromium, selector: &str, value: &str) {
    let script = format!(
        "(() => {{ const field = document.querySelector({selector:?}); if (!field) return false; \
         Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, {value:?}); \
         field.dispatchEvent(new Event('input', {{bubbles: true}})); return true; }})()"
    );
    eventually(format!("there is {selector} to fill"), async || {
        browser.ask(&script).await.filter(|found| *found)
    })
    .await;
}

async fn operations(browser: &Chromium) -> Vec<String> {
    let script =
        "[...document.querySelectorAll('.opblock-summary-path')].map(it => it.dataset.path)";
    browser.ask(script).await.unwrap()
}

#[tokio::test]
async fn somebody_with_a_token_tries_the_api_out() {
    let system = System::start().await;
    system.say("ada", "/register name:Ada Lovelace").await;
    let (callers, ada) = (system.callers(), system.user_id("ada"));
    callers.root().verify_member(ada, None).await.unwrap();
    callers.root().grant_api_access(ada).await.unwrap();
    let token = CreateToken {
        name: text("browser"),
        expires_in_minutes: None,
    };
    let created = callers.member(ada).create_token(&token).await.unwrap();

    let browser = Chromium::start().await;
    browser.looks(PHONE, true).await;
    browser.goto(&format!("{}/docs", system.url())).await;
    browser.sees("/api/members/me").await;
    let shown = operations(&browser).await;
    assert!(shown.len() > 100, "{shown:?}");
    assert!(
        !shown.iter().any(|it| it.starts_with("/api/bot")),
        "{shown:?}"
    );
    let wider = browser.overflow().await;
    assert!(wider <= 0, "the page is {wider} pixels wider than a phone");
    let dark: String = browser
        .ask("getComputedStyle(document.body).backgroundColor")
        .await
        .unwrap();
    assert_eq!(dark, "rgb(20, 22, 27)");

    // The filter finds words of tags, paths and names, in any case.
    fill(&browser, ".operation-filter-input", "MEMBERS get_me").await;
    eventually("the filter leaves what fits", async || {
        let shown = operations(&browser).await;
        (shown.len() < 10 && shown.contains(&"/api/members/me".to_owned())).then_some(())
    })
    .await;

    press(&browser, ".btn.authorize").await;
    browser.sees("Available authorizations").await;
    let boxes = "document.querySelectorAll('.auth-container').length";
    assert_eq!(browser.ask::<u32>(boxes).await, Some(1));
    fill(&browser, ".auth-container input", &created.token).await;
    press(&browser, ".auth-btn-wrapper .authorize").await;
    browser.sees("Logout").await;

    // It is remembered.
    browser.goto(&format!("{}/docs/", system.url())).await;
    let operation = "#operations-members-get_me";
    let [closed, offer, form] = [
        format!("{operation}:not(.is-open) .opblock-summary-control"),
        format!("{operation} .try-out__btn:not(.cancel)"),
        format!("{operation} .execute"),
    ];
    press_until(&browser, &closed, &offer).await;
    press_until(&browser, &offer, &form).await;
    press(&browser, &form).await;
    browser.sees("Ada Lovelace").await;
    let wider = browser.overflow().await;
    assert!(
        wider <= 0,
        "the answer is {wider} pixels wider than a phone"
    );

    assert_eq!(browser.errors(), [] as [&str; 0]);
    let loaded = "performance.getEntriesByType('resource').map(it => it.name)";
    let loaded: Vec<String> = browser.ask(loaded).await.unwrap();
    let here = |it: &String| it.starts_with(&system.url());
    assert!(!loaded.is_empty() && loaded.iter().all(here), "{loaded:?}");
    browser.stop().await;
}
