//! Interactions: what a person started, and how the application responded.

use std::time::Instant;

use serde_json::Value;

use crate::snowflake::Snowflake;

/// Interaction types on the wire.
pub(crate) mod kind {
    pub(crate) const COMMAND: u8 = 2;
    pub(crate) const COMPONENT: u8 = 3;
    pub(crate) const AUTOCOMPLETE: u8 = 4;
    pub(crate) const MODAL: u8 = 5;
}

/// Response types on the wire.
pub(crate) mod response {
    pub(crate) const MESSAGE: u8 = 4;
    pub(crate) const DEFERRED_MESSAGE: u8 = 5;
    pub(crate) const DEFERRED_UPDATE: u8 = 6;
    pub(crate) const UPDATE: u8 = 7;
    pub(crate) const CHOICES: u8 = 8;
    pub(crate) const MODAL: u8 = 9;
}

/// What a person did with the application: a command, a component, a completion or a form.
#[derive(Clone, Debug)]
pub(crate) struct Interaction {
    pub(crate) id: Snowflake,
    pub(crate) token: String,
    pub(crate) kind: u8,
    pub(crate) user: Snowflake,
    pub(crate) guild: Option<Snowflake>,
    pub(crate) channel: Snowflake,
    /// When it was created, by the simulated clock: expiry follows `advance`.
    pub(crate) created_ms: i64,
    /// When it was created, by the machine's clock: it measures how fast the bot really was.
    pub(crate) created: Instant,
    /// The message whose component was used.
    pub(crate) message: Option<Snowflake>,
    /// The interaction that was answered by the form which this one sends.
    pub(crate) triggered_by: Option<Snowflake>,
    pub(crate) response: Option<Response>,
    pub(crate) followups: Vec<Snowflake>,
}

/// The first response to an interaction.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) kind: u8,
    pub(crate) at: Instant,
    pub(crate) ephemeral: bool,
    /// The message that `@original` names: the one created, or the one that carries the component.
    pub(crate) message: Option<Snowflake>,
    /// The message's number of edits when the response arrived.
    pub(crate) edits_before: u32,
    /// Choices or form, as on the wire.
    pub(crate) data: Value,
}

impl Response {
    pub(crate) fn is_deferred(&self) -> bool {
        matches!(
            self.kind,
            response::DEFERRED_MESSAGE | response::DEFERRED_UPDATE
        )
    }
}
