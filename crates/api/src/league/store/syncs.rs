//! When rosters were read from iRacing, and how that went.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Source, Transaction, insert, names, record, select, update};
use crate::league::model::syncs::Reading;
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::league::SyncFailure;

const LOOKUP: &str = select!(Reading, "WHERE guild_id = ?");
// Sorted by a sum, so that SQLite reads a range of each index and not all of one for its order.
const DUE: &str = "SELECT league_syncs.guild_id FROM league_syncs \
     JOIN guilds ON guilds.guild_id = league_syncs.guild_id \
     WHERE guilds.league_id IS NOT NULL \
     AND (league_syncs.next_at <= ? OR league_syncs.tried_at > ?) \
     ORDER BY +league_syncs.next_at, league_syncs.guild_id LIMIT ?";
const REFUSED: &str = "SELECT MAX(tried_at) FROM league_syncs \
     WHERE failure = 'sign_in_refused' AND configuration = ? AND tried_at <= ?";
const BEGIN: &str = "UPDATE league_syncs SET tried_at = ?, configuration = ?, next_at = ? \
     WHERE guild_id = ? AND tried_at = ? AND next_at = ?";
const END: &str = "UPDATE league_syncs SET failure = ?, next_at = ? \
     WHERE guild_id = ? AND tried_at = ?";

const PUT_OFF: &str = "UPDATE league_syncs SET failure = ?, next_at = ? \
     WHERE guild_id = ? AND tried_at = ? AND next_at = ?";

names!(SyncFailure);
record! { Reading from league_syncs { tried_at, failure, next_at } }

/// When the league of a guild that has none is read next, in milliseconds: never.
const NEVER: i64 = 253_402_207_200_000;

/// A reading that is about to begin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Try {
    pub(crate) guild: GuildId,
    pub(crate) at: Timestamp,
    /// With which configuration.
    pub(crate) configuration: u16,
    /// When the next one is due if this one never ends.
    pub(crate) next_at: Timestamp,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<Reading>, Error> {
    from.query(LOOKUP, (guild,)).optional().await
}

/// Guilds whose league is to be read, some at a time. One that was tried at a time that lies ahead was
/// so by a clock that was wrong.
pub(crate) async fn due(db: &Database, at: Timestamp, limit: i64) -> Result<Vec<GuildId>, Error> {
    let values = (at, at + CLOCKS_DIFFER, limit);
    db.query(DUE, values).scalars().await
}

/// Has the league of a guild be read as soon as may be, or never where it has none.
pub(crate) async fn turned(
    tx: &mut Transaction,
    guild: GuildId,
    has_league: bool,
) -> Result<(), Error> {
    let next_at = if has_league { 0 } else { NEVER };
    let known: Option<Reading> = tx.query(LOOKUP, (guild,)).optional().await?;
    if known.is_some() {
        let row = update!(league_syncs { next_at }, key { guild_id: guild });
        return tx.put(row).await;
    }
    let row = insert!(league_syncs {
        guild_id: guild,
        tried_at: 0_i64,
        configuration: 0_i64,
        next_at,
    });
    tx.create(row).await
}

/// When a sign-in with this configuration was last refused, for whichever guild.
pub(crate) async fn refused_at(
    db: &Database,
    configuration: u16,
    now: Timestamp,
) -> Result<Option<Timestamp>, Error> {
    let values = (configuration, now + CLOCKS_DIFFER);
    db.query(REFUSED, values).scalar().await
}

/// Takes a reading up, unless somebody else has since `before` was read.
pub(crate) async fn begin(db: &Database, before: Option<Reading>, it: Try) -> Result<bool, Error> {
    let Some(before) = before else {
        let row = insert!(league_syncs {
            guild_id: it.guild,
            tried_at: it.at,
            configuration: it.configuration,
            next_at: it.next_at,
        });
        return match db.apply(row).await {
            Ok(_) => Ok(true),
            Err(error) if error.is_duplicate() => Ok(false),
            Err(error) => Err(error),
        };
    };
    let values = (
        it.at,
        it.configuration,
        it.next_at,
        it.guild,
        before.tried_at,
        before.next_at,
    );
    Ok(db.write(BEGIN, values).execute().await? > 0)
}

/// Waits, without a reading, as nobody may sign in again before `it.next_at`.
pub(crate) async fn put_off(db: &Database, before: Option<Reading>, it: Try) -> Result<(), Error> {
    let failure = SyncFailure::SignInRefused;
    let Some(before) = before else {
        let row = insert!(league_syncs {
            guild_id: it.guild,
            tried_at: it.at,
            configuration: it.configuration,
            failure,
            next_at: it.next_at,
        });
        return match db.apply(row).await {
            Err(error) if !error.is_duplicate() => Err(error),
            _ => Ok(()),
        };
    };
    let values = (
        failure,
        it.next_at,
        it.guild,
        before.tried_at,
        before.next_at,
    );
    db.write(PUT_OFF, values).done().await
}

/// Says why a reading failed, unless another one has begun since.
pub(crate) async fn failed(
    db: &Database,
    it: Try,
    failure: SyncFailure,
    next_at: Timestamp,
) -> Result<(), Error> {
    let values = (failure, next_at, it.guild, it.at);
    db.write(END, values).done().await
}

/// Says that a reading went well, unless another one has begun since.
pub(crate) async fn done(tx: &mut Transaction, it: Try, next_at: Timestamp) -> Result<(), Error> {
    let values = (None::<SyncFailure>, next_at, it.guild, it.at);
    tx.query(END, values).done().await
}
