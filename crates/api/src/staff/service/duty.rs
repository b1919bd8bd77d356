//! What members of the staff say of themselves: that they are on duty, and what is hidden.

use super::roster::{change, renumber};
use super::{me, shown};
use crate::audit;
use crate::db::{Error, Reading, Transaction};
use crate::operation::Operation;
use crate::staff::model::audited::Duty;
use crate::staff::model::times::{Kind, Spent};
use crate::staff::model::{Presence, Staff, StaffError, duty_end};
use crate::staff::store;
use jiff::Timestamp;
use paddock_api_types::staff::StaffMember;

/// The caller is on duty from now on, unless they are already.
pub(crate) async fn begin_duty(op: &Operation) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        let before = me(&mut tx, op).await?;
        let mut after = before.clone();
        if before.on_duty(op.at).is_none() {
            after.on_duty_since = Some(op.at);
            set_duty(&mut tx, op, &before, &mut after, "staff.duty_began").await?;
        }
        answer(op, tx, after).await
    })
    .await
}

/// The caller is off duty.
pub(crate) async fn end_duty(op: &Operation) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        let before = me(&mut tx, op).await?;
        let mut after = before.clone();
        if before.on_duty_since.is_some() {
            after.on_duty_since = None;
            set_duty(&mut tx, op, &before, &mut after, "staff.duty_ended").await?;
        }
        answer(op, tx, after).await
    })
    .await
}

/// Writes whether somebody is on duty, and keeps the time that they were.
pub(super) async fn set_duty(
    tx: &mut Transaction,
    op: &Operation,
    before: &Staff,
    after: &mut Staff,
    action: &'static str,
) -> Result<(), Error> {
    renumber(tx, op, before, after).await?;
    if let Some(spent) = before.on_duty_since.and_then(|since| on_duty(since, op.at)) {
        let (guild, user) = (before.guild_id, before.user_id);
        store::intervals::insert(tx, guild, user, op.ctx.next_id(), &spent).await?;
    }
    let [was, is] = [before, &*after].map(|it| Duty {
        user_id: it.user_id,
        on_duty_since: it.on_duty_since,
    });
    audit::changed(tx, op, action, &was, &is).await
}

fn on_duty(from: Timestamp, now: Timestamp) -> Option<Spent> {
    let kind = Kind::Duty;
    let until = now.min(duty_end(from));
    (until > from).then_some(Spent { kind, from, until })
}

/// Hides what the caller does, and their custom status, which are kept no longer.
pub(crate) async fn hide(op: &Operation) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        // Held before the row is read, so that no report brings back what is hidden now.
        let seq = store::guilds::next(&mut tx, op.guild()).await?;
        let before = me(&mut tx, op).await?;
        let mut after = before.clone();
        if !before.hidden {
            after.hidden = true;
            after.seq = seq;
            after.known.presence = after.known.presence.map(Presence::without_text);
            store::members::save(&mut tx, &after, Some(before.version)).await?;
            store::members::save_presence(&mut tx, &after).await?;
            audit::changed(&mut tx, op, "staff.presence_hidden", &before, &after).await?;
        }
        answer(op, tx, after).await
    })
    .await
}

/// Shows what the caller does again, once the bot sees it.
pub(crate) async fn show(op: &Operation) -> Result<StaffMember, StaffError> {
    op.write(|mut tx| async move {
        let before = me(&mut tx, op).await?;
        let mut after = before.clone();
        if before.hidden {
            after.hidden = false;
            let action = "staff.presence_shown";
            change(&mut tx, op, &before, &mut after, action).await?;
        }
        answer(op, tx, after).await
    })
    .await
}

async fn answer(
    op: &Operation,
    mut tx: Transaction,
    staff: Staff,
) -> Result<crate::db::Committed<crate::operation::Answered<StaffMember>>, StaffError> {
    let answer = shown(&mut Reading::Within(&mut tx), &staff, op.at).await?;
    Ok(op.commit_about(tx, staff.user_id, answer).await?)
}
