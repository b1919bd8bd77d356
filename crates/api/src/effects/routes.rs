//! Operations on effects, for admins and for the bot.

use super::model::{Effect, EffectError};
use super::service;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::effects::{self as wire, LeasedEffect, LeasedEffects};
use paddock_api_types::operations::{bot, effects as ops};
use std::time::Duration;

pub(crate) fn router() -> Routes {
    Routes::new()
        .list(ops::list_effects, async |op, it, page| {
            let effects = service::list(&op, it.query.state, page).await;
            effects.map(|page| page.map(wire::Effect::from))
        })
        .on(ops::retry_effect, async |op, it| {
            service::retry(&op, it.path).await?;
            service::lookup(&op, it.path).await
        })
        .on(ops::dismiss_effect, async |op, it| {
            service::dismiss(&op, it.path).await
        })
        .on(bot::lease_effects, async |ctx, it| {
            let wait = Duration::from_millis(it.body.wait_ms.get().into());
            let effects = service::lease(&ctx, it.body.limit.get(), wait).await;
            effects.map(|effects| LeasedEffects {
                effects: effects.into_iter().map(LeasedEffect::from).collect(),
            })
        })
        .on(bot::complete_effect, async |ctx, it| {
            service::done(&ctx, it.path, it.body).await
        })
        .on(bot::fail_effect, async |ctx, it| {
            service::try_failed(&ctx, it.path, &it.body).await
        })
}

impl From<Effect> for wire::Effect {
    fn from(effect: Effect) -> Self {
        let next_attempt_at = effect.next_attempt_at();
        Self {
            id: effect.id,
            subject: effect.subject,
            action: effect.action,
            state: effect.state,
            attempts: effect.attempts,
            last_error: effect.last_error,
            last_error_detail: effect.last_error_detail,
            created_at: effect.created_at,
            next_attempt_at,
        }
    }
}

impl From<Effect> for LeasedEffect {
    fn from(effect: Effect) -> Self {
        Self {
            id: effect.id,
            guild_id: effect.guild_id,
            action: effect.action,
            message: effect.message,
            attempt: effect.attempts,
            leased_until: effect.due_at,
        }
    }
}

impl From<EffectError> for ApiError {
    fn from(error: EffectError) -> Self {
        let detail = error.to_string();
        match error {
            EffectError::NotFound => Self::new(ErrorCode::EffectNotFound, detail),
            EffectError::NotFailed => Self::new(ErrorCode::EffectNotFailed, detail),
            EffectError::LeaseLost => Self::new(ErrorCode::EffectLeaseLost, detail),
            EffectError::Failure(failure) => failure.into(),
        }
    }
}
