//! The page of the simulated Discord, as somebody uses it.

use crate::{Process, Tab, eventually};
use serde_json::Value;

/// The width of a desktop's window, in CSS pixels.
pub const DESKTOP: i64 = 1280;

/// Everything that the page loaded from elsewhere.
const ELSEWHERE: &str = "performance.getEntriesByType('resource').map(it => it.name)\
                         .filter(it => !it.startsWith(location.origin) && !it.startsWith('data:'))";

/// The page in a tab, and somebody who uses it.
pub struct Play {
    /// The tab.
    pub tab: Tab,
    url: String,
}

impl Play {
    /// Opens the page of the simulated Discord at this address as somebody.
    pub async fn open(tab: Tab, url: &str, name: &str) -> Self {
        let play = Self {
            tab,
            url: url.to_owned(),
        };
        play.tab.looks(DESKTOP, true).await;
        play.go(name).await;
        play
    }

    /// Opens it again, as somebody else.
    pub async fn go(&self, name: &str) {
        self.tab.goto(&format!("{}/?as={name}", self.url)).await;
        self.until("document.querySelector('#bar h1')").await;
    }

    /// Waits until this holds in the page, which is looked at meanwhile: one that is hidden hears of nothing.
    pub async fn until(&self, condition: &str) {
        self.tab.show().await;
        let script = format!("Boolean({condition})");
        eventually(condition, async || {
            self.tab.ask::<bool>(&script).await.filter(|it| *it)
        })
        .await;
    }

    /// Presses what a selector finds first whose text contains this, as soon as it is there.
    pub async fn press(&self, selector: &str, text: &str) {
        let found = format!("[...document.querySelectorAll({selector:?})]");
        self.press_one(&found, text).await;
    }

    /// Presses a button of the latest message that contains this.
    pub async fn press_under(&self, message: &str, label: &str) {
        let buttons = format!(
            "[...([...document.querySelectorAll('discord-message')].findLast(it => it.innerText.includes({message:?}))\
             ?.querySelectorAll('discord-button') ?? [])]"
        );
        self.press_one(&buttons, label).await;
    }

    async fn press_one(&self, among: &str, text: &str) {
        let found =
            format!("{among}.find(it => !it.disabled && it.textContent.includes({text:?}))");
        self.until(&found).await;
        self.tab.ask::<Value>(&format!("{found}?.click()")).await;
    }

    /// Chooses what is called so from a menu of the page.
    pub async fn choose(&self, selector: &str, label: &str) {
        let option = format!(
            "[...document.querySelectorAll({selector:?} + ' option')].find(it => it.textContent.includes({label:?}))"
        );
        self.until(&option).await;
        let script = format!(
            "(() => {{ const option = {option}, menu = option.closest('select'); menu.value = option.value; \
             menu.dispatchEvent(new Event('change')); }})()"
        );
        self.tab.ask::<Value>(&script).await;
    }

    /// Opens a channel.
    pub async fn open_channel(&self, name: &str) {
        self.press(".channel", name).await;
        let title = format!("document.querySelector('#bar h1').textContent.includes({name:?})");
        self.until(&title).await;
    }

    /// Writes into the box, as somebody does who types.
    pub async fn write(&self, text: &str) {
        self.tab.show().await;
        let script = format!(
            "(() => {{ const box = document.getElementById('composer-input'); box.focus(); box.value = {text:?}; \
             box.dispatchEvent(new Event('input')); }})()"
        );
        self.tab.ask::<Value>(&script).await;
    }

    /// Chooses a file for what is being written.
    pub async fn attach(&self, name: &str, kind: &str, base64: &str) {
        let script = format!(
            "(() => {{ const input = document.querySelector('#composer input[type=file]'), chosen = new DataTransfer(); \
             const bytes = Uint8Array.from(atob({base64:?}), it => it.charCodeAt(0)); \
             chosen.items.add(new File([bytes], {name:?}, {{type: {kind:?}}})); \
             input.files = chosen.files; input.dispatchEvent(new Event('change')); }})()"
        );
        self.tab.ask::<Value>(&script).await;
        let chip = format!("document.querySelector('.chip')?.textContent.includes({name:?})");
        self.until(&chip).await;
    }

    /// Presses a key in the box.
    pub async fn key(&self, key: &str) {
        let script = format!(
            "document.getElementById('composer-input').dispatchEvent(new KeyboardEvent('keydown', {{key: {key:?}}}))"
        );
        self.tab.ask::<Value>(&script).await;
    }

    /// Sends what is in the box.
    pub async fn send(&self) {
        let script = "document.getElementById('composer').requestSubmit()";
        self.tab.ask::<Value>(script).await;
    }

    /// Writes and sends.
    pub async fn say(&self, text: &str) {
        self.write(text).await;
        self.send().await;
    }

    /// Waits until a message contains this.
    pub async fn hears(&self, text: &str) {
        let heard = format!("document.getElementById('scroll').innerText.includes({text:?})");
        self.until(&heard).await;
    }

    /// Fills in what the road says, and sends it.
    pub async fn follow(&self, title: &str) {
        let current = format!("document.querySelector('#road strong')?.textContent === {title:?}");
        self.until(&current).await;
        let before = "document.getElementById('composer-input').value = ''";
        self.tab.ask::<Value>(before).await;
        self.press("#road button", "Fill in").await;
        self.until("document.getElementById('composer-input').value")
            .await;
        self.send().await;
    }

    /// Waits until the road has this step behind it.
    pub async fn ticked(&self, step: &str) {
        let ticked = format!("localStorage.getItem('road.done.{step}')");
        self.until(&ticked).await;
    }

    /// Nothing went wrong in the page, and nothing was loaded from elsewhere.
    ///
    /// # Panics
    ///
    /// Where that is not so.
    pub async fn is_sound(&self) {
        assert_eq!(self.tab.errors(), [] as [&str; 0]);
        let elsewhere: Option<Vec<String>> = self.tab.ask(ELSEWHERE).await;
        assert_eq!(elsewhere, Some(Vec::new()));
    }
}

/// The address of the page that `paddock` has printed.
///
/// # Panics
///
/// When it has printed none.
pub fn page_address(process: &Process) -> String {
    let stdout = process.stdout();
    let printed = stdout
        .lines()
        .find_map(|it| it.split_once("Play with it: "));
    let (_, url) = printed.unwrap_or_else(|| panic!("no address in {stdout}"));
    url.trim().trim_end_matches('/').to_owned()
}
