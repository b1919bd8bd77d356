//! Releasing a number.

use super::freed::free;
use super::{caller, everywhere, tell, the_one};
use crate::audit::{self, because};
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::numbers::model::{Claim, NumberError};
use crate::numbers::store;
use crate::operation::Operation;
use paddock_api_types::effects::Notice;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::numbers::ForceReleaseNumber;
use paddock_api_types::{CarNumber, NumberClassId, Reason};

/// Releases a number of the caller.
pub(crate) async fn release(
    op: &Operation,
    number: &CarNumber,
    class: Option<NumberClassId>,
) -> Result<(), NumberError> {
    let caller = caller(op)?;
    op.write(|mut tx| async move {
        let claims = everywhere(&mut tx, op, number).await?;
        let (own, others): (Vec<_>, Vec<_>) = claims
            .into_iter()
            .partition(|claim| claim.user_id == caller);
        let Some(claim) = the_one(own, class)? else {
            let holder = the_one(others, class)?.map(|claim| claim.user_id);
            return Err(NumberError::NotHeld { holder });
        };
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        remove(&mut tx, op, &settings, &claim, "number.released").await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Releases a number of somebody, and tells them.
pub(crate) async fn force_release(
    op: &Operation,
    number: &CarNumber,
    request: &ForceReleaseNumber,
) -> Result<(), NumberError> {
    op.write(|mut tx| async move {
        let claims = everywhere(&mut tx, op, number).await?;
        let claim = the_one(claims, request.class_id)?.ok_or(NumberError::NotClaimed)?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        let reason = request.reason.as_ref().map(Reason::as_str);
        let action = because("number.taken_back", claim.user_id, reason);
        remove(&mut tx, op, &settings, &claim, action).await?;
        let notice = Notice::NumberTakenBack {
            guild_name: guilds::service::name(&mut tx, op.guild()).await?,
            number: claim.number,
            class_name: claim.class_name,
            reason: reason.map(str::to_owned),
        };
        tell(&mut tx, op, &settings, claim.user_id, notice).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Deletes a claim, and holds the number for who waits for it.
pub(super) async fn remove<'a>(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    claim: &Claim,
    action: impl Into<audit::Action<'a>>,
) -> Result<(), Error> {
    store::claims::delete(tx, op.guild(), claim).await?;
    audit::deleted(tx, op, action, claim).await?;
    let class_name = claim.class_name.clone();
    free(tx, op, settings, claim.class, class_name, &claim.number).await
}
