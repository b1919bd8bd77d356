//! Classes.

use crate::db::{Error, Source, Transaction, changed, record, save, select};
use crate::page::PageRequest;
use paddock_api_types::numbers::NumberClass;
use paddock_api_types::{GuildId, NumberClassId, name_key};

const ALL: &str = select!(NumberClass, "WHERE guild_id = ? ORDER BY class_id");
const LIST: &str = select!(
    NumberClass,
    "WHERE guild_id = ? AND class_id > ? ORDER BY class_id LIMIT ?"
);
const LOOKUP: &str = select!(Stored, "WHERE class_id = ? AND guild_id = ?");
const DELETE: &str =
    "DELETE FROM number_classes WHERE class_id = ? AND guild_id = ? AND version = ?";
const TOUCH: &str = "UPDATE number_classes SET version = version + 1 \
     WHERE class_id = ? AND guild_id = ?";

/// A class as stored.
pub(crate) struct Stored {
    pub(crate) class: NumberClass,
    version: i64,
}

record! { NumberClass from number_classes {
    id: class_id, name, number_min, number_max, created_at,
} }
record! { Stored from number_classes { class: (NumberClass), version } }

/// Every class of a guild, oldest first.
pub(crate) async fn all<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<NumberClass>, Error> {
    from.query(ALL, (guild,)).all().await
}

/// Oldest first.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    page: PageRequest<1>,
) -> Result<Vec<NumberClass>, Error> {
    let values = (guild, page.after_id(), page.rows());
    from.query(LIST, values).all().await
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: NumberClassId,
) -> Result<Option<Stored>, Error> {
    from.query(LOOKUP, (id, guild)).optional().await
}

/// A new class. Fails with `Conflict` if another transaction took the name or id.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    class: &NumberClass,
) -> Result<(), Error> {
    write(tx, guild, class, None).await
}

/// Writes a class that was read in the same transaction; fails with `Conflict` if another one changed
/// it or took its name.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    write(tx, guild, &stored.class, Some(stored.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    class: &NumberClass,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        number_classes {
            name: class.name,
            name_key: name_key(&class.name),
            number_min: class.number_min,
            number_max: class.number_max,
        },
        key {
            class_id: class.id,
            guild_id: guild
        },
        once {
            created_at: class.created_at
        }
    )
}

/// Claims a class for something that is about to be stored under it, against its deletion.
pub(crate) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    id: NumberClassId,
) -> Result<(), Error> {
    changed(tx.query(TOUCH, (id, guild)).execute().await?)
}

/// Deletes a class that was read in the same transaction; fails with `Conflict` if another one
/// changed or claimed it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let values = (stored.class.id, guild, stored.version);
    changed(tx.query(DELETE, values).execute().await?)
}
