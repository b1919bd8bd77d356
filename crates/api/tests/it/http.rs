//! How HTTP is spoken: problems, limits, request ids, health.

use crate::helpers::{BOT_KEY, GUILD, TestApp, code, named};
use paddock_api_client::Error;
use paddock_api_types::ErrorCode;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

fn request(app: &TestApp, method: Method, path: &str) -> RequestBuilder {
    app.request(method, path)
        .header("x-api-key", BOT_KEY)
        .header("x-guild-id", GUILD)
        .header("x-user-id", 1)
}

async fn problem(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let id = response.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let problem: Value = response.json().await.unwrap();
    assert_eq!(problem["request_id"], json!(id));
    assert_eq!(problem["status"], json!(status));
    (status, problem)
}

#[tokio::test]
async fn a_problem_says_what_is_wrong_and_where() {
    let app = TestApp::spawn().await;
    let request = request(&app, Method::POST, "/api/members")
        .header("x-request-id", "test-1")
        .json(&json!({"display_name": 7}));
    insta::assert_json_snapshot!(problem(request).await.1, @r#"
        {
          "code": "invalid_request",
          "detail": "The body cannot be read: invalid type: integer `7`, expected a string at line 1 column 17.",
          "field": "display_name",
          "request_id": "test-1",
          "status": 400,
          "title": "Invalid request",
          "type": "urn:paddock:problem:invalid_request"
        }
    "#);
}

#[tokio::test]
async fn every_way_to_send_nonsense_has_its_answer() {
    let app = TestApp::spawn().await;
    let register = || request(&app, Method::POST, "/api/members");
    let json = |body: &'static str| {
        register()
            .header("content-type", "application/json")
            .body(body)
    };
    let cases = [
        (json("{"), 400, "invalid_request"),
        (
            json(r#"{"display_name": "Ada", "extra": 1}"#),
            400,
            "invalid_request",
        ),
        (json(r#"{"display_name": "Ada"} x"#), 400, "invalid_request"),
        (json("[]"), 400, "invalid_request"),
        (json(r#"{"display_name": ""}"#), 422, "invalid_value"),
        (
            json(r#"{"display_name": "a\u0000b"}"#),
            422,
            "invalid_value",
        ),
        (
            register().body("display_name=Ada"),
            415,
            "unsupported_media_type",
        ),
        (register(), 415, "unsupported_media_type"),
        (request(&app, Method::GET, "/api/nothing"), 404, "not_found"),
        (
            request(&app, Method::PUT, "/api/members"),
            405,
            "method_not_allowed",
        ),
        (
            request(&app, Method::GET, "/api/members/me?x=%ff"),
            404,
            "not_registered",
        ),
        (
            request(&app, Method::GET, "/api/tokens?limit=many"),
            400,
            "invalid_request",
        ),
        (
            request(&app, Method::GET, "/api/tokens?page=2"),
            400,
            "invalid_request",
        ),
        (
            request(&app, Method::DELETE, "/api/tokens/abc"),
            400,
            "invalid_request",
        ),
        (
            request(&app, Method::DELETE, "/api/tokens/0"),
            400,
            "invalid_request",
        ),
        (
            json(r#"{"display_name": "Ada"}"#).header("idempotency-key", ""),
            400,
            "invalid_request",
        ),
    ];
    for (number, (request, status, code)) in cases.into_iter().enumerate() {
        let (found, problem) = problem(request).await;
        assert_eq!(
            (found, &problem["code"]),
            (status, &json!(code)),
            "case {number}: {problem}"
        );
    }
}

#[tokio::test]
async fn a_large_body_is_refused_with_and_without_a_key() {
    let app = TestApp::spawn().await;
    let body = json!({"display_name": "x".repeat(70_000)});
    for key in [None, Some("key")] {
        let mut request = request(&app, Method::POST, "/api/members").json(&body);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        assert_eq!(problem(request).await.0, 413);
    }
}

#[tokio::test]
async fn a_key_used_for_another_request_is_refused() {
    let app = TestApp::spawn().await;
    let client = app.member(1).with_idempotency_key("key");
    client.register_member(&named("Ada")).await.unwrap();
    client.register_member(&named("Ada")).await.unwrap();
    let other = client.register_member(&named("Grace")).await;
    assert_eq!(code(other), ErrorCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_request_id_travels_and_a_dangerous_one_is_replaced() {
    let app = TestApp::spawn().await;
    for (sent, kept) in [
        ("bot-123:4.5_6", true),
        ("a b", false),
        (&"x".repeat(65), false),
    ] {
        let response = request(&app, Method::GET, "/healthz")
            .header("x-request-id", sent)
            .send()
            .await;
        let answered = response.unwrap().headers()["x-request-id"]
            .to_str()
            .unwrap()
            .to_owned();
        assert_eq!(answered == sent, kept, "{sent}");
        assert!(!answered.is_empty());
    }
}

#[tokio::test]
async fn too_many_requests_are_told_when_to_come_back() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "3")]).await;
    let ada = app.member(1);
    for _ in 0..3 {
        assert_eq!(code(ada.get_me().await), ErrorCode::NotRegistered);
    }
    let Err(Error::Problem {
        problem,
        retry_after,
    }) = ada.get_me().await
    else {
        panic!("the fourth was answered");
    };
    assert_eq!(problem.code, ErrorCode::RateLimited);
    assert!(retry_after.is_some_and(|wait| wait.as_secs() >= 1));
    assert_eq!(
        code(app.member(2).get_me().await),
        ErrorCode::NotRegistered,
        "others go on"
    );
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let app = TestApp::spawn().await;
    let guess = async || code(app.anonymous().with_token("guess").get_me().await);
    assert_eq!(guess().await, ErrorCode::Unauthorized);
    // One is given back each second, and a slow machine may take as long for some.
    let mut refused = false;
    for _ in 0..300 {
        refused = refused || guess().await == ErrorCode::RateLimited;
    }
    assert!(refused);
    assert_eq!(
        code(app.member(1).get_me().await),
        ErrorCode::NotRegistered,
        "the bot goes on"
    );
}

#[tokio::test]
async fn health_version_and_metrics_are_for_everybody() {
    let app = TestApp::spawn().await;
    let client = app.anonymous();
    assert_eq!(client.health().await.unwrap().status, "ok");
    let readiness = client.readiness().await.unwrap();
    assert!(readiness.ready && readiness.database && readiness.migrations && readiness.writes);
    assert_eq!(
        client.version().await.unwrap().version,
        env!("CARGO_PKG_VERSION")
    );
    let get = |path: &str| {
        let url = format!("{}{path}", app.url);
        async move { reqwest::get(url).await.unwrap() }
    };
    app.verified(1).await;
    let metrics = get("/metrics").await.text().await.unwrap();
    let line = r#"paddock_http_requests_total{method="POST",route="/api/members",status="201"} 1"#;
    assert!(metrics.contains(line), "{metrics}");
    assert!(
        metrics.contains(r#"paddock_effects{state="pending"} 1"#),
        "{metrics}"
    );
    let docs = get("/docs/").await;
    assert!(docs.status().is_success());
    let policy = docs.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
    let docs = docs.text().await.unwrap();
    assert!(docs.contains("swagger-ui") && docs.contains("name=\"viewport\""));
}

#[tokio::test]
async fn the_page_for_people_reads_a_document_with_one_credential() {
    let app = TestApp::spawn().await;
    let document = async |path: &str| {
        let answer = reqwest::get(format!("{}{path}", app.url)).await.unwrap();
        answer.json::<Value>().await.unwrap()
    };
    let (all, shown) = (
        document("/openapi.json").await,
        document("/docs/openapi.json").await,
    );
    let schemes = &shown["components"]["securitySchemes"];
    assert_eq!(schemes.as_object().unwrap().len(), 1, "{schemes}");
    for (path, item) in all["paths"].as_object().unwrap() {
        let is_shown = shown["paths"].get(path).is_some();
        assert_eq!(is_shown, !path.starts_with("/api/bot/"), "{path}");
        let operations = item.as_object().unwrap().iter();
        for (method, operation) in operations.filter(|_| is_shown) {
            let token = |of: &Value| {
                let security = of["security"].as_array();
                security.is_some_and(|it| it.iter().any(|it| it.get("api_token").is_some()))
            };
            let here = &shown["paths"][path][method];
            assert_eq!(token(operation), token(here), "{method} {path}");
            let text = here["security"].to_string();
            assert!(
                !text.contains("bot_") && !text.contains("session"),
                "{text}"
            );
        }
    }
}
