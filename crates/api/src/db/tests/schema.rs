//! Both engines hold the same tables, column by column and key by key.

use super::*;

/// Before the table and the name of a column, or the name of a key, that a migration drops.
const DROPPED: &str = "dropped ";

/// What the migrations of an engine say, file by file: `standings.points integer NOT NULL` for a
/// column, `standings_by_member: standings (guild_id, user_id)` for a key.
fn migrations(engine: &str) -> Vec<(String, Vec<String>)> {
    let folder = format!("{}/../../migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, parse(&std::fs::read_to_string(path).unwrap()))
        })
        .collect();
    files.sort();
    files
}

fn parse(sql: &str) -> Vec<String> {
    let (mut parts, mut table) = (Vec::new(), "");
    // Migrations that move rows make no columns.
    if sql.starts_with("UPDATE ") || sql.starts_with("INSERT ") {
        return parts;
    }
    for line in sql.lines() {
        let line = line.trim().trim_end_matches([',', ';']);
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            table = name.trim_end_matches(" (");
        } else if let Some(changed) = line.strip_prefix("ALTER TABLE ") {
            parts.push(
                if let Some((table, column)) = changed.split_once(" DROP COLUMN ") {
                    format!("{DROPPED}{table}.{column} ")
                } else {
                    let (table, definition) = changed.split_once(" ADD COLUMN ").unwrap();
                    column(table, definition)
                },
            );
        } else if let Some(columns) = line.strip_prefix("PRIMARY KEY ") {
            parts.push(format!("{table} PRIMARY: {table} {columns}"));
        } else if let Some(index) = line.strip_prefix("DROP INDEX ") {
            // MariaDB wants to know of which table.
            let name = index.split(' ').next().unwrap();
            parts.push(format!("{DROPPED}{name}: "));
        } else if let Some(index) = line.strip_prefix("CREATE INDEX ") {
            parts.push(index.replacen(" ON ", ": ", 1));
        } else if let Some(index) = line.strip_prefix("CREATE UNIQUE INDEX ") {
            parts.push(format!("unique {}", index.replacen(" ON ", ": ", 1)));
        } else if let Some(key) = line.strip_prefix("KEY ") {
            parts.push(key.replacen(' ', &format!(": {table} "), 1));
        } else if let Some(key) = line.strip_prefix("UNIQUE KEY ") {
            let key = key.replacen(' ', &format!(": {table} "), 1);
            parts.push(format!("unique {key}"));
        } else if !line.starts_with(')') {
            parts.push(column(table, line));
        }
    }
    parts
}

fn column(table: &str, definition: &str) -> String {
    let (name, kind) = definition.split_once(' ').unwrap();
    let required = kind.contains("NOT NULL");
    described(table, name, kind, required)
}

/// A column without what the engines rightly spell differently.
fn described(table: &str, column: &str, kind: &str, required: bool) -> String {
    let kind = kind.split([' ', '(']).next().unwrap().to_lowercase();
    let kind = match kind.as_str() {
        "bigint" | "boolean" | "tinyint" => "integer",
        "varchar" | "mediumtext" => "text",
        "mediumblob" => "blob",
        kind => kind,
    };
    let required = if required { " NOT NULL" } else { "" };
    format!("{table}.{column} {kind}{required}")
}

#[test]
fn both_engines_have_the_same_schema() {
    let (sqlite, mariadb) = (migrations("sqlite"), migrations("mariadb"));
    for (left, right) in sqlite.iter().zip(&mariadb) {
        assert_eq!(left, right);
    }
    assert_eq!(sqlite.len(), mariadb.len());
}

/// What the engine at hand really made of it.
#[tokio::test]
async fn the_engine_made_of_the_migrations_what_they_say() {
    let test = TestContext::new().await;
    let (columns, keys) = match &test.ctx.db {
        Database::Sqlite(_) => (
            "SELECT m.name, c.name, c.type, c.\"notnull\" FROM sqlite_master m \
             JOIN pragma_table_info(m.name) c WHERE m.type = 'table' \
             AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'",
            "SELECT m.name, i.name, i.\"unique\", c.name, c.\"desc\", c.seqno FROM sqlite_master m \
             JOIN pragma_index_list(m.name) i JOIN pragma_index_xinfo(i.name) c \
             WHERE i.origin = 'c' AND c.key = 1 \
             UNION ALL SELECT m.name, 'PRIMARY', 1, c.name, 0, c.pk FROM sqlite_master m \
             JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk > 0 \
             AND m.name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY 1, 2, 6",
        ),
        Database::MariaDb(_) => (
            "SELECT table_name, column_name, data_type, is_nullable = 'NO' \
             FROM information_schema.columns \
             WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_%'",
            "SELECT table_name, index_name, CAST(non_unique = 0 AS SIGNED), column_name, \
             CAST(collation = 'D' AS SIGNED), CAST(seq_in_index AS SIGNED) \
             FROM information_schema.statistics \
             WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_%' ORDER BY 1, 2, 6",
        ),
    };
    let db = &test.ctx.db;
    let columns: Vec<(String, String, String, bool)> = db.query(columns, ()).all().await.unwrap();
    let columns = columns
        .iter()
        .map(|(table, column, kind, required)| described(table, column, kind, *required));
    let mut made: BTreeSet<_> = columns.collect();
    let rows: Vec<(String, String, i64, String, i64, i64)> =
        db.query(keys, ()).all().await.unwrap();
    for key in rows.chunk_by(|left, right| (&left.0, &left.1) == (&right.0, &right.1)) {
        let (table, index, unique, ..) = &key[0];
        let columns = key.iter().map(|(_, _, _, column, descending, _)| {
            let descending = if *descending == 1 { " DESC" } else { "" };
            format!("{column}{descending}")
        });
        let name = match (index.as_str(), unique) {
            ("PRIMARY", _) => format!("{table} PRIMARY"),
            (index, 1) => format!("unique {index}"),
            (index, _) => index.to_owned(),
        };
        let columns = columns.collect::<Vec<_>>().join(", ");
        made.insert(format!("{name}: {table} ({columns})"));
    }
    let mut written = BTreeSet::new();
    for part in migrations("sqlite")
        .into_iter()
        .flat_map(|(_, parts)| parts)
    {
        match part.strip_prefix(DROPPED) {
            Some(column) => written.retain(|it: &String| !it.starts_with(column)),
            None => drop(written.insert(part)),
        }
    }
    assert_eq!(made, written);
}
