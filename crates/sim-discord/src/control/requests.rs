//! Bodies of the control surface.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// Types a command if the text begins with a slash, a message otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Say {
    /// The person who types: a handle or an id.
    #[serde(rename = "as")]
    pub(super) user: String,
    /// `/register name:Ada`.
    pub(super) text: String,
    /// The options of a command, by name, instead of in the text.
    pub(super) options: Option<Map<String, Value>>,
    /// A channel by name, of the first guild, or any by id; `general` by default.
    pub(super) channel: Option<String>,
    /// Whether to type in direct messages with the bot.
    #[serde(default)]
    pub(super) dm: bool,
    /// Files for attachment options, by name, with their text.
    #[serde(default)]
    pub(super) files: BTreeMap<String, String>,
    /// The same for files that are no text: their content in base64.
    #[serde(default)]
    pub(super) attachments: BTreeMap<String, String>,
}

/// Presses a button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Press {
    #[serde(rename = "as")]
    pub(super) user: String,
    /// The message's id, as a reply gives it.
    pub(super) message: String,
    /// `custom_id` or label.
    pub(super) custom_id: String,
}

/// Selects values in a menu.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Select {
    #[serde(rename = "as")]
    pub(super) user: String,
    pub(super) message: String,
    pub(super) custom_id: String,
    /// Values, labels or names.
    pub(super) values: Vec<String>,
}

/// Sends a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Modal {
    #[serde(rename = "as")]
    pub(super) user: String,
    /// The interaction that was answered with the form, as its reply gives it.
    pub(super) interaction: String,
    /// Texts by `custom_id`; of menus the values and of uploads the names of files, with commas between them.
    pub(super) values: BTreeMap<String, String>,
    /// The files that are uploaded, by name, in base64.
    #[serde(default)]
    pub(super) attachments: BTreeMap<String, String>,
}

/// Changes a member.
#[derive(Debug, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Members {
    /// Joins; an unknown user is created. Where `pending`, they have not accepted the rules yet.
    Join {
        user: String,
        #[serde(default)]
        pending: bool,
    },
    /// Accepts the rules.
    AcceptRules { user: String },
    /// Has to accept the rules before anything else, although they are in the server.
    Screen { user: String },
    /// Goes to a voice channel, or leaves voice where none is given.
    Voice {
        user: String,
        channel: Option<String>,
    },
    /// Leaves.
    Leave { user: String },
    /// Receives exactly these roles.
    Roles { user: String, roles: Vec<String> },
    /// Shows another presence.
    Presence(Shown),
}

/// Changes the server.
#[derive(Debug, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Server {
    /// Removes the bot.
    KickBot,
    /// Invites the bot again, with its own role.
    InviteBot,
    /// Deletes a channel with its messages.
    DeleteChannel { channel: String },
    /// Deletes a role, which its members lose.
    DeleteRole { role: String },
}

/// What a member shows from now on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub(super) user: String,
    /// `online`, `idle`, `dnd`, `invisible` or `offline`.
    pub(super) status: String,
    /// Status by platform; the desktop by default.
    #[serde(default)]
    pub(super) on: BTreeMap<String, String>,
    /// The text of a custom status.
    pub(super) custom: Option<String>,
    /// A game.
    pub(super) playing: Option<String>,
    /// Further activities, as on the wire.
    #[serde(default)]
    pub(super) activities: Vec<Value>,
}

/// Changes the privileged intents (`members`, `presences`, `content`); what is left out stays as it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Intents {
    /// Exactly these are switched on in the developer portal.
    pub(super) granted: Option<Vec<String>>,
    /// Exactly these of them are not reviewed.
    pub(super) limited: Option<Vec<String>>,
    /// Exactly these are refused at the gateway, whatever the portal says.
    pub(super) refused: Option<Vec<String>>,
}

/// Disturbs the gateway.
#[derive(Debug, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Gateway {
    /// Cuts every connection, without a close frame.
    Drop,
    /// Closes every connection.
    Close { code: u16 },
    /// Forgets every session, so that clients identify again.
    Forget,
    /// Cuts every connection and accepts none.
    Down,
    /// Accepts connections again.
    Up,
}

/// Moves the clock forward.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clock {
    /// By how many seconds, at most ten years.
    pub(super) advance_seconds: u32,
}

/// Injects a fault.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Faults {
    /// `GET`, …; any by default.
    pub(super) method: Option<String>,
    /// Below `/api/v10/`, `*` for any one segment.
    pub(super) path: String,
    pub(super) fault: Fault,
    #[serde(default = "once")]
    pub(super) times: u32,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Fault {
    Status {
        status: u16,
    },
    #[serde(rename = "done_then")]
    AppliedThen {
        status: u16,
    },
    RateLimited {
        scope: Scope,
        retry_after: f64,
    },
    /// Answered so many seconds later.
    Slow {
        seconds: f64,
    },
    Hang,
    Garbage,
    Body {
        body: Value,
    },
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Scope {
    User,
    Shared,
    Global,
    Cloudflare,
}

fn once() -> u32 {
    1
}
