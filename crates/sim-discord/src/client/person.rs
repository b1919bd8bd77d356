//! A person at their Discord client.

use std::sync::Arc;

use serde_json::Value;

use super::reply::{OnMessage, Reply};
use super::slash::{Place, Typed};
use super::{ClientError, refused, start};
use crate::permissions;
use crate::world::{Message, Shared, Snowflake, User, World, response};

/// Something a person does: the future of what they see in the end.
pub trait Acting: Future<Output = Result<Reply, ClientError>> + Send {}

impl<F: Future<Output = Result<Reply, ClientError>> + Send> Acting for F {}

/// A person who acts in one guild and channel; made by [`crate::SimDiscord::as_user`].
#[derive(Clone)]
pub struct Person {
    shared: Arc<Shared>,
    name: String,
    guild: Option<Snowflake>,
    channel: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Person {
    pub(crate) fn new(shared: Arc<Shared>, name: &str) -> Self {
        let guild = Some(shared.read(|world| world.home));
        Self {
            shared,
            name: name.to_owned(),
            guild,
            channel: "general".to_owned(),
            files: Vec::new(),
        }
    }

    /// The same person in another channel, by name or id.
    #[must_use]
    pub fn in_channel(mut self, channel: &str) -> Self {
        channel.clone_into(&mut self.channel);
        self
    }

    /// The same person in another guild.
    #[must_use]
    pub fn in_guild(mut self, guild: Snowflake) -> Self {
        self.guild = Some(guild);
        self
    }

    /// The same person in their direct messages with the bot.
    #[must_use]
    pub fn in_dm(mut self) -> Self {
        self.guild = None;
        self
    }

    /// The same person with a file at hand, for attachment options that name it.
    #[must_use]
    pub fn with_file(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), content.into()));
        self
    }

    /// Types a command: `/register name:Ada Lovelace external_id:42`.
    ///
    /// As with every action here, nothing happens until the future is polled, and it borrows nothing: it can be joined
    /// with the bot's side of the conversation, or spawned.
    pub fn slash(&self, text: &str) -> impl Acting + use<> {
        let (me, typed) = (
            self.clone(),
            Typed {
                words: text.to_owned(),
                options: None,
            },
        );
        async move {
            me.act(|world, place| start::command(world, place, typed, false))
                .await
        }
    }

    /// Sends a command by its words (`token revoke`) with options as a JSON object; the values are typed as text.
    pub fn slash_with(&self, words: &str, options: Value) -> impl Acting + use<> {
        let (me, words) = (self.clone(), words.to_owned());
        async move {
            let Value::Object(options) = options else {
                return refused("options must be a JSON object");
            };
            let text = |value: Value| match value {
                Value::String(text) => text,
                other => other.to_string(),
            };
            let options = options.into_iter().filter(|(_, value)| !value.is_null());
            let options = options.map(|(name, value)| (name, text(value))).collect();
            let typed = Typed {
                words,
                options: Some(options),
            };
            me.act(|world, place| start::command(world, place, typed, false))
                .await
        }
    }

    /// Types a command up to an option and asks for completions of that last option.
    pub fn autocomplete(&self, text: &str) -> impl Acting + use<> {
        let (me, typed) = (
            self.clone(),
            Typed {
                words: text.to_owned(),
                options: None,
            },
        );
        async move {
            me.act(|world, place| start::command(world, place, typed, true))
                .await
        }
    }

    /// Presses the button with this `custom_id` (or label).
    pub fn press<M: OnMessage>(&self, on: &M, button: &str) -> impl Acting + use<M> {
        let (me, message, button) = (self.clone(), on.message_id(), button.to_owned());
        async move {
            me.act_on(|world, place| start::press(world, place, message, &button))
                .await
        }
    }

    /// Picks values (or labels, or names of users, roles, channels) from the menu with this `custom_id`.
    pub fn select<M: OnMessage>(&self, on: &M, menu: &str, picks: &[&str]) -> impl Acting + use<M> {
        let (me, message, menu) = (self.clone(), on.message_id(), menu.to_owned());
        let picks: Vec<_> = picks.iter().map(|&pick| pick.to_owned()).collect();
        async move {
            me.act_on(|world, place| start::select(world, place, message, &menu, &picks))
                .await
        }
    }

    /// Fills in and sends the form that `reply` is; fields not named keep what they hold.
    pub fn submit_modal(&self, reply: &Reply, fields: &[(&str, &str)]) -> impl Acting + use<> {
        let (me, interaction) = (self.clone(), reply.interaction_id);
        let fields: Vec<_> = fields
            .iter()
            .map(|&(id, value)| (id.to_owned(), value.to_owned()))
            .collect();
        async move { me.submit(interaction, &fields).await }
    }

    /// Writes a plain message.
    pub fn say(&self, text: &str) -> Result<Message, ClientError> {
        self.shared.update(|world| {
            self.at(world, |world, place| {
                if !may_write(world, place) {
                    return refused(format!("{} may not write there", self.name));
                }
                let message = Message {
                    id: world.clock.next_id(),
                    channel_id: place.channel,
                    author_id: place.user.id,
                    kind: 0,
                    content: text.to_owned(),
                    embeds: Vec::new(),
                    components: Vec::new(),
                    attachments: Vec::new(),
                    flags: 0,
                    allowed_mentions: None,
                    created_ms: world.clock.now_ms(),
                    edited_ms: None,
                    edits: 0,
                    nonce: None,
                    visible_to: None,
                    interaction_id: None,
                };
                world.message_appears(message.clone());
                Ok(message)
            })
        })
    }

    pub(crate) async fn submit(
        &self,
        interaction: Snowflake,
        fields: &[(String, String)],
    ) -> Result<Reply, ClientError> {
        self.act_on(|world, place| start::modal(world, place, interaction, fields))
            .await
    }

    pub(crate) async fn select_many(
        &self,
        message: Snowflake,
        menu: &str,
        picks: &[String],
    ) -> Result<Reply, ClientError> {
        self.act_on(|world, place| start::select(world, place, Some(message), menu, picks))
            .await
    }

    /// Acts where this person was last seen.
    async fn act(
        &self,
        start: impl FnOnce(&mut World, Place<'_>) -> Result<Snowflake, ClientError>,
    ) -> Result<Reply, ClientError> {
        let interaction = self.shared.update(|world| self.at(world, start))?;
        await_reply(&self.shared, interaction).await
    }

    /// Acts on something that stands somewhere already: only who it is matters.
    async fn act_on(
        &self,
        start: impl FnOnce(&mut World, Place<'_>) -> Result<Snowflake, ClientError>,
    ) -> Result<Reply, ClientError> {
        let interaction = self.shared.update(|world| {
            let user = self.find(world)?;
            let (guild, channel) = (self.guild, 0);
            let place = Place {
                user: &user,
                guild,
                channel,
                files: &self.files,
            };
            start(world, place)
        })?;
        await_reply(&self.shared, interaction).await
    }

    fn find(&self, world: &World) -> Result<User, ClientError> {
        let user = world.find_user(self.guild, &self.name);
        let user = user.and_then(|id| world.users.get(&id)).cloned();
        user.ok_or_else(|| ClientError::Refused(format!("There is nobody called {}", self.name)))
    }

    /// Finds out who this is and where.
    fn at<T>(
        &self,
        world: &mut World,
        act: impl FnOnce(&mut World, Place<'_>) -> Result<T, ClientError>,
    ) -> Result<T, ClientError> {
        let user = self.find(world)?;
        let channel = match self.guild {
            None => world.dm_with(user.id),
            Some(guild) => {
                let here = world.guilds.get(&guild);
                if !here.is_some_and(|guild| guild.members.contains_key(&user.id)) {
                    return refused(format!("{} is not a member of this server", self.name));
                }
                let Some(channel) = world.find_channel(guild, &self.channel) else {
                    return refused(format!("There is no channel #{}", self.channel));
                };
                channel
            }
        };
        act(
            world,
            Place {
                user: &user,
                guild: self.guild,
                channel,
                files: &self.files,
            },
        )
    }
}

fn may_write(world: &World, place: Place<'_>) -> bool {
    match world.channel(place.channel) {
        Some((channel, Some(guild))) => {
            permissions::in_channel(guild, channel, place.user.id) & permissions::SEND_MESSAGES != 0
        }
        found => found.is_some(),
    }
}

/// Waits for the first response, and for its edit when it was a deferral.
async fn await_reply(shared: &Arc<Shared>, id: Snowflake) -> Result<Reply, ClientError> {
    let (limit, patience) =
        shared.read(|world| (world.options.response_limit, world.options.patience));
    let limit_ms = i64::try_from(limit.as_millis()).unwrap_or(3000);
    let given = shared.wait_for(limit, |world| {
        let interaction = world.interactions.get(&id)?;
        let late = world.clock.now_ms() - interaction.created_ms > limit_ms;
        let response = interaction.response.as_ref();
        response
            .map(|r| Ok(r.kind))
            .or_else(|| late.then_some(Err(ClientError::NoReply)))
    });
    let kind = given.await.ok_or(ClientError::NoReply)??;
    let done = shared.wait_for(patience, |world| {
        let interaction = world.interactions.get(&id)?;
        let given = interaction.response.as_ref()?;
        let message = given.message.and_then(|id| world.messages.get(&id));
        match kind {
            response::DEFERRED_MESSAGE => message.is_none_or(|m| !m.is_loading()),
            response::DEFERRED_UPDATE => {
                message.is_none_or(|m| m.edits > given.edits_before)
                    || !interaction.followups.is_empty()
            }
            _ => true,
        }
        .then_some(())
    });
    // A deferred update that is never made leaves the message as it was; that is no failure to show.
    if done.await.is_none() && kind == response::DEFERRED_MESSAGE {
        return Err(ClientError::StillThinking);
    }
    shared
        .read(|world| Reply::read(world, shared, id))
        .ok_or(ClientError::NoReply)
}
