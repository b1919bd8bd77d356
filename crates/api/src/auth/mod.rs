//! Who calls, and whether they may.
//!
//! A handler's signature says who may call it: [`AdminCaller`] and its like prove a level and carry
//! the [`Operation`], [`BotCaller`] and [`BotGuildCaller`] prove the bot itself. The tenant comes
//! from the credential, never from the path.

pub(crate) mod credentials;
mod limits;
mod rejection;

use crate::error::ApiError;
use crate::http::{Fingerprint, RequestId};
use crate::operation::{IdempotencyKey, Operation};
use crate::state::AppState;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use paddock_api_types::members::Level;
use paddock_api_types::{GuildId, headers};
use rejection::Rejection;

macro_rules! callers {
    ($($(#[$doc:meta])* $name:ident: $level:ident)+) => {$(
        $(#[$doc])*
        pub(crate) struct $name(pub(crate) Operation);

        impl FromRequestParts<AppState> for $name {
            type Rejection = ApiError;

            async fn from_request_parts(
                parts: &mut Parts,
                state: &AppState,
            ) -> Result<Self, ApiError> {
                Ok(Self(operation(parts, state, Level::$level).await?))
            }
        }
    )+};
}

callers! {
    /// Anybody with a valid credential who is not banned.
    GuestCaller: Guest
    /// A verified member, or anybody above.
    VerifiedCaller: Verified
    /// Somebody with Manage Server in Discord, or above.
    ManagerCaller: Manager
    /// An admin, or root.
    AdminCaller: Admin
}

/// The operation of a caller who has at least this level.
async fn operation(
    parts: &Parts,
    state: &AppState,
    required: Level,
) -> Result<Operation, Rejection> {
    let actor = state.auth.actor(parts, &state.ctx).await?;
    if actor.level < required {
        return Err(Rejection::Level {
            required,
            actual: actor.level,
        });
    }
    let request_id = parts.extensions.get::<RequestId>().map(|id| id.0.clone());
    let idempotency_key = idempotency_key(parts)?;
    let ctx = state.ctx.clone();
    let at = ctx.now();
    Ok(Operation {
        ctx,
        actor,
        request_id,
        at,
        idempotency_key,
    })
}

/// The bot, speaking for itself.
pub(crate) struct BotCaller;

impl FromRequestParts<AppState> for BotCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        state.auth.bot(parts)?;
        Ok(Self)
    }
}

/// The bot, speaking for itself about the guild that `X-Guild-Id` names.
pub(crate) struct BotGuildCaller(pub(crate) GuildId);

impl FromRequestParts<AppState> for BotGuildCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        state.auth.bot(parts)?;
        Ok(Self(credentials::required(parts, headers::GUILD_ID)?))
    }
}

/// The key of a write, with what tells a repetition from another request.
fn idempotency_key(parts: &Parts) -> Result<Option<IdempotencyKey>, Rejection> {
    let Some(value) = parts.headers.get(headers::IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    let Some(fingerprint) = parts.extensions.get::<Fingerprint>() else {
        return Ok(None);
    };
    let key = value
        .to_str()
        .ok()
        .filter(|key| (1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()))
        .ok_or(Rejection::InvalidHeader(headers::IDEMPOTENCY_KEY))?;
    Ok(Some(IdempotencyKey {
        key: key.to_owned(),
        fingerprint: fingerprint.0.clone(),
    }))
}
