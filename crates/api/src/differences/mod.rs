//! Claims beside the league's roster: what is as claimed, what is still to be assigned in iRacing, and
//! where both disagree.
//!
//! *Words.* A number may stand on the roster several times, each an *entry*; its *claims* are in
//! different classes. A claim *matches* an entry where the account is its holder's.
//!
//! *Invariants.*
//! - Nothing is kept: differences follow from what claims and roster are at the moment.
//! - Names and customer ids are shown with consent only, in every list.
//!
//! *To compare something else*: a kind in `api-types`, and its rule in `model`.

pub(crate) mod capability;
mod model;
mod routes;
pub(crate) mod service;
#[cfg(test)]
mod tests;
