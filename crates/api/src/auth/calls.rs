//! Who called when, for capabilities that keep it.
//!
//! It is noted in the background: a call neither waits for that nor fails with it.

use crate::context::Context;
use crate::db::Error;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How often a capability hears of one who calls again and again; of several replicas, from each.
const EVERY: Duration = Duration::from_mins(1);
/// As many callers are remembered. Forgetting them costs a question to the database.
const REMEMBERED: usize = 10_000;

/// Notes that a user called in a guild.
pub(crate) type CallObserver =
    for<'a> fn(&'a Context, GuildId, UserId, Timestamp) -> BoxFuture<'a, Result<(), Error>>;

/// Every observer, in the order of the capabilities.
pub(crate) struct CallObservers {
    all: Vec<CallObserver>,
    /// When they last heard of somebody. Only saves asking: how often something is written is for the
    /// observer to say, by what is stored.
    heard: Mutex<HashMap<(GuildId, UserId), Timestamp>>,
}

impl CallObservers {
    /// Puts observers in place.
    pub(crate) fn new(all: Vec<CallObserver>) -> Self {
        let heard = Mutex::default();
        Self { all, heard }
    }

    /// Whether they hear of this call, and if so remembers it.
    fn hear(&self, guild: GuildId, user: UserId, at: Timestamp) -> bool {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let last = heard.get(&(guild, user)).copied();
        // One that lies ahead was by a clock that has been set right since.
        if last.is_some_and(|last| last <= at && at.duration_since(last).unsigned_abs() < EVERY) {
            return false;
        }
        if heard.len() >= REMEMBERED {
            heard.clear();
        }
        heard.insert((guild, user), at);
        true
    }
}

/// Has observers hear that a user called.
pub(super) fn note(ctx: &Context, guild: GuildId, user: UserId, at: Timestamp) {
    if !ctx.extensions.get::<CallObservers>().hear(guild, user, at) {
        return;
    }
    let ctx = ctx.clone();
    tokio::spawn(async move {
        for observer in &ctx.extensions.get::<CallObservers>().all {
            if let Err(error) = observer(&ctx, guild, user, at).await {
                tracing::warn!(%error, "it cannot be noted that somebody called");
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{guild, user};

    #[test]
    fn one_who_calls_again_and_again_is_heard_of_once_a_minute() {
        let observers = CallObservers::new(Vec::new());
        let at = |second: i64| Timestamp::from_second(1_800_000_000 + second).unwrap();
        let hears = |id, second| observers.hear(guild(1), user(id), at(second));
        assert!(hears(1, 0));
        assert!(!hears(1, 59));
        assert!(hears(2, 59));
        assert!(hears(1, 60));
        assert!(hears(1, 30), "the clock was set right");
        assert!(observers.hear(guild(2), user(1), at(31)), "another guild");
    }
}
