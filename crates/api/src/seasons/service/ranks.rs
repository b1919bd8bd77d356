//! Ranks and their prizes. Every change writes the season's row too, so that no two change a ladder
//! at once, and has the awards worked out again.

use super::season;
use super::seasons::subject;
use crate::audit::{self, Change};
use crate::db::Transaction;
use crate::guilds;
use crate::operation::Operation;
use crate::seasons::model::ranks::{self as rules, Ladder, Prize, Rank};
use crate::seasons::model::{self, Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::syncs::AwardSync;
use paddock_api_types::seasons::{self as wire, CreatePrize, CreateRank, UpdateRank};
use paddock_api_types::{EffectId, PrizeId, RankId, RoleId, SeasonId};

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
        .map(|rank| seen(rank, &prizes))
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

/// The roles that can be won in seasons of the guild that go on.
pub(crate) async fn prize_roles(op: &Operation) -> Result<Vec<RoleId>, SeasonError> {
    Ok(store::ranks::roles(&op.ctx.db, op.guild()).await?)
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
        if ladder.ranks().len() >= model::MAX_RANKS as usize {
            let limit = model::MAX_RANKS;
            return Err(SeasonError::LimitReached { limit });
        }
        let rank = rules::check_new(new, op.ctx.next_id(), &ladder)?;
        let change = changed("season.rank_created", season_id, None, Some(&rank));
        change_ladder(&mut tx, op, &season, &change).await?;
        store::ranks::insert(&mut tx, op.guild(), season_id, &rank).await?;
        Ok(op.commit(tx, seen(&rank, &[])).await?)
    })
    .await
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
            let change = changed("season.rank_updated", season_id, Some(before), Some(&after));
            change_ladder(&mut tx, op, &season, &change).await?;
            store::ranks::update(&mut tx, op.guild(), &after).await?;
        }
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        Ok(op.commit(tx, seen(&after, &prizes)).await?)
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
        let change = changed("season.rank_deleted", season_id, Some(before), None);
        change_ladder(&mut tx, op, &season, &change).await?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        for prize in prizes.iter().filter(|prize| prize.rank_id == id) {
            let change = prize_changed("season.prize_deleted", season_id, Some(prize), None);
            audit::service::record(&mut tx, op, &change).await?;
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
    let new = &rules::check_prize(new)?;
    if let Some(role) = new.role_id {
        guilds::service::check_prize_role(&op.ctx.db, op.guild(), role)
            .await?
            .map_err(SeasonError::UnsuitableRole)?;
    }
    op.write(|mut tx| async move {
        let (season, ladder) = open_ladder(&mut tx, op, season_id).await?;
        find(&ladder, rank_id)?;
        let prizes = store::ranks::prizes(&mut tx, op.guild(), season_id).await?;
        let of_rank = prizes.iter().filter(|prize| prize.rank_id == rank_id);
        if of_rank.count() >= model::MAX_PRIZES as usize {
            let limit = model::MAX_PRIZES;
            return Err(SeasonError::LimitReached { limit });
        }
        let prize = Prize {
            id: op.ctx.next_id(),
            rank_id,
            role_id: new.role_id,
            description: new.description.clone(),
        };
        let change = prize_changed("season.prize_created", season_id, None, Some(&prize));
        change_ladder(&mut tx, op, &season, &change).await?;
        store::ranks::insert_prize(&mut tx, op.guild(), season_id, &prize).await?;
        Ok(op.commit(tx, wire::Prize::from(&prize)).await?)
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
        let change = prize_changed("season.prize_deleted", season_id, Some(prize), None);
        change_ladder(&mut tx, op, &season, &change).await?;
        store::ranks::delete_prize(&mut tx, op.guild(), id).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Has the awards of a season worked out again, by a job.
pub(super) async fn schedule_sync(
    tx: &mut Transaction,
    op: &Operation,
    season_id: SeasonId,
) -> Result<(), SeasonError> {
    let generation: EffectId = op.ctx.next_id();
    let sync = AwardSync {
        season_id,
        guild_id: op.guild(),
        generation: generation.get(),
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
    change: &Change,
) -> Result<(), SeasonError> {
    store::seasons::update(tx, season).await?;
    schedule_sync(tx, op, season.id).await?;
    Ok(audit::service::record(tx, op, change).await?)
}

fn find(ladder: &Ladder, id: RankId) -> Result<&Rank, SeasonError> {
    let rank = ladder.ranks().iter().find(|rank| rank.id == id);
    rank.ok_or(SeasonError::RankNotFound)
}

fn changed(
    action: &'static str,
    season: SeasonId,
    before: Option<&Rank>,
    after: Option<&Rank>,
) -> Change {
    fn name(rank: &Rank) -> &str {
        &rank.name
    }
    let badge = |rank: Option<&Rank>| rank.and_then(|rank| rank.badge.clone());
    Change::new(action, subject(season))
        .new_value("rank_id", &after.or(before).map(|rank| rank.id))
        .value(
            "position",
            &before.map(|it| it.position),
            &after.map(|it| it.position),
        )
        .value("name", &before.map(name), &after.map(name))
        .value(
            "threshold",
            &before.map(|it| it.threshold),
            &after.map(|it| it.threshold),
        )
        .value("badge", &badge(before), &badge(after))
}

fn prize_changed(
    action: &'static str,
    season: SeasonId,
    before: Option<&Prize>,
    after: Option<&Prize>,
) -> Change {
    let description = |prize: Option<&Prize>| prize.and_then(|prize| prize.description.clone());
    // Which prize it is about stays the same, and has to be told all the same.
    let which = after.or(before);
    Change::new(action, subject(season))
        .new_value("rank_id", &which.map(|prize| prize.rank_id))
        .new_value("prize_id", &which.map(|prize| prize.id))
        .value(
            "role_id",
            &before.and_then(|it| it.role_id),
            &after.and_then(|it| it.role_id),
        )
        .value("description", &description(before), &description(after))
}

fn seen(rank: &Rank, prizes: &[Prize]) -> wire::Rank {
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
