//! Opening and closing seasons by their dates.

use super::leaderboard::ranked;
use super::ranks::schedule_sync;
use super::review::{decide, notify_member};
use super::submissions::record;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::{Season, SeasonError, places};
use crate::seasons::store;
use crate::{effects, guilds, members};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::seasons::SeasonStatus;
use paddock_api_types::submissions::SubmissionState;

/// Places named in the announcement of the end.
const TOP: u32 = 3;

/// Submissions that expire in one transaction: few enough not to block others.
const BATCH: u32 = 50;

/// Whether a season should open or close, or is closed and may have submissions that still wait.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    let now = ctx.now().as_millisecond();
    let due = !store::seasons::due(&ctx.db, now).await?.is_empty();
    Ok(due || !store::seasons::expiring(&ctx.db).await?.is_empty())
}

/// Opens and closes due seasons, and expires what is still pending in closed ones. A job; a failure in
/// one season does not affect the others.
pub(crate) async fn run_schedule(ctx: &Context) -> Result<(), SeasonError> {
    let mut outcome = Ok(());
    for due in store::seasons::due(&ctx.db, ctx.now().as_millisecond()).await? {
        let op = &Operation::system(ctx, due.guild_id);
        let done = op
            .write(|mut tx| async move {
                let season = store::seasons::lookup(&mut tx, op.guild(), due.id).await?;
                if let Some(mut season) = season.filter(|season| season.closed_at.is_none()) {
                    match season.status(op.at) {
                        SeasonStatus::Closed => close_now(&mut tx, op, &mut season).await?,
                        SeasonStatus::Open => open_now(&mut tx, op, &mut season).await?,
                        SeasonStatus::Scheduled => {}
                    }
                }
                Ok::<_, SeasonError>(op.commit(tx, ()).await?)
            })
            .await;
        outcome = outcome.and(done);
    }
    for season in store::seasons::expiring(&ctx.db).await? {
        outcome = outcome.and(expire_rest(ctx, &season).await);
    }
    outcome
}

/// Expires what is still pending in a closed season, in batches. Each batch reads what is left, so
/// that an interrupted run resumes where it stopped.
async fn expire_rest(ctx: &Context, season: &Season) -> Result<(), SeasonError> {
    let mut left = true;
    while left && !ctx.stopping.is_cancelled() {
        let op = &Operation::system(ctx, season.guild_id);
        left = op
            .write(|mut tx| async move {
                let left = expire_some(&mut tx, op, season).await? == BATCH as usize;
                if !left {
                    store::seasons::set_expiring(&mut tx, season, false).await?;
                }
                Ok::<_, SeasonError>(op.commit(tx, left).await?)
            })
            .await?;
    }
    Ok(())
}

/// Announces that a season is open; that it is follows from its dates.
async fn open_now(
    tx: &mut Transaction,
    op: &Operation,
    season: &mut Season,
) -> Result<(), SeasonError> {
    if season.opened_at.is_some() {
        return Ok(());
    }
    let before = season.clone();
    season.opened_at = Some(op.at);
    store::seasons::update(tx, season).await?;
    audit::changed(tx, op, "season.opened", &before, season).await?;
    let season = Box::new(season.clone().into_wire(op.at));
    announce(tx, op, Notice::SeasonOpened { season }).await
}

/// Ends a season: freezes its standings, expires the first batch of pending submissions, and may
/// revoke its roles. The rest of the pending submissions is left to the job: they no longer count.
pub(super) async fn close_now(
    tx: &mut Transaction,
    op: &Operation,
    season: &mut Season,
) -> Result<(), SeasonError> {
    let before = season.clone();
    season.closed_at = Some(op.at);
    season.updated_at = op.at;
    store::seasons::update(tx, season).await?;
    store::seasons::set_expiring(tx, season, true).await?;
    season.version += 1;
    store::standings::freeze(tx, op.guild(), season.id).await?;
    Box::pin(expire_some(tx, op, season)).await?;
    if season.remove_roles_at_end {
        schedule_sync(tx, op, season.id).await?;
    }
    audit::changed(tx, op, "season.closed", &before, season).await?;
    let first = PageRequest {
        limit: TOP,
        after: None,
    };
    let ladder = store::ranks::ladder(&mut *tx, op.guild(), season.id).await?;
    let rows = store::standings::leaderboard(&mut *tx, op.guild(), season.id, first).await?;
    let rows = first.page(rows, |row| [row.points, row.reached_id]).items;
    let points: Vec<_> = rows.iter().map(|row| row.points).collect();
    let top = ranked(rows, places::from_the_top(&points), &ladder);
    let season = Box::new(season.clone().into_wire(op.at));
    announce(tx, op, Notice::SeasonClosed { season, top }).await
}

/// Expires the oldest pending submissions, and returns how many there were.
async fn expire_some(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
) -> Result<usize, SeasonError> {
    // The system decided this, not the admin who may have ended the season.
    let nobody = &Operation::system(&op.ctx, op.guild());
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let waiting = store::submissions::pending_of_season(tx, op.guild(), season.id, BATCH).await?;
    let expired = waiting.len();
    for mut stored in waiting {
        let before = stored.submission.clone();
        let expired = SubmissionState::Expired;
        decide(tx, nobody, &settings, &mut stored, expired, None).await?;
        let after = &stored.submission;
        if let Some(member) = members::service::lookup(&mut *tx, op.guild(), after.user_id).await? {
            notify_member(tx, op, &settings, &member, after, None).await?;
        }
        record(tx, nobody, "submission.expired", Some(&before), after, None).await?;
    }
    Ok(expired)
}

async fn announce(tx: &mut Transaction, op: &Operation, notice: Notice) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let Some(channel_id) = settings.announcement_channel_id else {
        return Ok(());
    };
    let action = EffectAction::SendMessage {
        channel_id,
        notice,
        post: None,
        mention: None,
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}
