//! Routes from the table of operations: who may call, what is read, what is answered.
//!
//! `routes.rs` of a capability joins each operation to the service function that performs it:
//!
//! ```text
//! Routes::new()
//!     .on(ops::get_item, async |op, it| service::get_item(&op, it.path).await)
//!     .list(ops::list_items, async |op, _, page| service::list_items(&op, page).await)
//! ```

use super::body;
use super::extract::{path, query};
use super::fingerprint::fingerprint;
use super::routes::Routes;
use crate::error::ApiError;
use crate::page::PageRequest;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use futures_util::FutureExt;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::{Endpoint, Method, Paged};
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
    fn new(mut parts: Parts, state: AppState) -> Self {
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

/// An answer with the status that the table declares, or with the other one that it allows.
pub(crate) enum Answer<T> {
    /// With the declared status.
    Declared(T),
    /// With the other one.
    Other(T),
}

impl Routes {
    /// Performs an operation that answers JSON, or nothing.
    pub(crate) fn on<E, F, Fut, A, Err>(self, operation: E, perform: F) -> Self
    where
        E: Endpoint<Caller: Admit>,
        F: Fn(CallerOf<E>, Input<E>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Err>> + Send,
        A: Into<E::Answer>,
        Err: Into<ApiError>,
    {
        self.either(operation, move |caller, input| {
            // Boxed: the future of a whole operation is large, and would be moved at each step.
            let performed = Box::pin(perform(caller, input));
            async { performed.await.map(Answer::Declared) }
        })
    }

    /// Performs an operation that reads a list page by page.
    pub(crate) fn list<E, F, Fut, A, Err, const N: usize>(self, operation: E, perform: F) -> Self
    where
        E: Endpoint<Caller: Admit, Query: Paged>,
        F: Fn(CallerOf<E>, Input<E>, PageRequest<N>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Err>> + Send,
        A: Into<E::Answer>,
        Err: Into<ApiError>,
    {
        self.on(operation, move |caller, input: Input<E>| {
            let page = PageRequest::parse(input.query.limit(), input.query.cursor());
            let performed = page.map(|page| Box::pin(perform(caller, input, page)));
            async { performed?.await.map_err(Into::into) }
        })
    }

    /// Performs an operation that answers with one of two statuses.
    pub(crate) fn either<E, F, Fut, A, Err>(self, operation: E, perform: F) -> Self
    where
        E: Endpoint<Caller: Admit>,
        F: Fn(CallerOf<E>, Input<E>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<Answer<A>, Err>> + Send,
        A: Into<E::Answer>,
        Err: Into<ApiError>,
    {
        self.raw(operation, move |caller, input| {
            let performed = perform(caller, input);
            async { performed.await.map(answered::<E, A>) }
        })
    }

    /// Performs an operation whose answer goes on for as long as its caller may have it.
    pub(crate) fn live<E, F, Fut, A, Err>(self, _: E, perform: F) -> Self
    where
        E: Endpoint<Caller: Admit>,
        F: Fn(CallerOf<E>, Input<E>, Standing<E>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Err>> + Send,
        A: IntoResponse,
        Err: Into<ApiError>,
    {
        let handler = async move |State(state): State<AppState>, request: Request| {
            let outcome = async {
                let (parts, body) = request.into_parts();
                let standing = Standing::new(parts.clone(), state.clone());
                let request = Request::from_parts(parts, body);
                let (caller, input) = read::<E>(state, request).await?;
                let answer = perform(caller, input, standing).boxed();
                answer.await.map_err(Into::into)
            };
            outcome.await.inspect_err(declared::<E>)
        };
        self.with::<E>(on(filter::<E>(), handler))
    }

    /// Performs an operation whose answer is something else than JSON.
    pub(crate) fn raw<E, F, Fut, A, Err>(self, _: E, perform: F) -> Self
    where
        E: Endpoint<Caller: Admit>,
        F: Fn(CallerOf<E>, Input<E>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<A, Err>> + Send,
        A: IntoResponse,
        Err: Into<ApiError>,
    {
        let handler = async move |State(state): State<AppState>, request: Request| {
            let outcome = async {
                let (caller, input) = read::<E>(state, request).await?;
                // Of any type: for each route the compiler would look through all that it consists of.
                perform(caller, input).boxed().await.map_err(Into::into)
            };
            outcome.await.inspect_err(declared::<E>)
        };
        self.with::<E>(on(filter::<E>(), handler))
    }
}

fn filter<E: Endpoint>() -> MethodFilter {
    match E::DECLARATION.method {
        Method::GET => MethodFilter::GET,
        Method::POST => MethodFilter::POST,
        Method::PUT => MethodFilter::PUT,
        Method::PATCH => MethodFilter::PATCH,
        Method::DELETE => MethodFilter::DELETE,
    }
}

/// Proves the caller before anything else is looked at, and before a byte of the body is read: what a
/// stranger sends costs nothing.
async fn read<E: Endpoint<Caller: Admit>>(
    state: AppState,
    request: Request,
) -> Result<(CallerOf<E>, Input<E>), ApiError> {
    let (mut parts, body) = request.into_parts();
    let mut caller = E::Caller::admit(&parts, &state).await?;
    let path = path::<E>(&mut parts).await?;
    let query = query(&parts)?;
    let mut request = Request::from_parts(parts, body);
    let body = in_time(BODY_TIMEOUT, async {
        if let Some(belongs) = E::Caller::fingerprint(&mut caller) {
            (*belongs, request) = fingerprint(request).await?;
        }
        body::read(E::DECLARATION.body, request).await
    })
    .await?;
    let input = Input {
        path,
        query,
        body,
        state,
    };
    Ok((caller, input))
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

fn answered<E: Endpoint, A: Into<E::Answer>>(answer: Answer<A>) -> Response {
    let (status, answer) = match answer {
        Answer::Declared(answer) => (E::DECLARATION.status, answer),
        Answer::Other(answer) => {
            let (status, _) = E::DECLARATION.other.expect("the table allows another one");
            (status, answer)
        }
    };
    let status = StatusCode::from_u16(status).expect("tables hold statuses");
    if status == StatusCode::NO_CONTENT {
        status.into_response()
    } else {
        (status, Json(answer.into())).into_response()
    }
}

/// The document promises which refusals there are, so one that it leaves out is a fault of the table.
fn declared<E: Endpoint>(error: &ApiError) {
    debug_assert!(
        E::DECLARATION.codes().contains(&error.code()),
        "{} refuses with {:?}, which its table does not say",
        E::DECLARATION.id,
        error.code()
    );
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
