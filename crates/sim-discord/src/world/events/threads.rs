//! Threads: started, changed, followed, deleted.
//!
//! The bot hears only of those whose channel it sees.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::intents;
use crate::model::{Channel, HAS_THREAD, Message, Thread, thread};
use crate::snowflake::Snowflake;
use crate::world::{World, threads, wire};

impl World {
    /// Starts a thread in a channel, from a message of it or on its own, which its owner follows. None where there can
    /// be no thread, and where the message has one.
    pub(crate) fn start_thread(
        &mut self,
        parent: Snowflake,
        owner: Snowflake,
        name: &str,
        message: Option<Snowflake>,
        auto_archive_minutes: u32,
    ) -> Option<Channel> {
        let (channel, guild) = self.channel(parent)?;
        let guild = guild?.id;
        let kind = thread::kind_below(channel.kind)?;
        // A thread that starts from a message has its id.
        let id = message.unwrap_or_else(|| self.clock.next_id());
        if self.channel(id).is_some() {
            return None;
        }
        let now = self.clock.now_ms();
        let channel = Channel {
            id,
            guild_id: Some(guild),
            kind,
            name: name.to_owned(),
            thread: Some(Thread {
                parent_id: parent,
                owner_id: owner,
                auto_archive_minutes,
                archive_ms: now,
                created_ms: now,
                ..Thread::default()
            }),
            ..Channel::default()
        };
        self.guilds.get_mut(&guild)?.threads.insert(id, channel);
        self.announce_thread(id, "THREAD_CREATE");
        if let Some(message) = message {
            self.mark_message(message, |message| message.flags |= HAS_THREAD);
        }
        self.join_thread(id, owner);
        self.channel(id).map(|(channel, _)| channel.clone())
    }

    /// Changes a thread: its name, and what makes it one; its date follows where it is closed or opened.
    pub(crate) fn update_thread(
        &mut self,
        id: Snowflake,
        change: impl FnOnce(&mut String, &mut Thread),
    ) {
        let now = self.clock.now_ms();
        let Some(Channel {
            name,
            thread: Some(thread),
            ..
        }) = self.thread_mut(id)
        else {
            return;
        };
        let was_archived = thread.archived;
        change(name, thread);
        if thread.archived != was_archived {
            thread.archive_ms = now;
        }
        self.announce_thread(id, "THREAD_UPDATE");
    }

    /// Deletes a thread with its messages.
    pub(crate) fn delete_thread(&mut self, id: Snowflake) {
        let guild = self.channel(id).and_then(|(_, guild)| Some(guild?.id));
        self.announce_thread(id, "THREAD_DELETE");
        let here = guild.and_then(|guild| self.guilds.get_mut(&guild));
        if here.is_some_and(|here| here.threads.remove(&id).is_some()) {
            self.messages.retain(|_, message| message.channel_id != id);
            self.mark_message(id, |message| message.flags &= !HAS_THREAD);
        }
    }

    /// Somebody follows a thread from now on.
    pub(crate) fn join_thread(&mut self, id: Snowflake, user: Snowflake) {
        let now = self.clock.now_ms();
        let thread = self.thread_mut(id).and_then(|it| it.thread.as_mut());
        if thread.is_some_and(|thread| thread.members.insert(user, now).is_none()) {
            self.announce_followers(id, user, true);
        }
    }

    /// Somebody follows a thread no longer.
    pub(crate) fn leave_thread(&mut self, id: Snowflake, user: Snowflake) {
        let thread = self.thread_mut(id).and_then(|it| it.thread.as_mut());
        if thread.is_some_and(|thread| thread.members.remove(&user).is_some()) {
            self.announce_followers(id, user, false);
        }
    }

    /// What a message does to the thread that it is sent in: it opens it again unless it is locked, and its author
    /// follows it. A response to an interaction leaves the application out of it.
    pub(super) fn written_in_thread(&mut self, message: &Message) {
        let (id, is_response) = (message.channel_id, message.interaction_id.is_some());
        let thread = self.thread_mut(id).and_then(|it| it.thread.as_mut());
        let Some(thread) = thread.filter(|_| !message.is_ephemeral()) else {
            return;
        };
        thread.message_count += 1;
        thread.total_message_sent += 1;
        if thread.archived && !thread.locked {
            self.update_thread(id, |_, thread| thread.archived = false);
        }
        if !is_response {
            self.join_thread(id, message.author_id);
        }
    }

