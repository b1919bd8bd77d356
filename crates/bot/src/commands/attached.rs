//! Files that come with a command.

use crate::{
    answer::{Failure, Reply},
    call::Call,
    charts::Chart,
    files::Unreadable,
    replies,
};
use paddock_api_client::Error;
use paddock_api_types::ErrorCode;
use twilight_model::channel::Attachment;

/// Largest file of an answer in bytes; Discord takes 10 MiB with a message.
pub(super) const LARGEST: usize = 9 << 20;

/// The text of a file.
pub(super) async fn text(call: &Call, file: &Attachment) -> Result<String, Failure> {
    let text = call.text_of(file).await;
    text.map_err(|why| {
        let reply = match why {
            Unreadable::TooLarge => replies::FILE_TOO_LARGE,
            Unreadable::NotText => replies::FILE_NOT_TEXT,
            Unreadable::Unavailable => replies::FILE_UNAVAILABLE,
        };
        Failure::Mistake(reply.to_owned())
    })
}

/// The reply with an image of these charts, if there are any and they can be drawn.
pub(super) async fn charts(call: &Call, reply: Reply, shows: &str, charts: Vec<Chart>) -> Reply {
    if charts.is_empty() {
        return reply;
    }
    match call.draw(charts).await {
        Some(png) => reply.with_image("charts.png", shows, png),
        None => reply,
    }
}

/// Why the API did not take it as a body, in words about the option `file`.
pub(super) fn refused(error: Error) -> Failure {
    match error.problem() {
        Some(problem) if problem.code == ErrorCode::PayloadTooLarge => {
            Failure::Mistake(replies::FILE_TOO_LARGE.to_owned())
        }
        Some(problem) if problem.field.as_deref() == Some("body") => {
            Failure::invalid("file", &problem.detail)
        }
        _ => error.into(),
    }
}
