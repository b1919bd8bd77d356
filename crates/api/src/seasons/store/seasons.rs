//! Statements of the seasons themselves.

use super::{changed, optional_time};
use crate::db::{Database, Error, Query, Source, Transaction, stored_id, stored_time};
use crate::page::PageRequest;
use crate::seasons::model::Season;
use jiff::Timestamp;
use paddock_api_types::seasons::SeasonStatus;
use paddock_api_types::{GuildId, SeasonId};

macro_rules! select_seasons {
    ($rest:literal) => {
        concat!(
            "SELECT season_id, guild_id, number, name, starts_at, ends_at, remove_roles_at_end, \
             participants, opened_at, closed_at, created_at, updated_at, version FROM seasons ",
            $rest
        )
    };
}

const LOOKUP: &str = select_seasons!("WHERE season_id = ? AND guild_id = ?");
const CURRENT: &str = select_seasons!(
    "WHERE guild_id = ? AND starts_at <= ? AND ends_at > ? AND closed_at IS NULL \
     ORDER BY starts_at DESC, season_id DESC LIMIT 1"
);
const NEXT_START: &str = "SELECT starts_at FROM seasons \
     WHERE guild_id = ? AND starts_at > ? AND closed_at IS NULL ORDER BY starts_at LIMIT 1";
const LIST: &str = select_seasons!(
    "WHERE guild_id = ? AND starts_at <= ? AND (starts_at < ? OR season_id < ?) \
     AND (? IS NULL OR (CASE WHEN closed_at IS NOT NULL OR ends_at <= ? THEN 'closed' \
     WHEN starts_at <= ? THEN 'open' ELSE 'scheduled' END) = ?) \
     ORDER BY starts_at DESC, season_id DESC LIMIT ?"
);
const DUE: &str = select_seasons!(
    "WHERE closed_at IS NULL AND (ends_at <= ? OR (opened_at IS NULL AND starts_at <= ?)) \
     ORDER BY ends_at LIMIT 100"
);
// From the seasons, of which there are few, to one look at an index for each: for an EXISTS, MariaDB
// would read that index as a whole.
const CLOSED_OVER_PENDING: &str = select_seasons!(
    "WHERE closed_at IS NOT NULL AND (SELECT waiting.submission_id FROM submissions waiting \
     WHERE waiting.season_id = seasons.season_id AND waiting.state = 'pending' LIMIT 1) \
     IS NOT NULL ORDER BY season_id LIMIT 100"
);
const BY_NUMBER: &str = "SELECT season_id FROM seasons WHERE guild_id = ? AND number = ?";
const LAST_NUMBER: &str = "SELECT MAX(number) FROM seasons WHERE guild_id = ?";
const INSERT: &str = "INSERT INTO seasons (number, name, starts_at, ends_at, remove_roles_at_end, \
     opened_at, closed_at, updated_at, season_id, guild_id, version, participants, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE seasons SET number = ?, name = ?, starts_at = ?, ends_at = ?, \
     remove_roles_at_end = ?, opened_at = ?, closed_at = ?, updated_at = ?, version = version + 1 \
     WHERE season_id = ? AND guild_id = ? AND version = ?";
const JOINED: &str = "UPDATE seasons SET participants = participants + 1 \
     WHERE season_id = ? AND guild_id = ? AND closed_at IS NULL";
const LEFT: &str = "UPDATE seasons SET participants = participants - 1 \
     WHERE season_id = ? AND guild_id = ?";
const DELETE: &str = "DELETE FROM seasons \
     WHERE season_id = ? AND guild_id = ? AND version = ? AND participants = 0";

#[derive(sqlx::FromRow)]
struct SeasonRow {
    season_id: i64,
    guild_id: i64,
    number: i64,
    name: String,
    starts_at: i64,
    ends_at: i64,
    remove_roles_at_end: bool,
    participants: i64,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    created_at: i64,
    updated_at: i64,
    version: i64,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: SeasonId,
) -> Result<Option<Season>, Error> {
    let query = from.query(LOOKUP).bind(id.get()).bind(guild.get());
    optional(query).await
}

/// The open one that began last.
pub(crate) async fn current<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    now: i64,
) -> Result<Option<Season>, Error> {
    let query = from.query(CURRENT).bind(guild.get()).bind(now).bind(now);
    optional(query).await
}

/// When the next one begins.
pub(crate) async fn next_start<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    now: i64,
) -> Result<Option<Timestamp>, Error> {
    let query = from.query(NEXT_START).bind(guild.get()).bind(now);
    let row: Option<(i64,)> = query.fetch_optional().await?;
    row.map(|(at,)| stored_time("seasons.starts_at", at))
        .transpose()
}

