//! `/webhooks/{application}/{token}`: edits of the first response and follow-ups.

use super::call::{Answer, Call, not_simulated, snowflake};
use super::draft::Draft;
use super::error::{ApiError, Unknown};
use super::interactions::new_message;
use crate::clock;
use crate::model::{EPHEMERAL, Interaction};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

pub(super) fn route(
    world: &mut World,
    call: &Call,
    token: &str,
    rest: &[&str],
) -> Result<Answer, ApiError> {
    let interaction = by_token(world, token)?;
    match (call.method.as_str(), rest) {
        ("POST", []) => follow_up(world, call, &interaction),
        ("GET", ["messages", which]) => {
            let id = message_of(&interaction, which)?;
            let message = world.messages.get(&id).ok_or(Unknown::Message)?;
            Answer::ok(wire::message(world, message))
        }
        ("PATCH", ["messages", which]) => {
            let id = message_of(&interaction, which)?;
            edit(world, call, id)
        }
        ("DELETE", ["messages", which]) => {
            let id = message_of(&interaction, which)?;
            if world.delete_message(id) {
                Ok(Answer::Empty)
            } else {
                Err(Unknown::Message.into())
            }
        }
        _ => not_simulated(world, call),
    }
}

/// The interaction of a token that is still valid, if it has been acknowledged.
fn by_token(world: &World, token: &str) -> Result<Interaction, ApiError> {
    let lifetime = clock::millis(world.options.token_lifetime);
    let mut interactions = world.interactions.values();
    let found = interactions.find(|interaction| interaction.token == token);
    let interaction = found.ok_or_else(ApiError::invalid_webhook_token)?;
    if world.clock.now_ms() - interaction.created_ms > lifetime {
        return Err(ApiError::invalid_webhook_token());
    }
    if interaction.response.is_none() {
        return Err(Unknown::Webhook.into());
    }
    Ok(interaction.clone())
}

fn message_of(interaction: &Interaction, which: &str) -> Result<Snowflake, ApiError> {
    let original = original_of(interaction);
    let id = match which {
        "@original" => original,
        id => Some(snowflake(id, "message_id")?),
    };
    let id = id.filter(|id| original == Some(*id) || interaction.followups.contains(id));
    Ok(id.ok_or(Unknown::Message)?)
}

/// The message that `@original` names.
fn original_of(interaction: &Interaction) -> Option<Snowflake> {
    interaction.response.as_ref()?.message
}

fn edit(world: &mut World, call: &Call, id: Snowflake) -> Result<Answer, ApiError> {
    let existing = world.messages.get(&id).ok_or(Unknown::Message)?;
    let channel = existing.channel_id;
    let draft = Draft::read(world, call, &call.body, "", channel, Some(existing))?;
    let edited = world.edit_message(id, |message| draft.apply(message));
    Answer::ok(wire::message(world, &edited.ok_or(Unknown::Message)?))
}

/// Sends a follow-up, which replies to the first response. The first one after a deferral fills in the loading message and keeps its visibility, as Discord
/// documents.
fn follow_up(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
) -> Result<Answer, ApiError> {
    let loading = original_of(interaction)
        .and_then(|id| world.messages.get(&id))
        .filter(|m| m.is_loading());
    if let Some(id) = loading.map(|message| message.id) {
        return edit(world, call, id);
    }
    let channel = interaction.channel;
    let draft = Draft::read(world, call, &call.body, "", channel, None)?;
    let ephemeral = draft.flags & EPHEMERAL;
    let mut message = new_message(world, interaction, ephemeral);
    if let Some(original) = original_of(interaction) {
        message.reply(original);
    }
    draft.apply(&mut message);
    let body = wire::message(world, &message);
    if let Some(interaction) = world.interactions.get_mut(&interaction.id) {
        interaction.followups.push(message.id);
    }
    world.add_message(message);
    Answer::ok(body)
}
