//! Winning prizes, losing them, and handing them over.

use super::{filtered, season};
use crate::context::Context;
use crate::db::{self, Transaction};
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::ranks::{HeldAward, Ladder, Prize, deserves, next_state};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::awards::{Filter, NewAward};
use crate::seasons::store::standings::Standing;
use crate::seasons::store::syncs::AwardSync;
use crate::{effects, guilds, ids, roles};
use jiff::Timestamp;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::points::{Award, AwardState, ListAwardsQuery};
use paddock_api_types::seasons as wire;
use paddock_api_types::{AwardId, ChannelId, Page, PrizeId, RoleId};
use std::time::Duration;

/// Members per transaction of a sync: enough to share its cost, few enough not to block others.
const BATCH: u32 = 50;

/// Brings a member's awards in a season in line with their points, and returns the newly won prizes.
/// The caller has claimed the member's standing. `shown` posts each prize that waits to the admins;
/// where many may be won in one go, [`announce_waiting`] does that once for all.
pub(super) async fn reconcile_awards(
    tx: &mut Transaction,
    op: &Operation,
    (season, ladder): (&Season, &Ladder),
    member: &mut Member,
    points: i64,
    shown: bool,
) -> Result<Vec<wire::Prize>, SeasonError> {
    let prizes = store::ranks::prizes(&mut *tx, op.guild(), season.id).await?;
    let held = store::awards::held(tx, op.guild(), member.user_id, season.id).await?;
    let roles_end = season.closed_at.is_some() && season.remove_roles_at_end;
    let mut won = Vec::new();
    // A role depends on the verification: a concurrent decision about it makes one of the two retry.
    let mut claimed = false;
    for prize in &prizes {
        let award = held.iter().find(|award| award.prize_id == prize.id);
        let state = award.map(|award| award.state);
        let deserved = deserves(prize, ladder, points, roles_end);
        let new = next_state(state, prize.role_id.is_some(), deserved);
        if new == state {
            continue;
        }
        match (award, new) {
            (None, Some(state)) => {
                let rank = ladder.ranks().iter().find(|rank| rank.id == prize.rank_id);
                let new = NewAward {
                    id: op.ctx.next_id(),
                    guild: op.guild(),
                    season: season.id,
                    rank_name: rank.map_or("", |rank| &rank.name),
                    prize,
                    user: member.user_id,
                    state,
                    at: op.at_ms(),
                };
                store::awards::insert(tx, &new).await?;
                if shown && state == AwardState::Waiting {
                    show_won(tx, op, new.id, true).await?;
                }
                won.push(wire::Prize::from(prize));
            }
            (Some(award), Some(AwardState::Withdrawn)) => {
                withdraw(tx, op, award).await?;
            }
            (Some(award), Some(state)) => {
                store::awards::renew(tx, op.guild(), award, state, op.at_ms()).await?;
                if shown && state == AwardState::Waiting {
                    show_won(tx, op, award.id, true).await?;
                }
                won.push(wire::Prize::from(prize));
            }
            (_, None) => {}
        }
        if let Some(role) = prize.role_id {
            claim_once(tx, op, member, &mut claimed).await?;
            let granted = new == Some(AwardState::Granted);
            owe(tx, op, member, prize.id, role, granted).await?;
        }
    }
    withdraw_removed(tx, op, member, &prizes, &held, &mut claimed).await?;
    Ok(won)
}

/// Withdraws awards of prizes that no longer exist, unless they were delivered.
async fn withdraw_removed(
    tx: &mut Transaction,
    op: &Operation,
    member: &mut Member,
    prizes: &[Prize],
    held: &[HeldAward],
    claimed: &mut bool,
) -> Result<(), SeasonError> {
    let removed = held.iter().filter(|award| {
        let live = matches!(award.state, AwardState::Granted | AwardState::Waiting);
        live && !prizes.iter().any(|prize| prize.id == award.prize_id)
    });
    for award in removed {
        withdraw(tx, op, award).await?;
        if let Some(role) = award.role_id {
            claim_once(tx, op, member, claimed).await?;
            owe(tx, op, member, award.prize_id, role, false).await?;
        }
    }
    Ok(())
}

