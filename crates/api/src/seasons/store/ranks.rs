//! Statements of ranks and prizes. Every caller that writes here has changed the season's version
//! before, so that no two change a ladder at the same time.

use crate::db::{Database, Error, Source, Transaction, insert, record, select, update};
use crate::seasons::model::ranks::{Ladder, Prize, Rank};
use paddock_api_types::{GuildId, PrizeId, RankId, RoleId, SeasonId};

const LADDER: &str = select!(Rank, "WHERE guild_id = ? AND season_id = ?");
const LAST: &str = "SELECT MAX(position) FROM ranks WHERE guild_id = ? AND season_id = ?";
const DELETE: &str = "DELETE FROM ranks WHERE rank_id = ? AND guild_id = ?";
const DELETE_ALL: &str = "DELETE FROM ranks WHERE guild_id = ? AND season_id = ?";
const PRIZES: &str = select!(
    Prize,
    "WHERE guild_id = ? AND season_id = ? ORDER BY prize_id"
);
const DELETE_PRIZE: &str = "DELETE FROM prizes WHERE prize_id = ? AND guild_id = ?";
const DELETE_PRIZES_OF_RANK: &str =
    "DELETE FROM prizes WHERE guild_id = ? AND season_id = ? AND rank_id = ?";
const DELETE_PRIZES: &str = "DELETE FROM prizes WHERE guild_id = ? AND season_id = ?";
// Closed seasons give no more roles, but may still have to take one.
const ROLES: &str = "SELECT DISTINCT p.role_id FROM prizes p \
     JOIN seasons s ON s.season_id = p.season_id AND s.guild_id = p.guild_id \
     WHERE s.guild_id = ? AND s.closed_at IS NULL AND p.role_id IS NOT NULL";

record! { Rank from ranks { id: rank_id, position, name, threshold, badge } }
record! { Prize from prizes { id: prize_id, rank_id, role_id, description } }

/// The ranks of a season.
pub(crate) async fn ladder<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Ladder, Error> {
    let ranks = from.query(LADDER, (guild, season)).all();
    Ok(Ladder::new(ranks.await?))
}

/// Fails with `Conflict` if another transaction took its id.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    rank: &Rank,
) -> Result<(), Error> {
    // The stored position only tells the rows of a season apart: their order follows from thresholds,
    // so that a rank between two others moves none of them.
    let last: Option<i64> = tx.query(LAST, (guild, season)).scalar().await?;
    let position = last.unwrap_or(0) + 1;
    let row = insert!(ranks {
        rank_id: rank.id,
        guild_id: guild,
        season_id: season,
        position,
        name: rank.name,
        threshold: rank.threshold,
        badge: rank.badge,
    });
    tx.create(row).await
}

pub(crate) async fn update(tx: &mut Transaction, guild: GuildId, rank: &Rank) -> Result<(), Error> {
    let row = update!(
        ranks {
            name: rank.name,
            threshold: rank.threshold,
            badge: rank.badge,
        },
        key {
            rank_id: rank.id,
            guild_id: guild
        }
    );
    tx.put(row).await
}

/// With its prizes.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    id: RankId,
) -> Result<(), Error> {
    tx.query(DELETE, (id, guild)).done().await?;
    let values = (guild, season, id);
    tx.query(DELETE_PRIZES_OF_RANK, values).done().await
}

/// Every rank and prize, with a season that is deleted.
pub(crate) async fn delete_all(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    for sql in [DELETE_ALL, DELETE_PRIZES] {
        tx.query(sql, (guild, season)).done().await?;
    }
    Ok(())
}

/// The prizes of a season, oldest first.
pub(crate) async fn prizes<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Vec<Prize>, Error> {
    from.query(PRIZES, (guild, season)).all().await
}

/// Fails with `Conflict` if another transaction took its id.
pub(crate) async fn insert_prize(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    prize: &Prize,
) -> Result<(), Error> {
    let row = insert!(prizes {
        prize_id: prize.id,
        guild_id: guild,
        season_id: season,
        rank_id: prize.rank_id,
        role_id: prize.role_id,
        description: prize.description,
    });
    tx.create(row).await
}

pub(crate) async fn update_prize(
    tx: &mut Transaction,
    guild: GuildId,
    prize: &Prize,
) -> Result<(), Error> {
    let row = update!(
        prizes {
            description: prize.description
        },
        key {
            prize_id: prize.id,
            guild_id: guild
        }
    );
    tx.put(row).await
}

pub(crate) async fn delete_prize(
    tx: &mut Transaction,
    guild: GuildId,
    id: PrizeId,
) -> Result<(), Error> {
    tx.query(DELETE_PRIZE, (id, guild)).done().await
}

/// The roles that can be won in seasons that go on.
pub(crate) async fn roles(db: &Database, guild: GuildId) -> Result<Vec<RoleId>, Error> {
    db.query(ROLES, (guild,)).scalars().await
}
