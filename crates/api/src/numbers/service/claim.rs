//! Claiming a number.

use super::{announce, caller, everywhere, nearest, scope};
use crate::audit;
use crate::db::{Error, Reading, Transaction};
use crate::league::{self, NumberedDriver};
use crate::members;
use crate::numbers::model::{Claim, ClassKey, NumberError, Scope, covers, roster_keeps, state};
use crate::numbers::store;
use crate::numbers::store::reservations::Stored;
use crate::operation::Operation;
use paddock_api_types::effects::Notice;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::members::Level;
use paddock_api_types::numbers::{ClaimNumber, NumberClaim};
use paddock_api_types::{CarNumber, UserId};

/// Claims a number for the caller, or, by an admin, for somebody else.
pub(crate) async fn claim(
    op: &Operation,
    number: &CarNumber,
    claim: &ClaimNumber,
) -> Result<NumberClaim, NumberError> {
    let caller = caller(op)?;
    let user = claim.user_id.unwrap_or(caller);
    if user != caller && op.actor.level < Level::Admin {
        return Err(NumberError::AdminsOnly);
    }
    op.write(|mut tx| async move {
        let (scope, settings) = scope(&mut Reading::Within(&mut tx), op, claim.class_id).await?;
        scope.check(number)?;
        let found = members::service::lookup(&mut tx, op.guild(), user).await?;
        let mut member = found.ok_or(if user == caller {
            NumberError::NotRegistered
        } else {
            NumberError::MemberNotFound
        })?;
        if !member.is_verified() {
            return Err(NumberError::MemberNotVerified);
        }
        // The claim before the reservations: whoever frees a number holds it for somebody else in the
        // same transaction.
        let claims = everywhere(&mut tx, op, number).await?;
        must_not_be_held(&mut tx, op, &scope, number, user, &claims).await?;
        within_limit(&mut tx, op, &settings, scope.key(), user).await?;
        let (promised, drivers) =
            must_not_be_kept(&mut tx, op, &scope, number, user, &claims).await?;
        // Against a second claim of the same member at the same time, and against a ban.
        members::service::claim(&mut tx, op.guild(), &mut member).await?;
        if let Some(class) = &scope.class {
            store::classes::touch(&mut tx, op.guild(), class.id).await?;
        }
        for reservation in &promised {
            store::reservations::delete(&mut tx, op.guild(), reservation).await?;
        }
        let new = Claim {
            class: scope.key(),
            class_name: scope.class.map(|class| class.name),
            number: number.clone(),
            user_id: user,
            display_name: member.display_name,
            claimed_at: op.at,
            release_at: None,
            version: 0,
        };
        store::claims::insert(&mut tx, op.guild(), &new).await?;
        audit::created(&mut tx, op, "number.claimed", &new).await?;
        store::waits::delete(&mut tx, op.guild(), new.class, number, user).await?;
        let state = state(&new, &claims, &drivers);
        let claimed = new.wire(state);
        let notice = Notice::NumberClaimed {
            claim: Box::new(claimed.clone()),
        };
        announce(&mut tx, op, &settings, notice).await?;
        Ok(op.commit_about(tx, user, claimed).await?)
    })
    .await
}

async fn must_not_be_held(
    tx: &mut Transaction,
    op: &Operation,
    scope: &Scope,
    number: &CarNumber,
    user: UserId,
    claims: &[Claim],
) -> Result<(), NumberError> {
    match claims.iter().find(|claim| claim.class == scope.key()) {
        None => Ok(()),
        Some(claim) if claim.user_id == user => Err(NumberError::HeldByCaller),
        Some(claim) => {
            let nearest = nearest(&mut Reading::Within(tx), op, scope, number, Some(user)).await?;
            let claim = Box::new(claim.clone());
            Err(NumberError::Taken { claim, nearest })
        }
    }
}

/// Refuses a member who holds as many numbers as one may.
pub(super) async fn within_limit(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    class: ClassKey,
    user: UserId,
) -> Result<(), NumberError> {
    let held = store::claims::of_member(tx, op.guild(), user).await?;
    let held = held.into_iter().filter(|claim| claim.class == class);
    let numbers: Vec<_> = held.map(|claim| claim.number).collect();
    let limit = settings.numbers_per_member;
    if numbers.len() >= usize::from(limit) {
        return Err(NumberError::HoldsEnough { limit, numbers });
    }
    Ok(())
}

/// Refuses a number that is reserved for others, or that another driver has; the reservations of just
/// this number for the member, which the claim uses up, and who has such a number on the roster.
async fn must_not_be_kept(
    tx: &mut Transaction,
    op: &Operation,
    scope: &Scope,
    number: &CarNumber,
    user: UserId,
    claims: &[Claim],
) -> Result<(Vec<Stored>, Vec<NumberedDriver>), NumberError> {
    let (guild, value) = (op.guild(), number.value());
    let rows = store::reservations::overlapping(&mut *tx, guild, scope.key(), value, value).await?;
    let covering = rows
        .into_iter()
        .filter(|row| covers(&row.reservation, number, op.at));
    let (own, others): (Vec<_>, Vec<_>) =
        covering.partition(|row| row.reservation.user_id == Some(user));
    // A number that is kept for the member goes before a range that is kept free.
    let is_promised = own.iter().any(|row| row.reservation.number.is_some());
    let is_before = |row: &&Stored| !is_promised || row.reservation.number.is_some();
    let other = others.iter().find(is_before);
    if let Some(other) = other {
        let until = other.reservation.until;
        let nearest = nearest(&mut Reading::Within(tx), op, scope, number, Some(user)).await?;
        return Err(NumberError::Reserved { until, nearest });
    }
    let drivers = league::service::drivers_between(&mut *tx, guild, value, value).await?;
    if roster_keeps(number, user, claims, &drivers) {
        let nearest = nearest(&mut Reading::Within(tx), op, scope, number, Some(user)).await?;
        return Err(NumberError::OnRoster { nearest });
    }
    let used_up = own
        .into_iter()
        .filter(|row| row.reservation.number.is_some());
    Ok((used_up.collect(), drivers))
}

/// A claim as others see it, compared with the roster.
pub(super) async fn compared(
    tx: &mut Transaction,
    op: &Operation,
    claim: Claim,
) -> Result<NumberClaim, Error> {
    let claims = everywhere(&mut *tx, op, &claim.number).await?;
    let value = claim.number.value();
    let drivers = league::service::drivers_between(tx, op.guild(), value, value).await?;
    let state = state(&claim, &claims, &drivers);
    Ok(claim.wire(state))
}
