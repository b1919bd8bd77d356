//! Creating, changing, cloning and closing seasons.

use super::items::take_first;
use super::ranks::add_rank;
use super::schedule::close_now;
use super::{meant, season};
use crate::audit;
use crate::db::{Error, Reading, Source, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::ranks::{Prize, Rank};
use crate::seasons::model::{self, Season, SeasonError};
use crate::seasons::store;
use paddock_api_types::points::AwardState;
use paddock_api_types::seasons::{self as wire, CreateSeason, SeasonStatus, UpdateSeason};
use paddock_api_types::{ItemId, Page, SeasonId};

/// Seasons, the latest start first.
pub(crate) async fn list(
    op: &Operation,
    status: Option<SeasonStatus>,
    page: PageRequest<2>,
) -> Result<Page<wire::Season>, SeasonError> {
    let rows = store::seasons::list(&op.ctx.db, op.guild(), status, op.at_ms(), page).await?;
    let page = page.page(rows, |season| {
        [season.starts_at.as_millisecond(), season.id.get()]
    });
    Ok(page.map(|season| season.into_wire(op.at)))
}

/// The season that the caller means without naming one, also where an item is to be submitted.
pub(crate) async fn current(
    op: &Operation,
    item: Option<ItemId>,
) -> Result<wire::Season, SeasonError> {
    let mut from = Reading::Now(&op.ctx.db);
    let season = meant(&mut from, op, op.actor.user_id, item).await?;
    Ok(season.into_wire(op.at))
}

/// What ending a season that is not closed takes with it.
pub(crate) async fn closing(
    op: &Operation,
    id: SeasonId,
) -> Result<wire::SeasonClosing, SeasonError> {
    let db = &op.ctx.db;
    let season = season(db, op, id).await?;
    season.must_not_be_closed(op.at)?;
    let few = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let count = |state| store::awards::count(db, op.guild(), id, state);
    let roles = if season.remove_roles_at_end {
        count(AwardState::Granted).await?
    } else {
        0
    };
    Ok(wire::SeasonClosing {
        waiting_submissions: few(store::submissions::pending_in(db, op.guild(), id).await?),
        roles_taken_back: few(roles),
        waiting_prizes: few(count(AwardState::Waiting).await?),
        season: season.into_wire(op.at),
    })
}

/// One season.
pub(crate) async fn get(op: &Operation, id: SeasonId) -> Result<wire::Season, SeasonError> {
    Ok(season(&op.ctx.db, op, id).await?.into_wire(op.at))
}

/// Where a season stands, for a rule of another capability; none where there is no such season.
pub(crate) async fn status<'s>(
    from: impl Source<'s>,
    op: &Operation,
    id: SeasonId,
) -> Result<Option<SeasonStatus>, Error> {
    let season = store::seasons::lookup(from, op.guild(), id).await?;
    Ok(season.map(|season| season.status(op.at)))
}

/// Refuses what is no season of the guild, or is over, for a rule of another capability.
pub(crate) async fn must_not_be_closed<'s>(
    from: impl Source<'s>,
    op: &Operation,
    id: SeasonId,
) -> Result<(), SeasonError> {
    season(from, op, id).await?.must_not_be_closed(op.at)
}

/// Creates a season, with its first item and its first rank where they are given.
pub(crate) async fn create(op: &Operation, new: CreateSeason) -> Result<wire::Season, SeasonError> {
    let new = &model::check_new(new, op.at)?;
    op.write(|mut tx| async move {
        let season = insert(&mut tx, op, new, "season.created").await?;
        begin_set_up(&mut tx, op, &season, new).await?;
        Ok(op.commit(tx, season.into_wire(op.at)).await?)
    })
    .await
}

/// Creates a season with the set-up of another, in whatever state that one is.
pub(crate) async fn clone_season(
    op: &Operation,
    from: SeasonId,
    new: CreateSeason,
) -> Result<wire::Season, SeasonError> {
    let new = &model::check_new(new, op.at)?;
    op.write(|mut tx| async move {
        let original = season(&mut tx, op, from).await?;
        let season = insert(&mut tx, op, new, "season.cloned").await?;
        copy_set_up(&mut tx, op, &original, &season).await?;
        begin_set_up(&mut tx, op, &season, new).await?;
        Ok(op.commit(tx, season.into_wire(op.at)).await?)
    })
    .await
}

