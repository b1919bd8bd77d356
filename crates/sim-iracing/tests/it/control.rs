//! The control surface.

use crate::helpers::{SIGN_IN, Sim, json, outcome, start};
use paddock_sim_iracing::{DriverSeed, LEAGUE_ID, Options};
use serde_json::{Value, json as value};

async fn control(sim: &Sim, path: &str, body: Value) -> (u16, Value) {
    let url = format!("{}/{path}", sim.sim.control_url());
    outcome(sim.http.post(url).json(&body)).await
}

/// A driver of the example league with their number, if they are in it.
fn driver(sim: &Sim, cust_id: i64) -> Option<DriverSeed> {
    let league = sim.sim.league(LEAGUE_ID);
    league.drivers.into_iter().find(|it| it.cust_id == cust_id)
}

fn mara(car_number: Option<&str>) -> DriverSeed {
    DriverSeed {
        nick_name: Some("[Am] Mara L.".to_owned()),
        admin: true,
        ..DriverSeed::new(812_345, "Mara Lindqvist", car_number)
    }
}

#[tokio::test]
async fn an_admin_changes_the_roster_by_hand() {
    let sim = start(Options::default()).await;
    let overview = json(sim.http.get(sim.sim.control_url())).await;
    assert_eq!(overview["leagues"][0]["drivers"][1]["car_number"], "07");
    assert_eq!(overview["data_url"], sim.sim.data_url());

    let known = value!({"league_id": 7100, "cust_id": 812_345, "car_number": "3"});
    assert_eq!(control(&sim, "drivers", known).await.0, 200);
    assert_eq!(driver(&sim, 812_345), Some(mara(Some("3"))));
    let without = value!({"league_id": 7100, "cust_id": 812_345});
    assert_eq!(control(&sim, "drivers", without).await.0, 200);
    assert_eq!(driver(&sim, 812_345), Some(mara(None)));
    let new = value!({"league_id": 7100, "cust_id": 5, "name": "New", "car_number": "0"});
    assert_eq!(control(&sim, "drivers", new).await.0, 200);
    assert_eq!(driver(&sim, 5), Some(DriverSeed::new(5, "New", Some("0"))));
    let leaves = value!({"league_id": 7100, "cust_id": 5, "leaves": true});
    assert_eq!(control(&sim, "drivers", leaves.clone()).await.0, 200);
    assert_eq!(driver(&sim, 5), None);
    assert_eq!(control(&sim, "drivers", leaves).await.0, 404);
}

#[tokio::test]
async fn the_weather_is_made_by_hand() {
    let sim = start(Options::default()).await;
    let token = sim.access().await;
    let info = || outcome(sim.data("member/info", &token));
    for (fault, status) in [
        (value!({"status": 500}), 500),
        (value!({"page": 503}), 503),
        (value!({"rate_limited": 5}), 429),
        (value!({"body": {"own": 1}}), 200),
    ] {
        let body = value!({"path": "data", "fault": fault, "times": 1});
        assert_eq!(control(&sim, "faults", body).await.0, 200);
        assert_eq!(info().await.0, status, "{fault}");
    }
    control(&sim, "maintenance", value!({"on": true, "note": "soon"})).await;
    assert_eq!(info().await.0, 503);
    control(&sim, "maintenance", value!({"on": false})).await;
    assert_eq!(info().await.0, 200);
    control(&sim, "rate-limit", value!({"limit": 1, "seconds": 60})).await;
    assert_eq!((info().await.0, info().await.0), (200, 429));
    control(&sim, "advance", value!({"seconds": 61})).await;
    assert_eq!(info().await.0, 200);
    control(&sim, "rate-limit", value!({"limit": 240, "seconds": 60})).await;
    control(&sim, "tokens", value!({"action": "expire"})).await;
    assert_eq!(info().await.0, 401);
    control(&sim, "logins", value!({"refuse": "access_denied"})).await;
    assert_eq!(outcome(sim.token(SIGN_IN)).await.0, 401);
    control(&sim, "logins", value!({"refuse": null})).await;
    let granted = json(sim.token(SIGN_IN)).await;
    control(&sim, "tokens", value!({"action": "revoke"})).await;
    let form = SIGN_IN.replace("password_limited", "refresh_token");
    let token = granted["refresh_token"].as_str().unwrap();
    let refused = outcome(sim.token(&format!("{form}&refresh_token={token}"))).await;
    assert_eq!(refused.1["error"], "invalid_grant");

    let requests = json(sim.http.get(format!("{}/requests", sim.sim.control_url()))).await;
    assert_eq!(requests[0]["path"], "/oauth2/token");
    assert!(!requests.to_string().contains("dJDKTsa"), "{requests}");
}

#[tokio::test]
async fn pages_of_other_sites_are_refused() {
    let sim = start(Options::default()).await;
    let url = format!("{}/maintenance", sim.sim.control_url());
    let body = value!({"on": true});
    let plain = sim.http.post(&url).body(body.to_string());
    assert_eq!(outcome(plain).await.0, 415);
    let foreign = sim
        .http
        .post(&url)
        .json(&body)
        .header("origin", "https://evil.example");
    assert_eq!(outcome(foreign).await.0, 403);
    let rebound = sim
        .http
        .post(&url)
        .json(&body)
        .header("host", "evil.example");
    assert_eq!(outcome(rebound).await.0, 403);
    assert_eq!(
        control(&sim, "maintenance", value!({"off": true})).await.0,
        400
    );
    assert_eq!(control(&sim, "nothing", value!({})).await.0, 404);
}
