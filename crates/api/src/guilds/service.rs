//! Settings, reports and the checkup.

use super::checkup::{self, Facts};
use super::model::{self, GuildError};
use super::store;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::{audit, effects, roles};
use paddock_api_types::GuildId;
use paddock_api_types::bot::{Heartbeat, ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::{Checkup, Guild, GuildSettings, UpdateGuild};
use paddock_api_types::members::Level;

/// The guild of the caller.
pub(crate) async fn get(op: &Operation) -> Result<Guild, GuildError> {
    let db = &op.ctx.db;
    let stored = store::read(db, op.guild()).await?;
    let report = store::report(db, op.guild()).await?;
    let (settings, updated_at) = match stored {
        Some(stored) => (stored.settings, Some(stored.updated_at)),
        None => (model::defaults(), None),
    };
    let name = report.map(|report| report.name);
    Ok(Guild {
        guild_id: op.guild(),
        name,
        settings,
        updated_at,
    })
}

/// The settings, for a rule of another capability.
pub(crate) async fn settings(tx: &mut Transaction, guild: GuildId) -> Result<GuildSettings, Error> {
    let stored = store::lookup(tx, guild).await?;
    Ok(stored.map_or_else(model::defaults, |stored| stored.settings))
}

/// The server's name in Discord, once the bot has reported it.
pub(crate) async fn name(tx: &mut Transaction, guild: GuildId) -> Result<Option<String>, Error> {
    store::name(tx, guild).await
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
        let change = model::change(op.guild(), &before, &settings);
        let name = report.map(|report| report.name.clone());
        let updated_at = stored.as_ref().map(|stored| stored.updated_at);
        let mut guild = Guild {
            guild_id: op.guild(),
            name,
            settings,
            updated_at,
        };
        if change.is_empty() {
            return Ok(op.commit(tx, guild).await?);
        }
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
        audit::service::record(&mut tx, op, &change).await?;
        guild.updated_at = Some(op.at);
        Ok(op.commit(tx, guild).await?)
    })
    .await
}

/// Compares what configured features need with what the bot last reported.
pub(crate) async fn check(op: &Operation) -> Result<Checkup, GuildError> {
    let db = &op.ctx.db;
    let stored = store::read(db, op.guild()).await?;
    let settings = stored.map_or_else(model::defaults, |stored| stored.settings);
    let report = store::report(db, op.guild()).await?;
    let heartbeat = store::heartbeat(db).await?;
    let failed = effects::service::failed(db, op.guild()).await?;
    Ok(checkup::checkup(&Facts {
        settings: &settings,
        report: report.as_ref(),
        heartbeat_at: heartbeat.map(|(_, at)| at),
        failed: &failed,
        now: op.at,
    }))
}

/// Keeps what the bot says of the server.
pub(crate) async fn report(
    ctx: &Context,
    guild: GuildId,
    report: &ReportGuild,
) -> Result<(), GuildError> {
    Ok(store::save_report(&ctx.db, guild, report, ctx.now().as_millisecond()).await?)
}

/// Keeps a sign of life.
pub(crate) async fn heard(ctx: &Context, heartbeat: &SendHeartbeat) -> Result<(), GuildError> {
    Ok(store::save_heartbeat(&ctx.db, heartbeat, ctx.now().as_millisecond()).await?)
}

/// The last sign of life.
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
        version: heartbeat.version,
        shards: heartbeat.shards,
        connected_shards: heartbeat.connected_shards,
        at,
        age_seconds,
    })
}
