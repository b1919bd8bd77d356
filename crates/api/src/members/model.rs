//! Members and the rules of their statuses and rights.

use crate::audit::audited;
use crate::operation::{Failure, fails};
use jiff::Timestamp;
use paddock_api_types::members::{Level, MemberStatus};
use paddock_api_types::{RoleId, UserId, name_key};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Source of the roles that verification owes.
pub(super) const VERIFIED_SOURCE: &str = "verified";

/// How often a member may register in [`LIMITED_FOR`], having been erased in between. Each time asks
/// the admins for a review.
pub(super) const MAX_REGISTRATIONS: i64 = 5;
/// How often a member may change their names in [`LIMITED_FOR`]. Each time is audited and, while they
/// wait for an admin, shown to the admins.
pub(super) const MAX_RENAMES: i64 = 20;
/// The time in which both are counted.
pub(super) const LIMITED_FOR: Duration = Duration::from_hours(24);

const ADMINISTRATOR: u64 = 1 << 3;
const MANAGE_GUILD: u64 = 1 << 5;

/// A member as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Discord user.
    pub user_id: UserId,
    /// In-game or real name, chosen by the member.
    pub display_name: String,
    /// Game account or student number, chosen by the member.
    pub external_id: Option<String>,
    /// The name last seen in Discord.
    pub discord_name: Option<String>,
    /// The member's status.
    pub status: MemberStatus,
    /// Why, where an admin gave a reason.
    pub status_reason: Option<String>,
    /// Is in the Discord server.
    pub in_guild: bool,
    /// Was granted admin in Paddock.
    pub is_admin: bool,
    /// Since when the member may make API tokens. A token names the approval under which it was
    /// made and dies with it.
    pub api_access_since: Option<Timestamp>,
    /// When the member first registered.
    pub registered_at: Timestamp,
    /// When anything of this last changed.
    pub updated_at: Timestamp,
    /// Grows with every change, so that none is overwritten unseen.
    pub version: i64,
}

impl Member {
    /// Was verified, and so may hold what is won.
    pub(crate) fn is_verified(&self) -> bool {
        self.status == MemberStatus::Verified
    }

    /// Has this in one of the names that admins know them by; the key of what is searched.
    pub(super) fn is_called(&self, wanted: &str) -> bool {
        let names = [
            Some(&self.display_name),
            self.discord_name.as_ref(),
            self.external_id.as_ref(),
        ];
        let mut names = names.into_iter().flatten();
        names.any(|name| name_key(name).contains(wanted))
    }

    /// Is verified and here, and so stands in tables.
    pub(crate) fn takes_part(&self) -> bool {
        self.is_verified() && self.in_guild
    }
}

audited! { member: Member => "member:{}", member.user_id;
    throughout: status;
    once_changed: admin = member.is_admin, api_access = member.api_access_since.is_some(), in_guild;
    until_deleted(member.user_id): display_name, external_id;
    once_changed(member.user_id): discord_name;
}

/// What decides a caller's level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Standing {
    /// The caller's status, where registered.
    pub status: Option<MemberStatus>,
    /// Was granted admin in Paddock.
    pub is_admin: bool,
    /// Is in the Discord server; also true for callers who never registered.
    pub in_guild: bool,
    /// Since when the caller may make API tokens.
    pub api_access_since: Option<Timestamp>,
    /// The guild's admin role.
    pub admin_role_id: Option<RoleId>,
}

/// What Discord says about the caller of a command; empty for other credentials.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct DiscordRights {
    /// The member's roles.
    pub role_ids: Vec<RoleId>,
    /// The member's permissions.
    pub permissions: u64,
}

impl DiscordRights {
    /// Has Discord's Administrator.
    pub(crate) fn is_administrator(&self) -> bool {
        self.permissions & ADMINISTRATOR != 0
    }
}

