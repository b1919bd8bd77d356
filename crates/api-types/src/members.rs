//! Members: one identity per person and guild.

use crate::attendance::{AttendanceRecord, OwnWrongCodes};
use crate::audit::AuditEntry;
use crate::iracing::IracingStatus;
use crate::league::IracingLink;
use crate::numbers::{NumberClaim, NumberReservation, NumberTrade, NumberWait};
use crate::points::{Award, LedgerEntry, Participation};
use crate::results::OwnResult;
use crate::scoring::{Penalty, ResultCredit};
use crate::shapes::{patch, query};
use crate::submissions::Submission;
use crate::tokens::AccessToken;
use crate::{AttendanceSessionId, DiscordName, Name, Reason, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a member may do, lowest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Not registered, or rejected.
    Guest,
    /// Registered, not yet verified.
    Pending,
    /// Verified by an admin.
    Verified,
    /// Has Discord's Manage Server (only in Discord).
    Manager,
    /// Granted in Paddock, or has the guild's admin role or Discord's Administrator (only in Discord).
    Admin,
    /// `ROOT_ADMIN_ID`.
    Root,
}

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Waits for an admin.
    Pending,
    /// May take part.
    Verified,
    /// Was turned down, or the verification was withdrawn.
    Rejected,
    /// Is refused everything.
    Banned,
}

/// A member of a guild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Member {
    /// Discord user.
    pub user_id: UserId,
    /// In-game or real name, chosen by the member.
    pub display_name: String,
    /// Game account or student number, chosen by the member.
    pub external_id: Option<String>,
    /// The name last seen in Discord.
    pub discord_name: Option<String>,
    /// Where the member stands.
    pub status: MemberStatus,
    /// Why, where an admin gave a reason for rejecting or banning.
    pub status_reason: Option<String>,
    /// Is in the Discord server now.
    pub in_guild: bool,
    /// Was granted admin in Paddock.
    pub admin: bool,
    /// May make API tokens.
    pub api_access: bool,
    /// When the member first registered.
    pub registered_at: Timestamp,
    /// When anything of this last changed.
    pub updated_at: Timestamp,
}

/// The caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// What the caller may do with this credential.
    pub level: Level,
    /// What Paddock keeps about the caller.
    pub member: Member,
}

/// Registers the caller, or changes the names of one who is registered.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterMember {
    /// In-game or real name, 1 to 60 characters.
    #[schema(example = "Ada Lovelace")]
    pub display_name: Name,
    /// Game account or student number, up to 60 characters.
    pub external_id: Option<Name>,
    /// Name in Discord.
    pub discord_name: Option<DiscordName>,
}

patch! {
    /// Changes what is given of the caller.
    UpdateMe {
        /// In-game or real name, 1 to 60 characters.
        display_name: Name,
        /// Game account or student number, up to 60 characters; `null` clears it.
        external_id(nullable): Name,
    }
}

/// Why an admin decided so; shown to the member.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Up to 400 characters.
    pub reason: Option<Reason>,
}

/// Lets a member take part.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct VerifyMember {
    /// `true`: only while the member waits; refused with who decided otherwise.
    pub waiting: Option<bool>,
}

/// Turns a registration down, or withdraws the verification.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RejectMember {
    /// Shown to the member, up to 400 characters.
    pub reason: Option<Reason>,
    /// `true`: only while the member waits; refused with who decided otherwise.
    pub waiting: Option<bool>,
}

/// Why somebody is banned, and who that is where they have not registered.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BanMember {
    /// Up to 400 characters.
    pub reason: Option<Reason>,
    /// Name in Discord, under which somebody is kept who has not registered.
    pub discord_name: Option<DiscordName>,
}

query! {
    /// Which members to list, oldest registration first.
    ListMembersQuery {
        /// Only those who stand here.
        status: Option<MemberStatus>,
        /// Only admins granted in Paddock (`true`), or only others (`false`).
        admin: Option<bool>,
        /// Only those in the Discord server now (`true`), or only those who left (`false`).
        in_guild: Option<bool>,
        /// Only those with this in their name, their name in Discord or their external id, whatever the
        /// capitals.
        name: Option<Name>,
    } paged
}

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BrowserSession {
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

/// Everything that Paddock keeps about the caller in this guild.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MemberExport {
    /// When this was put together.
    pub exported_at: Timestamp,
    /// The member.
    pub member: Member,
    /// The Discord roles that Paddock gives the member.
    pub roles: Vec<crate::RoleId>,
    /// Every token made, without the secrets.
    pub tokens: Vec<AccessToken>,
    /// Every browser that is signed in.
    #[serde(default)]
    pub browser_sessions: Vec<BrowserSession>,
    /// Every season joined.
    pub seasons: Vec<Participation>,
    /// Everything submitted.
    pub submissions: Vec<Submission>,
    /// Every entry of the ledger.
    pub ledger: Vec<LedgerEntry>,
    /// Every prize won.
    pub awards: Vec<Award>,
    /// Every session attended, oldest first.
    #[serde(default)]
    pub attendance: Vec<AttendanceRecord>,
    /// Every session expected in, as far as was asked, oldest first.
    #[serde(default)]
    pub expected_in: Vec<AttendanceSessionId>,
    /// Wrong attendance codes typed, by session, oldest first.
    #[serde(default)]
    pub wrong_codes: Vec<OwnWrongCodes>,
    /// Every car number held.
    #[serde(default)]
    pub car_numbers: Vec<NumberClaim>,
    /// Every car number kept for the member.
    #[serde(default)]
    pub reserved_numbers: Vec<NumberReservation>,
    /// Every car number waited for.
    #[serde(default)]
    pub awaited_numbers: Vec<NumberWait>,
    /// Every offer of a car number by or to the member.
    #[serde(default)]
    pub number_trades: Vec<NumberTrade>,
    /// The iRacing account.
    #[serde(default)]
    pub iracing: Option<IracingLink>,
    /// The connection to iRacing, without its tokens.
    #[serde(default)]
    pub iracing_connection: Option<IracingStatus>,
    /// Every row of results of races that is the member's own, the latest race first, at most the latest
    /// 10,000. Nobody else is in it.
    #[serde(default)]
    pub results: Vec<OwnResult>,
    /// What results of races are worth, by season.
    #[serde(default)]
    pub result_points: Vec<ResultCredit>,
    /// Every penalty.
    #[serde(default)]
    pub penalties: Vec<Penalty>,
    /// What is kept of the member as staff.
    #[serde(default)]
    pub staff: Option<crate::staff::StaffRecord>,
    /// Every audited change by or to the member, newest first, the latest 10,000.
    pub audit: Vec<AuditEntry>,
}

impl MemberExport {
    /// An export that holds nothing but the member yet.
    pub fn new(exported_at: Timestamp, member: Member) -> Self {
        Self {
            exported_at,
            member,
            roles: Vec::new(),
            tokens: Vec::new(),
            browser_sessions: Vec::new(),
            seasons: Vec::new(),
            submissions: Vec::new(),
            ledger: Vec::new(),
            awards: Vec::new(),
            attendance: Vec::new(),
            expected_in: Vec::new(),
            wrong_codes: Vec::new(),
            car_numbers: Vec::new(),
            reserved_numbers: Vec::new(),
            awaited_numbers: Vec::new(),
            number_trades: Vec::new(),
            iracing: None,
            iracing_connection: None,
            results: Vec::new(),
            result_points: Vec::new(),
            penalties: Vec::new(),
            staff: None,
            audit: Vec::new(),
        }
    }
}
