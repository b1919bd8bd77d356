//! Statements of items, and of what they are worth.

use crate::db::{Error, Source, Transaction, changed, record, save, select, update, upsert};
use crate::page::PageRequest;
use paddock_api_types::seasons::{Item, SeasonItem};
use paddock_api_types::{GuildId, ItemId, SeasonId, name_key};

const LOOKUP: &str = select!(Stored, "WHERE item_id = ? AND guild_id = ?");
const LIST: &str = select!(
    Item,
    "WHERE guild_id = ? AND item_id > ? ORDER BY item_id LIMIT ?"
);
const COUNT: &str = "SELECT COUNT(*) FROM items WHERE guild_id = ?";
// One that was made before names had keys has none.
const NAMED: &str = "SELECT COUNT(*) FROM items \
     WHERE guild_id = ? AND (name_key = ? OR name = ?) AND item_id <> ?";
const BY_NAME: &str = select!(
    Item,
    "WHERE guild_id = ? AND (name_key = ? OR name = ?) ORDER BY item_id LIMIT 1"
);
const DELETE: &str =
    "DELETE FROM items WHERE item_id = ? AND guild_id = ? AND version = ? AND submitted = FALSE";
const OF_SEASON: &str = select!(
    StoredWorth,
    "WHERE season_items.guild_id = ? AND season_items.season_id = ? AND season_items.item_id > ? \
     ORDER BY season_items.item_id LIMIT ?"
);
const IN_SEASON: &str = select!(
    StoredWorth,
    "WHERE season_items.guild_id = ? AND season_items.season_id = ? AND season_items.item_id = ?"
);
const UNSET: &str = "DELETE FROM season_items WHERE guild_id = ? AND season_id = ? AND item_id = ?";
const UNSET_ALL: &str = "DELETE FROM season_items WHERE guild_id = ? AND season_id = ?";
const UNSET_EVERYWHERE: &str = "DELETE FROM season_items WHERE guild_id = ? AND item_id = ?";

/// An item as stored.
pub(crate) struct Stored {
    pub(crate) item: Item,
    version: i64,
}

/// An item of a season as stored.
pub(crate) struct StoredWorth {
    pub(crate) item: SeasonItem,
    /// Was ever submitted.
    pub(crate) submitted: bool,
}

record! { Item from items {
    id: item_id, name, description, external_id, submitted, created_at, updated_at,
} }
record! { Stored from items { item: (Item), version } }
record! { SeasonItem from season_items {
    item_id, name: "items.name", description: "items.description", points, max_quantity,
    max_per_day,
} }
record! { StoredWorth from season_items { item: (SeasonItem), submitted: "items.submitted" }
    "JOIN items ON items.item_id = season_items.item_id AND items.guild_id = season_items.guild_id"
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: ItemId,
) -> Result<Option<Stored>, Error> {
    from.query(LOOKUP, (id, guild)).optional().await
}

/// Oldest first.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    page: PageRequest<1>,
) -> Result<Vec<Item>, Error> {
    let values = (guild, page.after_id(), page.rows());
    from.query(LIST, values).all().await
}

pub(crate) async fn count(tx: &mut Transaction, guild: GuildId) -> Result<i64, Error> {
    tx.query(COUNT, (guild,)).scalar().await
}

/// Whether an item, but for `own`, has a name that cannot be told from this one.
pub(crate) async fn is_named(
    tx: &mut Transaction,
    guild: GuildId,
    name: &str,
    own: Option<ItemId>,
) -> Result<bool, Error> {
    let values = (guild, name_key(name), name, own.map_or(0, ItemId::get));
    let others: i64 = tx.query(NAMED, values).scalar().await?;
    Ok(others > 0)
}

/// The item whose name cannot be told from this one, if there is one.
pub(crate) async fn by_name(
    tx: &mut Transaction,
    guild: GuildId,
    name: &str,
) -> Result<Option<Item>, Error> {
    let values = (guild, name_key(name), name);
    tx.query(BY_NAME, values).optional().await
}

/// Fails with `Conflict` if another transaction took the name or id.
pub(crate) async fn insert(tx: &mut Transaction, guild: GuildId, item: &Item) -> Result<(), Error> {
    write(tx, guild, item, None).await
}

/// Writes an item that was read in the same transaction; fails with `Conflict` if another one
/// changed it or took its name.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    write(tx, guild, &stored.item, Some(stored.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    item: &Item,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        items {
            name: item.name,
            name_key: name_key(&item.name),
            description: item.description,
            external_id: item.external_id,
            updated_at: item.updated_at
        },
        key {
            item_id: item.id,
            guild_id: guild
        },
        once {
            submitted: false,
            created_at: item.created_at
        }
    )
}

/// Deletes an item that was never submitted, everywhere; fails with `Conflict` if it just was.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let id = stored.item.id;
    let deleted = tx.query(DELETE, (id, guild, stored.version)).execute();
    changed(deleted.await?)?;
    tx.query(UNSET_EVERYWHERE, (guild, id)).done().await
}

/// Notes that an item was submitted, for ever.
pub(crate) async fn mark_submitted(
    tx: &mut Transaction,
    guild: GuildId,
    id: ItemId,
) -> Result<(), Error> {
    let mark = update!(
        items { submitted: true },
        key {
            item_id: id,
            guild_id: guild
        }
    );
    changed(tx.apply(mark).await?)
}

/// The items that a season accepts, oldest first.
pub(crate) async fn of_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<1>,
) -> Result<Vec<SeasonItem>, Error> {
    let values = (guild, season, page.after_id(), page.rows());
    let rows: Vec<StoredWorth> = from.query(OF_SEASON, values).all().await?;
    Ok(rows.into_iter().map(|stored| stored.item).collect())
}

pub(crate) async fn in_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    item: ItemId,
) -> Result<Option<StoredWorth>, Error> {
    let values = (guild, season, item);
    from.query(IN_SEASON, values).optional().await
}

pub(crate) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    item: &SeasonItem,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        season_items {
            points: item.points,
            max_quantity: item.max_quantity,
            max_per_day: item.max_per_day,
            updated_at: at,
        },
        key {
            guild_id: guild,
            season_id: season,
            item_id: item.item_id
        }
    );
    tx.put(row).await
}

pub(crate) async fn unset(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    item: ItemId,
) -> Result<(), Error> {
    tx.query(UNSET, (guild, season, item)).done().await
}

/// With a season that is deleted.
pub(crate) async fn unset_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    tx.query(UNSET_ALL, (guild, season)).done().await
}
