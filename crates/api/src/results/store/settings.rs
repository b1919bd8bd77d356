//! What guilds have set.

use crate::db::{Database, Error, Source, Transaction, record, save, select};
use crate::results::model::settings::Chosen;
use paddock_api_types::GuildId;

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ?");
const KEEPING: &str = "SELECT guild_id, raw_days FROM result_settings WHERE raw_days IS NOT NULL";
const CLAIM: &str = "UPDATE result_settings SET version = version + 1 \
     WHERE guild_id = ? AND raw_days IS NOT NULL";

struct Stored {
    chosen: Chosen,
    version: i64,
}

record! { Chosen from result_settings { raw_days } }
record! { Stored from result_settings { chosen: (Chosen), version } }

/// What a guild has set, with the version of the row.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<(Chosen, i64)>, Error> {
    let stored: Option<Stored> = from.query(LOOKUP, (guild,)).optional().await?;
    Ok(stored.map(|stored| (stored.chosen, stored.version)))
}

/// Guilds that keep what iRacing gave, each with for how many days.
pub(crate) async fn keeping(db: &Database) -> Result<Vec<(GuildId, u16)>, Error> {
    db.query(KEEPING, ()).all().await
}

/// Whether a guild keeps what iRacing gave. Until the transaction ends, nobody changes that.
pub(crate) async fn claim(tx: &mut Transaction, guild: GuildId) -> Result<bool, Error> {
    Ok(tx.query(CLAIM, (guild,)).execute().await? > 0)
}

/// Keeps what a guild sets; `version` is that of the row read before. Fails with `Conflict` if another
/// transaction set something since.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    chosen: Chosen,
    version: Option<i64>,
    at: i64,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        result_settings {
            raw_days: chosen.raw_days,
            updated_at: at,
        },
        key { guild_id: guild }
    )
}
