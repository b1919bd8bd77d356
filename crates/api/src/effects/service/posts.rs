//! Posts: messages of ours that are found again to be edited or deleted.

use crate::db::{Error, Transaction};
use crate::effects::model::{self, Effect, EffectError, PostState, Supersede};
use crate::effects::store::{self, posts};
use crate::operation::Operation;
use paddock_api_types::GuildId;
use paddock_api_types::effects::{EffectAction, EffectState};

/// Finds the message that an edit or a deletion is for. Whatever was never posted needs neither.
///
/// What failed of the post earlier says what no longer holds, and may be retried at any time: earlier
/// edits go, and a post that failed says from now on what this edit says. Now and not when the edit is
/// asked for, because until now one of them may have been under way, and have failed only then.
pub(in crate::effects) async fn address(
    tx: &mut Transaction,
    mut effect: Effect,
    now: i64,
) -> Result<Option<Effect>, EffectError> {
    let (post, notice) = match &effect.action {
        EffectAction::EditMessage { post, notice } => (post, Some(notice)),
        EffectAction::DeleteMessage { post } => (post, None),
        _ => return Ok(Some(effect)),
    };
    effect.message = posts::lookup(tx, effect.guild_id, post).await?;
    let unsettled = store::unsettled_of(tx, effect.guild_id, &effect.subject).await?;
    for earlier in unsettled.iter().filter(|it| it.id < effect.id) {
        let Some(notice) = notice else {
            // Nobody wants it any more. None is leased, as only one of a subject ever is.
            store::delete(tx, earlier, now).await?;
            continue;
        };
        match (model::superseded(&earlier.action, notice), earlier.state) {
            (Supersede::Drop, EffectState::Failed) => store::delete(tx, earlier, now).await?,
            (Supersede::Replace(action), EffectState::Failed) => {
                store::set_action(tx, earlier, &action).await?;
            }
            // Somebody has just retried the post, so that there will be something to edit.
            (Supersede::Replace(_), _) if effect.message.is_none() => {
                // It was leased in this transaction, so that nobody else can have moved it on.
                store::requeue(tx, &effect, now).await?;
                return Ok(None);
            }
            (Supersede::Drop | Supersede::Replace(_) | Supersede::Keep, _) => {}
        }
    }
    if effect.message.is_none() {
        store::mark_done(tx, &effect, effect.attempts, now).await?;
        return Ok(None);
    }
    Ok(Some(effect))
}

/// Where a post stands.
pub(crate) async fn post_state(
    tx: &mut Transaction,
    guild: GuildId,
    post: &str,
) -> Result<PostState, Error> {
    let unsettled = store::unsettled_of(&mut *tx, guild, &format!("post:{post}")).await?;
    if !unsettled.is_empty() {
        return Ok(PostState::Unsettled);
    }
    let message = posts::lookup(tx, guild, post).await?;
    Ok(message.map_or(PostState::Absent, |_| PostState::Posted))
}

/// Erases where a post stands that spoke of a member.
pub(crate) async fn erase_post(
    tx: &mut Transaction,
    op: &Operation,
    post: &str,
) -> Result<(), Error> {
    posts::erase(tx, op.guild(), post).await
}