/// The latest start first.
pub(crate) async fn list(
    db: &Database,
    guild: GuildId,
    status: Option<SeasonStatus>,
    now: i64,
    page: PageRequest<2>,
) -> Result<Vec<Season>, Error> {
    let [starts_at, id] = page.after.unwrap_or([i64::MAX, i64::MAX]);
    let status = status.map(crate::db::name);
    let rows: Vec<SeasonRow> = db
        .read(LIST)
        .bind(guild.get())
        .bind(starts_at)
        .bind(starts_at)
        .bind(id)
        .bind(status.clone())
        .bind(now)
        .bind(now)
        .bind(status)
        .bind(page.rows())
        .fetch_all()
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Those that should open or close, over all guilds.
pub(crate) async fn due(db: &Database, now: i64) -> Result<Vec<Season>, Error> {
    let rows: Vec<SeasonRow> = db.read(DUE).bind(now).bind(now).fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Those that are closed, and have submissions that still wait, over all guilds.
pub(crate) async fn closed_over_pending(db: &Database) -> Result<Vec<Season>, Error> {
    let rows: Vec<SeasonRow> = db.read(CLOSED_OVER_PENDING).fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Which season has a number.
pub(crate) async fn by_number(
    tx: &mut Transaction,
    guild: GuildId,
    number: u32,
) -> Result<Option<i64>, Error> {
    let query = tx.run(BY_NUMBER).bind(guild.get()).bind(i64::from(number));
    let row: Option<(i64,)> = query.fetch_optional().await?;
    Ok(row.map(|(id,)| id))
}

/// The number after the highest.
pub(crate) async fn next_number(tx: &mut Transaction, guild: GuildId) -> Result<u32, Error> {
    let (last,): (Option<i64>,) = tx.run(LAST_NUMBER).bind(guild.get()).fetch_one().await?;
    stored_id("seasons.number", last.unwrap_or(0) + 1)
}

/// A conflict when its number or id was taken at the same moment.
pub(crate) async fn insert(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    write(tx.run(INSERT), season)
        .bind(i64::from(season.participants))
        .bind(season.created_at.as_millisecond())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Writes a season that was read in the same transaction; a conflict when somebody else changed it.
pub(crate) async fn update(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    let written = write(tx.run(UPDATE), season).execute().await;
    changed(written.map_err(Error::id_collision)?)
}

fn write<'q>(query: Query<'q>, season: &Season) -> Query<'q> {
    query
        .bind(i64::from(season.number))
        .bind(&season.name)
        .bind(season.starts_at.as_millisecond())
        .bind(season.ends_at.as_millisecond())
        .bind(season.remove_roles_at_end)
        .bind(season.opened_at.map(Timestamp::as_millisecond))
        .bind(season.closed_at.map(Timestamp::as_millisecond))
        .bind(season.updated_at.as_millisecond())
        .bind(season.id.get())
        .bind(season.guild_id.get())
        .bind(season.version)
}

/// Counts one more; whether the season still takes somebody.
pub(crate) async fn joined(
    tx: &mut Transaction,
    guild: GuildId,
    id: SeasonId,
) -> Result<bool, Error> {
    let query = tx.run(JOINED).bind(id.get()).bind(guild.get());
    Ok(query.execute().await? > 0)
}

/// Counts one less.
pub(crate) async fn left(tx: &mut Transaction, guild: GuildId, id: SeasonId) -> Result<(), Error> {
    let query = tx.run(LEFT).bind(id.get()).bind(guild.get());
    query.execute().await.map(drop)
}

/// Deletes a season that was read in the same transaction and that nobody has joined; a conflict
/// when either has changed.
pub(crate) async fn delete(tx: &mut Transaction, season: &Season) -> Result<(), Error> {
    let query = tx.run(DELETE).bind(season.id.get());
    let query = query.bind(season.guild_id.get()).bind(season.version);
    changed(query.execute().await?)
}

async fn optional(query: Query<'_>) -> Result<Option<Season>, Error> {
    let row: Option<SeasonRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

impl TryFrom<SeasonRow> for Season {
    type Error = Error;

    fn try_from(row: SeasonRow) -> Result<Self, Error> {
        Ok(Self {
            id: stored_id("seasons.season_id", row.season_id)?,
            guild_id: stored_id("seasons.guild_id", row.guild_id)?,
            number: stored_id("seasons.number", row.number)?,
            name: row.name,
            starts_at: stored_time("seasons.starts_at", row.starts_at)?,
            ends_at: stored_time("seasons.ends_at", row.ends_at)?,
            remove_roles_at_end: row.remove_roles_at_end,
            participants: stored_id("seasons.participants", row.participants)?,
            opened_at: optional_time("seasons.opened_at", row.opened_at)?,
            closed_at: optional_time("seasons.closed_at", row.closed_at)?,
            created_at: stored_time("seasons.created_at", row.created_at)?,
            updated_at: stored_time("seasons.updated_at", row.updated_at)?,
            version: row.version,
        })
    }
}
