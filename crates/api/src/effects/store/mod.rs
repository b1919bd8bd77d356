//! Statements of the queue of effects. One bot serves every guild and leases from one queue, so what
//! finds and takes due effects goes over all guilds, as does the purge; everything else binds the guild.

pub(super) mod posts;

use super::model::{self, Effect};
use crate::db::{self, Database, Error, Source, Transaction, stored_id, stored_name, stored_time};
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
// Two lists, so that each is read off its own index.
const LIST: &str =
    select_effects!("WHERE guild_id = ? AND effect_id < ? ORDER BY effect_id DESC LIMIT ?");
const IN_STATE: &str = select_effects!(
    "WHERE guild_id = ? AND state = ? AND effect_id < ? ORDER BY effect_id DESC LIMIT ?"
);
// Not sorted: for the sake of an order SQLite would read all of the guild's effects by their ids,
// instead of these few by their subject.
const UNSETTLED: &str = select_effects!(
    "WHERE guild_id = ? AND subject = ? AND state IN ('pending', 'leased', 'failed')"
);
// What nobody can mend would hide the rest.
const FAILED: &str = select_effects!(
    "WHERE guild_id = ? AND state = 'failed' AND (last_error IS NULL \
     OR last_error NOT IN ('cannot_direct_message', 'unknown_member')) \
     ORDER BY effect_id DESC LIMIT 200"
);
const COUNT_OPEN: &str = "SELECT state, COUNT(*) FROM effects \
     WHERE state IN ('pending', 'leased', 'failed') GROUP BY state";
const ANY_EXPIRED: &str =
    "SELECT effect_id FROM effects WHERE state = 'leased' AND due_at <= ? LIMIT 1";
const RETURN_EXPIRED: &str = "UPDATE effects \
     SET state = CASE WHEN attempts >= ? THEN 'failed' ELSE 'pending' END, \
     last_error = 'lease_expired', updated_at = ? WHERE state = 'leased' AND due_at <= ?";
const DUE: &str = "SELECT e.effect_id FROM effects e WHERE e.state = 'pending' AND e.due_at <= ? \
     AND NOT EXISTS (SELECT 1 FROM effects earlier \
         WHERE earlier.guild_id = e.guild_id AND earlier.subject = e.subject \
         AND earlier.state IN ('pending', 'leased') AND earlier.effect_id < e.effect_id) \
     ORDER BY e.effect_id LIMIT ?";
const TAKE: &str = "UPDATE effects SET state = 'leased', attempts = attempts + 1, due_at = ?, \
     updated_at = ? WHERE effect_id = ? AND state = 'pending'";
const UNREADABLE: &str = "UPDATE effects SET state = 'failed', last_error = 'refused', \
     last_error_detail = 'written by another version' WHERE effect_id = ?";
const DONE: &str = "UPDATE effects \
     SET state = 'done', last_error = NULL, last_error_detail = NULL, \
     updated_at = ? \
     WHERE effect_id = ? AND guild_id = ? AND attempts = ? AND state IN ('leased', 'pending')";
const FAILED_TRY: &str = "UPDATE effects \
     SET state = ?, due_at = ?, last_error = ?, last_error_detail = ?, \
     updated_at = ? WHERE effect_id = ? AND guild_id = ? AND attempts = ? AND state = 'leased'";
const LOOKUP_ANYWHERE: &str = select_effects!("WHERE effect_id = ?");
const RETRY: &str = "UPDATE effects SET state = 'pending', due_at = ?, updated_at = ? \
     WHERE effect_id = ? AND guild_id = ? AND state = 'failed'";
const SET_ACTION: &str =
    "UPDATE effects SET action = ? WHERE effect_id = ? AND guild_id = ? AND state = ?";
const PUT_BACK: &str = "UPDATE effects SET state = 'pending', due_at = ?, updated_at = ? \
     WHERE effect_id = ? AND guild_id = ? AND state = 'leased'";
