//! What is sent is read or refused, and never passed over: bodies of every operation, numbers,
//! parameters, and the field that a refusal names.

use crate::helpers::{TestApp, refusal};
use paddock_api_types::Problem;
use paddock_api_types::operations::{self, BodyKind, Declaration};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

/// A request of an operation by an admin, about things that are not there.
fn request(app: &TestApp, operation: &Declaration) -> RequestBuilder {
    let segments = operation.path.split('/');
    let segments = segments.map(|it| if it.starts_with('{') { "404" } else { it });
    let path = segments.collect::<Vec<_>>().join("/");
    app.raw(operation.method.as_str().parse().unwrap(), &path)
}

fn with_body(kind: BodyKind) -> impl Iterator<Item = &'static Declaration> {
    operations::all().filter(move |operation| operation.body == kind)
}

async fn problem(request: RequestBuilder) -> Problem {
    request.send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn an_operation_without_a_body_refuses_one() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let mut tried = 0;
    for operation in with_body(BodyKind::None) {
        for body in [r#"{"user_id": "1"}"#, "[]", "false", "\"\"", "{}{}", "x"] {
            let problem = problem(request(&app, operation).body(body)).await;
            assert_eq!(
                refusal(&problem),
                "400 invalid_request",
                "{}: {body}",
                operation.id
            );
            assert!(problem.detail.contains("takes no body"), "{problem:?}");
        }
        // Nothing said is nothing passed over.
        for body in ["", "{}", " { } ", "null"] {
            let answer = request(&app, operation).body(body).send().await.unwrap();
            assert_ne!(answer.status(), 400, "{}: {body}", operation.id);
        }
        tried += 1;
    }
    assert!(tried > 60, "{tried}");
}

#[tokio::test]
async fn more_than_any_operation_takes_is_more_than_none() {
    let app = TestApp::spawn().await;
    let close = app.raw(Method::POST, "/api/seasons/404/close");
    let problem = problem(close.body("x".repeat(70_000))).await;
    assert_eq!(refusal(&problem), "400 invalid_request");
}

