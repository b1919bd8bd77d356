//! Writing to members of what somebody else did for them.

use crate::db::{Error, Transaction};
use crate::members::Member;
use crate::operation::Operation;
use crate::{effects, guilds};
use paddock_api_types::effects::Notice;
use paddock_api_types::guilds::GuildSettings;

/// Writes to a member who is in the server; the notice is made of the server's name, once that is known.
pub(super) async fn write_to(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    member: &Member,
    notice: impl FnOnce(Option<String>) -> Notice + Send,
) -> Result<(), Error> {
    if !member.in_guild {
        return Ok(());
    }
    let guild_name = guilds::service::name(&mut *tx, op.guild()).await?;
    write(tx, op, settings, member, notice(guild_name)).await
}

/// The same where the notice is made already.
pub(super) async fn write(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    member: &Member,
    notice: Notice,
) -> Result<(), Error> {
    if !member.in_guild {
        return Ok(());
    }
    let fallback = settings.fallback_channel_id;
    effects::service::tell(tx, op, member.user_id, fallback, notice).await
}
