//! Car numbers: claims, reading them, and how they compare with a roster.
//!
//! - `sets`: which numbers are claimed, by whom;
//! - `raw`: the statements that Paddock issues for a claim;
//! - `claims`: both side by side;
//! - `seed`, `scaling`: a few claims and many;
//! - `differences`: many claims beside a roster of as many drivers.

pub(crate) mod claims;
pub(crate) mod differences;
mod raw;
pub(crate) mod scaling;
pub(crate) mod seed;
mod sets;
