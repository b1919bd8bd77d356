//! The page at `/`: a small Discord client over the control surface.
//!
//! It is a client of `/sim` and of nothing else, and what it does a test can do over the same routes. Its script
//! is built from `ui/` by `cargo xtask ui` and committed, so that building this crate needs no Node.js.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::handler::Handler as _;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::world::Shared;
use crate::{control, gateway};

/// Nothing but its own files, and pictures that it draws itself; no other page may frame it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// `GET /`: the gateway for a web socket, the page for a browser.
pub(crate) async fn or_gateway(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    if request.headers().contains_key(header::UPGRADE) {
        return gateway::upgrade.call(request, shared).await;
    }
    if !control::is_loopback(request.headers()) {
        return (StatusCode::FORBIDDEN, "This page is for this machine only.").into_response();
    }
    file(HTML, include_str!("../../ui/src/index.html"))
}

/// `GET /page/{name}`: what the page consists of.
pub(crate) async fn part(Path(name): Path<String>) -> Response {
    match name.as_str() {
        "page.js" => file(SCRIPT, include_str!("../../ui/dist/page.js")),
        "page.css" => file(CSS, include_str!("../../ui/src/page.css")),
        "licences.txt" => file(TEXT, include_str!("../../ui/dist/licences.txt")),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn file(kind: &'static str, content: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, content).into_response()
}
