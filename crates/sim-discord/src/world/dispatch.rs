//! Sending events to the sessions that may receive them.

use serde_json::Value;

use super::World;
use super::payloads::guild_create;
use crate::intents;
use crate::snowflake::Snowflake;

impl World {
    /// Dispatches an event to every session of the guild's shard (shard 0 without a guild) that has one of the intents
    /// in `needs`; 0 needs none.
    pub(crate) fn dispatch(
        &mut self,
        guild: Option<Snowflake>,
        needs: u64,
        event: &str,
        body: &Value,
    ) {
        self.dispatch_if(guild, event, |have| {
            (needs == 0 || have & needs != 0).then_some(body)
        });
    }

    /// As [`World::dispatch`], where the body depends on the session's intents. A bot hears nothing of a guild that it
    /// is not in.
    pub(crate) fn dispatch_if<'a>(
        &mut self,
        guild: Option<Snowflake>,
        event: &str,
        body: impl Fn(u64) -> Option<&'a Value>,
    ) {
        if guild.is_some_and(|guild| !self.has_bot(guild)) {
            return;
        }
        self.dispatch_anyway(guild, event, body);
    }

    /// As [`World::dispatch_if`], also of a guild that the bot is not in.
    pub(super) fn dispatch_anyway<'a>(
        &mut self,
        guild: Option<Snowflake>,
        event: &str,
        body: impl Fn(u64) -> Option<&'a Value>,
    ) {
        let now = self.clock.now_ms();
        let gateway = &mut self.gateway;
        gateway
            .sessions
            .retain(|_, session| !session.is_expired(now));
        gateway.dispatch(guild, event, body);
    }

    /// Dispatches the whole guild to every session of its shard.
    pub(crate) fn dispatch_guild_create(&mut self, guild: Snowflake) {
        let receivers: Vec<_> = self
            .gateway
            .sessions
            .iter()
            .filter(|(_, session)| session.covers(Some(guild)))
            .filter(|(_, session)| session.intents & intents::GUILDS != 0)
            .map(|(id, session)| (id.clone(), session.intents, session.large_threshold))
            .collect();
        for (id, have, large) in receivers {
            let body = guild_create(self, guild, have, large);
            self.gateway.dispatch_to(&id, "GUILD_CREATE", &body);
        }
    }
}
