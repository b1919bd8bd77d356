//! Points of a season from results of races.
//!
//! *Words.* A *rule* says what results of a league's season are worth. A *score* is what a driver has
//! of a subsession or a round; a *finish* is a position in the last race of one. The worst rounds of a
//! driver may be *dropped*.
//!
//! *Invariants.*
//! - Scores follow from results, rule and links as they are at the moment, and nothing is kept.
//! - Rounds are dropped, not subsessions, and a round that was missed is worth 0.
//! - Neither names nor customer ids leave here: who has linked is a member, everybody else a car.
//!
//! *To reward something else*: a field of `ResultRule` in `api-types`, and its points in
//! `model::scores`.

pub(crate) mod capability;
mod model;
mod routes;
mod service;
