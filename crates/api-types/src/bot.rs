//! What the bot tells the API about Discord.

use crate::shapes::at_most;
use crate::{BotVersion, ChannelId, RoleId, ServerName, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The guild as Discord describes it, complete each time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportGuild {
    /// The server's name.
    pub name: ServerName,
    /// Every role, @everyone included.
    #[schema(max_items = 500)]
    pub roles: Vec<GuildRole>,
    /// Every channel that the bot knows of.
    #[schema(max_items = 1000)]
    pub channels: Vec<GuildChannel>,
    /// The bot itself.
    pub bot: BotStanding,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuildRole {
    /// Which.
    pub id: RoleId,
    /// Its name.
    #[schema(max_length = 100)]
    pub name: String,
    /// Its height; @everyone is 0.
    pub position: i64,
    /// Belongs to a bot, a booster or an integration: nobody can give it.
    pub managed: bool,
    /// What it allows: Discord's bit set in decimal.
    #[serde(with = "permissions")]
    #[schema(value_type = String, pattern = "^[0-9]{1,19}$")]
    pub permissions: u64,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuildChannel {
    /// Which.
    pub id: ChannelId,
    /// Its name.
    #[schema(max_length = 100)]
    pub name: String,
    /// Messages can be posted in it.
    pub text: bool,
    /// Members can be connected to it: a voice or stage channel.
    #[serde(default)]
    pub voice: bool,
    /// What the bot may do in it, overwrites included: Discord's bit set in decimal.
    #[serde(with = "permissions")]
    #[schema(value_type = String, pattern = "^[0-9]{1,19}$")]
    pub bot_permissions: u64,
}

/// What the bot can do in a guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BotStanding {
    /// The bot's own user.
    pub user_id: UserId,
    /// Guild-wide permissions: Discord's bit set in decimal.
    #[serde(with = "permissions")]
    #[schema(value_type = String, pattern = "^[0-9]{1,19}$")]
    pub permissions: u64,
    /// Position of its highest role.
    pub top_role_position: i64,
    /// Discord granted the Server Members intent.
    pub members_intent: bool,
}

/// Members as Discord has them. Those whom Paddock does not know are passed over.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportMembers {
    /// Who was seen, or seen to leave; at most 1000.
    #[schema(max_items = 1000)]
    #[serde(deserialize_with = "at_most::<1000, _, _>")]
    pub members: Vec<ReportedMember>,
    /// Set when `members` is one page of the whole list by ascending id: whoever Paddock knows in
    /// this range and is not in `members` has left.
    pub range: Option<MemberRange>,
}

/// A page of the member list, by ascending user id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberRange {
    /// Ids greater than this; absent on the first page.
    pub after: Option<UserId>,
    /// Up to and including this; absent on the last page.
    pub through: Option<UserId>,
}

/// A member as Discord has them.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportedMember {
    /// Who.
    pub user_id: UserId,
    /// Is in the server; `false` when seen to leave.
    pub in_guild: bool,
    /// Name shown in the server: nickname, global name or user name.
    #[schema(max_length = 100)]
    pub discord_name: Option<String>,
    /// Has not accepted the server's rules yet, so that no role may be given.
    #[serde(default)]
    pub pending: bool,
    /// Roles without @everyone.
    #[schema(max_items = 500)]
    #[serde(default)]
    pub role_ids: Vec<RoleId>,
}

/// How many of the reported members Paddock knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MembersReported {
    /// Known members that were brought up to date.
    pub known: u32,
}

/// A sign of life, every 30 seconds or so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendHeartbeat {
    /// The bot's version.
    pub version: BotVersion,
    /// Shards that this process runs.
    pub shards: u32,
    /// Of those, how many are connected to Discord.
    pub connected_shards: u32,
    /// What Discord lets the bot see; absent before it knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intents: Option<BotIntents>,
}

/// Which of the privileged intents Discord grants to the bot, and the bot uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BotIntents {
    /// Presences: who is online, and what they do.
    pub presences: IntentState,
    /// Members: who is in the server.
    pub members: IntentState,
}

/// How an intent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntentState {
    /// Granted to the application, whatever its size.
    Granted,
    /// Switched on, and Discord reviews it once the application grows. It works.
    Limited,
    /// Not granted, or given up after Discord refused it: it does not work.
    Missing,
}

/// The last sign of life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Heartbeat {
    /// The bot's version.
    pub version: String,
    /// Shards that it runs.
    pub shards: u32,
    /// Of those, how many were connected.
    pub connected_shards: u32,
    /// What Discord lets it see; absent before it has said so.
    #[serde(default)]
    pub intents: Option<BotIntents>,
    /// When it was heard.
    pub at: Timestamp,
    /// How long ago that was, in seconds.
    pub age_seconds: u64,
}

/// Discord's permission bit sets travel as decimal strings, as Discord sends them.
mod permissions {
    use serde::{Deserialize, Deserializer, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    pub(super) fn serialize<S: Serializer>(bits: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(bits)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse()
            .map_err(|_| de::Error::custom("expected a permission bit set in decimal"))
    }
}
