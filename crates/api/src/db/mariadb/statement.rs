//! Statements on their way to MariaDB, alone or several at once.

use super::super::{Prepared, Value};
use futures_util::TryStreamExt as _;
use sqlx::mysql::{MySqlArguments, MySqlConnection, MySqlRow};
use sqlx::{AssertSqlSafe, Either, Executor, MySql, SqlSafeStr as _, SqlStr};

/// Before a statement that fails where it would have to wait for a lock.
const NO_WAIT: &str = "SET STATEMENT innodb_lock_wait_timeout = 0, lock_wait_timeout = 0 FOR";

/// How many rows a statement matched, and those that it returned.
pub(super) type Outcome = sqlx::Result<(u64, Vec<MySqlRow>)>;

/// What goes to the server in one round trip.
pub(super) struct Sent<'v> {
    sql: SqlStr,
    values: Vec<&'v Value<'static>>,
}

impl<'v> Sent<'v> {
    /// A statement by itself.
    pub(super) fn one(statement: &'v Prepared) -> Self {
        Self {
            sql: statement.sql.into_sql_str(),
            values: statement.values.iter().collect(),
        }
    }

    /// Several in a row, between two that have no values: a compound statement, which the server ends where
    /// one of them fails.
    pub(super) fn several(
        before: Option<&'static str>,
        statements: impl Iterator<Item = &'v Prepared>,
        after: Option<&'static str>,
    ) -> Self {
        let (mut texts, mut values) = (Vec::from_iter(before), Vec::new());
        for statement in statements {
            texts.push(statement.sql);
            values.extend(&statement.values);
        }
        texts.extend(after);
        Self::new(compound(&texts), values)
    }

    /// The same read of several keys; see [`super::super::Database::ask`].
    pub(super) fn reads(reads: &[&'v Prepared]) -> Self {
        Self::new(of_keys(reads[0].sql, reads.len()), values(reads).collect())
    }

    /// Rows for the same table, and when they are in, the same read of as many keys. A row that somebody
    /// holds is not waited for: the others would wait as well.
    pub(super) fn upserts_and_reads(upserts: &[&'v Prepared], reads: &[&'v Prepared]) -> Self {
        let rows = format!("{NO_WAIT} {}", of_rows(upserts[0].sql, upserts.len()));
        let keys = of_keys(reads[0].sql, reads.len());
        let values = values(upserts).chain(values(reads)).collect();
        Self::new(compound(&[&rows, &keys]), values)
    }

    /// Of texts that are known when Paddock is compiled.
    fn new(sql: String, values: Vec<&'v Value<'static>>) -> Self {
        let sql = AssertSqlSafe(sql).into_sql_str();
        Self { sql, values }
    }
}

fn compound(statements: &[&str]) -> String {
    format!("BEGIN NOT ATOMIC {}; END", statements.join("; "))
}

fn values<'v>(statements: &[&'v Prepared]) -> impl Iterator<Item = &'v Value<'static>> {
    statements.iter().flat_map(|statement| &statement.values)
}

/// A read of one key as one of several, which are numbered.
pub(in super::super) fn of_keys(sql: &str, keys: usize) -> String {
    let (before, rest) = sql.split_once("(SELECT 0 AS n, ").expect("a key");
    let (key, after) = rest.split_once(") AS asked").expect("its end");
    let more = ", ?".repeat(key.matches('?').count());
    let more: Vec<_> = (1..keys)
        .map(|n| format!(" UNION ALL SELECT {n}{more}"))
        .collect();
    let more = more.concat();
    format!("{before}(SELECT 0 AS n, {key}{more}) AS asked{after}")
}

/// An upsert of one row as one of several.
fn of_rows(sql: &str, rows: usize) -> String {
    let (before, rest) = sql.split_once(" VALUES (").expect("a row");
    let (row, after) = rest.split_once(')').expect("its end");
    debug_assert!(!row.contains('('), "a row of values alone: {row}");
    let more = format!(", ({row})").repeat(rows - 1);
    format!("{before} VALUES ({row}){more}{after}")
}

/// Sends it, and reads the answer to its end.
pub(super) async fn send(on: &mut MySqlConnection, sent: &Sent<'_>) -> Outcome {
    let statement = sqlx::query(sent.sql.clone());
    let statement = sent.values.iter().copied().fold(statement, bound);
    let (mut matched, mut rows) = (0, Vec::new());
    let mut steps = on.fetch_many(statement);
    while let Some(step) = steps.try_next().await? {
        match step {
            Either::Left(result) => matched += result.rows_affected(),
            Either::Right(row) => rows.push(row),
        }
    }
    Ok((matched, rows))
}

type Statement = sqlx::query::Query<'static, MySql, MySqlArguments>;

fn bound(statement: Statement, value: &Value<'static>) -> Statement {
    match value {
        // It does not matter of which type nothing is.
        Value::Null => statement.bind(None::<i64>),
        Value::Integer(number) => statement.bind(*number),
        Value::Text(text) => statement.bind(text.clone()),
        Value::Bytes(bytes) => statement.bind(bytes.clone().into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_of_one_key_becomes_that_of_many() {
        let one = "SELECT m.status, asked.n FROM (SELECT 0 AS n, ? AS guild_id, ? AS user_id) AS asked \
             JOIN members m ON m.user_id = asked.user_id WHERE m.in_guild = TRUE";
        assert_eq!(of_keys(one, 1), one);
        let three = one.replace(
            ") AS asked",
            " UNION ALL SELECT 1, ?, ? UNION ALL SELECT 2, ?, ?) AS asked",
        );
        assert_eq!(of_keys(one, 3), three);
    }

    #[test]
    fn a_row_becomes_many() {
        let one = "INSERT INTO seats (seat, holder, free) VALUES (?, ?, FALSE) \
             ON DUPLICATE KEY UPDATE holder = VALUES(holder)";
        assert_eq!(of_rows(one, 1), one);
        let three = one.replace(
            "(?, ?, FALSE)",
            "(?, ?, FALSE), (?, ?, FALSE), (?, ?, FALSE)",
        );
        assert_eq!(of_rows(one, 3), three);
    }
}