const OF_USER: &str = select_effects!("WHERE guild_id = ? AND user_id = ?");
const OF_NOBODY: &str = select_effects!("WHERE guild_id = ? AND user_id IS NULL");
const DELETE: &str = "DELETE FROM effects WHERE effect_id = ? AND guild_id = ?";
const DISMISS: &str =
    "DELETE FROM effects WHERE effect_id = ? AND guild_id = ? AND state = 'failed'";
const PURGE: &str = "DELETE FROM effects WHERE effect_id IN (SELECT effect_id FROM ( \
     SELECT effect_id FROM effects WHERE updated_at < ? AND (state = 'done' \
     OR (state = 'failed' AND last_error IN ('cannot_direct_message', 'unknown_member'))) \
     LIMIT 1000) AS old)";

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

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: EffectId,
) -> Result<Option<Effect>, Error> {
    let row: Option<EffectRow> = from
        .query(LOOKUP)
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
    let query = match state.map(db::name) {
        Some(state) => db.read(IN_STATE).bind(guild.get()).bind(state),
        None => db.read(LIST).bind(guild.get()),
    };
    let query = query.bind(page.after.map_or(i64::MAX, |[id]| id));
    Ok(effects(query.bind(page.rows()).fetch_all().await?))
}

/// In the order of their ids, as everybody takes them.
pub(super) async fn unsettled_of(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
) -> Result<Vec<Effect>, Error> {
    let query = tx.run(UNSETTLED).bind(guild.get()).bind(subject);
    let mut unsettled = effects(query.fetch_all().await?);
    unsettled.sort_by_key(|effect| effect.id);
    Ok(unsettled)
}

pub(super) async fn failed(db: &Database, guild: GuildId) -> Result<Vec<Effect>, Error> {
    Ok(effects(
        db.read(FAILED).bind(guild.get()).fetch_all().await?,
    ))
}

pub(super) async fn count_open(db: &Database) -> Result<Vec<(String, i64)>, Error> {
    db.read(COUNT_OPEN).fetch_all().await
}

pub(super) async fn any_expired(db: &Database, now: i64) -> Result<bool, Error> {
    let expired: Option<(i64,)> = db.read(ANY_EXPIRED).bind(now).fetch_optional().await?;
    Ok(expired.is_some())
}

/// Returns effects to the queue whose lease ran out; those that were tried too often have failed.
pub(super) async fn return_expired(tx: &mut Transaction, now: i64) -> Result<(), Error> {
    let attempts = i64::from(model::MAX_ATTEMPTS);
    tx.run(RETURN_EXPIRED)
        .bind(attempts)
        .bind(now)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

/// What may be taken now, oldest first.
pub(super) async fn due(db: &Database, limit: u32, now: i64) -> Result<Vec<i64>, Error> {
    let due: Vec<(i64,)> = db
        .read(DUE)
        .bind(now)
        .bind(i64::from(limit))
        .fetch_all()
        .await?;
    Ok(due.into_iter().map(|(id,)| id).collect())
}

/// Takes a due effect, unless somebody else did. One that this version cannot read has failed, and
/// is in nobody's way.
pub(super) async fn take(
    tx: &mut Transaction,
    id: i64,
    now: i64,
    until: i64,
) -> Result<Option<Effect>, Error> {
    if tx
        .run(TAKE)
        .bind(until)
        .bind(now)
        .bind(id)
        .execute()
        .await?
        == 0
    {
        return Ok(None);
    }
    let row: EffectRow = tx.run(LOOKUP_ANYWHERE).bind(id).fetch_one().await?;
    match row.try_into() {
        Ok(effect) => Ok(Some(effect)),
        Err(error) => {
            tracing::error!(effect.id = id, "an effect cannot be read: {error}");
            tx.run(UNREADABLE).bind(id).execute().await?;
            Ok(None)
        }
    }
}

/// Whether the effect still waited for this report.
pub(super) async fn mark_done(
    tx: &mut Transaction,
    guild: GuildId,
    id: EffectId,
    attempt: u32,
    now: i64,
) -> Result<bool, Error> {
    let query = tx
        .run(DONE)
        .bind(now)
        .bind(id.get())
        .bind(guild.get())
        .bind(i64::from(attempt));
    Ok(query.execute().await? > 0)
}

/// A try that failed, and what becomes of the effect.
pub(super) struct FailedTry<'f> {
    pub(super) guild: GuildId,
    pub(super) id: EffectId,
    pub(super) attempt: u32,
    pub(super) state: EffectState,
    pub(super) due_at: i64,
    pub(super) error: EffectErrorCode,
    pub(super) detail: &'f str,
}

