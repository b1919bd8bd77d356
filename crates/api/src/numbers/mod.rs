//! Car numbers, claimed first come, first served.
//!
//! *Words.* A *number* is a text of digits: `7`, `07` and `007` are three. A *class* of cars has numbers
//! of its own; a guild without classes has one set of numbers. A *claim* is a number with its holder. A
//! *reservation* keeps a number, or a range of values, for one member or for nobody: by an admin, for
//! the member who waited longest (*wait list*), or for the holder of last season (*priority*). A *trade*
//! is an offer to swap numbers, or to give one.
//!
//! *Invariants.*
//! - A number has one holder in its class, by the primary key of claims.
//! - A member holds no more numbers of a class than the guild allows, as each claim also claims the
//!   member's row.
//! - A number that is freed while somebody waits is held for the first in line, in the same transaction.
//! - A number on the league's roster counts as taken for everybody but the member who linked that driver.
//!
//! *To free a number in another way*: delete its claim or reservation, and call
//! [`service::free`](service) in the same transaction.

pub(crate) mod capability;
mod model;
mod observe;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::Claim;
#[cfg(test)]
pub(crate) use model::ClassKey;
