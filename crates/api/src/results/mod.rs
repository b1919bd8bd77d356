//! Results of races, as iRacing has them: imported from files, or read from iRacing.
//!
//! *Words.* A *subsession* is what iRacing keeps results of; its *sessions* are practice, qualifying and
//! races, of which heats make several. A *row* is a driver, a team, or a driver of a team in one of
//! them. A *round* of a league's season is one or more subsessions. A result is *provisional* until an
//! admin makes it *final*.
//!
//! *Invariants.*
//! - Identity is the subsession's id, never a file's name. The same content again changes nothing; other
//!   content is a correction, which replaces all rows and raises the version.
//! - A final result is corrected only by who says so.
//! - Positions count from 1, times are in 1/10000 s, and what iRacing has as none is none.
//! - Customer ids stand in no audit entry and no difference. Names and customer ids are shown with
//!   consent only; everybody else is a car number and a position. Who was erased stays so, also when
//!   the same drive is imported again.
//! - Attendance from a round follows from the results and links of the moment, and replaces no record of
//!   another kind.
//! - The rounds that nobody chose follow from the days on which they were raced.
//!
//! *To read results from elsewhere*: a `ResultSource` in `api-types`, and whatever calls
//! `service::keep` with a [`paddock_iracing::Subsession`]. What is made of results builds on
//! `service::content`, `service::rounds_of_season` and [`outcome`].

pub(crate) mod capability;
mod model;
mod observe;
mod pages;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::Drive;
pub(crate) use model::content::{Row, Session};
pub(crate) use model::outcome::{laps_driven, outcome};
pub(crate) use observe::{RoundsObserver, RoundsObservers};
