//! The authorization server.

use crate::helpers::{SIGN_IN, header, json, keys, outcome, start};
use paddock_sim_iracing::{Fault, Options};
use std::time::Duration;

const PAGE: &str = "client_id=sim-client&response_type=code&state=s&scope=iracing.profile\
    &redirect_uri=http%3A%2F%2F127.0.0.1%3A8000%2Fback\
    &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
/// The verifier that RFC 7636 has for that challenge.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

#[tokio::test]
async fn the_page_lists_members_and_leads_back() {
    let sim = start(Options::default()).await;
    let page = format!("{}/authorize?{PAGE}", sim.sim.oauth_url());
    let response = sim.http.get(&page).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let text = response.text().await.unwrap();
    assert!(text.contains("Mara Lindqvist (812345)"), "{text}");
    let (_, rest) = text
        .split_once("<a href=\"/oauth2/authorize/decide?as=812345")
        .unwrap();
    let (rest, _) = rest.split_once('"').unwrap();
    let path = format!("authorize/decide?as=812345{}", rest.replace("&amp;", "&"));
    let chosen = sim.http.get(format!("{}/{path}", sim.sim.oauth_url()));
    let chosen = chosen.send().await.unwrap();
    assert_eq!(chosen.status(), 302);
    let back = header(&chosen, "location").unwrap().to_owned();
    let (_, code) = back.split_once("?code=").unwrap();
    let (code, state) = code.split_once('&').unwrap();
    assert!(
        back.starts_with("http://127.0.0.1:8000/back?") && state == "state=s",
        "{back}"
    );

    let form = SIGN_IN.replace("password_limited", "authorization_code");
    let form = format!(
        "{form}&code={code}&code_verifier={VERIFIER}&redirect_uri=http%3A%2F%2F127.0.0.1%3A8000%2Fback"
    );
    let granted = json(sim.token(&form)).await;
    assert_eq!(
        keys(&granted),
        ["access_token", "expires_in", "scope", "token_type"]
    );
    let profile = sim
        .http
        .get(format!("{}/iracing/profile", sim.sim.oauth_url()));
    let profile = json(profile.bearer_auth(granted["access_token"].as_str().unwrap())).await;
    assert_eq!(profile["iracing_cust_id"], 812_345);
    assert_eq!(profile["iracing_name"], "Mara Lindqvist");
}

#[tokio::test]
async fn what_is_not_registered_is_sent_nowhere() {
    let registered = Options {
        redirect_uris: vec!["https://paddock.example.org/back?a=1".to_owned()],
        ..Options::default()
    };
    let sim = start(registered).await;
    let page = |query: &str| {
        sim.http
            .get(format!("{}/authorize?{query}", sim.sim.oauth_url()))
    };
    assert_eq!(outcome(page(PAGE)).await.0, 400);
    let right = "https%3A%2F%2Fpaddock.example.org%2Fback%3Fa%3D1";
    let right = PAGE.replace("http%3A%2F%2F127.0.0.1%3A8000%2Fback", right);
    assert_eq!(outcome(page(&right)).await.0, 200);
    for wrong in [
        right.replace("%3Fa%3D1", ""),
        right.replace("example.org", "example.org%3A443"),
        right.replace("sim-client", "another"),
    ] {
        assert_eq!(outcome(page(&wrong)).await.0, 400, "{wrong}");
    }
    // Other faults are reported to where the member came from.
    for (query, error) in [
        (right.replace("S256", "plain"), "invalid_request"),
        (
            right.replace("iracing.profile", "everything"),
            "invalid_scope",
        ),
        (
            right.replace("=code&", "=token&"),
            "unsupported_response_type",
        ),
    ] {
        let response = page(&query).send().await.unwrap();
        assert_eq!(response.status(), 302);
        let back = header(&response, "location").unwrap();
        assert!(back.contains(&format!("&error={error}&")), "{back}");
        assert!(back.ends_with("&state=s"), "{back}");
    }
}

