//! Requests as they come in, and answers as they go out.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use std::io;
use std::time::Duration;
use url::form_urlencoded;

use crate::faults::Fault;

/// Largest body that is read. Nobody sends more than a form.
const BODY_LIMIT: usize = 1 << 20;

/// A request that came in, for tests to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedRequest {
    /// Its place among all since the start.
    pub number: u64,
    /// HTTP method.
    pub method: String,
    /// Path, as it was sent.
    pub path: String,
    /// Query, as it was sent.
    pub query: String,
    /// Value of `Authorization`.
    pub authorization: Option<String>,
    /// Body, as it was sent: a form, still encoded.
    pub body: String,
    /// Status of the answer; [`None`] until there is one.
    pub status: Option<u16>,
}

/// A request while it is answered.
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Call {
    pub(crate) async fn read(request: Request) -> Self {
        let (head, body) = request.into_parts();
        let body = axum::body::to_bytes(body, BODY_LIMIT).await;
        Self {
            method: head.method.as_str().to_owned(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().unwrap_or_default().to_owned(),
            headers: head.headers,
            body: body.unwrap_or_default(),
        }
    }

    pub(crate) fn header(&self, name: HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A parameter of the query; an empty one counts as missing.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        value(self.query.as_bytes(), name)
    }

    /// A parameter of the query that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.parameter(name)?.parse().ok()
    }

    /// A field of the form.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        value(&self.body, name)
    }
}

/// A value of a query or form; an empty one counts as missing.
pub(crate) fn value(encoded: &[u8], name: &str) -> Option<String> {
    form_urlencoded::parse(encoded)
        .find(|(key, value)| key == name && !value.is_empty())
        .map(|(_, value)| value.into_owned())
}

/// A JSON answer.
pub(crate) fn json_answer(status: u16, body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    (status_code(status), kind, body.to_string()).into_response()
}

/// An error of the Data API.
pub(crate) fn data_error(status: u16) -> Response {
    let reason = status_code(status).canonical_reason().unwrap_or("Error");
    json_answer(status, &json!({"error": reason}))
}

/// 429 as the Data API answers it: plain text.
pub(crate) fn rate_limited() -> Response {
    (StatusCode::TOO_MANY_REQUESTS, "Rate limit exceeded").into_response()
}

/// Sets a header of an answer.
pub(crate) fn set(response: &mut Response, name: &'static str, value: impl ToString) {
    if let Ok(value) = HeaderValue::from_str(&value.to_string()) {
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), value);
    }
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// How a fault answers in place of the simulator; `now_ms` is the time.
pub(crate) fn fail(fault: Fault, now_ms: i64) -> Response {
    match fault {
        Fault::Status(status) => data_error(status),
        Fault::Page {
            status,
            retry_after,
        } => {
            let page = "<!DOCTYPE html>\n<html><title>Please stand by</title></html>\n";
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            let mut response = (status_code(status), kind, page).into_response();
            if let Some(after) = retry_after {
                set(&mut response, "retry-after", after.as_secs());
            }
            response
        }
        Fault::RateLimited { reset_in } => {
            let mut response = rate_limited();
            if let Some(reset) = reset_in {
                let reset = now_ms / 1000 + i64::try_from(reset.as_secs()).unwrap_or(0);
                set(&mut response, "x-ratelimit-limit", 240);
                set(&mut response, "x-ratelimit-remaining", 0);
                set(&mut response, "x-ratelimit-reset", reset);
            }
            response
        }
        Fault::Garbage => json_answer(200, &Value::Null).map(|_| "{\"roster\": [{\"cust".into()),
        Fault::Body(body) => json_answer(200, &body),
        Fault::Cut | Fault::AppliedThenCut | Fault::Slow(_) | Fault::Hang => cut(),
    }
}

/// An answer whose connection breaks in its middle.
pub(crate) fn cut() -> Response {
    let first = stream::once(async { Ok(Bytes::from_static(b"{\"")) });
    let broken = stream::once(async {
        // Meanwhile the head and the first part go out.
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    let body = Body::from_stream(first.chain(broken));
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (kind, body).into_response()
}

/// A time span of a limit, for clients that are told seconds.
pub(crate) fn seconds(span: Duration) -> i64 {
    i64::try_from(span.as_secs()).unwrap_or(i64::MAX)
}
