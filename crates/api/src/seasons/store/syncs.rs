//! Statements of seasons whose awards are to be worked out again.

use crate::db::{Database, Error, Source, Transaction, record, select, update, upsert};
use paddock_api_types::{GuildId, SeasonId};

const NEXT: &str = select!(AwardSync, "WHERE season_id > ? ORDER BY season_id LIMIT 1");
const END: &str = "DELETE FROM award_syncs WHERE season_id = ? AND guild_id = ? AND generation = ?";

/// How far a season's awards are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AwardSync {
    pub(crate) season_id: SeasonId,
    pub(crate) guild_id: GuildId,
    /// Changes when it starts over.
    pub(crate) generation: i64,
    /// Members up to this user id are done.
    pub(crate) after_user_id: i64,
}

record! { AwardSync from award_syncs { season_id, guild_id, generation, after_user_id } }

pub(crate) async fn schedule(tx: &mut Transaction, sync: AwardSync) -> Result<(), Error> {
    let row = upsert!(
        award_syncs {
            generation: sync.generation,
            after_user_id: sync.after_user_id
        },
        key {
            season_id: sync.season_id,
            guild_id: sync.guild_id
        }
    );
    tx.put(row).await
}

/// The one after this season, over all guilds; 0 begins.
pub(crate) async fn next(db: &Database, after: i64) -> Result<Option<AwardSync>, Error> {
    db.query(NEXT, (after,)).optional().await
}

pub(crate) async fn advance(
    tx: &mut Transaction,
    sync: AwardSync,
    after_user_id: i64,
) -> Result<(), Error> {
    let row = update!(
        award_syncs { after_user_id },
        key {
            season_id: sync.season_id,
            guild_id: sync.guild_id,
            generation: sync.generation
        }
    );
    tx.put(row).await
}

pub(crate) async fn end(tx: &mut Transaction, sync: AwardSync) -> Result<(), Error> {
    let values = (sync.season_id, sync.guild_id, sync.generation);
    tx.query(END, values).done().await
}
