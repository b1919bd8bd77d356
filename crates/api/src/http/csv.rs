//! Files of comma-separated values, in and out.

use crate::error::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, TryStreamExt};
use paddock_api_types::ErrorCode;

/// No file that people send is larger.
pub(crate) const MAX_CSV: usize = 512 << 10;

/// A file in the body.
pub(crate) struct Csv(pub(crate) String);

impl<S: Send + Sync> FromRequest<S> for Csv {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        super::extract::check_content_type(&request, "text/csv")?;
        let body = to_bytes(request.into_body(), MAX_CSV)
            .await
            .map_err(|_| super::extract::too_large())?;
        String::from_utf8(body.into()).map(Self).map_err(|_| {
            let (status, code) = (StatusCode::BAD_REQUEST, ErrorCode::InvalidRequest);
            ApiError::new(status, code, "The body is not UTF-8.")
        })
    }
}

/// A file to download, sent as it is read.
pub(crate) struct CsvFile(Response);

impl CsvFile {
    /// `name` is that of the file, without its ending. Where `rows` fails in the middle, the
    /// connection breaks off, so that nobody takes half of a file for all of it.
    pub(crate) fn new<E>(
        name: &str,
        rows: impl Stream<Item = Result<String, E>> + Send + 'static,
    ) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let rows = rows.inspect_err(|error| {
            tracing::error!(
                error = error as &dyn std::error::Error,
                "a download broke off"
            );
        });
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}.csv\""),
            ),
        ];
        Self((headers, Body::from_stream(rows)).into_response())
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        self.0
    }
}
