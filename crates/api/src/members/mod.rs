//! Members: one identity per person and guild, and what it may do.
//!
//! A member registers (`pending`), is `verified` or `rejected` by an admin, and may be `banned`.
//! Registering again changes names, never the status. Leaving Discord keeps everything; whoever
//! comes back is as they were. Admin and API access are granted to verified members only, and end
//! with the verification.
//!
//! This capability owns identity and rights: every other may ask it, it asks none of them but
//! guilds, roles, effects and the audit log. What others make of a change of status they hear as
//! [`Follower`]s, in the transaction of the change.

mod follow;
mod model;
pub(crate) mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use follow::{Follower, Followers};
pub(crate) use model::{DiscordRights, Member, MemberError, Standing, level};
