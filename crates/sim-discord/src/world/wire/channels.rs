//! Channels, of guilds and of direct messages.

use serde_json::{Value, json};

use super::user;
use crate::model::Channel;
use crate::permissions;
use crate::world::{World, threads};

/// Flag of a channel that the receiver cannot see.
const OBFUSCATED: u32 = 1 << 17;

/// Whether the bot is a member of the channel's guild and cannot see the channel.
pub(crate) fn is_hidden(world: &World, channel: &Channel) -> bool {
    let guild = channel.guild_id.and_then(|id| world.guilds.get(&id));
    guild.is_some_and(|guild| {
        let granted = permissions::in_channel(guild, channel, world.bot_id);
        guild.members.contains_key(&world.bot_id) && granted & permissions::VIEW_CHANNEL == 0
    })
}

/// A channel as the gateway announces it: of one that the bot cannot see, only the id, the type and the
/// place in the list are true.
pub(crate) fn announced_channel(world: &World, channel: &Channel) -> Value {
    let mut body = self::channel(world, channel);
    if is_hidden(world, channel) {
        let everyone = channel.guild_id.map(|id| id.to_string());
        let denied = permissions::VIEW_CHANNEL.to_string();
        body["flags"] = json!(OBFUSCATED);
        body["name"] = json!("___hidden___");
        body["topic"] = Value::Null;
        body["permission_overwrites"] =
            json!([{"id": everyone, "type": 0, "allow": "0", "deny": denied}]);
    }
    body
}

pub(crate) fn channel(world: &World, channel: &Channel) -> Value {
    let id = channel.id.to_string();
    if let Some(recipient) = channel.recipient {
        let recipients: Vec<_> = world.users.get(&recipient).map(user).into_iter().collect();
        return json!({
            "id": id, "type": 1, "last_message_id": null, "flags": 0, "recipients": recipients,
        });
    }
    let overwrites: Vec<_> = channel
        .overwrites
        .iter()
        .map(|o| {
            json!({
                "id": o.id.to_string(),
                "type": u8::from(!o.is_role),
                "allow": o.allow.to_string(),
                "deny": o.deny.to_string(),
            })
        })
        .collect();
    let mut body = json!({
        "id": id,
        "type": channel.kind,
        "guild_id": channel.guild_id.map(|id| id.to_string()),
        "name": channel.name,
        "position": channel.position,
        "permission_overwrites": overwrites,
        "nsfw": false,
        "topic": channel.topic,
        "parent_id": null,
        "last_message_id": null,
        "rate_limit_per_user": 0,
        "flags": 0,
    });
    if let Some(thread) = &channel.thread {
        threads::describe(world, channel, thread, &mut body);
    }
    if channel.kind == 2 {
        body["bitrate"] = json!(64000);
        body["user_limit"] = json!(0);
        body["rtc_region"] = Value::Null;
    }
    body
}