async fn withdraw(
    tx: &mut Transaction,
    op: &Operation,
    award: &HeldAward,
) -> Result<(), SeasonError> {
    store::awards::withdraw(tx, op.guild(), award).await?;
    if award.role_id.is_none() {
        show_won(tx, op, award.id, false).await?;
    }
    Ok(())
}

/// The same as [`show`], of an award that has to be read first.
async fn show_won(
    tx: &mut Transaction,
    op: &Operation,
    id: AwardId,
    is_new: bool,
) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let Some(channel) = settings.review_channel_id else {
        return Ok(());
    };
    let stored = store::awards::lookup(&mut *tx, op.guild(), id).await?;
    let award = stored.ok_or(SeasonError::AwardNotFound)?.award;
    show_in(tx, op, channel, award, is_new).await
}

/// Posts a described prize as it stands to the admins, or updates the post where there is one.
pub(super) async fn show(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    award: &Award,
    is_new: bool,
) -> Result<(), SeasonError> {
    match settings.review_channel_id {
        Some(channel) => show_in(tx, op, channel, award.clone(), is_new).await,
        None => Ok(()),
    }
}

/// Brings what was posted of a described prize up to date, for everybody with whom it waits.
pub(super) async fn show_waiting(
    tx: &mut Transaction,
    op: &Operation,
    prize: PrizeId,
) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let Some(channel) = settings.review_channel_id else {
        return Ok(());
    };
    for award in store::awards::waiting(tx, op.guild(), prize).await? {
        show_in(tx, op, channel, award, false).await?;
    }
    Ok(())
}

async fn show_in(
    tx: &mut Transaction,
    op: &Operation,
    channel_id: ChannelId,
    award: Award,
    is_new: bool,
) -> Result<(), SeasonError> {
    let post = post(award.id);
    let notice = Notice::PrizeWon {
        award: Box::new(award),
    };
    let action = if is_new {
        EffectAction::SendMessage {
            channel_id,
            notice,
            post: Some(post),
            mention: None,
        }
    } else {
        EffectAction::EditMessage { post, notice }
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}

/// The name of the message that shows a prize to the admins.
pub(super) fn post(award: AwardId) -> String {
    format!("award:{award}")
}

/// Lets the admins know how many described prizes of a season were won since and wait.
pub(super) async fn announce_waiting(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    since: Timestamp,
) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let Some(channel_id) = settings.review_channel_id else {
        return Ok(());
    };
    let waiting = store::awards::count_waiting(tx, op.guild(), season.id, since).await?;
    let Some(count) = u32::try_from(waiting).ok().filter(|count| *count > 0) else {
        return Ok(());
    };
    let action = EffectAction::SendMessage {
        channel_id,
        notice: Notice::PrizesWaiting {
            season_name: season.name.clone(),
            count,
        },
        post: None,
        mention: None,
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}

async fn claim_once(
    tx: &mut Transaction,
    op: &Operation,
    member: &mut Member,
    claimed: &mut bool,
) -> Result<(), SeasonError> {
    if !*claimed {
        members::service::claim(tx, op.guild(), member).await?;
        *claimed = true;
    }
    Ok(())
}

/// The role of a prize is owed to those who won it and are verified.
async fn owe(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
    prize: PrizeId,
    role: RoleId,
    granted: bool,
) -> Result<(), db::Error> {
    let roles: &[RoleId] = if granted && member.is_verified() {
        &[role]
    } else {
        &[]
    };
    let source = format!("prize:{prize}");
    roles::service::set_owed(tx, op, member.user_id, &source, roles, member.in_guild).await
}

/// Makes the roles of prizes follow the member's status.
pub(crate) async fn reconcile_roles(
    tx: &mut Transaction,
    op: &Operation,
    member: &Member,
) -> Result<(), db::Error> {
    for award in store::awards::granted(tx, op.guild(), member.user_id).await? {
        if let Some(role) = award.role_id {
            owe(tx, op, member, award.prize_id, role, true).await?;
        }
    }
    Ok(())
}

/// Awards, newest first: the caller's, or, for admins, anybody's.
pub(crate) async fn list_awards(
    op: &Operation,
    query: &ListAwardsQuery,
    page: PageRequest<1>,
) -> Result<Page<Award>, SeasonError> {
    let filter = Filter {
        guild: op.guild(),
        season: query.season_id,
        user: filtered(op, query.user_id, query.everybody)?,
        state: query.state,
    };
    let rows = store::awards::list(&op.ctx.db, filter, page).await?;
    Ok(page.page(rows, |award| [award.id.get()]))
}

/// Whether a recalculation of some season's awards is pending.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, db::Error> {
    Ok(store::syncs::next(&ctx.db, 0).await?.is_some())
}

