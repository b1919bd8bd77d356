//! Points for what another capability counts.

use super::points::{Credit, credit, ensure_joined};
use crate::db::Transaction;
use crate::members;
use crate::operation::Operation;
use crate::seasons::model::SeasonError;
use crate::seasons::store;
use jiff::Timestamp;
use paddock_api_types::points::LedgerKind;
use paddock_api_types::{SeasonId, UserId};

/// Who is given points, and for what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gift<'a> {
    pub(crate) season: SeasonId,
    pub(crate) user: UserId,
    /// When they did it: before the season was open, it counts for nothing.
    pub(crate) since: Timestamp,
    pub(crate) kind: LedgerKind,
    pub(crate) reason: Option<&'a str>,
}

/// Gives points, or takes some. A verified member who has not joined joins by it. False where there
/// is nothing to give to: the season is not open, or was not then, or nobody verified is meant.
pub(crate) async fn give(
    tx: &mut Transaction,
    op: &Operation,
    gift: &Gift<'_>,
    points: i64,
) -> Result<bool, SeasonError> {
    let season = store::seasons::lookup(&mut *tx, op.guild(), gift.season).await?;
    let season = season.filter(|it| it.must_be_open(op.at).is_ok() && it.starts_at <= gift.since);
    let member = members::service::lookup(&mut *tx, op.guild(), gift.user).await?;
    let member = member.filter(members::Member::is_verified);
    let (Some(season), Some(mut member)) = (season, member) else {
        return Ok(false);
    };
    ensure_joined(tx, op, &season, &mut member).await?;
    let given = Credit {
        kind: gift.kind,
        points,
        submission_id: None,
        reason: gift.reason,
        announced: true,
    };
    credit(tx, op, &season, &mut member, &given).await?;
    Ok(true)
}
