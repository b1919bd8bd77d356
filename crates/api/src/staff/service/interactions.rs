//! When members of the staff last used Paddock, which is known without any intent.

use crate::context::Context;
use crate::db::Error;
use crate::staff::model::StaffError;
use crate::staff::store;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};

/// Notes that somebody used a command, a button, the API or a page, if they are of the staff; at most
/// once a minute.
pub(crate) async fn interacted(
    ctx: &Context,
    guild: GuildId,
    user: UserId,
    at: Timestamp,
) -> Result<(), Error> {
    let staff = store::members::lookup(&ctx.db, guild, user).await?;
    if staff.is_none_or(|staff| staff.interaction_is_noted(at)) {
        return Ok(());
    }
    let noted = ctx
        .db
        .transact(|mut tx| async move {
            let seq = store::guilds::next(&mut tx, guild).await?;
            store::members::interacted(&mut tx, guild, user, at, seq).await?;
            Ok::<_, StaffError>(tx.commit(()).await?)
        })
        .await;
    ctx.changed.notify_waiters();
    match noted {
        Err(StaffError::Failure(crate::operation::Failure::Database(error))) => Err(error),
        _ => Ok(()),
    }
}
