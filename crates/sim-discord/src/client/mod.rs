//! Discord's client, as far as people use it to talk to a bot.
//!
//! It refuses what the real one refuses before the bot hears of it (`slash`, `option`), sends the rest as interactions
//! (`start`), and waits for what the person would end up seeing (`reply`, spelled for a terminal by `render` and `markup`).

mod markup;
mod option;
mod person;
mod render;
mod reply;
mod slash;
mod start;

use std::fmt;

pub use person::{Acting, Person};
pub(crate) use render::message as message_text;
pub use reply::{AutocompleteChoice, Modal, ModalField, OnMessage, Reply, ReplyKind};

/// What a person sees instead of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientError {
    /// The bot gave no first response in time.
    NoReply,
    /// The bot said that it was thinking, and never came back.
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

fn refused<T>(why: impl Into<String>) -> Result<T, ClientError> {
    Err(ClientError::Refused(why.into()))
}
