//! Statements of scoring: rules, what was credited by them, and penalties.

use crate::clock::CLOCKS_DIFFER;
use crate::db::{
    Database, Error, Source, Transaction, changed, documents, insert, record, save, select, upsert,
};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::scoring::{CreditedRound, Penalty, ResultCredit, ResultRule};
use paddock_api_types::{GuildId, PenaltyId, SeasonId, UserId};
use std::time::Duration;

/// After this time a rule is looked at again, for what changed about members and their links.
pub(crate) const LOOK_AGAIN: Duration = Duration::from_mins(10);

const RULE: &str = select!(StoredRule, "WHERE guild_id = ? AND season_id = ?");
const DUE: &str = select!(
    StoredRule,
    "WHERE due_at <= ? OR due_at > ? ORDER BY due_at, guild_id, season_id LIMIT 20"
);
const ROUNDS_CHANGED: &str = "UPDATE result_rules SET due_at = 0, version = version + 1 \
     WHERE guild_id = ? AND league_season_id = ?";
const DELETE_RULE: &str =
    "DELETE FROM result_rules WHERE guild_id = ? AND season_id = ? AND version = ?";
const CREDITS: &str = select!(
    ResultCredit,
    "WHERE guild_id = ? AND season_id = ? ORDER BY user_id"
);
const CREDITS_OF_MEMBER: &str = select!(
    ResultCredit,
    "WHERE guild_id = ? AND user_id = ? ORDER BY season_id"
);
const ERASE_CREDITS: &str = "DELETE FROM result_credits WHERE guild_id = ? AND user_id = ?";
const PENALTY: &str = select!(
    Penalty,
    "WHERE penalty_id = ? AND guild_id = ? AND season_id = ?"
);
const PENALTIES: &str = select!(
    Penalty,
    "WHERE guild_id = ? AND season_id = ? AND penalty_id < ? ORDER BY penalty_id DESC LIMIT ?"
);
const PENALTIES_OF_MEMBER: &str = select!(
    Penalty,
    "WHERE guild_id = ? AND user_id = ? ORDER BY penalty_id"
);
const TAKEN: &str = select!(
    Taken,
    "WHERE guild_id = ? AND season_id = ? GROUP BY user_id"
);
const DELETE_PENALTY: &str = "DELETE FROM penalties WHERE penalty_id = ? AND guild_id = ?";
const ERASE_PENALTIES: &str = "DELETE FROM penalties WHERE guild_id = ? AND user_id = ?";

/// A rule with the season that it is of.
#[derive(Debug, Clone)]
pub(crate) struct StoredRule {
    pub(crate) guild: GuildId,
    pub(crate) season: SeasonId,
    pub(crate) rule: ResultRule,
    version: i64,
}

/// What penalties take from a member in all.
struct Taken {
    user: UserId,
    points: i64,
}

documents!(ResultRule, Vec<CreditedRound>);
record! { StoredRule from result_rules { guild: guild_id, season: season_id, rule, version } }
record! { ResultCredit from result_credits { season_id, user_id, points, rounds } }
record! { Penalty from penalties {
    id: penalty_id, season_id, user_id, points, round, reason, imposed_at,
} }
record! { Taken from penalties { user: user_id, points: "CAST(SUM(points) AS SIGNED)" } }

/// The rule of a season.
pub(crate) async fn rule<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Option<StoredRule>, Error> {
    from.query(RULE, (guild, season)).optional().await
}

/// Rules of every guild that are to be looked at, some at a time.
pub(crate) async fn due(db: &Database, now: Timestamp) -> Result<Vec<StoredRule>, Error> {
    let latest = now + LOOK_AGAIN + CLOCKS_DIFFER;
    let values = (now.as_millisecond(), latest.as_millisecond());
    db.query(DUE, values).all().await
}

