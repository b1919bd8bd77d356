//! Export and erasure of what the league keeps of a member.

use super::link;
use crate::db::{Error, Transaction};
use crate::league::store::{drivers, links, rosters};
use crate::operation::Operation;
use paddock_api_types::members::MemberExport;
use paddock_api_types::{GuildId, UserId};

/// Adds the link of a member to an export.
pub(crate) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    export.iracing = link(&op.ctx.db, op.guild(), user).await?;
    Ok(())
}

/// Erases the link of a member, and the account from the rosters that are kept. The next roster that
/// comes from iRacing has it again, with nothing that leads to the member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    let Some(stored) = links::lookup(&mut *tx, guild, user).await? else {
        return Ok(());
    };
    let account = stored.link.iracing_id;
    for (source, number) in drivers::of_account(tx, guild, account).await? {
        rosters::erase_driver(tx, guild, source, number.is_some()).await?;
    }
    drivers::erase(tx, guild, account).await?;
    links::delete(tx, guild, &stored).await
}
