//! Export and erasure of what attendance keeps of a member.

use crate::attendance::store;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use paddock_api_types::members::MemberExport;
use paddock_api_types::{GuildId, UserId};

/// Adds everything that is kept of a member to an export; credits stand in the ledger of their season.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    export.attendance = store::records::of_member(db, guild, user).await?;
    export.expected_in = store::expected::of_member(db, guild, user).await?;
    export.wrong_codes = store::guesses::of_member(db, guild, user).await?;
    Ok(())
}

/// Erases a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    store::records::erase(tx, guild, user).await?;
    store::guesses::erase(tx, guild, user).await?;
    store::expected::erase(tx, guild, user).await?;
    store::credits::erase(tx, guild, user).await
}
