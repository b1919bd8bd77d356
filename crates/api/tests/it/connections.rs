//! Connections over plain sockets: heads that do not end, bodies that do not come.

use crate::helpers::{BOT_KEY, GUILD, TestApp, named};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Only whoever hangs waits so long.
const PATIENCE: Duration = Duration::from_secs(20);
const HALF_A_HEAD: &str = "GET /api/members HTTP/1.1\r\nhost: paddock\r\nx-slow: ";

async fn connect(app: &TestApp) -> TcpStream {
    let address = app.url.strip_prefix("http://").unwrap();
    TcpStream::connect(address).await.unwrap()
}

async fn sent(app: &TestApp, text: &str) -> TcpStream {
    let mut stream = connect(app).await;
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// Everything until the connection ends.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    // A connection that is closed with something unread in it is reset.
    drop(read.expect("the connection ends"));
    String::from_utf8(bytes).unwrap()
}

/// As far as the end of the head.
async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let byte = timeout(PATIENCE, stream.read_u8()).await;
        head.push(byte.expect("an answer").unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// Enough of a request that says it has a body, and does not send it.
fn without_its_body(key: &str) -> String {
    format!(
        "POST /api/members HTTP/1.1\r\nhost: paddock\r\nx-api-key: {key}\r\nx-guild-id: {GUILD}\r\n\
         x-user-id: 1\r\nidempotency-key: key\r\ncontent-type: application/json\r\n\
         content-length: 60000\r\n\r\n{{\"display_name\": "
    )
}

#[tokio::test]
async fn a_thousand_half_sent_heads_keep_nobody_out() {
    let app = TestApp::spawn_with(&[("PADDOCK_MAX_CONNECTIONS", "64")]).await;
    let mut halves = Vec::new();
    for _ in 0..1000 {
        halves.push(sent(&app, HALF_A_HEAD).await);
    }
    let health = timeout(PATIENCE, app.anonymous().health()).await;
    assert_eq!(health.expect("an answer").unwrap().status, "ok");
    let ada = timeout(PATIENCE, app.member(1).register_member(&named("Ada"))).await;
    ada.expect("an answer").unwrap();
    // Those that came first made room, and what came last may still go on.
    let last = halves.pop().unwrap();
    assert_eq!(rest(halves.swap_remove(0)).await, "");
    drop(halves);
    let mut last = last;
    last.write_all(b"\r\n\r\n").await.unwrap();
    assert!(head(&mut last).await.starts_with("HTTP/1.1 401"));
}

#[tokio::test]
async fn a_head_has_to_be_complete_in_time() {
    let app = TestApp::spawn_with(&[("PADDOCK_HEADER_TIMEOUT", "1")]).await;
    let silent = connect(&app).await;
    let half = sent(&app, HALF_A_HEAD).await;
    let mut second = sent(&app, "GET /healthz HTTP/1.1\r\nhost: paddock\r\n\r\n").await;
    assert!(head(&mut second).await.starts_with("HTTP/1.1 200"));
    second.write_all(HALF_A_HEAD.as_bytes()).await.unwrap();
    assert_eq!(rest(silent).await, "");
    assert_eq!(rest(half).await, "");
    assert!(!rest(second).await.contains("HTTP/1.1"), "no second answer");
}

#[tokio::test]
async fn a_wrong_key_is_refused_before_the_body_is_there() {
    let app = TestApp::spawn().await;
    let mut wrong = sent(&app, &without_its_body("wrong")).await;
    assert!(head(&mut wrong).await.starts_with("HTTP/1.1 401"));
    // The body of the right key is waited for.
    let mut right = sent(&app, &without_its_body(BOT_KEY)).await;
    let body = format!(
        "\"Ada\"{}}}",
        " ".repeat(60_000 - "{\"display_name\": \"Ada\"}".len())
    );
    right.write_all(body.as_bytes()).await.unwrap();
    assert!(head(&mut right).await.starts_with("HTTP/1.1 201"));
}

#[tokio::test]
async fn what_no_body_can_make_right_is_refused_before_the_body_is_there() {
    let app = TestApp::spawn().await;
    let json = "application/json";
    for (path, kind, status) in [
        ("/api/members", "text/plain", 415),
        ("/api/members/nobody/reject", json, 400),
        ("/api/iracing/results?nothing=1", json, 400),
    ] {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: paddock\r\nx-api-key: {BOT_KEY}\r\nx-guild-id: {GUILD}\r\n\
             x-user-id: 1\r\nx-permissions: 8\r\ncontent-type: {kind}\r\ncontent-length: 9\r\n\r\n"
        );
        let answer = head(&mut sent(&app, &request).await).await;
        let expected = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&expected), "{path}: {answer}");
    }
}

#[tokio::test]
async fn heads_that_cannot_be_read_are_problems_too() {
    let app = TestApp::spawn().await;
    let long = "x".repeat(70_000);
    let many = "x-many: 1\r\n".repeat(200);
    let cases = [
        ("nonsense\r\n\r\n".to_owned(), 400, "invalid_request"),
        (
            "GET /healthz HTTP/1.1\r\nno colon\r\n\r\n".to_owned(),
            400,
            "invalid_request",
        ),
        (
            format!("GET /{long} HTTP/1.1\r\nhost: paddock\r\n\r\n"),
            414,
            "uri_too_long",
        ),
        (
            format!("GET / HTTP/1.1\r\n{many}\r\n"),
            431,
            "headers_too_large",
        ),
        (
            format!("GET / HTTP/1.1\r\nx-long: {long}{long}\r\n\r\n"),
            431,
            "headers_too_large",
        ),
    ];
    for (request, status, code) in cases {
        let mut stream = connect(&app).await;
        // The answer may come before all of it is sent.
        stream.write_all(request.as_bytes()).await.ok();
        let head = head(&mut stream).await;
        assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{head}");
        assert!(
            head.contains("content-type: application/problem+json\r\n"),
            "{head}"
        );
        assert!(head.contains("x-request-id: "), "{head}");
        let body = rest(stream).await;
        assert!(body.contains(&format!("\"code\":\"{code}\"")), "{body}");
    }
}

#[tokio::test]
async fn on_a_stop_what_is_under_way_is_answered_and_what_waits_is_not_waited_for() {
    let app = TestApp::spawn().await;
    let mut idle = sent(&app, "GET /healthz HTTP/1.1\r\nhost: paddock\r\n\r\n").await;
    assert!(head(&mut idle).await.starts_with("HTTP/1.1 200"));
    let lease = format!(
        "POST /api/bot/effects/lease HTTP/1.1\r\nhost: paddock\r\nx-api-key: {BOT_KEY}\r\n\
         content-type: application/json\r\ncontent-length: 30\r\n\r\n{{\"limit\": 1, \"wait_ms\": 25000}}"
    );
    let mut polling = sent(&app, &lease).await;
    // The connection is served once a later one is.
    app.anonymous().health().await.unwrap();
    app.stop();
    assert!(head(&mut polling).await.starts_with("HTTP/1.1 200"));
    rest(idle).await;
}