    pub(super) fn deleted_in_thread(&mut self, message: &Message) {
        let thread = self.thread_mut(message.channel_id);
        let thread = thread.and_then(|channel| channel.thread.as_mut());
        if let Some(thread) = thread.filter(|_| !message.is_ephemeral()) {
            thread.message_count = thread.message_count.saturating_sub(1);
        }
    }

    /// Removes the threads of a channel without a word. Answers their ids.
    pub(super) fn remove_threads_of(
        &mut self,
        guild: Snowflake,
        parent: Snowflake,
    ) -> BTreeSet<Snowflake> {
        let Some(here) = self.guilds.get_mut(&guild) else {
            return BTreeSet::new();
        };
        let is_below = |channel: &Channel| {
            let thread = channel.thread.as_ref();
            thread.is_some_and(|thread| thread.parent_id == parent)
        };
        let gone = here.threads.extract_if(.., |_, channel| is_below(channel));
        gone.map(|(id, _)| id).collect()
    }

    /// Names the active threads of a channel that the bot sees from now on.
    pub(in crate::world) fn sync_threads(&mut self, guild: Snowflake, parent: Snowflake) {
        let Some(here) = self.guilds.get(&guild) else {
            return;
        };
        let active = threads::active(self, here, Some(parent));
        if active.as_array().is_none_or(Vec::is_empty) {
            return;
        }
        let body = json!({
            "guild_id": guild.to_string(),
            "channel_ids": [parent.to_string()],
            "threads": active,
            "members": threads::own_members(self, here, Some(parent)),
        });
        self.dispatch(Some(guild), intents::GUILDS, "THREAD_LIST_SYNC", &body);
    }

    fn thread_mut(&mut self, id: Snowflake) -> Option<&mut Channel> {
        let mut guilds = self.guilds.values_mut();
        guilds.find_map(|guild| guild.threads.get_mut(&id))
    }

    fn announce_thread(&mut self, id: Snowflake, event: &str) {
        let Some((channel, Some(guild))) = self.channel(id) else {
            return;
        };
        let Some(thread) = &channel.thread else {
            return;
        };
        if wire::is_hidden(self, channel) {
            return;
        }
        let guild = guild.id;
        let mut body = wire::channel(self, channel);
        match event {
            "THREAD_CREATE" => body["newly_created"] = json!(true),
            "THREAD_DELETE" => {
                body = json!({
                    "id": id.to_string(),
                    "guild_id": guild.to_string(),
                    "parent_id": thread.parent_id.to_string(),
                    "type": channel.kind,
                });
            }
            _ => {}
        }
        self.dispatch(Some(guild), intents::GUILDS, event, &body);
    }

    fn announce_followers(&mut self, id: Snowflake, user: Snowflake, joined: bool) {
        let Some((channel, Some(guild))) = self.channel(id) else {
            return;
        };
        if wire::is_hidden(self, channel) {
            return;
        }
        let guild = guild.id;
        let mut added = joined.then(|| threads::member(channel, user)).flatten();
        if let (Some(added), Some((_, member))) = (&mut added, self.member(guild, user)) {
            added["member"] = wire::member(self, user, member);
            added["presence"] = Value::Null;
        }
        let removed = (!joined).then(|| user.to_string());
        let body = json!({
            "id": id.to_string(),
            "guild_id": guild.to_string(),
            "member_count": channel.thread.as_ref().map_or(0, |thread| thread.members.len()),
            "added_members": added.into_iter().collect::<Vec<_>>(),
            "removed_member_ids": removed.into_iter().collect::<Vec<_>>(),
        });
        // A bot receives what concerns itself whatever its intents.
        let needs = if user == self.bot_id {
            intents::GUILDS
        } else {
            intents::GUILD_MEMBERS
        };
        self.dispatch(Some(guild), needs, "THREAD_MEMBERS_UPDATE", &body);
    }
}
