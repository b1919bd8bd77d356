//! Rosters, and how new ones are kept.

use crate::db::{self, Source};
use crate::league::NumberedDriver;
use crate::league::store::drivers;
use paddock_api_types::GuildId;

/// Drivers of the current roster whose number has a value in this range, by value, then text.
pub(crate) async fn drivers_between<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    first: u16,
    last: u16,
) -> Result<Vec<NumberedDriver>, db::Error> {
    drivers::between(from, guild, first, last).await
}
