//! Staff: who they are, whether they are there, and for how long.
//!
//! *Words.* The *roster* lists the staff of a guild by rank. A member's *status* is what Discord says, as
//! the bot reports it, or unknown. It is known within a *watch* (see `guilds`): a time during which the
//! bot saw presences. An *interval* is a time that somebody spent in one known status, or on duty by
//! their own word; what no interval covers is unknown. The status that goes on stands in the member's
//! row, and becomes an interval once it ends. A *leave* of absence has days in the member's time zone.
//!
//! *Invariants.*
//! - Unknown is never shown as offline: a status is shown within the watch that it was seen in, and no
//!   longer, also when no job has run.
//! - Intervals of a member add up: time is counted once, and what is not known is unknown, so that a
//!   span of time is the sum of its statuses over restarts, reconnects and clocks that step.
//! - A report that says what is known writes nothing, but once a minute that it was confirmed.
//! - What a member hides is not stored, and is deleted the moment they hide it. Of activities and custom
//!   statuses there is no history.
//! - A change of anything that the roster shows has a number in the guild that is greater than all before
//!   it, in the order of commits, so that whoever watches goes on after the last one they saw.
//!
//! *To react to presence in another way*: read through `service`, or follow the numbers as `live` does.

pub(crate) mod capability;
mod live;
mod model;
mod observe;
mod pages;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use live::Hub;
pub(crate) use model::StaffError;
