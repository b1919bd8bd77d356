//! Seasons: submissions and leaderboards.
//!
//! - `community`: guild, season and members, created through the API;
//! - `raw`: the statements that Paddock issues;
//! - `rates`: both side by side;
//! - `seed`, `scaling`: a small history and a large one.

pub(crate) mod community;
pub(crate) mod rates;
mod raw;
pub(crate) mod scaling;
pub(crate) mod seed;
