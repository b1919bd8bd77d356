//! axum's extractors, refusing with problems.

use crate::error::ApiError;
use axum::body::{Bytes, to_bytes};
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use paddock_api_types::ErrorCode;
use serde::{Serialize, de::DeserializeOwned};

/// Reports of a whole server are larger than what people send.
const MAX_BOT_BODY: usize = 8 << 20;

/// A JSON body, in and out.
pub(crate) struct Json<T>(pub(crate) T);

/// A JSON body of the bot, which may be large.
pub(crate) struct BotJson<T>(pub(crate) T);

/// Parameters in the path.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(ApiError))]
pub(crate) struct Path<T>(pub(crate) T);

/// Parameters in the query.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(ApiError))]
pub(crate) struct Query<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        check_content_type(&request, "application/json")?;
        let body = Bytes::from_request(request, state).await?;
        parse(&body).map(Self)
    }
}

/// A body that may be left out, or be `null`.
impl<S: Send + Sync, T: DeserializeOwned> OptionalFromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, ApiError> {
        let declared = check_content_type(&request, "application/json");
        let body = Bytes::from_request(request, state).await?;
        if body.is_empty() {
            return Ok(None);
        }
        declared?;
        let body: Option<T> = parse(&body)?;
        Ok(body.map(Self))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for BotJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        check_content_type(&request, "application/json")?;
        let body = to_bytes(request.into_body(), MAX_BOT_BODY)
            .await
            .map_err(|_| too_large())?;
        parse(&body).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

pub(super) fn check_content_type(request: &Request, expected: &str) -> Result<(), ApiError> {
    let given = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case(expected));
    if given {
        return Ok(());
    }
    let (status, code) = (
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ErrorCode::UnsupportedMediaType,
    );
    Err(ApiError::new(
        status,
        code,
        format!("Send the body as {expected}."),
    ))
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let refused = invalid(format!("The body cannot be read: {}.", error.inner()));
        if path == "." {
            refused
        } else {
            refused.field(path)
        }
    })?;
    deserializer
        .end()
        .map_err(|error| invalid(format!("The body cannot be read: {error}.")))?;
    Ok(parsed)
}

fn invalid(detail: impl Into<String>) -> ApiError {
    ApiError::new(StatusCode::BAD_REQUEST, ErrorCode::InvalidRequest, detail)
}

pub(super) fn too_large() -> ApiError {
    let (status, code) = (StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::PayloadTooLarge);
    ApiError::new(status, code, "The body is larger than the API accepts.")
}

impl From<BytesRejection> for ApiError {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return too_large();
        }
        invalid("The body broke off.")
    }
}

impl From<PathRejection> for ApiError {
    fn from(rejection: PathRejection) -> Self {
        invalid(format!(
            "The path cannot be read: {}",
            rejection.body_text()
        ))
    }
}

impl From<QueryRejection> for ApiError {
    fn from(rejection: QueryRejection) -> Self {
        invalid(format!(
            "The query cannot be read: {}",
            rejection.body_text()
        ))
    }
}
