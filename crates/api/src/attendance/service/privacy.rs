//! What attendance knows of a member.

use crate::attendance::store;
use crate::db::{Database, Error, Transaction};
use paddock_api_types::attendance::{AttendanceRecord, OwnWrongCodes};
use paddock_api_types::{AttendanceSessionId, GuildId, UserId};

/// Everything about a member.
pub(crate) struct Kept {
    pub(crate) records: Vec<AttendanceRecord>,
    pub(crate) expected_in: Vec<AttendanceSessionId>,
    pub(crate) wrong_codes: Vec<OwnWrongCodes>,
}

/// Everything that is kept of a member; credits stand in the ledger of their season.
pub(crate) async fn kept(db: &Database, guild: GuildId, user: UserId) -> Result<Kept, Error> {
    Ok(Kept {
        records: store::records::of_member(db, guild, user).await?,
        expected_in: store::expected::of_member(db, guild, user).await?,
        wrong_codes: store::guesses::of_member(db, guild, user).await?,
    })
}

/// Forgets a member.
pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    store::records::erase(tx, guild, user).await?;
    store::guesses::erase(tx, guild, user).await?;
    store::expected::erase(tx, guild, user).await?;
    store::credits::erase(tx, guild, user).await
}
