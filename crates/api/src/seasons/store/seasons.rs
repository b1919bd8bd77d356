//! Statements of the seasons themselves.

use crate::db::{Database, Error, Source, Transaction, changed, names, record, save, select};
use crate::page::PageRequest;
use crate::seasons::model::Season;
use jiff::Timestamp;
use paddock_api_types::seasons::SeasonStatus;
use paddock_api_types::{GuildId, SeasonId, name_key};

const LOOKUP: &str = select!(Season, "WHERE season_id = ? AND guild_id = ?");
const OPEN: &str = select!(
    Season,
    "WHERE guild_id = ? AND starts_at <= ? AND ends_at > ? AND closed_at IS NULL \
     ORDER BY starts_at DESC, season_id DESC"
);
const NEXT_START: &str = "SELECT starts_at FROM seasons \
     WHERE guild_id = ? AND starts_at > ? AND closed_at IS NULL ORDER BY starts_at, season_id LIMIT 1";
const LIST: &str = select!(
    Season,
    "WHERE guild_id = ? AND starts_at <= ? AND (starts_at < ? OR season_id < ?) \
     AND (? IS NULL OR (CASE WHEN closed_at IS NOT NULL OR ends_at <= ? THEN 'closed' \
     WHEN starts_at <= ? THEN 'open' ELSE 'scheduled' END) = ?) \
     ORDER BY starts_at DESC, season_id DESC LIMIT ?"
);
const TO_CLOSE: &str = select!(
    Season,
    "WHERE closed_at IS NULL AND ends_at <= ? ORDER BY ends_at, season_id LIMIT 100"
);
// One is announced once there is a way to points in it.
const TO_OPEN: &str = select!(
    Season,
    "WHERE opened_at IS NULL AND closed_at IS NULL AND starts_at <= ? \
     AND (EXISTS (SELECT 1 FROM season_items taken \
     WHERE taken.guild_id = seasons.guild_id AND taken.season_id = seasons.season_id) \
     OR EXISTS (SELECT 1 FROM result_rules rules \
     WHERE rules.guild_id = seasons.guild_id AND rules.season_id = seasons.season_id)) \
     ORDER BY starts_at, season_id LIMIT 100"
);
const EXPIRING: &str = select!(Season, "WHERE expiring = TRUE ORDER BY season_id LIMIT 100");
const SET_EXPIRING: &str = "UPDATE seasons SET expiring = ? WHERE season_id = ? AND guild_id = ?";
const BY_NUMBER: &str = "SELECT season_id FROM seasons WHERE guild_id = ? AND number = ?";
// One that was made before names had keys has none.
const NAMED: &str = "SELECT COUNT(*) FROM seasons \
     WHERE guild_id = ? AND (name_key = ? OR name = ?) AND season_id <> ?";
const LAST_NUMBER: &str = "SELECT MAX(number) FROM seasons WHERE guild_id = ?";
const JOINED: &str = "UPDATE seasons SET participants = participants + 1 \
     WHERE season_id = ? AND guild_id = ? AND closed_at IS NULL";
const LEFT: &str = "UPDATE seasons SET participants = participants - 1 \
     WHERE season_id = ? AND guild_id = ?";
const DELETE: &str = "DELETE FROM seasons \
     WHERE season_id = ? AND guild_id = ? AND version = ? AND participants = 0";

names!(SeasonStatus);
record! { Season from seasons {
    id: season_id, guild_id, number, name, starts_at, ends_at, remove_roles_at_end, participants,
    opened_at, closed_at, created_at, updated_at, version,
} }

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: SeasonId,
) -> Result<Option<Season>, Error> {
    from.query(LOOKUP, (id, guild)).optional().await
}

/// Those that are open, the latest start first.
pub(crate) async fn open<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    now: i64,
) -> Result<Vec<Season>, Error> {
    from.query(OPEN, (guild, now, now)).all().await
}

/// When the next one begins.
pub(crate) async fn next_start<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    now: i64,
) -> Result<Option<Timestamp>, Error> {
    let next = from.query(NEXT_START, (guild, now));
    next.optional_scalar().await
}

