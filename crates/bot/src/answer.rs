//! What a handler returns, independent of how it reaches Discord.

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
    /// A new message that everybody in the channel sees, for commands that answer in public.
    Public(Reply),
    /// A new content of the message that the button belongs to.
    Update(Reply),
    /// A form. It can only be the first response, so its handler must not wait for anything.
    Modal(Box<InteractionResponse>),
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self::Message(reply)
    }
}

/// The content of a message.
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

    /// Adds a row of buttons, unless there are none.
    pub(crate) fn with_buttons(mut self, buttons: Vec<impl Into<Component>>) -> Self {
        if !buttons.is_empty() {
            let row = buttons
                .into_iter()
                .fold(ActionRowBuilder::new(), ActionRowBuilder::component);
            self.components.push(row.build().into());
        }
        self
    }

    /// The body of a request that posts it or replaces a message by it. Every field is named, because
    /// an edit keeps what is absent. Nobody is notified.
    pub(crate) fn body(&self) -> Value {
        json!({
            "content": self.content,
            "embeds": self.embeds,
            "components": self.components,
            "allowed_mentions": {"parse": []},
        })
    }

    /// Adds an image, with what it shows for those who do not see it.
    pub(crate) fn with_image(self, name: &str, shows: &str, content: Vec<u8>) -> Self {
        let mut reply = self.with_file(name, content);
        if let Some(image) = reply.files.last_mut() {
            image.description = Some(shows.to_owned());
        }
        reply
    }

    /// Adds a file.
    pub(crate) fn with_file(mut self, name: &str, content: Vec<u8>) -> Self {
        let id = self.files.len() as u64;
        self.files
            .push(Attachment::from_bytes(name.to_owned(), content, id));
        self
    }
}

/// Suggestions for an option.
pub(crate) type Choices = Vec<CommandOptionChoice>;

/// Why a handler has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The API refused, or could not be reached.
    Api(paddock_api_client::Error),
    /// The options do not fit the command, because an older version registered it.
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
    /// A mistake that the member can correct, explained by this text.
    Mistake(String),
    /// Another one, of something that took long to type.
    Retype {
        /// What went wrong.
        failure: Box<Failure>,
        /// The command that says all of it, ready to be sent again.
        command: String,
    },
}

impl Failure {
    /// A value that an option cannot have, and why.
    pub(crate) fn invalid(option: &str, why: impl fmt::Display) -> Self {
        Self::InvalidOption {
            option: option.to_owned(),
            detail: why.to_string(),
        }
    }
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
            Self::Retype { failure, .. } => failure.fmt(formatter),
        }
    }
}
