//! What a submission is judged by.

use super::items::StoredWorth;
use crate::db::{Error, Transaction, record, select};
use crate::members::Member;
use crate::seasons::model::Season;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::{GuildId, ItemId, SeasonId, UserId};

const IN_SEASON: &str = select!(
    Attempt,
    "WHERE seasons.season_id = ? AND seasons.guild_id = ?"
);
const IN_OPEN: &str = select!(
    Attempt,
    "WHERE seasons.guild_id = ? AND seasons.starts_at <= ? AND seasons.ends_at > ? \
     AND seasons.closed_at IS NULL ORDER BY seasons.starts_at DESC, seasons.season_id DESC"
);

/// In one read, as a submission is what members do most.
pub(crate) struct Attempt {
    pub(crate) season: Season,
    /// None of whoever is not registered.
    pub(crate) member: Option<Member>,
    /// None of a guild that has set nothing.
    pub(crate) settings: Option<GuildSettings>,
    /// None where the season does not take the item.
    pub(crate) item: Option<StoredWorth>,
    /// The server's name in Discord, once the bot has reported it.
    pub(crate) guild_name: Option<String>,
}

record! { Attempt from seasons {
    season: (Season), member: (Option<Member>), settings: (Option<GuildSettings>),
    item: (Option<StoredWorth>), guild_name: "guild_reports.name",
}
    "LEFT JOIN members ON members.guild_id = seasons.guild_id AND members.user_id = ? \
     LEFT JOIN guilds ON guilds.guild_id = seasons.guild_id \
     LEFT JOIN season_items ON season_items.guild_id = seasons.guild_id \
         AND season_items.season_id = seasons.season_id AND season_items.item_id = ? \
     LEFT JOIN items ON items.item_id = season_items.item_id \
         AND items.guild_id = season_items.guild_id \
     LEFT JOIN guild_reports ON guild_reports.guild_id = seasons.guild_id"
}

/// An attempt at a season; none where there is no such season.
pub(crate) async fn in_season(
    tx: &mut Transaction,
    guild: GuildId,
    (user, item): (UserId, ItemId),
    season: SeasonId,
) -> Result<Option<Attempt>, Error> {
    let values = (user, item, season, guild);
    tx.query(IN_SEASON, values).optional().await
}

/// An attempt at each season that is open, the latest start first.
pub(crate) async fn in_open(
    tx: &mut Transaction,
    guild: GuildId,
    (user, item): (UserId, ItemId),
    now: i64,
) -> Result<Vec<Attempt>, Error> {
    let values = (user, item, guild, now, now);
    tx.query(IN_OPEN, values).all().await
}
