//! Attendance: sessions during which members type a code that changes every few seconds.
//!
//! *Words.* A *session* is open in a channel; its *codes* are computed from its secret and the time.
//! A member who types the present one has a *record*, present or late; admins may mark others as
//! excused or absent. A member who is *expected* and has no record is missing, or excused as long as
//! another capability has an *excuse* for the moment at which the session was opened. A *display* is the
//! message that shows the code.
//!
//! *Invariants.*
//! - One session is open per guild and channel, by a unique key.
//! - One record per member and session; of two check-ins the one typed later stands.
//! - A code is judged by when Discord created the interaction, so a slow network costs nobody theirs.
//! - A record that only says that somebody raced gives way to every check-in and mark, and replaces none.
//! - An excuse is no record: it counts where there is none, and as long as it lasts.
//! - Nothing that a restart would lose: codes need no memory, and displays are found by their rows.
//!
//! *To count attendance in another way*: read the records through `service`, as `credits` does. *To
//! record it in another way*: as `service::set_raced` does for results. *To excuse members in another
//! way*: register an [`ExcuseSource`], as staff does.

pub(crate) mod capability;
mod config;
mod excuses;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use excuses::{Excuse, ExcuseSource, ExcuseSources};
pub(crate) use model::AttendanceError;
