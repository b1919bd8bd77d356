//! What becomes of numbers when a member leaves, returns, is banned or erased; and their export.

use super::release::remove;
use super::reservations::end;
use crate::audit;
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::members::Member;
use crate::numbers::model::Claim;
use crate::numbers::store;
use crate::operation::Operation;
use jiff::SignedDuration;
use paddock_api_types::UserId;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::members::{MemberExport, MemberStatus};
use paddock_api_types::numbers::ReservationKind;

/// Has numbers follow a member's status and presence, in the transaction that changes them.
pub(crate) async fn member_changed(
    tx: &mut Transaction,
    op: &Operation,
    before: &Member,
    after: &Member,
) -> Result<(), Error> {
    let banned = after.status == MemberStatus::Banned && before.status != after.status;
    if banned {
        return release_all(tx, op, after.user_id).await;
    }
    if before.in_guild != after.in_guild {
        let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
        set_release(tx, op, after, &settings).await?;
    }
    Ok(())
}

/// Who left keeps their numbers for some days; who returns in time keeps them.
async fn set_release(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    settings: &GuildSettings,
) -> Result<(), Error> {
    let hours = i64::from(settings.number_release_days) * 24;
    let release_at = (!member.in_guild).then(|| op.at + SignedDuration::from_hours(hours));
    for claim in store::claims::of_member(&mut *tx, op.guild(), member.user_id).await? {
        let after = Claim {
            release_at,
            ..claim.clone()
        };
        store::claims::update(tx, op.guild(), &after).await?;
        let action = if member.in_guild {
            "number.kept"
        } else {
            "number.expiring"
        };
        audit::changed(tx, op, action, &claim, &after).await?;
    }
    Ok(())
}

/// Releases everything that a member holds, that is kept for them, and that they wait for.
async fn release_all(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    let guild = op.guild();
    let settings = &guilds::service::settings(&mut *tx, guild).await?;
    // First, so that nothing is handed on to the member.
    store::waits::erase(tx, guild, user).await?;
    for stored in store::reservations::of_member(&mut *tx, guild, user).await? {
        let action = match stored.reservation.kind {
            ReservationKind::Admin => "number.reservation_removed",
            ReservationKind::WaitList | ReservationKind::Priority => "number.reservation_ended",
        };
        end(tx, op, settings, &stored, action).await?;
    }
    for claim in store::claims::of_member(&mut *tx, guild, user).await? {
        remove(tx, op, settings, &claim, "number.released").await?;
    }
    Ok(())
}

/// Adds everything that is kept of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let claims = store::claims::of_member(db, guild, user).await?;
    export.car_numbers = super::read::compared(db, guild, claims).await?;
    let rows = store::reservations::of_member(db, guild, user).await?;
    export.reserved_numbers = store::reservations::reservations(rows);
    export.awaited_numbers = store::waits::of_member(db, guild, user).await?;
    export.number_trades = super::trades::all_of_member(op, user).await?;
    Ok(())
}

/// Erases a member: their numbers are free immediately.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    release_all(tx, op, user).await?;
    store::trades::erase(tx, op.guild(), user).await
}
