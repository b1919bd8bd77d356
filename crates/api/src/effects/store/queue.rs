//! Statements that find and take what is due. One bot serves every guild and leases from one queue, so
//! these go over all guilds of which something waits; each has its share ([`shares`]).
//!
//! An effect that is due and stands behind another one of its subject is *parked*: nobody reads it
//! again before its turn. Whatever leaves the queue moves the next one of its subject up. So each is
//! read a few times, however many wait. That is found out when it is due and not when it is queued: an
//! operation would have to wait for transactions of the bot.
//!
//! Of a subject with effects that wait, one is leased, or the oldest that waits is not parked. This
//! holds because whoever parks changes the row of what is in front ([`HOLD`]), and whoever takes that
//! away looks for the next one afterwards ([`move_up`]).

use crate::clock::CLOCKS_DIFFER;
use crate::db::{
    Database, Encode as _, Error, FIFTY_KEYS, Source as _, Sql, Transaction, Value, fifties,
    record, select, sql,
};
use crate::effects::model::shares::{Waiting, shares};
use crate::effects::model::{Effect, MAX_ATTEMPTS, PARKED};
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::effects::EffectState;
use std::collections::BTreeMap;

// Whatever was last written at a time that lies ahead was written by a clock that was wrong, and waits
// for nothing. Each part reads its own range of an index.
const ANY_OVERDUE: &str = "SELECT * FROM (SELECT effect_id FROM effects \
         WHERE state = 'leased' AND due_at <= ? LIMIT 1) AS expired \
     UNION ALL SELECT * FROM (SELECT effect_id FROM effects \
         WHERE state IN ('leased', 'pending') AND updated_at > ? LIMIT 1) AS ahead";
const EXPIRED: &str = select!(
    Expired,
    "WHERE state = 'leased' AND (due_at <= ? OR updated_at > ?)"
);
const RETURN: &str = "UPDATE effects \
     SET state = ?, last_error = 'lease_expired', due_at = ?, updated_at = ? \
     WHERE effect_id = ? AND state = 'leased' AND (due_at <= ? OR updated_at > ?)";
const RETURN_AHEAD: &str = "UPDATE effects SET due_at = ?, updated_at = ? \
     WHERE state = 'pending' AND updated_at > ?";
// From guild to guild along an index, and not over everything that waits: MariaDB does so for a GROUP BY,
// SQLite only when it is told to.
const WAITING: Sql = Sql {
    mariadb: "SELECT guild_id, MIN(due_at) FROM effects WHERE state = 'pending' GROUP BY guild_id \
         HAVING MIN(due_at) <= ?",
    sqlite: "WITH RECURSIVE waiting (guild_id) AS ( \
             SELECT MIN(guild_id) FROM effects WHERE state = 'pending' \
             UNION ALL SELECT (SELECT MIN(effects.guild_id) FROM effects \
                 WHERE effects.state = 'pending' AND effects.guild_id > waiting.guild_id) \
             FROM waiting WHERE waiting.guild_id IS NOT NULL), \
         since (guild_id, due_at) AS (SELECT waiting.guild_id, (SELECT MIN(effects.due_at) \
             FROM effects WHERE effects.state = 'pending' AND effects.guild_id = waiting.guild_id) \
             FROM waiting) \
         SELECT guild_id, due_at FROM since WHERE due_at <= ?",
};
// As few as the bot performs at a time.
const LEASED: &str =
    "SELECT guild_id, COUNT(*) FROM effects WHERE state = 'leased' GROUP BY guild_id";
const DUE: &str = select!(
    Found,
    "WHERE guild_id = ? AND state = 'pending' AND due_at <= ? ORDER BY due_at, effect_id LIMIT ?"
);
// What is held, or else the oldest that waits: one look at an index each. Asked for each subject, as
// MariaDB would look through all that waits for the subject within another statement.
const TURN: &str = "SELECT COALESCE( \
     (SELECT MIN(effect_id) FROM effects WHERE guild_id = ? AND subject = ? AND state = 'leased'), \
     (SELECT MIN(effect_id) FROM effects WHERE guild_id = ? AND subject = ? AND state = 'pending'))";
const TAKE: &str = "UPDATE effects SET state = 'leased', attempts = attempts + 1, due_at = ?, \
     updated_at = ? WHERE effect_id = ? AND state = 'pending' AND due_at <= ?";
