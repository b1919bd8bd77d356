//! Members: one identity per person and guild.

use crate::attendance::{AttendanceRecord, OwnWrongCodes};
use crate::points::{Award, LedgerEntry, Participation};
use crate::submissions::Submission;
use crate::{
    AttendanceSessionId, Timestamp, UserId, audit::AuditEntry, patch, tokens::AccessToken,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterMember {
    /// In-game or real name, 1 to 60 characters.
    #[schema(min_length = 1, max_length = 60, example = "Ada Lovelace")]
    pub display_name: String,
    /// Game account or student number, up to 60 characters.
    #[schema(min_length = 1, max_length = 60)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Name in Discord.
    #[schema(max_length = 100)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discord_name: Option<String>,
}

/// Changes what is given of the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateMe {
    /// In-game or real name, 1 to 60 characters.
    #[schema(min_length = 1, max_length = 60)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Game account or student number, up to 60 characters; `null` clears it.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 60)]
    #[serde(
        default,
        deserialize_with = "patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<Option<String>>,
}

/// Why an admin decided so; shown to the member.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Up to 400 characters.
    #[schema(min_length = 1, max_length = 400)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Which members to list, oldest registration first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListMembersQuery {
    /// Only those who stand here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<MemberStatus>,
    /// Only admins granted in Paddock (`true`), or only others (`false`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<bool>,
    /// Only those in the Discord server now (`true`), or only those who left (`false`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_guild: Option<bool>,
    /// How many rows at most, 1 to 200; 50 unless told.
    #[param(minimum = 1, maximum = 200)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// `next_cursor` of the page before; opaque.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
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
            seasons: Vec::new(),
            submissions: Vec::new(),
            ledger: Vec::new(),
            awards: Vec::new(),
            attendance: Vec::new(),
            expected_in: Vec::new(),
            wrong_codes: Vec::new(),
            audit: Vec::new(),
        }
    }
}
