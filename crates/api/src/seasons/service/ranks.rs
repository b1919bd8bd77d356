//! Ranks and their prizes. Every change writes the season's row too, so that two changes of a ladder
//! cannot interleave, and schedules a recalculation of the awards.

use super::awards::show_waiting;
use super::season;
use crate::audit::{self, Under};
use crate::db::Transaction;
use crate::guilds;
use crate::operation::Operation;
use crate::seasons::model::ranks::{self as rules, Ladder, Prize, Rank};
use crate::seasons::model::{self, Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::syncs::AwardSync;
use paddock_api_types::seasons::{self as wire, CreatePrize, CreateRank, UpdatePrize, UpdateRank};
use paddock_api_types::{PrizeId, RankId, SeasonId};

/// Ranks of a season with their prizes, lowest first.
pub(crate) async fn list_ranks(
    op: &Operation,
    id: SeasonId,
) -> Result<Vec<wire::Rank>, SeasonError> {
    season(&op.ctx.db, op, id).await?;
    let ladder = store::ranks::ladder(&op.ctx.db, op.guild(), id).await?;
    let prizes = store::ranks::prizes(&op.ctx.db, op.guild(), id).await?;
    Ok(ladder
        .ranks()
        .iter()
        .map(|rank| into_wire(rank, &prizes))
        .collect())
}

/// One rank with its prizes.
pub(crate) async fn get_rank(
    op: &Operation,
    season: SeasonId,
    id: RankId,
) -> Result<wire::Rank, SeasonError> {
    let ranks = list_ranks(op, season).await?;
    let rank = ranks.into_iter().find(|rank| rank.id == id);
    rank.ok_or(SeasonError::RankNotFound)
}

/// Prizes of a rank, oldest first.
pub(crate) async fn list_prizes(
    op: &Operation,
    season: SeasonId,
    rank: RankId,
) -> Result<Vec<wire::Prize>, SeasonError> {
    Ok(get_rank(op, season, rank).await?.prizes)
}

/// Creates a rank.
pub(crate) async fn create_rank(
    op: &Operation,
    season_id: SeasonId,
    new: CreateRank,
) -> Result<wire::Rank, SeasonError> {
    let new = &new;
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        let rank = add_rank(&mut tx, op, season_id, &ladder, new).await?;
        change_ladder(&mut tx, op, &season).await?;
        Ok(op.commit(tx, into_wire(&rank, &[])).await?)
    })
    .await
}

/// Adds a rank to the ladder of a season, whose row the caller has written or writes.
pub(super) async fn add_rank(
    tx: &mut Transaction,
    op: &Operation,
    season_id: SeasonId,
    ladder: &Ladder,
    new: &CreateRank,
) -> Result<Rank, SeasonError> {
    if ladder.ranks().len() >= model::MAX_RANKS as usize {
        let limit = model::MAX_RANKS;
        return Err(SeasonError::LimitReached { limit });
    }
    let rank = rules::check_new(new, op.ctx.next_id(), ladder)?;
    let created = Under(season_id, &rank);
    audit::created(tx, op, "season.rank_created", &created).await?;
    store::ranks::insert(tx, op.guild(), season_id, &rank).await?;
    Ok(rank)
}

/// Changes a rank.
pub(crate) async fn update_rank(
    op: &Operation,
    season_id: SeasonId,
    id: RankId,
    update: UpdateRank,
) -> Result<wire::Rank, SeasonError> {
    let update = &update;
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        let before = find(&ladder, id)?;
        let after = rules::apply(before, update, &ladder)?;
        if after != *before {
            change_ladder(&mut tx, op, &season).await?;
            let (before, after) = (Under(season_id, before), Under(season_id, &after));
            audit::changed(&mut tx, op, "season.rank_updated", &before, &after).await?;
            store::ranks::update(&mut tx, op.guild(), &after).await?;
        }
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        Ok(op.commit(tx, into_wire(&after, &prizes)).await?)
    })
    .await
}

