//! Leaves of absence.

use super::excuses::leave_changed;
use super::{own, shown};
use crate::audit::{self, because};
use crate::db::{Reading, Transaction};
use crate::operation::Operation;
use crate::staff::model::{Leave, Staff, StaffError};
use crate::staff::store;
use jiff::ToSpan;
use jiff::civil::Date;
use paddock_api_types::UserId;
use paddock_api_types::staff::{StaffMember, TakeLeave};

/// Takes a leave of absence in place of those that have not ended.
pub(crate) async fn take_leave(
    op: &Operation,
    user: UserId,
    take: &TakeLeave,
) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        let staff = own(&mut tx, op, user).await?;
        let today = op.at.to_zoned(staff.zone()).date();
        let leave = Leave::taken(user, take, today)?;
        let (guild, at) = (op.guild(), op.at);
        // One that goes on ends yesterday also where the new one begins later.
        let first = leave.first_day.min(today);
        let earlier = store::leaves::of_member(&mut tx, guild, user, first).await?;
        for other in earlier
            .iter()
            .filter(|it| it.last_day >= today || overlaps(it, &leave))
        {
            cut(&mut tx, op, &staff, other, first).await?;
        }
        store::leaves::insert(&mut tx, guild, &leave, at).await?;
        let taken = because("staff.leave_taken", user, leave.reason.as_deref());
        audit::created(&mut tx, op, taken, &leave).await?;
        leave_changed(&mut tx, &staff, &leave).await?;
        changed(op, tx, staff).await
    })
    .await
}

fn overlaps(a: &Leave, b: &Leave) -> bool {
    a.first_day <= b.last_day && b.first_day <= a.last_day
}

/// Ends the leave of absence that goes on, and calls off those that have not begun.
pub(crate) async fn end_leave(op: &Operation, user: UserId) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        let staff = own(&mut tx, op, user).await?;
        let today = op.at.to_zoned(staff.zone()).date();
        for leave in store::leaves::of_member(&mut tx, op.guild(), user, today).await? {
            cut(&mut tx, op, &staff, &leave, today).await?;
        }
        changed(op, tx, staff).await
    })
    .await
}

/// Has a leave end before a day, so that what is past of it stays.
async fn cut(
    tx: &mut Transaction,
    op: &Operation,
    staff: &Staff,
    leave: &Leave,
    day: Date,
) -> Result<(), StaffError> {
    if leave.first_day < day {
        let cut = Leave {
            last_day: day.saturating_sub(1.day()),
            ..leave.clone()
        };
        store::leaves::shorten(tx, op.guild(), leave, cut.last_day).await?;
        audit::changed(tx, op, "staff.leave_ended", leave, &cut).await?;
    } else {
        store::leaves::delete(tx, op.guild(), leave).await?;
        audit::deleted(tx, op, "staff.leave_called_off", leave).await?;
    }
    Ok(leave_changed(tx, staff, leave).await?)
}

async fn changed(
    op: &Operation,
    mut tx: Transaction,
    staff: Staff,
) -> Result<crate::db::Committed<crate::operation::Answered<StaffMember>>, StaffError> {
    let seq = store::guilds::next(&mut tx, op.guild()).await?;
    store::members::mark(&mut tx, op.guild(), staff.user_id, seq).await?;
    let answer = shown(&mut Reading::Within(&mut tx), &staff, op.at).await?;
    Ok(op.commit_about(tx, staff.user_id, answer).await?)
}
