//! What handlers and the background share: the ground that routes, `auth`, `http` and `jobs` stand on.

use crate::auth::credentials::Authenticator;
use crate::context::Context;
use crate::http::Metrics;
use crate::tokens::JwtKey;
use axum::extract::FromRef;
use std::sync::Arc;

/// What handlers ask for, each by its type.
#[derive(Clone)]
pub(crate) struct AppState {
    pub(crate) ctx: Context,
    pub(crate) auth: Arc<Authenticator>,
    pub(crate) jwt: JwtKey,
    pub(crate) metrics: Arc<Metrics>,
}

impl FromRef<AppState> for Context {
    fn from_ref(state: &AppState) -> Self {
        state.ctx.clone()
    }
}

impl FromRef<AppState> for JwtKey {
    fn from_ref(state: &AppState) -> Self {
        state.jwt.clone()
    }
}
