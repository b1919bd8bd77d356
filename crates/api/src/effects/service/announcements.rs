//! Announcements that could not be posted for a while, as when the bot was away for a day.

use crate::db::{Error, Transaction};
use crate::effects::model::Effect;
use crate::effects::model::announcements::{Counted, MOST, NEWEST, PATIENCE};
use crate::effects::store;
use jiff::Timestamp;

/// Has one that waited for long count those that wait behind it, but for the newest. Only on its first
/// try: what an earlier one may have posted, its id keeps from being posted once more.
pub(super) async fn merge(
    tx: &mut Transaction,
    mut effect: Effect,
    now: Timestamp,
) -> Result<Effect, Error> {
    let mut counted = Counted::default();
    let is_late = effect.created_at + PATIENCE < now;
    if effect.attempts > 1 || !is_late || !counted.count(&effect.action) {
        return Ok(effect);
    }
    let waiting = store::waiting(tx, effect.guild_id, &effect.subject, MOST).await?;
    let counts = |it: &&Effect| Counted::default().count(&it.action);
    let mut others: Vec<_> = waiting.iter().filter(counts).collect();
    // Where there are more than can be counted, the newest are not among these.
    if waiting.len() < MOST as usize {
        others.truncate(others.len().saturating_sub(NEWEST));
    }
    if others.is_empty() {
        return Ok(effect);
    }
    for other in &others {
        counted.count(&other.action);
    }
    let ids: Vec<_> = others.iter().map(|other| other.id.get()).collect();
    store::delete_waiting(tx, effect.guild_id, &ids).await?;
    effect.action = counted.instead_of(&effect.action);
    store::set_action_for_nobody(tx, &effect).await?;
    Ok(effect)
}
