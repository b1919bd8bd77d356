//! Status boards: where each is, and what it last said.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{Error, Source, Transaction, insert, record, select};
use crate::staff::model::board::{Board, due_before};
use jiff::Timestamp;
use paddock_api_types::GuildId;

const LOOKUP: &str = select!(Board, "WHERE guild_id = ?");
// Sorted by a sum, so that SQLite reads the ranges of the index and not all of it for its order.
const DUE: &str = select!(
    Board,
    "WHERE looked_at IS NULL OR looked_at <= ? OR looked_at > ? ORDER BY +looked_at, guild_id LIMIT 200"
);
const LOOKED: &str = "UPDATE staff_boards SET looked_at = ? WHERE guild_id = ? AND post = ?";
const SAID: &str = "UPDATE staff_boards SET digest = ? WHERE guild_id = ? AND post = ?";
const DELETE: &str = "DELETE FROM staff_boards WHERE guild_id = ?";

record! { Board from staff_boards { guild_id, post, channel_id, digest, looked_at } }

/// The board of a guild.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<Board>, Error> {
    from.query(LOOKUP, (guild,)).optional().await
}

/// Some of those, of every guild, that nobody has looked at for a while. A time that lies ahead is no
/// reason to wait.
pub(crate) async fn due<'s>(from: impl Source<'s>, now: Timestamp) -> Result<Vec<Board>, Error> {
    let values = (due_before(now), now + CLOCKS_DIFFER);
    from.query(DUE, values).all().await
}

pub(crate) async fn insert(tx: &mut Transaction, board: &Board) -> Result<(), Error> {
    tx.create(insert!(staff_boards {
        guild_id: board.guild_id,
        post: board.post,
        channel_id: board.channel_id,
        digest: board.digest,
        looked_at: board.looked_at,
    }))
    .await
}

/// Notes that a board is looked at; whether it is still there.
pub(crate) async fn look(
    tx: &mut Transaction,
    board: &Board,
    now: Timestamp,
) -> Result<bool, Error> {
    let values = (now, board.guild_id, &board.post);
    Ok(tx.query(LOOKED, values).execute().await? > 0)
}

/// Notes what a board says from now on.
pub(crate) async fn say(tx: &mut Transaction, board: &Board, digest: &str) -> Result<(), Error> {
    let values = (digest, board.guild_id, &board.post);
    tx.query(SAID, values).done().await
}

pub(crate) async fn delete(tx: &mut Transaction, guild: GuildId) -> Result<(), Error> {
    tx.query(DELETE, (guild,)).done().await
}
