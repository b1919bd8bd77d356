//! The JSON control surface under `/sim`: being a person by hand, with `curl` or from a page.
//!
//! It acts for anybody without authentication, so it is for loopback only, and refuses what a web page of another site
//! could send: requests for another host name (DNS rebinding) and bodies that are not declared as JSON, which a browser
//! sends across sites without asking first.

mod actions;
mod answer;
mod queries;
mod requests;
mod stream;
mod view;

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::world::Shared;
use answer::Problem;

/// Largest body in bytes: a file of ten megabytes, as Discord's free limit is, in base64.
const BODY_LIMIT: usize = 16 << 20;

/// Everything below `/sim`.
pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(queries::overview))
        .route("/commands", get(queries::commands))
        .route("/channels/{name}/messages", get(queries::channel_messages))
        .route("/users/{name}/messages", get(queries::user_messages))
        .route("/requests", get(queries::requests))
        .route("/view", get(view::whole))
        .route("/view/messages", get(view::messages))
        .route("/view/commands", get(view::commands))
        .route("/events", get(stream::events))
        .route("/clock", post(actions::clock))
        .route("/say", post(actions::say))
        .route("/press", post(actions::press))
        .route("/select", post(actions::select))
        .route("/modal", post(actions::modal))
        .route("/autocomplete", post(actions::autocomplete))
        .route("/members", post(actions::members))
        .route("/server", post(actions::server))
        .route("/intents", post(actions::set_intents))
        .route("/gateway", post(actions::disturb))
        .route("/faults", post(actions::faults))
        .fallback(async || Problem::not_found("there is nothing here; see GET /sim"))
        .method_not_allowed_fallback(async || {
            let why = "this path wants another method";
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, why)
        })
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(loopback_only))
}

async fn loopback_only(request: Request, next: Next) -> Response {
    if is_loopback(request.headers()) {
        return next.run(request).await;
    }
    let why = "the control surface is for this machine only";
    Problem::new(StatusCode::FORBIDDEN, why).into_response()
}

/// Whether a request names this machine, and comes from no page of another.
pub(crate) fn is_loopback(headers: &HeaderMap) -> bool {
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
    fn only_names_of_this_machine_pass() {
        for good in [
            "localhost",
            "localhost:4010",
            "127.0.0.1:80",
            "[::1]:4010",
            "127.9.9.9",
        ] {
            assert!(names_loopback(good), "{good}");
        }
        for bad in [
            "evil.example",
            "127.0.0.1.evil.example",
            "",
            "10.0.0.1:80",
            "[::2]",
        ] {
            assert!(!names_loopback(bad), "{bad}");
        }
    }

    #[test]
    fn a_page_of_another_site_is_refused() {
        let mut headers = HeaderMap::new();
        assert!(!is_loopback(&headers), "HTTP/1.1 always names a host");
        headers.insert(header::HOST, "127.0.0.1:4010".parse().unwrap());
        assert!(is_loopback(&headers));
        headers.insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        assert!(!is_loopback(&headers));
        headers.insert(header::ORIGIN, "http://localhost:8000".parse().unwrap());
        assert!(is_loopback(&headers));
    }
}
