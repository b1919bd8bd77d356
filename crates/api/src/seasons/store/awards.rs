//! Statements of awards.

use super::{changed, optional_id, optional_time};
use crate::db::{self, Database, Error, Source, Transaction, stored_id, stored_name, stored_time};
use crate::page::PageRequest;
use crate::seasons::model::ranks::{self, Prize};
use jiff::Timestamp;
use paddock_api_types::points::{Award, AwardState};
use paddock_api_types::seasons::Prize as PrizeSeen;
use paddock_api_types::{AwardId, GuildId, RoleId, SeasonId, UserId};

macro_rules! select_awards {
    ($rest:literal) => {
        concat!(
            "SELECT a.award_id, a.season_id, s.name AS season_name, a.rank_id, a.rank_name, \
             a.prize_id, a.role_id, a.description, a.user_id, m.display_name, a.state, \
             a.awarded_at, a.delivered_at, a.delivered_by, a.note, a.version FROM awards a \
             JOIN seasons s ON s.season_id = a.season_id AND s.guild_id = a.guild_id \
             JOIN members m ON m.guild_id = a.guild_id AND m.user_id = a.user_id ",
            $rest
        )
    };
}

const LOOKUP: &str = select_awards!("WHERE a.award_id = ? AND a.guild_id = ?");
// Three lists, so that each is read off its own index.
const LIST_OF_MEMBER: &str = select_awards!(
    "WHERE a.guild_id = ? AND a.user_id = ? AND a.award_id < ? \
     AND (? IS NULL OR a.season_id = ?) \
     AND (a.state = ? OR (? IS NULL AND a.state <> 'withdrawn')) \
     ORDER BY a.award_id DESC LIMIT ?"
);
const IN_STATE: &str = select_awards!(
    "WHERE a.guild_id = ? AND a.state = ? AND a.award_id < ? \
     AND (? IS NULL OR a.season_id = ?) ORDER BY a.award_id DESC LIMIT ?"
);
const LIST: &str = select_awards!(
    "WHERE a.guild_id = ? AND a.award_id < ? AND (? IS NULL OR a.season_id = ?) \
     AND a.state <> 'withdrawn' ORDER BY a.award_id DESC LIMIT ?"
);
const OF_MEMBER: &str = select_awards!(
    "WHERE a.guild_id = ? AND a.user_id = ? AND (? IS NULL OR a.season_id = ?) \
     AND (? OR a.state <> 'withdrawn') ORDER BY a.award_id"
);
const SETTLING: &str = "SELECT award_id, prize_id, user_id, role_id, state, version FROM awards \
     WHERE guild_id = ? AND user_id = ? AND season_id = ?";
const GRANTED: &str = "SELECT award_id, prize_id, user_id, role_id, state, version FROM awards \
     WHERE guild_id = ? AND user_id = ? AND state = 'granted'";
const INSERT: &str = "INSERT INTO awards (award_id, guild_id, season_id, rank_id, rank_name, \
     prize_id, role_id, description, user_id, state, awarded_at, version) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
const SET_STATE: &str = "UPDATE awards SET state = ?, awarded_at = ?, version = version + 1 \
     WHERE award_id = ? AND guild_id = ? AND version = ?";
const WITHDRAW: &str = "UPDATE awards SET state = 'withdrawn', version = version + 1 \
     WHERE award_id = ? AND guild_id = ? AND version = ?";
const DELIVER: &str = "UPDATE awards SET state = 'delivered', delivered_at = ?, delivered_by = ?, \
     note = ?, version = version + 1 WHERE award_id = ? AND guild_id = ? AND version = ?";
const FORGET: &str = "DELETE FROM awards WHERE guild_id = ? AND user_id = ?";

#[derive(sqlx::FromRow)]
struct AwardRow {
    award_id: i64,
    season_id: i64,
    season_name: String,
    rank_id: i64,
    rank_name: String,
    prize_id: i64,
    role_id: Option<i64>,
    description: Option<String>,
    user_id: i64,
    display_name: String,
    state: String,
    awarded_at: i64,
    delivered_at: Option<i64>,
    delivered_by: Option<i64>,
    note: Option<String>,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct SettlingRow {
    award_id: i64,
    prize_id: i64,
    user_id: i64,
    role_id: Option<i64>,
    state: String,
    version: i64,
}

/// An award as stored.
pub(crate) struct Stored {
    pub(crate) award: Award,
    version: i64,
}

/// Which awards to list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filter {
    pub(crate) guild: GuildId,
    pub(crate) season: Option<SeasonId>,
    pub(crate) user: Option<UserId>,
    pub(crate) state: Option<AwardState>,
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: AwardId,
) -> Result<Option<Stored>, Error> {
    let query = from.query(LOOKUP).bind(id.get()).bind(guild.get());
    let row: Option<AwardRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// Newest first.
pub(crate) async fn list(
    db: &Database,
    filter: Filter,
    page: PageRequest<1>,
) -> Result<Vec<Award>, Error> {
    let guild = filter.guild.get();
    let before = page.after.map_or(i64::MAX, |[id]| id);
    let season = filter.season.map(SeasonId::get);
    let query = match (filter.user, filter.state.map(db::name)) {
        (Some(user), state) => {
            let query = db.read(LIST_OF_MEMBER).bind(guild).bind(user.get());
            let query = query.bind(before).bind(season).bind(season);
            query.bind(state.clone()).bind(state)
        }
        (None, Some(state)) => {
            let query = db.read(IN_STATE).bind(guild).bind(state);
            query.bind(before).bind(season).bind(season)
        }
        (None, None) => {
            let query = db.read(LIST).bind(guild);
            query.bind(before).bind(season).bind(season)
        }
    };
    awards(query.bind(page.rows()).fetch_all().await?)
}

/// A member's awards, oldest first: in a season or in all, with or without the withdrawn.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
    season: Option<SeasonId>,
    withdrawn: bool,
) -> Result<Vec<Award>, Error> {
    let query = db.read(OF_MEMBER).bind(guild.get()).bind(user.get());
    let season = season.map(SeasonId::get);
    awards(
        query
            .bind(season)
            .bind(season)
            .bind(withdrawn)
            .fetch_all()
            .await?,
    )
}

