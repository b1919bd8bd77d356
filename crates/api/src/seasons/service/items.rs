//! Items, and what they are worth in a season.

use super::season;
use crate::audit::{self, Under};
use crate::db::Transaction;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::{self, SeasonError};
use crate::seasons::store;
use crate::seasons::store::items::Stored;
use paddock_api_types::seasons::{
    CreateItem, FirstItem, Item, SeasonItem, SetSeasonItem, UpdateItem,
};
use paddock_api_types::{DailyLimit, ItemId, Page, Quantity, SeasonId};

/// Items of the guild, oldest first.
pub(crate) async fn list_items(
    op: &Operation,
    page: PageRequest<1>,
) -> Result<Page<Item>, SeasonError> {
    let rows = store::items::list(&op.ctx.db, op.guild(), page).await?;
    Ok(page.page(rows, |item| [item.id.get()]))
}

/// One item.
pub(crate) async fn get_item(op: &Operation, id: ItemId) -> Result<Item, SeasonError> {
    let stored = store::items::lookup(&op.ctx.db, op.guild(), id).await?;
    Ok(stored.ok_or(SeasonError::ItemNotFound)?.item)
}

/// Creates an item.
pub(crate) async fn create_item(op: &Operation, new: CreateItem) -> Result<Item, SeasonError> {
    let new = &new;
    op.write(|mut tx| async move {
        name_is_free(&mut tx, op, &new.name, None).await?;
        let item = insert(&mut tx, op, new).await?;
        Ok(op.commit(tx, item).await?)
    })
    .await
}

async fn insert(
    tx: &mut Transaction,
    op: &Operation,
    new: &CreateItem,
) -> Result<Item, SeasonError> {
    if store::items::count(tx, op.guild()).await? >= i64::from(model::MAX_ITEMS) {
        let limit = model::MAX_ITEMS;
        return Err(SeasonError::LimitReached { limit });
    }
    let item = Item {
        id: op.ctx.next_id(),
        name: new.name.to_string(),
        description: new.description.clone().map(Into::into),
        external_id: new.external_id.clone().map(Into::into),
        submitted: false,
        created_at: op.at,
        updated_at: op.at,
    };
    store::items::insert(tx, op.guild(), &item).await?;
    audit::created(tx, op, "item.created", &item).await?;
    Ok(item)
}

/// Takes an item into a season that was created in this transaction, so that nobody else changes its
/// set-up. The item is created, unless the guild has one of that name.
pub(super) async fn take_first(
    tx: &mut Transaction,
    op: &Operation,
    season_id: SeasonId,
    first: &FirstItem,
) -> Result<(), SeasonError> {
    let item = if let Some(item) = store::items::by_name(tx, op.guild(), &first.name).await? {
        item
    } else {
        let new = CreateItem {
            name: first.name.clone(),
            description: None,
            external_id: None,
        };
        insert(tx, op, &new).await?
    };
    let worth = SetSeasonItem {
        points: first.points,
        max_quantity: None,
        max_per_day: None,
    };
    set_worth(tx, op, season_id, item, &worth).await?;
    Ok(())
}

/// Sets what an item is worth in a season, and says whether that is new.
async fn set_worth(
    tx: &mut Transaction,
    op: &Operation,
    season_id: SeasonId,
    item: Item,
    worth: &SetSeasonItem,
) -> Result<(SeasonItem, bool), SeasonError> {
    let before = store::items::in_season(&mut *tx, op.guild(), season_id, item.id).await?;
    let before = before.map(|stored| stored.item);
    let after = SeasonItem {
        item_id: item.id,
        name: item.name,
        description: item.description,
        points: worth.points.get(),
        max_quantity: worth.max_quantity.map(Quantity::get),
        max_per_day: worth.max_per_day.map(DailyLimit::get),
    };
    let is_new = before.as_ref() != Some(&after);
    if is_new {
        store::items::set(tx, op.guild(), season_id, &after, op.at_ms()).await?;
        let before = before.as_ref().map(|before| Under(season_id, before));
        let after = Under(season_id, &after);
        audit::set(tx, op, "season.item_set", before.as_ref(), &after).await?;
    }
    Ok((after, is_new))
}

