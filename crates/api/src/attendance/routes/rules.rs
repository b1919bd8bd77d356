//! What attending is worth in a season.

use crate::attendance::service;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::operations::attendance as ops;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .on(ops::get_attendance_rule, async |op, it| {
            service::rule(&op, it.path).await
        })
        .on(ops::set_attendance_rule, async |op, it| {
            service::set_rule(&op, it.path, it.body).await
        })
        .on(ops::remove_attendance_rule, async |op, it| {
            service::delete_rule(&op, it.path).await
        })
}
