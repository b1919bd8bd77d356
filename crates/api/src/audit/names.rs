//! Names of what entries speak of by id. The log keeps ids, because names change and those of members are
//! erased; who reads it is told the names of now.
//!
//! The log knows no capability that builds on it: each says the names of its own, as a source that its
//! `capability.rs` registers. Of what was deleted, the entry of the deletion says the last one.

use super::store::{self, DeletedRow};
use crate::db::Error;
use crate::operation::Operation;
use futures_util::future::BoxFuture;
use paddock_api_types::audit::AuditEntry;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Noun {
    Season,
    Item,
    Rank,
    Prize,
    Member,
}

impl Noun {
    const ALL: [Self; 5] = [
        Self::Season,
        Self::Item,
        Self::Rank,
        Self::Prize,
        Self::Member,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Season => "season",
            Self::Item => "item",
            Self::Rank => "rank",
            Self::Prize => "prize",
            Self::Member => "member",
        }
    }

    /// What a field of an entry holds the id of.
    fn held_by(field: &str) -> Option<Self> {
        match field {
            "user_id" | "decided_by" | "delivered_by" | "marked_by" => Some(Self::Member),
            _ if field.ends_with("_user_id") => Some(Self::Member),
            _ => {
                let noun = field.strip_suffix("_id")?;
                Self::ALL.into_iter().find(|it| it.as_str() == noun)
            }
        }
    }
}

/// Something that has a name, by its id.
pub(crate) type Thing = (Noun, i64);
/// The names of some.
pub(crate) type Names = BTreeMap<Thing, String>;

/// Says the present names of those that its capability keeps.
pub(crate) type NameSource =
    for<'a> fn(&'a Operation, &'a BTreeSet<Thing>) -> BoxFuture<'a, Result<Names, Error>>;

/// Every source, in the order of the capabilities.
pub(crate) struct NameSources(pub(crate) Vec<NameSource>);

/// Adds to entries the names of what they speak of.
pub(super) async fn add(op: &Operation, entries: &mut [AuditEntry]) -> Result<(), Error> {
    let things: Vec<_> = entries.iter().map(things_of).collect();
    let all: BTreeSet<_> = things.iter().flatten().copied().collect();
    let sources: &NameSources = op.ctx.extensions.get();
    let mut names = Names::new();
    for source in &sources.0 {
        names.extend(source(op, &all).await?);
    }
    // Some have none, such as prizes that are roles: each is looked for once.
    let mut looked_for = BTreeSet::new();
    for (entry, things) in entries.iter().zip(&things) {
        for thing in things {
            if !names.contains_key(thing)
                && looked_for.insert(*thing)
                && let Some(name) = last_name(op, entry, *thing).await?
            {
                names.insert(*thing, name);
            }
        }
    }
    for (entry, things) in entries.iter_mut().zip(things) {
        let known = things.into_iter().filter_map(|thing| {
            let (noun, id) = thing;
            let name = names.get(&thing)?;
            Some((format!("{}:{id}", noun.as_str()), name.clone()))
        });
        entry.names = known.collect();
    }
    Ok(())
}

/// What an entry speaks of: who made it, its subject, and what its values are ids of.
fn things_of(entry: &AuditEntry) -> BTreeSet<Thing> {
    let actor = entry.actor_id.map(|user| (Noun::Member, user.get()));
    let values = entry.before.iter().chain(&entry.after);
    let values = values.filter_map(|(field, value)| Some((Noun::held_by(field)?, id(value)?)));
    actor
        .into_iter()
        .chain(subject(entry))
        .chain(values)
        .collect()
}

fn subject(entry: &AuditEntry) -> Option<Thing> {
    let (noun, id) = entry.subject.split_once(':')?;
    let noun = match noun {
        "user" | "staff" => Noun::Member,
        noun => Noun::ALL.into_iter().find(|it| it.as_str() == noun)?,
    };
    Some((noun, id.parse().ok()?))
}

fn id(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}

/// The name of something that is gone, from the entry of its deletion: of its own, or of what it was a
/// part of. Members who are gone have none.
async fn last_name(
    op: &Operation,
    entry: &AuditEntry,
    (noun, id): Thing,
) -> Result<Option<String>, Error> {
    let own = match noun {
        Noun::Member => return Ok(None),
        Noun::Season | Noun::Item => true,
        Noun::Rank | Noun::Prize => false,
    };
    let noun = noun.as_str();
    let (subject, action) = if own {
        (format!("{noun}:{id}"), format!("{noun}.deleted"))
    } else {
        (entry.subject.clone(), format!("season.{noun}_deleted"))
    };
    let deleted = store::deleted(&op.ctx.db, op.guild(), &subject, &action).await?;
    let field = format!("{noun}_id");
    let is_it = |row: &DeletedRow| {
        let stored = row.after.get(&field).or_else(|| row.before.get(&field));
        own || stored.and_then(self::id) == Some(id)
    };
    let found = deleted.into_iter().find(is_it);
    Ok(found.and_then(|row| {
        let name = row.before.get("name");
        let name = name.or_else(|| row.before.get("description"));
        Some(name?.as_str()?.to_owned())
    }))
}
