//! Which pages of others may call the API from a browser: none, but for origins that the operator names.

use axum::http::header::{
    AUTHORIZATION, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH, RETRY_AFTER,
    WWW_AUTHENTICATE,
};
use axum::http::{HeaderName, HeaderValue, Method};
use paddock_api_types::headers;
use std::time::Duration;
use tower_http::cors::CorsLayer;

/// How long a browser may remember what it was allowed.
const REMEMBERED_FOR: Duration = Duration::from_mins(10);

/// Lets pages of these origins call with an API token. Never with the bot's key, which no page may have,
/// and without anything that a browser would send by itself: `Access-Control-Allow-Credentials` is not
/// there, so that a page can do no more than whoever gave it a token.
pub(crate) fn cors(origins: &[String]) -> Option<CorsLayer> {
    if origins.is_empty() {
        return None;
    }
    let origins = origins
        .iter()
        .map(|it| it.parse().expect("origins are ASCII"));
    let origins: Vec<HeaderValue> = origins.collect();
    let cors = CorsLayer::new()
        .allow_origin(origins)
        .allow_methods([
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allow_headers([
            AUTHORIZATION,
            CONTENT_TYPE,
            IF_NONE_MATCH,
            HeaderName::from_static(headers::IDEMPOTENCY_KEY),
            HeaderName::from_static(headers::REQUEST_ID),
        ])
        .expose_headers([
            CONTENT_DISPOSITION,
            ETAG,
            RETRY_AFTER,
            WWW_AUTHENTICATE,
            HeaderName::from_static(headers::REQUEST_ID),
        ])
        .max_age(REMEMBERED_FOR);
    Some(cors)
}
