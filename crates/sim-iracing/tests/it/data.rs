//! The Data API.

use crate::helpers::{header, json, keys, outcome, start};
use paddock_sim_iracing::{Fault, LeagueSeed, Options};
use serde_json::{Value, json as value};
use std::time::Duration;

#[tokio::test]
async fn each_method_is_delivered_in_its_way() {
    let sim = start(Options::default()).await;
    let token = sim.access().await;
    let types = json(sim.data("constants/event_types", &token)).await;
    assert_eq!(types[3], value!({"label": "Race", "value": 5}));
    let link = json(sim.data("league/get?league_id=7100", &token)).await;
    assert_eq!(keys(&link), ["expires", "link"]);
    let roster = json(sim.data("league/roster?league_id=7100", &token)).await;
    assert_eq!(keys(&roster), ["data", "data_url", "type"]);
    assert_eq!(roster["type"], "league_roster");
    let said =
        value!({"subscribed": false, "success": true, "roster_count": 12, "league_id": 7100});
    assert_eq!(roster["data"], said);
    let search = "results/search_hosted?cust_id=812345&finish_range_begin=2020-01-01T00:00Z";
    let found = json(sim.data(search, &token)).await;
    assert_eq!(found["type"], "search_hosted_results");
    let chunks = &found["data"]["chunk_info"];
    assert_eq!(
        (&chunks["rows"], &chunks["num_chunks"]),
        (&value!(3), &value!(1))
    );
}

#[tokio::test]
async fn an_entry_of_a_roster_has_the_documented_keys() {
    let sim = start(Options::default()).await;
    let token = sim.access().await;
    let first = json(sim.data("league/roster?league_id=7100", &token)).await;
    let roster = json(sim.http.get(first["data_url"].as_str().unwrap())).await;
    let real: Value = serde_json::from_str(
        r#"{"cust_id":801019,"display_name":"A","helmet":{},"owner":true,"admin":true,
            "league_mail_opt_out":false,"league_pm_opt_out":false,
            "league_member_since":"2025-11-27T19:53:21Z","car_number":"500","nick_name":null}"#,
    )
    .unwrap();
    assert_eq!(keys(&roster), ["private_roster", "roster"]);
    for entry in roster["roster"].as_array().unwrap() {
        assert_eq!(keys(entry), keys(&real));
        assert!(entry["car_number"].is_string() || entry["car_number"].is_null());
    }
}

#[tokio::test]
async fn refusals_are_those_of_the_documents() {
    let options = Options {
        strict: false,
        ..Options::default()
    };
    let sim = start(options).await;
    let token = sim.access().await;
    sim.sim.put_league(LeagueSeed {
        private: true,
        ..LeagueSeed::generated(9, 2, 2)
    });
    for (method, token, expected) in [
        ("member/info", "none", (401, "Unauthorized")),
        ("league/get?league_id=9", &token, (403, "Forbidden")),
        ("league/get?league_id=10", &token, (404, "Not Found")),
        ("league/get", &token, (400, "Bad Request")),
        ("no/such", &token, (404, "Not Found")),
    ] {
        let (status, body) = outcome(sim.data(method, token)).await;
        assert_eq!(
            (status, body["error"].as_str().unwrap()),
            expected,
            "{method}"
        );
    }
    assert_eq!(sim.sim.unexpected(), ["GET /data/no/such"]);
    sim.sim.expire_access_tokens();
    assert_eq!(outcome(sim.data("member/info", &token)).await.0, 401);
    sim.sim.set_maintenance(Some("an hour"));
    let (status, body) = outcome(sim.data("member/info", &token)).await;
    assert_eq!(status, 503);
    assert_eq!(
        body,
        value!({"error": "Site Maintenance", "note": "an hour"})
    );
}

#[tokio::test]
async fn the_limit_is_counted_in_headers_and_refuses_with_a_text() {
    let options = Options {
        rate_limit: 2,
        ..Options::default()
    };
    let sim = start(options).await;
    let token = sim.access().await;
    for left in ["1", "0"] {
        let answer = sim.data("member/info", &token).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "x-ratelimit-limit"), Some("2"));
        assert_eq!(header(&answer, "x-ratelimit-remaining"), Some(left));
        assert!(header(&answer, "date").unwrap().ends_with(" GMT"));
    }
    let refused = sim.data("member/info", &token).send().await.unwrap();
    assert_eq!(refused.status(), 429);
    assert!(header(&refused, "x-ratelimit-reset").is_some());
    assert_eq!(refused.text().await.unwrap(), "Rate limit exceeded");
    sim.sim.advance(Duration::from_mins(1));
    assert_eq!(outcome(sim.data("member/info", &token)).await.0, 200);
}

#[tokio::test]
async fn faults_apply_to_the_requests_that_they_are_meant_for() {
    let sim = start(Options::default()).await;
    let token = sim.access().await;
    let info = || sim.data("member/info", &token);
    sim.sim.fail_next("data/league", Fault::Status(500), 1);
    assert_eq!(outcome(info()).await.0, 200);
    sim.sim.fail_next("data/member", Fault::Status(500), 2);
    assert_eq!(
        outcome(info()).await,
        (500, value!({"error": "Internal Server Error"}))
    );
    assert_eq!(outcome(info()).await.0, 500);
    assert_eq!(outcome(info()).await.0, 200);

    let retry_after = Some(Duration::from_secs(7));
    sim.sim.fail_next(
        "",
        Fault::Page {
            status: 503,
            retry_after,
        },
        1,
    );
    let page = info().send().await.unwrap();
    assert_eq!(
        (page.status().as_u16(), header(&page, "retry-after")),
        (503, Some("7"))
    );
    assert!(page.text().await.unwrap().starts_with("<!DOCTYPE html>"));

    let reset_in = Some(Duration::from_secs(30));
    sim.sim
        .fail_next("data", Fault::RateLimited { reset_in }, 1);
    let limited = info().send().await.unwrap();
    assert_eq!(limited.status(), 429);
    assert_eq!(header(&limited, "x-ratelimit-remaining"), Some("0"));

    sim.sim.fail_next("data", Fault::Garbage, 1);
    assert!(info().send().await.unwrap().json::<Value>().await.is_err());
    sim.sim.fail_next("data", Fault::Cut, 1);
    assert!(info().send().await.unwrap().bytes().await.is_err());
    sim.sim
        .fail_next("data", Fault::Body(value!({"own": 1})), 1);
    assert_eq!(outcome(info()).await, (200, value!({"own": 1})));
    sim.sim.fail_next("data", Fault::Hang, 1);
    let hung = info().timeout(Duration::from_millis(50)).send().await;
    assert!(hung.unwrap_err().is_timeout());
    sim.sim.fail_next("data", Fault::Status(500), 9);
    sim.sim.clear_faults();
    assert_eq!(outcome(info()).await.0, 200);
    sim.sim.stop().await;
}

#[tokio::test]
async fn files_are_served_where_the_parameters_fit() {
    let sim = start(Options::default()).await;
    let token = sim.access().await;
    sim.sim.serve(
        "results/get",
        &[("subsession_id", "5")],
        r#"{"subsession_id": 5}"#,
    );
    let first = json(sim.data("results/get?subsession_id=5&include_licenses=0", &token)).await;
    let file = json(sim.http.get(first["link"].as_str().unwrap())).await;
    assert_eq!(file, value!({"subsession_id": 5}));
    assert_eq!(
        outcome(sim.data("results/get?subsession_id=6", &token))
            .await
            .0,
        404
    );
}
