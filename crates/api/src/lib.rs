//! The Paddock API: every rule and every row.
//!
//! One folder per capability, and in each the same files: `mod.rs` says what it is and how to add
//! to it, `capability.rs` what it contributes to the service, `model.rs` holds types and pure rules,
//! `service.rs` one function per operation, `store.rs` every statement, `routes.rs` the paths. A
//! request goes from the route through the service to the store; only services open transactions.
//!
//! Capabilities know each other one way: each may use those before it in `capabilities::ALL`.

mod app;
mod auth;
mod capabilities;
mod capability;
mod clock;
pub mod config;
mod context;
mod csv;
mod db;
mod error;
mod extensions;
mod http;
mod ids;
mod jobs;
mod operation;
mod page;
mod pages;
mod personal_data;
mod requirements;
mod secret;
mod state;
mod task;
#[cfg(test)]
mod testing;

mod attendance;
mod audit;
mod browser;
mod checkup;
mod differences;
mod effects;
mod guilds;
mod iracing;
mod league;
mod members;
mod numbers;
mod privacy;
mod results;
mod roles;
mod scoring;
mod seasons;
mod staff;
mod tokens;

pub use app::{App, Seams, openapi};
pub use clock::{Clock, FixedClock, SystemClock};
pub use db::{BackupError, Database, Error as DatabaseError, Integrity, Location, Schema, Stored};
pub use http::count_lost_log_lines;
pub use ids::{Rng, SystemRng};
pub use iracing::rotate_key;
pub use jobs::Jobs;
pub use seasons::{Difference, verify};
