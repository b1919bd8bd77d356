//! Users, their memberships and presences.

use serde_json::{Value, json};

use crate::clock::rfc3339;
use crate::json::extend;
use crate::model::{Member, User};
use crate::snowflake::Snowflake;
use crate::world::World;

pub(crate) fn user(user: &User) -> Value {
    json!({
        "id": user.id.to_string(),
        "username": user.username,
        "discriminator": if user.bot { "0000" } else { "0" },
        "global_name": user.global_name,
        "avatar": null,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
        "banner": null,
        "accent_color": null,
        "avatar_decoration_data": null,
        "collectibles": null,
        "primary_guild": null,
    })
}

/// A user by id, or null for an unknown one.
pub(crate) fn user_by_id(world: &World, id: Snowflake) -> Value {
    world.users.get(&id).map(user).unwrap_or_default()
}

/// The bot's own user, of which the application sees a little more.
pub(crate) fn current_user(world: &World) -> Value {
    let mut bot = user_by_id(world, world.bot_id);
    extend(&mut bot, own());
    bot["mfa_enabled"] = json!(true);
    bot["verified"] = json!(true);
    bot["email"] = Value::Null;
    bot
}

/// What somebody sees of themselves only.
pub(crate) fn own() -> Value {
    json!({"mfa_enabled": false, "locale": "en-US", "premium_type": 0})
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

/// What others see of a user, who is named by id only.
pub(crate) fn presence(user: &User) -> Value {
    let mut body = user.presence.wire();
    body["user"] = json!({"id": user.id.to_string()});
    body
}
