//! What features need in Discord: roles that the bot must be able to give, and channels that it must
//! be able to post in. Capabilities name them, and the checkup compares them with the bot's report.

use crate::db::Error;
use crate::operation::Operation;
use futures_util::future::BoxFuture;
use paddock_api_types::{ChannelId, RoleId};

/// Says what a guild's configured features need in Discord.
pub(crate) type Require = for<'a> fn(&'a Operation) -> BoxFuture<'a, Result<Requirements, Error>>;

/// A permission bit of Discord, with the name that Discord's settings show.
pub(crate) type Permission = (u64, &'static str);

/// What posting a message needs.
pub(crate) const POSTING: &[Permission] = &[
    (1 << 10, "View Channel"),
    (1 << 11, "Send Messages"),
    (1 << 14, "Embed Links"),
];
/// What posting a file needs.
pub(crate) const POSTING_FILES: &[Permission] = &[
    POSTING[0],
    POSTING[1],
    POSTING[2],
    (1 << 15, "Attach Files"),
];

/// What the features of one capability need, as the guild has configured them.
#[derive(Debug, Default)]
pub(crate) struct Requirements {
    pub(crate) roles: Vec<RequiredRole>,
    pub(crate) channels: Vec<RequiredChannel>,
}

/// A role that Paddock gives.
#[derive(Debug)]
pub(crate) struct RequiredRole {
    pub(crate) purpose: &'static RolePurpose,
    /// Absent where none is configured.
    pub(crate) role: Option<RoleId>,
}

/// What a role is given for, and what to do when it cannot be.
#[derive(Debug)]
pub(crate) struct RolePurpose {
    /// Such as "Verified" in "Verified role".
    pub(crate) name: &'static str,
    /// What to say when no role is configured, where a role may be absent.
    pub(crate) unset: Option<&'static str>,
    /// What to do when the role does not exist any more.
    pub(crate) gone: &'static str,
    /// What to do when the role has power over others.
    pub(crate) powerful: &'static str,
}

/// A channel that Paddock posts in.
#[derive(Debug)]
pub(crate) struct RequiredChannel {
    /// Such as "Review" in "Review channel".
    pub(crate) name: &'static str,
    /// Absent where none is configured.
    pub(crate) channel: Option<ChannelId>,
    pub(crate) permissions: &'static [Permission],
}
