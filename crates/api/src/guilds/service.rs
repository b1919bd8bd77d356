//! Settings, and what the bot reports.

use super::model::{self, GuildError, Server, Watch};
use super::observe::LeagueObservers;
use super::store;
use crate::audit::{self, Under};
use crate::clock::zone_or_utc;
use crate::context::Context;
use crate::db::{Database, Error, Source, Transaction};
use crate::operation::Operation;
use crate::roles;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use paddock_api_types::bot::{Heartbeat, ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::{Guild, GuildSettings, UpdateGuild};
use paddock_api_types::members::Level;
use paddock_api_types::{GuildId, RoleId};

/// The guild of the caller.
pub(crate) async fn get(op: &Operation) -> Result<Guild, GuildError> {
    let db = &op.ctx.db;
    let stored = store::lookup(db, op.guild()).await?;
    let report = store::report(db, op.guild()).await?;
    let (settings, updated_at) = match stored {
        Some(stored) => (stored.settings, Some(stored.updated_at)),
        None => (model::defaults(), None),
    };
    let name = report.map(|report| report.name.into());
    Ok(Guild {
        guild_id: op.guild(),
        name,
        settings,
        updated_at,
    })
}

/// The settings, for a rule of another capability.
pub(crate) async fn settings<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<GuildSettings, Error> {
    let stored = store::lookup(from, guild).await?;
    Ok(or_defaults(stored.map(|stored| stored.settings)))
}

/// The settings of a guild, which may have set nothing.
pub(crate) fn or_defaults(settings: Option<GuildSettings>) -> GuildSettings {
    settings.unwrap_or_else(model::defaults)
}

/// The time zone in which days begin and end in a guild.
pub(crate) async fn time_zone<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<TimeZone, Error> {
    Ok(zone_or_utc(&settings(from, guild).await?.time_zone))
}

/// The settings of a guild that has set nothing.
#[cfg(test)]
pub(crate) fn settings_by_default() -> GuildSettings {
    model::defaults()
}

/// The server's name in Discord, once the bot has reported it.
pub(crate) async fn name<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Option<String>, Error> {
    store::name(from, guild).await
}

/// Whether a role can be won. Before the bot's first report, any may.
pub(crate) async fn check_prize_role(
    db: &Database,
    guild: GuildId,
    role: RoleId,
) -> Result<Result<(), &'static str>, Error> {
    let report = store::report(db, guild).await?;
    Ok(model::check_prize_role(guild, role, report.as_ref()))
}

/// The server as the bot last reported it, for a rule about its channels and roles.
pub(crate) async fn server(db: &Database, guild: GuildId) -> Result<Server, Error> {
    let report = store::report(db, guild).await?;
    Ok(Server { guild, report })
}

/// Changes settings.
pub(crate) async fn update(op: &Operation, update: &UpdateGuild) -> Result<Guild, GuildError> {
    if let Some(field) = model::rights_setting(update)
        && op.actor.level < Level::Admin
    {
        return Err(GuildError::AdminsOnly { field });
    }
    let report = store::report(&op.ctx.db, op.guild()).await?;
    let report = report.as_ref();
    op.write(|mut tx| async move {
        let stored = store::lookup(&mut tx, op.guild()).await?;
        let before = stored
            .as_ref()
            .map_or_else(model::defaults, |it| it.settings.clone());
        let settings = model::apply(&before, update, op.guild(), report)?;
        let name = report.map(|report| report.name.to_string());
        let updated_at = stored.as_ref().map(|stored| stored.updated_at);
        let mut guild = Guild {
            guild_id: op.guild(),
            name,
            settings,
            updated_at,
        };
        if guild.settings == before {
            return Ok(op.commit(tx, guild).await?);
        }
        let [was, is] = [&before, &guild.settings].map(|it| Under(op.guild(), it));
        audit::changed(&mut tx, op, "guild.updated", &was, &is).await?;
        store::save(
            &mut tx,
            op.guild(),
            stored.as_ref(),
            &guild.settings,
            op.at_ms(),
        )
        .await?;
        if before.verified_role_id != guild.settings.verified_role_id {
            roles::service::schedule_sync(&mut tx, op).await?;
        }
        if before.league_id != guild.settings.league_id {
            let observers: &LeagueObservers = op.ctx.extensions.get();
            observers
                .notify(&mut tx, op, guild.settings.league_id)
                .await?;
        }
        guild.updated_at = Some(op.at);
        Ok(op.commit(tx, guild).await?)
    })
    .await
}

