//! Export and erasure of what is kept of a member as staff.

use super::{roster, shown};
use crate::db::{Error, Reading, Transaction};
use crate::operation::Operation;
use crate::staff::model::times::Kind;
use crate::staff::store;
use jiff::Timestamp;
use jiff::civil::Date;
use paddock_api_types::members::MemberExport;
use paddock_api_types::staff::{StaffAway, StaffRecord, StaffSpent, StaffSpentKind};
use paddock_api_types::{GuildId, UserId};

/// Adds everything that is kept of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let Some(staff) = store::members::lookup(db, guild, user).await? else {
        return Ok(());
    };
    let spent = store::intervals::of_member(db, guild, user, Timestamp::MIN).await?;
    let spent = spent.iter().map(|it| StaffSpent {
        kind: kind(it.kind),
        from: it.from,
        until: it.until,
    });
    let leaves = store::leaves::of_member(db, guild, user, Date::MIN).await?;
    let leaves = leaves.into_iter().map(|leave| StaffAway {
        from: leave.first_day,
        until: leave.last_day,
        reason: leave.reason,
    });
    export.staff = Some(StaffRecord {
        member: shown(&mut Reading::Now(db), &staff, op.at).await?,
        spent: spent.collect(),
        leaves: leaves.collect(),
    });
    Ok(())
}

fn kind(kind: Kind) -> StaffSpentKind {
    match kind {
        Kind::Online => StaffSpentKind::Online,
        Kind::Idle => StaffSpentKind::Idle,
        Kind::Dnd => StaffSpentKind::Dnd,
        Kind::Offline => StaffSpentKind::Offline,
        Kind::Duty => StaffSpentKind::Duty,
    }
}

/// Erases a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    roster::forget(tx, guild, user).await
}
