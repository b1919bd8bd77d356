//! Members: one identity per person and guild, and what it may do.
//!
//! A member registers (`pending`), is `verified` or `rejected` by an admin, and may be `banned`.
//! Registering again changes names, never the status. Leaving Discord keeps everything; a member who
//! returns is as they were. Admin and API access are granted to verified members only, and end with
//! the verification.
//!
//! This capability owns identity and rights: every other may ask it, it asks none of them but
//! guilds, roles, effects and the audit log. Others react to a change of status as
//! [`MemberObserver`]s, in the transaction of the change.

pub(crate) mod capability;
mod model;
mod observe;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::{DiscordRights, Member, MemberError, Standing, level};
pub(crate) use observe::{MemberObserver, MemberObservers};