const LOOKUP: &str = select!(Effect, "WHERE effect_id = ?");
const UNREADABLE: &str = "UPDATE effects SET state = 'failed', last_error = 'refused', \
     last_error_detail = 'written by another version', updated_at = ? WHERE effect_id = ?";
const PLACE: &str = "SELECT guild_id, subject FROM effects WHERE effect_id = ?";
// A real change, for the sake of a Galera cluster, in which nobody sees the lock of another node: it
// refuses one of two transactions that changed the same row. Backwards, as nothing may lie ahead.
const HOLD: &str = "UPDATE effects SET updated_at = updated_at - 1 \
     WHERE effect_id = ? AND (state = 'leased' OR (state = 'pending' AND effect_id < ?))";
const PARK: &str = sql!(
    "UPDATE effects SET due_at = ?, updated_at = ? WHERE state = 'pending' AND effect_id IN (",
    FIFTY_KEYS,
    ")"
);
// The lowest first and then the row: for an order by ids MariaDB would look through all ids.
const NEXT: &str = "SELECT effect_id, due_at FROM effects WHERE effect_id = ( \
     SELECT MIN(effect_id) FROM effects WHERE guild_id = ? AND subject = ? AND state = 'pending')";
const MOVE_UP: &str = "UPDATE effects SET due_at = ?, updated_at = ? \
     WHERE effect_id = ? AND state = 'pending' AND due_at = ?";

/// When something is judged.
#[derive(Debug, Clone, Copy)]
pub(in crate::effects) struct Moment {
    pub(in crate::effects) now: i64,
    /// What was written later was written by a clock that was wrong.
    pub(in crate::effects) latest: i64,
}

impl From<Timestamp> for Moment {
    fn from(now: Timestamp) -> Self {
        Self {
            now: now.as_millisecond(),
            latest: (now + CLOCKS_DIFFER).as_millisecond(),
        }
    }
}

/// An effect that is due, and the one of its subject whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::effects) struct Due {
    pub(in crate::effects) id: i64,
    pub(in crate::effects) head: i64,
}

/// What is due, as far as anybody looked.
#[derive(Debug, Default)]
pub(in crate::effects) struct Look {
    pub(in crate::effects) due: Vec<Due>,
    /// Whether that is all.
    pub(in crate::effects) is_all: bool,
}

/// An effect that is due.
struct Found {
    id: i64,
    subject: String,
}

/// A lease that ran out.
struct Expired {
    id: i64,
    guild: GuildId,
    subject: String,
    attempts: u32,
}

record! { Found from effects { id: effect_id, subject } }
record! { Expired from effects { id: effect_id, guild: guild_id, subject, attempts } }

/// Whether a lease ran out, or something lies ahead.
pub(in crate::effects) async fn any_overdue(db: &Database, at: Moment) -> Result<bool, Error> {
    let found: Vec<i64> = db.query(ANY_OVERDUE, (at.now, at.latest)).scalars().await?;
    Ok(!found.is_empty())
}

/// Returns effects to the queue whose lease ran out; those that were tried too often have failed.
pub(in crate::effects) async fn return_overdue(
    tx: &mut Transaction,
    at: Moment,
) -> Result<(), Error> {
    let Moment { now, latest } = at;
    let mut expired: Vec<Expired> = tx.query(EXPIRED, (now, latest)).all().await?;
    expired.sort_by_key(|effect| effect.id);
    for effect in expired {
        let state = if effect.attempts < MAX_ATTEMPTS {
            EffectState::Pending
        } else {
            EffectState::Failed
        };
        let values = (state, now, now, effect.id, now, latest);
        if tx.query(RETURN, values).execute().await? > 0 {
            move_up(tx, effect.guild, &effect.subject, now).await?;
        }
    }
    let values = (now, now, latest);
    tx.query(RETURN_AHEAD, values).done().await
}

/// Looks at some of what is due, of each guild in the order in which it became so, whether it is its turn
/// or not; no further than to find as many as are `wanted` whose turn it is, and as its share is of a guild.
pub(in crate::effects) async fn due(
    db: &Database,
    wanted: u32,
    limit: u32,
    now: i64,
) -> Result<Look, Error> {
    let waiting = waiting(db, now).await?;
    let guilds = waiting.len();
    let shares = shares(waiting, wanted);
    let mut look = Look {
        due: Vec::new(),
        is_all: shares.len() == guilds,
    };
    for (guild, share) in shares {
        look.is_all &= look_in(db, guild, share, limit, now, &mut look.due).await?;
    }
    Ok(look)
}

