//! What attendance knows of a member.

use crate::attendance::store;
use crate::db::{Database, Error, Transaction};
use paddock_api_types::attendance::AttendanceRecord;
use paddock_api_types::{GuildId, UserId};

/// Everything kept of a member that is theirs to have.
pub(crate) async fn kept(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<AttendanceRecord>, Error> {
    store::records::of_member(db, guild, user).await
}

/// Forgets a member.
pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    store::records::forget(tx, guild, user).await?;
    store::guesses::forget(tx, guild, user).await?;
    store::expected::forget(tx, guild, user).await?;
    store::credits::forget(tx, guild, user).await
}
