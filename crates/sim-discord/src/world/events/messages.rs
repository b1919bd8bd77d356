//! Messages and interactions.

use serde_json::{Value, json};

use crate::intents;
use crate::model::{Interaction, Message};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

impl World {
    /// Adds a message. Ephemeral ones cause no event.
    pub(crate) fn add_message(&mut self, message: Message) {
        self.written_in_thread(&message);
        if !message.is_ephemeral() {
            self.dispatch_message(&message, "MESSAGE_CREATE");
        }
        self.keep_files(&message);
        self.messages.insert(message.id, message);
    }

    /// Changes a message, and counts and dates the edit.
    pub(crate) fn edit_message(
        &mut self,
        id: Snowflake,
        change: impl FnOnce(&mut Message),
    ) -> Option<Message> {
        let now = self.clock.now_ms();
        let message = self.messages.get_mut(&id)?;
        change(message);
        message.edited_ms = Some(now);
        message.edits += 1;
        let message = message.clone();
        self.keep_files(&message);
        if !message.is_ephemeral() {
            self.dispatch_message(&message, "MESSAGE_UPDATE");
        }
        Some(message)
    }

    /// Changes of a message what its author did not write, which is no edit of theirs.
    pub(super) fn mark_message(&mut self, id: Snowflake, change: impl FnOnce(&mut Message)) {
        let Some(message) = self.messages.get_mut(&id) else {
            return;
        };
        change(message);
        let message = message.clone();
        self.dispatch_message(&message, "MESSAGE_UPDATE");
    }

    /// Deletes a message. Answers whether there was one.
    pub(crate) fn delete_message(&mut self, id: Snowflake) -> bool {
        let Some(message) = self.messages.remove(&id) else {
            return false;
        };
        self.deleted_in_thread(&message);
        if !message.is_ephemeral() {
            let guild = self
                .channel(message.channel_id)
                .and_then(|(_, g)| g.map(|g| g.id));
            let mut body =
                json!({"id": id.to_string(), "channel_id": message.channel_id.to_string()});
            if let Some(guild) = guild {
                body["guild_id"] = json!(guild.to_string());
            }
            self.dispatch(guild, message_intent(guild), "MESSAGE_DELETE", &body);
        }
        true
    }

    /// Serves the message's files from now on, also after they are removed from it.
    fn keep_files(&mut self, message: &Message) {
        let files = message.attachments.iter();
        self.files.extend(files.map(|file| (file.id, file.clone())));
    }

    fn dispatch_message(&mut self, message: &Message, event: &str) {
        let Some((channel, guild)) = self.channel(message.channel_id) else {
            return;
        };
        if wire::is_hidden(self, channel) {
            return;
        }
        let guild_id = guild.map(|g| g.id);
        let author = message.author_id;
        let mut body = wire::message(self, message);
        if let Some(guild) = guild {
            body["guild_id"] = json!(guild.id.to_string());
            if let Some(member) = guild.members.get(&author) {
                body["member"] = wire::bare_member(member);
                body["member"]["deaf"] = json!(false);
                body["member"]["mute"] = json!(false);
            }
        }
        let needs = message_intent(guild_id);
        let addressed = author == self.bot_id
            || guild_id.is_none()
            || message.content.contains(&format!("<@{}>", self.bot_id));
        if addressed {
            self.dispatch(guild_id, needs, event, &body);
            return;
        }
        let mut hidden = body.clone();
        hidden["content"] = json!("");
        for key in ["embeds", "attachments", "components"] {
            hidden[key] = json!([]);
        }
        self.dispatch_if(guild_id, event, |have| match have {
            _ if have & needs == 0 => None,
            _ if have & intents::MESSAGE_CONTENT == 0 => Some(&hidden),
            _ => Some(&body),
        });
    }

    /// Adds an interaction and dispatches it; interactions need no intent.
    pub(crate) fn start_interaction(&mut self, interaction: Interaction, data: Value) {
        let body = wire::interaction(self, &interaction, data);
        let guild = interaction.guild;
        self.interactions.insert(interaction.id, interaction);
        self.dispatch(guild, 0, "INTERACTION_CREATE", &body);
    }
}

fn message_intent(guild: Option<Snowflake>) -> u64 {
    if guild.is_some() {
        intents::GUILD_MESSAGES
    } else {
        intents::DIRECT_MESSAGES
    }
}