/// Keeps a rule in the place of what was read before, and when it is looked at again, if ever. Fails
/// with `Conflict` if another transaction changed it since, or a round that it is about: whoever
/// credits by it begins again then.
pub(crate) async fn save_rule(
    tx: &mut Transaction,
    (guild, season): (GuildId, SeasonId),
    before: Option<&StoredRule>,
    rule: &ResultRule,
    due_at: Option<Timestamp>,
) -> Result<(), Error> {
    save!(
        tx,
        before.map(|before| before.version),
        result_rules {
            league_season_id: rule.league_season_id,
            rule,
            due_at: due_at.map(Timestamp::as_millisecond),
        },
        key {
            guild_id: guild,
            season_id: season
        }
    )
}

/// Has every rule about this season of a league looked at.
pub(crate) async fn rounds_changed(
    tx: &mut Transaction,
    guild: GuildId,
    league_season_id: i64,
) -> Result<(), Error> {
    let changed = tx.query(ROUNDS_CHANGED, (guild, league_season_id));
    changed.done().await
}

/// Deletes a rule; fails with `Conflict` if another transaction changed it since it was read.
pub(crate) async fn delete_rule(tx: &mut Transaction, stored: &StoredRule) -> Result<(), Error> {
    let values = (stored.guild, stored.season, stored.version);
    changed(tx.query(DELETE_RULE, values).execute().await?)
}

/// What was credited in a season.
pub(crate) async fn credits(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<Vec<ResultCredit>, Error> {
    tx.query(CREDITS, (guild, season)).all().await
}

/// What a member was credited in each season.
pub(crate) async fn credits_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<ResultCredit>, Error> {
    db.query(CREDITS_OF_MEMBER, (guild, user)).all().await
}

/// Keeps what a member was credited. The caller holds the season's rule.
pub(crate) async fn save_credit(
    tx: &mut Transaction,
    guild: GuildId,
    credit: &ResultCredit,
) -> Result<(), Error> {
    let row = upsert!(
        result_credits {
            points: credit.points,
            rounds: credit.rounds,
        },
        key {
            guild_id: guild,
            season_id: credit.season_id,
            user_id: credit.user_id
        }
    );
    tx.put(row).await
}

/// A penalty of a season.
pub(crate) async fn penalty(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    id: PenaltyId,
) -> Result<Option<Penalty>, Error> {
    tx.query(PENALTY, (id, guild, season)).optional().await
}

/// Penalties of a season, the latest first.
pub(crate) async fn penalties(
    db: &Database,
    guild: GuildId,
    season: SeasonId,
    page: PageRequest<1>,
) -> Result<Vec<Penalty>, Error> {
    let values = (guild, season, page.before_id(), page.rows());
    db.query(PENALTIES, values).all().await
}

/// Every penalty of a member.
pub(crate) async fn penalties_of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Penalty>, Error> {
    db.query(PENALTIES_OF_MEMBER, (guild, user)).all().await
}

/// What penalties take from each member in a season.
pub(crate) async fn taken(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<Vec<(UserId, i64)>, Error> {
    let rows: Vec<Taken> = tx.query(TAKEN, (guild, season)).all().await?;
    Ok(rows.into_iter().map(|row| (row.user, row.points)).collect())
}

pub(crate) async fn insert_penalty(
    tx: &mut Transaction,
    guild: GuildId,
    penalty: &Penalty,
) -> Result<(), Error> {
    let row = insert!(penalties {
        penalty_id: penalty.id,
        guild_id: guild,
        season_id: penalty.season_id,
        user_id: penalty.user_id,
        points: penalty.points,
        round: penalty.round,
        reason: penalty.reason,
        imposed_at: penalty.imposed_at,
    });
    tx.create(row).await
}

/// Deletes a penalty. Fails with `Conflict` if it is gone already.
pub(crate) async fn delete_penalty(
    tx: &mut Transaction,
    guild: GuildId,
    id: PenaltyId,
) -> Result<(), Error> {
    changed(tx.query(DELETE_PENALTY, (id, guild)).execute().await?)
}

/// Erases a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    for sql in [ERASE_CREDITS, ERASE_PENALTIES] {
        tx.query(sql, (guild, user)).done().await?;
    }
    Ok(())
}
