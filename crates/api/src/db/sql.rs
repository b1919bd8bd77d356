//! SQL that both engines understand, the few constructs they spell differently, and statements made
//! from columns with their values.

use super::{Encode, Value};

/// One statement; `sqlite` differs from `mariadb` for upserts, and where one of them needs to be told how to
/// find rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sql {
    /// As MariaDB wants it.
    pub(crate) mariadb: &'static str,
    /// As SQLite wants it.
    pub(crate) sqlite: &'static str,
}

impl From<&'static str> for Sql {
    fn from(portable: &'static str) -> Self {
        Sql {
            mariadb: portable,
            sqlite: portable,
        }
    }
}

/// What the placeholders of a statement stand for, in their order.
pub(crate) trait Values {
    fn values(&self) -> impl Iterator<Item = Value<'_>>;
}

impl Values for Vec<Value<'_>> {
    fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.iter().cloned()
    }
}

macro_rules! tuples {
    ($(($($name:ident)*))+) => {$(
        #[expect(non_snake_case, reason = "one name for the type and the value")]
        impl<$($name: Encode),*> Values for ($($name,)*) {
            fn values(&self) -> impl Iterator<Item = Value<'_>> {
                let ($($name,)*) = self;
                [$($name.encode()),*].into_iter()
            }
        }
    )+};
}
tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
    (A B C D E F G H I) (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}

impl Values for () {
    fn values(&self) -> impl Iterator<Item = Value<'_>> {
        std::iter::empty()
    }
}

/// A statement that changes rows, with its values; see [`insert!`], [`update!`] and [`upsert!`].
#[must_use = "a change does nothing until it is applied"]
pub(crate) struct Change<'v, const N: usize> {
    pub(crate) sql: Sql,
    pub(crate) values: [Value<'v>; N],
}

impl<const N: usize> Values for [Value<'_>; N] {
    fn values(&self) -> impl Iterator<Item = Value<'_>> {
        self.iter().cloned()
    }
}

/// Joins texts that are known when Paddock is compiled, constants included.
macro_rules! sql {
    ($($part:expr),+ $(,)?) => {{
        const PARTS: &[&str] = &[$($part),+];
        const BYTES: [u8; $crate::db::length(PARTS)] = $crate::db::joined(PARTS);
        match std::str::from_utf8(&BYTES) {
            Ok(sql) => sql,
            Err(_) => unreachable!(),
        }
    }};
}
pub(crate) use sql;

/// `four_of!(LIST)` is the rows of four lists, each with values of its own, read at one moment.
macro_rules! four_of {
    ($list:expr) => {
        $crate::db::sql!(
            $list,
            " UNION ALL ",
            $list,
            " UNION ALL ",
            $list,
            " UNION ALL ",
            $list
        )
    };
}
pub(crate) use four_of;

/// How many keys stand in [`FIFTY_KEYS`].
pub(crate) const FIFTY: usize = 50;
const TEN_KEYS: &str = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
/// Placeholders of the keys of one batch, for `IN (…)`; see [`fifties`].
pub(crate) const FIFTY_KEYS: &str = sql!(
    TEN_KEYS, ", ", TEN_KEYS, ", ", TEN_KEYS, ", ", TEN_KEYS, ", ", TEN_KEYS
);

/// Keys in batches of fifty. The last one is repeated, so that one statement serves any number of them.
pub(crate) fn fifties(keys: &[i64]) -> impl Iterator<Item = impl Iterator<Item = Value<'_>>> {
    keys.chunks(FIFTY).map(|batch| {
        let repeated = batch.last().into_iter().cycle();
        let all = batch.iter().chain(repeated).take(FIFTY);
        all.map(Encode::encode)
    })
}

/// How long parts are together.
pub(crate) const fn length(parts: &[&str]) -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < parts.len() {
        sum += parts[part].len();
        part += 1;
    }
    sum
}

/// Parts in a row.
pub(crate) const fn joined<const N: usize>(parts: &[&str]) -> [u8; N] {
    let mut bytes = [0; N];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let text = parts[part].as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            bytes[at] = text[byte];
            at += 1;
            byte += 1;
        }
        part += 1;
    }
    bytes
}

/// `insert!(items { item_id: id, name })` inserts a row of these values; as in a struct, a variable of
/// the column's name need not be repeated.
macro_rules! insert {
    ($table:ident { $($column:ident $(: $value:expr)?),+ $(,)? }) => {
        $crate::db::Change {
            sql: $crate::db::insert!(@sql $table $($column)+).into(),
            values: [$($crate::db::insert!(@value $column $($value)?)),+],
        }
    };
    (@sql $table:ident $column:ident $($columns:ident)*) => {
        concat!(
            "INSERT INTO ", stringify!($table), " (", stringify!($column)
            $(, ", ", stringify!($columns))*,
            ") VALUES (?" $(, $crate::db::insert!(@placeholder $columns))*, ")"
        )
    };
    (@placeholder $column:ident) => { ", ?" };
    (@value $column:ident) => { $crate::db::Encode::encode(&$column) };
    (@value $column:ident $value:expr) => { $crate::db::Encode::encode(&$value) };
}
pub(crate) use insert;

