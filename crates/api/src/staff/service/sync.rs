//! Asking Discord for everybody, and how well presences are known.

use super::{roster, sight};
use crate::db::Reading;
use crate::effects::{self, EffectError};
use crate::guilds::SILENCE;
use crate::operation::{Failure, Operation};
use crate::staff::model::{Sight, StaffError};
use crate::staff::store;
use paddock_api_types::EffectId;
use paddock_api_types::effects::{EffectAction, EffectState};
use paddock_api_types::staff::{
    StaffDiscordStatus, StaffMember, StaffStatus, StaffSyncState, StaffSynced,
};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// How long a sync waits for the bot.
const WAIT: Duration = Duration::from_secs(20);
/// How often it looks whether the bot is done, where another replica heard of it.
const LOOK_EVERY: Duration = Duration::from_millis(500);

const BOT_OFFLINE: &str = "The bot is not connected to Discord, so that nobody's status is known.";
const NO_INTENT: &str = "Discord does not let the bot see presences. The roster, leaves of absence, \
                         who says that they are on duty, and who last used Paddock when work without.";

/// How well presences are known.
pub(crate) async fn status(op: &Operation) -> Result<StaffDiscordStatus, StaffError> {
    let mut reading = Reading::Now(&op.ctx.db);
    let sight = sight(&mut reading, op.at, &[]).await?;
    let counts = store::guilds::lookup(&op.ctx.db, op.guild()).await?;
    let staff = store::members::roster(&op.ctx.db, op.guild()).await?;
    let chosen = store::settings::lookup(&op.ctx.db, op.guild()).await?;
    let (chosen, _) = chosen.unwrap_or_default();
    let known = staff.iter().filter(|it| it.status(&sight).is_ok());
    Ok(StaffDiscordStatus {
        is_running: sight.live().is_some(),
        guild_id: op.guild(),
        heard_at: sight.heard_at,
        intents: sight.intents,
        limitation: limitation(&sight).map(ToOwned::to_owned),
        staff: number(staff.len()),
        known: number(known.count()),
        synced_at: counts.synced_at,
        sync_minutes: chosen.settings().sync_minutes,
    })
}

pub(super) fn limitation(sight: &Sight) -> Option<&'static str> {
    if sight.live().is_some() {
        None
    } else if sight.lacks_intent() {
        Some(NO_INTENT)
    } else {
        Some(BOT_OFFLINE)
    }
}

/// Has the bot ask Discord for everybody, and waits for it.
pub(crate) async fn sync(op: &Operation) -> Result<StaffSynced, StaffError> {
    let asked: EffectId = op
        .write(|mut tx| async move {
            let action = &EffectAction::SyncPresence;
            let asked = effects::service::emit_once(&mut tx, op, action).await?;
            Ok::<_, StaffError>(op.commit(tx, asked).await?)
        })
        .await?;
    let state = wait(op, asked).await?;
    let now = op.ctx.now();
    let members = roster::shown_all(&mut Reading::Now(&op.ctx.db), op.guild(), now).await?;
    let members: Vec<_> = members.into_iter().map(|(_, member)| member).collect();
    let unknown = |it: &&StaffMember| it.discord_status == StaffStatus::Unknown;
    let pending = members.iter().filter(unknown).map(|it| it.user_id);
    let message = match state {
        StaffSyncState::Done => "Discord has been asked for everybody.",
        StaffSyncState::Pending => "The bot has not answered yet. The sync goes on when it does.",
        StaffSyncState::Failed => "The bot could not ask Discord. The checkup says why.",
    };
    Ok(StaffSynced {
        state,
        message: message.to_owned(),
        staff: number(members.len()),
        pending: pending.collect(),
    })
}

async fn wait(op: &Operation, asked: EffectId) -> Result<StaffSyncState, StaffError> {
    let deadline = Instant::now() + WAIT;
    loop {
        // Subscribed before the query: a change in between would otherwise be missed.
        let changed = op.ctx.changed.notified();
        let effect = match effects::service::lookup(op, asked).await {
            Ok(effect) => effect,
            // An admin has given it up.
            Err(EffectError::Failure(failure)) => return Err(failure.into()),
            Err(_) => return Ok(StaffSyncState::Failed),
        };
        match effect.state {
            EffectState::Done => return Ok(StaffSyncState::Done),
            EffectState::Failed => return Ok(StaffSyncState::Failed),
            EffectState::Pending | EffectState::Leased => {}
        }
        let now = Instant::now();
        let sight = sight(&mut Reading::Now(&op.ctx.db), op.ctx.now(), &[]).await;
        let heard = sight.map_err(Failure::from)?.heard_at;
        let silent =
            heard.is_none_or(|at| op.ctx.now().duration_since(at).unsigned_abs() > SILENCE);
        if silent || now >= deadline || op.ctx.stopping.is_cancelled() {
            return Ok(StaffSyncState::Pending);
        }
        tokio::select! {
            () = changed => {}
            () = sleep_until(deadline.min(now + LOOK_EVERY)) => {}
            () = op.ctx.stopping.cancelled() => {}
        }
    }
}

fn number(count: usize) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
