//! `POST /interactions/{id}/{token}/callback`: the first response.

use std::time::Instant;

use serde_json::{Value, json};

use super::call::{Answer, Call};
use super::draft::{self, Draft, number_components};
use super::error::{ApiError, Form, Unknown};
use super::validate;
use crate::model::{EPHEMERAL, Interaction, LOADING, Message, Response, kind, response};
use crate::snowflake::Snowflake;
use crate::world::{World, wire};
use crate::{clock, json};

/// Message type of a response to a command.
const COMMAND_RESPONSE: u8 = 20;

pub(super) fn callback(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    token: &str,
) -> Result<Answer, ApiError> {
    let with_response = call.flag("with_response")?;
    let limit = clock::millis(world.options.response_limit);
    let now = world.clock.now_ms();
    let known = world.interactions.get(&id).filter(|i| i.token == token);
    let interaction = known.ok_or(Unknown::Interaction)?.clone();
    // Before the time limit: a client that retried needs to know that its first attempt arrived.
    if interaction.response.is_some() {
        let why = "Interaction has already been acknowledged.";
        return Err(ApiError::bad_request(40060, why));
    }
    if now - interaction.created_ms > limit {
        return Err(Unknown::Interaction.into());
    }
    let kind = json::integer(&call.body["type"]).and_then(|kind| u8::try_from(kind).ok());
    let kind = kind.unwrap_or(0);
    check_kind(&interaction, kind)?;
    let data = &call.body["data"];
    let response = match kind {
        response::MESSAGE | response::DEFERRED_MESSAGE => {
            message_response(world, call, &interaction, kind, data)?
        }
        response::DEFERRED_UPDATE | response::UPDATE => {
            update_response(world, call, &interaction, kind, data)?
        }
        response::CHOICES => {
            Form::check(|form| validate::choices(form, &data["choices"], "data.choices"))?;
            without_message(kind, data.clone())
        }
        _ => {
            Form::check(|form| validate::modal(form, data, "data"))?;
            let mut data = data.clone();
            number_components(data["components"].as_array_mut().into_iter().flatten());
            without_message(kind, data)
        }
    };
    let body = resource(world, &interaction, &response);
    if let Some(interaction) = world.interactions.get_mut(&id) {
        interaction.response = Some(response);
    }
    if with_response {
        Answer::ok(body)
    } else {
        Ok(Answer::Empty)
    }
}

/// Whether a response of this type may answer the interaction.
fn check_kind(interaction: &Interaction, kind: u8) -> Result<(), ApiError> {
    let allowed = match kind {
        response::MESSAGE | response::DEFERRED_MESSAGE => interaction.kind != kind::AUTOCOMPLETE,
        response::DEFERRED_UPDATE | response::UPDATE => {
            interaction.message.is_some() && interaction.kind != kind::COMMAND
        }
        response::CHOICES => interaction.kind == kind::AUTOCOMPLETE,
        response::MODAL => matches!(interaction.kind, kind::COMMAND | kind::COMPONENT),
        _ => false,
    };
    if allowed {
        return Ok(());
    }
    let why = "This interaction response type does not fit the interaction.";
    Err(ApiError::invalid("type", "BASE_TYPE_CHOICES", why))
}

fn message_response(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
    kind: u8,
    data: &Value,
) -> Result<Response, ApiError> {
    let ephemeral = draft::flags(data) & EPHEMERAL;
    let mut message = new_message(world, interaction, ephemeral);
    if interaction.kind == kind::COMMAND {
        message.kind = COMMAND_RESPONSE;
    } else if let Some(used) = interaction.message {
        message.reply(used);
    }
    if kind == response::DEFERRED_MESSAGE {
        Form::check(|form| form.integer("data.flags", &data["flags"], 0..=i64::MAX))?;
        message.flags |= LOADING;
    } else {
        let draft = Draft::read(world, call, data, "data", interaction.channel, None)?;
        draft.apply(&mut message);
    }
    let id = message.id;
    world.add_message(message);
    Ok(Response {
        ephemeral: ephemeral != 0,
        message: Some(id),
        ..without_message(kind, Value::Null)
    })
}

fn update_response(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
    kind: u8,
    data: &Value,
) -> Result<Response, ApiError> {
    let source = interaction.message.and_then(|id| world.messages.get(&id));
    let source = source.ok_or(Unknown::Message)?;
    let id = source.id;
    let response = Response {
        ephemeral: source.is_ephemeral(),
        message: Some(id),
        edits_before: source.edits,
        ..without_message(kind, Value::Null)
    };
    if kind == response::UPDATE {
        let channel = interaction.channel;
        let draft = Draft::read(world, call, data, "data", channel, Some(source))?;
        world.edit_message(id, |message| draft.apply(message));
    }
    Ok(response)
}

/// An empty message that answers an interaction; an ephemeral one only its user sees.
pub(super) fn new_message(world: &World, interaction: &Interaction, ephemeral: u64) -> Message {
    Message {
        flags: ephemeral,
        interaction_id: Some(interaction.id),
        visible_to: (ephemeral != 0).then_some(interaction.user),
        ..world.new_message(interaction.channel, world.bot_id)
    }
}

fn without_message(kind: u8, data: Value) -> Response {
    Response {
        kind,
        at: Instant::now(),
        ephemeral: false,
        message: None,
        edits_before: 0,
        data,
    }
}

/// The body of `?with_response=true`.
fn resource(world: &World, interaction: &Interaction, response: &Response) -> Value {
    let message = response.message.and_then(|id| world.messages.get(&id));
    let mut body = json!({"interaction": {
        "id": interaction.id.to_string(),
        "type": interaction.kind,
        "response_message_loading": response.kind == response::DEFERRED_MESSAGE,
        "response_message_ephemeral": response.ephemeral,
        "channel_id": interaction.channel.to_string(),
    }});
    if let Some(guild) = interaction.guild {
        body["interaction"]["guild_id"] = json!(guild.to_string());
    }
    if let Some(message) = message {
        body["interaction"]["response_message_id"] = json!(message.id.to_string());
        body["resource"] = json!({"type": response.kind, "message": wire::message(world, message)});
    }
    body
}
