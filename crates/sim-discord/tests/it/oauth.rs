//! OAuth: from the page to who somebody is, and what is refused on the way.

use paddock_sim_discord::{Options, SimDiscord};
use reqwest::{Client, Response, redirect};
use serde_json::Value;

/// The verifier and challenge of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const BACK: &str = "http://127.0.0.1:1/back";

struct Setup {
    sim: SimDiscord,
    http: Client,
}

impl Setup {
    async fn new() -> Self {
        rustls::crypto::ring::default_provider()
            .install_default()
            .ok();
        let sim = SimDiscord::start(Options::default()).await.unwrap();
        let http = Client::builder().redirect(redirect::Policy::none());
        let http = http.build().unwrap();
        Self { sim, http }
    }

    async fn get(&self, path: &str) -> Response {
        let url = format!("{}{path}", self.sim.oauth_url());
        self.http.get(url).send().await.unwrap()
    }

    fn authorize() -> String {
        let options = Options::default();
        format!(
            "/oauth2/authorize?response_type=code&client_id={}&redirect_uri={BACK}&scope=identify\
             &state=s%26t&code_challenge={CHALLENGE}&code_challenge_method=S256",
            options.client_id
        )
    }

    async fn redeem(&self, change: &[(&str, &str)], secret: &str) -> (u16, Value) {
        let options = Options::default();
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("redirect_uri", BACK),
            ("code_verifier", VERIFIER),
        ];
        form.retain(|(name, _)| change.iter().all(|(changed, _)| changed != name));
        form.extend(change);
        let body: Vec<_> = form
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let url = format!("{}/api/v10/oauth2/token", self.sim.oauth_url());
        let sent = self
            .http
            .post(url)
            .basic_auth(options.client_id, Some(secret));
        let sent = sent.header("content-type", "application/x-www-form-urlencoded");
        let answer = sent.body(body.join("&")).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }
}

fn location(answer: &Response) -> String {
    assert_eq!(answer.status(), 302);
    answer.headers()["location"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_person_allows_it_and_is_known_by_the_token() {
    let setup = Setup::new().await;
    let page = setup.get(&Setup::authorize()).await.text().await.unwrap();
    let ada = setup.sim.user_id("ada");
    let link = page
        .split('"')
        .find(|it| it.contains(&format!("as={ada}&")));
    let back = location(&setup.get(&link.unwrap().replace("&amp;", "&")).await);
    let query = back.strip_prefix(&format!("{BACK}?")).unwrap();
    let (code, state) = query.split_once('&').unwrap();
    assert_eq!(state, "state=s%26t");
    let code = code.strip_prefix("code=").unwrap();
    let secret = Options::default().client_secret;

    let (status, granted) = setup.redeem(&[("code", code)], &secret).await;
    assert_eq!((status, &granted["token_type"]), (200, &"Bearer".into()));
    let me = format!("{}/api/v10/users/@me", setup.sim.oauth_url());
    let me = setup
        .http
        .get(me)
        .bearer_auth(granted["access_token"].as_str().unwrap());
    let me: Value = me.send().await.unwrap().json().await.unwrap();
    assert_eq!(me["id"], ada.to_string());
    assert_eq!(me["username"], "ada");

    let (status, again) = setup.redeem(&[("code", code)], &secret).await;
    assert_eq!((status, &again["error"]), (400, &"invalid_grant".into()));
}

#[tokio::test]
async fn what_is_wrong_is_refused() {
    let setup = Setup::new().await;
    let secret = Options::default().client_secret;
    let code = async || {
        let ada = setup.sim.user_id("ada");
        let link =
            Setup::authorize().replace("/authorize?", &format!("/authorize/decide?as={ada}&"));
        let back = location(&setup.get(&link).await);
        let code = back.split(['=', '&']).nth(1);
        code.unwrap().to_owned()
    };
    let refused = async |change: &[(&str, &str)], secret: &str| {
        let code = code().await;
        let change: Vec<_> = [("code", &*code)].iter().chain(change).copied().collect();
        let (status, answer) = setup.redeem(&change, secret).await;
        (status, answer["error"].as_str().unwrap().to_owned())
    };
    let grant = (400, "invalid_grant".to_owned());
    assert_eq!(
        refused(&[("code_verifier", "another")], &secret).await,
        grant
    );
    assert_eq!(
        refused(&[("redirect_uri", "http://127.0.0.1:2")], &secret).await,
        grant
    );
    let client = (401, "invalid_client".to_owned());
    assert_eq!(refused(&[], "wrong").await, client);
    let kind = refused(&[("grant_type", "password")], &secret).await;
    assert_eq!(kind, (400, "unsupported_grant_type".to_owned()));
    let old = code().await;
    setup.sim.advance(std::time::Duration::from_mins(2));
    assert_eq!(setup.redeem(&[("code", &old)], &secret).await.0, 400);

    let denied = Setup::authorize().replace("/authorize?", "/authorize/decide?");
    assert!(location(&setup.get(&denied).await).contains("error=access_denied"));
    let scope = Setup::authorize().replace("identify", "guilds");
    assert!(location(&setup.get(&scope).await).contains("error=invalid_scope"));
    let elsewhere = Setup::authorize().replace("127.0.0.1:1", "example.org");
    assert_eq!(setup.get(&elsewhere).await.status(), 400);
    let me = format!("{}/api/v10/users/@me", setup.sim.oauth_url());
    let me = setup
        .http
        .get(me)
        .bearer_auth("wrong")
        .send()
        .await
        .unwrap();
    assert_eq!(me.status(), 401);
}
