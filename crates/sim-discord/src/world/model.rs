//! The things a Discord consists of.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

/// A Discord id.
pub type Snowflake = u64;

/// An account.
#[derive(Clone, Debug, Default)]
pub(crate) struct User {
    pub(crate) id: Snowflake,
    pub(crate) username: String,
    pub(crate) global_name: Option<String>,
    pub(crate) bot: bool,
    pub(crate) dm_closed: bool,
}

/// A role of a guild; @everyone has the guild's id.
#[derive(Clone, Debug, Default)]
pub struct Role {
    /// Its id.
    pub id: Snowflake,
    /// What people see.
    pub name: String,
    /// Server-wide permission bits.
    pub permissions: u64,
    /// Higher is mightier; @everyone is 0.
    pub position: i64,
    /// Whether an integration owns it.
    pub managed: bool,
    /// The bot whose own role it is.
    pub bot_id: Option<Snowflake>,
    /// RGB.
    pub color: u32,
}

/// What a channel grants or takes from a role or a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwrite {
    /// The role or the member.
    pub id: Snowflake,
    /// Which of the two it is.
    pub is_role: bool,
    /// Bits granted.
    pub allow: u64,
    /// Bits taken.
    pub deny: u64,
}

/// A channel of a guild, or a direct message channel.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    /// Its id.
    pub id: Snowflake,
    /// Its guild; none for direct messages.
    pub guild_id: Option<Snowflake>,
    /// Discord's channel type: 0 text, 1 direct messages, 2 voice, 5 announcements.
    pub kind: u8,
    /// Its name, without `#`.
    pub name: String,
    /// What it is for.
    pub topic: Option<String>,
    /// Place in the list.
    pub position: i64,
    /// Who may do more or less here.
    pub overwrites: Vec<Overwrite>,
    /// With whom the bot talks, in direct messages.
    pub recipient: Option<Snowflake>,
}

/// Someone's membership of a guild.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<Snowflake>,
    pub(crate) joined_ms: i64,
}

/// What someone does, as far as they show it.
#[derive(Clone, Debug)]
pub(crate) struct Presence {
    pub(crate) status: String,
    pub(crate) activities: Vec<Value>,
}

/// Where someone listens.
#[derive(Clone, Debug)]
pub(crate) struct VoiceState {
    pub(crate) channel_id: Snowflake,
    pub(crate) session_id: String,
}

/// A server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guild {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) owner_id: Snowflake,
    pub(crate) roles: BTreeMap<Snowflake, Role>,
    pub(crate) channels: BTreeMap<Snowflake, Channel>,
    pub(crate) members: BTreeMap<Snowflake, Member>,
    pub(crate) presences: BTreeMap<Snowflake, Presence>,
    pub(crate) voice: BTreeMap<Snowflake, VoiceState>,
    pub(crate) joined_ms: i64,
    /// Whether Discord has an outage there.
    pub(crate) outage: bool,
    /// When all members were last asked for, by the simulated clock.
    pub(crate) members_asked_ms: Option<i64>,
}

impl Guild {
    /// Shows `user` with this status and no activity; `offline` shows nothing at all.
    pub(crate) fn set_status(&mut self, user: Snowflake, status: &str) {
        if status == "offline" {
            self.presences.remove(&user);
        } else {
            let presence = Presence {
                status: status.to_owned(),
                activities: Vec::new(),
            };
            self.presences.insert(user, presence);
        }
    }
}

/// A file that came with a message or an option.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its id.
    pub id: Snowflake,
    /// Its name.
    pub filename: String,
    /// Its media type.
    pub content_type: String,
    /// What is in it.
    pub content: Arc<[u8]>,
    /// Where it can be fetched; the simulator serves it itself.
    pub url: String,
}

impl Attachment {
    /// The content as text, with anything that is not UTF-8 replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }
}

/// A message, as it is now.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: Snowflake,
    /// Where it stands.
    pub channel_id: Snowflake,
    /// Who wrote it.
    pub author_id: Snowflake,
    /// Discord's message type: 0 plain, 19 reply, 20 answer to a command.
    pub kind: u8,
    /// The text.
    pub content: String,
    /// Embeds, as on the wire.
    pub embeds: Vec<Value>,
    /// Rows of buttons and menus, as on the wire.
    pub components: Vec<Value>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Message flags; 64 is ephemeral.
    pub flags: u64,
    /// Whose pings it may cause, as on the wire.
    pub allowed_mentions: Option<Value>,
    /// When it was written, in milliseconds since the Unix epoch.
    pub created_ms: i64,
    /// When it was last edited.
    pub edited_ms: Option<i64>,
    /// How often it was edited.
    pub edits: u32,
    /// What the sender called it.
    pub nonce: Option<String>,
    /// The only person who sees it, when it is ephemeral.
    pub visible_to: Option<Snowflake>,
    /// The interaction it answers.
    pub interaction_id: Option<Snowflake>,
}

impl Message {
    /// Whether only one person sees it.
    pub fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// Whether it still says "is thinking…".
    pub fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }
}

/// Message flag: only the person who caused it sees it.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// Message flag: "is thinking…".
pub(crate) const LOADING: u64 = 1 << 7;
/// Message flag: the text stands in components.
pub(crate) const COMPONENTS_V2: u64 = 1 << 15;

/// An application command as registered.
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

    /// 1 slash, 2 user, 3 message.
    pub(crate) fn kind(&self) -> u64 {
        self.body["type"].as_u64().unwrap_or(1)
    }
}