/// Whether the effect still waited for this report.
pub(super) async fn mark_failed(
    tx: &mut Transaction,
    failed: &FailedTry<'_>,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx
        .run(FAILED_TRY)
        .bind(db::name(failed.state))
        .bind(failed.due_at)
        .bind(db::name(failed.error))
        .bind(failed.detail)
        .bind(now)
        .bind(failed.id.get())
        .bind(failed.guild.get())
        .bind(i64::from(failed.attempt))
        .execute()
        .await?;
    Ok(changed > 0)
}

pub(super) async fn requeue(
    tx: &mut Transaction,
    guild: GuildId,
    id: EffectId,
    now: i64,
) -> Result<bool, Error> {
    let changed = tx
        .run(RETRY)
        .bind(now)
        .bind(now)
        .bind(id.get())
        .bind(guild.get())
        .execute()
        .await?;
    Ok(changed > 0)
}

/// Has an effect say something else; a conflict when it went on at the same moment.
pub(super) async fn set_action(
    tx: &mut Transaction,
    effect: &Effect,
    action: &EffectAction,
) -> Result<(), Error> {
    let action = serde_json::to_string(action).expect("an action is plain data");
    let query = tx.run(SET_ACTION).bind(action).bind(effect.id.get());
    let query = query.bind(effect.guild_id.get());
    if query.bind(db::name(effect.state)).execute().await? == 0 {
        return Err(Error::Conflict);
    }
    Ok(())
}

/// Returns an effect that was just taken to the queue.
pub(super) async fn put_back(tx: &mut Transaction, effect: &Effect, now: i64) -> Result<(), Error> {
    let query = tx.run(PUT_BACK).bind(now).bind(now).bind(effect.id.get());
    let query = query.bind(effect.guild_id.get());
    query.execute().await.map(drop)
}

/// Everything about a member, whatever became of it.
pub(super) async fn of_user(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Effect>, Error> {
    Ok(effects(
        tx.run(OF_USER)
            .bind(guild.get())
            .bind(user.get())
            .fetch_all()
            .await?,
    ))
}

/// Everything that is about no single member.
pub(super) async fn of_nobody(tx: &mut Transaction, guild: GuildId) -> Result<Vec<Effect>, Error> {
    let query = tx.run(OF_NOBODY).bind(guild.get());
    Ok(effects(query.fetch_all().await?))
}

pub(super) async fn delete(tx: &mut Transaction, effect: &Effect) -> Result<(), Error> {
    let query = tx.run(DELETE).bind(effect.id.get());
    let query = query.bind(effect.guild_id.get());
    query.execute().await.map(drop)
}

/// Whether it was failed, and is gone now.
pub(super) async fn dismiss(
    tx: &mut Transaction,
    guild: GuildId,
    id: EffectId,
) -> Result<bool, Error> {
    let query = tx.run(DISMISS).bind(id.get()).bind(guild.get());
    Ok(query.execute().await? > 0)
}

/// How many of the oldest were deleted.
pub(super) async fn purge(db: &Database, before: Timestamp) -> Result<u64, Error> {
    db.write(PURGE)
        .bind(before.as_millisecond())
        .execute()
        .await
}

/// Those that this version can read; one that it cannot must not hide the others.
fn effects(rows: Vec<EffectRow>) -> Vec<Effect> {
    rows.into_iter()
        .filter_map(|row| row.try_into().ok())
        .collect()
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
            message: None,
        })
    }
}
