//! `POST /interactions/{id}/{token}/callback`: the first response.

use std::time::Instant;

use serde_json::{Value, json};

use super::draft::{Draft, blank, number_all};
use super::error::{ApiError, Form, Unknown};
use super::{Answer, Call, validate};
use crate::world::{
    EPHEMERAL, Interaction, LOADING, Message, Response, Snowflake, World, kind, response, wire,
};

/// Message type of an answer to a command.
const COMMAND_ANSWER: u8 = 20;

pub(super) fn callback(
    world: &mut World,
    call: &Call,
    id: Snowflake,
    token: &str,
) -> Result<Answer, ApiError> {
    let limit = i64::try_from(world.options.response_limit.as_millis()).unwrap_or(3000);
    let now = world.clock.now_ms();
    let known = world.interactions.get(&id).filter(|i| i.token == token);
    let interaction = known
        .ok_or(ApiError::unknown(Unknown::Interaction))?
        .clone();
    // Also a second answer is told so first: that is what a client that retried needs to know.
    if interaction.response.is_some() {
        let why = "Interaction has already been acknowledged.";
        return Err(ApiError::bad_request(40060, why));
    }
    if now - interaction.created_ms > limit {
        return Err(ApiError::unknown(Unknown::Interaction));
    }
    let kind = call.body["type"]
        .as_u64()
        .and_then(|kind| u8::try_from(kind).ok())
        .unwrap_or(0);
    fits(&interaction, kind)?;
    let data = &call.body["data"];
    let given = match kind {
        response::MESSAGE | response::DEFERRED_MESSAGE => {
            message_response(world, call, &interaction, kind, data)?
        }
        response::DEFERRED_UPDATE | response::UPDATE => {
            update_response(world, call, &interaction, kind, data)?
        }
        response::CHOICES => {
            let mut form = Form::default();
            validate::choices(&mut form, &data["choices"], "data.choices");
            form.finish()?;
            given(kind, false, None, 0, data.clone())
        }
        _ => {
            let mut form = Form::default();
            validate::modal(&mut form, data, "data");
            form.finish()?;
            let mut data = data.clone();
            number_all(&mut data["components"]);
            given(kind, false, None, 0, data)
        }
    };
    let answer = resource(world, &interaction, &given);
    if let Some(interaction) = world.interactions.get_mut(&id) {
        interaction.response = Some(given);
    }
    if call
        .query
        .get("with_response")
        .is_some_and(|with| with == "true")
    {
        return Answer::ok(answer);
    }
    Ok(Answer::Empty)
}

/// Which response goes with which interaction.
fn fits(interaction: &Interaction, kind: u8) -> Result<(), ApiError> {
    let allowed = match kind {
        response::MESSAGE | response::DEFERRED_MESSAGE => interaction.kind != kind::AUTOCOMPLETE,
        response::DEFERRED_UPDATE | response::UPDATE => {
            interaction.message.is_some() && interaction.kind != kind::COMMAND
        }
        response::CHOICES => interaction.kind == kind::AUTOCOMPLETE,
        response::MODAL => matches!(interaction.kind, kind::COMMAND | kind::COMPONENT),
        _ => false,
    };
    let mut form = Form::default();
    if !allowed {
        let why = "This interaction response type does not fit the interaction.";
        form.add("type", "BASE_TYPE_CHOICES", why);
    }
    form.finish()
}

fn message_response(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
    kind: u8,
    data: &Value,
) -> Result<Response, ApiError> {
    let ephemeral = data["flags"].as_u64().unwrap_or(0) & EPHEMERAL;
    let mut message = blank(world, interaction.channel, ephemeral);
    if interaction.kind == kind::COMMAND {
        message.kind = COMMAND_ANSWER;
    }
    message.interaction_id = Some(interaction.id);
    message.visible_to = (ephemeral != 0).then_some(interaction.user);
    if kind == response::DEFERRED_MESSAGE {
        message.flags |= LOADING;
    } else {
        let draft = Draft::read(world, call, data, "data", interaction.channel, None)?;
        draft.apply(&mut message);
    }
    let id = message.id;
    world.message_appears(message);
    Ok(given(kind, ephemeral != 0, Some(id), 0, Value::Null))
}

fn update_response(
    world: &mut World,
    call: &Call,
    interaction: &Interaction,
    kind: u8,
    data: &Value,
) -> Result<Response, ApiError> {
    let source: Option<&Message> = interaction.message.and_then(|id| world.messages.get(&id));
    let source = source.ok_or(ApiError::unknown(Unknown::Message))?;
    let (id, ephemeral, edits) = (source.id, source.is_ephemeral(), source.edits);
    if kind == response::UPDATE {
        let channel = interaction.channel;
        let draft = Draft::read(world, call, data, "data", channel, Some(source))?;
        world.message_changes(id, |message| draft.apply(message));
    }
    Ok(given(kind, ephemeral, Some(id), edits, Value::Null))
}

fn given(
    kind: u8,
    ephemeral: bool,
    message: Option<Snowflake>,
    edits_before: u32,
    data: Value,
) -> Response {
    Response {
        kind,
        at: Instant::now(),
        ephemeral,
        message,
        edits_before,
        data,
    }
}

/// The body of `?with_response=true`.
fn resource(world: &World, interaction: &Interaction, given: &Response) -> Value {
    let message = given.message.and_then(|id| world.messages.get(&id));
    let loading = given.kind == response::DEFERRED_MESSAGE;
    let mut body = json!({
        "interaction": {
            "id": interaction.id.to_string(),
            "type": interaction.kind,
            "response_message_id": message.map(|m| m.id.to_string()),
            "response_message_loading": loading,
            "response_message_ephemeral": given.ephemeral,
        },
        "resource": {"type": given.kind},
    });
    if let Some(message) = message {
        body["resource"]["message"] = wire::message(world, message);
    }
    body
}
