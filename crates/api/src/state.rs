//! What handlers and the background share: the ground that routes, `auth`, `http` and `jobs` stand on.

use crate::auth::credentials::Authenticator;
use crate::context::Context;
use crate::http::Metrics;
use crate::tokens::JwtKey;
use std::sync::Arc;

/// What every handler gets.
#[derive(Clone)]
pub(crate) struct AppState {
    pub(crate) ctx: Context,
    pub(crate) auth: Arc<Authenticator>,
    pub(crate) jwt: JwtKey,
    pub(crate) metrics: Arc<Metrics>,
}
