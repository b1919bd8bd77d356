//! Statements of items, and of what they are worth.

use super::changed;
use crate::db::{Error, Query, Source, Sql, Transaction, stored_id, stored_time, upsert};
use crate::page::PageRequest;
use paddock_api_types::seasons::{Item, SeasonItem, SetSeasonItem};
use paddock_api_types::{GuildId, ItemId, SeasonId};

const LOOKUP: &str = "SELECT item_id, name, description, submitted, created_at, updated_at, version \
     FROM items WHERE item_id = ? AND guild_id = ?";
const LIST: &str = "SELECT item_id, name, description, submitted, created_at, updated_at, version \
     FROM items WHERE guild_id = ? AND item_id > ? ORDER BY item_id LIMIT ?";
const COUNT: &str = "SELECT COUNT(*) FROM items WHERE guild_id = ?";
const BY_NAME: &str = "SELECT item_id FROM items WHERE guild_id = ? AND name = ?";
const INSERT: &str = "INSERT INTO items (name, description, updated_at, item_id, guild_id, \
     version, submitted, created_at) VALUES (?, ?, ?, ?, ?, ?, FALSE, ?)";
const UPDATE: &str = "UPDATE items SET name = ?, description = ?, updated_at = ?, \
     version = version + 1 WHERE item_id = ? AND guild_id = ? AND version = ?";
const DELETE: &str =
    "DELETE FROM items WHERE item_id = ? AND guild_id = ? AND version = ? AND submitted = FALSE";
const SUBMITTED: &str = "UPDATE items SET submitted = TRUE WHERE item_id = ? AND guild_id = ?";
const OF_SEASON: &str = "SELECT s.item_id, i.name, i.description, i.submitted, s.points, \
     s.max_quantity, s.max_per_day FROM season_items s JOIN items i ON i.item_id = s.item_id \
     AND i.guild_id = s.guild_id WHERE s.guild_id = ? AND s.season_id = ? AND s.item_id > ? ORDER BY s.item_id LIMIT ?";
const IN_SEASON: &str = "SELECT s.item_id, i.name, i.description, i.submitted, s.points, \
     s.max_quantity, s.max_per_day FROM season_items s JOIN items i ON i.item_id = s.item_id \
     AND i.guild_id = s.guild_id WHERE s.guild_id = ? AND s.season_id = ? AND s.item_id = ?";
const SET: Sql = upsert!(
    "season_items",
    ["guild_id", "season_id", "item_id"],
    ["points", "max_quantity", "max_per_day", "updated_at"]
);
const UNSET: &str = "DELETE FROM season_items WHERE guild_id = ? AND season_id = ? AND item_id = ?";
const UNSET_ALL: &str = "DELETE FROM season_items WHERE guild_id = ? AND season_id = ?";
const UNSET_EVERYWHERE: &str = "DELETE FROM season_items WHERE guild_id = ? AND item_id = ?";

#[derive(sqlx::FromRow)]
struct ItemRow {
    item_id: i64,
    name: String,
    description: Option<String>,
    submitted: bool,
    created_at: i64,
    updated_at: i64,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct SeasonItemRow {
    item_id: i64,
    name: String,
    description: Option<String>,
    submitted: bool,
    points: i64,
    max_quantity: Option<i64>,
    max_per_day: Option<i64>,
}

/// An item as stored.
pub(crate) struct Stored {
    pub(crate) item: Item,
    /// Was ever submitted.
    pub(crate) submitted: bool,
    version: i64,
}

/// An item of a season as stored.
pub(crate) struct StoredWorth {
    pub(crate) item: SeasonItem,
    /// Was ever submitted.
    pub(crate) submitted: bool,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: ItemId,
) -> Result<Option<Stored>, Error> {
    let query = from.query(LOOKUP).bind(id.get()).bind(guild.get());
    let row: Option<ItemRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// Oldest first.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    page: PageRequest<1>,
) -> Result<Vec<Item>, Error> {
    let after = page.after.map_or(0, |[id]| id);
    let query = from.query(LIST).bind(guild.get()).bind(after);
    let rows: Vec<ItemRow> = query.bind(page.rows()).fetch_all().await?;
    rows.into_iter()
        .map(|row| Stored::try_from(row).map(|stored| stored.item))
        .collect()
}

pub(crate) async fn count(tx: &mut Transaction, guild: GuildId) -> Result<i64, Error> {
    let (count,): (i64,) = tx.run(COUNT).bind(guild.get()).fetch_one().await?;
    Ok(count)
}

/// Which item has a name.
pub(crate) async fn by_name(
    tx: &mut Transaction,
    guild: GuildId,
    name: &str,
) -> Result<Option<i64>, Error> {
    let query = tx.run(BY_NAME).bind(guild.get()).bind(name);
    let row: Option<(i64,)> = query.fetch_optional().await?;
    Ok(row.map(|(id,)| id))
}

/// A conflict when its name or id was taken at the same moment.
pub(crate) async fn insert(tx: &mut Transaction, guild: GuildId, item: &Item) -> Result<(), Error> {
    write(tx.run(INSERT), guild, item, 0)
        .bind(item.created_at.as_millisecond())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Writes an item that was read in the same transaction; a conflict when somebody else changed it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let written = write(tx.run(UPDATE), guild, &stored.item, stored.version);
    changed(written.execute().await.map_err(Error::id_collision)?)
}

fn write<'q>(query: Query<'q>, guild: GuildId, item: &Item, version: i64) -> Query<'q> {
    query
        .bind(&item.name)
        .bind(item.description.as_deref())
        .bind(item.updated_at.as_millisecond())
        .bind(item.id.get())
        .bind(guild.get())
        .bind(version)
}

