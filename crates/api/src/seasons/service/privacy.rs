//! Export and erasure of what seasons keep of a member.

use super::{awards, review};
use crate::db::{Error, Transaction};
use crate::effects;
use crate::operation::Operation;
use crate::seasons::store;
use paddock_api_types::UserId;
use paddock_api_types::members::MemberExport;
use paddock_api_types::points::Participation;

/// Adds everything that is kept of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    for standing in store::standings::of_member(db, guild, user).await? {
        let season_id = standing.season_id;
        let entries = store::ledger::all_of_member(db, op.guild(), season_id, user).await?;
        export.ledger.extend(entries);
        export.seasons.push(Participation {
            season_id,
            points: standing.points,
            joined_at: standing.joined_at,
        });
    }
    export.submissions = store::submissions::all_of_member(db, guild, user).await?;
    export.awards = store::awards::of_member(db, guild, user, None, true).await?;
    Ok(())
}

/// Erases a member from every season, closed ones included: the others move up.
pub(crate) async fn erase(tx: &mut Transaction, op: &Operation, user: UserId) -> Result<(), Error> {
    for standing in store::standings::of_member(&mut *tx, op.guild(), user).await? {
        let season = standing.season_id;
        store::standings::delete(tx, op.guild(), &standing).await?;
        if standing.listed {
            store::counts::shift(tx, op.guild(), season, Some(standing.points), None).await?;
        }
        store::seasons::left(tx, op.guild(), season).await?;
        store::ledger::erase(tx, op.guild(), season, user).await?;
    }
    for id in store::submissions::ids_of_member(tx, op.guild(), user).await? {
        effects::service::erase_post(tx, op, &review::post(id)).await?;
    }
    for award in store::awards::of_member(&mut *tx, op.guild(), user, None, true).await? {
        effects::service::erase_post(tx, op, &awards::post(award.id)).await?;
    }
    store::submissions::erase(tx, op.guild(), user).await?;
    store::awards::erase(tx, op.guild(), user).await
}
