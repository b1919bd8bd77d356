//! Statements on their way to MariaDB, alone or several at once.

use super::super::{Prepared, Value};
use futures_util::TryStreamExt as _;
use sqlx::mysql::{MySqlArguments, MySqlConnection, MySqlRow};
use sqlx::{AssertSqlSafe, Either, Executor, MySql, SqlSafeStr as _, SqlStr};

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
        let (mut sql, mut values) = (String::from("BEGIN NOT ATOMIC "), Vec::new());
        let mut add = |statement: &str| {
            sql.push_str(statement);
            sql.push_str("; ");
        };
        before.into_iter().for_each(&mut add);
        for statement in statements {
            add(statement.sql);
            values.extend(&statement.values);
        }
        after.into_iter().for_each(&mut add);
        sql.push_str("END");
        // Made of texts that are known when Paddock is compiled.
        let sql = AssertSqlSafe(sql).into_sql_str();
        Self { sql, values }
    }
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
