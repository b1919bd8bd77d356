//! The repository's Caddyfile, run by a real Caddy before a real API.

use paddock_e2e::{
    Installation, Process, WAIT_TIMEOUT, all_members, eventually, find_program, guild_id,
    workspace_root,
};
use paddock_sim_discord::{Options, SimDiscord};
use reqwest::{Certificate, Client, RequestBuilder, StatusCode, header, redirect};
use std::fs::{self, File};
use std::net::TcpListener;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// A running Caddy; dropping it kills it.
pub(crate) struct Caddy {
    child: Child,
    dir: TempDir,
    plain_port: u16,
    tls_port: u16,
    health_port: u16,
}

impl Caddy {
    /// Starts it, and gives a client that trusts the authority which this Caddy made for itself, and
    /// no other.
    async fn start(upstream: &str) -> (Self, Client) {
        let mut caddy = Self::spawn(upstream);
        let root = caddy
            .dir
            .path()
            .join("data/caddy/pki/authorities/local/root.crt");
        let root = eventually("caddy makes its authority", async || {
            caddy.assert_runs();
            let text = fs::read_to_string(&root).ok()?;
            // Whole: it is not read before it is used, and half of it is no error until then.
            text.trim_end()
                .ends_with("-----END CERTIFICATE-----")
                .then(|| Certificate::from_pem(text.as_bytes()).unwrap())
        })
        .await;
        let client = Client::builder()
            .tls_certs_only([root])
            .redirect(redirect::Policy::none())
            .timeout(WAIT_TIMEOUT)
            .build()
            .unwrap();
        eventually("caddy serves the API", async || {
            caddy.assert_runs();
            let response = client.get(caddy.https("/readyz")).send().await.ok()?;
            (response.status() == StatusCode::OK).then_some(())
        })
        .await;
        (caddy, client)
    }

    /// A request of somebody's, as the bot sends it.
    fn post(&self, path: &str, installation: &Installation, client: &Client) -> RequestBuilder {
        let request = client.post(self.https(path)).header("x-user-id", "1");
        let request = request.header("x-guild-id", guild_id().to_string());
        request.header("x-api-key", installation.bot_key())
    }

    fn spawn(upstream: &str) -> Self {
        let program = find_program("caddy").expect(
            "caddy is missing: run `cargo xtask test`, which fetches it, or put Debian's on the PATH \
             (apt-get install caddy)",
        );
        let dir = tempfile::tempdir().unwrap();
        let [plain_port, tls_port, health_port] = free_ports();
        let log = File::create(dir.path().join("log")).unwrap();
        let child = Command::new(program)
            .arg("run")
            .arg("--config")
            .arg(workspace_root().join("Caddyfile"))
            .args(["--adapter", "caddyfile"])
            .current_dir(dir.path())
            .env_clear()
            .env("HOME", dir.path())
            .env("XDG_DATA_HOME", dir.path().join("data"))
            .env("XDG_CONFIG_HOME", dir.path().join("config"))
            .env("PADDOCK_DOMAIN", "localhost")
            .env("PADDOCK_TLS", "tls internal")
            .env("PADDOCK_UPSTREAM", upstream)
            .env("PADDOCK_HTTP_PORT", plain_port.to_string())
            .env("PADDOCK_HTTPS_PORT", tls_port.to_string())
            .env("PADDOCK_CADDY_HEALTH_PORT", health_port.to_string())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .expect("caddy starts");
        Self {
            child,
            dir,
            plain_port,
            tls_port,
            health_port,
        }
    }

    fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("log")).unwrap()
    }

    pub(crate) fn https(&self, path: &str) -> String {
        format!("https://localhost:{}{path}", self.tls_port)
    }

    fn assert_runs(&mut self) {
        let ended = self.child.try_wait().unwrap();
        assert!(ended.is_none(), "caddy ended");
    }
}

impl Drop for Caddy {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
        if std::thread::panicking() {
            eprintln!("--- caddy printed\n{}", self.log());
        }
    }
}

/// Free ports that no connection gets by chance: Caddy does not report which ones it chose, and the
/// operating system uses those from 32768 on for outgoing connections.
fn free_ports<const N: usize>() -> [u16; N] {
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    // Tests that run at the same time, in processes or in threads, look in different places.
    let place = || 10 * std::process::id() + TAKEN.fetch_add(1, Ordering::Relaxed);
    let port = || u16::try_from(10_000 + place() % 20_000).unwrap();
    [(); N].map(|()| {
        let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
        (0..1000)
            .map(|_| port())
            .find(free)
            .expect("a port is free")
    })
}

/// An API that limits how often it may be asked, and Caddy before it.
pub(crate) async fn behind_caddy() -> (Installation, Process, Caddy, Client) {
    let mut installation = Installation::configured().without("RATE_LIMIT_PER_MINUTE");
    let mut api = installation.start(&["api"]);
    let (caddy, client) = Caddy::start(&api.address().await).await;
    (installation, api, caddy, client)
}

