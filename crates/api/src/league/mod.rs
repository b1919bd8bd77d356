//! The iRacing league: who of its drivers is who in Discord, and which numbers they have there.
//!
//! *Words.* A *link* says which iRacing account, known by its *customer id*, is a member's. It is
//! *proven* where iRacing itself said so; otherwise the member did. A *roster* lists the *drivers* of
//! the league, with the numbers that it has assigned; there is one from each source. The newest that
//! has numbers is the *current* one, and what races showed is so only where no other has any.
//!
//! *Invariants.*
//! - An account is linked by one member of a guild, by a unique key; a proven link takes it from an
//!   unproven one.
//! - A roster changes as a whole, in one transaction at its version, or not at all.
//! - Numbers on a roster are as iRacing has them: several drivers may have the same, and most of a
//!   large league have none.
//! - Customer ids stand in no audit entry, and names and customer ids are shown with consent only:
//!   that of the member who linked the account, or that which the guild says the league holds.
//!
//! *To read rosters from elsewhere*: a `RosterSource` in `api-types`, and whatever calls
//! `service::rosters::store` with its drivers.

pub(crate) mod capability;
mod config;
mod live;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::LeagueError;
pub(crate) use model::rosters::{Driver, Entry, NumberedDriver};
#[cfg(test)]
pub(crate) use tests::Track;
