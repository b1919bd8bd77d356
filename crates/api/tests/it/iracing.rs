//! Connected iRacing accounts over HTTP: the published contract, and the pages.

use crate::helpers::{GUILD, TestApp, refused, user};
use crate::log::Log;
use paddock_api::{Clock as _, SystemClock};
use paddock_api_client::Client;
use paddock_api_types::iracing::{DrivenSessionType, ListDrivenSessionsQuery};
use paddock_sim_iracing::{Options, SimIracing};
use reqwest::header::{ACCEPT, CONTENT_TYPE, LOCATION};
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use std::time::Duration;

const MARA: i64 = 812_345;

/// The service with a client of a simulated iRacing, both in the present.
struct Paddock {
    app: TestApp,
    sim: SimIracing,
    /// Follows no redirect.
    http: reqwest::Client,
}

impl Paddock {
    async fn new() -> Self {
        let options = Options::default();
        let (id, secret) = (options.client_id.clone(), options.client_secret.clone());
        let sim = SimIracing::start(options).await.unwrap();
        let app = TestApp::spawn_with(&[
            ("IRACING_CLIENT_ID", &id),
            ("IRACING_CLIENT_SECRET", &secret),
            ("IRACING_OAUTH_URL", &sim.oauth_url()),
            ("IRACING_DATA_URL", &sim.data_url()),
        ])
        .await;
        let behind = SystemClock.now().duration_since(app.clock.now());
        app.clock.advance(behind.try_into().unwrap());
        let http = reqwest::Client::builder().redirect(Policy::none());
        let http = http.build().unwrap();
        Self { app, sim, http }
    }

    /// A request as a browser sends it that follows a link.
    async fn open(&self, address: &str) -> reqwest::Response {
        let address = match address.strip_prefix('/') {
            Some(path) => format!("{}/{path}", self.app.url),
            None => address.to_owned(),
        };
        let request = self.http.get(address).header(ACCEPT, "text/html");
        request.send().await.unwrap()
    }

    /// A token, as the front end of somebody else has one.
    async fn token(&self, user_id: i64) -> String {
        let client = self.app.verified_as(user_id, "Ada").await;
        let admin = self.app.admin();
        admin.grant_api_access(user(user_id)).await.unwrap();
        let token = crate::helpers::token("front end");
        client.create_token(&token).await.unwrap().token
    }

    /// Ada, who has connected her account.
    async fn connected(&self) -> Client {
        let ada = self.app.verified_as(1, "Ada").await;
        let page = ada.start_iracing_sign_in().await.unwrap().auth_url;
        self.open(&self.sim.approve(&page, MARA).unwrap()).await;
        ada
    }

    /// What the documented snippets do.
    async fn fetch(&self, method: &str, path: &str, token: &str) -> (u16, Value) {
        let method = method.parse().unwrap();
        let request = self.http.request(method, format!("{}{path}", self.app.url));
        let answer = request.bearer_auth(token).send().await.unwrap();
        let status = answer.status().as_u16();
        let body = answer.text().await.unwrap();
        (status, serde_json::from_str(&body).unwrap_or(Value::Null))
    }
}

