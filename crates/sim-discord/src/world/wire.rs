//! The JSON of every object, written from Discord's documentation.
//!
//! Keys that real answers always carry are always present, as `null` where empty: typed clients refuse objects in which
//! they are missing.

use serde_json::{Value, json};

use super::World;
use crate::clock::rfc3339;
use crate::intents;
use crate::model::{
    Attachment, Channel, Command, Guild, Interaction, Member, Message, Role, User, VoiceState, kind,
};
use crate::permissions;
use crate::snowflake::Snowflake;

pub(crate) fn user(user: &User) -> Value {
    json!({
        "id": user.id.to_string(),
        "username": user.username,
        "discriminator": if user.bot { "0000" } else { "0" },
        "global_name": user.global_name,
        "avatar": null,
        "bot": user.bot,
        "public_flags": 0,
    })
}

/// A user by id, or null for an unknown one.
pub(crate) fn user_by_id(world: &World, id: Snowflake) -> Value {
    world.users.get(&id).map(user).unwrap_or_default()
}

/// The bot's own user, of which the application sees a little more.
pub(crate) fn current_user(world: &World) -> Value {
    let mut bot = user_by_id(world, world.bot_id);
    bot["mfa_enabled"] = json!(true);
    bot["verified"] = json!(true);
    bot["email"] = Value::Null;
    bot["flags"] = json!(0);
    bot
}

/// A member without the user, as interactions resolve one.
pub(crate) fn bare_member(member: &Member) -> Value {
    let roles: Vec<_> = member.roles.iter().map(ToString::to_string).collect();
    json!({
        "nick": member.nick,
        "roles": roles,
        "joined_at": rfc3339(member.joined_ms),
        "flags": 0,
        "pending": member.pending,
        "communication_disabled_until": null,
        "premium_since": null,
        "avatar": null,
        "banner": null,
    })
}

pub(crate) fn member(world: &World, id: Snowflake, member: &Member) -> Value {
    let mut body = bare_member(member);
    body["user"] = user_by_id(world, id);
    body["deaf"] = json!(false);
    body["mute"] = json!(false);
    body
}

/// A member with the guild's id, as events carry one.
pub(crate) fn guild_member(world: &World, guild: Snowflake, user: Snowflake) -> Value {
    let found = world.member(guild, user);
    let mut body = found.map_or(Value::Null, |(_, found)| member(world, user, found));
    body["guild_id"] = json!(guild.to_string());
    body
}

pub(crate) fn role(role: &Role) -> Value {
    let mut body = json!({
        "id": role.id.to_string(),
        "name": role.name,
        "color": role.color,
        "colors": {"primary_color": role.color, "secondary_color": null, "tertiary_color": null},
        "hoist": false,
        "icon": null,
        "unicode_emoji": null,
        "position": role.position,
        "permissions": role.permissions.to_string(),
        "managed": role.managed,
        "mentionable": false,
        "flags": 0,
    });
    if let Some(bot) = role.bot_id {
        body["tags"] = json!({"bot_id": bot.to_string()});
    }
    body
}

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
    if channel.kind == 2 {
        body["bitrate"] = json!(64000);
        body["user_limit"] = json!(0);
        body["rtc_region"] = Value::Null;
    }
    body
}

/// The flags of the application.
pub(crate) fn application_flags(world: &World) -> u64 {
    let options = &world.options;
    intents::application_flags(options.privileged_intents, options.limited_intents)
}

/// What others see of a user, who is named by id only.
pub(crate) fn presence(user: &User) -> Value {
    let mut body = user.presence.wire();
    body["user"] = json!({"id": user.id.to_string()});
    body
}

pub(crate) fn voice_state(user: Snowflake, state: Option<&VoiceState>) -> Value {
    json!({
        "user_id": user.to_string(),
        "channel_id": state.map(|s| s.channel_id.to_string()),
        "session_id": state.map_or("gone", |s| s.session_id.as_str()),
        "deaf": false, "mute": false, "self_deaf": false, "self_mute": false, "self_stream": false,
        "self_video": false, "suppress": false, "request_to_speak_timestamp": null,
    })
}

/// A voice state with its guild and member, which is left out only within a whole guild.
pub(crate) fn member_voice_state(world: &World, guild: Snowflake, user: Snowflake) -> Value {
    let voice = world.guilds.get(&guild).map(|guild| &guild.voice);
    let mut body = voice_state(user, voice.and_then(|voice| voice.get(&user)));
    body["guild_id"] = json!(guild.to_string());
    if let Some((_, found)) = world.member(guild, user) {
        body["member"] = member(world, user, found);
    }
    body
}

/// A guild without its members and channels, as `GET /guilds/{id}` answers it.
pub(crate) fn guild(guild: &Guild) -> Value {
    json!({
        "id": guild.id.to_string(),
        "name": guild.name,
        "owner_id": guild.owner_id.to_string(),
        "roles": guild.roles.values().map(role).collect::<Vec<_>>(),
        "afk_channel_id": null, "afk_timeout": 300, "application_id": null, "banner": null,
        "default_message_notifications": 0, "description": null, "discovery_splash": null, "emojis": [],
        "explicit_content_filter": 0, "features": [], "icon": null, "max_members": 500_000,
        "max_presences": null, "max_video_channel_users": 25, "mfa_level": 0, "nsfw": false, "nsfw_level": 0,
        "preferred_locale": "en-US", "premium_progress_bar_enabled": false,
        "premium_subscription_count": 0, "premium_tier": 0, "public_updates_channel_id": null,
        "region": "deprecated", "rules_channel_id": null, "safety_alerts_channel_id": null, "splash": null,
        "stickers": [], "system_channel_flags": 0, "system_channel_id": null, "vanity_url_code": null,
        "verification_level": 0, "widget_channel_id": null, "widget_enabled": false,
    })
}

