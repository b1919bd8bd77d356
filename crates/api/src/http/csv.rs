//! Files of comma-separated values, in and out.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt, TryStreamExt, stream};

/// By which Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// No file that people send is larger.
pub(crate) const MAX_CSV: usize = 512 << 10;

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
        let mark = stream::once(async { Ok(BYTE_ORDER_MARK.to_owned()) });
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}.csv\""),
            ),
        ];
        Self((headers, Body::from_stream(mark.chain(rows))).into_response())
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        self.0
    }
}
