//! Paths of effects, for admins and for the bot.

use super::model::{Effect, EffectError};
use super::service;
use crate::auth::{AdminCaller, BotCaller};
use crate::context::Context;
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use paddock_api_types::effects::{
    self as wire, EffectDone, EffectFailed, EffectState, LeaseEffects, LeasedEffect, LeasedEffects,
    ListEffectsQuery,
};
use paddock_api_types::{EffectId, ErrorCode, Page};
use std::time::Duration;
use utoipa_axum::{router::OpenApiRouter, routes};

const MAX_DETAIL: usize = 400;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_effects))
        .routes(routes!(dismiss_effect))
        .routes(routes!(retry_effect))
        .routes(routes!(lease_effects))
        .routes(routes!(complete_effect))
        .routes(routes!(fail_effect))
}

/// Effects, newest first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/effects", tag = "effects", params(ListEffectsQuery),
    responses((status = 200, description = "A page of effects", body = Page<wire::Effect>)))]
async fn list_effects(
    AdminCaller(op): AdminCaller,
    Query(query): Query<ListEffectsQuery>,
) -> Result<Json<Page<wire::Effect>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(
        service::list(&op, query.state, page).await?.map(Into::into),
    ))
}

/// Queue a failed effect again.
///
/// For when its cause is removed: the role is back, or the bot's own role higher. Needs level
/// admin.
#[utoipa::path(post, path = "/api/effects/{effect_id}/retry", tag = "effects",
    params(("effect_id" = EffectId, Path, description = "The effect")),
    responses((status = 200, description = "The effect, queued", body = wire::Effect)))]
async fn retry_effect(
    AdminCaller(op): AdminCaller,
    Path(id): Path<EffectId>,
) -> Result<Json<wire::Effect>, ApiError> {
    service::retry(&op, id).await?;
    Ok(Json(service::lookup(&op, id).await?.into()))
}

/// Take a failed effect off the list.
///
/// For when it is no longer wanted. A role that is still owed is asked for again when the member is
/// next seen. Needs level admin.
#[utoipa::path(delete, path = "/api/effects/{effect_id}", tag = "effects",
    params(("effect_id" = EffectId, Path, description = "The effect")),
    responses((status = 204, description = "Gone")))]
async fn dismiss_effect(
    AdminCaller(op): AdminCaller,
    Path(id): Path<EffectId>,
) -> Result<StatusCode, ApiError> {
    service::dismiss(&op, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take effects to perform.
///
/// Answers at once when some are due, otherwise as soon as one is, and with none after `wait_ms`.
/// Only for the bot.
#[utoipa::path(post, path = "/api/bot/effects/lease", tag = "bot",
    request_body = LeaseEffects,
    responses((status = 200, description = "Effects to perform now", body = LeasedEffects)))]
async fn lease_effects(
    _: BotCaller,
    State(ctx): State<Context>,
    Json(lease): Json<LeaseEffects>,
) -> Result<Json<LeasedEffects>, ApiError> {
    if !(1..=100).contains(&lease.limit) {
        return Err(ApiError::invalid_value("limit", "expected 1 to 100"));
    }
    if lease.wait_ms > 25_000 {
        return Err(ApiError::invalid_value("wait_ms", "expected at most 25000"));
    }
    let wait = Duration::from_millis(lease.wait_ms.into());
    let effects = service::lease(&ctx, lease.limit, wait).await?;
    Ok(Json(LeasedEffects {
        effects: effects.into_iter().map(Into::into).collect(),
    }))
}

/// Report that an effect is done.
///
/// Reporting it twice is fine. Only for the bot.
#[utoipa::path(post, path = "/api/bot/effects/{effect_id}/done", tag = "bot",
    params(("effect_id" = EffectId, Path, description = "The effect")),
    request_body = EffectDone,
    responses((status = 204, description = "Noted")))]
async fn complete_effect(
    _: BotCaller,
    State(ctx): State<Context>,
    Path(id): Path<EffectId>,
    Json(done): Json<EffectDone>,
) -> Result<StatusCode, ApiError> {
    service::done(&ctx, id, done).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Report that an effect could not be performed.
///
/// The API decides whether and when it is tried again. Only for the bot.
#[utoipa::path(post, path = "/api/bot/effects/{effect_id}/failed", tag = "bot",
    params(("effect_id" = EffectId, Path, description = "The effect")),
    request_body = EffectFailed,
    responses((status = 204, description = "Noted")))]
async fn fail_effect(
    _: BotCaller,
    State(ctx): State<Context>,
    Path(id): Path<EffectId>,
    Json(failed): Json<EffectFailed>,
) -> Result<StatusCode, ApiError> {
    if failed.detail.chars().count() > MAX_DETAIL {
        return Err(ApiError::invalid_value(
            "detail",
            "expected at most 400 characters",
        ));
    }
    if failed.retry_after_ms.is_some_and(|wait| wait > 86_400_000) {
        return Err(ApiError::invalid_value(
            "retry_after_ms",
            "expected at most a day",
        ));
    }
    service::try_failed(&ctx, id, &failed).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<Effect> for wire::Effect {
    fn from(effect: Effect) -> Self {
        let waits = effect.state == EffectState::Pending;
        Self {
            id: effect.id,
            subject: effect.subject,
            action: effect.action,
            state: effect.state,
            attempts: effect.attempts,
            last_error: effect.last_error,
            last_error_detail: effect.last_error_detail,
            created_at: effect.created_at,
            next_attempt_at: waits.then_some(effect.due_at),
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
            EffectError::NotFound => {
                Self::new(StatusCode::NOT_FOUND, ErrorCode::EffectNotFound, detail)
            }
            EffectError::NotFailed => {
                Self::new(StatusCode::CONFLICT, ErrorCode::EffectNotFailed, detail)
            }
            EffectError::LeaseLost => {
                Self::new(StatusCode::CONFLICT, ErrorCode::EffectLeaseLost, detail)
            }
            EffectError::Failure(failure) => failure.into(),
        }
    }
}
