//! What is counted of a guild's staff as a whole.
//!
//! Whoever changes something that the roster shows takes the next number of the guild. That holds its row
//! until the transaction ends, so that of two the one with the higher number commits later.

use crate::db::{Error, Source, Transaction, insert, record, select};
use jiff::Timestamp;
use paddock_api_types::GuildId;

const LOOKUP: &str = select!(Counts, "WHERE guild_id = ?");
const NEXT: &str = "UPDATE staff_guilds SET seq = seq + 1 WHERE guild_id = ?";
const NEXT_ROSTER: &str = "UPDATE staff_guilds \
     SET seq = seq + 1, roster_version = roster_version + 1 WHERE guild_id = ?";
const SYNCED: &str = "UPDATE staff_guilds SET synced_at = ? WHERE guild_id = ?";
const AFTER: &str = "SELECT guild_id FROM staff_guilds \
     WHERE guild_id > ? ORDER BY guild_id LIMIT 200";

/// What is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Grows when anybody is added or removed.
    pub(crate) roster_version: i64,
    /// The number of the last change that the roster shows.
    pub(crate) seq: i64,
    /// When the bot last asked Discord for everybody.
    pub(crate) synced_at: Option<Timestamp>,
}

record! { Counts from staff_guilds { roster_version, seq, synced_at } }

/// Nothing is counted where nobody ever was on the roster.
pub(crate) async fn lookup<'s>(from: impl Source<'s>, guild: GuildId) -> Result<Counts, Error> {
    let counts = from.query(LOOKUP, (guild,)).optional().await?;
    Ok(counts.unwrap_or_default())
}

/// Guilds that have or had staff, after the one with this id, some at a time.
pub(crate) async fn after<'s>(from: impl Source<'s>, guild: i64) -> Result<Vec<GuildId>, Error> {
    from.query(AFTER, (guild,)).scalars().await
}

/// The number of a change.
pub(crate) async fn next(tx: &mut Transaction, guild: GuildId) -> Result<i64, Error> {
    advance(tx, guild, NEXT, 0).await
}

/// The number of a change of who is on the roster.
pub(crate) async fn next_roster(tx: &mut Transaction, guild: GuildId) -> Result<i64, Error> {
    advance(tx, guild, NEXT_ROSTER, 1).await
}

async fn advance(
    tx: &mut Transaction,
    guild: GuildId,
    statement: &'static str,
    first: i64,
) -> Result<i64, Error> {
    if tx.query(statement, (guild,)).execute().await? == 0 {
        let row = insert!(staff_guilds {
            guild_id: guild,
            roster_version: first,
            seq: 1_i64,
            synced_at: None::<Timestamp>,
        });
        tx.create(row).await?;
    }
    Ok(lookup(tx, guild).await?.seq)
}

pub(crate) async fn synced(
    tx: &mut Transaction,
    guild: GuildId,
    at: Timestamp,
) -> Result<(), Error> {
    tx.query(SYNCED, (at, guild)).done().await
}
