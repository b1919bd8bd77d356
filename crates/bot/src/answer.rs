//! What a handler gives back, independent of how it reaches Discord.

use serde_json::{Value, json};
use std::fmt;
use twilight_interactions::error::ParseError;
use twilight_model::{
    application::command::CommandOptionChoice,
    channel::message::{Component, Embed},
    http::{attachment::Attachment, interaction::InteractionResponse},
};
use twilight_util::builder::message::ActionRowBuilder;

/// An answer to an interaction.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A new message that only the member sees.
    Message(Reply),
    /// A new message that everybody in the channel sees; for commands that answer in public.
    Public(Reply),
    /// This instead of the message that the button sits on.
    Update(Reply),
    /// A form; only as the first response, so its handler asks nobody.
    Modal(Box<InteractionResponse>),
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self::Message(reply)
    }
}

/// A message.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reply {
    pub(crate) content: String,
    pub(crate) embeds: Vec<Embed>,
    pub(crate) components: Vec<Component>,
    pub(crate) files: Vec<Attachment>,
}

impl Reply {
    /// A message of plain text.
    pub(crate) fn text(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }

    /// A message that is one card.
    pub(crate) fn card(embed: Embed) -> Self {
        Self {
            embeds: vec![embed],
            ..Self::default()
        }
    }

    /// The same with a row of buttons, where there are any.
    pub(crate) fn with_buttons(mut self, buttons: Vec<impl Into<Component>>) -> Self {
        if !buttons.is_empty() {
            let row = buttons
                .into_iter()
                .fold(ActionRowBuilder::new(), ActionRowBuilder::component);
            self.components.push(row.build().into());
        }
        self
    }

    /// The body of a request that posts it or puts it in a message's place: everything is named,
    /// because what an edit leaves out stays. Nobody is notified.
    pub(crate) fn body(&self) -> Value {
        json!({
            "content": self.content,
            "embeds": self.embeds,
            "components": self.components,
            "allowed_mentions": {"parse": []},
        })
    }

    /// The same with a file.
    pub(crate) fn with_file(mut self, name: &str, content: Vec<u8>) -> Self {
        let id = self.files.len() as u64;
        self.files
            .push(Attachment::from_bytes(name.to_owned(), content, id));
        self
    }
}

/// Suggestions for an option.
pub(crate) type Choices = Vec<CommandOptionChoice>;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The API refused, or could not be asked.
    Api(paddock_api_client::Error),
    /// The options are not those of our command: an old registration.
    Malformed(ParseError),
    /// An option with a value that is not allowed.
    InvalidOption {
        /// Name of the option.
        option: String,
        /// What is wrong with its value.
        detail: String,
    },
    /// A command that this version does not have.
    UnknownCommand,
    /// A button or modal of another version.
    Outdated,
    /// Something the member can put right.
    Mistake(String),
}

impl From<paddock_api_client::Error> for Failure {
    fn from(error: paddock_api_client::Error) -> Self {
        Self::Api(error)
    }
}

impl From<ParseError> for Failure {
    fn from(error: ParseError) -> Self {
        Self::Malformed(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(formatter),
            Self::Malformed(error) => error.fmt(formatter),
            Self::InvalidOption { option, detail } => {
                write!(formatter, "the option {option}: {detail}")
            }
            Self::UnknownCommand => formatter.write_str("the command is of another version"),
            Self::Outdated => formatter.write_str("the button is of another version"),
            Self::Mistake(text) => formatter.write_str(text),
        }
    }
}