async fn insert(
    tx: &mut Transaction,
    op: &Operation,
    new: &CreateSeason,
    action: &'static str,
) -> Result<Season, SeasonError> {
    let number = match new.number {
        Some(number) => free_number(tx, op, number.get(), None).await?,
        None => model::next_number(store::seasons::next_number(tx, op.guild()).await?)?,
    };
    name_is_free(tx, op, &new.name, None).await?;
    let season = Season {
        id: op.ctx.next_id(),
        guild_id: op.guild(),
        number,
        name: new.name.to_string(),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        remove_roles_at_end: new.remove_roles_at_end,
        participants: 0,
        opened_at: None,
        closed_at: None,
        created_at: op.at,
        updated_at: op.at,
        version: 0,
    };
    store::seasons::insert(tx, &season).await?;
    audit::created(tx, op, action, &season).await?;
    Ok(season)
}

/// Gives a season that was created in this transaction its first item and its first rank.
async fn begin_set_up(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    new: &CreateSeason,
) -> Result<(), SeasonError> {
    if let Some(first) = &new.first_item {
        take_first(tx, op, season.id, first).await?;
    }
    if let Some(first) = &new.first_rank {
        let ladder = store::ranks::ladder(&mut *tx, op.guild(), season.id).await?;
        add_rank(tx, op, season.id, &ladder, first).await?;
    }
    Ok(())
}

async fn copy_set_up(
    tx: &mut Transaction,
    op: &Operation,
    from: &Season,
    to: &Season,
) -> Result<(), SeasonError> {
    let all = PageRequest {
        limit: model::MAX_ITEMS,
        after: None,
    };
    for item in store::items::of_season(&mut *tx, op.guild(), from.id, all).await? {
        store::items::set(tx, op.guild(), to.id, &item, op.at_ms()).await?;
    }
    let prizes = store::ranks::prizes(&mut *tx, op.guild(), from.id).await?;
    for original in store::ranks::ladder(&mut *tx, op.guild(), from.id)
        .await?
        .ranks()
    {
        let rank = Rank {
            id: op.ctx.next_id(),
            ..original.clone()
        };
        store::ranks::insert(tx, op.guild(), to.id, &rank).await?;
        for prize in prizes.iter().filter(|it| it.rank_id == original.id) {
            let prize = Prize {
                id: op.ctx.next_id(),
                rank_id: rank.id,
                ..prize.clone()
            };
            store::ranks::insert_prize(tx, op.guild(), to.id, &prize).await?;
        }
    }
    Ok(())
}

/// Changes a season that is not closed.
pub(crate) async fn update(
    op: &Operation,
    id: SeasonId,
    update: UpdateSeason,
) -> Result<wire::Season, SeasonError> {
    let update = &update;
    op.write(|mut tx| async move {
        let before = season(&mut tx, op, id).await?;
        let mut after = model::apply(&before, update, op.at)?;
        if after.number != before.number {
            free_number(&mut tx, op, after.number, Some(id)).await?;
        }
        if after.name != before.name {
            name_is_free(&mut tx, op, &after.name, Some(id)).await?;
        }
        if after != before {
            audit::changed(&mut tx, op, "season.updated", &before, &after).await?;
            after.updated_at = op.at;
            store::seasons::update(&mut tx, &after).await?;
        }
        Ok(op.commit(tx, after.into_wire(op.at)).await?)
    })
    .await
}

/// Deletes a season that nobody has joined.
pub(crate) async fn delete(op: &Operation, id: SeasonId) -> Result<(), SeasonError> {
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, id).await?;
        if season.participants > 0 {
            return Err(SeasonError::InUse);
        }
        store::seasons::delete(&mut tx, &season).await?;
        store::items::unset_all(&mut tx, op.guild(), id).await?;
        store::ranks::delete_all(&mut tx, op.guild(), id).await?;
        // Erased members leave counts without standings behind.
        store::counts::delete_all(&mut tx, op.guild(), id).await?;
        audit::deleted(&mut tx, op, "season.deleted", &season).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Ends a season now. Closing a closed one changes nothing.
pub(crate) async fn close(op: &Operation, id: SeasonId) -> Result<wire::Season, SeasonError> {
    op.write(|mut tx| async move {
        let mut season = season(&mut tx, op, id).await?;
        if season.closed_at.is_none() {
            close_now(&mut tx, op, &mut season).await?;
        }
        Ok(op.commit(tx, season.into_wire(op.at)).await?)
    })
    .await
}

async fn name_is_free(
    tx: &mut Transaction,
    op: &Operation,
    name: &str,
    own: Option<SeasonId>,
) -> Result<(), SeasonError> {
    if store::seasons::is_named(tx, op.guild(), name, own).await? {
        return Err(SeasonError::NameTaken);
    }
    Ok(())
}

async fn free_number(
    tx: &mut Transaction,
    op: &Operation,
    number: u32,
    own: Option<SeasonId>,
) -> Result<u32, SeasonError> {
    match store::seasons::by_number(tx, op.guild(), number).await? {
        Some(holder) if own.map(SeasonId::get) != Some(holder) => {
            Err(SeasonError::NumberTaken(number))
        }
        _ => Ok(number),
    }
}
