//! Reservations.

use crate::db::{Database, Error, Source, Transaction, changed, insert, names, record, select};
use crate::numbers::model::ClassKey;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::numbers::{NumberReservation, ReservationKind};
use paddock_api_types::{GuildId, NumberClassId, NumberReservationId, UserId};

const LOOKUP: &str = select!(Stored, "WHERE reservation_id = ? AND guild_id = ?");
const LIST: &str = select!(
    NumberReservation,
    "WHERE guild_id = ? AND reservation_id < ? ORDER BY reservation_id DESC LIMIT ?"
);
const OVERLAPPING: &str = select!(
    Stored,
    "WHERE guild_id = ? AND class_id = ? AND first_value <= ? AND last_value >= ? \
     ORDER BY first_value, reservation_id"
);
const OF_MEMBER: &str = select!(
    Stored,
    "WHERE guild_id = ? AND user_id = ? ORDER BY first_value, reservation_id"
);
const COUNT: &str = "SELECT COUNT(*) FROM number_reservations WHERE guild_id = ? AND kind = ?";
const DUE: &str = "SELECT guild_id, reservation_id FROM number_reservations \
     WHERE until_at <= ? ORDER BY until_at, reservation_id LIMIT 100";
const TOUCH: &str = "UPDATE number_reservations SET version = version + 1 \
     WHERE reservation_id = ? AND guild_id = ? AND version = ?";
const DELETE: &str = "DELETE FROM number_reservations \
     WHERE reservation_id = ? AND guild_id = ? AND version = ?";
const DELETE_CLASS: &str = "DELETE FROM number_reservations WHERE guild_id = ? AND class_id = ?";

names!(ReservationKind);

/// A reservation as stored.
pub(crate) struct Stored {
    pub(crate) reservation: NumberReservation,
    version: i64,
}

record! { NumberReservation from number_reservations {
    id: reservation_id, kind, class_id: "NULLIF(number_reservations.class_id, 0)", number, first: first_value, last: last_value, user_id, until: until_at,
    note, created_at,
} }
record! { Stored from number_reservations { reservation: (NumberReservation), version } }

impl Stored {
    pub(crate) fn class(&self) -> ClassKey {
        ClassKey::of(self.reservation.class_id)
    }
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: NumberReservationId,
) -> Result<Option<Stored>, Error> {
    from.query(LOOKUP, (id, guild)).optional().await
}

/// Newest first.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    page: PageRequest<1>,
) -> Result<Vec<NumberReservation>, Error> {
    let values = (guild, page.before_id(), page.rows());
    from.query(LIST, values).all().await
}

/// Those that keep a value between bounds, also such as have ended and are not deleted yet.
pub(crate) async fn overlapping<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: ClassKey,
    first: u16,
    last: u16,
) -> Result<Vec<Stored>, Error> {
    let values = (guild, class, last, first);
    from.query(OVERLAPPING, values).all().await
}

/// Lowest first.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Stored>, Error> {
    from.query(OF_MEMBER, (guild, user)).all().await
}

/// The same without what only their deletion needs.
pub(crate) fn reservations(rows: Vec<Stored>) -> Vec<NumberReservation> {
    rows.into_iter().map(|row| row.reservation).collect()
}

/// How many there are of a kind.
pub(crate) async fn count(
    tx: &mut Transaction,
    guild: GuildId,
    kind: ReservationKind,
) -> Result<i64, Error> {
    tx.query(COUNT, (guild, kind)).scalar().await
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    it: &NumberReservation,
    created_by: Option<UserId>,
) -> Result<(), Error> {
    let class_id = ClassKey::of(it.class_id);
    let row = insert!(number_reservations {
        reservation_id: it.id,
        guild_id: guild,
        kind: it.kind,
        class_id,
        number: it.number,
        first_value: it.first,
        last_value: it.last,
        user_id: it.user_id,
        until_at: it.until,
        note: it.note,
        created_by,
        created_at: it.created_at,
        version: 0_i64,
    });
    tx.create(row).await
}

/// Claims a reservation for a decision that rests on its being there.
pub(crate) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let values = (stored.reservation.id, guild, stored.version);
    changed(tx.query(TOUCH, values).execute().await?)
}

/// Deletes a reservation that was read in the same transaction; fails with `Conflict` if another one
/// did or claimed it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let values = (stored.reservation.id, guild, stored.version);
    changed(tx.query(DELETE, values).execute().await?)
}

/// With a class that is deleted.
pub(crate) async fn delete_class(
    tx: &mut Transaction,
    guild: GuildId,
    class: NumberClassId,
) -> Result<(), Error> {
    tx.query(DELETE_CLASS, (guild, class)).done().await
}

/// Reservations of every guild that have ended.
pub(crate) async fn due(
    db: &Database,
    at: Timestamp,
) -> Result<Vec<(GuildId, NumberReservationId)>, Error> {
    db.query(DUE, (at,)).all().await
}
