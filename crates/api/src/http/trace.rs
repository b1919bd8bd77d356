//! One request from its id to its log line: the only place that completes problems, because here
//! the id is known, and the only one that logs causes, because here they end.

use crate::error::ApiError;
use crate::state::AppState;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use paddock_api_types::operations::bot::{
    get_heartbeat, lease_effects, list_attendance_displays, list_watched_staff, send_heartbeat,
};
use paddock_api_types::operations::{Declaration, Endpoint as _};
use paddock_api_types::{ErrorCode, headers};
use std::time::Instant;
use tracing::{Instrument, field};

pub(crate) const NO_SUCH_PATH: &str = "There is no such path.";
pub(crate) const NO_SUCH_METHOD: &str = "This path does not take this method.";

/// Under which a request is found in the log: the caller's, if it sent a sensible one, or ours.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// In the extensions of an answer whose body is written, though it is an error: a page says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written;

/// Surrounds every request.
pub(crate) async fn trace(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = request
        .headers()
        .get(headers::REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .filter(|id| is_sensible(id))
        .map_or_else(|| format!("{:016x}", state.ctx.ids.random()), str::to_owned);
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|it| it.as_str().to_owned());
    let span = tracing::info_span!(
        "request",
        request.id = id,
        guild.id = field::Empty,
        actor.id = field::Empty
    );
    let started = Instant::now();
    async move {
        let mut response = next.run(request).await;
        let took = started.elapsed();
        complete_problem(&mut response, &id);
        if is_private(&path) {
            let no_store = HeaderValue::from_static("no-store");
            response.headers_mut().insert(header::CACHE_CONTROL, no_store);
        }
        let header = HeaderValue::from_str(&id).expect("sensible ids are header values");
        response.headers_mut().insert(headers::REQUEST_ID, header);
        let status = response.status().as_u16();
        let route = route.as_deref().unwrap_or("unmatched");
        state.metrics.answered(&method, route, status, took);
        let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        if route.starts_with("/api") && !(response.status().is_success() && is_poll(&method, route)) {
            tracing::info!(%method, path, status, duration_ms, "answered {method} {path} {status}");
        } else {
            tracing::debug!(%method, path, status, duration_ms, "answered {method} {path} {status}");
        }
        response
    }
    .instrument(span)
    .await
}

/// What the bot and health checks ask every few seconds, whether anything has happened or not. What comes of it
/// is reported by requests of its own.
const POLLS: [&Declaration; 5] = [
    lease_effects::DECLARATION,
    send_heartbeat::DECLARATION,
    get_heartbeat::DECLARATION,
    list_watched_staff::DECLARATION,
    list_attendance_displays::DECLARATION,
];

fn is_poll(method: &axum::http::Method, route: &str) -> bool {
    let mut polls = POLLS.iter();
    polls.any(|poll| poll.path == route && poll.method.as_str() == method.as_str())
}

/// Letters, digits and a little punctuation: nothing that could forge a log line.
fn is_sensible(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

/// Whether answers there are about people, so that nothing on the way may keep them. Beside these paths
/// stand only health, version, metrics, and the description of the API.
fn is_private(path: &str) -> bool {
    let below = |prefix| {
        path.strip_prefix(prefix)
            .is_some_and(|it| it.is_empty() || it.starts_with('/'))
    };
    below("/api") || below("/auth")
}

/// Writes the body of an error, also of one that a library answered by itself: the files under `/docs`
/// are served by one.
fn complete_problem(response: &mut Response, request_id: &str) {
    let written = response.extensions_mut().remove::<Written>().is_some();
    let ours = response.extensions_mut().remove::<ApiError>();
    let bare = || error_of(response.status()).filter(|_| !written);
    let Some(error) = ours.or_else(bare) else {
        return;
    };
    if let Some(cause) = error.cause() {
        tracing::error!(code = error.code().as_str(), "failed: {}", chain(cause));
    }
    if written {
        return;
    }
    let problem = error.to_problem(request_id);
    let body = serde_json::to_vec(&problem).expect("a problem is plain data");
    *response.status_mut() = StatusCode::from_u16(problem.status).expect("codes have statuses");
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("application/problem+json");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CONTENT_LENGTH, body.len().into());
    *response.body_mut() = Body::from(body);
}

/// The error that a bare status stands for.
pub(crate) fn error_of(status: StatusCode) -> Option<ApiError> {
    let (code, detail) = match status {
        StatusCode::NOT_FOUND => (ErrorCode::NotFound, NO_SUCH_PATH),
        StatusCode::METHOD_NOT_ALLOWED => (ErrorCode::MethodNotAllowed, NO_SUCH_METHOD),
        _ if status.is_client_error() => {
            (ErrorCode::InvalidRequest, "The request cannot be answered.")
        }
        _ if status.is_server_error() => (ErrorCode::Internal, "The service failed."),
        _ => return None,
    };
    Some(ApiError::new(code, detail))
}

/// A cause with everything behind it, in one line.
fn chain(cause: &(dyn std::error::Error + Send + Sync)) -> String {
    let mut line = cause.to_string();
    let mut source = cause.source();
    while let Some(cause) = source {
        line.push_str(": ");
        line.push_str(&cause.to_string());
        source = cause.source();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Method;

    #[test]
    fn polls_are_told_from_what_changes_something() {
        for (method, route, poll) in [
            (Method::POST, "/api/bot/effects/lease", true),
            (Method::POST, "/api/bot/heartbeat", true),
            (Method::GET, "/api/bot/heartbeat", true),
            (Method::GET, "/api/bot/staff", true),
            (Method::GET, "/api/bot/attendance/displays", true),
            (Method::POST, "/api/bot/effects/{effect_id}/done", false),
            (Method::PUT, "/api/bot/presence", false),
            (Method::PUT, "/api/bot/guild", false),
            (Method::POST, "/api/members", false),
        ] {
            assert_eq!(is_poll(&method, route), poll, "{method} {route}");
        }
    }
}
