//! Points of a season from results of races.
//!
//! *Words.* A *rule* says what results of a league's season are worth. A *score* is what a driver has
//! of a subsession or a round; a *finish* is a position in the last race of one. The worst rounds of a
//! driver may be *dropped*. A *credit* is what a member was given for all rounds of a season so far. A
//! *penalty* takes points, in the words of who decided about it.
//!
//! *Invariants.*
//! - Scores follow from results, rule and links as they are at the moment. Of them only credits are
//!   kept, and the ledger entries about results sum up to them.
//! - The ledger follows results that are final and not void, a preview all that are not void.
//! - Rounds are dropped, not subsessions, and a round that was missed is worth 0. A penalty is never
//!   dropped.
//! - Neither names nor customer ids leave here: who has linked is a member, everybody else a car.
//!
//! *To reward something else*: a field of `ResultRule` in `api-types`, and its points in
//! `model::scores`.

pub(crate) mod capability;
mod model;
mod routes;
mod service;
mod store;
#[cfg(test)]
mod tests;
