//! Reading the state over HTTP.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::answer::{Answer, Problem};
use super::{limits, threads};
use crate::client::{Reply, ReplyKind, message_text};
use crate::intents;
use crate::model::Message;
use crate::snowflake::Snowflake;
use crate::view::View;
use crate::world::{Shared, World, wire};

/// `GET /sim`: the first guild with its people, roles and channels.
pub(super) async fn overview(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(shared.read(|world| {
        let Some(home) = world.home_guild() else { return Value::Null };
        let mut roles: Vec<_> = home.roles.values().collect();
        roles.sort_by_key(|role| -role.position);
        let roles: Vec<_> = roles
            .iter()
            .map(|role| json!({"id": role.id.to_string(), "name": role.name, "position": role.position}))
            .collect();
        let channels: Vec<_> = home
            .channels
            .values()
            .map(|c| json!({"id": c.id.to_string(), "name": c.name, "type": c.kind}))
            .collect();
        let users: Vec<_> = home.members.keys().map(|id| person(world, *id)).collect();
        json!({
            "guild": {
                "id": home.id.to_string(), "name": home.name, "owner_id": home.owner_id.to_string(),
            },
            "application_id": world.options.application_id.to_string(),
            "bot_connected": world.gateway.connected() > 0,
            "intents": intents(world),
            "users": users,
            "roles": roles,
            "channels": channels,
            "threads": threads::all(world),
            "limits": limits::current(world),
            "unexpected": world.unexpected,
        })
    }))
}

pub(super) async fn commands(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(shared.read(|world| View { world }.commands().into()))
}

pub(super) async fn channel_messages(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
) -> Answer {
    shared.read(|world| {
        let view = View { world };
        let found = view.channel(&name);
        found.ok_or_else(|| Problem::not_found(format!("there is no channel {name}")))?;
        Ok(message_bodies(world, &view.messages(&name)))
    })
}

pub(super) async fn user_messages(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
) -> Answer {
    shared.read(|world| {
        let view = View { world };
        let found = view.user(&name);
        found.ok_or_else(|| Problem::not_found(format!("there is nobody called {name}")))?;
        Ok(message_bodies(world, &view.dms(&name)))
    })
}

/// `GET /sim/requests`: the bot's latest requests, newest last.
pub(super) async fn requests(State(shared): State<Arc<Shared>>) -> Json<Value> {
    const SHOWN: usize = 200;
    Json(shared.read(|world| {
        let from = world.requests.len().saturating_sub(SHOWN);
        let shown = world.requests[from..].iter().map(|request| {
            json!({
                "number": request.number, "method": request.method, "path": request.path,
                "status": request.status, "body": request.body, "audit_reason": request.audit_reason,
            })
        });
        shown.collect()
    }))
}

/// The privileged intents that the application may have, by name.
pub(super) fn intents(world: &World) -> Value {
    let names = |bits| intents::names(bits).collect::<Value>();
    json!({
        "granted": names(world.options.privileged_intents),
        "limited": names(world.options.limited_intents),
        "refused": names(world.gateway.refused_intents),
    })
}

/// One person of the first guild.
pub(super) fn person(world: &World, id: Snowflake) -> Value {
    let view = View { world };
    let name = id.to_string();
    let user = world.users.get(&id);
    let home = world.home_guild();
    let member = home.and_then(|home| home.members.get(&id));
    json!({
        "id": name,
        "username": user.map(|user| user.username.clone()),
        "global_name": user.and_then(|user| user.global_name.clone()),
        "nick": member.and_then(|member| member.nick.clone()),
        "bot": user.is_some_and(|user| user.bot),
        "owner": home.is_some_and(|home| home.owner_id == id),
        "member": member.is_some(),
        "pending": member.is_some_and(|member| member.pending),
        "roles": view.member_roles(&name),
        "status": user.map_or("offline", |user| user.presence.status()),
    })
}

/// A message as on the wire, with its plain text.
pub(super) fn message(shared: &Shared, message: &Message) -> Value {
    shared.read(|world| message_body(world, message))
}

fn message_bodies(world: &World, messages: &[Message]) -> Json<Value> {
    let bodies = messages.iter().map(|message| message_body(world, message));
    Json(bodies.collect())
}

pub(super) fn message_body(world: &World, message: &Message) -> Value {
    let mut body = wire::message(world, message);
    body["text"] = json!(message_text(world, message));
    body
}

/// A reply with its plain text, and the ids that the next step needs.
pub(super) fn reply(reply: &Reply) -> Value {
    let kind = match reply.kind {
        ReplyKind::Message => "message",
        ReplyKind::Update => "update",
        ReplyKind::Choices => "choices",
        ReplyKind::Modal => "modal",
    };
    let modal = reply.modal.as_ref().map(|modal| {
        let fields = modal.fields.iter().map(|field| {
            json!({
                "custom_id": field.custom_id, "label": field.label, "required": field.required,
                "value": field.value, "input": field.input,
            })
        });
        let fields: Vec<_> = fields.collect();
        json!({"custom_id": modal.custom_id, "title": modal.title, "fields": fields})
    });
    let choices: Vec<_> = reply
        .choices
        .iter()
        .map(|c| json!({"name": c.name, "value": c.value}))
        .collect();
    let followups = reply
        .followups
        .iter()
        .zip(reply.followup_texts())
        .map(|(more, text)| json!({"message_id": more.id.to_string(), "text": text}));
    let followups: Vec<_> = followups.collect();
    json!({
        "text": reply.text(),
        "kind": kind,
        "ephemeral": reply.ephemeral,
        "deferred": reply.deferred,
        "content": reply.content,
        "embeds": reply.embeds,
        "components": reply.components,
        "attachments": reply.attachments.iter().map(wire::attachment).collect::<Value>(),
        "modal": modal,
        "choices": choices,
        "followups": followups,
        "elapsed_ms": u64::try_from(reply.elapsed.as_millis()).unwrap_or(u64::MAX),
        "interaction_id": reply.interaction_id.to_string(),
        "message_id": reply.message_id.map(|id| id.to_string()),
    })
}
