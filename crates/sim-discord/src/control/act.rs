//! Doing things as a person, and to the server.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde_json::json;

use super::look;
use super::requests::{Fault, Faults, Members, Modal, Press, Say, Scope, Select};
use super::{Answer, Body, Problem};
use crate::client::Person;
use crate::faults::{self, Matching, Planted, RateLimitScope};
use crate::world::{Shared, Snowflake, User};

fn person(shared: &Arc<Shared>, say: &Say) -> Person {
    let mut person = Person::new(Arc::clone(shared), &say.user);
    if let Some(channel) = &say.channel {
        person = person.in_channel(channel);
    }
    if say.dm {
        person = person.in_dm();
    }
    for (name, text) in &say.files {
        person = person.with_file(name, text.as_bytes());
    }
    person
}

pub(super) async fn say(State(shared): State<Arc<Shared>>, Body(body): Body<Say>) -> Answer {
    let person = person(&shared, &body);
    if body.text.trim_start().starts_with('/') {
        let reply = person.slash(&body.text).await?;
        return Ok(Json(look::reply(&reply)));
    }
    let message = person.say(&body.text)?;
    Ok(Json(look::message(&shared, &message)))
}

pub(super) async fn autocomplete(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Say>,
) -> Answer {
    let reply = person(&shared, &body).autocomplete(&body.text).await?;
    Ok(Json(look::reply(&reply)))
}

pub(super) async fn press(State(shared): State<Arc<Shared>>, Body(body): Body<Press>) -> Answer {
    let message = id(&body.message)?;
    let person = Person::new(shared, &body.user);
    let reply = person.press(&message, &body.custom_id).await?;
    Ok(Json(look::reply(&reply)))
}

pub(super) async fn select(State(shared): State<Arc<Shared>>, Body(body): Body<Select>) -> Answer {
    let message = id(&body.message)?;
    let person = Person::new(shared, &body.user);
    let reply = person
        .select_many(message, &body.custom_id, &body.values)
        .await?;
    Ok(Json(look::reply(&reply)))
}

pub(super) async fn modal(State(shared): State<Arc<Shared>>, Body(body): Body<Modal>) -> Answer {
    let interaction = id(&body.interaction)?;
    let values: Vec<_> = body.values.into_iter().collect();
    let reply = Person::new(shared, &body.user)
        .submit(interaction, &values)
        .await?;
    Ok(Json(look::reply(&reply)))
}

pub(super) async fn members(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Members>,
) -> Answer {
    shared.update(|world| {
        let home = world.home;
        let known = |name: &str| {
            let user = world.find_user(Some(home), name);
            user.ok_or_else(|| Problem::absent(format!("there is nobody called {name}")))
        };
        let user = match body {
            Members::Join { user } => {
                let joining = known(&user).unwrap_or_else(|_| {
                    let id = world.clock.next_id();
                    world.users.insert(
                        id,
                        User {
                            id,
                            username: user,
                            ..User::default()
                        },
                    );
                    id
                });
                world.member_joins(home, joining);
                joining
            }
            Members::Leave { user } => {
                let leaving = known(&user)?;
                world.member_leaves(home, leaving);
                leaving
            }
            Members::Roles { user, roles } => {
                let user = known(&user)?;
                let find = |role: &String| {
                    let found = world.find_role(home, role);
                    found.ok_or_else(|| Problem::absent(format!("there is no role {role}")))
                };
                let roles = roles.iter().map(find).collect::<Result<Vec<_>, _>>()?;
                world.member_roles_become(home, user, roles);
                user
            }
            Members::Presence { user, status } => {
                let user = known(&user)?;
                if !["online", "idle", "dnd", "offline"].contains(&status.as_str()) {
                    return Err(Problem::bad("status is online, idle, dnd or offline"));
                }
                world.presence_changes(user, &status, &[]);
                user
            }
        };
        Ok(Json(look::person(world, user)))
    })
}

pub(super) async fn faults(State(shared): State<Arc<Shared>>, Body(body): Body<Faults>) -> Answer {
    let fault = match body.fault {
        Fault::Status { status } => faults::Fault::Status(status),
        Fault::DoneThen { status } => faults::Fault::DoneThen(status),
        Fault::RateLimited { scope, retry_after } => {
            let retry_after = Duration::try_from_secs_f64(retry_after)
                .map_err(|error| Problem::bad(format!("retry_after: {error}")))?;
            let scope = match scope {
                Scope::User => RateLimitScope::User,
                Scope::Shared => RateLimitScope::Shared,
                Scope::Global => RateLimitScope::Global,
                Scope::Cloudflare => RateLimitScope::Cloudflare,
            };
            faults::Fault::RateLimited { scope, retry_after }
        }
        Fault::Hang => faults::Fault::Hang,
        Fault::Garbage => faults::Fault::Garbage,
    };
    let matching = Matching::from((body.method.as_deref().unwrap_or("*"), body.path.as_str()));
    let planted = shared.update(|world| {
        world.faults.push(Planted {
            matching,
            fault,
            times: body.times,
        });
        world.faults.len()
    });
    Ok(Json(json!({"planted": planted})))
}

fn id(text: &str) -> Result<Snowflake, Problem> {
    text.parse()
        .map_err(|_| Problem::bad(format!("{text} is not an id")))
}
