//! Voice states: who is connected to which voice channel, from the gateway or from the REST API.
//!
//! A guild's states are known from `GUILD_CREATE` on and as long as its shard receives every change.
//! At any other time they are unknown, which is not the same as "nobody is connected".

use crate::{
    discord::{Fault, send},
    ids::ToWire as _,
    shards::shard_of,
};
use paddock_api_types::attendance::CallerVoice;
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    future::IntoFuture as _,
    sync::{Mutex, MutexGuard, PoisonError},
};
use twilight_gateway::{Event, ShardId};
use twilight_http::Client;
use twilight_model::{
    gateway::payload::incoming::GuildCreate,
    id::{
        Id,
        marker::{ChannelMarker, GuildMarker, UserMarker},
    },
    voice::VoiceState,
};

/// Discord's code for a member who is not connected.
const UNKNOWN_VOICE_STATE: u64 = 10065;

/// The voice states of every guild of this process.
#[derive(Debug)]
pub(crate) struct Voices {
    /// The number of shards, from which follows whose guilds a shard's events are about.
    shards: u32,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    known: Known,
    connected: HashSet<u32>,
}

/// The channel of each connected member, by guild; stored beside the session, because a resumed
/// session only sends changes.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(crate) struct Known(HashMap<Id<GuildMarker>, HashMap<Id<UserMarker>, Id<ChannelMarker>>>);

impl Voices {
    pub(crate) fn new(shards: u32) -> Self {
        Self {
            shards,
            state: Mutex::default(),
        }
    }

    /// The channel to which a member is connected; `None` where that is not known.
    pub(crate) fn of(&self, guild: Id<GuildMarker>, user: Id<UserMarker>) -> Option<CallerVoice> {
        let state = self.state();
        if !state.connected.contains(&shard_of(guild, self.shards)) {
            return None;
        }
        let channel = state.known.0.get(&guild)?.get(&user);
        Some(CallerVoice {
            channel_id: channel.map(|channel| channel.wire()),
        })
    }

    /// Records whether a shard receives events. What it missed is sent before it is connected again,
    /// or its states are sent again.
    pub(crate) fn set_connected(&self, shard: u32, is_connected: bool) {
        let mut state = self.state();
        if is_connected {
            state.connected.insert(shard);
        } else {
            state.connected.remove(&shard);
        }
    }

    /// Continues from what was stored.
    pub(crate) fn restore(&self, known: Known) {
        self.state().known = known;
    }

    /// What to store.
    pub(crate) fn snapshot(&self) -> Known {
        self.state().known.clone()
    }