/// `upsert!(posts { message_id: id }, key { guild_id: guild, post })` inserts a row, or overwrites the
/// one with its key. Only for tables with one unique key: on a conflict MariaDB overwrites by any of
/// them.
macro_rules! upsert {
    (
        $table:ident { $($set:ident $(: $value:expr)?),+ $(,)? },
        key { $($key:ident $(: $of:expr)?),+ $(,)? }
    ) => {
        $crate::db::Change {
            sql: $crate::db::upsert!(@sql $table [$($key)+] [$($set)+]),
            values: [
                $($crate::db::insert!(@value $key $($of)?),)+
                $($crate::db::insert!(@value $set $($value)?),)+
            ],
        }
    };
    (@sql $table:ident [$key:ident $($keys:ident)*] [$set:ident $($sets:ident)*]) => {
        $crate::db::Sql {
            mariadb: concat!(
                $crate::db::insert!(@sql $table $key $($keys)* $set $($sets)*),
                " ON DUPLICATE KEY UPDATE ",
                stringify!($set), " = VALUES(", stringify!($set), ")"
                $(, ", ", stringify!($sets), " = VALUES(", stringify!($sets), ")")*
            ),
            sqlite: concat!(
                $crate::db::insert!(@sql $table $key $($keys)* $set $($sets)*),
                " ON CONFLICT (", stringify!($key) $(, ", ", stringify!($keys))*,
                ") DO UPDATE SET ", stringify!($set), " = excluded.", stringify!($set)
                $(, ", ", stringify!($sets), " = excluded.", stringify!($sets))*
            ),
        }
    };
}
pub(crate) use upsert;

/// `update!(items { name }, at version, key { item_id: id })` changes a row that still has this
/// version, and raises that. Without `at` it changes whatever row has the key.
macro_rules! update {
    (
        $table:ident { $($set:ident $(: $value:expr)?),+ $(,)? }, at $version:expr,
        key { $($key:ident $(: $of:expr)?),+ $(,)? }
    ) => {
        $crate::db::Change {
            sql: $crate::db::update!(@sql $table "version = version + 1, " [$($set)+] [$($key)+ version])
                .into(),
            values: [
                $($crate::db::insert!(@value $set $($value)?),)+
                $($crate::db::insert!(@value $key $($of)?),)+
                $crate::db::Encode::encode(&$version),
            ],
        }
    };
    (
        $table:ident { $($set:ident $(: $value:expr)?),+ $(,)? },
        key { $($key:ident $(: $of:expr)?),+ $(,)? }
    ) => {
        $crate::db::Change {
            sql: $crate::db::update!(@sql $table "" [$($set)+] [$($key)+]).into(),
            values: [
                $($crate::db::insert!(@value $set $($value)?),)+
                $($crate::db::insert!(@value $key $($of)?),)+
            ],
        }
    };
    (@sql $table:ident $raise:literal [$set:ident $($sets:ident)*] [$key:ident $($keys:ident)*]) => {
        concat!(
            "UPDATE ", stringify!($table), " SET ", $raise, stringify!($set), " = ?"
            $(, ", ", stringify!($sets), " = ?")*,
            " WHERE ", stringify!($key), " = ?" $(, " AND ", stringify!($keys), " = ?")*
        )
    };
}
pub(crate) use update;

/// `save!(tx, version, items { name }, key { item_id: id }, once { created_at: at })` inserts a row
/// that has no version yet, and else updates what may change of it. Fails with `Conflict` if another
/// transaction took the key, or changed the row since that version was read.
macro_rules! save {
    (
        $tx:expr, $version:expr, $table:ident { $($set:ident $(: $value:expr)?),+ $(,)? },
        key { $($key:ident $(: $of:expr)?),+ $(,)? }
        $(, once { $($once:ident $(: $first:expr)?),+ $(,)? })?
    ) => {
        match $version {
            None => {
                $tx.create($crate::db::insert!($table {
                    $($set $(: $value)?,)+ $($key $(: $of)?,)+ $($($once $(: $first)?,)+)?
                    version: 0_i64
                }))
                .await
            }
            Some(version) => {
                $crate::db::changed(
                    $tx.apply($crate::db::update!(
                        $table { $($set $(: $value)?),+ },
                        at version,
                        key { $($key $(: $of)?),+ }
                    ))
                    .await
                    .map_err($crate::db::Error::id_collision)?,
                )
            }
        }
    };
}
pub(crate) use save;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_written_for_each_engine() {
        let insert = insert!(seat {
            guild: 1_i64,
            holder: "Ada"
        });
        assert_eq!(
            insert.sql.sqlite,
            "INSERT INTO seat (guild, holder) VALUES (?, ?)"
        );
        let update = update!(
            seat { holder: 7_i64 },
            key {
                guild: 1_i64,
                number: 2_i64
            }
        );
        let expected = "UPDATE seat SET holder = ? WHERE guild = ? AND number = ?";
        assert_eq!(update.sql.mariadb, expected);
        let update = update!(seat { holder: 7_i64 }, at 3_i64, key { guild: 1_i64 });
        assert_eq!(
            update.sql.mariadb,
            "UPDATE seat SET version = version + 1, holder = ? WHERE guild = ? AND version = ?"
        );
        assert!(matches!(
            update.values,
            [Value::Integer(7), Value::Integer(1), Value::Integer(3)]
        ));
    }

    #[test]
    fn an_upsert_is_written_for_each_engine() {
        let upsert = upsert!(
            seat {
                holder: 7_i64,
                since: 8_i64
            },
            key {
                guild: 1_i64,
                number: 2_i64
            }
        );
        assert_eq!(
            upsert.sql.sqlite,
            "INSERT INTO seat (guild, number, holder, since) VALUES (?, ?, ?, ?) \
             ON CONFLICT (guild, number) DO UPDATE SET holder = excluded.holder, since = excluded.since"
        );
        assert_eq!(
            upsert.sql.mariadb,
            "INSERT INTO seat (guild, number, holder, since) VALUES (?, ?, ?, ?) \
             ON DUPLICATE KEY UPDATE holder = VALUES(holder), since = VALUES(since)"
        );
    }
}
