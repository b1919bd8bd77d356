//! Writes that pages of other sites send with the cookie of a session.

use super::{Browser, Site};
use crate::helpers::TestApp;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

fn rename(browser: &Browser) -> RequestBuilder {
    let request = browser.request(Method::PATCH, "/api/members/me");
    request.json(&json!({"display_name": "Ada"}))
}

async fn outcome(browser: &Browser, request: RequestBuilder) -> (u16, String) {
    let answer = browser.send(request).await;
    let status = answer.status().as_u16();
    let body: Value = answer.json().await.unwrap_or_default();
    (status, body["code"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn pages_of_other_sites_write_nothing() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let refused = (403, "cross_site_request".to_owned());
    let cross = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example.org"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:1"),
    ];
    for (name, value) in cross {
        let request = rename(&browser).header(name, value);
        assert_eq!(outcome(&browser, request).await, refused, "{name}: {value}");
    }
    for path in [
        "/auth/sign-out",
        "/auth/sign-out-everywhere",
        "/auth/server",
    ] {
        let request = browser.request(Method::POST, path);
        let request = request.header("sec-fetch-site", "cross-site");
        let answer = browser.send(request.body("server=1&return_to=/")).await;
        super::shows(answer, 403, "Another site asked for this.").await;
    }
    assert_eq!(browser.me().await, 200, "still signed in");

    let origin = site.app.url.clone();
    let ours = [
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-site", "none"),
        ("origin", &*origin),
    ];
    for (name, value) in ours {
        let request = rename(&browser).header(name, value);
        assert_eq!(outcome(&browser, request).await.0, 200, "{name}: {value}");
    }
    // What reads is led there by a link.
    let link = browser.request(Method::GET, "/api/members/me");
    let link = link.header("sec-fetch-site", "cross-site");
    assert_eq!(outcome(&browser, link).await.0, 200);
}

#[tokio::test]
async fn behind_a_proxy_the_public_address_is_ours() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let request = rename(&browser).header("host", "paddock.internal");
    let request = request.header("origin", &site.app.url);
    assert_eq!(outcome(&browser, request).await.0, 200);
}

#[tokio::test]
async fn an_explicit_credential_wins_over_the_cookie_and_is_not_subject_to_it() {
    let site = Site::new().await;
    let browser = site.signed_in("ada").await;
    let ben = token(&site.app, 2).await;
    let answer = browser
        .request(Method::GET, "/api/members/me")
        .bearer_auth(&ben);
    let me: Value = browser.send(answer).await.json().await.unwrap();
    assert_eq!(me["member"]["user_id"], "2");
    let request = rename(&browser).bearer_auth(&ben);
    let request = request.header("sec-fetch-site", "cross-site");
    assert_eq!(outcome(&browser, request).await.0, 200);
    // A wrong one is not made good by the cookie.
    let wrong = rename(&browser).bearer_auth("wrong");
    let unauthorized = (401, "unauthorized".to_owned());
    assert_eq!(outcome(&browser, wrong).await, unauthorized);
    let wrong = rename(&browser).header("x-api-key", "wrong");
    assert_eq!(outcome(&browser, wrong).await, unauthorized);
}

async fn token(app: &TestApp, id: i64) -> String {
    let client = app.verified(id).await;
    let ben = crate::helpers::user(id);
    app.admin().grant_api_access(ben).await.unwrap();
    let token = crate::helpers::token("test");
    client.create_token(&token).await.unwrap().token
}