    /// Updates the states by an event.
    pub(crate) fn apply(&self, event: &Event) {
        let mut state = self.state();
        let known = &mut state.known.0;
        match event {
            // A new session does not send what changed since the old one.
            Event::Ready(ready) => {
                let shard = ready.shard.map_or(0, ShardId::number);
                known.retain(|guild, _| shard_of(*guild, self.shards) != shard);
            }
            Event::GuildCreate(create) => match &**create {
                GuildCreate::Available(guild) => {
                    let states = guild.voice_states.iter();
                    let states =
                        states.filter_map(|state| Some((state.user_id, state.channel_id?)));
                    known.insert(guild.id, states.collect());
                }
                GuildCreate::Unavailable(guild) => {
                    known.remove(&guild.id);
                }
            },
            Event::GuildDelete(gone) => {
                known.remove(&gone.id);
            }
            Event::VoiceStateUpdate(update) => state.known.apply(update),
            _ => {}
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn apply(&mut self, update: &VoiceState) {
        let guild = update.guild_id.and_then(|guild| self.0.get_mut(&guild));
        let Some(states) = guild else { return };
        match update.channel_id {
            Some(channel) => states.insert(update.user_id, channel),
            None => states.remove(&update.user_id),
        };
    }
}

/// The channel to which a member is connected, according to Discord's REST API.
pub(crate) async fn ask(
    discord: &Client,
    guild: Id<GuildMarker>,
    user: Id<UserMarker>,
) -> Result<CallerVoice, Fault> {
    let channel = match send(discord.user_voice_state(guild, user).into_future()).await {
        Ok(state) => state.model().await?.channel_id,
        Err(Fault::Refused {
            code: UNKNOWN_VOICE_STATE,
            ..
        }) => None,
        Err(fault) => return Err(fault),
    };
    Ok(CallerVoice {
        channel_id: channel.map(Id::wire),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use paddock_api_types::ChannelId;
    use paddock_sim_discord::{GUILD_ID, Options, SimDiscord};
    use serde_json::{Value, json};

    const GUILD: Id<GuildMarker> = Id::new(7);
    const ADA: Id<UserMarker> = Id::new(201);

    fn event(name: &str, data: &Value) -> Event {
        let text = json!({"op": 0, "s": 1, "t": name, "d": data}).to_string();
        let event = twilight_gateway::parse(text, twilight_gateway::EventTypeFlags::all());
        Event::from(event.unwrap().unwrap())
    }

    fn state(channel: &Value) -> Value {
        json!({
            "guild_id": "7", "user_id": "201", "channel_id": channel, "session_id": "s",
            "deaf": false, "mute": false, "self_deaf": false, "self_mute": false,
            "self_video": false, "suppress": false, "request_to_speak_timestamp": null,
        })
    }

    fn ready() -> Event {
        let user = json!({
            "id": "100", "username": "paddock", "discriminator": "0000", "bot": true,
            "mfa_enabled": false, "flags": 0, "avatar": null,
        });
        let ready = json!({
            "v": 10, "user": user, "guilds": [{"id": "7", "unavailable": true}],
            "session_id": "s", "resume_gateway_url": "ws://127.0.0.1:1", "shard": [0, 1],
            "application": {"id": "100", "flags": 0},
        });
        event("READY", &ready)
    }

    /// Ada is in channel 310.
    fn connected() -> Voices {
        let voices = Voices::new(1);
        voices.set_connected(0, true);
        let mut guild = crate::test::guild_create();
        guild["voice_states"] = json!([state(&json!("310"))]);
        voices.apply(&event("GUILD_CREATE", &guild));
        voices
    }

    const NOWHERE: CallerVoice = CallerVoice { channel_id: None };

    fn channel(channel: i64) -> CallerVoice {
        CallerVoice {
            channel_id: ChannelId::new(channel),
        }
    }

    #[test]
    fn members_are_where_the_gateway_says() {
        let voices = connected();
        assert_eq!(voices.of(GUILD, ADA), Some(channel(310)));
        assert_eq!(voices.of(GUILD, Id::new(202)), Some(NOWHERE));
        voices.apply(&event("VOICE_STATE_UPDATE", &state(&json!("311"))));
        assert_eq!(voices.of(GUILD, ADA), Some(channel(311)));
        voices.apply(&event("VOICE_STATE_UPDATE", &state(&Value::Null)));
        assert_eq!(voices.of(GUILD, ADA), Some(NOWHERE));
    }

    #[test]
    fn nothing_is_guessed() {
        let fresh = Voices::new(1);
        fresh.set_connected(0, true);
        fresh.apply(&event("VOICE_STATE_UPDATE", &state(&json!("310"))));
        assert_eq!(fresh.of(GUILD, ADA), None, "of the others nothing is known");

        let gone = connected();
        let outage = json!({"id": "7", "unavailable": true});
        gone.apply(&event("GUILD_DELETE", &outage));
        assert_eq!(gone.of(GUILD, ADA), None);

        let anew = connected();
        anew.apply(&ready());
        assert_eq!(anew.of(GUILD, ADA), None);
    }

    #[test]
    fn what_a_cut_connection_missed_is_replayed() {
        let voices = connected();
        voices.set_connected(0, false);
        assert_eq!(voices.of(GUILD, ADA), None);
        voices.apply(&event("VOICE_STATE_UPDATE", &state(&json!("311"))));
        voices.set_connected(0, true);
        assert_eq!(voices.of(GUILD, ADA), Some(channel(311)));
    }

    #[tokio::test]
    async fn discord_can_be_asked() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let sim = SimDiscord::start(Options::default()).await.unwrap();
        let discord = Client::builder().token("sim.bot.token".to_owned());
        let discord = discord.proxy(sim.rest_host(), true).build();
        let (guild, ada) = (Id::new(GUILD_ID), Id::new(sim.user_id("ada")));
        assert_eq!(ask(&discord, guild, ada).await, Ok(NOWHERE));
        sim.set_voice("ada", Some("Grid Lounge"));
        let voice = ask(&discord, guild, ada).await.unwrap();
        let channel = voice.channel_id.map(|channel| channel.get().unsigned_abs());
        assert_eq!(channel, Some(sim.channel_id("Grid Lounge")));
        let elsewhere = ask(&discord, Id::new(7), ada).await;
        assert!(elsewhere.is_err(), "unknown is not the same as nowhere");
    }

    #[test]
    fn a_restart_goes_on_from_what_was_stored() {
        let stored = serde_json::to_string(&connected().snapshot()).unwrap();
        let voices = Voices::new(1);
        voices.restore(serde_json::from_str(&stored).unwrap());
        assert_eq!(
            voices.of(GUILD, ADA),
            None,
            "not before the session goes on"
        );
        voices.set_connected(0, true);
        assert_eq!(voices.of(GUILD, ADA), Some(channel(310)));
    }
}
