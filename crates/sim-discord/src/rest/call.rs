//! A request as the handlers see it, and their answer.

use std::collections::HashMap;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::body::Upload;
use super::error::ApiError;
use crate::json;
use crate::snowflake::Snowflake;
use crate::world::World;

/// A request that was read.
#[derive(Default)]
pub(super) struct Call {
    pub(super) method: String,
    /// The path below the version, decoded.
    pub(super) segments: Vec<String>,
    pub(super) query: HashMap<String, String>,
    pub(super) authorization: Option<String>,
    pub(super) audit_reason: Option<String>,
    /// Whether the body is well-formed; otherwise it reads as empty.
    pub(super) is_readable: bool,
    pub(super) body: Value,
    pub(super) files: Vec<Upload>,
}

impl Call {
    /// An id from the query.
    pub(super) fn id(&self, key: &str) -> Result<Option<Snowflake>, ApiError> {
        let text = self.query.get(key);
        text.map(|text| snowflake(text, key)).transpose()
    }

    /// A truth value from the query, false where it is left out.
    pub(super) fn flag(&self, key: &str) -> Result<bool, ApiError> {
        let Some(text) = self.query.get(key) else {
            return Ok(false);
        };
        json::truth(text).ok_or_else(|| {
            let why = "Must be either true or false.";
            ApiError::invalid(key, "BOOLEAN_TYPE_CONVERT", why)
        })
    }

    /// The page size that the query asks for.
    pub(super) fn limit(&self, default: usize, most: usize) -> Result<usize, ApiError> {
        let Some(text) = self.query.get("limit") else {
            return Ok(default);
        };
        let limit = text.parse().ok().filter(|limit| (1..=most).contains(limit));
        limit.ok_or_else(|| {
            let why = format!("int value should be between 1 and {most}.");
            ApiError::invalid("limit", "NUMBER_TYPE_RANGE", &why)
        })
    }
}

/// A successful answer.
pub(super) enum Answer {
    Json(StatusCode, Value),
    Empty,
}

impl Answer {
    /// 200 with a body.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "it ends handlers, which answer `Result`"
    )]
    pub(super) fn ok(body: Value) -> Result<Self, ApiError> {
        Ok(Self::Json(StatusCode::OK, body))
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Json(status, body) => (status, Json(body)).into_response(),
            Self::Empty => StatusCode::NO_CONTENT.into_response(),
        }
    }
}

/// An id from a path or a query; 400 if it is no snowflake, as on Discord.
pub(super) fn snowflake(text: &str, field: &str) -> Result<Snowflake, ApiError> {
    text.parse().map_err(|_| {
        let why = format!("Value \"{text}\" is not snowflake.");
        ApiError::invalid(field, "NUMBER_TYPE_COERCE", &why)
    })
}

/// An id from a body, where it may be text or a number, at `field`; 400 if it is neither a snowflake nor there.
pub(super) fn body_id(value: &Value, field: &str) -> Result<Snowflake, ApiError> {
    match value {
        Value::Null => Err(ApiError::required(field)),
        Value::String(text) => snowflake(text, field),
        other => json::id(other).ok_or_else(|| {
            let why = format!("Value \"{other}\" is not snowflake.");
            ApiError::invalid(field, "NUMBER_TYPE_COERCE", &why)
        }),
    }
}

/// 404, and recorded: a strict handle fails its test because of it.
pub(super) fn not_simulated(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    world
        .unexpected
        .push(format!("{} {}", call.method, call.segments.join("/")));
    Err(ApiError::not_found())
}