/// Deletes a rank with its prizes.
pub(crate) async fn delete_rank(
    op: &Operation,
    season_id: SeasonId,
    id: RankId,
) -> Result<(), SeasonError> {
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        let before = find(&ladder, id)?;
        change_ladder(&mut tx, op, &season).await?;
        let before = Under(season_id, before);
        audit::deleted(&mut tx, op, "season.rank_deleted", &before).await?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        for prize in prizes.iter().filter(|prize| prize.rank_id == id) {
            let prize = Under(season_id, prize);
            audit::deleted(&mut tx, op, "season.prize_deleted", &prize).await?;
        }
        store::ranks::delete(&mut tx, op.guild(), season_id, id).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Adds a prize to a rank.
pub(crate) async fn create_prize(
    op: &Operation,
    season_id: SeasonId,
    rank_id: RankId,
    new: CreatePrize,
) -> Result<wire::Prize, SeasonError> {
    let new = &new;
    rules::check_prize(new)?;
    if let Some(role) = new.role_id {
        guilds::service::check_prize_role(&op.ctx.db, op.guild(), role)
            .await?
            .map_err(SeasonError::UnsuitableRole)?;
    }
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        find(&ladder, rank_id)?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        let of_rank = || prizes.iter().filter(|prize| prize.rank_id == rank_id);
        rules::check_is_new(new, of_rank())?;
        if of_rank().count() >= model::MAX_PRIZES as usize {
            let limit = model::MAX_PRIZES;
            return Err(SeasonError::LimitReached { limit });
        }
        let prize = Prize {
            id: op.ctx.next_id(),
            rank_id,
            role_id: new.role_id,
            description: new.description.clone().map(Into::into),
        };
        change_ladder(&mut tx, op, &season).await?;
        let created = Under(season_id, &prize);
        audit::created(&mut tx, op, "season.prize_created", &created).await?;
        store::ranks::insert_prize(&mut tx, op.guild(), season_id, &prize).await?;
        Ok(op.commit(tx, wire::Prize::from(&prize)).await?)
    })
    .await
}

/// Changes what a described prize is, also for those with whom it waits.
pub(crate) async fn update_prize(
    op: &Operation,
    season_id: SeasonId,
    (rank_id, id): (RankId, PrizeId),
    update: UpdatePrize,
) -> Result<wire::Prize, SeasonError> {
    let update = &update;
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        find(&ladder, rank_id)?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        let of_rank = || prizes.iter().filter(|prize| prize.rank_id == rank_id);
        let before = of_rank().find(|prize| prize.id == id);
        let before = before.ok_or(SeasonError::PrizeNotFound)?;
        let after = rules::apply_prize(before, update, of_rank())?;
        if after != *before {
            store::seasons::update(&mut tx, &season).await?;
            store::ranks::update_prize(&mut tx, op.guild(), &after).await?;
            store::awards::describe(&mut tx, op.guild(), &after).await?;
            let (before, after) = (Under(season_id, before), Under(season_id, &after));
            audit::changed(&mut tx, op, "season.prize_updated", &before, &after).await?;
            show_waiting(&mut tx, op, id).await?;
        }
        Ok(op.commit(tx, wire::Prize::from(&after)).await?)
    })
    .await
}

/// Removes a prize.
pub(crate) async fn delete_prize(
    op: &Operation,
    season_id: SeasonId,
    rank_id: RankId,
    id: PrizeId,
) -> Result<(), SeasonError> {
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        find(&ladder, rank_id)?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        let prize = prizes
            .iter()
            .find(|prize| prize.id == id && prize.rank_id == rank_id)
            .ok_or(SeasonError::PrizeNotFound)?;
        change_ladder(&mut tx, op, &season).await?;
        let prize = Under(season_id, prize);
        audit::deleted(&mut tx, op, "season.prize_deleted", &prize).await?;
        store::ranks::delete_prize(&mut tx, op.guild(), id).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Schedules a recalculation of a season's awards, which a job performs.
pub(super) async fn schedule_sync(
    tx: &mut Transaction,
    op: &Operation,
    season_id: SeasonId,
) -> Result<(), SeasonError> {
    let sync = AwardSync {
        season_id,
        guild_id: op.guild(),
        generation: op.ctx.next_id(),
        after_user_id: 0,
    };
    Ok(store::syncs::schedule(tx, sync).await?)
}

async fn open_ladder(
    tx: &mut Transaction,
    op: &Operation,
    id: SeasonId,
) -> Result<(Season, Ladder), SeasonError> {
    let season = season(&mut *tx, op, id).await?;
    season.must_not_be_closed(op.at)?;
    let ladder = store::ranks::ladder(tx, op.guild(), id).await?;
    Ok((season, ladder))
}

async fn change_ladder(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
) -> Result<(), SeasonError> {
    store::seasons::update(tx, season).await?;
    schedule_sync(tx, op, season.id).await
}

fn find(ladder: &Ladder, id: RankId) -> Result<&Rank, SeasonError> {
    let rank = ladder.ranks().iter().find(|rank| rank.id == id);
    rank.ok_or(SeasonError::RankNotFound)
}

fn into_wire(rank: &Rank, prizes: &[Prize]) -> wire::Rank {
    wire::Rank {
        id: rank.id,
        position: rank.position,
        name: rank.name.clone(),
        threshold: rank.threshold,
        badge: rank.badge.clone(),
        prizes: prizes
            .iter()
            .filter(|prize| prize.rank_id == rank.id)
            .map(Into::into)
            .collect(),
    }
}

impl From<&Prize> for wire::Prize {
    fn from(prize: &Prize) -> Self {
        Self {
            id: prize.id,
            role_id: prize.role_id,
            description: prize.description.clone(),
        }
    }
}
