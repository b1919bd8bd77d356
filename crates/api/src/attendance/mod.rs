//! Attendance: sessions during which members type a code that changes every few seconds.
//!
//! *Words.* A *session* is open in a channel; its *codes* are computed from its secret and the time.
//! A member who types the present one has a *record*, present or late; admins may mark others as
//! excused or absent. A member who is *expected* and has no record is missing. A *display* is the
//! message that shows the code.
//!
//! *Invariants.*
//! - One session is open per guild and channel, by a unique key.
//! - One record per member and session; of two check-ins the one typed later stands.
//! - A code is judged by when Discord created the interaction, so a slow network costs nobody theirs.
//! - A record that only says that somebody raced gives way to every check-in and mark, and replaces none.
//! - Nothing that a restart would lose: codes need no memory, and displays are found by their rows.
//!
//! *To count attendance in another way*: read the records through `service`, as `credits` does. *To
//! record it in another way*: as `service::set_raced` does for results.

pub(crate) mod capability;
mod config;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::AttendanceError;
