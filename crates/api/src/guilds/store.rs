//! Statements of guilds.

use crate::db::{Database, Error, Source, Transaction, documents, record, save, select, upsert};
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::bot::{ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::GuildSettings;

/// One bot serves every guild.
const BOT: &str = "paddock";

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ?");
const REPORT: &str = "SELECT report FROM guild_reports WHERE guild_id = ?";
const NAME: &str = "SELECT name FROM guild_reports WHERE guild_id = ?";
const HEARTBEAT: &str = select!(StoredHeartbeat, "WHERE bot = ?");

/// Settings as stored.
pub(super) struct Stored {
    pub(super) settings: GuildSettings,
    /// Grows with every change, so that none is overwritten unseen.
    version: i64,
    pub(super) updated_at: Timestamp,
}

struct StoredHeartbeat {
    heartbeat: SendHeartbeat,
    at: Timestamp,
}

documents!(ReportGuild);
record! { GuildSettings from guilds {
    league_id, number_min, number_max, numbers_per_member, number_release_days,
    league_holds_consent, admin_role_id, verified_role_id, announcement_channel_id,
    review_channel_id, admin_channel_id, attendance_channel_id, fallback_channel_id,
    auto_approve_submissions,
} }
record! { Stored from guilds { settings: (GuildSettings), version, updated_at } }
record! { SendHeartbeat from bot_heartbeats { version, shards, connected_shards } }
record! { StoredHeartbeat from bot_heartbeats { heartbeat: (SendHeartbeat), at } }

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<Stored>, Error> {
    from.query(LOOKUP, (guild,)).optional().await
}

/// Writes the settings, unless they were changed since `stored` was read.
pub(super) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    stored: Option<&Stored>,
    settings: &GuildSettings,
    at: i64,
) -> Result<(), Error> {
    save!(
        tx,
        stored.map(|stored| stored.version),
        guilds {
            league_id: settings.league_id,
            number_min: settings.number_min,
            number_max: settings.number_max,
            numbers_per_member: settings.numbers_per_member,
            number_release_days: settings.number_release_days,
            league_holds_consent: settings.league_holds_consent,
            admin_role_id: settings.admin_role_id,
            verified_role_id: settings.verified_role_id,
            announcement_channel_id: settings.announcement_channel_id,
            review_channel_id: settings.review_channel_id,
            admin_channel_id: settings.admin_channel_id,
            attendance_channel_id: settings.attendance_channel_id,
            fallback_channel_id: settings.fallback_channel_id,
            auto_approve_submissions: settings.auto_approve_submissions,
            updated_at: at,
        },
        key { guild_id: guild }
    )
}

pub(super) async fn report(db: &Database, guild: GuildId) -> Result<Option<ReportGuild>, Error> {
    db.query(REPORT, (guild,)).optional_scalar().await
}

pub(super) async fn name<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<String>, Error> {
    from.query(NAME, (guild,)).optional_scalar().await
}

pub(super) async fn save_report(
    db: &Database,
    guild: GuildId,
    report: &ReportGuild,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        guild_reports {
            name: report.name,
            report,
            reported_at: at
        },
        key { guild_id: guild }
    );
    db.apply(row).await.map(drop)
}

/// The last sign of life, and when it was heard.
pub(super) async fn heartbeat(db: &Database) -> Result<Option<(SendHeartbeat, Timestamp)>, Error> {
    let stored: Option<StoredHeartbeat> = db.query(HEARTBEAT, (BOT,)).optional().await?;
    Ok(stored.map(|stored| (stored.heartbeat, stored.at)))
}

pub(super) async fn save_heartbeat(
    db: &Database,
    heartbeat: &SendHeartbeat,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        bot_heartbeats {
            version: heartbeat.version,
            shards: heartbeat.shards,
            connected_shards: heartbeat.connected_shards,
            at,
        },
        key { bot: BOT }
    );
    db.apply(row).await.map(drop)
}
