//! Classes of cars with numbers of their own.

use crate::audit;
use crate::db::Transaction;
use crate::guilds;
use crate::numbers::model::{MAX_CLASSES, NumberError};
use crate::numbers::store;
use crate::numbers::store::classes::Stored;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::numbers::{CreateNumberClass, NumberClass, UpdateNumberClass};
use paddock_api_types::{CarNumberValue, NumberClassId, Page, name_key};

/// Classes, oldest first.
pub(crate) async fn list_classes(
    op: &Operation,
    page: PageRequest<1>,
) -> Result<Page<NumberClass>, NumberError> {
    let rows = store::classes::list(&op.ctx.db, op.guild(), page).await?;
    Ok(page.page(rows, |class| [class.id.get()]))
}

/// Creates a class.
pub(crate) async fn create_class(
    op: &Operation,
    new: &CreateNumberClass,
) -> Result<NumberClass, NumberError> {
    op.write(|mut tx| async move {
        let classes = store::classes::all(&mut tx, op.guild()).await?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        name_is_free(&classes, &new.name, None)?;
        if classes.len() >= MAX_CLASSES as usize {
            let limit = MAX_CLASSES;
            return Err(NumberError::LimitReached { limit });
        }
        let class = NumberClass {
            id: op.ctx.next_id(),
            name: new.name.to_string(),
            number_min: new
                .number_min
                .map_or(settings.number_min, CarNumberValue::get),
            number_max: new
                .number_max
                .map_or(settings.number_max, CarNumberValue::get),
            created_at: op.at,
        };
        check_range(&class)?;
        store::classes::insert(&mut tx, op.guild(), &class).await?;
        audit::created(&mut tx, op, "number_class.created", &class).await?;
        Ok(op.commit(tx, class).await?)
    })
    .await
}

/// Changes a class; numbers outside a new range stay with their holders.
pub(crate) async fn update_class(
    op: &Operation,
    id: NumberClassId,
    update: &UpdateNumberClass,
) -> Result<NumberClass, NumberError> {
    op.write(|mut tx| async move {
        let mut stored = class(&mut tx, op, id).await?;
        let before = stored.class.clone();
        if let Some(name) = &update.name {
            let classes = store::classes::all(&mut tx, op.guild()).await?;
            name_is_free(&classes, name, Some(id))?;
            stored.class.name = name.to_string();
        }
        if let Some(min) = update.number_min {
            stored.class.number_min = min.get();
        }
        if let Some(max) = update.number_max {
            stored.class.number_max = max.get();
        }
        check_range(&stored.class)?;
        if stored.class != before {
            store::classes::update(&mut tx, op.guild(), &stored).await?;
            audit::changed(&mut tx, op, "number_class.updated", &before, &stored.class).await?;
        }
        Ok(op.commit(tx, stored.class).await?)
    })
    .await
}

/// Deletes a class in which nobody holds a number, with its reservations and who waits.
pub(crate) async fn delete_class(op: &Operation, id: NumberClassId) -> Result<(), NumberError> {
    op.write(|mut tx| async move {
        let stored = class(&mut tx, op, id).await?;
        if store::claims::any_in(&mut tx, op.guild(), id).await? {
            return Err(NumberError::ClassInUse);
        }
        store::classes::delete(&mut tx, op.guild(), &stored).await?;
        store::reservations::delete_class(&mut tx, op.guild(), id).await?;
        store::waits::delete_class(&mut tx, op.guild(), id).await?;
        audit::deleted(&mut tx, op, "number_class.deleted", &stored.class).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

async fn class(
    tx: &mut Transaction,
    op: &Operation,
    id: NumberClassId,
) -> Result<Stored, NumberError> {
    let found = store::classes::lookup(tx, op.guild(), id).await?;
    found.ok_or(NumberError::ClassNotFound)
}

fn name_is_free(
    classes: &[NumberClass],
    name: &str,
    own: Option<NumberClassId>,
) -> Result<(), NumberError> {
    let key = name_key(name);
    let mut others = classes.iter().filter(|class| Some(class.id) != own);
    if others.any(|class| name_key(&class.name) == key) {
        return Err(NumberError::ClassNameTaken);
    }
    Ok(())
}

fn check_range(class: &NumberClass) -> Result<(), NumberError> {
    if class.number_min > class.number_max {
        return Err(NumberError::Invalid {
            field: "number_min",
            expected: "a lowest number that is not above the highest",
        });
    }
    Ok(())
}