/// The guilds of which something is due.
async fn waiting(db: &Database, now: i64) -> Result<Vec<Waiting>, Error> {
    let waiting: Vec<(GuildId, i64)> = db.query(WAITING, (now,)).all().await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let leased: Vec<(GuildId, u32)> = db.query(LEASED, ()).all().await?;
    let leased: BTreeMap<_, _> = leased.into_iter().collect();
    let waiting = waiting.into_iter().map(|(guild, since)| Waiting {
        guild,
        since,
        leased: leased.get(&guild).copied().unwrap_or_default(),
    });
    Ok(waiting.collect())
}

/// Looks at some of what is due of one guild; whether that is all.
async fn look_in(
    db: &Database,
    guild: GuildId,
    wanted: u32,
    limit: u32,
    now: i64,
    due: &mut Vec<Due>,
) -> Result<bool, Error> {
    let found: Vec<Found> = db.query(DUE, (guild, now, limit)).all().await?;
    let is_all = found.len() < limit as usize;
    let (mut turns, mut ready) = (BTreeMap::new(), 0);
    for Found { id, subject } in found {
        if ready == wanted {
            return Ok(false);
        }
        let turn = if let Some(turn) = turns.get(&subject) {
            *turn
        } else {
            let values = (guild, &subject, guild, &subject);
            let turn: Option<i64> = db.query(TURN, values).scalar().await?;
            turns.insert(subject, turn);
            turn
        };
        // Nobody's turn it is where all of them have ended since.
        due.extend(turn.map(|head| Due { id, head }));
        ready += u32::from(turn == Some(id));
    }
    Ok(is_all)
}

/// Takes a due effect, unless another replica did. One that this version cannot read has failed, and
/// is in nobody's way.
pub(in crate::effects) async fn take(
    tx: &mut Transaction,
    id: i64,
    now: i64,
    until: i64,
) -> Result<Option<Effect>, Error> {
    if tx.query(TAKE, (until, now, id, now)).execute().await? == 0 {
        return Ok(None);
    }
    match tx.query(LOOKUP, (id,)).one().await? {
        Ok(effect) => Ok(Some(effect)),
        Err(error) => {
            let error: Error = error;
            tracing::error!(effect.id = id, "an effect cannot be read: {error}");
            tx.query(UNREADABLE, (now, id)).done().await?;
            let (guild, subject): (GuildId, String) = tx.query(PLACE, (id,)).one().await?;
            move_up(tx, guild, &subject, now).await?;
            Ok(None)
        }
    }
}

/// Parks what is behind another one of its subject.
pub(in crate::effects) async fn park(
    tx: &mut Transaction,
    behind: &[Due],
    now: i64,
) -> Result<(), Error> {
    let mut by_head: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for effect in behind {
        by_head.entry(effect.head).or_default().push(effect.id);
    }
    for (head, mut ids) in by_head {
        ids.sort_unstable();
        // It may have gone since that was read, and it may be the turn of one of these.
        if tx.query(HOLD, (head, ids[0])).execute().await? == 0 {
            continue;
        }
        for batch in fifties(&ids) {
            let values = [PARKED.encode(), now.encode()].into_iter().chain(batch);
            let values: Vec<Value<'_>> = values.collect();
            tx.query(PARK, values).done().await?;
        }
    }
    Ok(())
}

/// Has the next one of a subject be due, where it was parked. For whoever took another one out of the
/// queue, or gave it back, in that transaction and after it.
pub(super) async fn move_up(
    tx: &mut Transaction,
    guild: GuildId,
    subject: &str,
    now: i64,
) -> Result<(), Error> {
    loop {
        let next: Option<(i64, i64)> = tx.query(NEXT, (guild, subject)).optional().await?;
        let Some((next, PARKED)) = next else {
            return Ok(());
        };
        let values = (now, now, next, PARKED);
        if tx.query(MOVE_UP, values).execute().await? > 0 {
            return Ok(());
        }
        // Another transaction removed it, and left it to this one to find the one behind it.
    }
}
