//! Interactions and the commands that start them.

use serde_json::{Value, json};

use super::{channel, member, message, user_by_id};
use crate::model::{Command, Interaction, kind};
use crate::permissions;
use crate::world::World;

/// The guild in which the application was installed; 0 for direct messages.
fn owners(interaction: &Interaction) -> Value {
    json!({"0": interaction.guild.map_or_else(|| "0".to_owned(), |guild| guild.to_string())})
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

/// What a message tells about the interaction that it answers.
pub(super) fn metadata(world: &World, interaction: &Interaction) -> Value {
    let mut body = json!({
        "id": interaction.id.to_string(),
        "type": interaction.kind,
        "user": user_by_id(world, interaction.user),
        "authorizing_integration_owners": owners(interaction),
    });
    match interaction.kind {
        kind::COMPONENT => {
            let used = interaction.message.map(|id| id.to_string());
            body["interacted_message_id"] = json!(used);
        }
        kind::MODAL => {
            let first = interaction
                .triggered_by
                .and_then(|id| world.interactions.get(&id));
            let first = first.map(|first| metadata(world, first));
            body["triggering_interaction_metadata"] = json!(first);
        }
        _ => {}
    }
    body
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
