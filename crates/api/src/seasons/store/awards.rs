//! Statements of awards.

use crate::db::{
    Database, Error, Source, Transaction, changed, insert, names, record, select, update,
};
use crate::page::PageRequest;
use crate::seasons::model::ranks::{self, HeldAward};
use jiff::Timestamp;
use paddock_api_types::points::{Award, AwardState};
use paddock_api_types::seasons::Prize;
use paddock_api_types::{AwardId, GuildId, PrizeId, SeasonId, UserId};

const LOOKUP: &str = select!(Stored, "WHERE awards.award_id = ? AND awards.guild_id = ?");
// Three lists, so that each is read off its own index.
const LIST_OF_MEMBER: &str = select!(
    Stored,
    "WHERE awards.guild_id = ? AND awards.user_id = ? AND awards.award_id < ? \
     AND (? IS NULL OR awards.season_id = ?) \
     AND (awards.state = ? OR (? IS NULL AND awards.state <> 'withdrawn')) \
     ORDER BY awards.award_id DESC LIMIT ?"
);
const IN_STATE: &str = select!(
    Stored,
    "WHERE awards.guild_id = ? AND awards.state = ? AND awards.award_id < ? \
     AND (? IS NULL OR awards.season_id = ?) ORDER BY awards.award_id DESC LIMIT ?"
);
const LIST: &str = select!(
    Stored,
    "WHERE awards.guild_id = ? AND awards.award_id < ? AND (? IS NULL OR awards.season_id = ?) \
     AND awards.state <> 'withdrawn' ORDER BY awards.award_id DESC LIMIT ?"
);
const OF_MEMBER: &str = select!(
    Stored,
    "WHERE awards.guild_id = ? AND awards.user_id = ? AND (? IS NULL OR awards.season_id = ?) \
     AND (? OR awards.state <> 'withdrawn') ORDER BY awards.award_id"
);
// What was given by hand hangs on no rank.
const HELD: &str = select!(
    HeldAward,
    "WHERE guild_id = ? AND user_id = ? AND season_id = ? AND rank_id <> 0"
);
const DESCRIBE: &str = "UPDATE awards SET description = ?, version = version + 1 \
     WHERE guild_id = ? AND prize_id = ? AND state = 'waiting'";
const WAITING: &str = select!(
    Stored,
    "WHERE awards.guild_id = ? AND awards.prize_id = ? AND awards.state = 'waiting' \
     ORDER BY awards.award_id"
);
const GRANTED: &str = select!(
    HeldAward,
    "WHERE guild_id = ? AND user_id = ? AND state = 'granted'"
);
const COUNT: &str =
    "SELECT COUNT(*) FROM awards WHERE guild_id = ? AND state = ? AND season_id = ?";
const COUNT_WAITING: &str = "SELECT COUNT(*) FROM awards \
     WHERE guild_id = ? AND state = 'waiting' AND season_id = ? AND awarded_at >= ?";
const ERASE: &str = "DELETE FROM awards WHERE guild_id = ? AND user_id = ?";

/// An award as stored.
pub(crate) struct Stored {
    pub(crate) award: Award,
    version: i64,
}

names!(AwardState);
record! { Prize from awards { id: prize_id, role_id, description } }
record! { Award from awards {
    id: award_id, season_id, season_name: "seasons.name",
    rank_id: "NULLIF(awards.rank_id, 0)", rank_name: "NULLIF(awards.rank_name, '')", prize: (Prize),
    user_id, display_name: "members.display_name", state, awarded_at, delivered_at, delivered_by,
    note,
} }
record! { Stored from awards { award: (Award), version }
    "JOIN seasons ON seasons.season_id = awards.season_id AND seasons.guild_id = awards.guild_id \
     JOIN members ON members.guild_id = awards.guild_id AND members.user_id = awards.user_id"
}
record! { HeldAward from awards { id: award_id, prize_id, user_id, role_id, state, version } }

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
    from.query(LOOKUP, (id, guild)).optional().await
}

/// Newest first.
pub(crate) async fn list(
    db: &Database,
    filter: Filter,
    page: PageRequest<1>,
) -> Result<Vec<Award>, Error> {
    let Filter { guild, season, .. } = filter;
    let (before, rows) = (page.before_id(), page.rows());
    let query = match (filter.user, filter.state) {
        (Some(user), state) => {
            let values = (guild, user, before, season, season, state, state, rows);
            db.query(LIST_OF_MEMBER, values)
        }
        (None, Some(state)) => db.query(IN_STATE, (guild, state, before, season, season, rows)),
        (None, None) => db.query(LIST, (guild, before, season, season, rows)),
    };
    Ok(awards(query.all().await?))
}

/// How many of a season's awards stand so.
pub(crate) async fn count(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    state: AwardState,
) -> Result<i64, Error> {
    db.query(COUNT, (guild, state, season)).scalar().await
}

