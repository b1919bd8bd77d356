//! The objects that Discord consists of: guilds, people, messages, commands, interactions.

mod interaction;
mod oauth;
mod presence;
mod request;
pub(crate) mod thread;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

pub(crate) use interaction::{Interaction, Response, kind, response};
pub(crate) use oauth::{Code, OAuthState, Token};
pub use presence::Presence;
pub use request::RecordedRequest;
pub use thread::Thread;

use crate::snowflake::Snowflake;

/// An account.
#[derive(Clone, Debug, Default)]
pub(crate) struct User {
    pub(crate) id: Snowflake,
    pub(crate) username: String,
    pub(crate) global_name: Option<String>,
    pub(crate) bot: bool,
    pub(crate) dm_closed: bool,
    pub(crate) presence: Presence,
}

/// A role of a guild; @everyone has the guild's id.
#[derive(Clone, Debug, Default)]
pub struct Role {
    /// The role's id.
    pub id: Snowflake,
    /// The name shown to people.
    pub name: String,
    /// Server-wide permission bits.
    pub permissions: u64,
    /// Place in the hierarchy: a higher role ranks above a lower one, @everyone is 0.
    pub position: i64,
    /// Whether an integration owns it.
    pub managed: bool,
    /// The bot whose own role it is.
    pub bot_id: Option<Snowflake>,
    /// Colour as RGB.
    pub color: u32,
}

/// What a channel grants to or denies a role or a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwrite {
    /// Id of the role or the member.
    pub id: Snowflake,
    /// Whether it applies to a role.
    pub is_role: bool,
    /// Permission bits granted.
    pub allow: u64,
    /// Permission bits denied.
    pub deny: u64,
}

/// A channel of a guild, or a direct message channel.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    /// The channel's id.
    pub id: Snowflake,
    /// The guild it belongs to; none for direct messages.
    pub guild_id: Option<Snowflake>,
    /// Discord's channel type: 0 text, 1 direct messages, 2 voice, 5 announcements, 10 and 11 threads.
    pub kind: u8,
    /// The name, without `#`.
    pub name: String,
    /// The topic shown beside the name.
    pub topic: Option<String>,
    /// Place in the list of channels.
    pub position: i64,
    /// Exceptions from the server-wide permissions.
    pub overwrites: Vec<Overwrite>,
    /// The person on the other side of direct messages.
    pub recipient: Option<Snowflake>,
    /// What makes it a thread.
    pub thread: Option<Thread>,
}

/// A membership of a guild.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<Snowflake>,
    pub(crate) joined_ms: i64,
    /// Has not accepted the guild's rules yet.
    pub(crate) pending: bool,
}

/// A member's connection to a voice channel.
#[derive(Clone, Debug)]
pub(crate) struct VoiceState {
    pub(crate) channel_id: Snowflake,
    pub(crate) session_id: String,
}

/// A guild, which people call a server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guild {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) owner_id: Snowflake,
    pub(crate) roles: BTreeMap<Snowflake, Role>,
    pub(crate) channels: BTreeMap<Snowflake, Channel>,
    /// Threads of those channels, active and archived.
    pub(crate) threads: BTreeMap<Snowflake, Channel>,
    pub(crate) members: BTreeMap<Snowflake, Member>,
    pub(crate) voice: BTreeMap<Snowflake, VoiceState>,
    pub(crate) joined_ms: i64,
    /// Whether an outage makes it unavailable.
    pub(crate) outage: bool,
    /// When all members were last requested, by the simulated clock.
    pub(crate) members_asked_ms: Option<i64>,
}

impl Guild {
    /// A channel or a thread.
    pub(crate) fn channel(&self, id: Snowflake) -> Option<&Channel> {
        self.channels.get(&id).or_else(|| self.threads.get(&id))
    }
}

/// A file sent with a message or as the value of an option.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The attachment's id.
    pub id: Snowflake,
    /// The file's name.
    pub filename: String,
    /// The file's media type.
    pub content_type: String,
    /// The file's bytes.
    pub content: Arc<[u8]>,
    /// Address of the file; the simulator serves it itself.
    pub url: String,
}

impl Attachment {
    /// The content as text, with anything that is not UTF-8 replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }
}

/// A message in its current state.
#[derive(Clone, Debug, Default)]
pub struct Message {
    /// The message's id.
    pub id: Snowflake,
    /// The channel it was sent in.
    pub channel_id: Snowflake,
    /// The user who wrote it.
    pub author_id: Snowflake,
    /// Discord's message type: 0 plain, 19 reply, 20 response to a command.
    pub kind: u8,
    /// The text, as on the wire.
    pub content: String,
    /// Embeds, as on the wire.
    pub embeds: Vec<Value>,
    /// Rows of buttons and menus, as on the wire.
    pub components: Vec<Value>,
    /// Files sent with it.
    pub attachments: Vec<Attachment>,
    /// Message flags; 64 is ephemeral.
    pub flags: u64,
    /// Which mentions may notify people, as on the wire.
    pub allowed_mentions: Option<Value>,
    /// When it was written, in milliseconds since the Unix epoch.
    pub created_ms: i64,
    /// When it was last edited.
    pub edited_ms: Option<i64>,
    /// How often it was edited.
    pub edits: u32,
    /// The nonce that the sender gave it.
    pub nonce: Option<String>,
    /// The only person who sees it, when it is ephemeral.
    pub visible_to: Option<Snowflake>,
    /// The interaction it responds to.
    pub interaction_id: Option<Snowflake>,
    /// The message it replies to, which may be gone.
    pub reply_to: Option<Snowflake>,
}

impl Channel {
    /// Whether it is a thread that is closed.
    pub(crate) fn is_archived(&self) -> bool {
        self.thread.as_ref().is_some_and(|it| it.archived)
    }

    /// Whether it is a thread in which only moderators write.
    pub(crate) fn is_locked(&self) -> bool {
        self.thread.as_ref().is_some_and(|it| it.locked)
    }
}

impl Message {
    /// Whether only one person sees the message.
    pub fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// Whether it is shown to somebody who sees its channel.
    pub(crate) fn is_for(&self, user: Snowflake) -> bool {
        self.visible_to.is_none_or(|only| only == user)
    }

    /// Makes it a reply to another message.
    pub(crate) fn reply(&mut self, to: Snowflake) {
        self.kind = REPLY;
        self.reply_to = Some(to);
    }

    /// Whether the message still says "is thinking…".
    pub fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }
}

/// Message type of a reply.
const REPLY: u8 = 19;
/// Message flag: only the person who triggered the message sees it.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// Message flag: a thread was started from the message, which has its id.
pub(crate) const HAS_THREAD: u64 = 1 << 5;
/// Message flag: "is thinking…".
pub(crate) const LOADING: u64 = 1 << 7;
/// Message flag: the whole content consists of components.
pub(crate) const COMPONENTS_V2: u64 = 1 << 15;

/// A registered application command.
#[derive(Clone, Debug)]
pub(crate) struct Command {
    pub(crate) id: Snowflake,
    pub(crate) guild_id: Option<Snowflake>,
    pub(crate) version: Snowflake,
    /// The body that was sent, with defaults filled in.
    pub(crate) body: Value,
}

impl Command {
    pub(crate) fn name(&self) -> &str {
        self.body["name"].as_str().unwrap_or_default()
    }

    /// Discord's command type: 1 slash, 2 user, 3 message.
    pub(crate) fn kind(&self) -> u64 {
        self.body["type"].as_u64().unwrap_or(1)
    }
}
