//! Statements of seasons whose awards are to be worked out again.

use crate::db::{Database, Error, Sql, Transaction, stored_id, upsert};
use paddock_api_types::{GuildId, SeasonId};

const SCHEDULE: Sql = upsert!(
    "award_syncs",
    ["season_id", "guild_id"],
    ["generation", "after_user_id"]
);
const NEXT: &str = "SELECT season_id, guild_id, generation, after_user_id FROM award_syncs \
     WHERE season_id > ? ORDER BY season_id LIMIT 1";
const ADVANCE: &str = "UPDATE award_syncs SET after_user_id = ? \
     WHERE season_id = ? AND guild_id = ? AND generation = ?";
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

pub(crate) async fn schedule(tx: &mut Transaction, sync: AwardSync) -> Result<(), Error> {
    tx.run(SCHEDULE)
        .bind(sync.season_id.get())
        .bind(sync.guild_id.get())
        .bind(sync.generation)
        .bind(sync.after_user_id)
        .execute()
        .await
        .map(drop)
}

/// The one after this season, over all guilds; 0 begins.
pub(crate) async fn next(db: &Database, after: i64) -> Result<Option<AwardSync>, Error> {
    let row: Option<(i64, i64, i64, i64)> = db.read(NEXT).bind(after).fetch_optional().await?;
    row.map(|(season, guild, generation, after_user_id)| {
        Ok(AwardSync {
            season_id: stored_id("award_syncs.season_id", season)?,
            guild_id: stored_id("award_syncs.guild_id", guild)?,
            generation,
            after_user_id,
        })
    })
    .transpose()
}

pub(crate) async fn advance(
    tx: &mut Transaction,
    sync: AwardSync,
    after_user_id: i64,
) -> Result<(), Error> {
    let query = tx.run(ADVANCE).bind(after_user_id);
    let query = query.bind(sync.season_id.get()).bind(sync.guild_id.get());
    let query = query.bind(sync.generation);
    query.execute().await.map(drop)
}

pub(crate) async fn end(tx: &mut Transaction, sync: AwardSync) -> Result<(), Error> {
    let query = tx.run(END).bind(sync.season_id.get());
    let query = query.bind(sync.guild_id.get()).bind(sync.generation);
    query.execute().await.map(drop)
}
