//! What becomes of the staff when a member is banned, leaves, or returns.

use super::presence::apply;
use super::roster::forget;
use crate::audit;
use crate::db::{Error, Transaction};
use crate::effects;
use crate::members::Member;
use crate::operation::Operation;
use crate::staff::model::reports;
use crate::staff::store;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::members::MemberStatus;

/// Has the roster follow a member's status and presence, in the transaction that changes them.
pub(crate) async fn member_changed(
    tx: &mut Transaction,
    op: &Operation,
    before: &Member,
    after: &Member,
) -> Result<(), Error> {
    let (guild, user) = (op.guild(), after.user_id);
    let banned = after.status == MemberStatus::Banned && before.status != after.status;
    if !banned && before.in_guild == after.in_guild {
        return Ok(());
    }
    if store::members::lookup(&mut *tx, guild, user)
        .await?
        .is_none()
    {
        return Ok(());
    }
    // Held before the row is read, so that no report of the bot is written over.
    let seq = store::guilds::next(&mut *tx, guild).await?;
    let Some(staff) = store::members::lookup(&mut *tx, guild, user).await? else {
        return Ok(());
    };
    if banned {
        forget(tx, guild, user).await?;
        return audit::deleted(tx, op, "staff.removed", &staff).await;
    }
    store::members::mark(&mut *tx, guild, user, seq).await?;
    if after.in_guild {
        effects::service::emit_once(tx, op, &EffectAction::SyncPresence).await?;
        return Ok(());
    }
    apply(tx, &op.ctx, &staff, &reports::lost(&staff, op.at), seq).await
}
