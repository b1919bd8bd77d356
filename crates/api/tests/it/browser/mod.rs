//! Signing in with Discord, sessions of browsers, and pages.

mod csrf;
mod live;
mod pages;
mod races;
mod sessions;
mod sign_in;
mod staff;

use crate::helpers::TestApp;
use paddock_sim_discord::{Options, SimDiscord};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response, redirect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use url::Url;

/// An application at the simulated Discord.
struct Site {
    discord: SimDiscord,
    app: TestApp,
}

impl Site {
    async fn new() -> Self {
        Self::with(&[]).await
    }

    async fn with(changes: &[(&str, &str)]) -> Self {
        let discord = SimDiscord::start(Options::default()).await.unwrap();
        let keys = keys(&discord);
        let keys = keys.iter().map(|(key, value)| (*key, value.as_str()));
        let all: Vec<_> = keys.chain(changes.iter().copied()).collect();
        let app = TestApp::spawn_with(&all).await;
        Self { discord, app }
    }

    /// Another replica under the same public address.
    async fn replica(&self) -> TestApp {
        let keys = keys(&self.discord);
        let keys = keys.iter().map(|(key, value)| (*key, &**value));
        let all: Vec<_> = keys.chain([("BASE_URL", &*self.app.url)]).collect();
        self.app.replica(&all).await
    }

    /// The id of somebody in Discord.
    fn id(&self, name: &str) -> i64 {
        let id = self.discord.user_id(name).to_string();
        id.parse().unwrap()
    }

    /// Somebody who is registered and verified.
    async fn member(&self, name: &str) {
        self.app.verified_as(self.id(name), name).await;
    }

    /// The same, in a browser that is signed in.
    async fn signed_in(&self, name: &str) -> Browser {
        self.member(name).await;
        self.again(name).await
    }

    /// Another browser of somebody who is registered.
    async fn again(&self, name: &str) -> Browser {
        let browser = Browser::new(&self.app.url);
        let answer = browser.sign_in(&self.discord, Some(name), "/").await;
        assert_eq!(answer.status(), 303);
        browser
    }
}

fn keys(discord: &SimDiscord) -> [(&'static str, String); 3] {
    let options = Options::default();
    [
        ("DISCORD_CLIENT_ID", options.client_id),
        ("DISCORD_CLIENT_SECRET", options.client_secret),
        ("DISCORD_OAUTH_URL", discord.oauth_url()),
    ]
}

/// A browser that stores cookies and follows nothing by itself.
#[derive(Clone)]
struct Browser {
    http: Client,
    url: String,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl Browser {
    fn new(url: &str) -> Self {
        let http = Client::builder().redirect(redirect::Policy::none());
        Self {
            http: http.build().unwrap(),
            url: url.to_owned(),
            cookies: RefCell::default(),
        }
    }

    /// The same one at another replica.
    fn at(&self, app: &TestApp) -> Self {
        Self {
            url: app.url.clone(),
            ..self.clone()
        }
    }

    fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    fn set_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.borrow_mut();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    /// A request as a browser makes it for somebody who follows a link.
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        let cookies = self.cookies.borrow();
        let cookies: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request.header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if cookies.is_empty() {
            request
        } else {
            request.header(COOKIE, cookies.join("; "))
        }
    }

    async fn send(&self, request: RequestBuilder) -> Response {
        let response = request.send().await.unwrap();
        for line in response.headers().get_all(SET_COOKIE) {
            let (pair, rest) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.borrow_mut();
            if rest.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }

    async fn get(&self, path: &str) -> Response {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends a form of a page of ours.
    async fn post(&self, path: &str, form: &str) -> Response {
        let request = self.request(Method::POST, path);
        let request = request
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(form.to_owned())).await
    }

    /// Goes to Discord and back, as this person, or as nobody.
    async fn sign_in(&self, discord: &SimDiscord, who: Option<&str>, return_to: &str) -> Response {
        let started = self.start(return_to).await;
        assert_eq!(started.status(), 303);
        let back = discord.decide(&location(&started), who);
        self.get(&path(&back)).await
    }

    async fn start(&self, return_to: &str) -> Response {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("return_to", return_to)
            .finish();
        self.get(&format!("/auth/discord/start?{query}")).await
    }

    /// The status with which the API answers who this is.
    async fn me(&self) -> u16 {
        self.get("/api/members/me").await.status().as_u16()
    }
}

fn location(response: &Response) -> String {
    let location = response.headers().get("location");
    let location = location.unwrap_or_else(|| panic!("no redirect: {}", response.status()));
    location.to_str().unwrap().to_owned()
}

/// Path and query of an address.
fn path(address: &str) -> String {
    let url = Url::parse(address).unwrap();
    format!("{}?{}", url.path(), url.query().unwrap_or_default())
}

/// The value of a parameter.
fn parameter(address: &str, name: &str) -> Option<String> {
    let url = Url::parse(address).unwrap();
    let mut pairs = url.query_pairs();
    pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
}

fn header<'r>(response: &'r Response, name: &str) -> Option<&'r str> {
    let value = response.headers().get(name)?;
    Some(value.to_str().unwrap())
}

/// A page that says this, with this status.
async fn shows(response: Response, status: u16, text: &str) -> String {
    assert_eq!(response.status(), status);
    let kind = header(&response, "content-type");
    assert_eq!(kind, Some("text/html; charset=utf-8"));
    let page = response.text().await.unwrap();
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(text), "{text} is not in {words}");
    words
}
