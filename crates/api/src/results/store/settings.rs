//! What guilds have set.

use crate::db::{Database, Error, Source, Transaction, settings};
use crate::results::model::settings::Chosen;
use paddock_api_types::GuildId;

const KEEPING: &str = "SELECT guild_id, raw_days FROM result_settings \
     WHERE guild_id > ? AND raw_days IS NOT NULL ORDER BY guild_id LIMIT 200";
const CLAIM: &str = "UPDATE result_settings SET version = version + 1 \
     WHERE guild_id = ? AND raw_days IS NOT NULL";

settings! { Chosen from result_settings { raw_days } }

/// Guilds that keep what iRacing gave, each with for how many days, after the one with this id, some at
/// a time.
pub(crate) async fn keeping(db: &Database, after: i64) -> Result<Vec<(GuildId, u16)>, Error> {
    db.query(KEEPING, (after,)).all().await
}

/// Whether a guild keeps what iRacing gave. Until the transaction ends, nobody changes that.
pub(crate) async fn claim(tx: &mut Transaction, guild: GuildId) -> Result<bool, Error> {
    Ok(tx.query(CLAIM, (guild,)).execute().await? > 0)
}
