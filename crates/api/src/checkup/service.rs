//! Gathering the facts that are checked.

use super::model::{self, Facts};
use crate::db::Error;
use crate::effects;
use crate::guilds;
use crate::operation::Operation;
use crate::requirements::Require;
use paddock_api_types::guilds::Checkup;

/// Compares what configured features need with what the bot last reported.
pub(crate) async fn check(op: &Operation) -> Result<Checkup, Error> {
    let db = &op.ctx.db;
    let settings = guilds::service::settings(db, op.guild()).await?;
    let report = guilds::service::last_report(db, op.guild()).await?;
    let heartbeat = guilds::service::last_heartbeat(db).await?;
    let failed = effects::service::failed(db, op.guild()).await?;
    let mut requirements = Vec::new();
    for require in op.ctx.extensions.get::<Vec<Require>>() {
        requirements.push(require(op).await?);
    }
    Ok(model::checkup(&Facts {
        requirements: &requirements,
        admin_role: settings.admin_role_id,
        report: report.as_ref(),
        heartbeat_at: heartbeat.as_ref().map(|(_, at)| *at),
        intents: heartbeat.and_then(|(heartbeat, _)| heartbeat.intents),
        failed: &failed,
        now: op.at,
    }))
}
