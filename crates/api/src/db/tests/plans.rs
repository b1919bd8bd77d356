//! What the engines make of the statements: which indexes they read.

use super::statements::statements;
use super::*;
use std::collections::BTreeMap;

/// What is read of a table: all of it, or what an index leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    table: String,
    index: Option<String>,
    whole: bool,
}

/// How an engine would run a statement.
async fn plan(db: &Database, sql: &str) -> Vec<Step> {
    // Of any type: both engines compare by that of the column.
    let sql = sql
        .replace("LIMIT ?", "LIMIT 20")
        .replace("OFFSET ?", "OFFSET 20")
        .replace('?', "'1'");
    match db {
        Database::Sqlite(_) => {
            let sql = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
            let rows: Vec<(i64, i64, i64, String)> = db
                .query(&*sql, ())
                .all()
                .await
                .unwrap_or_else(|error| panic!("{sql}: {error:?}"));
            rows.iter()
                .filter_map(|(.., detail)| sqlite_step(detail))
                .collect()
        }
        Database::MariaDb(_) => {
            let sql = Box::leak(format!("EXPLAIN FORMAT=JSON {sql}").into_boxed_str());
            let plan: String = db
                .query(&*sql, ())
                .scalar()
                .await
                .unwrap_or_else(|error| panic!("{sql}: {error:?}"));
            let mut steps = Vec::new();
            mariadb_steps(&serde_json::from_str(&plan).unwrap(), &mut steps);
            steps
        }
    }
}

/// `SEARCH e USING INDEX effects_by_due (state=? AND due_at<?)`.
fn sqlite_step(detail: &str) -> Option<Step> {
    let mut words = detail.split(' ');
    let whole = match words.next()? {
        "SCAN" => true,
        "SEARCH" => false,
        _ => return None,
    };
    let table = words.next()?.to_owned();
    let index = detail
        .split_once("INDEX ")
        .map(|(_, rest)| rest.split(' ').next().unwrap().to_owned());
    Some(Step {
        table,
        index,
        whole,
    })
}

fn mariadb_steps(plan: &serde_json::Value, steps: &mut Vec<Step>) {
    match plan {
        serde_json::Value::Object(object) => {
            if let (Some(table), Some(access)) =
                (object.get("table_name"), object.get("access_type"))
            {
                let access = access.as_str().unwrap();
                let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
                steps.push(Step {
                    table: text(table),
                    index: object.get("key").map(text),
                    whole: matches!(access, "ALL" | "index"),
                });
            }
            for value in object.values() {
                mariadb_steps(value, steps);
            }
        }
        serde_json::Value::Array(values) => {
            values.iter().for_each(|value| mariadb_steps(value, steps))
        }
        _ => {}
    }
}

/// A thousand rows in each table, so that an engine that counts them reads none as a whole for want of
/// rows. Every value is another one; one of 64 is missing where it may be.
async fn filled() -> TestContext {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    // The plans of SQLite do not depend on what there is.
    if db.engine() == "sqlite" {
        return test;
    }
    run(db, "CREATE TABLE numbers (n BIGINT NOT NULL PRIMARY KEY)").await;
    run(db, "INSERT INTO numbers (n) VALUES (1)").await;
    for doubled in 0..10 {
        let double = format!(
            "INSERT INTO numbers (n) SELECT n + {} FROM numbers",
            1 << doubled
        );
        run(db, &double).await;
    }
    let columns = "SELECT table_name, column_name, data_type, is_nullable = 'YES', \
         COALESCE(character_maximum_length, 0) FROM information_schema.columns \
         WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_%' AND table_name <> 'numbers' \
         ORDER BY table_name, ordinal_position";
    let columns: Vec<(String, String, String, bool, i64)> =
        db.query(columns, ()).all().await.unwrap();
    for of_table in columns.chunk_by(|one, other| one.0 == other.0) {
        let table = &of_table[0].0;
        let names: Vec<_> = of_table.iter().map(|column| column.1.as_str()).collect();
        let values = of_table.iter().map(|(_, _, kind, nullable, length)| {
            let value = match kind.as_str() {
                "bigint" => "n".to_owned(),
                "tinyint" => "0".to_owned(),
                _ => format!("LEFT(CONCAT(n), {length})"),
            };
            if *nullable {
                format!("CASE WHEN n % 64 > 0 THEN {value} END")
            } else {
                value
            }
        });
        let values: Vec<_> = values.collect();
        let (names, values) = (names.join(", "), values.join(", "));
        run(db, &format!("DELETE FROM {table}")).await;
        run(
            db,
            &format!("INSERT INTO {table} ({names}) SELECT {values} FROM numbers"),
        )
        .await;
        run(db, &format!("ANALYZE TABLE {table}")).await;
    }
    test
}

async fn run(db: &Database, sql: &str) {
    let sql: &'static str = Box::leak(sql.to_owned().into_boxed_str());
    let done = db.write(sql, ()).execute().await;
    done.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
}

#[tokio::test]
async fn dump() {
    let test = filled().await;
    let db = &test.ctx.db;
    let mut used: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for statement in statements(db.engine()) {
        let steps = plan(db, &statement.sql).await;
        for step in &steps {
            println!(
                "{} | {} {} {:?}",
                statement.name,
                if step.whole { "SCAN" } else { "search" },
                step.table,
                step.index
            );
            if let Some(index) = &step.index {
                used.entry(index.clone())
                    .or_default()
                    .push(statement.name.clone());
            }
        }
    }
    for (index, by) in used {
        println!("INDEX {index}: {by:?}");
    }
}
