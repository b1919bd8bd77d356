//! Seasons: points for what members submit, a leaderboard, ranks, and what ranks win.
//!
//! *Words.* A season takes *items*, each worth points. A member joins (and so has a *standing*),
//! submits items, and is credited once somebody approves. Every point has an entry in the *ledger*,
//! which is only ever added to; a standing is the sum of its entries. Points reach *ranks*, ranks
//! have *prizes*, a prize that a member won is an *award*.
//!
//! *Invariants*, proven on the stored data by [`service::verify`]:
//! - a standing's points are the sum of the member's ledger entries in the season;
//! - an approved submission's entries sum up to its points, every other submission's to none;
//! - the counts from which places are computed are the counts of the standings listed.
//!
//! Whether a season is open follows from the clock and its dates, never from a job having run.
//! Closing freezes the standings' rows, so that a change at the same moment finds them frozen.
//!
//! *To give points in another way*: credit them through `service::points`, which keeps all of this.

pub(crate) mod capability;
mod model;
mod observe;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::SeasonError;
pub use service::{Difference, verify};
