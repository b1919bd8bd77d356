//! An iRacing account is connected in a browser, on a fresh installation with both simulators: by a front end
//! with a token, by hand, and with a link that Discord gave.

use crate::browser::fits;
use paddock_api_types::UserId;
use paddock_api_types::tokens::CreateToken;
use paddock_e2e::{Chromium, Installation, Process, all_members, text};
use paddock_test_db::TestDb;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A driver of the example league, as iRacing's page lists them.
const MARA: &str = "Mara Lindqvist (812345)";
const CONNECTED: &str = "Your iRacing account is connected.";
/// Something of the same origin that allows scripts, as a front end behind the same proxy does.
const BESIDE: &str = "/version";

/// A front end of another origin: an empty page, until it is dropped.
struct FrontEnd {
    origin: String,
    serving: JoinHandle<()>,
}

impl FrontEnd {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let serving = tokio::spawn(async move {
            loop {
                let (mut browser, _) = listener.accept().await.unwrap();
                let answer = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n\
                              <!DOCTYPE html><title>Front end</title>";
                // It may open a connection and ask for nothing.
                if browser
                    .read(&mut [0; 8192])
                    .await
                    .is_ok_and(|read| read > 0)
                {
                    browser.write_all(answer.as_bytes()).await.ok();
                }
            }
        });
        Self { origin, serving }
    }
}

impl Drop for FrontEnd {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// A Paddock in which Ada is verified, with a browser before it.
struct Desk {
    installation: Installation,
    process: Process,
    url: String,
    browser: Chromium,
    _db: TestDb,
}

impl Desk {
    async fn open() -> Self {
        Self::with(Installation::configured()).await
    }

    async fn with(installation: Installation) -> Self {
        let db = TestDb::create().await;
        let mut installation = installation.with("DATABASE_URL", db.url());
        let mut process = installation.up().await;
        let url = format!("http://{}", process.address().await);
        let mut desk = Self {
            installation,
            process,
            url,
            browser: Chromium::start().await,
            _db: db,
        };
        desk.say("ada", "/register name:Ada Lovelace").await;
        desk.say("owner", "/verify member:@ada").await;
        desk
    }

    /// Types a command; what is answered.
    async fn say(&mut self, name: &str, command: &str) -> String {
        let arguments = ["sim", "say", "--as", name, command];
        let said = self.installation.run(&arguments).await;
        assert!(said.status.success(), "{command}: {}", said.stderr);
        said.stdout
    }

    /// A token of Ada's, once an admin has allowed her API access.
    async fn token(&mut self) -> String {
        let callers = self.process.callers().await;
        // The only one who is registered.
        let ada: UserId = all_members(&callers.root()).await[0].user_id;
        callers.root().grant_api_access(ada).await.unwrap();
        let token = CreateToken {
            name: text("front end"),
            expires_in_minutes: None,
        };
        let created = callers.member(ada).create_token(&token).await;
        created.unwrap().token
    }

    async fn go(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.url)).await;
    }

    /// Path and query of the page.
    async fn here(&self) -> String {
        let here = self.browser.ask("location.pathname + location.search");
        here.await.unwrap()
    }

    /// What a script of the page is answered, with a token or with the session.
    async fn fetch(&self, method: &str, path: &str, token: Option<&str>) -> (u16, Value) {
        let headers = token.map(|token| json!({"Authorization": format!("Bearer {token}")}));
        let options = json!({"method": method, "headers": headers.unwrap_or(json!({}))});
        let address = format!("{}{path}", self.url);
        let script =
            format!("fetch({address:?}, {options}).then(async it => [it.status, await it.json()])");
        let answer = self.browser.ask(&script).await;
        answer.unwrap_or_else(|| panic!("{method} {path} was not answered"))
    }

    /// Chooses a driver on iRacing's page, which leads back.
    async fn choose(&self, driver: &str) {
        self.browser.sees("Simulated iRacing").await;
        self.browser.press(driver).await;
    }
}

