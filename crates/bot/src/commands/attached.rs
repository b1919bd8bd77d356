//! Files that come with a command.

use crate::{answer::Failure, call::Call, files::Unreadable, replies};
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

/// Why the API did not take it as a body, in words about the option `file`.
pub(super) fn refused(error: Error) -> Failure {
    match error.problem() {
        Some(problem) if problem.code == ErrorCode::PayloadTooLarge => {
            Failure::Mistake(replies::FILE_TOO_LARGE.to_owned())
        }
        Some(problem) if problem.field.as_deref() == Some("body") => Failure::InvalidOption {
            option: "file".to_owned(),
            detail: problem.detail.clone(),
        },
        _ => error.into(),
    }
}
