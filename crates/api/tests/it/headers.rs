//! Headers: what may stand in a request once, what every answer has, and what pages of others may see.

use crate::helpers::{BOT_KEY, GUILD, TestApp};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;

const LEAGUE: &str = "https://league.example.org";

/// The answer's status and code, which is that of a problem.
async fn problem(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let problem: Value = response.json().await.unwrap();
    assert_eq!(problem["status"], status);
    (status, problem["code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn what_says_who_calls_stands_there_once() {
    let app = TestApp::spawn().await;
    let once = [
        ("x-api-key", BOT_KEY.to_owned()),
        ("x-guild-id", GUILD.to_string()),
        ("x-user-id", "1".to_owned()),
        ("x-channel-id", "2".to_owned()),
        ("x-role-ids", "3".to_owned()),
        ("x-permissions", "0".to_owned()),
        ("idempotency-key", "key".to_owned()),
    ];
    for (twice, _) in &once {
        let mut request = app.request(Method::GET, "/api/members/me");
        for (name, value) in &once {
            request = request.header(*name, value);
            if name == twice {
                request = request.header(*name, value);
            }
        }
        let (status, code) = problem(request.send().await.unwrap()).await;
        assert_eq!((status, &*code), (400, "invalid_request"), "{twice}");
    }
    let tokens = app
        .request(Method::GET, "/api/members/me")
        .header("authorization", "Bearer one");
    let tokens = tokens.header("authorization", "Bearer two").send().await;
    assert_eq!(problem(tokens.unwrap()).await.0, 400);
    let bot = app
        .request(Method::GET, "/api/bot/heartbeat")
        .header("x-api-key", BOT_KEY);
    let bot = bot.header("x-api-key", "another").send().await;
    assert_eq!(problem(bot.unwrap()).await.0, 400);
}

#[tokio::test]
async fn nothing_on_the_way_keeps_what_is_about_people() {
    let app = TestApp::spawn().await;
    app.verified(1).await;
    let control = async |path: &str| {
        let answer = app.raw(Method::GET, path).send().await.unwrap();
        let control = answer.headers().get("cache-control").cloned();
        control.map(|it| it.to_str().unwrap().to_owned())
    };
    for path in [
        "/api/members",
        "/api/members/1",
        "/api/members/2",
        "/api/nothing",
        "/api",
    ] {
        assert_eq!(control(path).await.as_deref(), Some("no-store"), "{path}");
    }
    for path in ["/healthz", "/readyz", "/version", "/openapi.json"] {
        assert_ne!(control(path).await.as_deref(), Some("no-store"), "{path}");
    }
    let refused = app.request(Method::GET, "/api/members").send().await;
    assert_eq!(refused.unwrap().headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn errors_of_what_surrounds_the_operations_are_problems() {
    let app = TestApp::spawn().await;
    let long = format!("/api/members?cursor={}", "x".repeat(10_000));
    for (method, path, expected) in [
        (Method::GET, "/docs/nothing.js", (404, "not_found")),
        (Method::GET, "/nothing", (404, "not_found")),
        (Method::POST, "/healthz", (405, "method_not_allowed")),
        (Method::POST, "/openapi.json", (405, "method_not_allowed")),
        (Method::GET, &*long, (414, "uri_too_long")),
    ] {
        let answer = app.request(method, path).send().await.unwrap();
        let (status, code) = problem(answer).await;
        assert_eq!((status, &*code), expected, "{path}");
    }
}

fn preflight(app: &TestApp, origin: &str) -> RequestBuilder {
    app.request(Method::OPTIONS, "/api/members/me")
        .header("origin", origin)
        .header("access-control-request-method", "PATCH")
        .header(
            "access-control-request-headers",
            "authorization,content-type,x-api-key",
        )
}

fn header<'a>(answer: &'a Response, name: &str) -> Option<&'a str> {
    let value = answer.headers().get(name)?;
    Some(value.to_str().unwrap())
}

#[tokio::test]
async fn pages_of_others_are_let_in_by_nobody_by_default() {
    let app = TestApp::spawn().await;
    let asked = preflight(&app, LEAGUE).send().await.unwrap();
    assert_eq!(asked.status(), 405);
    assert_eq!(header(&asked, "access-control-allow-origin"), None);
    let read = app
        .raw(Method::GET, "/api/members")
        .header("origin", LEAGUE);
    let read = read.send().await.unwrap();
    assert_eq!(read.status(), 200);
    assert_eq!(header(&read, "access-control-allow-origin"), None);
}

#[tokio::test]
async fn pages_of_origins_that_are_named_are_let_in_with_tokens_alone() {
    let origins = format!("{LEAGUE}, http://localhost:5173");
    let app = TestApp::spawn_with(&[("CORS_ALLOWED_ORIGINS", &origins)]).await;
    let asked = preflight(&app, LEAGUE).send().await.unwrap();
    assert_eq!(asked.status(), 200);
    assert_eq!(header(&asked, "access-control-allow-origin"), Some(LEAGUE));
    assert_eq!(header(&asked, "access-control-allow-credentials"), None);
    let methods = header(&asked, "access-control-allow-methods");
    assert_eq!(methods, Some("GET,POST,PUT,PATCH,DELETE"));
    let allowed = header(&asked, "access-control-allow-headers").unwrap();
    assert!(allowed.contains("authorization") && allowed.contains("idempotency-key"));
    assert!(!allowed.contains("x-api-key"), "{allowed}");

    let refused = app
        .request(Method::GET, "/api/members/me")
        .header("origin", LEAGUE);
    let refused = refused.send().await.unwrap();
    assert_eq!(refused.status(), 401);
    assert_eq!(
        header(&refused, "access-control-allow-origin"),
        Some(LEAGUE)
    );
    let exposed = header(&refused, "access-control-expose-headers").unwrap();
    for name in ["retry-after", "etag", "x-request-id", "www-authenticate"] {
        assert!(exposed.contains(name), "{exposed}");
    }
    assert!(header(&refused, "vary").is_some_and(|it| it.contains("origin")));

    let foreign = preflight(&app, "https://elsewhere.example.org")
        .send()
        .await;
    let foreign = foreign.unwrap();
    assert_eq!(header(&foreign, "access-control-allow-origin"), None);
}
