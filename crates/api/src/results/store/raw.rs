//! What iRacing gave of results, as it came.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Database, Error, Source, Transaction, insert};
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::results::ResultSource;

const PARTS: &str = "SELECT r.source, p.content FROM result_raw r \
     JOIN result_raw_parts p ON p.guild_id = r.guild_id AND p.subsession_id = r.subsession_id \
     WHERE r.guild_id = ? AND r.subsession_id = ? AND r.kept_at > ? ORDER BY p.part";
const KEPT: &str = "SELECT subsession_id, kept_at FROM result_raw WHERE guild_id = ?";
const EXPIRED: &str = "SELECT subsession_id FROM result_raw \
     WHERE guild_id = ? AND kept_at <= ? LIMIT 100";
const DELETE_EXPIRED: &str =
    "DELETE FROM result_raw WHERE guild_id = ? AND subsession_id = ? AND kept_at <= ?";
// So that its age can be told at all.
const DATE_BACK: &str = "UPDATE result_raw SET kept_at = ? WHERE guild_id = ? AND kept_at > ?";
const DELETE: &str = "DELETE FROM result_raw WHERE guild_id = ? AND subsession_id = ?";
const DELETE_PARTS: &str = "DELETE FROM result_raw_parts WHERE guild_id = ? AND subsession_id = ?";
const CLEAR: &str = "DELETE FROM result_raw WHERE guild_id = ?";
const CLEAR_PARTS: &str = "DELETE FROM result_raw_parts WHERE guild_id = ?";

/// The parts of a file that came after this time, in their order, with where it came from. One statement,
/// so that they are of one file, whatever takes its place meanwhile.
pub(crate) async fn parts<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
    after: Timestamp,
) -> Result<Vec<(ResultSource, Vec<u8>)>, Error> {
    let values = (guild, subsession_id, after);
    from.query(PARTS, values).all().await
}

/// Of which subsessions a file is kept, and since when.
pub(crate) async fn kept<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<(i64, Timestamp)>, Error> {
    from.query(KEPT, (guild,)).all().await
}

/// Keeps a file in the place of what there is.
pub(crate) async fn put(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
    source: ResultSource,
    kept_at: Timestamp,
    parts: &[Vec<u8>],
) -> Result<(), Error> {
    delete(tx, guild, subsession_id).await?;
    let row = insert!(result_raw {
        guild_id: guild,
        subsession_id,
        source,
        kept_at,
    });
    tx.put(row).await?;
    for (part, content) in (0_i64..).zip(parts) {
        let row = insert!(result_raw_parts {
            guild_id: guild,
            subsession_id,
            part,
            content,
        });
        tx.put(row).await?;
    }
    Ok(())
}

/// Deletes a file.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<(), Error> {
    for sql in [DELETE, DELETE_PARTS] {
        tx.query(sql, (guild, subsession_id)).done().await?;
    }
    Ok(())
}

/// Deletes every file of a guild.
pub(crate) async fn clear(tx: &mut Transaction, guild: GuildId) -> Result<(), Error> {
    for sql in [CLEAR, CLEAR_PARTS] {
        tx.query(sql, (guild,)).done().await?;
    }
    Ok(())
}

/// Files that came at this time or before, some of them.
pub(crate) async fn expired(
    db: &Database,
    guild: GuildId,
    until: Timestamp,
) -> Result<Vec<i64>, Error> {
    db.query(EXPIRED, (guild, until)).scalars().await
}

/// Deletes a file, unless a later one took its place.
pub(crate) async fn expire(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
    until: Timestamp,
) -> Result<(), Error> {
    let values = (guild, subsession_id, until);
    if tx.query(DELETE_EXPIRED, values).execute().await? > 0 {
        let key = (guild, subsession_id);
        tx.query(DELETE_PARTS, key).done().await?;
    }
    Ok(())
}

/// Has files that a clock kept which was ahead be of now.
pub(crate) async fn date_back(db: &Database, guild: GuildId, now: Timestamp) -> Result<(), Error> {
    let values = (now, guild, now + CLOCKS_DIFFER);
    db.write(DATE_BACK, values).done().await
}

/// How many files there are, and how many parts, of all guilds.
#[cfg(test)]
pub(crate) async fn counts(db: &Database) -> Result<(i64, i64), Error> {
    let sql = "SELECT (SELECT COUNT(*) FROM result_raw), (SELECT COUNT(*) FROM result_raw_parts)";
    db.query(sql, ()).one().await
}

/// Makes a file one that cannot be unpacked.
#[cfg(test)]
pub(crate) async fn spoil(db: &Database, subsession_id: i64) -> Result<(), Error> {
    let sql = "UPDATE result_raw_parts SET content = ? WHERE subsession_id = ?";
    let values = (b"spoilt".to_vec(), subsession_id);
    db.write(sql, values).done().await
}
