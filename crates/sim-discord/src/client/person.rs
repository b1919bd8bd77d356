//! A person at their Discord client.

use std::sync::Arc;

use serde_json::Value;

use super::error::{ClientError, refused};
use super::option::media_type;
use super::place::Place;
use super::reply::{OnMessage, Reply};
use super::slash::TypedCommand;
use super::start;
use crate::clock;
use crate::model::{Channel, Message, User, response};
use crate::permissions;
use crate::snowflake::Snowflake;
use crate::world::{Shared, World};

/// The future of an action: what the person sees in the end.
pub trait ReplyFuture: Future<Output = Result<Reply, ClientError>> + Send {}

impl<F: Future<Output = Result<Reply, ClientError>> + Send> ReplyFuture for F {}

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

    /// The same person in another channel or thread, by name or id.
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

    /// The same person with a file, for attachment options that name it.
    #[must_use]
    pub fn with_file(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), content.into()));
        self
    }

    /// Types a command: `/register name:Ada Lovelace external_id:42`.
    ///
    /// As with every action here, nothing happens until the future is polled, and it borrows nothing: it can be joined
    /// with the bot's side of the conversation, or spawned.
    pub fn slash(&self, text: &str) -> impl ReplyFuture + use<> {
        self.type_command(text, false)
    }

    /// Sends a command by its words (`token revoke`) with options as a JSON object; the values are typed as text.
    pub fn slash_with(&self, words: &str, options: Value) -> impl ReplyFuture + use<> {
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
            let typed = TypedCommand {
                words,
                options: Some(options),
            };
            me.act(|world, place| start::command(world, place, typed, false))
                .await
        }
    }

    /// Types a command up to an option and requests completions of that last option.
    pub fn autocomplete(&self, text: &str) -> impl ReplyFuture + use<> {
        self.type_command(text, true)
    }

    fn type_command(&self, text: &str, focus: bool) -> impl ReplyFuture + use<> {
        let typed = TypedCommand {
            words: text.to_owned(),
            options: None,
        };
        let me = self.clone();
        async move {
            me.act(|world, place| start::command(world, place, typed, focus))
                .await
        }
    }

    /// Presses the button with this `custom_id` (or label).
    pub fn press<M: OnMessage>(&self, on: &M, button: &str) -> impl ReplyFuture + use<M> {
        let (me, message, button) = (self.clone(), on.message_id(), button.to_owned());
        async move {
            me.act_on(|world, place| start::press(world, place, message, &button))
                .await
        }
    }

    /// Selects values (or labels, or names of users, roles, channels) in the menu with this `custom_id`.
    pub fn select<M: OnMessage>(
        &self,
        on: &M,
        menu: &str,
        values: &[&str],
    ) -> impl ReplyFuture + use<M> {
        let (me, message, menu) = (self.clone(), on.message_id(), menu.to_owned());
        let values: Vec<_> = values.iter().map(|&value| value.to_owned()).collect();
        async move {
            me.act_on(|world, place| start::select(world, place, message, &menu, &values))
                .await
        }
    }

    /// Fills in and sends the form that `reply` shows; fields that are not named keep their value.
    pub fn submit_modal(&self, reply: &Reply, fields: &[(&str, &str)]) -> impl ReplyFuture + use<> {
        let (me, interaction) = (self.clone(), reply.interaction_id);
        let fields: Vec<_> = fields
            .iter()
            .map(|&(id, value)| (id.to_owned(), value.to_owned()))
            .collect();
        async move { me.submit(interaction, &fields).await }
    }

    /// Writes a plain message, with the person's files.
    pub fn say(&self, text: &str) -> Result<Message, ClientError> {
        self.shared.update(|world| {
            self.act_at(world, |world, place| {
                let granted = world.permissions_in(place.channel, place.user.id);
                let granted = granted.unwrap_or(0);
                let channel = world.channel(place.channel).map(|(channel, _)| channel);
                if !channel.is_some_and(|channel| permissions::may_write(channel, granted)) {
                    return refused(format!("{} may not write there", self.name));
                }
                if !self.files.is_empty() && granted & permissions::ATTACH_FILES == 0 {
                    let name = &place.user.username;
                    return refused(format!("{name} may not send files there"));
                }
                let files = self.files.iter().map(|(name, content)| {
                    let kind = media_type(name);
                    world.new_attachment(place.channel, name, kind, content.as_slice().into())
                });
                let message = Message {
                    content: text.to_owned(),
                    attachments: files.collect(),
                    ..world.new_message(place.channel, place.user.id)
                };
                world.add_message(message.clone());
                Ok(message)
            })
        })
    }

    /// Starts a thread in this person's channel, from a message in it or on its own.
    pub fn start_thread(
        &self,
        name: &str,
        message: Option<Snowflake>,
    ) -> Result<Channel, ClientError> {
        self.shared.update(|world| {
            self.act_at(world, |world, place| {
                start::thread(world, place, name, message)
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
        values: &[String],
    ) -> Result<Reply, ClientError> {
        self.act_on(|world, place| start::select(world, place, Some(message), menu, values))
            .await
    }

    /// Acts in this person's channel.
    async fn act(
        &self,
        start: impl FnOnce(&mut World, Place<'_>) -> Result<Snowflake, ClientError>,
    ) -> Result<Reply, ClientError> {
        let interaction = self.shared.update(|world| self.act_at(world, start))?;
        await_reply(&self.shared, interaction).await
    }

    /// Acts on something that has its own channel: only the person matters.
    async fn act_on(
        &self,
        start: impl FnOnce(&mut World, Place<'_>) -> Result<Snowflake, ClientError>,
    ) -> Result<Reply, ClientError> {
        let interaction = self.shared.update(|world| {
            let user = self.find(world)?;
            start(world, self.place(&user, 0))
        })?;
        await_reply(&self.shared, interaction).await
    }

    fn find(&self, world: &World) -> Result<User, ClientError> {
        let user = world.find_user(self.guild, &self.name);
        let user = user.and_then(|id| world.users.get(&id)).cloned();
        user.ok_or_else(|| ClientError::Refused(format!("There is nobody called {}", self.name)))
    }

    /// Finds the person and their channel.
    fn act_at<T>(
        &self,
        world: &mut World,
        act: impl FnOnce(&mut World, Place<'_>) -> Result<T, ClientError>,
    ) -> Result<T, ClientError> {
        let user = self.find(world)?;
        let channel = match self.guild {
            None => world.open_dm_channel(user.id),
            Some(guild) => {
                let name = &self.name;
                let Some((_, member)) = world.member(guild, user.id) else {
                    return refused(format!("{name} is not a member of this server"));
                };
                if member.pending {
                    return refused(format!("{name} has not accepted the rules of this server"));
                }
                let Some(channel) = world.find_channel(guild, &self.channel) else {
                    return refused(format!("There is no channel #{}", self.channel));
                };
                channel
            }
        };
        act(world, self.place(&user, channel))
    }

    fn place<'a>(&'a self, user: &'a User, channel: Snowflake) -> Place<'a> {
        Place {
            user,
            guild: self.guild,
            channel,
            files: &self.files,
        }
    }
}

/// Waits for the first response, and if that is deferred, for its edit.
async fn await_reply(shared: &Arc<Shared>, id: Snowflake) -> Result<Reply, ClientError> {
    let (limit, reply_timeout) =
        shared.read(|world| (world.options.response_limit, world.options.reply_timeout));
    let given = shared.wait_for(limit, |world| {
        let interaction = world.interactions.get(&id)?;
        if let Some(response) = &interaction.response {
            return Some(Ok(response.kind));
        }
        let late = world.clock.now_ms() - interaction.created_ms > clock::millis(limit);
        late.then_some(Err(ClientError::NoReply))
    });
    let kind = given.await.ok_or(ClientError::NoReply)??;
    let done = shared.wait_for(reply_timeout, |world| {
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
    // A deferred update that never follows leaves the message as it was, which the client shows as no failure.
    if done.await.is_none() && kind == response::DEFERRED_MESSAGE {
        return Err(ClientError::StillThinking);
    }
    shared
        .read(|world| Reply::read(world, shared, id))
        .ok_or(ClientError::NoReply)
}
