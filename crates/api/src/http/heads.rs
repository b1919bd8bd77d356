//! The bytes of a connection, with problems for heads that cannot be read.
//!
//! hyper answers those by itself, with a status and nothing else, and has no way to give it another
//! answer. So it is exchanged on its way out: every answer of ours has a request id, and those of
//! hyper have none.

use crate::error::ApiError;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::ErrorCode;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// Makes a whole answer of a status.
pub(crate) type Unreadable = Arc<dyn Fn(u16) -> Vec<u8> + Send + Sync>;

/// The answers to what does not become a request.
pub(crate) fn unreadable(state: &AppState) -> Unreadable {
    let ids = state.ctx.ids.clone();
    Arc::new(move |status| {
        let (code, detail) = match status {
            414 => (ErrorCode::UriTooLong, "The address is too long."),
            431 => (
                ErrorCode::HeadersTooLarge,
                "There are too many headers, or too long ones.",
            ),
            503 => (
                ErrorCode::Unavailable,
                "There are as many connections as may be.",
            ),
            _ => (
                ErrorCode::InvalidRequest,
                "The head of the request cannot be read.",
            ),
        };
        let id = format!("{:016x}", ids.random());
        let problem = ApiError::new(code, detail).to_problem(&id);
        let body = serde_json::to_string(&problem).expect("a problem is plain data");
        let length = body.len();
        let again = if problem.status == 503 {
            "retry-after: 1\r\n"
        } else {
            ""
        };
        let status = StatusCode::from_u16(problem.status).expect("codes have statuses");
        tracing::debug!(
            request.id = id,
            "answered what cannot be read with {status}"
        );
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/problem+json\r\n\
             content-length: {length}\r\ncache-control: no-store\r\nx-request-id: {id}\r\n\
             {again}connection: close\r\n\r\n{body}"
        )
        .into_bytes()
    })
}

/// A connection whose unreadable heads are answered with problems.
pub(super) struct Heads<F> {
    stream: TcpStream,
    unreadable: Unreadable,
    heard: F,
    /// What is sent in place of what hyper wrote, and how much of it was.
    instead: Option<(Vec<u8>, usize)>,
}

impl<F: Fn() + Unpin> Heads<F> {
    /// `heard` is called whenever something comes in.
    pub(super) fn new(stream: TcpStream, unreadable: Unreadable, heard: F) -> Self {
        Self {
            stream,
            unreadable,
            heard,
            instead: None,
        }
    }

    /// Writes what stands in for `written`, if something does; then all of `written` counts as sent.
    fn write_instead(
        &mut self,
        context: &mut Context<'_>,
        written: &[u8],
    ) -> Option<Poll<io::Result<usize>>> {
        if self.instead.is_none() {
            let answer = (self.unreadable)(automatic(written)?);
            self.instead = Some((answer, 0));
        }
        Some(self.send(context, written.len()))
    }

    fn send(&mut self, context: &mut Context<'_>, stands_for: usize) -> Poll<io::Result<usize>> {
        while let Some((answer, sent)) = &mut self.instead {
            let rest = &answer[*sent..];
            if rest.is_empty() {
                self.instead = None;
                break;
            }
            let count = ready!(Pin::new(&mut self.stream).poll_write(context, rest))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            *sent += count;
        }
        Poll::Ready(Ok(stands_for))
    }
}

/// The status of an answer that hyper made by itself: a head without a body and without a request id.
fn automatic(written: &[u8]) -> Option<u16> {
    let head = written.strip_prefix(b"HTTP/1.1 ".as_slice())?;
    let text = std::str::from_utf8(head.strip_suffix(b"\r\n\r\n".as_slice())?).ok()?;
    let status = text.get(..3)?.parse().ok()?;
    let ours = text.contains("\r\n\r\n") || text.contains("\r\nx-request-id:");
    (matches!(status, 400 | 414 | 431) && !ours).then_some(status)
}

impl<F: Fn() + Unpin> AsyncRead for Heads<F> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            (self.heard)();
        }
        read
    }
}

impl<F: Fn() + Unpin> AsyncWrite for Heads<F> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        written: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.write_instead(context, written) {
            Some(sent) => sent,
            None => Pin::new(&mut self.stream).poll_write(context, written),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        written: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if let [one] = written
            && let Some(sent) = self.write_instead(context, one)
        {
            return sent;
        }
        Pin::new(&mut self.stream).poll_write_vectored(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::of_hyper("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n", Some(400))]
    #[case::too_long("HTTP/1.1 414 URI Too Long\r\nconnection: close\r\n\r\n", Some(414))]
    #[case::too_large("HTTP/1.1 431 Request Header Fields Too Large\r\n\r\n", Some(431))]
    #[case::ours("HTTP/1.1 400 Bad Request\r\nx-request-id: 1\r\n\r\n", None)]
    #[case::with_a_body("HTTP/1.1 400 Bad Request\r\n\r\nbody\r\n\r\n", None)]
    #[case::an_answer("HTTP/1.1 204 No Content\r\n\r\n", None)]
    #[case::continue_("HTTP/1.1 100 Continue\r\n\r\n", None)]
    #[case::a_body("{\"status\": 400}", None)]
    fn answers_of_hyper_are_told_from_ours(#[case] written: &str, #[case] status: Option<u16>) {
        assert_eq!(automatic(written.as_bytes()), status);
    }
}
