//! What the engines make of the statements: which indexes they read.

use super::statements::statements;
use super::*;
use crate::db::mariadb::of_keys;

/// What is read of a table: all of it, or what an index leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    table: String,
    index: Option<String>,
    whole: bool,
}

/// How an engine would run a statement.
async fn plan(db: &Database, sql: &str) -> Vec<Step> {
    // Of any type: both engines compare by that of the column. Nothing is due, so that an engine that
    // counts rows does not read all of them because all are.
    let sql = [("LIMIT ?", "LIMIT 20"), ("OFFSET ?", "OFFSET 20")]
        .into_iter()
        .chain([("< ?", "< '0'"), ("<= ?", "<= '0'"), ("> ?", "> '9000000'")])
        .chain([(">= ?", ">= '9000000'"), ("?", "'1'")])
        .fold(sql.to_owned(), |sql, (from, to)| sql.replace(from, to));
    match db {
        Database::Sqlite(_) => {
            let sql = Box::leak(format!("EXPLAIN QUERY PLAN {sql}").into_boxed_str());
            let rows: Vec<(i64, i64, i64, String)> = db
                .query(&*sql, ())
                .all()
                .await
                .unwrap_or_else(|error| panic!("{sql}: {error:?}"));
            let made = |step: &Step| {
                let made = ["CO-ROUTINE", "MATERIALIZE"].map(|how| format!("{how} {}", step.table));
                rows.iter().any(|(.., detail)| made.contains(detail))
            };
            let steps = rows.iter().filter_map(|(.., detail)| sqlite_step(detail));
            steps.filter(|step| !made(step)).collect()
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

/// `SEARCH e USING INDEX effects_by_due (state=? AND due_at<?)`. What a subquery gave is no table.
fn sqlite_step(detail: &str) -> Option<Step> {
    let mut words = detail.split(' ');
    let whole = match words.next()? {
        "SCAN" => true,
        "SEARCH" => false,
        _ => return None,
    };
    let table = words.next()?.to_owned();
    if table == "CONSTANT" || table.starts_with('(') {
        return None;
    }
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
                let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
                let step = Step {
                    table: text(table),
                    index: object.get("key").map(text),
                    whole: matches!(access.as_str(), Some("ALL" | "index")),
                };
                // In brackets is what a subquery gave.
                steps.extend((!step.table.starts_with('<')).then_some(step));
            }
            for value in object.values() {
                mariadb_steps(value, steps);
            }
        }
        serde_json::Value::Array(values) => {
            for value in values {
                mariadb_steps(value, steps);
            }
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
         CAST(COALESCE(character_maximum_length, 0) AS SIGNED) FROM information_schema.columns \
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

/// Statements that read a table from its begin to its end, and why nobody waits for that.
const WHOLE: [(&str, &str); 3] = [
    (
        "attendance/store/credits CORRECTIONS",
        "its rows are what is due, and are deleted once it is done",
    ),
    (
        "iracing/store/accounts SEALED_OTHERWISE",
        "a command of the operator, which looks at all of them",
    ),
    ("iracing/store/revocations SEALED_OTHERWISE", "the same"),
];

#[tokio::test]
async fn no_statement_reads_the_whole_of_a_table_that_grows() {
    let test = filled().await;
    let db = &test.ctx.db;
    let statements = statements(db.engine());
    assert!(statements.len() > 400, "{} were found", statements.len());
    let mut found = BTreeSet::new();
    let mut batched = 0;
    for statement in &statements {
        let mut texts = vec![statement.sql.clone()];
        if statement.sql.contains(") AS asked") {
            texts.push(of_keys(&statement.sql, 3));
            let name = &statement.name;
            assert!(
                statement.sql.contains(", asked.n FROM "),
                "{name}: whose row it is"
            );
            // They would be of the whole batch.
            for part in [" LIMIT ", "SUM(", "COUNT(", "MIN(", "MAX("] {
                assert!(!statement.sql.contains(part), "{name}: {part}");
            }
            batched += 1;
        }
        for text in texts {
            for step in plan(db, &text).await {
                if step.whole {
                    found.insert(format!("{}: {step:?}", statement.name));
                }
            }
        }
    }
    assert!(batched >= 5, "{batched} were found");
    let named = |found: &String| WHOLE.iter().any(|(name, _)| found.starts_with(name));
    found.retain(|found| !named(found));
    assert_eq!(found, BTreeSet::new());
}

/// Statements that order by a moment alone, and why any order of equal ones does.
const EQUALS: [(&str, &str); 3] = [
    ("operation/store OLDEST", "all of them are deleted"),
    ("staff/store/intervals PURGE", "the same"),
    ("results/store/seen NEWEST", "only the moment is read"),
];

/// Two things can be due at one moment. What comes first must not depend on the engine, nor on the plan
/// that it chooses that day.
#[test]
fn an_order_by_a_moment_says_what_comes_first_of_equals() {
    let mut found = BTreeSet::new();
    for statement in statements("sqlite") {
        let Some((_, order)) = statement.sql.rsplit_once("ORDER BY ") else {
            continue;
        };
        let order = order.split(" LIMIT").next().unwrap();
        if order.trim_end_matches(" DESC").ends_with("_at") {
            found.insert(statement.name);
        }
    }
    for (name, _) in EQUALS {
        assert!(found.remove(name), "{name} is another one now");
    }
    assert_eq!(found, BTreeSet::new());
}

/// Indexes that no statement is led by, and why they are kept.
const KEPT: [(&str, &str); 1] = [(
    "season_items_by_item",
    "read by MariaDB; SQLite looks through what a guild's seasons take, by the key",
)];

/// By the plans of SQLite: those of MariaDB depend on which values there are, and here all differ.
#[tokio::test]
async fn every_index_leads_a_statement() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    if db.engine() != "sqlite" {
        return;
    }
    let mut unused: BTreeSet<_> = indexes(db).await.into_iter().map(|(it, ..)| it).collect();
    assert!(unused.len() > 40, "{} were found", unused.len());
    for statement in statements(db.engine()) {
        for step in plan(db, &statement.sql).await {
            step.index.map(|index| unused.remove(&index));
        }
    }
    for (index, _) in KEPT {
        unused.remove(index);
    }
    assert_eq!(unused, BTreeSet::new());
}

/// What a submission that is approved at once writes: rows that are new, and columns that change.
const SUBMISSION: [(&str, &[&str]); 6] = [
    ("submissions", &[]),
    ("audit_entries", &[]),
    ("ledger_entries", &[]),
    ("idempotency_keys", &[]),
    ("standings", &["points", "reached_id", "version"]),
    ("standing_counts", &["members"]),
];

#[tokio::test]
async fn a_submission_writes_to_no_more_trees_than_it_has_to() {
    let test = TestContext::new().await;
    let indexes = indexes(&test.ctx.db).await;
    let trees = SUBMISSION.map(|(table, changed)| {
        let touched: BTreeSet<_> = indexes
            .iter()
            .filter(|(_, of, column)| {
                of == table && (changed.is_empty() || changed.contains(&column.as_str()))
            })
            .map(|(index, ..)| index)
            .collect();
        // The table itself, by its key.
        1 + touched.len()
    });
    assert_eq!(
        trees,
        [4, 4, 3, 2, 2, 1],
        "each one more is paid by each submission"
    );
}

/// Each column of each index that is no key, with its table.
async fn indexes(db: &Database) -> Vec<(String, String, String)> {
    let columns = match db {
        Database::Sqlite(_) => {
            "SELECT i.name, m.name, c.name FROM sqlite_master m JOIN pragma_index_list(m.name) i \
             JOIN pragma_index_info(i.name) c WHERE m.type = 'table' AND i.origin = 'c' \
             AND i.\"unique\" = 0"
        }
        Database::MariaDb(_) => {
            "SELECT index_name, table_name, column_name FROM information_schema.statistics \
             WHERE table_schema = DATABASE() AND non_unique = 1"
        }
    };
    db.query(columns, ()).all().await.unwrap()
}
