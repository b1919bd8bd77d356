//! Files of comma-separated values, in and out.

use super::download::Download;
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt, stream};

/// By which Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// No file that people send is larger.
pub(crate) const MAX_CSV: usize = 512 << 10;
/// Media type of such a file.
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// A file to download, sent as it is read.
pub(crate) struct CsvFile(Download);

impl CsvFile {
    /// `name` is that of the file, without its ending; see [`Download`] for `rows` that fail.
    pub(crate) fn new<E>(
        name: &str,
        rows: impl Stream<Item = Result<String, E>> + Send + 'static,
    ) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let mark = stream::once(async { Ok(BYTE_ORDER_MARK.to_owned()) });
        let file = mark.chain(rows);
        Self(Download::new(CSV, &format!("{name}.csv"), file))
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}
