//! How members are called, for who reads the audit log.

use crate::audit::{Names, Noun, Thing};
use crate::db::Error;
use crate::members::store;
use crate::operation::Operation;
use paddock_api_types::UserId;
use std::collections::BTreeSet;

/// The names of the members among these.
pub(crate) async fn names(op: &Operation, things: &BTreeSet<Thing>) -> Result<Names, Error> {
    let mut names = Names::new();
    for thing in things.iter().filter(|(noun, _)| *noun == Noun::Member) {
        if let Some(user) = UserId::new(thing.1)
            && let Some(member) = store::lookup(&op.ctx.db, op.guild(), user).await?
        {
            names.insert(*thing, member.display_name);
        }
    }
    Ok(names)
}
