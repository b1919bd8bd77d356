//! Whom a message notifies.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::json::{boolean, id, items};
use crate::model::Message;
use crate::snowflake::Snowflake;
use crate::world::World;

/// Users whom a message notifies: written as `<@id>`, or the author of what it replies to, and not excluded by
/// `allowed_mentions`.
pub(super) fn users(world: &World, message: &Message) -> BTreeSet<Snowflake> {
    let written = written(&message.content, "<@").filter(|id| pings(message, "users", *id));
    written.chain(replied_to(world, message)).collect()
}

/// Roles that a message notifies, in the same way.
pub(super) fn roles(message: &Message) -> BTreeSet<Snowflake> {
    // Those of responses to interactions name nobody unless told to.
    let by_default = message.allowed_mentions.is_some() || message.interaction_id.is_none();
    let written = written(&message.content, "<@&").filter(|_| by_default);
    written.filter(|id| pings(message, "roles", *id)).collect()
}

fn written(content: &str, open: &str) -> impl Iterator<Item = Snowflake> {
    let after = content.split(open).skip(1);
    let inside = after.filter_map(|rest| rest.split('>').next());
    inside.filter_map(|id| id.trim_start_matches('!').parse().ok())
}

/// Whether `allowed_mentions` lets this user or role be notified.
fn pings(message: &Message, list: &str, who: Snowflake) -> bool {
    message.allowed_mentions.as_ref().is_none_or(|allowed| {
        items(&allowed["parse"]).iter().any(|it| it == list)
            || items(&allowed[list]).iter().any(|it| id(it) == Some(who))
    })
}

fn replied_to(world: &World, message: &Message) -> Option<Snowflake> {
    let allowed = message.allowed_mentions.as_ref();
    let pings =
        allowed.is_none_or(|allowed: &Value| boolean(&allowed["replied_user"]) == Some(true));
    let target = message.reply_to.and_then(|id| world.messages.get(&id))?;
    (pings && target.author_id != message.author_id).then_some(target.author_id)
}
