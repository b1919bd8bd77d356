//! The REST API under `/api/v10/`.
//!
//! A request is read and recorded here, meets the faults that a test planted, and is then answered by `router` while the
//! world is locked: no handler waits for anything.

mod channels;
mod commands;
mod draft;
mod error;
mod guilds;
mod interactions;
mod limits;
mod multipart;
mod router;
mod validate;
mod webhooks;

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::faults::{self, Fault};
use crate::world::{Shared, Snowflake, World};
use error::ApiError;
use multipart::Upload;

/// A request that reached the REST API.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// Counts from 1.
    pub number: u64,
    /// Upper case.
    pub method: String,
    /// Below `/api/v10/`, without the query.
    pub path: String,
    /// The query.
    pub query: HashMap<String, String>,
    /// The JSON body, `payload_json` of a multipart one, or null.
    pub body: Value,
    /// Names of the files that came with it.
    pub files: Vec<String>,
    /// Whether an `Authorization` header was present.
    pub authorized: bool,
    /// `X-Audit-Log-Reason`, decoded.
    pub audit_reason: Option<String>,
    /// When it arrived, by the simulated clock.
    pub at_ms: i64,
    /// What it was answered; none while it is not.
    pub status: Option<u16>,
}

/// A request as the handlers see it.
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) segments: Vec<String>,
    pub(crate) query: HashMap<String, String>,
    pub(crate) body: Value,
    pub(crate) files: Vec<Upload>,
}

impl Call {
    /// A whole number from the query.
    pub(crate) fn number(&self, key: &str) -> Option<u64> {
        self.query.get(key).and_then(|value| value.parse().ok())
    }
}

/// A successful answer.
pub(crate) enum Answer {
    Json(StatusCode, Value),
    Empty,
}

impl Answer {
    /// 200 with a body.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "it ends handlers, which answer `Result`"
    )]
    pub(crate) fn ok(body: Value) -> Result<Self, ApiError> {
        Ok(Self::Json(StatusCode::OK, body))
    }
}

/// Requests kept for tests to read.
const REQUEST_LIMIT: usize = 20_000;
/// Discord takes 25 MiB at most from bots without boosts, and ours never come near.
const BODY_LIMIT: usize = 25 * 1024 * 1024;

