//! Operations of export and erasure.

use super::service;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::operations::members as ops;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .on(ops::export_me, async |op, _| service::export(&op).await)
        .on(ops::delete_me, async |op, _| service::erase(&op).await)
}
