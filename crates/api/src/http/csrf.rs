//! Writes that a page of another site has a browser send.

use super::Cookie;
use crate::error::ApiError;
use crate::state::AppState;
use axum::extract::{Request, State};
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use paddock_api_types::ErrorCode;
use tower::{Layer as _, ServiceExt as _};
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Refuses a write with the cookie of a session unless the browser says that a page of ours sent it, by
/// `Sec-Fetch-Site` or `Origin`. A browser adds no other credential by itself, so that requests with one
/// are not subject to it.
pub(crate) async fn refuse_cross_site(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let explicit = headers.contains_key(AUTHORIZATION)
        || headers.contains_key(paddock_api_types::headers::API_KEY);
    let https = state.ctx.is_https();
    if explicit || Cookie::Session.read(headers, https).is_none() {
        return next.run(request).await;
    }
    let origin = state.ctx.base_url.origin().ascii_serialization();
    let layer = CsrfLayer::new()
        .add_trusted_origin(origin)
        .expect("the public address is one of http or https");
    let guarded = layer.with_rejection_response(refusal).layer(next);
    let Ok(response) = guarded.oneshot(request).await;
    response
}

fn refusal(error: ProtectionError) -> Response {
    tracing::debug!(%error, "turned away");
    let detail = "Another site asked for this. Do it on a page of Paddock itself.";
    ApiError::new(ErrorCode::CrossSiteRequest, detail).into_response()
}
