//! Statements of the audit log.

use super::model::{Change, Values};
use crate::db::{self, Database, Error, Transaction, stored_id, stored_name, stored_time};
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::{AuditEntryId, GuildId, UserId};
use serde_json::{Map, Value};

/// Columns of an entry with what it says of a person, if that is still there.
macro_rules! select_entries {
    ($whose:literal, $condition:literal) => {
        concat!(
            "SELECT e.entry_id, e.at, e.actor_id, e.via, e.action, e.subject, e.request_id, \
             e.before_values, e.after_values, p.reason, \
             p.before_values AS personal_before, p.after_values AS personal_after \
             FROM audit_entries e LEFT JOIN audit_personal p \
             ON p.entry_id = e.entry_id AND p.guild_id = e.guild_id AND ",
            $whose,
            " WHERE e.guild_id = ? AND e.entry_id < ? AND ",
            $condition,
            " ORDER BY e.entry_id DESC LIMIT ?"
        )
    };
}

const INSERT: &str = "INSERT INTO audit_entries \
     (entry_id, guild_id, at, actor_id, via, action, subject, before_values, after_values, \
     request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const INSERT_PERSONAL: &str = "INSERT INTO audit_personal \
     (entry_id, guild_id, user_id, reason, before_values, after_values) VALUES (?, ?, ?, ?, ?, ?)";
const LIST: &str = select_entries!(
    "1 = 1",
    "(? IS NULL OR e.actor_id = ?) AND (? IS NULL OR e.subject = ?)"
);
// What others are called, or why somebody was banned, is theirs.
const LIST_OF_MEMBER: &str = select_entries!("p.user_id = ?", "(e.actor_id = ? OR e.subject = ?)");
const FORGET: &str = "DELETE FROM audit_personal WHERE guild_id = ? AND user_id = ?";

#[derive(sqlx::FromRow)]
struct EntryRow {
    entry_id: i64,
    at: i64,
    actor_id: Option<i64>,
    via: String,
    action: String,
    subject: String,
    request_id: Option<String>,
    before_values: String,
    after_values: String,
    reason: Option<String>,
    personal_before: Option<String>,
    personal_after: Option<String>,
}

pub(super) async fn insert(
    tx: &mut Transaction,
    op: &Operation,
    id: AuditEntryId,
    change: &Change,
) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(id.get())
        .bind(op.guild().get())
        .bind(op.at_ms())
        .bind(op.actor.user_id.map(UserId::get))
        .bind(db::name(op.actor.via))
        .bind(change.action)
        .bind(&change.subject)
        .bind(json(&change.values.before))
        .bind(json(&change.values.after))
        .bind(op.request_id.as_deref())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    if let Some(personal) = &change.personal {
        let Values { before, after } = &personal.values;
        tx.run(INSERT_PERSONAL)
            .bind(id.get())
            .bind(op.guild().get())
            .bind(personal.user_id.get())
            .bind(personal.reason.as_deref())
            .bind(json(before))
            .bind(json(after))
            .execute()
            .await?;
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
    let actor = actor.map(UserId::get);
    let rows: Vec<EntryRow> = db
        .read(LIST)
        .bind(guild.get())
        .bind(before(page))
        .bind(actor)
        .bind(actor)
        .bind(subject)
        .bind(subject)
        .bind(page.rows())
        .fetch_all()
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

pub(super) async fn list_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
    subject: &str,
    limit: u32,
) -> Result<Vec<AuditEntry>, Error> {
    let rows: Vec<EntryRow> = db
        .read(LIST_OF_MEMBER)
        .bind(user.get())
        .bind(guild.get())
        .bind(i64::MAX)
        .bind(user.get())
        .bind(subject)
        .bind(i64::from(limit))
        .fetch_all()
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

pub(super) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    tx.run(FORGET)
        .bind(guild.get())
        .bind(user.get())
        .execute()
        .await?;
    Ok(())
}

fn before(page: PageRequest<1>) -> i64 {
    page.after.map_or(i64::MAX, |[id]| id)
}

fn json(values: &Map<String, Value>) -> String {
    Value::Object(values.clone()).to_string()
}

impl TryFrom<EntryRow> for AuditEntry {
    type Error = Error;

    fn try_from(row: EntryRow) -> Result<Self, Error> {
        Ok(Self {
            id: stored_id("audit_entries.entry_id", row.entry_id)?,
            at: stored_time("audit_entries.at", row.at)?,
            actor_id: row
                .actor_id
                .map(|id| stored_id("audit_entries.actor_id", id))
                .transpose()?,
            via: stored_name("audit_entries.via", row.via)?,
            action: row.action,
            subject: row.subject,
            reason: row.reason,
            before: merged(&row.before_values, row.personal_before.as_deref())?,
            after: merged(&row.after_values, row.personal_after.as_deref())?,
            request_id: row.request_id,
        })
    }
}

fn merged(values: &str, personal: Option<&str>) -> Result<Map<String, Value>, Error> {
    let parse = |text: &str| {
        serde_json::from_str::<Map<String, Value>>(text).map_err(|_| Error::Corrupt {
            column: "audit_entries.values",
            value: text.to_owned(),
        })
    };
    let mut merged = parse(values)?;
    if let Some(personal) = personal {
        merged.extend(parse(personal)?);
    }
    Ok(merged)
}
