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

#[tokio::test]
async fn dump() {
    let test = TestContext::new().await;
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
