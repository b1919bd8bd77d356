//! Paths of export and erasure.

use super::service;
use crate::auth::GuestCaller;
use crate::error::ApiError;
use crate::http::Json;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::members::MemberExport;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(export_me))
        .routes(routes!(delete_me))
}

/// Everything that Paddock keeps about the caller.
#[utoipa::path(get, path = "/api/members/me/export", tag = "members",
    responses((status = 200, description = "All of it", body = MemberExport)))]
async fn export_me(GuestCaller(op): GuestCaller) -> Result<Json<MemberExport>, ApiError> {
    Ok(Json(service::export(&op).await?))
}

/// Erase the caller.
///
/// The audit log keeps what was done, without names and reasons. Roles that Paddock gave are taken
/// back. This cannot be undone.
#[utoipa::path(delete, path = "/api/members/me", tag = "members",
    responses((status = 204, description = "Erased")))]
async fn delete_me(GuestCaller(op): GuestCaller) -> Result<StatusCode, ApiError> {
    service::erase(&op).await?;
    Ok(StatusCode::NO_CONTENT)
}
