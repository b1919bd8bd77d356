//! Statements of effects. What finds and takes due ones goes over all guilds (`queue`), as does the purge;
//! everything else binds the guild.

pub(super) mod posts;
pub(super) mod queue;
#[cfg(test)]
pub(super) mod testing;

use super::model::{self, Effect};
use crate::db::{
    Database, Encode as _, Error, FIFTY_KEYS, Source, Transaction, Value, Values, changed,
    documents, fifties, four_of, names, record, select, sql, update,
};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::effects::{EffectAction, EffectErrorCode, EffectState};
use paddock_api_types::{EffectId, GuildId, UserId};

/// Who asks for no state is shown these.
const LISTED: [EffectState; 4] = [
    EffectState::Pending,
    EffectState::Leased,
    EffectState::Done,
    EffectState::Failed,
];

const LOOKUP: &str = select!(Effect, "WHERE guild_id = ? AND effect_id = ?");
const IN_STATE: &str = "SELECT * FROM (SELECT effect_id FROM effects \
     WHERE guild_id = ? AND state = ? AND effect_id < ? ORDER BY effect_id DESC LIMIT ?) AS listed";
// One list for each state, so that one index serves all of them, and all in one statement: in two, what
// changes its state between them would be in neither list.
const LIST: &str = sql!(
    select!(Effect, "JOIN ("),
    four_of!(IN_STATE),
    ") AS page ON page.effect_id = effects.effect_id ORDER BY effects.effect_id DESC LIMIT ?"
);
// Not sorted: for the sake of an order SQLite would read all of the guild's effects by their ids,
// instead of these few by their subject.
const UNSETTLED: &str = select!(
    Effect,
    "WHERE guild_id = ? AND subject = ? AND state IN ('pending', 'leased', 'failed')"
);
// Not sorted either: for an order by ids MariaDB would look through all ids.
const WAITING: &str = select!(
    Effect,
    "WHERE guild_id = ? AND subject = ? AND state = 'pending' LIMIT ?"
);
const DELETE_WAITING: &str = sql!(
    "DELETE FROM effects WHERE guild_id = ? AND state = 'pending' AND effect_id IN (",
    FIFTY_KEYS,
    ")"
);
// What nobody can mend would hide the rest.
const FAILED: &str = select!(
    Effect,
    "WHERE guild_id = ? AND state = 'failed' AND (last_error IS NULL \
     OR last_error NOT IN ('cannot_direct_message', 'unknown_member')) \
     ORDER BY effect_id DESC LIMIT 200"
);
const COUNT_OPEN: &str = "SELECT state, COUNT(*) FROM effects \
     WHERE state IN ('pending', 'leased', 'failed') GROUP BY state";
const LATEST: &str = "SELECT MAX(effect_id) FROM effects";
// Behind all that waits for its subject, whatever clock that was made by: one look at the end of each range.
// In one statement, so that nobody waits for an answer where it goes together with others.
const QUEUE: &str = "INSERT INTO effects (effect_id, guild_id, subject, user_id, action, state, attempts, \
         due_at, created_at, updated_at) \
     SELECT CASE WHEN latest.effect_id >= ? THEN latest.effect_id + ? ELSE ? END, ?, ?, ?, ?, \
         'pending', 0, ?, ?, ? \
     FROM (SELECT MAX(effect_id) AS effect_id FROM ( \
         SELECT MAX(effect_id) AS effect_id FROM effects \
             WHERE guild_id = ? AND subject = ? AND state = 'pending' \
         UNION ALL SELECT MAX(effect_id) FROM effects \
             WHERE guild_id = ? AND subject = ? AND state = 'leased' \
         UNION ALL SELECT MAX(effect_id) FROM effects \
             WHERE guild_id = ? AND subject = ? AND state = 'failed') AS waiting) AS latest";
const DONE: &str = "UPDATE effects \
     SET state = 'done', last_error = NULL, last_error_detail = NULL, \
     updated_at = ? \
     WHERE effect_id = ? AND guild_id = ? AND attempts = ? AND state IN ('leased', 'pending')";
const LOOKUP_ANYWHERE: &str = select!(Effect, "WHERE effect_id = ?");
const OF_USER: &str = select!(Effect, "WHERE guild_id = ? AND user_id = ?");
const OF_NOBODY: &str = select!(Effect, "WHERE guild_id = ? AND user_id IS NULL");
const DELETE: &str = "DELETE FROM effects WHERE effect_id = ? AND guild_id = ?";
const DISMISS: &str =
    "DELETE FROM effects WHERE effect_id = ? AND guild_id = ? AND state = 'failed'";
