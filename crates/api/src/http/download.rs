//! Files to download.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, TryStreamExt};

/// A file to download, sent as it is read.
pub(crate) struct Download(Response);

impl Download {
    /// `kind` is its media type, and `name` that of the file. Where `parts` fails in the middle, the
    /// connection breaks off, so that nobody takes half of a file for all of it.
    pub(crate) fn new<P, E>(
        kind: &'static str,
        name: &str,
        parts: impl Stream<Item = Result<P, E>> + Send + 'static,
    ) -> Self
    where
        P: Into<Bytes> + 'static,
        E: std::error::Error + Send + Sync + 'static,
    {
        let parts = parts.inspect_err(|error| {
            tracing::error!(
                error = error as &dyn std::error::Error,
                "a download broke off"
            );
        });
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            ),
        ];
        Self((headers, Body::from_stream(parts)).into_response())
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        self.0
    }
}
