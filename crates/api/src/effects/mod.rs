//! Effects: what the API wants done in Discord, written in the transaction of the change that
//! causes it (a transactional outbox).
//!
//! The bot leases effects, performs them and reports. An effect is performed at least once, and
//! effects of one subject in the order of their ids; so every action must be safe to repeat. A
//! lease that runs out returns to the queue. Transient failures back off; permanent ones stop until
//! an admin retries them.
//!
//! *To add an action*: a variant of `EffectAction` in `api-types`, its subject in
//! [`model::subject`], and its performance in the bot.

pub(crate) mod capability;
mod model;
mod routes;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use model::{Effect, EffectError, waits_for_an_admin};