/// The server as the bot last described it.
pub(crate) async fn last_report(
    db: &Database,
    guild: GuildId,
) -> Result<Option<ReportGuild>, Error> {
    store::report(db, guild).await
}

/// The bot's last heartbeat, and when it arrived.
pub(crate) async fn last_heartbeat<'s>(
    from: impl Source<'s>,
) -> Result<Option<(SendHeartbeat, Timestamp)>, Error> {
    store::heartbeat(from).await
}

/// The watch that goes on, as far as nobody has noted its end.
pub(crate) async fn watch<'s>(from: impl Source<'s>) -> Result<Option<Watch>, Error> {
    store::running(from).await
}

/// A watch that went on at some time.
pub(crate) async fn past_watch<'s>(from: impl Source<'s>, id: i64) -> Result<Option<Watch>, Error> {
    store::watch(from, id).await
}

/// Notes that the bot sees presences, as it has just told of some; answers the watch that this is a part
/// of.
pub(crate) async fn keep_watch(
    tx: &mut Transaction,
    ctx: &Context,
    now: Timestamp,
) -> Result<Watch, Error> {
    match store::running(&mut *tx).await? {
        Some(mut watch) if watch.is_live(now) => {
            if watch.is_due(now) {
                watch.alive_at = now;
                store::keep_watch(tx, &watch).await?;
            }
            Ok(watch)
        }
        ended => {
            if let Some(ended) = ended {
                store::end_watch(tx, ended.id).await?;
            }
            let watch = Watch {
                id: ctx.next_id(),
                started_at: now,
                alive_at: now,
            };
            store::begin_watch(tx, &watch).await?;
            Ok(watch)
        }
    }
}

/// Saves the bot's report of the server.
pub(crate) async fn report(
    ctx: &Context,
    guild: GuildId,
    report: &ReportGuild,
) -> Result<(), GuildError> {
    Ok(store::save_report(&ctx.db, guild, report, ctx.now().as_millisecond()).await?)
}

/// Saves a heartbeat.
pub(crate) async fn save_heartbeat(
    ctx: &Context,
    heartbeat: &SendHeartbeat,
) -> Result<(), GuildError> {
    let now = ctx.now();
    ctx.db
        .transact(|mut tx| async move {
            store::save_heartbeat(&mut tx, heartbeat, now.as_millisecond()).await?;
            match model::watch::sees_presences(heartbeat) {
                Some(true) => drop(keep_watch(&mut tx, ctx, now).await?),
                Some(false) => {
                    if let Some(watch) = store::running(&mut tx).await? {
                        store::end_watch(&mut tx, watch.id).await?;
                    }
                }
                None => {}
            }
            Ok(tx.commit(()).await?)
        })
        .await
}

/// The last heartbeat, with its age.
pub(crate) async fn last_heard(ctx: &Context) -> Result<Heartbeat, GuildError> {
    let (heartbeat, at) = store::heartbeat(&ctx.db)
        .await?
        .ok_or(GuildError::NoHeartbeat)?;
    let age_seconds = ctx
        .now()
        .duration_since(at)
        .as_secs()
        .try_into()
        .unwrap_or(0);
    Ok(Heartbeat {
        version: heartbeat.version.into(),
        shards: heartbeat.shards,
        connected_shards: heartbeat.connected_shards,
        intents: heartbeat.intents,
        at,
        age_seconds,
    })
}