/// Answers everything that is not the gateway, a file or the control surface.
pub(crate) async fn handle(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let method = head.method.as_str().to_owned();
    let Some(path) = api_path(head.uri.path()) else {
        let line = format!("{method} {}", head.uri.path());
        shared.update(|world| world.unexpected.push(line));
        return ApiError::new(StatusCode::NOT_FOUND, 0, "404: Not Found").into_response();
    };
    let segments: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect();
    let bytes = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    let parsed = read_body(&head.headers, &bytes);
    let (body, files) = parsed.clone().unwrap_or_default();
    let text = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
    let reason = text("x-audit-log-reason")
        .map(|reason| percent_decode_str(reason).decode_utf8_lossy().into_owned());
    let authorization = text("authorization").map(str::to_owned);
    let call = Call {
        method,
        segments,
        query,
        body,
        files,
    };
    let number =
        shared.update(|world| record(world, &call, authorization.is_some(), reason.clone()));
    let fault =
        shared.update(|world| faults::take(&mut world.faults, &call.method, &call.segments));
    let response = match fault {
        Some(Fault::Hang) => {
            shared.stopped.cancelled().await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Some(Fault::Garbage) => garbage(),
        Some(Fault::Status(status)) => failure(status),
        Some(Fault::RateLimited { scope, retry_after }) => {
            limits::refused(scope, retry_after, shared.clock.now_ms(), &call)
        }
        Some(Fault::DoneThen(status)) => {
            let _done = shared
                .update(|world| answer(world, &call, authorization, parsed.is_some(), reason));
            failure(status)
        }
        None => {
            let now = shared.clock.now_ms();
            let answer = shared
                .update(|world| answer(world, &call, authorization, parsed.is_some(), reason));
            let mut response =
                answer.map_or_else(IntoResponse::into_response, Answer::into_response);
            if response.status().is_success() {
                limits::announce(response.headers_mut(), now, &call);
            }
            response
        }
    };
    let status = response.status().as_u16();
    shared.update(|world| {
        let mut recorded = world.requests.iter_mut().rev();
        if let Some(request) = recorded.find(|request| request.number == number) {
            request.status = Some(status);
        }
    });
    response
}

/// The path below the version: clients may leave the version out, any other than 10 is refused as unknown.
fn api_path(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/api/")?;
    match rest.strip_prefix("v10/") {
        Some(rest) => Some(rest),
        None if rest.starts_with('v') => None,
        None => Some(rest),
    }
}

fn read_body(headers: &HeaderMap, bytes: &[u8]) -> Option<(Value, Vec<Upload>)> {
    if bytes.is_empty() {
        return Some((Value::Null, Vec::new()));
    }
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("");
    match multipart::boundary(kind) {
        Some(boundary) => multipart::parse(boundary, bytes),
        None => serde_json::from_slice(bytes)
            .ok()
            .map(|json| (json, Vec::new())),
    }
}

fn record(world: &mut World, call: &Call, authorized: bool, reason: Option<String>) -> u64 {
    if world.requests.len() >= REQUEST_LIMIT {
        world.requests.drain(..REQUEST_LIMIT / 2);
    }
    let number = world.requests.last().map_or(1, |last| last.number + 1);
    world.requests.push(RecordedRequest {
        number,
        method: call.method.clone(),
        path: call.segments.join("/"),
        query: call.query.clone(),
        body: call.body.clone(),
        files: call
            .files
            .iter()
            .map(|file| file.filename.clone())
            .collect(),
        authorized,
        audit_reason: reason,
        at_ms: world.clock.now_ms(),
        status: None,
    });
    number
}

fn answer(
    world: &mut World,
    call: &Call,
    authorization: Option<String>,
    readable: bool,
    reason: Option<String>,
) -> Result<Answer, ApiError> {
    if !router::is_tokenless(call) {
        let expected = format!("Bot {}", world.options.bot_token);
        if authorization.as_deref() != Some(expected.as_str()) {
            return Err(ApiError::new(
                StatusCode::UNAUTHORIZED,
                0,
                "401: Unauthorized",
            ));
        }
    }
    if !readable {
        return Err(ApiError::bad_request(
            50109,
            "The request body contains invalid JSON.",
        ));
    }
    if reason.is_some_and(|reason| reason.chars().count() > 512) {
        let mut form = error::Form::default();
        form.add(
            "reason",
            "BASE_TYPE_MAX_LENGTH",
            "Must be 512 or fewer in length.",
        );
        form.finish()?;
    }
    router::route(world, call)
}

fn garbage() -> Response {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
                <center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
    (
        StatusCode::BAD_GATEWAY,
        [(header::CONTENT_TYPE, "text/html")],
        page,
    )
        .into_response()
}

fn failure(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let message = format!(
        "{}: {}",
        status.as_u16(),
        status.canonical_reason().unwrap_or("Error")
    );
    ApiError::new(status, 0, &message).into_response()
}

impl Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Json(status, body) => json_response(status, &body),
            Self::Empty => StatusCode::NO_CONTENT.into_response(),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        json_response(self.status, &self.body)
    }
}

fn json_response(status: StatusCode, body: &Value) -> Response {
    let body = Body::from(body.to_string());
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// An id in a path; 400 as Discord answers for what is no snowflake.
pub(crate) fn snowflake(text: &str, field: &str) -> Result<Snowflake, ApiError> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let mut form = error::Form::default();
    let why = format!("Value \"{text}\" is not snowflake.");
    form.add(field, "NUMBER_TYPE_COERCE", &why);
    form.finish()?;
    Err(ApiError::bad_request(0, "400: Bad Request"))
}

/// `GET /gateway/bot`.
fn gateway_bot(world: &World) -> Value {
    let used = world.gateway.identifies;
    json!({
        "url": format!("ws://{}", world.address),
        "shards": world.options.shards,
        "session_start_limit": {
            "total": 1000,
            "remaining": world.options.identifies_remaining.saturating_sub(used),
            "reset_after": 14_400_000,
            "max_concurrency": 1,
        },
    })
}
