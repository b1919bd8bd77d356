//! The stylesheet and the icon.

use super::page::{etag, unless_known};
use crate::state::AppState;
use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

const STYLE: &str = include_str!("../../templates/paddock.css");
const ICON: &str = include_str!("../../templates/paddock.svg");

/// What pages name.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(
            "/assets/paddock.css",
            get(async |headers: HeaderMap| asset(&headers, "text/css; charset=utf-8", STYLE)),
        )
        .route(
            "/assets/paddock.svg",
            get(async |headers: HeaderMap| asset(&headers, "image/svg+xml", ICON)),
        )
}

/// Asked for again each time, so that a new version of Paddock is seen at its first page.
pub(crate) fn asset(headers: &HeaderMap, kind: &'static str, content: &'static str) -> Response {
    let named = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, no-cache")];
    let response = (named, content).into_response();
    unless_known(headers, &etag(content.as_bytes()), response)
}
