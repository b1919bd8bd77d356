//! Points that other capabilities grant.

use super::points::{Credit, Notify, credit_joining};
use crate::db::Transaction;
use crate::members;
use crate::operation::Operation;
use crate::seasons::model::SeasonError;
use crate::seasons::store;
use jiff::Timestamp;
use paddock_api_types::points::LedgerKind;
use paddock_api_types::{SeasonId, UserId};

/// A member and the reason to grant them points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PointsGrant<'a> {
    pub(crate) season: SeasonId,
    pub(crate) user: UserId,
    /// When they earned them: before the season's start nothing counts.
    pub(crate) since: Timestamp,
    pub(crate) kind: LedgerKind,
    pub(crate) reason: Option<&'a str>,
    pub(crate) notify: Notify,
}

/// Grants points, or takes some back. A verified member who has not joined joins by it. False, and
/// nothing is granted, unless the season is open and was then, and the member is verified.
pub(crate) async fn grant_points(
    tx: &mut Transaction,
    op: &Operation,
    grant: &PointsGrant<'_>,
    points: i64,
) -> Result<bool, SeasonError> {
    let season = store::seasons::lookup(&mut *tx, op.guild(), grant.season).await?;
    let season = season.filter(|it| it.must_be_open(op.at).is_ok() && it.starts_at <= grant.since);
    let member = members::service::lookup(&mut *tx, op.guild(), grant.user).await?;
    let member = member.filter(members::Member::is_verified);
    let (Some(season), Some(mut member)) = (season, member) else {
        return Ok(false);
    };
    let given = Credit {
        kind: grant.kind,
        points,
        submission_id: None,
        reason: grant.reason,
        announced: true,
        notify: grant.notify,
    };
    credit_joining(tx, op, &season, &mut member, &given).await?;
    Ok(true)
}
