//! Guilds, their roles and who is in a voice channel of theirs.

use serde_json::{Value, json};

use super::member;
use crate::model::{Guild, Role, VoiceState};
use crate::snowflake::Snowflake;
use crate::world::World;

/// About how many members a guild has, and how many of them others see as anything but offline.
pub(crate) fn counts(world: &World, guild: &Guild) -> Value {
    json!({
        "approximate_member_count": guild.members.len(),
        "approximate_presence_count": world.visible(guild.members.keys()).count(),
    })
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
        "explicit_content_filter": 0, "features": [], "home_header": null, "icon": null, "incidents_data": null,
        "max_members": 500_000, "max_stage_video_channel_users": 50,
        "max_presences": null, "max_video_channel_users": 25, "mfa_level": 0, "nsfw": false, "nsfw_level": 0,
        "preferred_locale": "en-US", "premium_progress_bar_enabled": false,
        "premium_subscription_count": 0, "premium_tier": 0, "public_updates_channel_id": null,
        "region": "deprecated", "rules_channel_id": null, "safety_alerts_channel_id": null, "splash": null,
        "stickers": [], "system_channel_flags": 0, "system_channel_id": null, "vanity_url_code": null,
        "verification_level": 0, "widget_channel_id": null, "widget_enabled": false,
    })
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
