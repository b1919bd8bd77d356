//! What follows when a number is free again.

use super::{announce, tell};
use crate::audit;
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::numbers::model::audited::Waiting;
use crate::numbers::model::{ClassKey, HOLD, covers};
use crate::numbers::store;
use crate::operation::Operation;
use paddock_api_types::CarNumber;
use paddock_api_types::effects::Notice;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::numbers::{NumberReservation, NumberWait, ReservationKind};

/// Holds a number that nobody has any more for the member who waited longest. Whether there is one; a
/// number that is reserved in another way is not handed on.
pub(super) async fn hand_on(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    class: ClassKey,
    number: &CarNumber,
) -> Result<bool, Error> {
    let (guild, value) = (op.guild(), number.value());
    let rows = store::reservations::overlapping(&mut *tx, guild, class, value, value).await?;
    if rows
        .iter()
        .any(|row| covers(&row.reservation, number, op.at))
    {
        return Ok(true);
    }
    let Some(wait) = store::waits::first(tx, guild, class, number).await? else {
        return Ok(false);
    };
    hold(tx, op, settings, class, wait).await?;
    Ok(true)
}

async fn hold(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    class: ClassKey,
    wait: NumberWait,
) -> Result<(), Error> {
    let guild = op.guild();
    if !store::waits::delete(tx, guild, class, &wait.number, wait.user_id).await? {
        // Somebody else has just handed it on.
        return Err(Error::Conflict);
    }
    let until = op.at + HOLD;
    let value = wait.number.value();
    let reservation = NumberReservation {
        id: op.ctx.next_id(),
        kind: ReservationKind::WaitList,
        class_id: class.id(),
        number: Some(wait.number.clone()),
        first: value,
        last: value,
        user_id: Some(wait.user_id),
        until: Some(until),
        note: None,
        created_at: op.at,
    };
    store::reservations::insert(tx, guild, &reservation, None).await?;
    audit::created(tx, op, "number.held", &reservation).await?;
    let guild_name = guilds::service::name(&mut *tx, guild).await?;
    let user = wait.user_id;
    let wait = Box::new(wait);
    let notice = Notice::NumberHeld {
        guild_name,
        wait,
        until,
    };
    tell(tx, op, settings, user, notice).await
}

/// The same, and says so to everybody where nobody waits.
pub(super) async fn free(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    class: ClassKey,
    class_name: Option<String>,
    number: &CarNumber,
) -> Result<(), Error> {
    if hand_on(tx, op, settings, class, number).await? {
        return Ok(());
    }
    let notice = Notice::NumberReleased {
        number: number.clone(),
        class_name,
    };
    announce(tx, op, settings, notice).await
}

/// Records that a member left the line for a number.
pub(super) async fn record_end_of_wait(
    tx: &mut Transaction,
    op: &Operation,
    waiting: &Waiting<'_>,
) -> Result<(), Error> {
    audit::deleted(tx, op, "number.wait_ended", waiting).await
}
