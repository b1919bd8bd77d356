//! Who calls, and whether they may.
//!
//! The table of operations says who may call each; [`Admit`] proves it and gives the handler what is
//! then known: an [`Operation`] of a member, or the bot's [`Context`]. The tenant comes from the
//! credential, never from the path.

mod calls;
mod client;
pub(crate) mod credentials;
mod limits;
mod rejection;

pub(crate) use calls::{CallObserver, CallObservers};

use crate::context::Context;
use crate::error::ApiError;
use crate::http::{Admit, RequestId};
use crate::operation::{IdempotencyKey, Operation};
use crate::state::AppState;
use axum::http::Method;
use axum::http::request::Parts;
use paddock_api_types::members::Level;
use paddock_api_types::operations::callers;
use paddock_api_types::{GuildId, headers};
use rejection::Rejection;

macro_rules! members {
    ($($level:ident)+) => {$(
        impl Admit for callers::$level {
            type Admitted = Operation;

            async fn admit(parts: &Parts, state: &AppState) -> Result<Operation, ApiError> {
                Ok(operation(parts, state, Level::$level).await?)
            }

            fn fingerprint(operation: &mut Operation) -> Option<&mut String> {
                let key = operation.idempotency_key.as_mut();
                key.map(|key| &mut key.fingerprint)
            }
        }
    )+};
}
members!(Guest Verified Manager Admin);

impl Admit for callers::Anyone {
    type Admitted = ();

    async fn admit(_: &Parts, _: &AppState) -> Result<(), ApiError> {
        Ok(())
    }
}

impl Admit for callers::Bot {
    type Admitted = Context;

    async fn admit(parts: &Parts, state: &AppState) -> Result<Context, ApiError> {
        state.auth.bot(parts)?;
        Ok(state.ctx.clone())
    }
}

impl Admit for callers::BotGuild {
    type Admitted = (Context, GuildId);

    async fn admit(parts: &Parts, state: &AppState) -> Result<(Context, GuildId), ApiError> {
        state.auth.bot(parts)?;
        let guild = credentials::required(parts, headers::GUILD_ID)?;
        Ok((state.ctx.clone(), guild))
    }
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
    if let Some(user) = actor.user_id {
        calls::note(&ctx, actor.guild_id, user, at);
    }
    Ok(Operation {
        ctx,
        actor,
        request_id,
        at,
        idempotency_key,
    })
}

/// The key of a write. What tells a repetition from another request, `http` fills in once it has read
/// the body.
fn idempotency_key(parts: &Parts) -> Result<Option<IdempotencyKey>, Rejection> {
    let Some(value) = parts.headers.get(headers::IDEMPOTENCY_KEY) else {
        return Ok(None);
    };
    if matches!(parts.method, Method::GET | Method::HEAD) {
        return Ok(None);
    }
    let key = value
        .to_str()
        .ok()
        .filter(|key| (1..=100).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()))
        .ok_or(Rejection::InvalidHeader(headers::IDEMPOTENCY_KEY))?;
    Ok(Some(IdempotencyKey {
        key: key.to_owned(),
        fingerprint: String::new(),
    }))
}