/// Deletes an item that was never submitted, everywhere; a conflict when it just was.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let id = stored.item.id.get();
    changed(
        tx.run(DELETE)
            .bind(id)
            .bind(guild.get())
            .bind(stored.version)
            .execute()
            .await?,
    )?;
    let query = tx.run(UNSET_EVERYWHERE).bind(guild.get()).bind(id);
    query.execute().await.map(drop)
}

/// Notes that an item was submitted, for ever.
pub(crate) async fn mark_submitted(
    tx: &mut Transaction,
    guild: GuildId,
    id: ItemId,
) -> Result<(), Error> {
    let query = tx.run(SUBMITTED).bind(id.get()).bind(guild.get());
    changed(query.execute().await?)
}

/// What a season takes, oldest item first.
pub(crate) async fn of_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<1>,
) -> Result<Vec<SeasonItem>, Error> {
    let after = page.after.map_or(0, |[id]| id);
    let query = from
        .query(OF_SEASON)
        .bind(guild.get())
        .bind(season.get())
        .bind(after);
    let rows: Vec<SeasonItemRow> = query.bind(page.rows()).fetch_all().await?;
    rows.into_iter()
        .map(|row| StoredWorth::try_from(row).map(|stored| stored.item))
        .collect()
}

pub(crate) async fn in_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    item: ItemId,
) -> Result<Option<StoredWorth>, Error> {
    let query = from
        .query(IN_SEASON)
        .bind(guild.get())
        .bind(season.get())
        .bind(item.get());
    let row: Option<SeasonItemRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

pub(crate) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    item: ItemId,
    worth: &SetSeasonItem,
    at: i64,
) -> Result<(), Error> {
    tx.run(SET)
        .bind(guild.get())
        .bind(season.get())
        .bind(item.get())
        .bind(i64::from(worth.points))
        .bind(worth.max_quantity.map(i64::from))
        .bind(worth.max_per_day.map(i64::from))
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

pub(crate) async fn unset(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    item: ItemId,
) -> Result<(), Error> {
    let query = tx
        .run(UNSET)
        .bind(guild.get())
        .bind(season.get())
        .bind(item.get());
    query.execute().await.map(drop)
}

/// With a season that is deleted.
pub(crate) async fn unset_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    tx.run(UNSET_ALL)
        .bind(guild.get())
        .bind(season.get())
        .execute()
        .await
        .map(drop)
}

impl TryFrom<ItemRow> for Stored {
    type Error = Error;

    fn try_from(row: ItemRow) -> Result<Self, Error> {
        let item = Item {
            id: stored_id("items.item_id", row.item_id)?,
            name: row.name,
            description: row.description,
            created_at: stored_time("items.created_at", row.created_at)?,
            updated_at: stored_time("items.updated_at", row.updated_at)?,
        };
        Ok(Self {
            item,
            submitted: row.submitted,
            version: row.version,
        })
    }
}

impl TryFrom<SeasonItemRow> for StoredWorth {
    type Error = Error;

    fn try_from(row: SeasonItemRow) -> Result<Self, Error> {
        let count = |column, number: Option<i64>| {
            number.map(|number| stored_id(column, number)).transpose()
        };
        let item = SeasonItem {
            item_id: stored_id("season_items.item_id", row.item_id)?,
            name: row.name,
            description: row.description,
            points: stored_id("season_items.points", row.points)?,
            max_quantity: count("season_items.max_quantity", row.max_quantity)?,
            max_per_day: count("season_items.max_per_day", row.max_per_day)?,
        };
        Ok(Self {
            item,
            submitted: row.submitted,
        })
    }
}
