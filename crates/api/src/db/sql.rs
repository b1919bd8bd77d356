//! SQL that both engines understand, and the one construct they spell differently.

/// One statement; `sqlite` differs from `mariadb` only for upserts.
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    /// As MariaDB wants it.
    pub mariadb: &'static str,
    /// As SQLite wants it.
    pub sqlite: &'static str,
}

impl From<&'static str> for Sql {
    fn from(portable: &'static str) -> Self {
        Sql {
            mariadb: portable,
            sqlite: portable,
        }
    }
}

/// `upsert!("table", [key columns], [updated columns])` inserts a row, or overwrites the one with
/// its key. Only for tables with one unique key: on a conflict MariaDB overwrites by any of them.
macro_rules! upsert {
    ($table:literal, [$key:literal $(, $keys:literal)*], [$set:literal $(, $sets:literal)*]) => {
        $crate::db::Sql {
            mariadb: concat!(
                $crate::db::upsert!(@insert $table, $key $(, $keys)*, $set $(, $sets)*),
                " ON DUPLICATE KEY UPDATE ",
                $set, " = VALUES(", $set, ")" $(, ", ", $sets, " = VALUES(", $sets, ")")*
            ),
            sqlite: concat!(
                $crate::db::upsert!(@insert $table, $key $(, $keys)*, $set $(, $sets)*),
                " ON CONFLICT (", $key $(, ", ", $keys)*, ") DO UPDATE SET ",
                $set, " = excluded.", $set $(, ", ", $sets, " = excluded.", $sets)*
            ),
        }
    };
    (@insert $table:literal, $column:literal $(, $columns:literal)*) => {
        concat!(
            "INSERT INTO ", $table, " (", $column $(, ", ", $columns)*,
            ") VALUES (?" $(, $crate::db::upsert!(@value $columns))*, ")"
        )
    };
    (@value $column:literal) => { ", ?" };
}
pub(crate) use upsert;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upsert_is_written_for_each_engine() {
        const UPSERT: Sql = upsert!("seat", ["guild", "number"], ["holder", "since"]);
        assert_eq!(
            UPSERT.sqlite,
            "INSERT INTO seat (guild, number, holder, since) VALUES (?, ?, ?, ?) \
             ON CONFLICT (guild, number) DO UPDATE SET holder = excluded.holder, since = excluded.since"
        );
        assert_eq!(
            UPSERT.mariadb,
            "INSERT INTO seat (guild, number, holder, since) VALUES (?, ?, ?, ?) \
             ON DUPLICATE KEY UPDATE holder = VALUES(holder), since = VALUES(since)"
        );
    }
}
