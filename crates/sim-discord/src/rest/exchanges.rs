//! What is asked over REST and what is answered, written down so that it can be held against Discord's specification.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};

use super::body;

/// A file of exchanges, one JSON object in each line: `method`, `path` below `/api`, `query`, `body`, the number of
/// uploaded `files`, `status` and `answer`.
pub(crate) struct Exchanges {
    file: Mutex<File>,
}

impl Exchanges {
    /// A file of its own for each simulator, so that tests that run at the same time do not mix their lines.
    pub(crate) fn create(folder: &Path, address: SocketAddr) -> io::Result<Arc<Self>> {
        fs::create_dir_all(folder)?;
        let name = format!("{}-{}.jsonl", std::process::id(), address.port());
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(folder.join(name))?;
        Ok(Arc::new(Self {
            file: Mutex::new(file),
        }))
    }

    fn write(&self, exchange: &Value) {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = writeln!(file, "{exchange}") {
            tracing::error!(%error, "an exchange was not written down");
        }
    }
}

/// Passes a request on, and writes it down with its answer.
pub(crate) async fn record(
    State(exchanges): State<Arc<Exchanges>>,
    request: Request,
    next: Next,
) -> Response {
    let (head, body) = request.into_parts();
    let asked = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let (method, uri) = (head.method.clone(), head.uri.clone());
    let kind = head.headers.get(header::CONTENT_TYPE).cloned();
    let response = next
        .run(Request::from_parts(head, Body::from(asked.clone())))
        .await;
    let (answer, body) = response.into_parts();
    let answered = to_bytes(body, usize::MAX).await.unwrap_or_default();
    // What cannot be read is no exchange that a specification says anything of: the API answered that already.
    if let Some((sent, files)) = body::read(kind.as_ref(), Body::from(asked)).await {
        exchanges.write(&json!({
            "method": method.as_str(),
            "path": uri.path().trim_start_matches("/api"),
            "query": uri.query(),
            "body": sent,
            "files": files.len(),
            "status": answer.status.as_u16(),
            "answer": json_of(&answered),
        }));
    }
    Response::from_parts(answer, Body::from(answered))
}

fn json_of(bytes: &Bytes) -> Value {
    serde_json::from_slice(bytes).unwrap_or_default()
}
