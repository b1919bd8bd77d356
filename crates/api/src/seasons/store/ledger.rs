//! Statements of the ledger. Entries are added, and go only with the member they are about.

use super::optional_id;
use crate::db::{self, Database, Error, Transaction, stored_id, stored_name, stored_time};
use crate::page::PageRequest;
use paddock_api_types::points::LedgerEntry;
use paddock_api_types::{GuildId, SeasonId, SubmissionId, UserId};

macro_rules! select_entries {
    ($rest:literal) => {
        concat!(
            "SELECT entry_id, season_id, user_id, kind, points, submission_id, actor_id, reason, \
             created_at FROM ledger_entries ",
            $rest
        )
    };
}

const INSERT: &str = "INSERT INTO ledger_entries (entry_id, guild_id, season_id, user_id, kind, \
     points, submission_id, actor_id, reason, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const LIST: &str = select_entries!(
    "WHERE guild_id = ? AND season_id = ? AND entry_id < ? ORDER BY entry_id DESC LIMIT ?"
);
const LIST_OF_MEMBER: &str = select_entries!(
    "WHERE guild_id = ? AND season_id = ? AND user_id = ? AND entry_id < ? \
     ORDER BY entry_id DESC LIMIT ?"
);
const OLDEST: &str = select_entries!(
    "WHERE guild_id = ? AND season_id = ? AND entry_id > ? ORDER BY entry_id LIMIT ?"
);
const ALL_OF_MEMBER: &str =
    select_entries!("WHERE guild_id = ? AND season_id = ? AND user_id = ? ORDER BY entry_id");
const FORGET: &str =
    "DELETE FROM ledger_entries WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const IMPORTED: &str = "SELECT entry_id FROM imported_points \
     WHERE guild_id = ? AND season_id = ? AND source = ? AND user_id = ?";
const IMPORT: &str = "INSERT INTO imported_points (guild_id, season_id, source, user_id, entry_id) \
     VALUES (?, ?, ?, ?, ?)";
const FORGET_IMPORTS: &str =
    "DELETE FROM imported_points WHERE guild_id = ? AND season_id = ? AND user_id = ?";

#[derive(sqlx::FromRow)]
struct EntryRow {
    entry_id: i64,
    season_id: i64,
    user_id: i64,
    kind: String,
    points: i64,
    submission_id: Option<i64>,
    actor_id: Option<i64>,
    reason: Option<String>,
    created_at: i64,
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    entry: &LedgerEntry,
) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(entry.id.get())
        .bind(guild.get())
        .bind(entry.season_id.get())
        .bind(entry.user_id.get())
        .bind(db::name(entry.kind))
        .bind(entry.points)
        .bind(entry.submission_id.map(SubmissionId::get))
        .bind(entry.actor_id.map(UserId::get))
        .bind(entry.reason.as_deref())
        .bind(entry.created_at.as_millisecond())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Newest first, of one member or of all.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: Option<UserId>,
    page: PageRequest<1>,
) -> Result<Vec<LedgerEntry>, Error> {
    let before = page.after.map_or(i64::MAX, |[id]| id);
    let query = match user {
        Some(user) => {
            let query = db.read(LIST_OF_MEMBER).bind(guild.get());
            query.bind(season.get()).bind(user.get())
        }
        None => db.read(LIST).bind(guild.get()).bind(season.get()),
    };
    entries(query.bind(before).bind(page.rows()).fetch_all().await?)
}

/// Oldest first, some at a time.
pub(crate) async fn of_season(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: i64,
) -> Result<Vec<LedgerEntry>, Error> {
    let query = db.read(OLDEST).bind(guild.get()).bind(season.get());
    entries(query.bind(after).bind(limit).fetch_all().await?)
}

/// All of a member's entries in a season.
pub(crate) async fn all_of_member(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Vec<LedgerEntry>, Error> {
    let query = db.read(ALL_OF_MEMBER).bind(guild.get()).bind(season.get());
    entries(query.bind(user.get()).fetch_all().await?)
}

/// Whether a member's points of a source were imported before.
pub(crate) async fn is_imported(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    source: &str,
    user: UserId,
) -> Result<bool, Error> {
    let query = tx.run(IMPORTED).bind(guild.get()).bind(season.get());
    let row: Option<(i64,)> = query.bind(source).bind(user.get()).fetch_optional().await?;
    Ok(row.is_some())
}

/// Notes that; a conflict when somebody did at the same moment.
pub(crate) async fn note_import(
    tx: &mut Transaction,
    guild: GuildId,
    source: &str,
    entry: &LedgerEntry,
) -> Result<(), Error> {
    let query = tx.run(IMPORT).bind(guild.get());
    let query = query.bind(entry.season_id.get()).bind(source);
    let query = query.bind(entry.user_id.get()).bind(entry.id.get());
    query.execute().await.map(drop).map_err(Error::id_collision)
}

/// Everything about a member in a season.
pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<(), Error> {
    for statement in [FORGET, FORGET_IMPORTS] {
        let query = tx.run(statement).bind(guild.get()).bind(season.get());
        query.bind(user.get()).execute().await?;
    }
    Ok(())
}

fn entries(rows: Vec<EntryRow>) -> Result<Vec<LedgerEntry>, Error> {
    rows.into_iter()
        .map(|row| {
            Ok(LedgerEntry {
                id: stored_id("ledger_entries.entry_id", row.entry_id)?,
                season_id: stored_id("ledger_entries.season_id", row.season_id)?,
                user_id: stored_id("ledger_entries.user_id", row.user_id)?,
                kind: stored_name("ledger_entries.kind", row.kind)?,
                points: row.points,
                submission_id: optional_id("ledger_entries.submission_id", row.submission_id)?,
                actor_id: optional_id("ledger_entries.actor_id", row.actor_id)?,
                reason: row.reason,
                created_at: stored_time("ledger_entries.created_at", row.created_at)?,
            })
        })
        .collect()
}
