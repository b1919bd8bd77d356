//! The JSON control surface under `/sim`: being a league admin, or the weather, by hand.
//!
//! It acts for anybody without authentication, so it is for loopback only, and refuses what a web page of another site
//! could send: requests for another host name (DNS rebinding) and bodies that are not declared as JSON, which a browser
//! sends across sites without asking first.

pub(crate) mod actions;

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::world::Shared;

/// Everything below `/sim`.
pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(overview))
        .route("/requests", get(requests))
        .route("/drivers", post(actions::driver))
        .route("/faults", post(actions::fault))
        .route("/maintenance", post(actions::maintenance))
        .route("/tokens", post(actions::tokens))
        .route("/logins", post(actions::logins))
        .route("/rate-limit", post(actions::rate_limit))
        .route("/advance", post(actions::advance))
        .fallback(async || problem(StatusCode::NOT_FOUND, "there is nothing here; see GET /sim"))
        .layer(middleware::from_fn(loopback_only))
}

/// A refused request, answered as `{"error": ".."}`.
fn problem(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({"error": why}))).into_response()
}

async fn overview(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let leagues = shared.read(|world| {
        let leagues = world.leagues.iter().map(|league| {
            let drivers = league.drivers.iter().map(|driver| {
                json!({
                    "cust_id": driver.cust_id,
                    "name": driver.name,
                    "car_number": driver.car_number,
                })
            });
            let drivers: Vec<_> = drivers.collect();
            json!({"league_id": league.league_id, "name": league.name, "drivers": drivers})
        });
        leagues.collect::<Vec<_>>()
    });
    Json(json!({
        "oauth_url": format!("http://{}/oauth2", shared.address),
        "data_url": format!("http://{}", shared.address),
        "leagues": leagues,
        "post": {
            "/sim/drivers": {"league_id": 7100, "cust_id": 812_345, "car_number": "07", "name": "for a new one"},
            "/sim/faults": {"path": "data/league", "fault": {"status": 500}, "times": 1},
            "/sim/maintenance": {"on": true, "note": "season update"},
            "/sim/tokens": {"action": "expire or revoke"},
            "/sim/logins": {"refuse": "access_denied, or null"},
            "/sim/rate-limit": {"limit": 240, "seconds": 60},
            "/sim/advance": {"seconds": 600},
        },
    }))
}

async fn requests(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let lines = shared.read(|world| {
        let lines = world.requests.iter().map(|request| {
            json!({
                "number": request.number,
                "method": request.method,
                "path": request.path,
                "status": request.status,
            })
        });
        lines.collect::<Vec<_>>()
    });
    Json(lines.into())
}

async fn loopback_only(request: Request, next: Next) -> Response {
    if is_loopback(request.headers()) {
        return next.run(request).await;
    }
    let why = "the control surface is for this machine only";
    problem(StatusCode::FORBIDDEN, why)
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host_fits = text(header::HOST).is_some_and(names_loopback);
    let origin_fits = headers.get(header::ORIGIN).is_none()
        || text(header::ORIGIN)
            .and_then(|origin| origin.split_once("://"))
            .is_some_and(|(_, host)| names_loopback(host));
    host_fits && origin_fits
}

/// Whether `host` or `host:port` names this machine.
fn names_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_another_site_is_refused() {
        let mut headers = HeaderMap::new();
        assert!(!is_loopback(&headers), "HTTP/1.1 always names a host");
        for bad in ["evil.example", "127.0.0.1.evil.example", "10.0.0.1:80"] {
            headers.insert(header::HOST, bad.parse().unwrap());
            assert!(!is_loopback(&headers), "{bad}");
        }
        for good in ["localhost:4020", "127.0.0.1:80", "[::1]:4020"] {
            headers.insert(header::HOST, good.parse().unwrap());
            assert!(is_loopback(&headers), "{good}");
        }
        headers.insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        assert!(!is_loopback(&headers));
        headers.insert(header::ORIGIN, "http://localhost:8000".parse().unwrap());
        assert!(is_loopback(&headers));
    }
}
