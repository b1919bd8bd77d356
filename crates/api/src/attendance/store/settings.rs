//! What guilds have set.

use super::{changed, optional_small};
use crate::attendance::model::settings::Chosen;
use crate::db::{Error, Source, Transaction};
use paddock_api_types::GuildId;

const LOOKUP: &str = "SELECT code_interval_seconds, code_length, grace_seconds, \
     late_after_minutes, time_zone, show_in_admin_channel, version FROM attendance_settings \
     WHERE guild_id = ?";
const INSERT: &str = "INSERT INTO attendance_settings (code_interval_seconds, code_length, \
     grace_seconds, late_after_minutes, time_zone, show_in_admin_channel, updated_at, guild_id, \
     version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE attendance_settings SET code_interval_seconds = ?, code_length = ?, \
     grace_seconds = ?, late_after_minutes = ?, time_zone = ?, show_in_admin_channel = ?, \
     updated_at = ?, version = version + 1 WHERE guild_id = ? AND version = ?";

#[derive(sqlx::FromRow)]
struct Row {
    code_interval_seconds: Option<i64>,
    code_length: Option<i64>,
    grace_seconds: Option<i64>,
    late_after_minutes: Option<i64>,
    time_zone: Option<String>,
    show_in_admin_channel: Option<bool>,
    version: i64,
}

/// What a guild has set, with the version of the row.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<(Chosen, i64)>, Error> {
    let row: Option<Row> = from
        .query(LOOKUP)
        .bind(guild.get())
        .fetch_optional()
        .await?;
    row.map(|row| {
        let chosen = Chosen {
            interval_seconds: optional_small(
                "attendance_settings.code_interval_seconds",
                row.code_interval_seconds,
            )?,
            code_length: optional_small("attendance_settings.code_length", row.code_length)?,
            grace_seconds: optional_small("attendance_settings.grace_seconds", row.grace_seconds)?,
            late_after_minutes: optional_small(
                "attendance_settings.late_after_minutes",
                row.late_after_minutes,
            )?,
            time_zone: row.time_zone,
            show_in_admin_channel: row.show_in_admin_channel,
        };
        Ok((chosen, row.version))
    })
    .transpose()
}

/// Keeps what a guild sets; `version` is that of the row read before.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    chosen: &Chosen,
    version: Option<i64>,
    at: i64,
) -> Result<(), Error> {
    let sql = if version.is_some() { UPDATE } else { INSERT };
    let query = tx
        .run(sql)
        .bind(chosen.interval_seconds.map(i64::from))
        .bind(chosen.code_length.map(i64::from))
        .bind(chosen.grace_seconds.map(i64::from))
        .bind(chosen.late_after_minutes.map(i64::from))
        .bind(chosen.time_zone.clone())
        .bind(chosen.show_in_admin_channel)
        .bind(at)
        .bind(guild.get())
        .bind(version.unwrap_or(0));
    // Two who are the first to set something: the other's row is read next time.
    changed(query.execute().await.map_err(Error::id_collision)?)
}
