//! Statements of the audit log.

use super::model::{Change, Values};
use crate::db::{Database, Error, Source, Transaction, documents, insert, names, record, select};
use crate::ids;
use crate::operation::Operation;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::audit::{AuditEntry, AuditVia};
use paddock_api_types::{AuditEntryId, GuildId, UserId};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

// A list for each filter, so that each is read off its own index.
const LIST: &str = select!(
    EntryRow,
    "WHERE audit_entries.guild_id = ? AND audit_entries.entry_id < ? \
     ORDER BY audit_entries.entry_id DESC LIMIT ?"
);
const LIST_BY_ACTOR: &str = select!(
    EntryRow,
    "WHERE audit_entries.guild_id = ? AND audit_entries.actor_id = ? AND audit_entries.entry_id < ? \
     ORDER BY audit_entries.entry_id DESC LIMIT ?"
);
const LIST_BY_SUBJECT: &str = select!(
    EntryRow,
    "WHERE audit_entries.guild_id = ? AND audit_entries.subject = ? AND audit_entries.entry_id < ? \
     AND (? IS NULL OR audit_entries.actor_id = ?) ORDER BY audit_entries.entry_id DESC LIMIT ?"
);
// Sorted by a sum, so that SQLite reads two indexes and not all of the guild's entries for their order.
// What others are called, or why somebody was banned, is theirs: personal values of another member
// are not joined.
const LIST_OF_MEMBER: &str = select!(
    EntryRow,
    "AND audit_personal.user_id = ? \
     WHERE audit_entries.guild_id = ? AND (audit_entries.actor_id = ? \
     OR audit_entries.subject = ?) \
     ORDER BY +audit_entries.entry_id DESC LIMIT ?"
);
// Ids are ordered by time, so that the first that may count spares reading all before it. An entry of
// a clock that was ahead does not count.
const RECENT: &str = "SELECT COUNT(*), MIN(at) FROM audit_entries \
     WHERE guild_id = ? AND subject = ? AND entry_id >= ? AND action = ? AND at > ? AND at <= ?";
// Those that decide are few; of a subject there are not many others.
const LAST_ACTOR: &str = "SELECT actor_id FROM audit_entries \
     WHERE guild_id = ? AND subject = ? AND action IN (?, ?, ?, ?) \
     ORDER BY entry_id DESC LIMIT 1";
const DELETED: &str = select!(
    DeletedRow,
    "WHERE guild_id = ? AND subject = ? AND action = ? ORDER BY entry_id"
);
const LATEST: &str = "SELECT MAX(entry_id) FROM audit_entries";
const ERASE: &str = "DELETE FROM audit_personal WHERE guild_id = ? AND user_id = ?";

/// An entry with what it says of a person, if that is still there.
struct EntryRow {
    id: AuditEntryId,
    at: Timestamp,
    actor_id: Option<UserId>,
    via: AuditVia,
    action: String,
    subject: String,
    request_id: Option<String>,
    before: Map<String, Value>,
    after: Map<String, Value>,
    reason: Option<String>,
    personal_before: Option<Map<String, Value>>,
    personal_after: Option<Map<String, Value>>,
}

/// What stood in something that was deleted.
pub(super) struct DeletedRow {
    /// As it was.
    pub(super) before: Map<String, Value>,
    /// What still says which it was.
    pub(super) after: Map<String, Value>,
}

names!(AuditVia);
documents!(Map<String, Value>);
record! { EntryRow from audit_entries {
    id: entry_id, at, actor_id, via, action, subject, request_id, before: before_values,
    after: after_values, reason: "audit_personal.reason",
    personal_before: "audit_personal.before_values",
    personal_after: "audit_personal.after_values",
}
    "LEFT JOIN audit_personal ON audit_personal.entry_id = audit_entries.entry_id \
     AND audit_personal.guild_id = audit_entries.guild_id"
}

record! { DeletedRow from audit_entries { before: before_values, after: after_values } }

pub(super) async fn latest(db: &Database) -> Result<Option<i64>, Error> {
    db.query(LATEST, ()).scalar().await
}

pub(super) async fn insert(
    tx: &mut Transaction,
    op: &Operation,
    id: AuditEntryId,
    change: &Change,
) -> Result<(), Error> {
    let guild = op.guild();
    let row = insert!(audit_entries {
        entry_id: id,
        guild_id: guild,
        at: op.at,
        actor_id: op.actor.user_id,
        via: op.actor.via,
        action: change.action,
        subject: change.subject,
        before_values: change.values.before,
        after_values: change.values.after,
        request_id: op.request_id,
    });
    tx.create(row).await?;
    if let Some(personal) = &change.personal {
        let Values { before, after } = &personal.values;
        let row = insert!(audit_personal {
            entry_id: id,
            guild_id: guild,
            user_id: personal.user_id,
            reason: personal.reason,
            before_values: before,
            after_values: after,
        });
        tx.put(row).await?;
    }
    Ok(())
}

pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    actor: Option<UserId>,
    subject: Option<&str>,
    page: PageRequest<1>,
) -> Result<Vec<AuditEntry>, Error> {
    let (before, rows) = (page.before_id(), page.rows());
    let query = match (subject, actor) {
        (Some(subject), actor) => {
            let values = (guild, subject, before, actor, actor, rows);
            db.query(LIST_BY_SUBJECT, values)
        }
        (None, Some(actor)) => db.query(LIST_BY_ACTOR, (guild, actor, before, rows)),
        (None, None) => db.query(LIST, (guild, before, rows)),
    };
    Ok(entries(query.all().await?))
}

pub(super) async fn list_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
    subject: &str,
    limit: u32,
) -> Result<Vec<AuditEntry>, Error> {
    let values = (user, guild, user, subject, limit);
    Ok(entries(db.query(LIST_OF_MEMBER, values).all().await?))
}

/// How often something was done to a subject after `since`, and when first.
pub(super) async fn recent(
    tx: &mut Transaction,
    op: &Operation,
    subject: &str,
    action: &str,
    since: Timestamp,
) -> Result<(i64, Option<Timestamp>), Error> {
    let first_id = ids::lowest_of_rows_since(since);
    let values = (op.guild(), subject, first_id, action, since, op.at);
    tx.query(RECENT, values).one().await
}

/// Who last did one of these to a subject.
pub(super) async fn last_actor(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
    actions: [&'static str; 4],
) -> Result<Option<UserId>, Error> {
    let [a, b, c, d] = actions;
    let values = (guild, subject, a, b, c, d);
    let actor: Option<(Option<UserId>,)> = tx.query(LAST_ACTOR, values).optional().await?;
    Ok(actor.and_then(|(user,)| user))
}

/// Things of a subject that were deleted by this action.
pub(super) async fn deleted(
    db: &Database,
    guild: GuildId,
    subject: &str,
    action: &str,
) -> Result<Vec<DeletedRow>, Error> {
    db.query(DELETED, (guild, subject, action)).all().await
}

pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

fn entries(rows: Vec<EntryRow>) -> Vec<AuditEntry> {
    let rows = rows.into_iter().map(|row| AuditEntry {
        id: row.id,
        at: row.at,
        actor_id: row.actor_id,
        via: row.via,
        action: row.action,
        subject: row.subject,
        reason: row.reason,
        before: merged(row.before, row.personal_before),
        after: merged(row.after, row.personal_after),
        request_id: row.request_id,
        names: BTreeMap::new(),
    });
    rows.collect()
}

fn merged(
    mut values: Map<String, Value>,
    personal: Option<Map<String, Value>>,
) -> Map<String, Value> {
    values.extend(personal.into_iter().flatten());
    values
}
