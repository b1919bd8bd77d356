//! Acting as a person, and changing the guild.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::answer::{Answer, Body, Problem};
use super::requests::{
    Clock, Fault, Faults, Gateway, Intents, Members, Modal, Press, Say, Scope, Select, Server,
    Shown,
};
use super::{queries, view};
use crate::activity;
use crate::client::Person;
use crate::faults::{self, InjectedFault, RateLimitScope};
use crate::gateway::{GatewayHandle, Hangup};
use crate::handle::{invite_bot, remove_bot};
use crate::intents;
use crate::model::{Presence, User};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World};

/// The slowest answer that a fault makes: clients give up long before.
const SLOWEST: Duration = Duration::from_mins(1);
/// Discord's type of a voice channel.
const VOICE: u8 = 2;

fn person(shared: &Arc<Shared>, say: &Say) -> Result<Person, Problem> {
    let mut person = Person::new(Arc::clone(shared), &say.user);
    if let Some(channel) = &say.channel {
        person = at(shared, person, channel);
    }
    if say.dm {
        person = person.in_dm();
    }
    for (name, text) in &say.files {
        person = person.with_file(name, text.as_bytes());
    }
    with_files(person, &say.attachments)
}

/// The person with files that are given in base64.
fn with_files(person: Person, files: &BTreeMap<String, String>) -> Result<Person, Problem> {
    files.iter().try_fold(person, |person, (name, content)| {
        let content = BASE64_STANDARD.decode(content);
        let why = |error| Problem::bad_request(format!("{name} is not base64: {error}"));
        Ok(person.with_file(name, content.map_err(why)?))
    })
}

/// The person in a channel of the first guild, by name, or in any, by id.
fn at(shared: &Shared, person: Person, channel: &str) -> Person {
    let id = channel.parse().ok();
    shared.read(|world| match id.and_then(|id| world.channel(id)) {
        Some((_, Some(guild))) => person.in_guild(guild.id).in_channel(channel),
        Some((_, None)) => person.in_dm(),
        None => person.in_channel(channel),
    })
}

pub(super) async fn say(State(shared): State<Arc<Shared>>, Body(body): Body<Say>) -> Answer {
    let person = person(&shared, &body)?;
    if body.text.trim_start().starts_with('/') {
        let reply = match body.options {
            Some(options) => person.slash_with(&body.text, options.into()).await?,
            None => person.slash(&body.text).await?,
        };
        return Ok(Json(queries::reply(&reply)));
    }
    let message = person.say(&body.text)?;
    Ok(Json(queries::message(&shared, &message)))
}

pub(super) async fn autocomplete(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Say>,
) -> Answer {
    let reply = person(&shared, &body)?.autocomplete(&body.text).await?;
    Ok(Json(queries::reply(&reply)))
}

pub(super) async fn press(State(shared): State<Arc<Shared>>, Body(body): Body<Press>) -> Answer {
    let message = id(&body.message)?;
    let person = Person::new(shared, &body.user);
    let reply = person.press(&message, &body.custom_id).await?;
    Ok(Json(queries::reply(&reply)))
}

pub(super) async fn select(State(shared): State<Arc<Shared>>, Body(body): Body<Select>) -> Answer {
    let message = id(&body.message)?;
    let person = Person::new(shared, &body.user);
    let reply = person
        .select_many(message, &body.custom_id, &body.values)
        .await?;
    Ok(Json(queries::reply(&reply)))
}

pub(super) async fn modal(State(shared): State<Arc<Shared>>, Body(body): Body<Modal>) -> Answer {
    let interaction = id(&body.interaction)?;
    let values: Vec<_> = body.values.into_iter().collect();
    let person = with_files(Person::new(shared, &body.user), &body.attachments)?;
    let reply = person.submit(interaction, &values).await?;
    Ok(Json(queries::reply(&reply)))
}

