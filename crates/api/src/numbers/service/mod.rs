//! Operations on numbers.

mod claim;
mod classes;
mod due;
mod files;
mod freed;
mod leavers;
mod read;
mod release;
mod reservations;
mod season;
mod trades;
mod waits;

pub(crate) use claim::claim;
pub(crate) use classes::{create_class, delete_class, list_classes, update_class};
pub(crate) use due::{has_work, run_due};
pub(crate) use files::{export, import};
pub(crate) use leavers::{erase, export_personal_data, member_changed};
pub(crate) use read::{all_claims, available, list, mine, status};
pub(crate) use release::{force_release, release};
pub(crate) use reservations::{list_reservations, remove_reservation, reserve};
pub(crate) use season::start_season;
pub(crate) use trades::{accept, cancel, decline, list_trades, offer};
pub(crate) use waits::{stop_waiting, wait_for};

use super::model::free::Taken;
use super::model::{Claim, ClassKey, NumberError, Scope};
use super::store;
use crate::db::{Error, Reading, Source, Transaction};
use crate::operation::Operation;
use crate::{effects, guilds, league};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::{CarNumber, GuildId, NumberClassId, UserId};

/// How many free numbers a refusal offers.
const OFFERED: usize = 5;

/// Who asks, as operations on one's own numbers need it.
fn caller(op: &Operation) -> Result<UserId, NumberError> {
    op.actor.user_id.ok_or(NumberError::NotRegistered)
}

/// The set of numbers that is meant, with the guild's settings.
async fn scope(
    from: &mut Reading<'_>,
    op: &Operation,
    named: Option<NumberClassId>,
) -> Result<(Scope, GuildSettings), NumberError> {
    let settings = guilds::service::settings(&mut *from, op.guild()).await?;
    let classes = store::classes::all(from, op.guild()).await?;
    Ok((Scope::choose(classes, named, &settings)?, settings))
}

/// The one of these claims that is meant: in the named class, or the only one.
fn the_one(claims: Vec<Claim>, named: Option<NumberClassId>) -> Result<Option<Claim>, NumberError> {
    let is_meant = |claim: &Claim| named.is_none_or(|named| claim.class_id() == Some(named));
    let mut meant: Vec<_> = claims.into_iter().filter(is_meant).collect();
    if meant.len() > 1 {
        let classes = meant.into_iter().filter_map(|claim| claim.class_name);
        let classes = classes.collect();
        return Err(NumberError::ClassRequired { classes });
    }
    Ok(meant.pop())
}

/// What may keep numbers with these values from somebody.
async fn taken(
    from: &mut Reading<'_>,
    guild: GuildId,
    class: ClassKey,
    first: u16,
    last: u16,
) -> Result<Taken, Error> {
    let claimed = store::claims::plain_values(&mut *from, guild, class, first, last).await?;
    let rows = store::reservations::overlapping(&mut *from, guild, class, first, last).await?;
    let reservations = store::reservations::reservations(rows);
    let mut drivers = league::service::drivers_between(&mut *from, guild, first, last).await?;
    // The database puts `01` before `1`.
    drivers.sort_by(|one, other| one.number.cmp(&other.number));
    // Only where somebody on the roster has such a number does it matter who holds it elsewhere.
    let numbers = drivers.chunk_by(|it, next| it.number == next.number);
    let numbers = numbers.map(|drivers| &drivers[0].number);
    let claims = store::claims::with_numbers(from, guild, numbers).await?;
    Ok(Taken {
        first,
        last,
        claimed,
        reservations,
        drivers,
        claims,
    })
}

/// Free numbers near one: looked for further and further away, as few are looked at where many are
/// free.
async fn nearest(
    from: &mut Reading<'_>,
    op: &Operation,
    scope: &Scope,
    to: &CarNumber,
    user: Option<UserId>,
) -> Result<Vec<CarNumber>, Error> {
    let value = to.value().clamp(scope.min, scope.max);
    let mut reach = 25;
    loop {
        let first = value.saturating_sub(reach).max(scope.min);
        let last = value.saturating_add(reach).min(scope.max);
        let taken = taken(from, op.guild(), scope.key(), first, last).await?;
        let nearest = taken.free_for(user, op.at).nearest(value, OFFERED);
        let is_all = (first, last) == (scope.min, scope.max);
        if nearest.len() == OFFERED || is_all {
            return Ok(nearest);
        }
        reach = reach.saturating_mul(8);
    }
}

/// Says something in the channel for announcements, where there is one.
async fn announce(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    notice: Notice,
) -> Result<(), Error> {
    let Some(channel_id) = settings.announcement_channel_id else {
        return Ok(());
    };
    let action = EffectAction::SendMessage {
        channel_id,
        notice,
        post: None,
        mention: None,
    };
    effects::service::emit(tx, op, &action).await
}

/// Writes to a member.
async fn tell(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    user_id: UserId,
    notice: Notice,
) -> Result<(), Error> {
    effects::service::tell(tx, op, user_id, settings.fallback_channel_id, notice).await
}

/// The claims of a number in every class, for a decision about one of them.
async fn everywhere<'s>(
    from: impl Source<'s>,
    op: &Operation,
    number: &CarNumber,
) -> Result<Vec<Claim>, Error> {
    store::claims::in_every_class(from, op.guild(), number).await
}