/// All that a member ever won in a season, to be settled.
pub(crate) async fn settling(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<Vec<ranks::Award>, Error> {
    let query = tx.run(SETTLING).bind(guild.get()).bind(user.get());
    let rows: Vec<SettlingRow> = query.bind(season.get()).fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The roles that a member has won, in any season.
pub(crate) async fn granted(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<ranks::Award>, Error> {
    let query = tx.run(GRANTED).bind(guild.get()).bind(user.get());
    let rows: Vec<SettlingRow> = query.fetch_all().await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// An award in the making.
pub(crate) struct NewAward<'a> {
    pub(crate) id: AwardId,
    pub(crate) guild: GuildId,
    pub(crate) season: SeasonId,
    pub(crate) rank_name: &'a str,
    pub(crate) prize: &'a Prize,
    pub(crate) user: UserId,
    pub(crate) state: AwardState,
    pub(crate) at: i64,
}

/// A conflict when the member won it in the meantime.
pub(crate) async fn insert(tx: &mut Transaction, new: &NewAward<'_>) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(new.id.get())
        .bind(new.guild.get())
        .bind(new.season.get())
        .bind(new.prize.rank_id.get())
        .bind(new.rank_name)
        .bind(new.prize.id.get())
        .bind(new.prize.role_id.map(RoleId::get))
        .bind(new.prize.description.as_deref())
        .bind(new.user.get())
        .bind(db::name(new.state))
        .bind(new.at)
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

/// Gives an award that was withdrawn again; a conflict when somebody else changed it.
pub(crate) async fn renew(
    tx: &mut Transaction,
    guild: GuildId,
    award: &ranks::Award,
    state: AwardState,
    at: i64,
) -> Result<(), Error> {
    let query = tx.run(SET_STATE).bind(db::name(state)).bind(at);
    let query = query.bind(award.id.get()).bind(guild.get());
    changed(query.bind(award.version).execute().await?)
}

/// A conflict when somebody else changed it.
pub(crate) async fn withdraw(
    tx: &mut Transaction,
    guild: GuildId,
    award: &ranks::Award,
) -> Result<(), Error> {
    let query = tx.run(WITHDRAW).bind(award.id.get()).bind(guild.get());
    changed(query.bind(award.version).execute().await?)
}

/// Writes who delivered an award that was read in the same transaction; a conflict when somebody
/// else changed it.
pub(crate) async fn deliver(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let award = &stored.award;
    let query = tx
        .run(DELIVER)
        .bind(award.delivered_at.map(Timestamp::as_millisecond))
        .bind(award.delivered_by.map(UserId::get))
        .bind(award.note.as_deref())
        .bind(award.id.get())
        .bind(guild.get())
        .bind(stored.version);
    changed(query.execute().await?)
}

/// Everything of a member.
pub(crate) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    let query = tx.run(FORGET).bind(guild.get()).bind(user.get());
    query.execute().await.map(drop)
}

fn awards(rows: Vec<AwardRow>) -> Result<Vec<Award>, Error> {
    rows.into_iter()
        .map(|row| Stored::try_from(row).map(|stored| stored.award))
        .collect()
}

impl TryFrom<AwardRow> for Stored {
    type Error = Error;

    fn try_from(row: AwardRow) -> Result<Self, Error> {
        let award = Award {
            id: stored_id("awards.award_id", row.award_id)?,
            season_id: stored_id("awards.season_id", row.season_id)?,
            season_name: row.season_name,
            rank_id: stored_id("awards.rank_id", row.rank_id)?,
            rank_name: row.rank_name,
            prize: PrizeSeen {
                id: stored_id("awards.prize_id", row.prize_id)?,
                role_id: optional_id("awards.role_id", row.role_id)?,
                description: row.description,
            },
            user_id: stored_id("awards.user_id", row.user_id)?,
            display_name: row.display_name,
            state: stored_name("awards.state", row.state)?,
            awarded_at: stored_time("awards.awarded_at", row.awarded_at)?,
            delivered_at: optional_time("awards.delivered_at", row.delivered_at)?,
            delivered_by: optional_id("awards.delivered_by", row.delivered_by)?,
            note: row.note,
        };
        Ok(Self {
            award,
            version: row.version,
        })
    }
}

impl TryFrom<SettlingRow> for ranks::Award {
    type Error = Error;

    fn try_from(row: SettlingRow) -> Result<Self, Error> {
        Ok(Self {
            id: stored_id("awards.award_id", row.award_id)?,
            prize_id: stored_id("awards.prize_id", row.prize_id)?,
            user_id: stored_id("awards.user_id", row.user_id)?,
            role_id: optional_id("awards.role_id", row.role_id)?,
            state: stored_name("awards.state", row.state)?,
            version: row.version,
        })
    }
}