pub(crate) fn attachment(file: &Attachment) -> Value {
    json!({
        "id": file.id.to_string(),
        "filename": file.filename,
        "content_type": file.content_type,
        "size": file.content.len(),
        "url": file.url,
        "proxy_url": file.url,
    })
}

pub(crate) fn message(world: &World, message: &Message) -> Value {
    let mut body = json!({
        "id": message.id.to_string(),
        "channel_id": message.channel_id.to_string(),
        "type": message.kind,
        "author": user_by_id(world, message.author_id),
        "content": message.content,
        "timestamp": rfc3339(message.created_ms),
        "edited_timestamp": message.edited_ms.map(rfc3339),
        "tts": false,
        "mention_everyone": false,
        "mentions": mentions(world, message),
        "mention_roles": [],
        "attachments": message.attachments.iter().map(attachment).collect::<Vec<_>>(),
        "embeds": message.embeds,
        "components": message.components,
        "pinned": false,
        "flags": message.flags,
    });
    if let Some(nonce) = &message.nonce {
        body["nonce"] = json!(nonce);
    }
    if message.author_id == world.bot_id {
        body["application_id"] = json!(world.options.application_id.to_string());
        if message.interaction_id.is_some() {
            body["webhook_id"] = json!(world.options.application_id.to_string());
        }
    }
    let source = message
        .interaction_id
        .and_then(|id| world.interactions.get(&id));
    if let Some(source) = source {
        body["interaction_metadata"] = json!({
            "id": source.id.to_string(),
            "type": source.kind,
            "user": user_by_id(world, source.user),
            "authorizing_integration_owners": owners(source),
        });
    }
    body
}

/// The guild in which the application was installed; 0 for direct messages.
fn owners(interaction: &Interaction) -> Value {
    json!({"0": interaction.guild.map_or_else(|| "0".to_owned(), |guild| guild.to_string())})
}

/// Users that a message notifies: written as `<@id>` and not excluded by `allowed_mentions`.
fn mentions(world: &World, message: &Message) -> Vec<Value> {
    let allowed = message.allowed_mentions.as_ref();
    let pings = |id: &str| {
        let Some(allowed) = allowed else { return true };
        let holds = |list: &str, what: &str| {
            allowed[list]
                .as_array()
                .is_some_and(|list| list.iter().any(|v| v == what))
        };
        holds("parse", "users") || holds("users", id)
    };
    let ids = message
        .content
        .split("<@")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let ids = ids
        .map(|id| id.trim_start_matches('!'))
        .filter(|id| pings(id));
    let users = ids
        .filter_map(|id| id.parse().ok())
        .filter_map(|id| world.users.get(&id));
    users.map(user).collect()
}

pub(crate) fn command(world: &World, command: &Command) -> Value {
    let mut body = command.body.clone();
    body["id"] = json!(command.id.to_string());
    body["application_id"] = json!(world.options.application_id.to_string());
    body["version"] = json!(command.version.to_string());
    if let Some(guild) = command.guild_id {
        body["guild_id"] = json!(guild.to_string());
    }
    body
}

/// The whole `INTERACTION_CREATE`, around the `data` of its kind.
pub(crate) fn interaction(world: &World, interaction: &Interaction, data: Value) -> Value {
    let (place, guild) = world.channel(interaction.channel).unzip();
    let guild = guild.flatten();
    let granted = |user| world.permissions_in(interaction.channel, user);
    let app_permissions = granted(world.bot_id).unwrap_or(permissions::EVERYONE);
    let mut body = json!({
        "id": interaction.id.to_string(),
        "application_id": world.options.application_id.to_string(),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "channel_id": interaction.channel.to_string(),
        "channel": place.map(|place| channel(world, place)),
        "app_permissions": app_permissions.to_string(),
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": owners(interaction),
        "context": u8::from(guild.is_none()),
        "attachment_size_limit": 10_485_760,
        "data": data,
    });
    if let Some(guild) = guild {
        let found = guild.members.get(&interaction.user);
        let granted = json!(granted(interaction.user).unwrap_or(0).to_string());
        body["member"] = found.map_or(Value::Null, |found| member(world, interaction.user, found));
        body["member"]["permissions"] = granted.clone();
        body["guild_id"] = json!(guild.id.to_string());
        body["guild_locale"] = json!("en-US");
        body["guild"] = json!({"id": guild.id.to_string(), "features": [], "locale": "en-US"});
        body["channel"]["permissions"] = granted;
    } else {
        body["user"] = user_by_id(world, interaction.user);
    }
    let source = interaction.message.and_then(|id| world.messages.get(&id));
    if let Some(source) = source.filter(|_| interaction.kind != kind::COMMAND) {
        body["message"] = message(world, source);
    }
    body
}