/// The latest start first.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    status: Option<SeasonStatus>,
    now: i64,
    page: PageRequest<2>,
) -> Result<Vec<Season>, Error> {
    let [at, id] = page.after.unwrap_or([i64::MAX, i64::MAX]);
    let values = (guild, at, at, id, status, now, now, status, page.rows());
    db.query(LIST, values).all().await
}

/// Those that should open or close, over all guilds.
pub(crate) async fn due(db: &Database, now: i64) -> Result<Vec<Season>, Error> {
    let mut due: Vec<Season> = db.query(TO_CLOSE, (now,)).all().await?;
    let to_open: Vec<Season> = db.query(TO_OPEN, (now,)).all().await?;
    // One that never opened ends all the same, and once.
    due.extend(
        to_open
            .into_iter()
            .filter(|it| it.ends_at.as_millisecond() > now),
    );
    Ok(due)
}

/// Those that are closed, and may have submissions that still wait, over all guilds.
pub(crate) async fn expiring(db: &Database) -> Result<Vec<Season>, Error> {
    db.query(EXPIRING, ()).all().await
}

/// Notes whether a closed season may have submissions that still wait.
pub(crate) async fn set_expiring(
    tx: &mut Transaction,
    season: &Season,
    expiring: bool,
) -> Result<(), Error> {
    let values = (expiring, season.id, season.guild_id);
    tx.query(SET_EXPIRING, values).done().await
}

/// The season that has a number.
pub(crate) async fn by_number(
    tx: &mut Transaction,
    guild: GuildId,
    number: u32,
) -> Result<Option<i64>, Error> {
    tx.query(BY_NUMBER, (guild, number)).optional_scalar().await
}

/// Whether a season, but for `own`, has a name that cannot be told from this one.
pub(crate) async fn is_named(
    tx: &mut Transaction,
    guild: GuildId,
    name: &str,
    own: Option<SeasonId>,
) -> Result<bool, Error> {
    let values = (guild, name_key(name), name, own.map_or(0, SeasonId::get));
    let others: i64 = tx.query(NAMED, values).scalar().await?;
    Ok(others > 0)
}

/// The number after the highest.
pub(crate) async fn next_number(tx: &mut Transaction, guild: GuildId) -> Result<u32, Error> {
    let last: Option<u32> = tx.query(LAST_NUMBER, (guild,)).scalar().await?;
    Ok(last.unwrap_or(0).saturating_add(1))
}

/// Fails with `Conflict` if another transaction took the number or id.
pub(crate) async fn insert(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    write(tx, season, None).await
}

/// Writes a season that was read in the same transaction; fails with `Conflict` if another one
/// changed it or took its number.
pub(crate) async fn update(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    write(tx, season, Some(season.version)).await
}

async fn write(tx: &mut Transaction, season: &Season, version: Option<i64>) -> Result<(), Error> {
    save!(
        tx,
        version,
        seasons {
            number: season.number,
            name: season.name,
            name_key: name_key(&season.name),
            starts_at: season.starts_at,
            ends_at: season.ends_at,
            remove_roles_at_end: season.remove_roles_at_end,
            opened_at: season.opened_at,
            closed_at: season.closed_at,
            updated_at: season.updated_at,
        },
        key {
            season_id: season.id,
            guild_id: season.guild_id
        },
        once {
            participants: season.participants,
            created_at: season.created_at
        }
    )
}

/// Counts one more; whether the season still accepts members.
pub(crate) async fn joined(
    tx: &mut Transaction,
    guild: GuildId,
    id: SeasonId,
) -> Result<bool, Error> {
    Ok(tx.query(JOINED, (id, guild)).execute().await? > 0)
}

/// Counts one less.
pub(crate) async fn left(tx: &mut Transaction, guild: GuildId, id: SeasonId) -> Result<(), Error> {
    tx.query(LEFT, (id, guild)).done().await
}

/// Deletes a season that was read in the same transaction and that nobody has joined; fails with
/// `Conflict` if either has changed.
pub(crate) async fn delete(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    let values = (season.id, season.guild_id, season.version);
    changed(tx.query(DELETE, values).execute().await?)
}