fn keys(object: &Value) -> Vec<&str> {
    let object = object.as_object().unwrap();
    let mut keys: Vec<_> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Everything of the published contract that Mara's three races in the example league show.
fn assert_listed(listed: &Value) {
    assert_eq!(keys(listed), ["limit", "offset", "sessions", "total"]);
    let part = ["limit", "offset", "total"].map(|key| &listed[key]);
    assert_eq!(part, [&json!(50), &json!(0), &json!(3)]);
    let sessions = listed["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    for session in sessions {
        assert!(session["startTime"].is_string(), "{session}");
    }
    let mut latest = sessions[0].clone();
    latest["startTime"].take();
    let expected = json!({
        "sessionId": 303_100_002_i64,
        "sessionType": "league",
        "leagueId": 7100,
        "leagueName": "Northern Endurance Cup",
        "trackName": "Road America",
        "carName": "BMW M4 GT3",
        "startTime": null,
        "participant": {
            "lapsCompleted": 25, "bestLapTime": 119.3006, "incidents": 2, "finishPosition": 12,
        },
    });
    assert_eq!(latest, expected);
}

#[tokio::test]
async fn the_documented_snippets_connect_read_and_list() {
    let desk = Desk::open().await;
    let front_end = format!("{}{BESIDE}", desk.url);
    run_the_snippets(desk, &front_end).await;
}

#[tokio::test]
async fn the_documented_snippets_run_in_a_front_end_elsewhere() {
    let front_end = FrontEnd::start().await;
    let installation = Installation::configured();
    let installation = installation.with("CORS_ALLOWED_ORIGINS", &front_end.origin);
    run_the_snippets(Desk::with(installation).await, &front_end.origin).await;
}

async fn run_the_snippets(mut desk: Desk, front_end: &str) {
    let token = desk.token().await;
    let token = Some(token.as_str());
    desk.browser.goto(front_end).await;
    let (status, start) = desk.fetch("GET", "/auth/iracing/start", token).await;
    assert_eq!((status, keys(&start)), (200, vec!["authUrl", "message"]));
    let go = format!("window.location.href = {}", start["authUrl"]);
    // The page that is asked may be gone before it answers.
    desk.browser.ask::<Value>(&go).await;
    desk.choose(MARA).await;
    desk.browser.sees(CONNECTED).await;
    let here = desk.here().await;
    assert_eq!(here, "/connections?success=iracing_connected");
    fits(&desk.browser, "the way back without a session").await;

    desk.browser.goto(front_end).await;
    let (status, synced) = desk.fetch("POST", "/api/iracing/sync", token).await;
    let fields = ["errorDetails", "errors", "message", "synced"];
    assert_eq!((status, keys(&synced)), (200, fields.to_vec()), "{synced}");
    let outcome = (&synced["errors"], &synced["errorDetails"]);
    assert_eq!(outcome, (&json!(0), &json!([])));

    let (code, status) = desk.fetch("GET", "/api/iracing/status", token).await;
    let fields = [
        "connected",
        "connectedAt",
        "custId",
        "displayName",
        "expiresAt",
        "isExpired",
        "lastSyncedAt",
    ];
    assert_eq!((code, keys(&status)), (200, fields.to_vec()));
    for time in ["connectedAt", "expiresAt", "lastSyncedAt"] {
        assert!(status[time].is_string(), "{time} of {status}");
    }
    let known = ["connected", "custId", "displayName", "isExpired"].map(|key| &status[key]);
    let expected = json!([true, 812_345, "Mara Lindqvist", false]);
    assert_eq!(json!(known), expected);

    let path = "/api/iracing/sessions?limit=50&offset=0";
    let (status, listed) = desk.fetch("GET", path, token).await;
    assert_eq!(status, 200);
    assert_listed(&listed);
    desk.browser.stop().await;
}

#[tokio::test]
async fn somebody_signs_in_connects_reads_and_disconnects_by_hand() {
    let desk = Desk::open().await;
    let browser = &desk.browser;
    desk.go("/connections").await;
    browser
        .sees("Sign in to see your connected accounts.")
        .await;
    fits(browser, "accounts of nobody").await;
    browser.press("Sign in with Discord").await;
    browser.sees("Simulated Discord").await;
    browser.press("Ada").await;
    browser.sees("No iRacing account is connected.").await;
    assert_eq!(desk.here().await, "/connections");
    fits(browser, "accounts without any").await;

    // No first, then yes.
    browser.press("Connect iRacing").await;
    desk.choose("Deny").await;
    browser.sees("You did not allow it").await;
    fits(browser, "the way back from a refusal").await;
    browser.press("Connect iRacing").await;
    desk.choose(MARA).await;
    let page = browser.sees(CONNECTED).await;
    assert!(
        page.contains("Mara Lindqvist (customer id 812345)"),
        "{page}"
    );
    fits(browser, "a connected account").await;

    browser.press("Read sessions now").await;
    let page = browser.sees("Your sessions were read from iRacing.").await;
    assert!(!page.contains("Not yet"), "{page}");
    fits(browser, "an account that was read").await;
    desk.go(BESIDE).await;
    let path = "/api/iracing/sessions?limit=50&offset=0";
    let (status, listed) = desk.fetch("GET", path, None).await;
    assert_eq!(status, 200);
    assert_listed(&listed);

    desk.go("/connections").await;
    browser.press("Disconnect").await;
    browser.sees("Your iRacing account is disconnected.").await;
    browser.sees("No iRacing account is connected.").await;
    desk.browser.stop().await;
}

#[tokio::test]
async fn a_link_from_discord_connects_in_whatever_browser_and_once() {
    let mut desk = Desk::open().await;
    let answer = desk.say("ada", "/connect").await;
    let mut words = answer.split_whitespace();
    let invited = format!("{}/connections/invited?invitation=", desk.url);
    let link = words.find(|word| word.starts_with(&invited));
    let link = link.unwrap_or_else(|| panic!("no link in {answer}"));

    let browser = &desk.browser;
    browser.goto(link).await;
    browser.sees("an iRacing account to Ada Lovelace in").await;
    fits(browser, "an invitation").await;
    // Looking once more uses nothing up.
    browser.goto(link).await;
    browser.press("Continue to iRacing").await;
    desk.choose(MARA).await;
    browser.sees(CONNECTED).await;
    browser.goto(link).await;
    browser
        .sees(
            "This sign-in is not known, was used, or is older than 10 minutes; /connect in Discord",
        )
        .await;
    fits(browser, "an invitation that was used").await;
    let again = desk.say("ada", "/connect").await;
    assert!(
        again.contains("Your account **Mara Lindqvist** is connected"),
        "{again}"
    );
    desk.browser.stop().await;
}
