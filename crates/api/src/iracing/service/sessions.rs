//! How a connection stands, and what was read through it.

use super::caller;
use crate::iracing::model::{Account, IracingError};
use crate::iracing::store::accounts;
use crate::league;
use crate::operation::Operation;
use crate::results::{self, Drive};
use paddock_api_types::iracing::{
    DrivenParticipant, DrivenSession, DrivenSessionType, DrivenSessions, IracingStatus,
    ListDrivenSessionsQuery,
};

const USUAL: u32 = 50;
const MOST: u32 = 200;

/// How the caller's connection stands.
pub(crate) async fn status(op: &Operation) -> Result<IracingStatus, IracingError> {
    let account = accounts::lookup(&op.ctx.db, caller(op)?).await?;
    Ok(account.as_ref().map(as_wire).unwrap_or_default())
}

/// A connection, as its member may see it.
pub(super) fn as_wire(account: &Account) -> IracingStatus {
    IracingStatus {
        connected: true,
        cust_id: Some(account.cust_id),
        display_name: account.display_name.clone(),
        expires_at: account.ended_at.or(account.refresh_until),
        is_expired: account.ended_at.is_some(),
        last_synced_at: account.last_synced_at,
        connected_at: Some(account.connected_at),
    }
}

/// Sessions that the caller drove in: those of the account that is connected, or linked.
pub(crate) async fn list(
    op: &Operation,
    query: &ListDrivenSessionsQuery,
) -> Result<DrivenSessions, IracingError> {
    let limit = query.limit.unwrap_or(USUAL);
    if !(1..=MOST).contains(&limit) {
        return Err(IracingError::Invalid {
            field: "limit",
            expected: "expected a number from 1 to 200",
        });
    }
    let offset = query.offset.unwrap_or_default();
    let (db, of) = (&op.ctx.db, caller(op)?);
    let connected = accounts::lookup(db, of).await?;
    let cust_id = match connected {
        Some(account) => Some(account.cust_id),
        // One that was only typed says nothing of who drove.
        None => league::service::link(db, of.guild, of.user)
            .await?
            .filter(|link| link.proven)
            .map(|link| link.iracing_id),
    };
    let (sessions, total) = match cust_id {
        Some(cust_id) => results::service::driven_by(db, of.guild, cust_id, limit, offset).await?,
        None => (Vec::new(), 0),
    };
    Ok(DrivenSessions {
        sessions: sessions.into_iter().map(driven).collect(),
        total,
        limit,
        offset,
    })
}

/// A drive, as the published contract has it.
fn driven(Drive { header, row, .. }: Drive) -> DrivenSession {
    let session_type = match (header.official, header.league_id) {
        (true, _) => DrivenSessionType::Official,
        (false, Some(_)) => DrivenSessionType::League,
        (false, None) => DrivenSessionType::Hosted,
    };
    let track_name = match (header.track_name, header.track_config) {
        (Some(name), Some(layout)) => Some(format!("{name} - {layout}")),
        (name, _) => name,
    };
    let small = |number: Option<i64>| number.and_then(|it| u32::try_from(it).ok());
    DrivenSession {
        session_id: header.session_id,
        session_type,
        league_id: header.league_id,
        league_name: header.league_name,
        track_name,
        car_name: row.car_name,
        start_time: header.started_at,
        participant: DrivenParticipant {
            laps_completed: small(row.laps),
            best_lap_time: small(row.best_lap).map(|it| f64::from(it) / 10_000.0),
            incidents: small(row.incidents),
            finish_position: small(row.position),
        },
    }
}
