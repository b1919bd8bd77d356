//! What the bot tells of presences.
//!
//! The bot asks for the [`StaffWatch`] of each guild when it begins to watch it, with each sync, and
//! when the answer to a report names another version than the one it has. It forwards presences of
//! those on it, the last state of each, and asks Discord for all of them again every
//! [`sync_minutes`](StaffWatch::sync_minutes), after a session that could not be resumed, and when it
//! leases [`SyncPresence`](crate::effects::EffectAction::SyncPresence). What Discord answered is
//! reported with [`seed`](ReportPresences::seed).

use crate::shapes::at_most;
use crate::{PresenceText, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Presences in one report at most.
pub const MAX_PRESENCES: usize = 500;
/// Members on a roster at most.
pub const MAX_STAFF: usize = 1000;
/// Activities of one member at most; Discord shows a handful.
const MAX_ACTIVITIES: usize = 20;

/// Whose presences the bot forwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffWatch {
    /// Grows when anybody is added or removed.
    pub version: i64,
    /// The staff, by ascending id.
    #[schema(max_items = 1000)]
    pub user_ids: Vec<UserId>,
    /// Minutes after which Discord is asked for all of them again.
    pub sync_minutes: u16,
}

/// A status as Discord has it. `invisible` comes as offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceStatus {
    /// Is there.
    Online,
    /// Is away from the keyboard.
    Idle,
    /// Does not want to be disturbed.
    Dnd,
    /// Is offline, or invisible.
    Offline,
}

/// The status on each kind of device; absent where somebody is on none of it.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Platforms {
    /// A computer.
    pub desktop: Option<PresenceStatus>,
    /// A phone.
    pub mobile: Option<PresenceStatus>,
    /// A browser.
    pub web: Option<PresenceStatus>,
    /// A console, or what is built into something else.
    pub embedded: Option<PresenceStatus>,
    /// A headset.
    pub vr: Option<PresenceStatus>,
}

/// What kind of activity it is. A custom status is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceActivityKind {
    /// Plays a game.
    Playing,
    /// Streams.
    Streaming,
    /// Listens to something.
    Listening,
    /// Watches something.
    Watching,
    /// Competes in something.
    Competing,
    /// One that Discord has added since.
    Other,
}

/// What somebody does.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresenceActivity {
    /// What kind it is.
    pub kind: PresenceActivityKind,
    /// Its name, such as that of a game.
    pub name: PresenceText,
    /// What is done in it.
    pub details: Option<PresenceText>,
    /// The state it is in.
    pub state: Option<PresenceText>,
    /// Where a stream is seen.
    pub url: Option<PresenceText>,
    /// Since when.
    pub started_at: Option<Timestamp>,
}

/// Presences of staff. Those who are not on the roster are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportPresences {
    /// What Discord answered about members whom the bot asked for, and not what changed. With the last
    /// part of it [`complete`](Self::complete) is set.
    pub seed: bool,
    /// Everybody has been asked for, and this is the last part of the answers.
    #[serde(default)]
    pub complete: bool,
    /// Who was seen how, each at most once; 500 at most. In a seed, those whom Discord has in the server
    /// without a presence are offline.
    #[schema(max_items = 500)]
    #[serde(deserialize_with = "at_most::<MAX_PRESENCES, _, _>")]
    pub presences: Vec<ReportedPresence>,
    /// Who was asked for, or seen to leave, and is not in the server: their status is unknown.
    #[schema(max_items = 500)]
    #[serde(default, deserialize_with = "at_most::<MAX_PRESENCES, _, _>")]
    pub absent: Vec<UserId>,
}

/// Somebody's presence.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportedPresence {
    /// Who.
    pub user_id: UserId,
    /// Their status.
    pub status: PresenceStatus,
    /// The same on each kind of device.
    #[serde(default)]
    pub platforms: Platforms,
    /// What they do, without the custom status.
    #[schema(max_items = 20)]
    #[serde(default, deserialize_with = "at_most::<MAX_ACTIVITIES, _, _>")]
    pub activities: Vec<PresenceActivity>,
    /// The custom status, with its emoji in front where that is one of Unicode.
    pub custom_status: Option<PresenceText>,
    /// When the bot saw it, by its clock. Of two reports about somebody the later state stands.
    pub observed_at: Timestamp,
}

/// What came of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresencesReported {
    /// How many presences were of staff.
    pub known: u32,
    /// How many of those changed something.
    pub changed: u32,
    /// The version of the [`StaffWatch`] there is now.
    pub version: i64,
}
