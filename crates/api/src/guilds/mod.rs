//! Guilds: settings, and what the bot reports of the Discord server.
//!
//! A guild without a row has default settings; nothing has to be created first. The report is the
//! bot's latest snapshot of roles, channels and its own standing; rules that need to know about
//! Discord read it and treat "not reported yet" as unknown, not as missing.
//!
//! A *watch* is a time during which the bot gave signs of life and saw presences. One runs at a time; it
//! ends where its last sign of life was, once two minutes have passed without another.

pub(crate) mod capability;
mod model;
mod observe;
mod requirements;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use model::defaults;
pub(crate) use model::{GuildError, SILENCE, Watch, grants_presences, is_powerful};
pub(crate) use observe::{LeagueObserver, LeagueObservers};
#[cfg(test)]
pub(crate) use requirements::of as requirements;