#[tokio::test]
async fn a_list_is_no_object() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let mut tried = 0;
    for kind in [BodyKind::Json, BodyKind::OptionalJson, BodyKind::Report] {
        for operation in with_body(kind) {
            let example = (operation.example.unwrap())();
            let values: Vec<_> = example.as_object().unwrap().values().collect();
            for body in [json!([]), json!(values), json!([example])] {
                let problem = problem(request(&app, operation).json(&body)).await;
                assert_eq!(
                    refusal(&problem),
                    "400 invalid_request",
                    "{}: {body}",
                    operation.id
                );
            }
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[tokio::test]
async fn a_list_within_a_body_is_no_object_either() {
    let app = TestApp::spawn().await;
    let report = app.raw(Method::PUT, "/api/bot/members");
    let problem = problem(report.json(&json!({"members": [["1", true]]}))).await;
    assert_eq!(refusal(&problem), "400 invalid_request field=members[0]");
}

#[tokio::test]
async fn a_body_in_another_encoding_is_refused() {
    let app = TestApp::spawn().await;
    for (declared, taken) in [
        ("", true),
        ("; charset=utf-8", true),
        (";charset=UTF8", true),
        ("; Charset=\"UTF-8\"", true),
        ("; boundary=x; charset=utf-8", true),
        ("; charset=iso-8859-1", false),
        ("; charset=\"utf-16\"", false),
        ("; charset=", false),
        ("; charset=utf-8; charset=latin1", false),
    ] {
        let json = app
            .raw(Method::POST, "/api/items")
            .header("content-type", format!("application/json{declared}"))
            .body("[]");
        let status = if taken { 400 } else { 415 };
        assert_eq!(json.send().await.unwrap().status(), status, "{declared}");
        let csv = app
            .raw(Method::POST, "/api/seasons/404/import?source=x")
            .header("content-type", format!("text/csv{declared}"))
            .body("user_id,points\n");
        let refused = csv.send().await.unwrap().status() == 415;
        assert_eq!(refused, !taken, "{declared}");
    }
    let twice = app
        .raw(Method::POST, "/api/items")
        .header("content-type", "application/json")
        .header("content-type", "text/plain")
        .body("[]");
    assert_eq!(twice.send().await.unwrap().status(), 415);
}

#[tokio::test]
async fn a_whole_number_may_be_written_with_a_point() {
    let app = TestApp::spawn().await;
    let change = async |number: &str| {
        let change = app
            .raw(Method::PATCH, "/api/guild")
            .header("content-type", "application/json")
            .body(format!(r#"{{"number_max": {number}}}"#));
        change.send().await.unwrap().json::<Value>().await.unwrap()
    };
    for (number, taken) in [("998.0", 998), ("1e2", 100), ("5", 5)] {
        let settings = &change(number).await["settings"];
        assert_eq!(settings["number_max"], taken, "{number}");
    }
    for (number, expected) in [
        ("5.5", "400 invalid_request field=number_max"),
        ("1e30", "422 invalid_value field=number_max"),
        ("99999999999999999999", "422 invalid_value field=number_max"),
        ("1e400", "400 invalid_request field=number_max"),
    ] {
        let problem: Problem = serde_json::from_value(change(number).await).unwrap();
        assert_eq!(refusal(&problem), expected, "{number}: {problem:?}");
    }
}

#[tokio::test]
async fn a_refusal_names_its_field() {
    let app = TestApp::spawn().await;
    let bodies = [
        (Method::POST, "/api/items", json!({}), "name"),
        (
            Method::POST,
            "/api/items",
            json!({"name": "x", "worth": 1}),
            "worth",
        ),
        (
            Method::PUT,
            "/api/bot/guild",
            json!({"name": "x", "roles": [], "channels": [], "bot": {}}),
            "bot.user_id",
        ),
        (
            Method::PUT,
            "/api/bot/members",
            json!({"members": [{"user_id": "1", "in_guild": true, "nick": 1}]}),
            "members[0].nick",
        ),
    ];
    for (method, path, body, field) in bodies {
        let problem = problem(app.raw(method, path).json(&body)).await;
        assert_eq!(
            refusal(&problem),
            format!("400 invalid_request field={field}"),
            "{body}"
        );
    }
    let twice = app
        .raw(Method::POST, "/api/items")
        .header("content-type", "application/json")
        .body(r#"{"name": "x", "name": "y"}"#);
    assert_eq!(
        refusal(&problem(twice).await),
        "400 invalid_request field=name"
    );
    for (method, path, field) in [
        (Method::GET, "/api/items?limit=abc", "limit"),
        (Method::GET, "/api/items?limit=", "limit"),
        (Method::GET, "/api/items?page=2", "page"),
        (Method::GET, "/api/items?limit=1&limit=2", "limit"),
        (Method::GET, "/api/seasons?status=over", "status"),
        (
            Method::GET,
            "/api/attendance/report?from=2026-11-01",
            "from",
        ),
        (Method::GET, "/api/items/abc", "item_id"),
        (Method::GET, "/api/items/%ff", "item_id"),
        (Method::GET, "/api/seasons/1/ranks/abc", "rank_id"),
        (Method::GET, "/api/seasons/0/ranks/1", "season_id"),
    ] {
        let problem = problem(app.raw(method, path)).await;
        assert_eq!(
            refusal(&problem),
            format!("400 invalid_request field={field}"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_character_that_hides_is_named() {
    let app = TestApp::spawn().await;
    let create = |name: &str| {
        app.raw(Method::POST, "/api/items")
            .json(&json!({"name": name}))
    };
    for (name, code) in [("Race\u{2800}", "U+2800"), ("\u{e0041}Race", "U+E0041")] {
        let problem = problem(create(name)).await;
        assert_eq!(
            refusal(&problem),
            "422 invalid_value field=name",
            "{name:?}"
        );
        assert!(problem.detail.contains(code), "{problem:?}");
    }
    let family = create("👩\u{200d}👧 می\u{200c}خواهم");
    assert_eq!(family.send().await.unwrap().status(), 201);
}

#[tokio::test]
async fn a_plus_sign_in_a_query_is_named() {
    let app = TestApp::spawn().await;
    let report = |from: &str| app.raw(Method::GET, &format!("/api/attendance/report?from={from}"));
    let problem = problem(report("2026-11-01T00:00:00+01:00")).await;
    assert_eq!(refusal(&problem), "400 invalid_request field=from");
    assert!(problem.detail.contains("%2B"), "{problem:?}");
    let problem = self::problem(report("2026-11-01T00:00:00")).await;
    assert!(!problem.detail.contains("%2B"), "{problem:?}");
    let answer = report("2026-11-01T00:00:00%2B01:00").send().await.unwrap();
    assert_eq!(answer.status(), 200);
}

/// The queries and the preflight that people sent, with what they wrote of the answers.
const QUERIES: &str = include_str!("../fixtures/queries.txt");

#[tokio::test]
async fn the_queries_that_people_sent_are_refused_with_the_field() {
    let app = TestApp::spawn().await;
    let sent = QUERIES.lines().filter_map(|line| line.strip_prefix("GET "));
    let paths: Vec<_> = sent.map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(paths.len(), 3);
    for path in paths {
        let problem = problem(app.raw(Method::GET, path)).await;
        assert_eq!(
            refusal(&problem),
            "400 invalid_request field=from",
            "{path}"
        );
        assert_eq!(
            problem.detail.contains("%2B"),
            path.contains('+'),
            "{problem:?}"
        );
    }
    let line = QUERIES
        .lines()
        .find_map(|line| line.strip_prefix("OPTIONS "));
    let path = line.unwrap().split(' ').next().unwrap();
    let named = TestApp::spawn_with(&[("CORS_ALLOWED_ORIGINS", "https://league.example")]).await;
    for (app, status, allowed) in [
        (&app, 405, None),
        (&named, 200, Some("https://league.example")),
    ] {
        let asked = app
            .raw(Method::OPTIONS, path)
            .header("origin", "https://league.example")
            .header("access-control-request-method", "GET")
            .header("access-control-request-headers", "authorization");
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), status);
        let origin = answer.headers().get("access-control-allow-origin");
        assert_eq!(origin.map(|it| it.to_str().unwrap()), allowed);
    }
}

#[tokio::test]
async fn an_empty_cursor_is_none() {
    let app = TestApp::spawn().await;
    let answer = app
        .raw(Method::GET, "/api/items?cursor=&limit=1")
        .send()
        .await;
    assert_eq!(answer.unwrap().status(), 200);
    let problem = problem(app.raw(Method::GET, "/api/items?cursor=x")).await;
    assert_eq!(refusal(&problem), "422 invalid_value field=cursor");
}
