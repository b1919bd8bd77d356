//! How members are called, for who reads the audit log.

use crate::audit::{Names, Noun, Thing};
use crate::db::Error;
use crate::members::store;
use crate::operation::Operation;
use std::collections::BTreeSet;

/// The names of the members among these.
pub(crate) async fn names(op: &Operation, things: &BTreeSet<Thing>) -> Result<Names, Error> {
    let members = things.iter().filter(|(noun, _)| *noun == Noun::Member);
    let users: Vec<_> = members.map(|(_, id)| *id).collect();
    let named = store::display_names(&op.ctx.db, op.guild(), &users).await?;
    let named = named.into_iter();
    Ok(named.map(|(id, name)| ((Noun::Member, id), name)).collect())
}
