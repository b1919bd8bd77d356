//! Seasons open and close by themselves.

use super::leaderboard::ranked;
use super::ranks::schedule_sync;
use super::review::{decide, tell_member};
use super::seasons::subject;
use crate::audit::{self, Change};
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

/// Places that the announcement of the end names.
const TOP: u32 = 3;

/// Whether a season should open or close.
pub(crate) async fn any_due(ctx: &Context) -> Result<bool, Error> {
    let now = ctx.now().as_millisecond();
    Ok(!store::seasons::due(&ctx.db, now).await?.is_empty())
}

/// Opens and closes what is due. A job; one season's failure is no other's.
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
    outcome
}

/// Says that a season is open; that it is follows from its dates.
async fn open_now(
    tx: &mut Transaction,
    op: &Operation,
    season: &mut Season,
) -> Result<(), SeasonError> {
    if season.opened_at.is_some() {
        return Ok(());
    }
    season.opened_at = Some(op.at);
    store::seasons::update(tx, season).await?;
    let change = Change::new("season.opened", subject(season.id)).new_value("opened_at", &op.at);
    audit::service::record(tx, op, &change).await?;
    let season = Box::new(season.clone().seen(op.at));
    announce(tx, op, Notice::SeasonOpened { season }).await
}

/// Ends a season: its standings freeze, what still waits expires, and its roles may be taken back.
pub(super) async fn close_now(
    tx: &mut Transaction,
    op: &Operation,
    season: &mut Season,
) -> Result<(), SeasonError> {
    season.closed_at = Some(op.at);
    season.updated_at = op.at;
    store::seasons::update(tx, season).await?;
    season.version += 1;
    store::standings::freeze(tx, season.id).await?;
    expire_pending(tx, op, season).await?;
    if season.remove_roles_at_end {
        schedule_sync(tx, op, season.id).await?;
    }
    let change = Change::new("season.closed", subject(season.id)).new_value("closed_at", &op.at);
    audit::service::record(tx, op, &change).await?;
    let first = PageRequest {
        limit: TOP,
        after: None,
    };
    let ladder = store::ranks::ladder(&mut *tx, season.id).await?;
    let rows = store::standings::leaderboard(&mut *tx, op.guild(), season.id, first).await?;
    let rows = first.page(rows, |row| [row.points, row.reached_id]).items;
    let points: Vec<_> = rows.iter().map(|row| row.points).collect();
    let top = ranked(rows, places::from_the_top(&points), &ladder);
    let season = Box::new(season.clone().seen(op.at));
    announce(tx, op, Notice::SeasonClosed { season, top }).await
}

async fn expire_pending(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    for mut stored in store::submissions::pending_of_season(tx, op.guild(), season.id).await? {
        // Nobody decided this, whoever ended the season.
        let nobody = Operation::system(&op.ctx, op.guild());
        decide(tx, &nobody, &mut stored, SubmissionState::Expired, None).await?;
        let submission = &stored.submission;
        let user = submission.user_id;
        if let Some(member) = members::service::lookup(&mut *tx, op.guild(), user).await? {
            tell_member(tx, op, &settings, &member, submission, None).await?;
        }
    }
    Ok(())
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
