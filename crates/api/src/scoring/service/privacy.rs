//! Export and erasure of what scoring keeps of a member.

use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::scoring::store;
use paddock_api_types::members::MemberExport;
use paddock_api_types::{GuildId, UserId};

/// Adds what results are worth to a member, and their penalties, to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    export.result_points = store::credits_of_member(db, guild, user).await?;
    export.penalties = store::penalties_of_member(db, guild, user).await?;
    Ok(())
}

/// Erases a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    store::erase(tx, guild, user).await
}
