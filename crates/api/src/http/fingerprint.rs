//! Tells the repetition of a request from another one under the same idempotency key.

use super::body::MAX_RESULT;
use super::refusal::too_large;
use crate::error::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// SHA-256 of method, path, query and body, in Base64; and the request, as if nothing had been read of
/// it.
pub(super) async fn fingerprint(request: Request) -> Result<(String, Request), ApiError> {
    // The largest that any operation takes; each refuses by itself what is too large for it.
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MAX_RESULT).await.map_err(|_| too_large())?;
    let mut hash = Sha256::new();
    // A line break stands in none of the first two, so no two requests run together.
    hash.update(format!("{}\n{}\n", parts.method, parts.uri));
    hash.update(&body);
    let fingerprint = URL_SAFE_NO_PAD.encode(hash.finalize());
    Ok((fingerprint, Request::from_parts(parts, Body::from(body))))
}
