//! Rows read into structs, and the columns that are selected for them.

use super::{Column, Error, Row};

/// Something that a row is read into: what `record!` was called for, or a tuple of columns.
pub(crate) trait Record: Sized + Send + 'static {
    fn read(row: &mut Row<'_>) -> Result<Self, Error>;
}

/// A record that knows what to select for it.
pub(crate) trait Selected: Record {
    /// Its columns, in the order in which [`Record::read`] reads them.
    const COLUMNS: &'static str;
    /// Its table, and what is joined to it.
    const FROM: &'static str;
    /// How many columns it has.
    const WIDTH: usize;
}

/// `record! { Item from items { id: item_id, name, worth: (Worth), owner: "members.name" } "JOIN …" }`
/// reads a row into a struct with these fields: a column of the same name or of another, a record
/// within the record, which may be one that a `LEFT JOIN` did not find, or an expression of SQL. What is joined is left out where nothing is; `with {
/// field: value }` at the end gives fields that no column has.
///
/// The columns are named here and nowhere else: [`select!`] and the reading both follow from it.
macro_rules! record {
    (
        $record:ident from $table:ident {
            $first:ident $(: $what:tt)? $(, $field:ident $(: $other:tt)?)* $(,)?
        }
        $($joined:literal)? $(with { $($rest:ident: $value:expr),+ $(,)? })?
    ) => {
        impl $crate::db::Record for $record {
            fn read(row: &mut $crate::db::Row<'_>) -> Result<Self, $crate::db::Error> {
                Ok(Self {
                    $first: $crate::db::record!(@read row $table $first $($what)?),
                    $($field: $crate::db::record!(@read row $table $field $($other)?),)*
                    $($($rest: $value,)+)?
                })
            }
        }

        impl $crate::db::Selected for $record {
            const COLUMNS: &'static str = $crate::db::sql!(
                $crate::db::record!(@column $table $first $($what)?)
                $(, ", ", $crate::db::record!(@column $table $field $($other)?))*
            );
            const FROM: &'static str = concat!(stringify!($table) $(, " ", $joined)?);
            const WIDTH: usize = $crate::db::record!(@width $($what)?)
                $(+ $crate::db::record!(@width $($other)?))*;
        }
    };
    (@column $table:ident $field:ident) => {
        concat!(stringify!($table), ".", stringify!($field))
    };
    (@column $table:ident $field:ident ($record:ty)) => {
        <$record as $crate::db::Selected>::COLUMNS
    };
    (@column $table:ident $field:ident $column:ident) => {
        concat!(stringify!($table), ".", stringify!($column))
    };
    (@column $table:ident $field:ident $sql:literal) => {
        $sql
    };
    (@width ($record:ty)) => {
        <$record as $crate::db::Selected>::WIDTH
    };
    (@width $($what:tt)?) => { 1 };
    (@read $row:ident $table:ident $field:ident ($record:ty)) => {
        <$record as $crate::db::Record>::read($row)?
    };
    (@read $row:ident $table:ident $field:ident $($what:tt)?) => {
        $row.column(Some($crate::db::record!(@column $table $field $($what)?)))?
    };
}
pub(crate) use record;

/// `select!(Item, "WHERE …")` is the statement that selects such records.
macro_rules! select {
    ($record:ty, $rest:literal) => {
        $crate::db::sql!(
            "SELECT ",
            <$record as $crate::db::Selected>::COLUMNS,
            " FROM ",
            <$record as $crate::db::Selected>::FROM,
            " ",
            $rest
        )
    };
}
pub(crate) use select;

/// `settings! { Chosen from staff_settings { retention_days, sync_minutes } }` is the store of what guilds
/// have set: `lookup` and `save`. The columns are named as the fields are, and the table has `guild_id`,
/// `version` and `updated_at` besides.
macro_rules! settings {
    ($chosen:ident from $table:ident { $($field:ident),+ $(,)? }) => {
        const LOOKUP: &str = $crate::db::select!(Stored, "WHERE guild_id = ?");

        struct Stored {
            chosen: $chosen,
            version: i64,
        }

        $crate::db::record! { $chosen from $table { $($field),+ } }
        $crate::db::record! { Stored from $table { chosen: ($chosen), version } }

        /// What a guild has set, with the version of the row.
        pub(crate) async fn lookup<'s>(
            from: impl $crate::db::Source<'s>,
            guild: paddock_api_types::GuildId,
        ) -> Result<Option<($chosen, i64)>, $crate::db::Error> {
            let stored: Option<Stored> = from.query(LOOKUP, (guild,)).optional().await?;
            Ok(stored.map(|stored| (stored.chosen, stored.version)))
        }

        /// Keeps what a guild sets; `version` is that of the row read before. Fails with `Conflict` if
        /// another transaction set something since.
        pub(crate) async fn save(
            tx: &mut $crate::db::Transaction,
            guild: paddock_api_types::GuildId,
            chosen: &$chosen,
            version: Option<i64>,
            at: i64,
        ) -> Result<(), $crate::db::Error> {
            $crate::db::save!(
                tx,
                version,
                $table { $($field: chosen.$field,)+ updated_at: at },
                key { guild_id: guild }
            )
        }
    };
}
pub(crate) use settings;

/// What a `LEFT JOIN` may have found nothing for. No record consists of nulls alone.
impl<T: Selected> Record for Option<T> {
    fn read(row: &mut Row<'_>) -> Result<Self, Error> {
        if row.skip_nulls(T::WIDTH)? {
            return Ok(None);
        }
        T::read(row).map(Some)
    }
}

impl<T: Selected> Selected for Option<T> {
    const COLUMNS: &'static str = T::COLUMNS;
    const FROM: &'static str = T::FROM;
    const WIDTH: usize = T::WIDTH;
}

/// A row that this version may not be able to read.
impl<T: Record> Record for Result<T, Error> {
    fn read(row: &mut Row<'_>) -> Result<Self, Error> {
        Ok(T::read(row))
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<$($name: Column),+> Record for ($($name,)+) {
            fn read(row: &mut Row<'_>) -> Result<Self, Error> {
                Ok(($(row.column::<$name>(None)?,)+))
            }
        }
    )+};
}
tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F)
}
