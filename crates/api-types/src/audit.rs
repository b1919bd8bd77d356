//! The audit log: every change, who made it, and what it changed.

use crate::shapes::query;
use crate::{AuditEntryId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Time-ordered.
    pub id: AuditEntryId,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; absent when Paddock did by itself.
    pub actor_id: Option<UserId>,
    /// By which way the actor came.
    pub via: AuditVia,
    /// What was done, such as `member.verified`.
    pub action: String,
    /// To what, such as `member:175928847299117063`.
    pub subject: String,
    /// Why, where a reason was given.
    pub reason: Option<String>,
    /// The changed values as they were; personal ones are gone once the member was erased.
    #[schema(value_type = std::collections::HashMap<String, serde_json::Value>)]
    pub before: serde_json::Map<String, serde_json::Value>,
    /// The changed values as they are since.
    #[schema(value_type = std::collections::HashMap<String, serde_json::Value>)]
    pub after: serde_json::Map<String, serde_json::Value>,
    /// The request that made it, as in the service's log.
    pub request_id: Option<String>,
    /// What the ids in it stand for, such as `Winter 2026` under `season:1234567890123456789`: seasons,
    /// items, ranks, prizes and members as they are called now, or were when they were deleted. Absent
    /// where nothing has a name, and in an export.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
}

/// By which way an actor came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditVia {
    /// A slash command or a button.
    Discord,
    /// An API token.
    Token,
    /// A page, by a session that was begun with Discord.
    Browser,
    /// Paddock itself: a job, or what it saw in Discord.
    System,
}

query! {
    /// Which entries to list, newest first.
    ListAuditQuery {
        /// Only changes made by this user.
        actor_id: Option<UserId>,
        /// Only changes to this, such as `member:175928847299117063`.
        #[param(max_length = 100)]
        subject: Option<String>,
    } paged
}
