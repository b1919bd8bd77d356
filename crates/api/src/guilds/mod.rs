//! Guilds: settings, what the bot reports of the Discord server, and the checkup that compares the
//! two.
//!
//! A guild without a row has default settings; nothing has to be created first. The report is the
//! bot's latest snapshot of roles, channels and its own standing; rules that need to know about
//! Discord read it and treat "not reported yet" as unknown, not as missing.
//!
//! *To have a feature checked*: add what it needs to [`checkup`].

mod checkup;
mod model;
pub(crate) mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;
