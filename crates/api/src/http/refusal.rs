//! How a request is refused that cannot be read.

use crate::error::ApiError;
use paddock_api_types::{ErrorCode, NOT_ALLOWED};

/// What serde says of a value becomes a problem: either its type does not allow the value, or it
/// cannot be read at all.
pub(super) fn refused(place: &str, path: &str, message: &str, position: &str) -> ApiError {
    let allowed = message.strip_prefix(NOT_ALLOWED);
    let refusal = match allowed {
        Some(expected) => {
            let expected = expected.strip_suffix(position).unwrap_or(expected);
            return ApiError::invalid_value(path, expected);
        }
        None => invalid(format!("The {place} cannot be read: {message}.")),
    };
    match field(path, message) {
        Some(field) => refusal.field(field),
        None => refusal,
    }
}

/// The field that is meant: what serde says about the fields of an object, it says of the object.
fn field(path: &str, message: &str) -> Option<String> {
    let of_object = ["missing field `", "unknown field `", "duplicate field `"];
    let named = of_object.iter().find_map(|it| message.strip_prefix(it));
    let named = named
        .and_then(|rest| rest.split_once('`'))
        .map(|(name, _)| name);
    match (path, named) {
        (".", named) => named.map(str::to_owned),
        (path, Some(name)) if path.rsplit('.').next() != Some(name) => {
            Some(format!("{path}.{name}"))
        }
        (path, _) => Some(path.to_owned()),
    }
}

/// The request is malformed.
pub(super) fn invalid(detail: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::InvalidRequest, detail)
}

/// The body is too large for what it is.
pub(super) fn too_large() -> ApiError {
    let detail = "The body is larger than the API accepts.";
    ApiError::new(ErrorCode::PayloadTooLarge, detail)
}
