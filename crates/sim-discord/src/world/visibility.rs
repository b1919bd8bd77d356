//! Channels that the bot cannot see.

use std::collections::BTreeSet;

use super::{World, wire};
use crate::intents;
use crate::snowflake::Snowflake;

impl World {
    /// The channels of a guild that the bot cannot see.
    pub(super) fn hidden_channels(&self, guild: Snowflake) -> BTreeSet<Snowflake> {
        let Some(here) = self.guilds.get(&guild) else {
            return BTreeSet::new();
        };
        let channels = here.channels.values();
        let hidden = channels.filter(|channel| wire::is_hidden(self, channel));
        hidden.map(|channel| channel.id).collect()
    }

    /// Announces the channels that the bot sees, or does not see any more, since `before`.
    pub(super) fn announce_visibility(&mut self, guild: Snowflake, before: &BTreeSet<Snowflake>) {
        for changed in &self.hidden_channels(guild) ^ before {
            let channel = self.channel(changed).map(|(channel, _)| channel.clone());
            if let Some(channel) = channel {
                let body = wire::announced_channel(self, &channel);
                self.dispatch(Some(guild), intents::GUILDS, "CHANNEL_UPDATE", &body);
                self.sync_threads(guild, channel.id);
            }
        }
    }
}
