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
    if path == "." {
        refusal
    } else {
        refusal.field(path)
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