/// How many of a season's awards wait to be handed over, of those won since.
pub(crate) async fn count_waiting(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    since: Timestamp,
) -> Result<i64, Error> {
    let values = (guild, season, since);
    tx.query(COUNT_WAITING, values).scalar().await
}

/// A member's awards, oldest first: in a season or in all, with or without the withdrawn.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
    season: Option<SeasonId>,
    withdrawn: bool,
) -> Result<Vec<Award>, Error> {
    let values = (guild, user, season, season, withdrawn);
    Ok(awards(from.query(OF_MEMBER, values).all().await?))
}

/// All that a member ever won in a season.
pub(crate) async fn held(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    season: SeasonId,
) -> Result<Vec<HeldAward>, Error> {
    tx.query(HELD, (guild, user, season)).all().await
}

/// The roles that a member has won, in any season.
pub(crate) async fn granted(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<HeldAward>, Error> {
    tx.query(GRANTED, (guild, user)).all().await
}

/// An award in the making.
pub(crate) struct NewAward<'a> {
    pub(crate) id: AwardId,
    pub(crate) guild: GuildId,
    pub(crate) season: SeasonId,
    pub(crate) rank_name: &'a str,
    pub(crate) prize: &'a ranks::Prize,
    pub(crate) user: UserId,
    pub(crate) state: AwardState,
    pub(crate) at: i64,
}

/// Fails with `Conflict` if the member won it in another transaction.
pub(crate) async fn insert(tx: &mut Transaction, new: &NewAward<'_>) -> Result<(), Error> {
    let row = insert!(awards {
        award_id: new.id,
        guild_id: new.guild,
        season_id: new.season,
        rank_id: new.prize.rank_id,
        rank_name: new.rank_name,
        prize_id: new.prize.id,
        role_id: new.prize.role_id,
        description: new.prize.description,
        user_id: new.user,
        state: new.state,
        awarded_at: new.at,
        version: 0_i64,
    });
    tx.create(row).await
}

/// Adds one that was given by hand: a prize of its own, of no rank.
pub(crate) async fn insert_by_hand(
    tx: &mut Transaction,
    guild: GuildId,
    award: &Award,
) -> Result<(), Error> {
    let row = insert!(awards {
        award_id: award.id,
        guild_id: guild,
        season_id: award.season_id,
        rank_id: 0_i64,
        rank_name: "",
        prize_id: award.prize.id,
        role_id: award.prize.role_id,
        description: award.prize.description,
        user_id: award.user_id,
        state: award.state,
        awarded_at: award.awarded_at,
        version: 0_i64,
    });
    tx.create(row).await
}

/// Changes what a prize is where it waits to be handed over.
pub(crate) async fn describe(
    tx: &mut Transaction,
    guild: GuildId,
    prize: &ranks::Prize,
) -> Result<(), Error> {
    let values = (prize.description.clone(), guild, prize.id);
    tx.query(DESCRIBE, values).done().await
}

/// Everybody's awards of a prize that wait to be handed over, oldest first.
pub(crate) async fn waiting(
    tx: &mut Transaction,
    guild: GuildId,
    prize: PrizeId,
) -> Result<Vec<Award>, Error> {
    Ok(awards(tx.query(WAITING, (guild, prize)).all().await?))
}

/// Gives an award that was withdrawn again; fails with `Conflict` if another transaction changed it.
pub(crate) async fn renew(
    tx: &mut Transaction,
    guild: GuildId,
    award: &HeldAward,
    state: AwardState,
    at: i64,
) -> Result<(), Error> {
    let renewed = update!(
        awards { state: state, awarded_at: at },
        at award.version,
        key { award_id: award.id, guild_id: guild }
    );
    changed(tx.apply(renewed).await?)
}

/// Fails with `Conflict` if another transaction changed it.
pub(crate) async fn withdraw(
    tx: &mut Transaction,
    guild: GuildId,
    award: &HeldAward,
) -> Result<(), Error> {
    let withdrawn = update!(
        awards { state: AwardState::Withdrawn },
        at award.version,
        key { award_id: award.id, guild_id: guild }
    );
    changed(tx.apply(withdrawn).await?)
}

/// Writes where an award stands that was read in the same transaction; fails with `Conflict` if another
/// one changed it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    let award = &stored.award;
    let row = update!(
        awards {
            state: award.state,
            delivered_at: award.delivered_at,
            delivered_by: award.delivered_by,
            note: award.note,
        },
        at stored.version,
        key { award_id: award.id, guild_id: guild }
    );
    changed(tx.apply(row).await?)
}

/// Everything of a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

fn awards(rows: Vec<Stored>) -> Vec<Award> {
    rows.into_iter().map(|stored| stored.award).collect()
}
