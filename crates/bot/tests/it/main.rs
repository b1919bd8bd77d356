//! The real bot between a simulated Discord and a stub of the API, over real sockets.

#![expect(clippy::unwrap_used, reason = "the whole crate is tests")]

mod answers;
mod connection;
mod displays;
mod effects;
mod found;
mod helpers;
mod intents;
mod numbers;
mod presences;
mod registration;
mod removal;
mod reports;
mod stub_api;
