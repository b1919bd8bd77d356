//! Tells the repetition of a request from another one under the same idempotency key.

use super::csv::MAX_CSV;
use super::refusal::too_large;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use paddock_api_types::headers;
use sha2::{Digest, Sha256};

/// SHA-256 of method, path, query and body, in Base64.
#[derive(Debug, Clone)]
pub(crate) struct Fingerprint(pub(crate) String);

/// Leaves a [`Fingerprint`] with every write that carries a key.
pub(crate) async fn fingerprint(request: Request, next: Next) -> Response {
    let keyed = request.headers().contains_key(headers::IDEMPOTENCY_KEY);
    // The bot's own reports are safe to repeat by what they are, and large.
    let of_the_bot = request.uri().path().starts_with("/api/bot/");
    if !keyed || of_the_bot || matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    // The largest that any operation takes; each refuses by itself what is too large for it.
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_CSV).await else {
        return too_large().into_response();
    };
    let mut hash = Sha256::new();
    // A line break stands in none of the first two, so no two requests run together.
    hash.update(format!("{}\n{}\n", parts.method, parts.uri));
    hash.update(&body);
    let fingerprint = Fingerprint(URL_SAFE_NO_PAD.encode(hash.finalize()));
    parts.extensions.insert(fingerprint);
    next.run(Request::from_parts(parts, Body::from(body))).await
}
