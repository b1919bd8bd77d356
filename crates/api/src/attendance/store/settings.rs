//! What guilds have set.

use crate::attendance::model::settings::Chosen;
use crate::db::{Error, Source, Transaction, record, save, select};
use paddock_api_types::GuildId;

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ?");

struct Stored {
    chosen: Chosen,
    version: i64,
}

record! { Chosen from attendance_settings {
    interval_seconds: code_interval_seconds, code_length, grace_seconds, late_after_minutes,
    time_zone, show_in_admin_channel,
} }
record! { Stored from attendance_settings { chosen: (Chosen), version } }

/// What a guild has set, with the version of the row.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<(Chosen, i64)>, Error> {
    let stored: Option<Stored> = from.query(LOOKUP, (guild,)).optional().await?;
    Ok(stored.map(|stored| (stored.chosen, stored.version)))
}

/// Keeps what a guild sets; `version` is that of the row read before. Fails with `Conflict` if
/// another transaction set something since.
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
        attendance_settings {
            code_interval_seconds: chosen.interval_seconds,
            code_length: chosen.code_length,
            grace_seconds: chosen.grace_seconds,
            late_after_minutes: chosen.late_after_minutes,
            time_zone: chosen.time_zone,
            show_in_admin_channel: chosen.show_in_admin_channel,
            updated_at: at,
        },
        key { guild_id: guild }
    )
}
