//! Gathering the facts that are checked.

use super::model::{self, Facts};
use crate::effects;
use crate::guilds;
use crate::operation::Operation;
use crate::seasons::{self, SeasonError};
use paddock_api_types::guilds::Checkup;

/// Compares what configured features need with what the bot last reported.
pub(crate) async fn check(op: &Operation) -> Result<Checkup, SeasonError> {
    let db = &op.ctx.db;
    let settings = guilds::service::settings(db, op.guild()).await?;
    let report = guilds::service::last_report(db, op.guild()).await?;
    let heartbeat = guilds::service::last_heartbeat(db).await?;
    let failed = effects::service::failed(db, op.guild()).await?;
    let prize_roles = seasons::service::prize_roles(op).await?;
    Ok(model::checkup(&Facts {
        settings: &settings,
        report: report.as_ref(),
        prize_roles: &prize_roles,
        heartbeat_at: heartbeat.map(|(_, at)| at),
        failed: &failed,
        now: op.at,
    }))
}