#[tokio::test]
async fn the_api_is_served_over_https_with_the_headers_that_protect_it() {
    let (_installation, _api, caddy, client) = behind_caddy().await;
    let response = client.get(caddy.https("/readyz")).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    let headers = response.headers().clone();
    let text = response.text().await.unwrap();
    assert!(text.contains(r#""ready":true"#), "{text}");
    for (name, value) in [
        ("strict-transport-security", "max-age=31536000"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
    ] {
        let all: Vec<_> = headers.get_all(name).iter().collect();
        assert_eq!(all, [value], "{name}");
    }
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!headers.contains_key(header::SERVER));

    // The documentation comes whole from here, with a policy of its own.
    let docs = client.get(caddy.https("/docs/")).send().await.unwrap();
    assert_eq!(docs.status(), StatusCode::OK);
    let docs = docs.text().await.unwrap();
    assert!(
        !docs.contains("src=\"http") && !docs.contains("href=\"http"),
        "{docs}"
    );
    assert!(!docs.contains("<script>"), "a script in the markup: {docs}");
    let document = client
        .get(caddy.https("/openapi.json"))
        .send()
        .await
        .unwrap();
    assert_eq!(document.status(), StatusCode::OK);
}

#[tokio::test]
async fn metrics_are_for_those_inside_only() {
    let (_installation, mut api, caddy, client) = behind_caddy().await;
    for path in [
        "/metrics",
        "/metrics/",
        "/metrics?x=1",
        "//metrics",
        "/%6detrics",
    ] {
        let response = client.get(caddy.https(path)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        let text = response.text().await.unwrap();
        assert!(!text.contains("# TYPE"), "{path}");
    }
    let inside = format!("http://{}/metrics", api.address().await);
    let inside = client.get(inside).send().await.unwrap();
    assert_eq!(inside.status(), StatusCode::OK);
}

#[tokio::test]
async fn plain_http_is_sent_to_https() {
    let (_installation, _api, caddy, client) = behind_caddy().await;
    let plain = format!("http://localhost:{}/readyz?x=1", caddy.plain_port);
    let response = client.get(plain).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::PERMANENT_REDIRECT);
    let location = response.headers()[header::LOCATION].to_str().unwrap();
    assert!(location.starts_with("https://localhost"), "{location}");
    assert!(location.ends_with("/readyz?x=1"), "{location}");
    let health = format!("http://127.0.0.1:{}/", caddy.health_port);
    let health = client.get(health).send().await.unwrap();
    assert_eq!(health.status(), StatusCode::OK);
}

/// A client that guesses keys is counted by its address, which it cannot choose.
#[tokio::test]
async fn a_forged_address_is_not_believed() {
    let (_installation, _api, caddy, client) = behind_caddy().await;
    let guess = async |n: u32| {
        let request = client
            .get(caddy.https("/api/members/me"))
            .header("x-api-key", format!("a guess that must not be logged {n}"))
            .header("x-guild-id", "1")
            .header("x-user-id", "1")
            .header("x-forwarded-for", format!("198.51.100.{n}"))
            .header("x-real-ip", format!("198.51.100.{n}"))
            .header("forwarded", format!("for=198.51.100.{n}"));
        request.send().await.unwrap().status()
    };
    let mut answers = Vec::new();
    for n in 1..=90 {
        answers.push(guess(n).await);
    }
    assert_eq!(answers[0], StatusCode::UNAUTHORIZED);
    assert!(
        answers.contains(&StatusCode::TOO_MANY_REQUESTS),
        "ninety wrong keys in a row, each from another address"
    );
    assert!(!caddy.log().contains("must not be logged"));
}

#[tokio::test]
async fn a_member_gets_through_and_the_key_is_not_logged() {
    let (installation, _api, caddy, client) = behind_caddy().await;
    let registered = register(&installation, &caddy, &client, "Ada").await;
    let registered = registered.unwrap();
    assert_eq!(registered.status(), StatusCode::CREATED);
    assert!(registered.headers().contains_key("x-request-id"));
    let uri = r#""uri":"/api/members""#;
    eventually("the request is logged", async || {
        caddy.log().contains(uri).then_some(())
    })
    .await;
    assert!(!caddy.log().contains(installation.bot_key()));
}

/// Somebody's session, begun at the API itself, as it is known there.
async fn session(api: &str, installation: &Installation, discord: &SimDiscord) -> String {
    let client = Client::builder().redirect(redirect::Policy::none());
    let client = client.build().unwrap();
    let registered = client
        .post(format!("{api}/api/members"))
        .header("x-api-key", installation.bot_key())
        .header("x-guild-id", guild_id().to_string())
        .header("x-user-id", discord.user_id("ada").to_string())
        .json(&serde_json::json!({"display_name": "Ada"}));
    assert_eq!(
        registered.send().await.unwrap().status(),
        StatusCode::CREATED
    );
    let begun = client
        .get(format!("{api}/auth/discord/start"))
        .send()
        .await
        .unwrap();
    let of = |name| begun.headers()[name].to_str().unwrap().to_owned();
    let (location, cookie) = (of(header::LOCATION), of(header::SET_COOKIE));
    let back = client.get(discord.decide(&location, Some("ada")));
    let back = back.header(header::COOKIE, cookie.split(';').next().unwrap());
    let entered = back.send().await.unwrap();
    let cookie = entered.headers()[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// A page's own policy gets through, and what browsers say of the pages that send forms.
#[tokio::test]
async fn pages_are_served_as_they_are_and_other_sites_write_nothing() {
    let discord = SimDiscord::start(Options::default()).await.unwrap();
    let options = Options::default();
    let mut installation = Installation::configured()
        .with("DISCORD_CLIENT_ID", &options.client_id)
        .with("DISCORD_CLIENT_SECRET", &options.client_secret)
        .with("DISCORD_OAUTH_URL", &discord.oauth_url());
    let mut api = installation.start(&["api"]);
    let address = api.address().await;
    let (caddy, client) = Caddy::start(&address).await;
    let page = client.get(caddy.https("/")).send().await.unwrap();
    let all = |name| page.headers().get_all(name).iter().collect::<Vec<_>>();
    assert_eq!(all("referrer-policy"), ["same-origin"]);
    let [policy] = all("content-security-policy")[..] else {
        panic!("not one policy");
    };
    let policy = policy.to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(policy.ends_with(&discord.oauth_url()), "{policy}");

    let cookie = session(&format!("http://{address}"), &installation, &discord).await;
    let rename = async |name: &str, value: &str| {
        let body = serde_json::json!({"display_name": "Ada"});
        let request = client.patch(caddy.https("/api/members/me")).json(&body);
        let request = request.header(header::COOKIE, &cookie).header(name, value);
        request.send().await.unwrap().status()
    };
    let ours = format!("https://localhost:{}", caddy.tls_port);
    assert_eq!(rename("origin", &ours).await, StatusCode::OK);
    assert_eq!(
        rename("sec-fetch-site", "same-origin").await,
        StatusCode::OK
    );
    for (name, value) in [
        ("origin", "https://evil.example.org"),
        ("sec-fetch-site", "cross-site"),
    ] {
        assert_eq!(rename(name, value).await, StatusCode::FORBIDDEN, "{name}");
    }

    let callback = "/auth/discord/callback?state=unlogged-state&code=unlogged-code";
    let answer = client.get(caddy.https(callback)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    eventually("the request is logged", async || {
        caddy.log().contains("/auth/discord/callback").then_some(())
    })
    .await;
    assert!(!caddy.log().contains("unlogged-"));
}

#[tokio::test]
async fn too_large_a_body_does_not_get_through() {
    let (installation, mut api, caddy, client) = behind_caddy().await;
    let name = "a".repeat(3 << 20);
    // The API refuses before it has read everything. Caddy passes that on, or takes it for a
    // failure of the API's, or closes the connection: whichever comes first.
    if let Ok(refused) = register(&installation, &caddy, &client, &name).await {
        let status = refused.status();
        let expected = [StatusCode::PAYLOAD_TOO_LARGE, StatusCode::BAD_GATEWAY];
        assert!(expected.contains(&status), "{status}");
    }
    let root = api.callers().await.root();
    assert!(all_members(&root).await.is_empty());
}

/// The largest export of iRacing that we know has 3.1 MB; the API takes five times as much.
#[tokio::test]
async fn the_results_of_a_long_race_get_through() {
    let (installation, _api, caddy, client) = behind_caddy().await;
    let driven = r#"{"subsession_id": 77, "session_results": [{"simsession_type": 6, "results": [{"cust_id": 5}]}]}"#;
    let file = driven.to_owned() + &" ".repeat(15 << 20);
    let import = caddy.post("/api/iracing/results?apply=true", &installation, &client);
    let import = import.header("content-type", "application/json");
    let import = import.header("x-permissions", "8").body(file);
    assert_eq!(import.send().await.unwrap().status(), StatusCode::OK);
}

/// Registers a person through Caddy, as the bot would if it connected that way.
async fn register(
    installation: &Installation,
    caddy: &Caddy,
    client: &Client,
    name: &str,
) -> reqwest::Result<reqwest::Response> {
    caddy
        .post("/api/members", installation, client)
        .json(&serde_json::json!({"display_name": name}))
        .send()
        .await
}

#[tokio::test]
async fn a_restart_of_the_api_makes_requests_wait_and_not_fail() {
    let mut installation = Installation::configured();
    let mut api = installation.start(&["api"]);
    let address = api.address().await;
    let (caddy, client) = Caddy::start(&address).await;
    api.kill();
    let waiting = tokio::spawn(client.get(caddy.https("/version")).send());
    // Where it was, so that Caddy finds it again.
    let mut installation = installation.with("PADDOCK_LISTEN", &address);
    let _api = installation.start(&["api"]);
    let response = tokio::time::timeout(Duration::from_secs(20), waiting).await;
    let response = response.expect("an answer").unwrap().unwrap();
    assert_eq!(response.status(), StatusCode::OK);
}
