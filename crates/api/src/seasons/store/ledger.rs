//! Statements of the ledger. Entries are added, and go only with the member they are about.

use crate::db::{Database, Error, Source, Transaction, insert, names, record, select};
use crate::page::PageRequest;
use paddock_api_types::points::{LedgerEntry, LedgerKind};
use paddock_api_types::{GuildId, SeasonId, UserId};

const LIST: &str = select!(
    LedgerEntry,
    "WHERE guild_id = ? AND season_id = ? AND entry_id < ? ORDER BY entry_id DESC LIMIT ?"
);
const LIST_OF_MEMBER: &str = select!(
    LedgerEntry,
    "WHERE guild_id = ? AND season_id = ? AND user_id = ? AND entry_id < ? \
     ORDER BY entry_id DESC LIMIT ?"
);
const OLDEST: &str = select!(
    LedgerEntry,
    "WHERE guild_id = ? AND season_id = ? AND entry_id > ? ORDER BY entry_id LIMIT ?"
);
const ALL_OF_MEMBER: &str = select!(
    LedgerEntry,
    "WHERE guild_id = ? AND season_id = ? AND user_id = ? ORDER BY entry_id"
);
const BESIDES_SUBMISSIONS: &str = select!(
    LedgerEntry,
    "WHERE guild_id = ? AND season_id = ? AND user_id = ? AND kind <> 'submission' \
     ORDER BY entry_id DESC LIMIT ?"
);
const LATEST: &str = "SELECT MAX(entry_id) FROM ledger_entries";
const ERASE: &str =
    "DELETE FROM ledger_entries WHERE guild_id = ? AND season_id = ? AND user_id = ?";
const IMPORTED: &str = "SELECT entry_id FROM imported_points \
     WHERE guild_id = ? AND season_id = ? AND source = ? AND user_id = ?";
const ERASE_IMPORTS: &str =
    "DELETE FROM imported_points WHERE guild_id = ? AND season_id = ? AND user_id = ?";

names!(LedgerKind);
record! { LedgerEntry from ledger_entries {
    id: entry_id, season_id, user_id, kind, points, submission_id, actor_id, reason, created_at,
} }

pub(crate) async fn latest(db: &Database) -> Result<Option<i64>, Error> {
    db.query(LATEST, ()).scalar().await
}

pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    entry: &LedgerEntry,
) -> Result<(), Error> {
    let row = insert!(ledger_entries {
        entry_id: entry.id,
        guild_id: guild,
        season_id: entry.season_id,
        user_id: entry.user_id,
        kind: entry.kind,
        points: entry.points,
        submission_id: entry.submission_id,
        actor_id: entry.actor_id,
        reason: entry.reason,
        created_at: entry.created_at,
    });
    tx.create(row).await
}

/// Newest first, of one member or of all.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: Option<UserId>,
    page: PageRequest<1>,
) -> Result<Vec<LedgerEntry>, Error> {
    let (before, rows) = (page.before_id(), page.rows());
    let query = match user {
        Some(user) => db.query(LIST_OF_MEMBER, (guild, season, user, before, rows)),
        None => db.query(LIST, (guild, season, before, rows)),
    };
    query.all().await
}

/// Oldest first, some at a time.
pub(crate) async fn of_season(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    after: i64,
    limit: i64,
) -> Result<Vec<LedgerEntry>, Error> {
    let values = (guild, season, after, limit);
    db.query(OLDEST, values).all().await
}

/// All of a member's entries in a season.
pub(crate) async fn all_of_member(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<Vec<LedgerEntry>, Error> {
    let values = (guild, season, user);
    db.query(ALL_OF_MEMBER, values).all().await
}

/// The latest of a member's entries in a season that are no approval of a submission, newest first.
pub(crate) async fn besides_submissions(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
    limit: u32,
) -> Result<Vec<LedgerEntry>, Error> {
    let values = (guild, season, user, limit);
    db.query(BESIDES_SUBMISSIONS, values).all().await
}

/// Whether a member's points of a source were imported before.
pub(crate) async fn is_imported(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    source: &str,
    user: UserId,
) -> Result<bool, Error> {
    let values = (guild, season, source, user);
    let entry: Option<i64> = tx.query(IMPORTED, values).optional_scalar().await?;
    Ok(entry.is_some())
}

/// Notes that a member's points of a source are imported; fails with `Conflict` if another
/// transaction did.
pub(crate) async fn note_import(
    tx: &mut Transaction,
    guild: GuildId,
    source: &str,
    entry: &LedgerEntry,
) -> Result<(), Error> {
    let row = insert!(imported_points {
        guild_id: guild,
        season_id: entry.season_id,
        source,
        user_id: entry.user_id,
        entry_id: entry.id,
    });
    tx.create(row).await
}

/// Everything about a member in a season.
pub(crate) async fn erase(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<(), Error> {
    for sql in [ERASE, ERASE_IMPORTS] {
        tx.query(sql, (guild, season, user)).done().await?;
    }
    Ok(())
}
