//! That the API has not changed since.

use super::*;
use std::fs;
use std::path::Path;

const ALL: [&str; 28] = [
    STANDING,
    KEEP_ANSWER,
    SEASON,
    MEMBER,
    SETTINGS,
    SUBMISSION_ATTEMPT,
    SUBMIT,
    ADD_POINTS,
    POINTS_AND_RANKS,
    LEDGER,
    ADD_COUNTS,
    COUNTED_ON_MARIADB,
    COUNTED_ON_SQLITE,
    LADDER,
    AUDIT,
    FIRST_PAGE,
    ATTEMPT,
    IS_CLOSED,
    CHECK_IN_ON_MARIADB,
    CHECK_IN_ON_SQLITE,
    CLASSES,
    CLAIMS_OF_NUMBER,
    CLAIMS_OF_MEMBER,
    RESERVATIONS,
    DRIVERS,
    CLAIM_MEMBER,
    CLAIM,
    END_WAIT,
];

fn without_gaps(text: &str) -> String {
    let text = text.split_whitespace().filter(|word| *word != "\\");
    text.collect::<Vec<_>>().join(" ")
}

fn read(path: &Path, into: &mut String) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            read(&entry.unwrap().path(), into);
        }
    } else if path.extension().is_some_and(|ending| ending == "rs") {
        into.push_str(&fs::read_to_string(path).unwrap());
    }
}

/// The text after one of these beginnings, up to the next empty line, wherever one is found.
fn after(sources: &str, beginnings: &[String]) -> String {
    let mut found = String::new();
    for beginning in beginnings {
        for rest in sources.split(beginning.as_str()).skip(1) {
            found.push_str(rest.split("\n\n").next().unwrap());
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !(it.is_ascii_alphanumeric() || "_.".contains(it)))
        .filter(|word| !word.is_empty())
}

/// What the API selects of a table or inserts into it. It makes such lists from `record!`,
/// `insert!` and `save!`, so that they stand nowhere as a copy has them.
fn named(sources: &str, table: &str) -> String {
    let beginnings = [
        format!(" from {table} {{"),
        format!("insert!({table} {{"),
        format!("        {table} {{"),
        format!("const COLUMNS: &'static str = \"{table}."),
    ];
    after(sources, &beginnings)
}

/// Whether the API selects or inserts these columns.
fn are_named(sources: &str, columns: &str, table: &str) -> bool {
    let own = named(sources, table);
    words(columns).all(|column| {
        let of = column.split_once('.').filter(|(of, _)| *of != table);
        let short = column.rsplit('.').next().unwrap_or(column);
        // The number of who asks is no column of a table.
        short == "version"
            || column == "asked.n"
            || words(&own).any(|it| it == short || it == column)
            || of.is_some_and(|(of, _)| words(&named(sources, of)).any(|it| it == short))
    })
}

#[test]
fn the_api_still_issues_these_statements() {
    let api = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/src");
    let mut sources = String::new();
    read(&api, &mut sources);
    let text = without_gaps(&sources);
    for statement in ALL {
        let statement = without_gaps(statement);
        let insert = statement.strip_prefix("INSERT INTO ");
        let inserted = insert.and_then(|it| it.split_once(") VALUES (?")?.0.split_once(" ("));
        let select = statement.strip_prefix("SELECT ");
        let selected = select.and_then(|it| it.split_once(" FROM "));
        // What is written out is compared as a whole; of what is made, the columns and the rest.
        let (table, columns, rest) = match (inserted, selected) {
            _ if text.contains(&statement) => continue,
            (Some((table, columns)), _) => (table, columns, ""),
            (_, Some((columns, from))) => {
                let (table, rest) = from.split_once(' ').unwrap();
                (table, columns, rest)
            }
            _ => panic!("the API has no more `{statement}`"),
        };
        assert!(
            are_named(&sources, columns, table),
            "the API has no more `{columns}`"
        );
        // Some are put together of texts that several statements share.
        let clauses = [" LEFT JOIN ", " WHERE ", " ORDER BY ", " LIMIT 1) AND "];
        let marked = clauses
            .iter()
            .fold(rest.to_owned(), |rest, it| rest.replace(it, "\n"));
        for part in marked.lines() {
            assert!(text.contains(part), "the API has no more `{part}`");
        }
    }
    // These are put together of many.
    let sizes = ["64", "4096", "262144", "16777216"];
    let shared = sizes.map(|size| bucket!("#").replace('#', size));
    for own_row in [OWN_ROW_ON_MARIADB, OWN_ROW_ON_SQLITE] {
        let (columns, rest) = own_row.split_once(", C").unwrap();
        let columns = columns.strip_prefix("SELECT ").unwrap();
        assert!(are_named(&sources, columns, "standings"));
        let (above, from) = rest.split_once(" FROM standings ").unwrap();
        let (_, end) = from.split_once(" WHERE ").unwrap();
        let parts = shared
            .iter()
            .fold(above.to_owned(), |rest, it| rest.replace(it, "\n"));
        let parts = ["AND (", "COALESCE(", "CAST(", " OR ", "level = ", "), 0)"]
            .iter()
            .fold(parts, |rest, it| rest.replace(it, "\n"));
        for part in parts
            .lines()
            .chain(shared.iter().map(String::as_str))
            .chain([end])
        {
            let part = without_gaps(part);
            assert!(text.contains(&part), "the API has no more `{part}`");
        }
    }
    let levels = format!("LEVELS: u8 = {LEVELS};");
    let digit = format!("DIGIT: u8 = {DIGIT};");
    assert!(text.contains(&levels) && text.contains(&digit));
}
