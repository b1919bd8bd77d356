//! Statements of guilds.

use super::model::Watch;
use crate::db::{
    Database, Error, Source, Transaction, documents, insert, record, save, select, update, upsert,
};
use jiff::Timestamp;
use paddock_api_types::GuildId;
use paddock_api_types::bot::{BotIntents, ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::GuildSettings;

/// One bot serves every guild.
const BOT: &str = "paddock";

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ?");
const REPORT: &str = "SELECT report FROM guild_reports WHERE guild_id = ?";
const NAME: &str = "SELECT name FROM guild_reports WHERE guild_id = ?";
const HEARTBEAT: &str = select!(StoredHeartbeat, "WHERE bot = ?");
const RUNNING: &str = select!(Watch, "WHERE running = ?");
const WATCH: &str = select!(Watch, "WHERE watch_id = ?");
const END: &str = "UPDATE bot_watches SET running = NULL WHERE watch_id = ?";

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

documents!(BotIntents, ReportGuild);
record! { GuildSettings from guilds {
    league_id, number_min, number_max, numbers_per_member, number_release_days,
    league_holds_consent, admin_role_id, verified_role_id, announcement_channel_id,
    review_channel_id, admin_channel_id, attendance_channel_id, fallback_channel_id,
    auto_approve_submissions, time_zone,
} }
record! { Stored from guilds { settings: (GuildSettings), version, updated_at } }
record! { SendHeartbeat from bot_heartbeats { version, shards, connected_shards, intents } }
record! { Watch from bot_watches { id: watch_id, started_at, alive_at } }
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
            time_zone: settings.time_zone,
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
    db.put(row).await
}

/// The last sign of life, and when it was heard.
pub(super) async fn heartbeat<'s>(
    from: impl Source<'s>,
) -> Result<Option<(SendHeartbeat, Timestamp)>, Error> {
    let stored: Option<StoredHeartbeat> = from.query(HEARTBEAT, (BOT,)).optional().await?;
    Ok(stored.map(|stored| (stored.heartbeat, stored.at)))
}

pub(super) async fn save_heartbeat(
    tx: &mut Transaction,
    heartbeat: &SendHeartbeat,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        bot_heartbeats {
            version: heartbeat.version,
            shards: heartbeat.shards,
            connected_shards: heartbeat.connected_shards,
            intents: heartbeat.intents,
            at,
        },
        key { bot: BOT }
    );
    tx.put(row).await
}

/// The watch that goes on, as far as nobody has noted its end.
pub(super) async fn running<'s>(from: impl Source<'s>) -> Result<Option<Watch>, Error> {
    from.query(RUNNING, (BOT,)).optional().await
}

pub(super) async fn watch<'s>(from: impl Source<'s>, id: i64) -> Result<Option<Watch>, Error> {
    from.query(WATCH, (id,)).optional().await
}

/// Begins a watch; fails with `Conflict` if another transaction began one.
pub(super) async fn begin_watch(tx: &mut Transaction, watch: &Watch) -> Result<(), Error> {
    tx.create(insert!(bot_watches {
        watch_id: watch.id,
        running: BOT,
        started_at: watch.started_at,
        alive_at: watch.alive_at,
    }))
    .await
}

pub(super) async fn keep_watch(tx: &mut Transaction, watch: &Watch) -> Result<(), Error> {
    let kept = update!(
        bot_watches {
            alive_at: watch.alive_at
        },
        key { watch_id: watch.id }
    );
    tx.put(kept).await
}

pub(super) async fn end_watch(tx: &mut Transaction, id: i64) -> Result<(), Error> {
    tx.query(END, (id,)).done().await
}