fn location(answer: &reqwest::Response) -> &str {
    assert_eq!(answer.status(), 303);
    answer.headers()[LOCATION].to_str().unwrap()
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[tokio::test]
async fn the_published_contract_is_kept_to_the_letter() {
    let paddock = Paddock::new().await;
    let token = paddock.token(1).await;
    let (status, nothing) = paddock.fetch("GET", "/api/iracing/status", &token).await;
    assert_eq!(status, 200);
    insta::assert_json_snapshot!(nothing, @r#"
    {
      "connected": false,
      "connectedAt": null,
      "custId": null,
      "displayName": null,
      "expiresAt": null,
      "isExpired": false,
      "lastSyncedAt": null
    }
    "#);

    let (status, start) = paddock.fetch("GET", "/auth/iracing/start", &token).await;
    assert_eq!((status, keys(&start)), (200, vec!["authUrl", "message"]));
    let page = start["authUrl"].as_str().unwrap();
    assert!(page.contains("code_challenge_method=S256"), "{page}");
    let back = paddock.sim.approve(page, MARA).unwrap();
    assert!(back.starts_with(&format!("{}/auth/iracing/callback?", paddock.app.url)));
    let answer = paddock.open(&back).await;
    assert_eq!(location(&answer), "/connections?success=iracing_connected");

    let (_, status) = paddock.fetch("GET", "/api/iracing/status", &token).await;
    let known = [
        &status["connected"],
        &status["custId"],
        &status["isExpired"],
    ];
    assert_eq!(known, [&json!(true), &json!(MARA), &json!(false)]);

    let (status, synced) = paddock.fetch("POST", "/api/iracing/sync", &token).await;
    assert_eq!(status, 200);
    insta::assert_json_snapshot!(synced, @r#"
    {
      "errorDetails": [],
      "errors": 0,
      "message": "3 sessions were read from iRacing.",
      "synced": 3
    }
    "#);

    let path = "/api/iracing/sessions?limit=2&offset=1";
    let (status, listed) = paddock.fetch("GET", path, &token).await;
    assert_eq!(status, 200);
    assert_eq!(keys(&listed), ["limit", "offset", "sessions", "total"]);
    assert_eq!((&listed["total"], &listed["limit"]), (&json!(3), &json!(2)));
    assert_eq!(listed["sessions"].as_array().unwrap().len(), 2);
    insta::assert_json_snapshot!(listed["sessions"][0], { ".startTime" => "[time]" }, @r#"
    {
      "carName": "BMW M4 GT3",
      "leagueId": 7100,
      "leagueName": "Northern Endurance Cup",
      "participant": {
        "bestLapTime": 118.4206,
        "finishPosition": 1,
        "incidents": 0,
        "lapsCompleted": 26
      },
      "sessionId": 303100001,
      "sessionType": "league",
      "startTime": "[time]",
      "trackName": "Daytona International Speedway - Road Course"
    }
    "#);

    let (status, _) = paddock
        .fetch("DELETE", "/api/iracing/connection", &token)
        .await;
    assert_eq!(status, 204);
    let (_, gone) = paddock.fetch("GET", "/api/iracing/status", &token).await;
    assert_eq!(gone, nothing);
    // What was driven stays: iRacing itself said whose account it is.
    let (_, listed) = paddock.fetch("GET", "/api/iracing/sessions", &token).await;
    assert_eq!(listed["total"], 3);
}

#[tokio::test]
async fn every_failure_leads_back_with_a_reason_that_can_be_read() {
    let paddock = Paddock::new().await;
    let ada = paddock.app.verified_as(1, "Ada").await;
    let page = ada.start_iracing_sign_in().await.unwrap().auth_url;
    let answer = paddock.open(&paddock.sim.deny(&page).unwrap()).await;
    let to = location(&answer).to_owned();
    assert_eq!(to, "/connections?error=access_denied");
    let shown = paddock.open(&to).await.text().await.unwrap();
    assert!(shown.contains("You did not allow it"), "{shown}");
    let invented = "/connections?error=%3Cb%3Eowned";
    let shown = paddock.open(invented).await.text().await.unwrap();
    assert!(!shown.contains("owned"));
}

#[tokio::test]
async fn a_state_that_is_not_known_is_a_bad_request_with_the_way_back() {
    let paddock = Paddock::new().await;
    for address in [
        "/auth/iracing/callback",
        "/auth/iracing/callback?code=a&state=b",
    ] {
        let answer = paddock.open(address).await;
        assert_eq!(answer.status(), 400);
        let kind = answer.headers()[CONTENT_TYPE].to_str().unwrap();
        assert!(kind.starts_with("text/html"), "{kind}");
        let shown = answer.text().await.unwrap();
        assert!(shown.contains("href=\"/\""), "{shown}");
    }
}

#[tokio::test]
async fn an_expired_connection_is_401_with_the_way_back() {
    let paddock = Paddock::new().await;
    let ada = paddock.connected().await;
    paddock.sim.revoke_sessions();
    paddock.app.clock.advance(Duration::from_mins(6));
    let expired = "401 iracing_connection_expired reconnect=/auth/iracing/start";
    for _ in 0..2 {
        assert_eq!(refused(ada.sync_iracing().await), expired);
    }
    let status = ada.get_iracing_status().await.unwrap();
    assert!(status.connected && status.is_expired);
    assert_eq!(
        refused(paddock.app.member(2).disconnect_iracing().await),
        "404 iracing_not_connected"
    );
}

#[tokio::test]
async fn an_invitation_opens_in_whatever_browser_and_works_once() {
    let paddock = Paddock::new().await;
    let ada = paddock.app.verified_as(1, "Ada <3").await;
    let invitation = ada.invite_to_iracing().await.unwrap();
    let shown = paddock.open(&invitation.url).await.text().await.unwrap();
    assert!(shown.contains("Ada &#60;3"), "{shown}");
    let (page, token) = invitation.url.split_once("?invitation=").unwrap();
    let accept = async || {
        let form = paddock.http.post(page).body(format!("invitation={token}"));
        let form = form.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        form.header(ACCEPT, "text/html").send().await.unwrap()
    };
    let accepted = accept().await;
    let to = location(&accepted).to_owned();
    assert!(to.starts_with(&paddock.sim.oauth_url()), "{to}");
    assert_eq!(accept().await.status(), 400);
    assert_eq!(paddock.open(&invitation.url).await.status(), 400);
    let back = paddock.open(&paddock.sim.approve(&to, MARA).unwrap()).await;
    assert_eq!(location(&back), "/connections?success=iracing_connected");
    assert!(ada.get_iracing_status().await.unwrap().connected);
}

#[tokio::test]
async fn sessions_are_listed_in_parts_of_a_sensible_size() {
    let paddock = Paddock::new().await;
    let ada = paddock.app.verified_as(1, "Ada").await;
    let all = ListDrivenSessionsQuery::default();
    let none = ada.list_driven_sessions(&all).await.unwrap();
    assert_eq!((none.total, none.limit, none.offset), (0, 50, 0));
    for limit in [0, 201] {
        let query = ListDrivenSessionsQuery {
            limit: Some(limit),
            offset: None,
        };
        let refused = refused(ada.list_driven_sessions(&query).await);
        assert_eq!(refused, "422 invalid_value field=limit");
    }
}

#[tokio::test]
async fn nobody_sees_what_another_drove() {
    let paddock = Paddock::new().await;
    let ada = paddock.connected().await;
    ada.sync_iracing().await.unwrap();
    let all = ListDrivenSessionsQuery::default();
    let own = ada.list_driven_sessions(&all).await.unwrap();
    assert_eq!(own.total, 3);
    assert!(
        own.sessions
            .iter()
            .all(|it| it.session_type == DrivenSessionType::League)
    );
    let bea = paddock.app.verified_as(2, "Bea").await;
    assert_eq!(bea.list_driven_sessions(&all).await.unwrap().total, 0);
    let elsewhere = paddock.app.acting_in(GUILD + 1, 1, 0);
    assert_eq!(elsewhere.list_driven_sessions(&all).await.unwrap().total, 0);
    assert!(!elsewhere.get_iracing_status().await.unwrap().connected);
}

#[tokio::test]
async fn without_a_client_of_iracing_everything_says_so() {
    let app = TestApp::spawn().await;
    let ada = app.verified(1).await;
    let expected = "409 iracing_not_configured";
    assert_eq!(refused(ada.start_iracing_sign_in().await), expected);
    assert_eq!(refused(ada.invite_to_iracing().await), expected);
    assert_eq!(refused(ada.sync_iracing().await), expected);
    assert!(!ada.get_iracing_status().await.unwrap().connected);
}

/// At the level at which libraries say everything, too.
#[tokio::test]
async fn no_token_code_secret_or_signed_link_is_in_any_line_of_the_log() {
    let log = Log::of_everything().await;
    let paddock = Paddock::new().await;
    let ada = paddock.app.verified_as(1, "Ada").await;
    let invitation = ada.invite_to_iracing().await.unwrap();
    let (_, invited) = invitation.url.split_once("?invitation=").unwrap();
    paddock.open(&invitation.url).await;
    let page = ada.start_iracing_sign_in().await.unwrap().auth_url;
    let page: url::Url = page.parse().unwrap();
    let (_, state) = page.query_pairs().find(|(key, _)| key == "state").unwrap();
    paddock
        .open(&paddock.sim.approve(page.as_str(), MARA).unwrap())
        .await;
    ada.sync_iracing().await.unwrap();
    paddock.app.clock.advance(Duration::from_mins(6));
    ada.sync_iracing().await.unwrap();
    paddock.sim.revoke_sessions();
    paddock.app.clock.advance(Duration::from_mins(6));
    ada.sync_iracing().await.unwrap_err();
    let verifiers: Vec<_> = paddock
        .sim
        .requests()
        .into_iter()
        .map(|it| it.body)
        .collect();
    let verifier = verifiers.iter().find_map(|body| {
        let mut pairs = url::form_urlencoded::parse(body.as_bytes());
        let (_, verifier) = pairs.find(|(key, _)| key == "code_verifier")?;
        Some(verifier.into_owned())
    });
    log.has_none_of(&[
        "sim-access-",
        "sim-refresh-",
        "sim-code-",
        "X-Amz-Signature",
        &Options::default().client_secret,
        invited,
        &state,
        &verifier.unwrap(),
        "test-sealing-key",
    ]);
}
