//! The REST API under `/api/v10/`.
//!
//! A request is read and recorded here, meets the faults that a test injected, and is then answered by `router` while
//! the world is locked: no handler waits for anything.

mod body;
mod call;
mod channels;
mod commands;
mod draft;
mod error;
pub(crate) mod exchanges;
mod guilds;
mod interactions;
mod limits;
mod paths;
mod router;
mod soundboard;
mod threads;
mod validate;
mod webhooks;

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use crate::clock;
use crate::faults::{self, Fault, RateLimitScope};
use crate::limits::{Bucket, Exceeded};
use crate::model::RecordedRequest;
use crate::oauth;
use crate::world::{Shared, World};
use call::{Answer, Call};
use error::ApiError;

/// Requests kept for tests to read.
const REQUEST_LIMIT: usize = 20_000;

/// Answers everything that is not the gateway, a file or the control surface.
pub(crate) async fn handle(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let Some(call) = read(&head, query, body).await else {
        let line = format!("{} {}", head.method, head.uri.path());
        shared.update(|world| world.unexpected.push(line));
        return ApiError::not_found().into_response();
    };
    let (number, fault, counted) = shared.update(|world| {
        let number = record(world, &call);
        let fault = faults::take(&mut world.faults, &call.method, &call.segments);
        let (limits, now) = (&world.options.rate_limits, world.clock.now_ms());
        let counted = world
            .counts
            .count(limits, &call.method, &call.segments, now);
        (number, fault, counted)
    });
    let response = match fault {
        Some(fault) => fail(&shared, &call, fault, counted).await,
        None => answer_within(&shared, &call, counted),
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

/// Reads a request, unless its path is outside the API.
async fn read(head: &Parts, query: HashMap<String, String>, body: Body) -> Option<Call> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let segments = api_path(head.uri.path())?
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(decode)
        .collect();
    let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
    let read = body::read(head.headers.get(header::CONTENT_TYPE), body).await;
    let is_readable = read.is_some();
    let (body, files) = read.unwrap_or_default();
    Some(Call {
        method: head.method.as_str().to_owned(),
        segments,
        query,
        authorization: header("authorization").map(str::to_owned),
        audit_reason: header("x-audit-log-reason").map(decode),
        is_readable,
        body,
        files,
    })
}

/// The path below the version. Clients may leave the version out; any other than 10 is unknown.
fn api_path(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/api/")?;
    match rest.strip_prefix("v10/") {
        Some(rest) => Some(rest),
        None if rest.starts_with('v') => None,
        None => Some(rest),
    }
}

/// Records a request. Answers its number.
fn record(world: &mut World, call: &Call) -> u64 {
    if world.requests.len() >= REQUEST_LIMIT {
        world.requests.drain(..REQUEST_LIMIT / 2);
    }
    let number = world.requests.last().map_or(1, |last| last.number + 1);
    let files = call.files.iter().map(|file| file.filename.clone());
    world.requests.push(RecordedRequest {
        number,
        method: call.method.clone(),
        path: call.segments.join("/"),
        query: call.query.clone(),
        body: call.body.clone(),
        files: files.collect(),
        authorized: call.authorization.is_some(),
        audit_reason: call.audit_reason.clone(),
        at_ms: world.clock.now_ms(),
        status: None,
    });
    number
}

/// Answers unless a limit is exceeded.
fn answer_within(
    shared: &Shared,
    call: &Call,
    (bucket, exceeded): (Bucket, Option<Exceeded>),
) -> Response {
    let now = shared.clock.now_ms();
    match exceeded {
        Some(Exceeded::Global(wait)) => limits::refuse(RateLimitScope::Global, wait, now, bucket),
        Some(Exceeded::Route) => {
            limits::refuse(RateLimitScope::User, bucket.reset_after, now, bucket)
        }
        None => {
            let mut response = shared.update(|world| answer(world, call)).into_response();
            // Nobody's bucket.
            if response.status() != StatusCode::UNAUTHORIZED {
                limits::add_headers(response.headers_mut(), now, &bucket);
            }
            response
        }
    }
}

fn answer(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    if !paths::is_simulated(call) {
        return call::not_simulated(world, call);
    }
    let authorization = call.authorization.as_deref();
    if router::is_oauth(call) {
        let granted = oauth::token(world, authorization, &call.body);
        return granted.map_or_else(
            |refusal| {
                let (status, body) = (refusal.status, refusal.body);
                Err(ApiError { status, body })
            },
            Answer::ok,
        );
    }
    if let Some(token) = authorization.filter(|_| router::is_me(call))
        && let Some(me) = oauth::me(world, token)
    {
        return Answer::ok(me);
    }
    let expected = format!("Bot {}", world.options.bot_token);
    if !router::is_tokenless(call) && call.authorization.as_ref() != Some(&expected) {
        let message = "401: Unauthorized";
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, 0, message));
    }
    if !call.is_readable {
        let message = "The request body contains invalid JSON.";
        return Err(ApiError::bad_request(50109, message));
    }
    let reason = call.audit_reason.as_deref().unwrap_or_default();
    if reason.chars().count() > 512 {
        let why = "Must be 512 or fewer in length.";
        return Err(ApiError::invalid("reason", "BASE_TYPE_MAX_LENGTH", why));
    }
    router::route(world, call)
}

/// Answers as an injected fault has it.
async fn fail(
    shared: &Shared,
    call: &Call,
    fault: Fault,
    counted: (Bucket, Option<Exceeded>),
) -> Response {
    match fault {
        Fault::Slow { by } => {
            let until = shared.clock.now_ms().saturating_add(clock::millis(by));
            let response = answer_within(shared, call, counted);
            let is_due = |world: &World| (world.clock.now_ms() >= until).then_some(());
            tokio::select! {
                _ = shared.wait_for(by, is_due) => {}
                () = shared.stopped.cancelled() => {}
            }
            response
        }
        Fault::Hang => {
            shared.stopped.cancelled().await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Fault::Garbage => {
            let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
                        <center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
            let kind = [(header::CONTENT_TYPE, "text/html")];
            (StatusCode::BAD_GATEWAY, kind, page).into_response()
        }
        Fault::Body(body) => axum::Json(body).into_response(),
        Fault::Status(status) => status_error(status).into_response(),
        Fault::AppliedThen(status) => {
            let _applied = shared.update(|world| answer(world, call));
            status_error(status).into_response()
        }
        Fault::RateLimited { scope, retry_after } => {
            limits::refuse(scope, retry_after, shared.clock.now_ms(), counted.0)
        }
    }
}

fn status_error(status: u16) -> ApiError {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("Error");
    ApiError::new(status, 0, &format!("{}: {reason}", status.as_u16()))
}
