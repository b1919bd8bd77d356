//! `/webhooks/{application}/{token}`: edits of the first response and follow-ups.

use super::draft::{Draft, blank};
use super::error::{ApiError, Unknown};
use super::{Answer, Call, router, snowflake};
use crate::world::{EPHEMERAL, Interaction, Snowflake, World, wire};

/// Message type of a follow-up, which shows as a reply.
const REPLY: u8 = 19;

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
            let message = world
                .messages
                .get(&id)
                .ok_or(ApiError::unknown(Unknown::Message))?;
            Answer::ok(wire::message(world, message))
        }
        ("PATCH", ["messages", which]) => {
            let id = message_of(&interaction, which)?;
            edit(world, call, id)
        }
        ("DELETE", ["messages", which]) => {
            let id = message_of(&interaction, which)?;
            if world.message_vanishes(id) {
                Ok(Answer::Empty)
            } else {
                Err(ApiError::unknown(Unknown::Message))
            }
        }
        _ => router::not_simulated(world, call),
    }
}

/// The interaction of a token that is still good and has been acknowledged.
fn by_token(world: &World, token: &str) -> Result<Interaction, ApiError> {
    let lifetime = i64::try_from(world.options.token_lifetime.as_millis()).unwrap_or(900_000);
    let found = world
        .interactions
        .values()
        .find(|interaction| interaction.token == token);
    let interaction = found.ok_or_else(ApiError::invalid_webhook_token)?;
    if world.clock.now_ms() - interaction.created_ms > lifetime {
        return Err(ApiError::invalid_webhook_token());
    }
    if interaction.response.is_none() {
        return Err(ApiError::unknown(Unknown::Webhook));
    }
    Ok(interaction.clone())
}

fn message_of(interaction: &Interaction, which: &str) -> Result<Snowflake, ApiError> {
    let original = interaction
        .response
        .as_ref()
        .and_then(|response| response.message);
    let id = match which {
        "@original" => original,
        id => Some(snowflake(id, "message_id")?),
    };
    let id = id.filter(|id| original == Some(*id) || interaction.followups.contains(id));
    id.ok_or(ApiError::unknown(Unknown::Message))
}

fn edit(world: &mut World, call: &Call, id: Snowflake) -> Result<Answer, ApiError> {
    let existing = world
        .messages
        .get(&id)
        .ok_or(ApiError::unknown(Unknown::Message))?;
    let channel = existing.channel_id;
    let draft = Draft::read(world, call, &call.body, "", channel, Some(existing))?;
    let changed = world.message_changes(id, |message| draft.apply(message));
    let changed = changed.ok_or(ApiError::unknown(Unknown::Message))?;
    Answer::ok(wire::message(world, &changed))
}

/// The first one after a defer fills in the loading message and keeps its visibility, as Discord documents.
fn follow_up(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
) -> Result<Answer, ApiError> {
    let original = interaction
        .response
        .as_ref()
        .and_then(|response| response.message);
    let loading = original
        .and_then(|id| world.messages.get(&id))
        .filter(|m| m.is_loading());
    if let Some(id) = loading.map(|message| message.id) {
        return edit(world, call, id);
    }
    let channel = interaction.channel;
    let draft = Draft::read(world, call, &call.body, "", channel, None)?;
    let ephemeral = draft.flags & EPHEMERAL;
    let mut message = blank(world, channel, ephemeral);
    message.kind = REPLY;
    message.interaction_id = Some(interaction.id);
    message.visible_to = (ephemeral != 0).then_some(interaction.user);
    draft.apply(&mut message);
    let body = wire::message(world, &message);
    if let Some(interaction) = world.interactions.get_mut(&interaction.id) {
        interaction.followups.push(message.id);
    }
    world.message_appears(message);
    Answer::ok(body)
}
