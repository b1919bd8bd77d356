//! Paths of the audit log.

use super::service;
use crate::auth::AdminCaller;
use crate::error::ApiError;
use crate::http::{Json, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use paddock_api_types::Page;
use paddock_api_types::audit::{AuditEntry, ListAuditQuery};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_audit))
}

/// Changes, newest first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/audit", tag = "audit", params(ListAuditQuery),
    responses((status = 200, description = "A page of changes", body = Page<AuditEntry>)))]
async fn list_audit(
    AdminCaller(op): AdminCaller,
    Query(query): Query<ListAuditQuery>,
) -> Result<Json<Page<AuditEntry>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(
        service::list(&op, query.actor_id, query.subject.as_deref(), page).await?,
    ))
}
