//! A request on its way to its operation: who asks is proved first, then path and query are read, and at
//! last the body arrives. What needs no type of the operation is compiled once for each kind of caller.

use super::body::Arrived;
use super::extract::{path, query, texts};
use super::fingerprint::fingerprint;
use crate::error::ApiError;
use crate::state::AppState;
use axum::extract::Request;
use axum::http::request::Parts;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::{BodyKind, Endpoint};
use std::marker::PhantomData;
use std::time::Duration;

/// How long a body may take to arrive; some 4 Mbit/s for the largest report of the bot.
const BODY_TIMEOUT: Duration = Duration::from_secs(20);

/// Proves that a request comes from a caller of some kind; `auth` does it for each in the tables.
pub(crate) trait Admit {
    /// What is then known of the caller.
    type Admitted: Send + 'static;

    /// Proves it, or turns the request away.
    fn admit(
        parts: &Parts,
        state: &AppState,
    ) -> impl Future<Output = Result<Self::Admitted, ApiError>> + Send;

    /// Where the fingerprint of the request belongs, if it may be the repetition of another one.
    fn fingerprint(_: &mut Self::Admitted) -> Option<&mut String> {
        None
    }
}

/// What a request brings, apart from who asks.
pub(crate) struct Input<E: Endpoint> {
    /// Parameters in the path.
    pub(crate) path: E::Path,
    /// Parameters in the query.
    pub(crate) query: E::Query,
    /// The body.
    pub(crate) body: E::Body,
    /// What the service is made of, for what no operation has.
    pub(crate) state: AppState,
}

/// Who asks, as the operation's level proves it.
pub(crate) type CallerOf<E> = <<E as Endpoint>::Caller as Admit>::Admitted;

/// Proves the caller before anything else is looked at: what a stranger sends costs nothing. Gives the
/// parameters in the path as well, and the request.
async fn admit<C: Admit>(
    state: &AppState,
    request: Request,
) -> Result<(C::Admitted, Vec<(String, String)>, Request), ApiError> {
    let (mut parts, body) = request.into_parts();
    let caller = C::admit(&parts, state).await?;
    let path = texts(&mut parts).await?;
    Ok((caller, path, Request::from_parts(parts, body)))
}

/// Waits for the body.
async fn arrive<C: Admit>(
    kind: BodyKind,
    caller: &mut C::Admitted,
    mut request: Request,
) -> Result<Arrived, ApiError> {
    in_time(BODY_TIMEOUT, async {
        if let Some(belongs) = C::fingerprint(caller) {
            (*belongs, request) = fingerprint(request).await?;
        }
        Arrived::of(kind, request).await
    })
    .await
}

impl<E: Endpoint<Caller: Admit>> Input<E> {
    /// Who asks, and what the operation takes; path and query before a byte of the body.
    pub(super) async fn read(
        state: AppState,
        request: Request,
    ) -> Result<(CallerOf<E>, Self), ApiError> {
        let (mut caller, texts, request) = admit::<E::Caller>(&state, request).await?;
        let path = path(&texts)?;
        let query = query(request.uri().query().unwrap_or_default())?;
        let body = arrive::<E::Caller>(E::DECLARATION.body, &mut caller, request).await?;
        let input = Self {
            path,
            query,
            body: body.read()?,
            state,
        };
        Ok((caller, input))
    }
}

/// Of a request that was admitted before, and is looked at once more: that is no further call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Again;

/// The credential of a caller whose answer goes on for a while.
pub(crate) struct Standing<E> {
    parts: Parts,
    state: AppState,
    operation: PhantomData<fn() -> E>,
}

impl<E: Endpoint<Caller: Admit>> Standing<E> {
    pub(super) fn new(mut parts: Parts, state: AppState) -> Self {
        parts.extensions.insert(Again);
        Self {
            parts,
            state,
            operation: PhantomData,
        }
    }

    /// Whether the caller may still have the answer, and is the `same` as it was begun for; `None` where
    /// nobody can say just now.
    pub(crate) async fn holds(
        &self,
        same: impl FnOnce(CallerOf<E>) -> bool + Send,
    ) -> Option<bool> {
        match E::Caller::admit(&self.parts, &self.state).await {
            Ok(caller) => Some(same(caller)),
            Err(error) => match error.code() {
                ErrorCode::Unavailable | ErrorCode::Internal => None,
                _ => Some(false),
            },
        }
    }

    /// A header of the request.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }
}

/// Gives up a body that does not arrive.
async fn in_time<T>(
    timeout: Duration,
    reading: impl Future<Output = Result<T, ApiError>>,
) -> Result<T, ApiError> {
    tokio::time::timeout(timeout, reading)
        .await
        .unwrap_or_else(|_| {
            let detail = "The body did not arrive in time.";
            Err(ApiError::new(ErrorCode::BodyTimeout, detail))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_that_does_not_arrive_is_given_up() {
        let never = std::future::pending::<Result<(), ApiError>>();
        let refused = in_time(Duration::ZERO, never).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::BodyTimeout);
        assert!(in_time(BODY_TIMEOUT, async { Ok(()) }).await.is_ok());
    }
}