/// Recalculates the awards of seasons whose ranks or prizes changed, or that have ended. A job: it
/// resumes where it stopped, and a failure in one season does not affect the others.
pub(crate) async fn sync_awards(ctx: &Context) -> Result<(), SeasonError> {
    let (mut season, mut outcome) = (0, Ok(()));
    while let Some(sync) = store::syncs::next(&ctx.db, season).await? {
        season = sync.season_id.get();
        let synced = Box::pin(sync_season(ctx, sync)).await;
        outcome = outcome.and(synced);
    }
    outcome
}

async fn sync_season(ctx: &Context, mut sync: AwardSync) -> Result<(), SeasonError> {
    let op = &Operation::system(ctx, sync.guild_id);
    while !ctx.stopping.is_cancelled() {
        let (season, after) = (sync.season_id, sync.after_user_id);
        let page = store::standings::batch(&ctx.db, sync.guild_id, season, after, BATCH).await?;
        let batch: &[Standing] = &page;
        let done_through = batch.last().map(|standing| standing.user_id);
        ctx.db
            .transact(|mut tx| async move {
                for standing in batch {
                    sync_member(&mut tx, op, standing).await?;
                }
                match done_through {
                    Some(user) => store::syncs::advance(&mut tx, sync, user.get()).await?,
                    None => end(&mut tx, op, sync).await?,
                }
                Ok::<_, SeasonError>(tx.commit(()).await?)
            })
            .await?;
        ctx.changed.notify_waiters();
        match done_through {
            Some(user) => sync.after_user_id = user.get(),
            None => break,
        }
    }
    Ok(())
}

/// Ends a recalculation, and lets the admins know what it left to hand over.
async fn end(tx: &mut Transaction, op: &Operation, sync: AwardSync) -> Result<(), SeasonError> {
    store::syncs::end(tx, sync).await?;
    if let Some(season) = store::seasons::lookup(&mut *tx, op.guild(), sync.season_id).await? {
        // An id can be ahead of the clock by moments: each is above those before it.
        let since = ids::made_at(sync.generation) - Duration::from_secs(1);
        announce_waiting(tx, op, &season, since).await?;
    }
    Ok(())
}

async fn sync_member(
    tx: &mut Transaction,
    op: &Operation,
    standing: &Standing,
) -> Result<(), SeasonError> {
    let (id, user) = (standing.season_id, standing.user_id);
    // Waits for a concurrent change of the points, so that the ladder is read after it.
    if !store::standings::touch(tx, op.guild(), id, user).await? {
        return Ok(());
    }
    let standing = store::standings::lookup(&mut *tx, op.guild(), id, user).await?;
    let member = members::service::lookup(&mut *tx, op.guild(), user).await?;
    let (Some(standing), Some(mut member)) = (standing, member) else {
        return Ok(());
    };
    let season = season(&mut *tx, op, id).await?;
    let ladder = store::ranks::ladder(&mut *tx, op.guild(), id).await?;
    let (ladder, points) = ((&season, &ladder), standing.points);
    reconcile_awards(tx, op, ladder, &mut member, points, false).await?;
    Ok(())
}
