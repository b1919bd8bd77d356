//! Staff: who they are, whether they are there, and for how long.
//!
//! What the bot tells of presences is in `presence.rs`.

mod board;
mod history;
mod presence;
mod settings;

pub use board::{StaffBoard, StaffOnBoard};
pub use history::{
    ListStaffHoursQuery, StaffActivity, StaffActivityQuery, StaffDay, StaffRecord, StaffSpent,
    StaffSpentKind, StaffTime, StaffWeek,
};
pub use presence::{
    MAX_PRESENCES, MAX_STAFF, Platforms, PresenceActivity, PresenceActivityKind, PresenceStatus,
    PresencesReported, ReportPresences, ReportedPresence, StaffWatch,
};
pub use settings::{StaffSettings, UpdateStaffSettings};

use crate::shapes::{patch, query};
use crate::{GuildId, Name, Reason, StaffRank, Timestamp, Title, UserId};
use crate::{bot::BotIntents, points::RefusedRow};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Puts a member of the server on the roster.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AddStaff {
    /// The name shown; without, that of the member.
    pub display_name: Option<Name>,
    /// What they are, such as "Steward", in up to 100 characters.
    pub title: Option<Title>,
    /// Place in the roster: lower ranks come first. 100 without.
    pub rank: Option<StaffRank>,
    /// Name of their time zone, as in the IANA database; that of the guild without.
    #[schema(example = "Europe/Berlin")]
    pub time_zone: Option<String>,
}

patch! {
    /// Changes what is given.
    UpdateStaff {
        /// The name shown; `null` shows that of the member.
        display_name(nullable): Name,
        /// What they are, in up to 100 characters.
        title(nullable): Title,
        /// Place in the roster: lower ranks come first. `null` is 100.
        rank(nullable): StaffRank,
        /// Name of their time zone, such as `Europe/Berlin`; `null` is that of the guild.
        time_zone(nullable): String,
    }
}

/// How somebody stands, as far as is known. Unknown is not offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffStatus {
    /// Is there.
    Online,
    /// Is away from the keyboard.
    Idle,
    /// Does not want to be disturbed.
    Dnd,
    /// Is offline, or invisible.
    Offline,
    /// Nobody can say; `unknown_because` says why.
    Unknown,
}

/// Why a status is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnknownBecause {
    /// The bot has not been heard of for more than two minutes.
    BotOffline,
    /// Discord does not let the bot see presences.
    IntentMissing,
    /// The bot has not seen this member since it started to watch; they may not be in the server.
    NotSeen,
    /// The member has left the server. They stay on the roster for their return.
    NotInServer,
}

/// Somebody of the staff, as they are now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffMember {
    /// Discord user.
    pub user_id: UserId,
    /// The name shown.
    pub display_name: String,
    /// What they are.
    pub title: Option<String>,
    /// Place in the roster: lower ranks come first.
    pub rank: u32,
    /// Name of their time zone, as in the IANA database.
    pub time_zone: String,
    /// Their status in Discord.
    pub discord_status: StaffStatus,
    /// Why it is unknown, where it is.
    pub unknown_because: Option<UnknownBecause>,
    /// Their custom status; absent where there is none, it is not known, or it is hidden.
    pub discord_custom_status: Option<String>,
    /// What they do, in a few words, such as "Playing iRacing"; absent as the custom status is.
    pub discord_activity: Option<String>,
    /// Since when the status is as it is; absent where it was never known.
    pub discord_status_updated: Option<Timestamp>,
    /// The status on each kind of device.
    pub platforms: Platforms,
    /// Everything they do.
    pub activities: Vec<PresenceActivity>,
    /// Activities and custom status are not shown, as the member wants it.
    pub hidden: bool,
    /// When they were last known to be there: online, idle or dnd; absent where they never were.
    pub last_seen: Option<Timestamp>,
    /// When they last used Paddock, by a command, a button, the API or a page, to the minute; absent where
    /// they never did. It is known without any intent, and also of those who hide what they do.
    #[serde(default)]
    pub last_interaction: Option<Timestamp>,
    /// Since when they say that they are on duty; absent where they do not.
    pub on_duty_since: Option<Timestamp>,
    /// The leave of absence that goes on, or the next one.
    pub away: Option<StaffAway>,
    /// Is away now.
    pub is_away: bool,
}

/// Everybody on the staff, by rank, then by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffRoster {
    /// Each as they are now.
    pub members: Vec<StaffMember>,
}

/// A leave of absence. Its days are those of the staff member's time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffAway {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Why.
    pub reason: Option<String>,
}

/// Takes a leave of absence, in place of one that has not ended.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeLeave {
    /// The first day; today without.
    pub from: Option<Date>,
    /// The last day, at most two years ahead.
    pub until: Date,
    /// Why, in up to 400 characters.
    pub reason: Option<Reason>,
}

/// How well presences are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffDiscordStatus {
    /// The bot is connected, and Discord lets it see presences.
    pub is_running: bool,
    /// The Discord server.
    pub guild_id: GuildId,
    /// When the bot was last heard of.
    pub heard_at: Option<Timestamp>,
    /// What Discord lets the bot see; absent before it has said so.
    pub intents: Option<BotIntents>,
    /// What does not work as it is, in a sentence; absent where everything does.
    pub limitation: Option<String>,
    /// How many are on the roster.
    pub staff: u32,
    /// Of how many the status is known.
    pub known: u32,
    /// When the bot last asked Discord for everybody; absent before it did.
    pub synced_at: Option<Timestamp>,
    /// Minutes after which it does so again.
    pub sync_minutes: u16,
}

/// How a sync stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffSyncState {
    /// Discord has been asked for everybody, and what it answered is here.
    Done,
    /// The bot is at it, or not there; the sync goes on when it is.
    Pending,
    /// The bot could not; the checkup says why.
    Failed,
}

/// What came of a sync.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffSynced {
    /// How it stands.
    pub state: StaffSyncState,
    /// The same in a sentence.
    pub message: String,
    /// How many are on the roster.
    pub staff: u32,
    /// Whose status is not known, all the same.
    pub pending: Vec<UserId>,
}

query! {
    /// Whom to watch.
    WatchStaffQuery {
        /// Only these members, their ids with commas between them; everybody without.
        user_ids: Option<String>,
    }
}

/// What a stream of events says. Each has its number as the id of the event, after which a stream that
/// broke off goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum StaffEvent {
    /// A member as they are now: one who is watched at the beginning, or who has changed.
    Member {
        /// The member.
        member: Box<StaffMember>,
    },
    /// Who is on the roster, at the beginning and when that changes. Whoever is not in it has gone.
    Roster {
        /// Those who are watched, in their order.
        user_ids: Vec<UserId>,
    },
}

query! {
    /// How to import staff.
    ImportStaffQuery {
        /// Only say what would come of it.
        #[serde(default)]
        dry_run: bool,
    }
}

/// What an import of staff came to, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffImported {
    /// Nothing was written.
    pub dry_run: bool,
    /// New on the roster.
    pub added: u32,
    /// Those who were on it, and stand there otherwise now.
    pub changed: u32,
    /// Rows that say what is there already.
    pub unchanged: u32,
    /// Rows that cannot be taken; with any, nothing is written.
    pub refused: Vec<RefusedRow>,
}
