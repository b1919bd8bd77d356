//! Statements of the queue of effects.

use super::model::{self, Effect};
use crate::db::{self, Database, Error, Transaction, stored_id, stored_name, stored_time};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::effects::{EffectAction, EffectErrorCode, EffectState};
use paddock_api_types::{EffectId, GuildId, UserId};

macro_rules! select_effects {
    ($rest:literal) => {
        concat!(
            "SELECT effect_id, guild_id, subject, action, state, attempts, due_at, last_error, \
             last_error_detail, created_at FROM effects ",
            $rest
        )
    };
}

const INSERT: &str = "INSERT INTO effects \
     (effect_id, guild_id, subject, user_id, action, state, attempts, due_at, created_at, \
     updated_at) VALUES (?, ?, ?, ?, ?, 'pending', 0, ?, ?, ?)";
const LOOKUP: &str = select_effects!("WHERE guild_id = ? AND effect_id = ?");
const LIST: &str = select_effects!(
    "WHERE guild_id = ? AND effect_id < ? AND (? IS NULL OR state = ?) \
     ORDER BY effect_id DESC LIMIT ?"
);
const UNSETTLED_OF_MEMBER: &str = select_effects!(
    "WHERE guild_id = ? AND subject = ? AND state IN ('pending', 'leased', 'failed') \
     ORDER BY effect_id"
);
const FAILED: &str =
    select_effects!("WHERE guild_id = ? AND state = 'failed' ORDER BY effect_id DESC LIMIT 200");
const COUNT_OPEN: &str = "SELECT state, COUNT(*) FROM effects \
     WHERE state IN ('pending', 'leased', 'failed') GROUP BY state";
const ANY_DUE: &str =
    "SELECT effect_id FROM effects WHERE state IN ('pending', 'leased') AND due_at <= ? LIMIT 1";
const RETURN_EXPIRED: &str = "UPDATE effects \
     SET state = CASE WHEN attempts >= ? THEN 'failed' ELSE 'pending' END, lease_id = NULL, \
     last_error = 'lease_expired', updated_at = ? WHERE state = 'leased' AND due_at <= ?";
// The derived table in between is what MariaDB needs to update the table that it selects from.
const LEASE: &str = "UPDATE effects \
     SET state = 'leased', lease_id = ?, attempts = attempts + 1, due_at = ?, updated_at = ? \
     WHERE state = 'pending' AND effect_id IN (SELECT effect_id FROM ( \
         SELECT e.effect_id FROM effects e WHERE e.state = 'pending' AND e.due_at <= ? \
         AND NOT EXISTS (SELECT 1 FROM effects earlier \
             WHERE earlier.guild_id = e.guild_id AND earlier.subject = e.subject \
             AND earlier.state IN ('pending', 'leased') AND earlier.effect_id < e.effect_id) \
         ORDER BY e.effect_id LIMIT ?) AS due)";
const LEASED: &str = select_effects!("WHERE lease_id = ? ORDER BY effect_id");
const DONE: &str = "UPDATE effects \
     SET state = 'done', lease_id = NULL, last_error = NULL, last_error_detail = NULL, \
     updated_at = ? \
     WHERE effect_id = ? AND attempts = ? AND state IN ('leased', 'pending')";
const FAILED_TRY: &str = "UPDATE effects \
     SET state = ?, lease_id = NULL, due_at = ?, last_error = ?, last_error_detail = ?, \
     updated_at = ? WHERE effect_id = ? AND attempts = ? AND state = 'leased'";
const LOOKUP_ANYWHERE: &str = select_effects!("WHERE effect_id = ?");
const RETRY: &str = "UPDATE effects SET state = 'pending', due_at = ?, updated_at = ? \
     WHERE effect_id = ? AND state = 'failed'";
const OF_USER: &str = select_effects!("WHERE guild_id = ? AND user_id = ?");
const DELETE: &str = "DELETE FROM effects WHERE effect_id = ?";
const DISMISS: &str = "DELETE FROM effects WHERE effect_id = ? AND state = 'failed'";
const PURGE: &str = "DELETE FROM effects WHERE effect_id IN (SELECT effect_id FROM ( \
     SELECT effect_id FROM effects WHERE state = 'done' AND due_at < ? LIMIT 1000) AS old)";

#[derive(sqlx::FromRow)]
struct EffectRow {
    effect_id: i64,
    guild_id: i64,
    subject: String,
    action: String,
    state: String,
    attempts: i64,
    due_at: i64,
    last_error: Option<String>,
    last_error_detail: Option<String>,
    created_at: i64,
}

pub(super) async fn insert(
    tx: &mut Transaction,
    id: EffectId,
    guild: GuildId,
    action: &EffectAction,
    at: i64,
) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(id.get())
        .bind(guild.get())
        .bind(model::subject(action))
        .bind(model::user(action).map(UserId::get))
        .bind(serde_json::to_string(action).expect("an action is plain data"))
        .bind(at)
        .bind(at)
        .bind(at)
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

pub(super) async fn lookup(
    tx: &mut Transaction,
    guild: GuildId,
    id: EffectId,
) -> Result<Option<Effect>, Error> {
    let row: Option<EffectRow> = tx
        .run(LOOKUP)
        .bind(guild.get())
        .bind(id.get())
        .fetch_optional()
        .await?;
    row.map(TryInto::try_into).transpose()
}

/// For the bot, which reports by id alone.
pub(super) async fn lookup_anywhere(db: &Database, id: EffectId) -> Result<Option<Effect>, Error> {
    let row: Option<EffectRow> = db
        .read(LOOKUP_ANYWHERE)
        .bind(id.get())
        .fetch_optional()
        .await?;
    row.map(TryInto::try_into).transpose()
}

pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    state: Option<EffectState>,
    page: PageRequest<1>,
) -> Result<Vec<Effect>, Error> {
    let state = state.map(db::name);
    let query = db
        .read(LIST)
        .bind(guild.get())
        .bind(page.after.map_or(i64::MAX, |[id]| id));
    effects(
        query
            .bind(state.clone())
            .bind(state)
            .bind(page.rows())
            .fetch_all()
            .await?,
    )
}

pub(super) async fn unsettled_of(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
) -> Result<Vec<Effect>, Error> {
    let query = tx.run(UNSETTLED_OF_MEMBER).bind(guild.get()).bind(subject);
    effects(query.fetch_all().await?)
}

pub(super) async fn failed(db: &Database, guild: GuildId) -> Result<Vec<Effect>, Error> {
    effects(db.read(FAILED).bind(guild.get()).fetch_all().await?)
}

pub(super) async fn count_open(db: &Database) -> Result<Vec<(String, i64)>, Error> {
    db.read(COUNT_OPEN).fetch_all().await
}

pub(super) async fn any_due(db: &Database, now: i64) -> Result<bool, Error> {
    let due: Option<(i64,)> = db.read(ANY_DUE).bind(now).fetch_optional().await?;
    Ok(due.is_some())
}

/// Takes up to `limit` due effects under this lease, after returning those whose lease ran out.
pub(super) async fn lease(
    tx: &mut Transaction,
    lease_id: i64,
    limit: u32,
    now: i64,
    until: i64,
) -> Result<Vec<Effect>, Error> {
    tx.run(RETURN_EXPIRED)
        .bind(i64::from(model::MAX_ATTEMPTS))
        .bind(now)
        .bind(now)
        .execute()
        .await?;
    tx.run(LEASE)
        .bind(lease_id)
        .bind(until)
        .bind(now)
        .bind(now)
        .bind(i64::from(limit))
        .execute()
        .await?;
    effects(tx.run(LEASED).bind(lease_id).fetch_all().await?)
}

/// Whether the effect still waited for this report.
pub(super) async fn mark_done(
    db: &Database,
    id: EffectId,
    attempt: u32,
    now: i64,
) -> Result<bool, Error> {
    let query = db
        .write(DONE)
        .bind(now)
        .bind(id.get())
        .bind(i64::from(attempt));
    Ok(query.execute().await? > 0)
}

/// A try that failed, and what becomes of the effect.
pub(super) struct FailedTry<'f> {
    pub(super) id: EffectId,
    pub(super) attempt: u32,
    pub(super) state: EffectState,
    pub(super) due_at: i64,
    pub(super) error: EffectErrorCode,
    pub(super) detail: &'f str,
}

/// Whether the effect still waited for this report.
pub(super) async fn mark_failed(
    db: &Database,
    failed: FailedTry<'_>,
    now: i64,
) -> Result<bool, Error> {
    let changed = db
        .write(FAILED_TRY)
        .bind(db::name(failed.state))
        .bind(failed.due_at)
        .bind(db::name(failed.error))
        .bind(failed.detail)
        .bind(now)
        .bind(failed.id.get())
        .bind(i64::from(failed.attempt))
        .execute()
        .await?;
    Ok(changed > 0)
}

pub(super) async fn requeue(tx: &mut Transaction, id: EffectId, now: i64) -> Result<bool, Error> {
    let changed = tx
        .run(RETRY)
        .bind(now)
        .bind(now)
        .bind(id.get())
        .execute()
        .await?;
    Ok(changed > 0)
}

/// Everything about a member, whatever became of it.
pub(super) async fn of_user(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Effect>, Error> {
    effects(
        tx.run(OF_USER)
            .bind(guild.get())
            .bind(user.get())
            .fetch_all()
            .await?,
    )
}

pub(super) async fn delete(tx: &mut Transaction, id: EffectId) -> Result<(), Error> {
    tx.run(DELETE).bind(id.get()).execute().await?;
    Ok(())
}

/// Whether it was failed, and is gone now.
pub(super) async fn dismiss(tx: &mut Transaction, id: EffectId) -> Result<bool, Error> {
    Ok(tx.run(DISMISS).bind(id.get()).execute().await? > 0)
}

/// How many of the oldest were deleted.
pub(super) async fn purge(db: &Database, before: Timestamp) -> Result<u64, Error> {
    db.write(PURGE)
        .bind(before.as_millisecond())
        .execute()
        .await
}

fn effects(rows: Vec<EffectRow>) -> Result<Vec<Effect>, Error> {
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<EffectRow> for Effect {
    type Error = Error;

    fn try_from(row: EffectRow) -> Result<Self, Error> {
        let action = serde_json::from_str(&row.action).map_err(|_| Error::Corrupt {
            column: "effects.action",
            value: row.action,
        })?;
        Ok(Self {
            id: stored_id("effects.effect_id", row.effect_id)?,
            guild_id: stored_id("effects.guild_id", row.guild_id)?,
            subject: row.subject,
            action,
            state: stored_name("effects.state", row.state)?,
            attempts: stored_id("effects.attempts", row.attempts)?,
            due_at: stored_time("effects.due_at", row.due_at)?,
            last_error: row
                .last_error
                .map(|name| stored_name("effects.last_error", name))
                .transpose()?,
            last_error_detail: row.last_error_detail,
            created_at: stored_time("effects.created_at", row.created_at)?,
        })
    }
}
