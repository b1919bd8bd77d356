//! Threads as JSON.

use serde_json::{Value, json};

use super::{World, wire};
use crate::clock::rfc3339;
use crate::json::extend;
use crate::model::{Channel, Guild, Thread};
use crate::snowflake::Snowflake;

/// Members of a thread are counted up to here.
const COUNTED: usize = 50;

/// Makes of a channel's body that of a thread, which has neither a place nor overwrites of its own.
pub(super) fn describe(world: &World, channel: &Channel, thread: &Thread, body: &mut Value) {
    if let Value::Object(fields) = body {
        for key in ["position", "permission_overwrites", "nsfw", "topic"] {
            fields.remove(key);
        }
    }
    let more = json!({
        "parent_id": thread.parent_id.to_string(),
        "owner_id": thread.owner_id.to_string(),
        "thread_metadata": {
            "archived": thread.archived,
            "auto_archive_duration": thread.auto_archive_minutes,
            "archive_timestamp": rfc3339(thread.archive_ms),
            "create_timestamp": rfc3339(thread.created_ms),
            "locked": thread.locked,
        },
        "message_count": thread.message_count,
        "member_count": thread.members.len().min(COUNTED),
        "total_message_sent": thread.total_message_sent,
        "last_message_id": last_message(world, channel.id).map(|id| id.to_string()),
    });
    extend(body, more);
    if let Some(own) = member(channel, world.bot_id) {
        body["member"] = own;
    }
}

fn last_message(world: &World, channel: Snowflake) -> Option<Snowflake> {
    let mut newest_first = world.messages.values().rev();
    let last = newest_first.find(|m| m.channel_id == channel && !m.is_ephemeral());
    last.map(|message| message.id)
}

/// Somebody who follows a thread.
pub(crate) fn member(channel: &Channel, user: Snowflake) -> Option<Value> {
    let joined_ms = channel.thread.as_ref()?.members.get(&user)?;
    Some(json!({
        "id": channel.id.to_string(),
        "user_id": user.to_string(),
        "join_timestamp": rfc3339(*joined_ms),
        "flags": 0,
    }))
}

/// The active threads that the bot sees, of the whole guild or of one channel.
pub(crate) fn active(world: &World, guild: &Guild, parent: Option<Snowflake>) -> Value {
    let active = active_of(world, guild, parent);
    active.map(|thread| wire::channel(world, thread)).collect()
}

/// The bot's own memberships of those.
pub(crate) fn own_members(world: &World, guild: &Guild, parent: Option<Snowflake>) -> Value {
    let active = active_of(world, guild, parent);
    active.filter_map(|it| member(it, world.bot_id)).collect()
}

fn active_of<'a>(
    world: &'a World,
    guild: &'a Guild,
    wanted: Option<Snowflake>,
) -> impl Iterator<Item = &'a Channel> {
    guild.threads.values().filter(move |channel| {
        let Some(thread) = &channel.thread else {
            return false;
        };
        let is_wanted = wanted.is_none_or(|parent| thread.parent_id == parent);
        is_wanted && !thread.archived && !wire::is_hidden(world, channel)
    })
}
