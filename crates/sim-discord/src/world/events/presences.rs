//! What members show of themselves, and where they talk.

use serde_json::json;

use crate::intents;
use crate::model::{Presence, VoiceState};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

impl World {
    /// Changes the presence of `user`, and announces it in each of their guilds. As on Discord, there is no event where
    /// others see no difference.
    pub(crate) fn set_presence(&mut self, user: Snowflake, mut presence: Presence) {
        presence.date(self.clock.now_ms());
        let Some(known) = self.users.get_mut(&user) else {
            return;
        };
        let is_news = known.presence.wire() != presence.wire();
        known.presence = presence;
        if is_news {
            let guilds = self.guilds.values();
            let joined = guilds.filter(|guild| guild.members.contains_key(&user));
            let joined: Vec<_> = joined.map(|guild| guild.id).collect();
            for guild in joined {
                self.dispatch_presence(guild, user);
            }
        }
    }

    pub(super) fn dispatch_presence(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(user) = self.users.get(&user) else {
            return;
        };
        let mut body = wire::presence(user);
        body["guild_id"] = json!(guild.to_string());
        self.dispatch(
            Some(guild),
            intents::GUILD_PRESENCES,
            "PRESENCE_UPDATE",
            &body,
        );
    }

    /// Moves a member to a voice channel, or disconnects them.
    pub(crate) fn set_voice_channel(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        channel: Option<Snowflake>,
    ) {
        let session_id = format!("voice-{user}");
        let Some(here) = self.guilds.get_mut(&guild) else {
            return;
        };
        if let Some(channel_id) = channel {
            let state = VoiceState {
                channel_id,
                session_id,
            };
            here.voice.insert(user, state);
        } else {
            here.voice.remove(&user);
        }
        let body = wire::member_voice_state(self, guild, user);
        self.dispatch(
            Some(guild),
            intents::GUILD_VOICE_STATES,
            "VOICE_STATE_UPDATE",
            &body,
        );
    }
}
