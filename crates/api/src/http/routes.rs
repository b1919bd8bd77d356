//! Routes with what the OpenAPI document says of them.

use super::document;
use crate::state::AppState;
use axum::Router;
use axum::routing::MethodRouter;
use paddock_api_types::operations::Endpoint;
use utoipa::openapi::OpenApi;

/// Adds an operation to a document.
pub(super) type Entry = fn(&mut OpenApi);

/// Operations on their paths. What the document says of them is worked out when somebody asks for it:
/// that takes four times the memory of everything else.
#[derive(Default)]
pub(crate) struct Routes {
    router: Router<AppState>,
    entries: Vec<Entry>,
}

impl Routes {
    /// None.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// These and others.
    pub(crate) fn merge(mut self, others: Self) -> Self {
        self.entries.extend(others.entries);
        Self {
            router: self.router.merge(others.router),
            entries: self.entries,
        }
    }

    /// The routes, and what makes a document of them.
    pub(crate) fn split(self) -> (Router<AppState>, Vec<Entry>) {
        (self.router, self.entries)
    }

    /// These and an operation.
    pub(super) fn with<E: Endpoint>(mut self, route: MethodRouter<AppState>) -> Self {
        let operation = E::DECLARATION;
        let router = match operation.with_slash() {
            Some(path) => self.router.route(&path, route.clone()),
            None => self.router,
        };
        self.entries.push(document::add_operation::<E>);
        Self {
            router: router.route(operation.path, route),
            entries: self.entries,
        }
    }
}