const OLD: &str = "SELECT effect_id FROM effects \
     WHERE state IN ('done', 'failed') AND updated_at < ? \
     AND (state = 'done' OR last_error IN ('cannot_direct_message', 'unknown_member')) LIMIT 1000";
// By their ids: for a subquery MariaDB reads the whole of the table that rows are deleted from.
const DELETE_OLD: &str = sql!(
    "DELETE FROM effects WHERE state IN ('done', 'failed') AND effect_id IN (",
    FIFTY_KEYS,
    ")"
);
// So that their age can be told at all.
const DATE_BACK: &str = "UPDATE effects SET updated_at = ? \
     WHERE state IN ('done', 'failed') AND updated_at > ?";

documents!(EffectAction);
names!(EffectState, EffectErrorCode);
record! { Effect from effects {
    id: effect_id, guild_id, subject, action, state, attempts, due_at, last_error,
    last_error_detail, created_at,
} with { message: None } }

/// Queues an effect behind all that waits for its subject: under this id, or else that much behind the
/// last of them.
pub(super) async fn queue(
    tx: &mut Transaction,
    (id, gap): (EffectId, i64),
    guild: GuildId,
    action: &EffectAction,
    at: i64,
) -> Result<(), Error> {
    let (subject, user) = (model::subject(action), model::user(action));
    let row = (id, gap, id, guild, &subject, user, action);
    let times = (at, at, at);
    let waiting = (guild, &subject, guild, &subject, guild, &subject);
    let values = row.values().chain(times.values()).chain(waiting.values());
    let values: Vec<Value<'_>> = values.collect();
    tx.query(QUEUE, values)
        .done()
        .await
        .map_err(Error::id_collision)
}

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: EffectId,
) -> Result<Option<Effect>, Error> {
    from.query(LOOKUP, (guild, id)).optional().await
}

/// For the bot, which reports by id alone.
pub(super) async fn lookup_anywhere(db: &Database, id: EffectId) -> Result<Option<Effect>, Error> {
    db.query(LOOKUP_ANYWHERE, (id,)).optional().await
}

pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    state: Option<EffectState>,
    page: PageRequest<1>,
) -> Result<Vec<Effect>, Error> {
    let (before, rows) = (page.before_id(), page.rows());
    // Nothing has no state.
    let states = state.map_or(LISTED.map(Some), |state| [Some(state), None, None, None]);
    let lists = states.map(|state| (guild, state, before, rows));
    let lists = lists.iter().flat_map(Values::values);
    let values: Vec<Value<'_>> = lists.chain([rows.encode()]).collect();
    Ok(readable(db.query(LIST, values).all().await?))
}

/// In the order of their ids, as every transaction takes them.
pub(super) async fn unsettled_of(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
) -> Result<Vec<Effect>, Error> {
    let unsettled = tx.query(UNSETTLED, (guild, subject)).all();
    let mut unsettled = readable(unsettled.await?);
    unsettled.sort_by_key(|effect| effect.id);
    Ok(unsettled)
}

pub(super) async fn failed(db: &Database, guild: GuildId) -> Result<Vec<Effect>, Error> {
    Ok(readable(db.query(FAILED, (guild,)).all().await?))
}

pub(super) async fn count_open(db: &Database) -> Result<Vec<(String, i64)>, Error> {
    db.query(COUNT_OPEN, ()).all().await
}

/// The highest id of all effects.
pub(super) async fn latest(db: &Database) -> Result<Option<i64>, Error> {
    db.query(LATEST, ()).scalar().await
}

/// Whether the effect still waited for this report.
pub(super) async fn mark_done(
    tx: &mut Transaction,
    effect: &Effect,
    attempt: u32,
    now: i64,
) -> Result<bool, Error> {
    let values = (now, effect.id, effect.guild_id, attempt);
    if tx.query(DONE, values).execute().await? == 0 {
        return Ok(false);
    }
    queue::move_up(tx, effect.guild_id, &effect.subject, now).await?;
    Ok(true)
}

/// A try that failed, and what becomes of the effect.
pub(super) struct FailedTry<'f> {
    pub(super) effect: &'f Effect,
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
    let row = update!(
        effects {
            state: failed.state,
            due_at: failed.due_at,
            last_error: failed.error,
            last_error_detail: failed.detail,
            updated_at: now,
        },
        key {
            effect_id: failed.effect.id,
            guild_id: failed.effect.guild_id,
            attempts: failed.attempt,
            state: EffectState::Leased,
        }
    );
    if tx.apply(row).await? == 0 {
        return Ok(false);
    }
    queue::move_up(tx, failed.effect.guild_id, &failed.effect.subject, now).await?;
    Ok(true)
}

