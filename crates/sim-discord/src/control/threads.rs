//! Threads by hand.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::actions;
use super::answer::{Answer, Body, Problem};
use crate::client::Person;
use crate::model::{Channel, Thread};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World};

/// Starts a thread in a channel, from a message of it or on its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Open {
    /// The person who starts it.
    #[serde(rename = "as")]
    user: String,
    /// A channel by name or id; `general` by default.
    channel: Option<String>,
    name: String,
    /// The message's id.
    message: Option<String>,
}

/// Changes a thread, by name or id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    thread: String,
    action: Action,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    /// Closes it; the next message opens it again.
    Archive,
    /// Opens it again.
    Reopen,
    /// Lets only moderators write in it.
    Lock,
    /// Lets everybody write in it again.
    Unlock,
    /// Deletes it with its messages.
    Delete,
}

/// `POST /sim/threads`: answers the thread.
pub(super) async fn open(State(shared): State<Arc<Shared>>, Body(body): Body<Open>) -> Answer {
    let message = body.message.as_deref().map(actions::id).transpose()?;
    let channel = body.channel.as_deref().unwrap_or("general");
    let person = Person::new(shared, &body.user).in_channel(channel);
    let started = person.start_thread(&body.name, message)?;
    Ok(Json(thread(&started)))
}

/// `POST /sim/threads/change`: answers the thread, as it was last where it is deleted.
pub(super) async fn change(State(shared): State<Arc<Shared>>, Body(body): Body<Change>) -> Answer {
    shared.update(|world| {
        let id = find(world, &body.thread)?;
        let mut set = |change: fn(&mut Thread)| world.update_thread(id, |_, thread| change(thread));
        match body.action {
            Action::Archive => set(|thread| thread.archived = true),
            Action::Reopen => set(|thread| thread.archived = false),
            Action::Lock => set(|thread| thread.locked = true),
            Action::Unlock => set(|thread| thread.locked = false),
            Action::Delete => {}
        }
        let last = world.channel(id).map(|(channel, _)| thread(channel));
        if matches!(body.action, Action::Delete) {
            world.delete_thread(id);
        }
        Ok(Json(last.unwrap_or_default()))
    })
}

/// The threads of the first guild.
pub(super) fn all(world: &World) -> Value {
    let threads = world.home_guild().map(|home| home.threads.values());
    threads.into_iter().flatten().map(thread).collect()
}

fn find(world: &World, name: &str) -> Result<Snowflake, Problem> {
    let found = world.find_channel(world.home, name).filter(|id| {
        let channel = world.channel(*id);
        channel.is_some_and(|(channel, _)| channel.thread.is_some())
    });
    found.ok_or_else(|| Problem::not_found(format!("there is no thread {name}")))
}

fn thread(channel: &Channel) -> Value {
    let thread = channel.thread.as_ref();
    json!({
        "id": channel.id.to_string(),
        "name": channel.name,
        "type": channel.kind,
        "parent_id": thread.map(|thread| thread.parent_id.to_string()),
        "owner_id": thread.map(|thread| thread.owner_id.to_string()),
        "archived": channel.is_archived(),
        "locked": channel.is_locked(),
    })
}