/// Why an operation on members was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MemberError {
    /// The caller is not registered.
    #[error("you are not registered in this guild")]
    NotRegistered,
    /// No such member in this guild.
    #[error("no such member in this guild")]
    NotFound,
    /// Only verified members can have this.
    #[error("the member is not verified")]
    NotVerified,
    /// A ban comes first.
    #[error("the member is banned")]
    Banned,
    /// There is no ban to lift.
    #[error("the member is not banned")]
    NotBanned,
    /// It waits no more.
    #[error("somebody decided about the registration already")]
    Decided {
        /// What was decided.
        status: MemberStatus,
        /// Who did; none where Paddock did.
        decided_by: Option<UserId>,
    },
    /// Root stays root.
    #[error("the root admin cannot be rejected or banned")]
    RootProtected,
    /// Admins are protected from each other.
    #[error("the member is an admin")]
    AdminProtected,
    /// Nobody locks themselves out.
    #[error("you cannot reject or ban yourself")]
    SelfTargeted,
    /// The admins are asked no more often.
    #[error("this can be done {limit} times in 24 hours; wait until {until}")]
    TooOften {
        /// How often it may be done.
        limit: i64,
        /// When it may be done again.
        until: Timestamp,
    },
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(MemberError);

/// Judges something that was done `recent` times, counted with when it was done first, and may be done
/// so often in [`LIMITED_FOR`].
pub(super) fn check_often(recent: Option<(i64, Timestamp)>, limit: i64) -> Result<(), MemberError> {
    match recent {
        Some((count, first)) if count >= limit => Err(MemberError::TooOften {
            limit,
            until: first + LIMITED_FOR,
        }),
        _ => Ok(()),
    }
}

/// The caller's level. A ban and a departure are refused before anybody asks for it.
pub(crate) fn level(root: bool, standing: &Standing, rights: &DiscordRights) -> Level {
    let verified = standing.status == Some(MemberStatus::Verified);
    let has_admin_role = standing
        .admin_role_id
        .is_some_and(|role| rights.role_ids.contains(&role));
    if root {
        Level::Root
    } else if (verified && standing.is_admin) || has_admin_role || rights.is_administrator() {
        Level::Admin
    } else if rights.permissions & MANAGE_GUILD != 0 {
        Level::Manager
    } else {
        match standing.status {
            Some(MemberStatus::Verified) => Level::Verified,
            Some(MemberStatus::Pending) => Level::Pending,
            Some(MemberStatus::Rejected | MemberStatus::Banned) | None => Level::Guest,
        }
    }
}

/// Whether `actor` may reject or ban `target`.
pub(super) fn may_turn_against(
    actor: Option<UserId>,
    root: Option<UserId>,
    target: &Member,
) -> Result<(), MemberError> {
    if root == Some(target.user_id) {
        Err(MemberError::RootProtected)
    } else if actor == Some(target.user_id) {
        Err(MemberError::SelfTargeted)
    } else if target.is_admin && actor != root {
        Err(MemberError::AdminProtected)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn standing(status: Option<MemberStatus>, is_admin: bool) -> Standing {
        Standing {
            status,
            is_admin,
            in_guild: true,
            api_access_since: None,
            admin_role_id: RoleId::new(7),
        }
    }

    fn rights(role: i64, permissions: u64) -> DiscordRights {
        DiscordRights {
            role_ids: RoleId::new(role).into_iter().collect(),
            permissions,
        }
    }

    #[rstest]
    #[case::stranger(None, false, rights(0, 0), Level::Guest)]
    #[case::waiting(Some(MemberStatus::Pending), false, rights(0, 0), Level::Pending)]
    #[case::rejected(Some(MemberStatus::Rejected), false, rights(0, 0), Level::Guest)]
    #[case::verified(Some(MemberStatus::Verified), false, rights(0, 0), Level::Verified)]
    #[case::another_role(Some(MemberStatus::Verified), false, rights(8, 0), Level::Verified)]
    #[case::manage_server(None, false, rights(0, MANAGE_GUILD), Level::Manager)]
    #[case::administrator(None, false, rights(0, ADMINISTRATOR), Level::Admin)]
    #[case::admin_role(None, false, rights(7, 0), Level::Admin)]
    #[case::granted(Some(MemberStatus::Verified), true, rights(0, 0), Level::Admin)]
    #[case::grant_without_verification(
        Some(MemberStatus::Pending),
        true,
        rights(0, 0),
        Level::Pending
    )]
    fn levels(
        #[case] status: Option<MemberStatus>,
        #[case] is_admin: bool,
        #[case] rights: DiscordRights,
        #[case] expected: Level,
    ) {
        assert_eq!(level(false, &standing(status, is_admin), &rights), expected);
        assert_eq!(
            level(true, &standing(status, is_admin), &rights),
            Level::Root
        );
    }
}
