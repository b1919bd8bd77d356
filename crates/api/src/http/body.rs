//! Bodies of requests.

use super::csv::MAX_CSV;
use super::refusal::{invalid, refused, too_large};
use crate::error::ApiError;
use axum::RequestExt;
use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::extract::rejection::BytesRejection;
use axum::http::{StatusCode, header};
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::BodyKind;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reports of a whole server are larger than what people send.
const MAX_REPORT: usize = 8 << 20;

/// Reads the body that an operation takes.
pub(super) async fn read<T: DeserializeOwned>(
    kind: BodyKind,
    request: Request,
) -> Result<T, ApiError> {
    match kind {
        BodyKind::None => stand_in(Value::Null),
        BodyKind::Json => {
            check_content_type(&request, "application/json")?;
            parse(&limited(request).await?)
        }
        BodyKind::OptionalJson => {
            let declared = check_content_type(&request, "application/json");
            let body = limited(request).await?;
            if body.is_empty() {
                return stand_in(Value::Object(serde_json::Map::new()));
            }
            declared?;
            match parse::<Option<T>>(&body)? {
                Some(body) => Ok(body),
                None => stand_in(Value::Object(serde_json::Map::new())),
            }
        }
        BodyKind::Report => {
            check_content_type(&request, "application/json")?;
            parse(&up_to(MAX_REPORT, request).await?)
        }
        BodyKind::Csv => {
            check_content_type(&request, "text/csv")?;
            let body = up_to(MAX_CSV, request).await?;
            let text =
                String::from_utf8(body.into()).map_err(|_| invalid("The body is not UTF-8."))?;
            stand_in(Value::String(text))
        }
    }
}

/// What stands for a body that is not JSON.
fn stand_in<T: DeserializeOwned>(value: Value) -> Result<T, ApiError> {
    serde_json::from_value(value).map_err(ApiError::internal)
}

/// As much as people send.
async fn limited(request: Request) -> Result<Bytes, ApiError> {
    request
        .extract()
        .await
        .map_err(|rejection: BytesRejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                too_large()
            } else {
                invalid("The body broke off.")
            }
        })
}

async fn up_to(limit: usize, request: Request) -> Result<Bytes, ApiError> {
    to_bytes(request.into_body(), limit)
        .await
        .map_err(|_| too_large())
}

fn check_content_type(request: &Request, expected: &str) -> Result<(), ApiError> {
    let given = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case(expected));
    if given {
        return Ok(());
    }
    let detail = format!("Send the body as {expected}.");
    Err(ApiError::new(ErrorCode::UnsupportedMediaType, detail))
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.inner();
        let position = format!(" at line {} column {}", inner.line(), inner.column());
        let message = inner.to_string();
        refused("body", &path, &message, &position)
    })?;
    deserializer
        .end()
        .map_err(|error| invalid(format!("The body cannot be read: {error}.")))?;
    Ok(parsed)
}
