//! Erasure of what results say of a member. What an export would say is their own link, which the
//! league exports, and what iRacing shows them.

use crate::db::{Error, Transaction};
use crate::league;
use crate::results::store::rows;
use paddock_api_types::{GuildId, UserId};

/// Takes name and customer id of a member out of all results. The rows stay, as those of a car: else
/// everybody behind it would have finished elsewhere.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    match league::service::link(&mut *tx, guild, user).await? {
        Some(link) => rows::erase(tx, guild, link.iracing_id).await,
        None => Ok(()),
    }
}
