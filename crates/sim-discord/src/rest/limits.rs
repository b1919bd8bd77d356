//! Rate-limit headers, and 429 in Discord's words.

use std::time::Duration;

use axum::Json;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::faults::RateLimitScope;
use crate::limits::Bucket;

const LIMIT: &str = "x-ratelimit-limit";
const REMAINING: &str = "x-ratelimit-remaining";
const RESET: &str = "x-ratelimit-reset";
const RESET_AFTER: &str = "x-ratelimit-reset-after";
const BUCKET: &str = "x-ratelimit-bucket";
const SCOPE: &str = "x-ratelimit-scope";
const GLOBAL: &str = "x-ratelimit-global";

/// 429 for a scope; `bucket` is that of the request.
pub(super) fn refuse(
    scope: RateLimitScope,
    retry_after: Duration,
    now_ms: i64,
    bucket: Bucket,
) -> Response {
    let global = scope == RateLimitScope::Global;
    let message = match scope {
        RateLimitScope::Shared => "The resource is being rate limited.",
        _ => "You are being rate limited.",
    };
    let body = json!({"message": message, "code": 0, "retry_after": retry_after.as_secs_f64(), "global": global});
    let mut response = if scope == RateLimitScope::Cloudflare {
        // Cloudflare answers before Discord does: no JSON of Discord's, no bucket, no scope.
        (StatusCode::TOO_MANY_REQUESTS, "error code: 1015").into_response()
    } else {
        (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response()
    };
    let headers = response.headers_mut();
    // Whole seconds, rounded up; the exact value is in the body and in Reset-After.
    let seconds = u64::try_from(retry_after.as_millis().div_ceil(1000)).unwrap_or(u64::MAX);
    set(headers, header::RETRY_AFTER.as_str(), &seconds.to_string());
    match scope {
        RateLimitScope::User | RateLimitScope::Shared => {
            let exhausted = Bucket {
                remaining: 0,
                reset_after: retry_after,
                ..bucket
            };
            add_headers(headers, now_ms, &exhausted);
            let scope = if scope == RateLimitScope::User {
                "user"
            } else {
                "shared"
            };
            set(headers, SCOPE, scope);
        }
        RateLimitScope::Global => {
            set(headers, GLOBAL, "true");
            set(headers, SCOPE, "global");
        }
        RateLimitScope::Cloudflare => {}
    }
    response
}

/// Adds the state of the request's bucket, without a scope.
pub(super) fn add_headers(headers: &mut HeaderMap, now_ms: i64, bucket: &Bucket) {
    let after = bucket.reset_after.as_secs_f64();
    let now = Duration::from_millis(now_ms.unsigned_abs()).as_secs_f64();
    set(headers, LIMIT, &bucket.limit.to_string());
    set(headers, REMAINING, &bucket.remaining.to_string());
    set(headers, RESET, &format!("{:.3}", now + after));
    set(headers, RESET_AFTER, &format!("{after:.3}"));
    set(headers, BUCKET, &bucket.name);
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}
