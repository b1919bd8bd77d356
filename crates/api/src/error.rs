//! Problems: the one place where an error becomes a response.
//!
//! Capabilities turn their errors into [`ApiError`] in their `routes.rs`. The response it makes is
//! completed by `http::trace`, which knows the request id: there the body is written, and an
//! internal cause is logged once.

use crate::db;
use crate::operation::Failure;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use paddock_api_types::points::RefusedRow;
use paddock_api_types::{ErrorCode, Problem};
use serde_json::{Map, Value};
use std::{sync::Arc, time::Duration};

/// Refused rows that the problem itself spells out.
const SPELLED_OUT: usize = 20;

/// A refusal or failure on its way to the caller.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    code: ErrorCode,
    detail: String,
    field: Option<String>,
    params: Map<String, Value>,
    retry_after: Option<Duration>,
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl ApiError {
    /// A refusal, explained in a sentence for developers.
    pub(crate) fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            field: None,
            params: Map::new(),
            retry_after: None,
            cause: None,
        }
    }

    /// A field whose value is not allowed.
    pub(crate) fn invalid_value(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidValue, detail).field(field)
    }

    /// Rows of a file that cannot be taken, the first of them spelt out.
    pub(crate) fn import_refused(detail: impl Into<String>, rows: &[RefusedRow]) -> Self {
        let spelled_out: Vec<_> = rows
            .iter()
            .take(SPELLED_OUT)
            .map(|row| serde_json::json!({"line": row.line, "detail": row.detail}))
            .collect();
        Self::new(ErrorCode::ImportRefused, detail)
            .param("refused", rows.len())
            .param("rows", spelled_out)
    }

    /// A fault of the service. The caller learns only that.
    pub(crate) fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let detail = "The service failed. Its log tells more under the request id.";
        Self {
            cause: Some(Arc::new(cause)),
            ..Self::new(ErrorCode::Internal, detail)
        }
    }

    /// Names the offending field.
    #[must_use]
    pub(crate) fn field(self, field: impl Into<String>) -> Self {
        Self {
            field: Some(field.into()),
            ..self
        }
    }

    /// Gives a value that a message to the user may need.
    #[must_use]
    pub(crate) fn param(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Says when to come back.
    #[must_use]
    pub(crate) fn retry_after(self, wait: Duration) -> Self {
        Self {
            retry_after: Some(wait),
            ..self
        }
    }

    /// What the log should know and the caller should not.
    pub(crate) fn cause(&self) -> Option<&(dyn std::error::Error + Send + Sync)> {
        self.cause.as_deref()
    }

    pub(crate) fn code(&self) -> ErrorCode {
        self.code
    }

    pub(crate) fn to_problem(&self, request_id: &str) -> Problem {
        Problem {
            kind: format!("urn:paddock:problem:{}", self.code.as_str()),
            title: title(self.code),
            status: self.code.status(),
            detail: self.detail.clone(),
            code: self.code,
            field: self.field.clone(),
            params: self.params.clone(),
            request_id: request_id.to_owned(),
        }
    }
}

/// `member_not_found` reads "Member not found".
fn title(code: ErrorCode) -> String {
    let words = code.as_str().replace('_', " ");
    words[..1].to_uppercase() + &words[1..]
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status()).expect("codes have statuses");
        let mut response = status.into_response();
        let headers = response.headers_mut();
        if let Some(wait) = self.retry_after {
            // Rounded up: coming back early would only be refused again.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(header::RETRY_AFTER, seconds.max(1).into());
        }
        if status == StatusCode::UNAUTHORIZED {
            let challenge = header::HeaderValue::from_static("Bearer realm=\"paddock\"");
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Database(error) => error.into(),
            Failure::KeyReused => Self::new(
                ErrorCode::IdempotencyKeyReused,
                "This Idempotency-Key was used before for a different request.",
            ),
        }
    }
}

impl From<db::Error> for ApiError {
    fn from(error: db::Error) -> Self {
        if !error.is_unavailable() {
            return Self::internal(error);
        }
        let detail =
            "The database cannot be reached, or takes nothing, just now. Try again in a moment.";
        Self {
            cause: Some(Arc::new(error)),
            ..Self::new(ErrorCode::Unavailable, detail).retry_after(Duration::from_secs(2))
        }
    }
}
