//! What guilds have set.

use crate::db::{Error, Source, Transaction, record, save, select};
use crate::staff::model::settings::Chosen;
use paddock_api_types::GuildId;

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ?");

struct Stored {
    chosen: Chosen,
    version: i64,
}

record! { Chosen from staff_settings { retention_days, sync_minutes, board_channel_id } }
record! { Stored from staff_settings { chosen: (Chosen), version } }

/// What a guild has set, with the version of the row.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<(Chosen, i64)>, Error> {
    let stored: Option<Stored> = from.query(LOOKUP, (guild,)).optional().await?;
    Ok(stored.map(|stored| (stored.chosen, stored.version)))
}

/// Keeps what a guild sets; `version` is that of the row read before. Fails with `Conflict` if another
/// transaction set something since.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    chosen: &Chosen,
    version: Option<i64>,
    at: i64,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        staff_settings {
            retention_days: chosen.retention_days,
            sync_minutes: chosen.sync_minutes,
            board_channel_id: chosen.board_channel_id,
            updated_at: at,
        },
        key { guild_id: guild }
    )
}