pub(super) async fn members(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Members>,
) -> Answer {
    shared.update(|world| {
        let home = world.home;
        let user = match body {
            Members::Join { user, pending } => {
                let joining = world.find_user(Some(home), &user).unwrap_or_else(|| {
                    let id = world.clock.next_id();
                    let user = User {
                        id,
                        username: user,
                        ..User::default()
                    };
                    world.users.insert(id, user);
                    id
                });
                world.add_screened(home, joining, pending);
                joining
            }
            Members::AcceptRules { user } => {
                let user = view::find(world, &user)?;
                world.set_pending(home, user, false);
                user
            }
            Members::Screen { user } => {
                let user = member(world, &user)?;
                world.set_pending(home, user, true);
                user
            }
            Members::Voice { user, channel } => {
                let user = member(world, &user)?;
                let channel = channel
                    .map(|name| voice_channel(world, &name))
                    .transpose()?;
                world.set_voice_channel(home, user, channel);
                user
            }
            Members::Leave { user } => {
                let leaving = view::find(world, &user)?;
                world.remove_member(home, leaving);
                leaving
            }
            Members::Roles { user, roles } => {
                let user = view::find(world, &user)?;
                let roles = roles.iter().map(|name| role(world, name));
                let roles = roles.collect::<Result<Vec<_>, _>>()?;
                world.set_member_roles(home, user, roles);
                user
            }
            Members::Presence(shown) => {
                let user = view::find(world, &shown.user)?;
                let presence = presence(shown);
                if let Some(why) = presence.fault() {
                    return Err(Problem::bad_request(why));
                }
                world.set_presence(user, presence);
                user
            }
        };
        Ok(Json(queries::person(world, user)))
    })
}

/// The voice channel of the first guild with this name.
fn voice_channel(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let id = channel(world, name)?;
    let is_voice = world.channel(id).is_some_and(|(it, _)| it.kind == VOICE);
    is_voice
        .then_some(id)
        .ok_or_else(|| Problem::bad_request(format!("{name} is no voice channel")))
}

fn role(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let found = world.find_role(world.home, name);
    found.ok_or_else(|| Problem::not_found(format!("there is no role {name}")))
}

/// Somebody who is in the first guild.
fn member(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let user = view::find(world, name)?;
    let found = world.member(world.home, user).map(|_| user);
    found.ok_or_else(|| Problem::bad_request("they are not in the server"))
}

fn channel(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let found = world.find_channel(world.home, name);
    found.ok_or_else(|| Problem::not_found(format!("there is no channel {name}")))
}

/// Changes the server, and answers who and what is there.
pub(super) async fn server(State(shared): State<Arc<Shared>>, Body(body): Body<Server>) -> Answer {
    shared.update(|world| {
        let home = world.home;
        match body {
            Server::KickBot => remove_bot(world),
            Server::InviteBot => invite_bot(world),
            Server::DeleteChannel { channel: name } => {
                let id = channel(world, &name)?;
                world.delete_channel(home, id);
            }
            Server::DeleteRole { role: name } => {
                let id = role(world, &name)?;
                if id == home {
                    return Err(Problem::bad_request("@everyone cannot be deleted"));
                }
                world.delete_role(home, id);
            }
        }
        Ok::<_, Problem>(())
    })?;
    Ok(queries::overview(State(shared)).await)
}

/// The presence that a request describes.
fn presence(shown: Shown) -> Presence {
    let mut presence = Presence::new(&shown.status);
    for (platform, status) in shown.on {
        presence = presence.on(&platform, &status);
    }
    if let Some(text) = shown.custom {
        presence = presence.doing(activity::custom(&text, None));
    }
    if let Some(game) = shown.playing {
        presence = presence.doing(activity::playing(&game));
    }
    shown.activities.into_iter().fold(presence, Presence::doing)
}

/// Changes what the application may have, and answers it.
pub(super) async fn set_intents(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Intents>,
) -> Answer {
    let granted = body.granted.map(privileged).transpose()?;
    let limited = body.limited.map(privileged).transpose()?;
    let refused = body.refused.map(privileged).transpose()?;
    Ok(Json(shared.update(|world| {
        let options = &mut world.options;
        options.privileged_intents = granted.unwrap_or(options.privileged_intents);
        options.limited_intents = limited.unwrap_or(options.limited_intents);
        world.gateway.refused_intents = refused.unwrap_or(world.gateway.refused_intents);
        queries::intents(world)
    })))
}

