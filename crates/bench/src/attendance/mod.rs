//! Attendance: check-ins.
//!
//! - `session`: guild and session, created through the API;
//! - `raw`: the statements that Paddock issues;
//! - `check_ins`: both side by side;
//! - `rush`: all members once within seconds, and whether the file then contains all of them.

pub(crate) mod check_ins;
mod raw;
pub(crate) mod rush;
mod session;
