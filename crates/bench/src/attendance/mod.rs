//! Attendance: check-ins.
//!
//! - `session`: guild and session, set up through the API;
//! - `raw`: the statements that Paddock issues;
//! - `check_ins`: both side by side;
//! - `rush`: everybody in a hall once, and whether all of them are in the file afterwards.

pub(crate) mod check_ins;
mod raw;
pub(crate) mod rush;
mod session;
