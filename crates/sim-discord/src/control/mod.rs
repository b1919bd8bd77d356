//! The JSON control surface under `/sim`: being a person by hand, with `curl` or from a page.
//!
//! It acts for anybody without asking who one is, so it listens on loopback only, and refuses what a web page of another
//! site could send: requests for another host name (DNS rebinding) and bodies that are not declared as JSON, which a
//! browser sends across sites without asking first.

mod act;
mod look;
mod requests;

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::client::ClientError;
use crate::world::Shared;

/// Everything below `/sim`.
pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(look::overview))
        .route("/commands", get(look::commands))
        .route("/channels/{name}/messages", get(look::channel_messages))
        .route("/users/{name}/messages", get(look::user_messages))
        .route("/requests", get(look::requests))
        .route("/say", post(act::say))
        .route("/press", post(act::press))
        .route("/select", post(act::select))
        .route("/modal", post(act::modal))
        .route("/autocomplete", post(act::autocomplete))
        .route("/members", post(act::members))
        .route("/faults", post(act::faults))
        .fallback(async || problem(StatusCode::NOT_FOUND, "there is nothing here; see GET /sim"))
        .method_not_allowed_fallback(async || {
            problem(
                StatusCode::METHOD_NOT_ALLOWED,
                "this path wants another method",
            )
        })
        .layer(middleware::from_fn(loopback_only))
}

/// An answer that is not a success: `{"error": ".."}`.
pub(crate) fn problem(status: StatusCode, error: &str) -> Response {
    (status, axum::Json(json!({"error": error}))).into_response()
}

/// What a handler answers.
type Answer = Result<axum::Json<Value>, Problem>;

/// A refused request.
struct Problem(StatusCode, String);

impl Problem {
    fn bad(why: impl Into<String>) -> Self {
        Self(StatusCode::BAD_REQUEST, why.into())
    }

    fn absent(why: impl Into<String>) -> Self {
        Self(StatusCode::NOT_FOUND, why.into())
    }
}

impl From<ClientError> for Problem {
    fn from(error: ClientError) -> Self {
        let status = match error {
            ClientError::Refused(_) => StatusCode::BAD_REQUEST,
            ClientError::NoReply | ClientError::StillThinking => StatusCode::GATEWAY_TIMEOUT,
        };
        Self(status, error.to_string())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        problem(self.0, &self.1)
    }
}

/// A JSON body, whose errors are worded as all others here.
struct Body<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let json = kind.and_then(|kind| kind.to_str().ok());
        if !json.is_some_and(|kind| kind.starts_with("application/json")) {
            let why = "send Content-Type: application/json".to_owned();
            return Err(Problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, why));
        }
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|error| Problem::bad(error.to_string()))?;
        let parsed = serde_json::from_slice(&bytes);
        parsed
            .map(Self)
            .map_err(|error| Problem::bad(error.to_string()))
    }
}

async fn loopback_only(request: Request, next: Next) -> Response {
    if is_loopback(request.headers()) {
        return next.run(request).await;
    }
    problem(
        StatusCode::FORBIDDEN,
        "the control surface is for this machine only",
    )
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

/// Whether `host` or `host:port` is this machine by name or address.
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