/// Whether it still was in the state that was read, and is queued now.
pub(super) async fn requeue(
    tx: &mut Transaction,
    effect: &Effect,
    now: i64,
) -> Result<bool, Error> {
    let row = update!(
        effects {
            state: EffectState::Pending,
            due_at: now,
            updated_at: now
        },
        key {
            effect_id: effect.id,
            guild_id: effect.guild_id,
            state: effect.state
        }
    );
    if tx.apply(row).await? == 0 {
        return Ok(false);
    }
    queue::move_up(tx, effect.guild_id, &effect.subject, now).await?;
    Ok(true)
}

/// Has an effect say something else; fails with `Conflict` if it went on in another transaction.
pub(super) async fn set_action(
    tx: &mut Transaction,
    effect: &Effect,
    action: &EffectAction,
) -> Result<(), Error> {
    let row = update!(
        effects { action },
        key {
            effect_id: effect.id,
            guild_id: effect.guild_id,
            state: effect.state
        }
    );
    changed(tx.apply(row).await?)
}

/// What waits for a subject, the oldest first, or some of it.
pub(super) async fn waiting(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
    limit: u32,
) -> Result<Vec<Effect>, Error> {
    let rows = tx.query(WAITING, (guild, subject, limit)).all();
    let mut waiting = readable(rows.await?);
    waiting.sort_unstable_by_key(|effect| effect.id);
    Ok(waiting)
}

/// Drops what waits behind an effect of its subject that is leased, so that it is nobody's turn.
pub(super) async fn delete_waiting(
    tx: &mut Transaction,
    guild: GuildId,
    ids: &[i64],
) -> Result<(), Error> {
    for batch in fifties(ids) {
        let values: Vec<_> = std::iter::once(guild.encode()).chain(batch).collect();
        tx.query(DELETE_WAITING, values).done().await?;
    }
    Ok(())
}

/// Has an effect say what it says now, which is about nobody in particular.
pub(super) async fn set_action_for_nobody(
    tx: &mut Transaction,
    effect: &Effect,
) -> Result<(), Error> {
    let row = update!(
        effects {
            action: effect.action,
            user_id: None::<UserId>
        },
        key {
            effect_id: effect.id,
            guild_id: effect.guild_id
        }
    );
    tx.put(row).await
}

/// Everything about a member, whatever became of it.
pub(super) async fn of_user(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Effect>, Error> {
    let rows = tx.query(OF_USER, (guild, user)).all();
    Ok(readable(rows.await?))
}

/// Everything that is about no single member.
pub(super) async fn of_nobody(tx: &mut Transaction, guild: GuildId) -> Result<Vec<Effect>, Error> {
    Ok(readable(tx.query(OF_NOBODY, (guild,)).all().await?))
}

pub(super) async fn delete(tx: &mut Transaction, effect: &Effect, now: i64) -> Result<(), Error> {
    let deleted = tx.query(DELETE, (effect.id, effect.guild_id)).execute();
    deleted.await?;
    queue::move_up(tx, effect.guild_id, &effect.subject, now).await
}

/// Whether it was failed, and is gone now.
pub(super) async fn dismiss(
    tx: &mut Transaction,
    guild: GuildId,
    id: EffectId,
) -> Result<bool, Error> {
    Ok(tx.query(DISMISS, (id, guild)).execute().await? > 0)
}

/// Gives what ended at a time that lies ahead the present one.
pub(super) async fn date_back(db: &Database, at: queue::Moment) -> Result<(), Error> {
    db.write(DATE_BACK, (at.now, at.latest)).done().await
}

/// Deletes some of the oldest; how many there were.
pub(super) async fn purge(db: &Database, before: Timestamp) -> Result<usize, Error> {
    let old: Vec<i64> = db.query(OLD, (before,)).scalars().await?;
    for batch in fifties(&old) {
        let values: Vec<_> = batch.collect();
        db.write(DELETE_OLD, values).done().await?;
    }
    Ok(old.len())
}

/// Those that this version can read; one that it cannot must not hide the others.
fn readable(rows: Vec<Result<Effect, Error>>) -> Vec<Effect> {
    rows.into_iter().flatten().collect()
}
