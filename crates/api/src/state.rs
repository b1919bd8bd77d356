//! What handlers and the background share: the ground that routes, `auth`, `http` and `jobs` stand on.

use crate::auth::credentials::Authenticator;
use crate::context::Context;
use crate::http::Metrics;
use crate::tokens::JwtKey;
use std::ops::Deref;
use std::sync::Arc;

/// What every handler gets. Cheap to clone: every layer that a request passes does so, some twice.
#[derive(Clone)]
pub(crate) struct AppState(Arc<Shared>);

/// What is shared.
pub(crate) struct Shared {
    pub(crate) ctx: Context,
    pub(crate) auth: Authenticator,
    pub(crate) jwt: JwtKey,
    pub(crate) metrics: Metrics,
}

impl From<Shared> for AppState {
    fn from(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
