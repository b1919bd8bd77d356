//! Discord's client, as far as people use it to talk to a bot.
//!
//! It refuses what the real one refuses before the bot sees it (`slash`, `option`), sends the rest as interactions
//! (`start`), and waits for what the person sees in the end (`reply`, written for a terminal by `render` and `markup`).

mod error;
mod form;
mod markup;
mod option;
mod person;
mod place;
mod render;
mod reply;
mod slash;
mod start;
mod usable;

pub use error::ClientError;
pub use form::{AutocompleteChoice, Modal, ModalField};
pub use person::{Person, ReplyFuture};
pub(crate) use render::message as message_text;
pub use reply::{OnMessage, Reply, ReplyKind};
pub(crate) use usable::usable_commands;
