//! The system tests, one file per theme, in one program: each would link the whole system.

#![expect(
    clippy::unwrap_used,
    reason = "a test says what it expects; helpers belong to tests"
)]

mod attendance;
mod backup;
mod browser;
mod by_hand;
mod caddy;
mod configuration;
mod connections;
mod crash;
mod displays;
mod docs_page;
mod effects;
mod first_run;
mod gateway;
mod help;
mod journey;
mod league;
mod lost_log;
mod membership;
mod numbers;
mod outages;
mod play;
mod roles;
mod rush;
mod season_crash;
mod seasons;
mod shutdown;
mod staff;
mod staff_page;
mod story;
mod sync_crash;
mod toys;
mod verify;
