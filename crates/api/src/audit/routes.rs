//! The operation of the audit log.

use super::service;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::operations::audit as ops;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().list(ops::list_audit, async |op, it, page| {
        let subject = it.query.subject.as_deref();
        service::list(&op, it.query.actor_id, subject, page).await
    })
}