/// Changes an item.
pub(crate) async fn update_item(
    op: &Operation,
    id: ItemId,
    update: UpdateItem,
) -> Result<Item, SeasonError> {
    let update = &update;
    op.write(|mut tx| async move {
        let mut stored = item(&mut tx, op, id).await?;
        let before = stored.item.clone();
        if let Some(name) = &update.name {
            name_is_free(&mut tx, op, name, Some(id)).await?;
            stored.item.name = name.to_string();
        }
        if let Some(description) = &update.description {
            stored.item.description = description.clone().map(Into::into);
        }
        if let Some(external_id) = &update.external_id {
            stored.item.external_id = external_id.clone().map(Into::into);
        }
        if stored.item != before {
            audit::changed(&mut tx, op, "item.updated", &before, &stored.item).await?;
            stored.item.updated_at = op.at;
            store::items::update(&mut tx, op.guild(), &stored).await?;
        }
        Ok(op.commit(tx, stored.item).await?)
    })
    .await
}

/// Deletes an item that was never submitted.
pub(crate) async fn delete_item(op: &Operation, id: ItemId) -> Result<(), SeasonError> {
    op.write(|mut tx| async move {
        let stored = item(&mut tx, op, id).await?;
        if stored.item.submitted {
            return Err(SeasonError::ItemInUse);
        }
        store::items::delete(&mut tx, op.guild(), &stored).await?;
        audit::deleted(&mut tx, op, "item.deleted", &stored.item).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// What a season takes, oldest item first.
pub(crate) async fn list_season_items(
    op: &Operation,
    id: SeasonId,
    page: PageRequest<1>,
) -> Result<Page<SeasonItem>, SeasonError> {
    season(&op.ctx.db, op, id).await?;
    let rows = store::items::of_season(&op.ctx.db, op.guild(), id, page).await?;
    Ok(page.page(rows, |item| [item.item_id.get()]))
}

/// Takes an item into a season, or changes its worth.
pub(crate) async fn set_season_item(
    op: &Operation,
    season_id: SeasonId,
    item_id: ItemId,
    worth: SetSeasonItem,
) -> Result<SeasonItem, SeasonError> {
    let worth = &worth;
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, season_id).await?;
        season.must_not_be_closed(op.at)?;
        let item = item(&mut tx, op, item_id).await?.item;
        let (after, is_new) = set_worth(&mut tx, op, season_id, item, worth).await?;
        if is_new {
            store::seasons::update(&mut tx, &season).await?;
        }
        Ok(op.commit(tx, after).await?)
    })
    .await
}

/// Takes an item out of a season; what was submitted stays.
pub(crate) async fn remove_season_item(
    op: &Operation,
    season_id: SeasonId,
    item_id: ItemId,
) -> Result<(), SeasonError> {
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, season_id).await?;
        season.must_not_be_closed(op.at)?;
        let before = store::items::in_season(&mut tx, op.guild(), season_id, item_id).await?;
        let before = before.ok_or(SeasonError::ItemNotInSeason)?.item;
        store::seasons::update(&mut tx, &season).await?;
        store::items::unset(&mut tx, op.guild(), season_id, item_id).await?;
        let before = Under(season_id, &before);
        audit::deleted(&mut tx, op, "season.item_removed", &before).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

async fn item(tx: &mut Transaction, op: &Operation, id: ItemId) -> Result<Stored, SeasonError> {
    store::items::lookup(tx, op.guild(), id)
        .await?
        .ok_or(SeasonError::ItemNotFound)
}

async fn name_is_free(
    tx: &mut Transaction,
    op: &Operation,
    name: &str,
    own: Option<ItemId>,
) -> Result<(), SeasonError> {
    if store::items::is_named(tx, op.guild(), name, own).await? {
        return Err(SeasonError::ItemNameTaken);
    }
    Ok(())
}
