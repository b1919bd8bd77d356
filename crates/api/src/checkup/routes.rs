//! The operation of the checkup.

use super::service;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::operations::guild as ops;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().on(ops::check_guild, async |op, _| service::check(&op).await)
}
