//! Routes from the table of operations: who may call, what is read, what is answered.
//!
//! `routes.rs` of a capability joins each operation to the service function that performs it:
//!
//! ```text
//! Routes::new()
//!     .on(ops::get_item, async |op, it| service::get_item(&op, it.path).await)
//!     .list(ops::list_items, async |op, _, page| service::list_items(&op, page).await)
//! ```

use super::arrival::{Admit, CallerOf, Input, Standing};
use super::routes::Routes;
use crate::error::ApiError;
use crate::page::PageRequest;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use paddock_api_types::operations::{Declaration, Endpoint, Method, Paged};
use std::sync::Arc;

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
        self.performed::<E>(Arc::new(move |state, request| {
            let perform = perform.clone();
            async move {
                let (parts, body) = request.into_parts();
                let standing = Standing::new(parts.clone(), state.clone());
                let request = Request::from_parts(parts, body);
                let (caller, input) = Input::<E>::read(state, request).await?;
                respond(perform(caller, input, standing).await)
            }
            .boxed()
        }))
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
        self.performed::<E>(Arc::new(move |state, request| {
            let perform = perform.clone();
            async move {
                let (caller, input) = Input::<E>::read(state, request).await?;
                respond(perform(caller, input).await)
            }
            .boxed()
        }))
    }

    fn performed<E: Endpoint>(self, perform: Perform) -> Self {
        self.with::<E>(route(E::DECLARATION, perform))
    }
}

/// What is done for a request. Of one type for all operations: the compiler would make all that lies around
/// a handler once more for each.
type Perform =
    Arc<dyn Fn(AppState, Request) -> BoxFuture<'static, Result<Response, ApiError>> + Send + Sync>;

fn route(operation: &'static Declaration, perform: Perform) -> MethodRouter<AppState> {
    let handler = async move |State(state): State<AppState>, request: Request| {
        let outcome = perform(state, request).await;
        outcome.inspect_err(|error| declared(operation, error))
    };
    on(filter(operation.method), handler)
}

fn respond(outcome: Result<impl IntoResponse, impl Into<ApiError>>) -> Result<Response, ApiError> {
    match outcome {
        Ok(answer) => Ok(answer.into_response()),
        Err(error) => Err(error.into()),
    }
}

fn filter(method: Method) -> MethodFilter {
    match method {
        Method::GET => MethodFilter::GET,
        Method::POST => MethodFilter::POST,
        Method::PUT => MethodFilter::PUT,
        Method::PATCH => MethodFilter::PATCH,
        Method::DELETE => MethodFilter::DELETE,
    }
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
fn declared(operation: &Declaration, error: &ApiError) {
    debug_assert!(
        operation.codes().contains(&error.code()),
        "{} refuses with {:?}, which its table does not say",
        operation.id,
        error.code()
    );
}
