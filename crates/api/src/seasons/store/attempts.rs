//! What a submission is judged by, besides its season.

use super::items::StoredWorth;
use crate::db::{Error, Transaction, record, select};
use crate::members::Member;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::{GuildId, ItemId, SeasonId, UserId};

const LOOKUP: &str = select!(
    Attempt,
    "WHERE members.guild_id = ? AND members.user_id = ?"
);

/// In one read, as a submission is what members do most.
pub(crate) struct Attempt {
    pub(crate) member: Member,
    /// None of a guild that has set nothing.
    pub(crate) settings: Option<GuildSettings>,
    /// None where the season does not take the item.
    pub(crate) item: Option<StoredWorth>,
}

record! { Attempt from members {
    member: (Member), settings: (Option<GuildSettings>), item: (Option<StoredWorth>),
}
    "LEFT JOIN guilds ON guilds.guild_id = members.guild_id \
     LEFT JOIN season_items ON season_items.guild_id = members.guild_id \
         AND season_items.season_id = ? AND season_items.item_id = ? \
     LEFT JOIN items ON items.item_id = season_items.item_id \
         AND items.guild_id = season_items.guild_id"
}

/// None of whoever is not registered.
pub(crate) async fn lookup(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
    item: ItemId,
) -> Result<Option<Attempt>, Error> {
    let values = (season, item, guild, user);
    tx.query(LOOKUP, values).optional().await
}
