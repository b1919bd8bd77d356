//! A real browser: Debian's Chromium without a window.
//!
//! It is driven by `chromiumoxide` over the debugging protocol, which Chromium speaks by itself. The other way,
//! W3C's protocol, takes `chromedriver` as a second program, of the same version to the letter; and it neither makes
//! the window as narrow as a phone nor switches to dark.

use crate::eventually;
use chromiumoxide::cdp::browser_protocol::emulation::{
    MediaFeature, SetDeviceMetricsOverrideParams,
};
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::js_protocol::runtime::EventExceptionThrown;
use chromiumoxide::page::ScreenshotParams;
use chromiumoxide::{Browser, BrowserConfig, Page};
use futures_util::{StreamExt as _, stream};
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// A browser with a profile of its own, and its first tab.
pub struct Chromium {
    first: Tab,
    browser: Browser,
    events: JoinHandle<()>,
    _profile: TempDir,
}

/// A tab of a browser, in which a page is open.
pub struct Tab {
    page: Page,
    errors: Arc<Mutex<Vec<String>>>,
}

impl Chromium {
    /// Starts it.
    ///
    /// # Panics
    ///
    /// When Chromium is missing (`cargo xtask test` installs it) or does not start.
    pub async fn start() -> Self {
        let profile = tempfile::tempdir().expect("there is room for a temporary folder");
        let config = BrowserConfig::builder()
            // Its sandbox takes rights that containers and root do not have; it visits our pages only.
            .no_sandbox()
            .user_data_dir(profile.path())
            .viewport(None)
            .args(["--disable-gpu", "--disable-dev-shm-usage"])
            .build()
            .expect("chromium is installed, see `cargo xtask test`");
        let (browser, mut handler) = Browser::launch(config).await.expect("chromium starts");
        let events = tokio::spawn(async move { while handler.next().await.is_some() {} });
        Self {
            first: Tab::open(&browser).await,
            browser,
            events,
            _profile: profile,
        }
    }

    /// Opens one more tab, which shares what pages store with the first.
    pub async fn tab(&self) -> Tab {
        Tab::open(&self.browser).await
    }

    /// Stops it.
    ///
    /// # Panics
    ///
    /// When it does not stop.
    pub async fn stop(mut self) {
        self.browser.close().await.expect("chromium closes");
        self.browser.wait().await.expect("chromium ends");
        self.events.abort();
    }
}

impl Deref for Chromium {
    type Target = Tab;

    fn deref(&self) -> &Tab {
        &self.first
    }
}

impl Tab {
    async fn open(browser: &Browser) -> Self {
        let page = browser.new_page("about:blank").await.expect("a page opens");
        let errors = Arc::default();
        note_errors(&page, Arc::clone(&errors)).await;
        Self { page, errors }
    }

    /// What the console has shown as an error since it was last asked: exceptions, what the policy of a page
    /// forbade, and requests that failed.
    pub fn errors(&self) -> Vec<String> {
        let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut errors)
    }

    /// Goes to an address.
    ///
    /// # Panics
    ///
    /// When nothing answers there.
    pub async fn goto(&self, url: &str) {
        let Err(error) = self.page.goto(url).await else {
            return;
        };
        // `chromiumoxide` cannot read every message of a newer Chromium, and with one of them may miss that the
        // page is there.
        let shown: Option<String> = self.ask("`${document.readyState} ${location.href}`").await;
        assert_eq!(shown, Some(format!("complete {url}")), "{error}");
    }

    /// Brings it to the front, which hides the one that was there.
    ///
    /// # Panics
    ///
    /// When the browser does not answer.
    pub async fn show(&self) {
        let shown = self.page.bring_to_front().await;
        shown.expect("the tab comes to the front");
    }

    /// Waits until the page shows this text, and gives all that it shows.
    pub async fn sees(&self, text: &str) -> String {
        let what = format!("the page shows `{text}`");
        eventually(what, async || {
            // Between two pages there is none.
            let shown: Option<String> = self.ask("document.body.innerText").await;
            shown.filter(|shown| shown.contains(text))
        })
        .await
    }

    /// Presses the link or button with this text, as soon as there is one.
    pub async fn press(&self, text: &str) {
        let what = format!("there is `{text}` to press");
        let press = format!(
            "(() => {{ const found = [...document.querySelectorAll('a, button')]\
             .find(it => it.textContent.trim() === {text:?}); \
             if (found) found.click(); return Boolean(found); }})()"
        );
        eventually(what, async || {
            let pressed: Option<bool> = self.ask(&press).await;
            pressed.filter(|pressed| *pressed)
        })
        .await;
    }

    /// Makes the window as wide as this, in CSS pixels, and light or dark.
    ///
    /// # Panics
    ///
    /// When the browser does not answer.
    pub async fn looks(&self, width: i64, dark: bool) {
        let size = SetDeviceMetricsOverrideParams::new(width, 740, 1.0, true);
        self.page.execute(size).await.expect("the size changes");
        let scheme = if dark { "dark" } else { "light" };
        let scheme = MediaFeature::new("prefers-color-scheme", scheme);
        let changed = self.page.emulate_media_features(vec![scheme]).await;
        changed.expect("the colours change");
    }

    /// By how many CSS pixels the page is wider than its window.
    ///
    /// # Panics
    ///
    /// When the browser does not answer.
    pub async fn overflow(&self) -> i64 {
        let question = "document.documentElement.scrollWidth - window.innerWidth";
        self.ask(question).await.expect("a page is open")
    }

    /// What a script of the page's own would be answered, but for what the page forbids.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> Option<T> {
        self.page.evaluate(script).await.ok()?.into_value().ok()
    }

    /// A picture of what is seen now, as PNG.
    ///
    /// # Panics
    ///
    /// When the browser does not answer.
    pub async fn picture(&self) -> Vec<u8> {
        let picture = self.page.screenshot(ScreenshotParams::default()).await;
        picture.expect("a picture is taken")
    }
}

async fn note_errors(page: &Page, errors: Arc<Mutex<Vec<String>>>) {
    page.enable_log().await.expect("there is a log");
    page.enable_runtime().await.expect("there are exceptions");
    let logged = page.event_listener::<EventEntryAdded>().await;
    let logged = logged.expect("the log is heard").filter_map(async |it| {
        let entry = &it.entry;
        let url = entry.url.as_deref().unwrap_or_default();
        (entry.level == LogEntryLevel::Error).then(|| format!("{} ({url})", entry.text))
    });
    let thrown = page.event_listener::<EventExceptionThrown>().await;
    let thrown = thrown.expect("exceptions are heard");
    let thrown = thrown.map(|it| format!("{:?}", it.exception_details));
    tokio::spawn(async move {
        let mut all = stream::select(Box::pin(logged), thrown);
        while let Some(error) = all.next().await {
            let mut errors = errors.lock().unwrap_or_else(PoisonError::into_inner);
            errors.push(error);
        }
    });
}
