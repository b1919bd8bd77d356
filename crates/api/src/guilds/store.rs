//! Statements of guilds.

use crate::db::{
    Database, Error, Source, Sql, Transaction, stored_id, stored_text, stored_time, upsert,
};
use jiff::Timestamp;
use paddock_api_types::bot::{ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::{ChannelId, GuildId, RoleId};

const LOOKUP: &str = "SELECT league_id, number_min, number_max, admin_role_id, verified_role_id, \
     announcement_channel_id, review_channel_id, admin_channel_id, attendance_channel_id, \
     fallback_channel_id, auto_approve_submissions, version, updated_at FROM guilds WHERE guild_id = ?";
const INSERT: &str = "INSERT INTO guilds (league_id, number_min, number_max, admin_role_id, \
     verified_role_id, announcement_channel_id, review_channel_id, admin_channel_id, \
     attendance_channel_id, fallback_channel_id, auto_approve_submissions, updated_at, guild_id, \
     version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE guilds SET league_id = ?, number_min = ?, number_max = ?, \
     admin_role_id = ?, verified_role_id = ?, announcement_channel_id = ?, \
     review_channel_id = ?, admin_channel_id = ?, attendance_channel_id = ?, \
     fallback_channel_id = ?, auto_approve_submissions = ?, updated_at = ?, version = version + 1 WHERE guild_id = ? AND version = ?";
const REPORT: &str = "SELECT report FROM guild_reports WHERE guild_id = ?";
const NAME: &str = "SELECT name FROM guild_reports WHERE guild_id = ?";
const SAVE_REPORT: Sql = upsert!(
    "guild_reports",
    ["guild_id"],
    ["name", "report", "reported_at"]
);
const HEARTBEAT: &str =
    "SELECT version, shards, connected_shards, at FROM bot_heartbeats WHERE bot = 'paddock'";
const SAVE_HEARTBEAT: Sql = upsert!(
    "bot_heartbeats",
    ["bot"],
    ["version", "shards", "connected_shards", "at"]
);

#[derive(sqlx::FromRow)]
struct SettingsRow {
    league_id: Option<i64>,
    number_min: i64,
    number_max: i64,
    admin_role_id: Option<i64>,
    verified_role_id: Option<i64>,
    announcement_channel_id: Option<i64>,
    review_channel_id: Option<i64>,
    admin_channel_id: Option<i64>,
    attendance_channel_id: Option<i64>,
    fallback_channel_id: Option<i64>,
    auto_approve_submissions: bool,
    version: i64,
    updated_at: i64,
}

/// Settings as stored.
pub(super) struct Stored {
    pub(super) settings: GuildSettings,
    /// Grows with every change, so that none is overwritten unseen.
    version: i64,
    pub(super) updated_at: Timestamp,
}

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<Stored>, Error> {
    let query = from.query(LOOKUP).bind(guild.get());
    let row: Option<SettingsRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// Writes the settings, unless somebody changed them since `stored` was read.
pub(super) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    stored: Option<&Stored>,
    settings: &GuildSettings,
    at: i64,
) -> Result<(), Error> {
    let changed = tx
        .run(if stored.is_some() { UPDATE } else { INSERT })
        .bind(settings.league_id)
        .bind(i64::from(settings.number_min))
        .bind(i64::from(settings.number_max))
        .bind(settings.admin_role_id.map(RoleId::get))
        .bind(settings.verified_role_id.map(RoleId::get))
        .bind(settings.announcement_channel_id.map(ChannelId::get))
        .bind(settings.review_channel_id.map(ChannelId::get))
        .bind(settings.admin_channel_id.map(ChannelId::get))
        .bind(settings.attendance_channel_id.map(ChannelId::get))
        .bind(settings.fallback_channel_id.map(ChannelId::get))
        .bind(settings.auto_approve_submissions)
        .bind(at)
        .bind(guild.get())
        .bind(stored.map_or(0, |stored| stored.version))
        .execute()
        .await
        .map_err(Error::id_collision)?;
    if changed == 0 {
        Err(Error::Conflict)
    } else {
        Ok(())
    }
}

pub(super) async fn report(db: &Database, guild: GuildId) -> Result<Option<ReportGuild>, Error> {
    let row: Option<(String,)> = db.read(REPORT).bind(guild.get()).fetch_optional().await?;
    row.map(|(report,)| {
        serde_json::from_str(&report).map_err(|_| Error::Corrupt {
            column: "guild_reports.report",
            value: report,
        })
    })
    .transpose()
}

pub(super) async fn name(tx: &mut Transaction, guild: GuildId) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = tx.run(NAME).bind(guild.get()).fetch_optional().await?;
    Ok(row.map(|(name,)| name))
}

pub(super) async fn save_report(
    db: &Database,
    guild: GuildId,
    report: &ReportGuild,
    at: i64,
) -> Result<(), Error> {
    db.write(SAVE_REPORT)
        .bind(guild.get())
        .bind(report.name.as_str())
        .bind(serde_json::to_string(report).expect("a report is plain data"))
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// The last sign of life, and when it was heard.
pub(super) async fn heartbeat(db: &Database) -> Result<Option<(SendHeartbeat, Timestamp)>, Error> {
    let row: Option<(String, i64, i64, i64)> = db.read(HEARTBEAT).fetch_optional().await?;
    row.map(|(version, shards, connected, at)| {
        let heartbeat = SendHeartbeat {
            version: stored_text("bot_heartbeats.version", version)?,
            shards: stored_id("bot_heartbeats.shards", shards)?,
            connected_shards: stored_id("bot_heartbeats.connected_shards", connected)?,
        };
        Ok((heartbeat, stored_time("bot_heartbeats.at", at)?))
    })
    .transpose()
}

pub(super) async fn save_heartbeat(
    db: &Database,
    heartbeat: &SendHeartbeat,
    at: i64,
) -> Result<(), Error> {
    db.write(SAVE_HEARTBEAT)
        .bind("paddock")
        .bind(heartbeat.version.as_str())
        .bind(i64::from(heartbeat.shards))
        .bind(i64::from(heartbeat.connected_shards))
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

impl TryFrom<SettingsRow> for Stored {
    type Error = Error;

    fn try_from(row: SettingsRow) -> Result<Self, Error> {
        fn id<Id: TryFrom<i64>>(
            column: &'static str,
            id: Option<i64>,
        ) -> Result<Option<Id>, Error> {
            id.map(|id| stored_id(column, id)).transpose()
        }
        let settings = GuildSettings {
            league_id: row.league_id,
            number_min: stored_id("guilds.number_min", row.number_min)?,
            number_max: stored_id("guilds.number_max", row.number_max)?,
            admin_role_id: id("guilds.admin_role_id", row.admin_role_id)?,
            verified_role_id: id("guilds.verified_role_id", row.verified_role_id)?,
            announcement_channel_id: id(
                "guilds.announcement_channel_id",
                row.announcement_channel_id,
            )?,
            review_channel_id: id("guilds.review_channel_id", row.review_channel_id)?,
            admin_channel_id: id("guilds.admin_channel_id", row.admin_channel_id)?,
            attendance_channel_id: id("guilds.attendance_channel_id", row.attendance_channel_id)?,
            fallback_channel_id: id("guilds.fallback_channel_id", row.fallback_channel_id)?,
            auto_approve_submissions: row.auto_approve_submissions,
        };
        let updated_at = stored_time("guilds.updated_at", row.updated_at)?;
        Ok(Self {
            settings,
            version: row.version,
            updated_at,
        })
    }
}
