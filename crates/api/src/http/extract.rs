//! Parameters of requests, refused with problems.

use super::refusal::{invalid, refused};
use crate::error::ApiError;
use axum::RequestPartsExt;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::request::Parts;
use paddock_api_types::operations::Endpoint;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

/// Parameters in the path.
pub(super) async fn path<E: Endpoint>(parts: &mut Parts) -> Result<E::Path, ApiError> {
    if !E::DECLARATION.path.contains('{') {
        return serde_json::from_str("null").map_err(ApiError::internal);
    }
    let path: Result<Path<E::Path>, PathRejection> = parts.extract().await;
    let Path(path) = path.map_err(|rejection| {
        let text = rejection.body_text();
        invalid(format!("The path cannot be read: {text}"))
    })?;
    Ok(path)
}

/// Parameters in the query.
pub(super) fn query<T: DeserializeOwned>(parts: &Parts) -> Result<T, ApiError> {
    let query = parts.uri.query().unwrap_or_default();
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let path = error.path().to_string();
        refused("query", &path, &error.inner().to_string(), "")
    })
}