/// The intents of these names.
fn privileged(names: Vec<String>) -> Result<u64, Problem> {
    names.iter().try_fold(0, |all, name| {
        let why = || format!("{name} is none of members, presences, content");
        let known = intents::privileged(name).ok_or_else(|| Problem::bad_request(why()))?;
        Ok(all | known)
    })
}

/// Moves the clock forward, and answers the time.
pub(super) async fn clock(State(shared): State<Arc<Shared>>, Body(body): Body<Clock>) -> Answer {
    const LIMIT: u32 = 10 * 366 * 86_400;
    if body.advance_seconds > LIMIT {
        return Err(Problem::bad_request("advance_seconds: at most ten years"));
    }
    let by = Duration::from_secs(body.advance_seconds.into());
    shared.clock.advance(by);
    shared.notify();
    let now = shared.clock.now_ms();
    Ok(Json(
        json!({"now_ms": now, "offset_ms": shared.clock.offset_ms()}),
    ))
}

/// Disturbs the gateway.
pub(super) async fn disturb(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Gateway>,
) -> Json<Value> {
    let gateway = GatewayHandle { shared };
    match body {
        Gateway::Drop => gateway.disconnect(Hangup::Drop),
        Gateway::Close { code } => gateway.disconnect(Hangup::Close(code)),
        Gateway::Forget => gateway.invalidate_session(false),
        Gateway::Down => {
            gateway.refuse_connections(true);
            gateway.disconnect(Hangup::Drop);
        }
        Gateway::Up => gateway.refuse_connections(false),
    }
    Json(json!({"connected": gateway.connected()}))
}

pub(super) async fn faults(State(shared): State<Arc<Shared>>, Body(body): Body<Faults>) -> Answer {
    let fault = match body.fault {
        Fault::Status { status } => faults::Fault::Status(status),
        Fault::AppliedThen { status } => faults::Fault::AppliedThen(status),
        Fault::RateLimited { scope, retry_after } => {
            let retry_after = Duration::try_from_secs_f64(retry_after)
                .map_err(|error| Problem::bad_request(format!("retry_after: {error}")))?;
            let scope = match scope {
                Scope::User => RateLimitScope::User,
                Scope::Shared => RateLimitScope::Shared,
                Scope::Global => RateLimitScope::Global,
                Scope::Cloudflare => RateLimitScope::Cloudflare,
            };
            faults::Fault::RateLimited { scope, retry_after }
        }
        Fault::Slow { seconds } => {
            let by = Duration::try_from_secs_f64(seconds);
            let by = by.ok().filter(|by| *by <= SLOWEST);
            let why = || format!("seconds: 0 to {}", SLOWEST.as_secs());
            let by = by.ok_or_else(|| Problem::bad_request(why()))?;
            faults::Fault::Slow { by }
        }
        Fault::Hang => faults::Fault::Hang,
        Fault::Garbage => faults::Fault::Garbage,
        Fault::Body { body } => faults::Fault::Body(body),
    };
    let fault = InjectedFault {
        pattern: (body.method.as_deref().unwrap_or("*"), body.path.as_str()).into(),
        fault,
        times: body.times,
    };
    let waiting = shared.update(|world| {
        world.faults.push(fault);
        world.faults.len()
    });
    Ok(Json(json!({"planted": waiting})))
}

/// Forgets the faults that were not used yet.
pub(super) async fn clear_faults(State(shared): State<Arc<Shared>>) -> Json<Value> {
    shared.update(|world| world.faults.clear());
    Json(json!({"planted": 0}))
}

pub(super) fn id(text: &str) -> Result<Snowflake, Problem> {
    text.parse()
        .map_err(|_| Problem::bad_request(format!("{text} is not an id")))
}