#[tokio::test]
async fn credentials_are_masked_encoded_and_in_the_body() {
    let sim = start(Options::default()).await;
    let (status, granted) = outcome(sim.token(SIGN_IN)).await;
    assert_eq!(status, 200);
    let expected = [
        "access_token",
        "expires_in",
        "refresh_token",
        "refresh_token_expires_in",
        "scope",
        "token_type",
    ];
    assert_eq!(keys(&granted), expected);
    for (form, refusal) in [
        (SIGN_IN.replace("%2B", "+"), (403, "invalid_client")),
        (
            SIGN_IN.replace(
                "tEiB7k%2F%2BZkueYiYwxGGnR%2FL%2Bspe2RlH2%2FL03WzFA%2ByY%3D",
                "sim-secret-138",
            ),
            (403, "invalid_client"),
        ),
        (
            SIGN_IN.replace(
                "dJDKTsaHi0rsG%2FVTrP%2BzTPChA%2Bg14ICt4SmC%2FW4oanI%3D",
                "sim-password-53",
            ),
            (401, "access_denied"),
        ),
        (
            SIGN_IN.replace("sim-client", "another"),
            (400, "unauthorized_client"),
        ),
        (
            SIGN_IN.replace("password_limited", "password"),
            (400, "unsupported_grant_type"),
        ),
    ] {
        let (status, body) = outcome(sim.token(&form)).await;
        assert_eq!((status, body["error"].as_str().unwrap()), refusal, "{form}");
        assert_eq!(body["status"], status);
    }
    let basic = sim.token(SIGN_IN).basic_auth("sim-client", Some("x"));
    assert_eq!(outcome(basic).await.0, 400);
    let url = format!("{}/token", sim.sim.oauth_url());
    assert_eq!(outcome(sim.http.post(url).body(SIGN_IN)).await.0, 400);
}

#[tokio::test]
async fn sign_ins_are_counted_and_limited() {
    let options = Options {
        logins_per_hour: 2,
        ..Options::default()
    };
    let sim = start(options).await;
    let response = sim.token(SIGN_IN).send().await.unwrap();
    assert_eq!(header(&response, "ratelimit-limit"), Some("2"));
    assert_eq!(header(&response, "ratelimit-remaining"), Some("1"));
    assert!(header(&response, "x-request-id").is_some());
    sim.access().await;
    let response = sim.token(SIGN_IN).send().await.unwrap();
    assert_eq!(response.status(), 400);
    let after: u64 = header(&response, "retry-after").unwrap().parse().unwrap();
    assert!((3_500..=3_601).contains(&after), "{after}");
    let body: serde_json::Value = response.json().await.unwrap();
    assert_eq!(body["error"], "unauthorized_client");
    sim.sim.advance(Duration::from_secs(after));
    sim.access().await;
    sim.sim.refuse_logins(Some("access_denied"));
    assert_eq!(outcome(sim.token(SIGN_IN)).await.0, 401);
}

#[tokio::test]
async fn maintenance_closes_the_authorization_server_too() {
    let sim = start(Options::default()).await;
    sim.sim.set_maintenance(Some(""));
    let (status, body) = outcome(sim.token(SIGN_IN)).await;
    assert_eq!(
        (status, &body["error"]),
        (503, &"temporarily_unavailable".into())
    );
    sim.sim.set_maintenance(None);
    sim.access().await;
}

#[tokio::test]
async fn an_answer_that_is_cut_after_a_refresh_has_used_the_token_up() {
    let sim = start(Options::default()).await;
    let granted = json(sim.token(SIGN_IN)).await;
    let token = granted["refresh_token"].as_str().unwrap();
    let form = SIGN_IN.replace("password_limited", "refresh_token");
    let form = format!("{form}&refresh_token={token}");
    sim.sim.fail_next("oauth2/token", Fault::Cut, 1);
    assert!(
        sim.token(&form)
            .send()
            .await
            .unwrap()
            .bytes()
            .await
            .is_err()
    );
    sim.sim.fail_next("oauth2/token", Fault::AppliedThenCut, 1);
    assert!(
        sim.token(&form)
            .send()
            .await
            .unwrap()
            .bytes()
            .await
            .is_err()
    );
    let (status, body) = outcome(sim.token(&form)).await;
    assert_eq!((status, &body["error"]), (400, &"invalid_grant".into()));
}
