//! The roster of the iRacing league, and who of it is who in Discord.

use crate::shapes::query;
use crate::{CarNumber, CustId, NumberClassId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A member's iRacing account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IracingLink {
    /// Whose it is.
    pub user_id: UserId,
    /// iRacing's customer id.
    pub iracing_id: i64,
    /// iRacing itself said so; otherwise the member did.
    pub proven: bool,
    /// The member agreed that others see their iRacing name and customer id.
    pub consent: bool,
    /// When it was linked.
    pub linked_at: Timestamp,
}

/// Says which iRacing account is the caller's.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIracing {
    /// iRacing's customer id; without, that of the link there is.
    pub iracing_id: Option<CustId>,
    /// Whether others may see the caller's iRacing name and customer id; without, as it was, and not
    /// for a new link.
    pub consent: Option<bool>,
}

/// Where a roster comes from.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RosterSource {
    /// Read from iRacing.
    Live,
    /// An uploaded answer of iRacing's `league/roster` or `league/get`.
    File,
    /// An uploaded file of the columns `cust_id,car_number[,nick_name]`.
    Csv,
    /// Seen in races of the guild's league: of each driver the number in the latest one that is kept.
    Races,
}

/// A roster that Paddock knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RosterSnapshot {
    /// Where it comes from.
    pub source: RosterSource,
    /// Claims are compared with it: the newest with numbers. What was seen in races is so only where no
    /// other has any.
    pub current: bool,
    /// When it was read or uploaded; for numbers seen in races, when the latest one was.
    pub taken_at: Timestamp,
    /// Drivers on it.
    pub drivers: u32,
    /// Drivers with a number.
    pub numbered: u32,
}

/// Why reading the roster from iRacing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SyncFailure {
    /// iRacing refuses the sign-in; the operator has to look at it.
    SignInRefused,
    /// The account that reads may not see this league.
    LeagueNotVisible,
    /// iRacing is down for maintenance.
    Maintenance,
    /// iRacing asks to slow down.
    RateLimited,
    /// iRacing cannot be reached, or answers with a fault of its own.
    Unavailable,
    /// iRacing's answer cannot be read.
    Unreadable,
}

/// How the roster and the claims compare, and where the roster comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeagueSync {
    /// The iRacing league of this guild.
    pub league_id: Option<i64>,
    /// This installation can read from iRacing by itself.
    pub live: bool,
    /// Every roster, the current one first.
    pub rosters: Vec<RosterSnapshot>,
    /// When iRacing was last asked.
    pub tried_at: Option<Timestamp>,
    /// Why that failed, where it did.
    pub failure: Option<SyncFailure>,
    /// When iRacing is asked next.
    pub next_at: Option<Timestamp>,
    /// How many of each kind of difference there are.
    pub counts: DifferenceCounts,
}

/// How many of each kind of difference there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DifferenceCounts {
    /// The roster gives the number to its holder.
    pub matches: u32,
    /// Claimed, and still to be assigned in iRacing.
    pub to_assign: u32,
    /// Claimed, and given to somebody else in iRacing.
    pub clashes: u32,
    /// On the roster, and claimed by nobody.
    pub roster_only: u32,
    /// Given to several drivers in iRacing.
    pub doubled: u32,
}

/// What a difference is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// The roster gives the number to its holder.
    Match,
    /// Claimed, and still to be assigned in iRacing.
    ToAssign,
    /// Claimed, and given to somebody else in iRacing.
    Clash,
    /// On the roster, and claimed by nobody.
    RosterOnly,
    /// Given to several drivers in iRacing.
    Doubled,
}

query! {
    /// Which differences to list, by kind and number.
    ListDifferencesQuery {
        /// Only those of this kind.
        kind: Option<DifferenceKind>,
    } paged
}

/// A number as claims and the roster have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// What it is.
    pub kind: DifferenceKind,
    /// The number.
    pub number: CarNumber,
    /// The class of the claim.
    pub class_id: Option<NumberClassId>,
    /// The class's name.
    pub class_name: Option<String>,
    /// Who claimed it, where somebody did.
    pub holder: Option<DifferenceHolder>,
    /// Who has it on the roster.
    pub drivers: Vec<RosterDriver>,
}

/// Who claimed a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DifferenceHolder {
    /// The member.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// A customer id is linked.
    pub linked: bool,
    /// The linked customer id, where the member lets others see it.
    pub iracing_id: Option<i64>,
    /// The number that the roster gives them, where it is another one.
    pub roster_number: Option<CarNumber>,
}

/// A driver of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RosterDriver {
    /// The member who linked this account.
    pub user_id: Option<UserId>,
    /// The customer id, where there is consent to show it.
    pub iracing_id: Option<i64>,
    /// The name in iRacing, where there is consent to show it.
    pub name: Option<String>,
}

/// What came of an uploaded roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RosterImported {
    /// The roster as it is known now.
    pub roster: RosterSnapshot,
    /// How many drivers are new.
    pub added: u32,
    /// How many have another number or name than before.
    pub changed: u32,
    /// How many are no longer on it.
    pub removed: u32,
}

/// An answer of iRacing's Data API, of which only a few fields are read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = Object)]
pub struct RosterFile(#[serde(deserialize_with = "object")] pub serde_json::Value);

fn object<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<serde_json::Value, D::Error> {
    serde_json::Map::deserialize(deserializer).map(serde_json::Value::Object)
}
