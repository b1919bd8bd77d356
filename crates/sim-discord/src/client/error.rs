//! What a person sees when there is no reply.

use std::fmt;

/// What a person sees instead of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientError {
    /// The bot gave no first response in time.
    NoReply,
    /// The bot deferred its response, and never gave it.
    StillThinking,
    /// Discord's client did not send it: an unknown command, a missing option, a value out of range, …
    Refused(String),
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoReply | Self::StillThinking => f.write_str("The application did not respond"),
            Self::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ClientError {}

pub(super) fn refused<T>(why: impl Into<String>) -> Result<T, ClientError> {
    Err(ClientError::Refused(why.into()))
}
