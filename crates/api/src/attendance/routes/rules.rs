//! What attending is worth in a season.

use crate::attendance::service;
use crate::auth::{AdminCaller, GuestCaller};
use crate::error::ApiError;
use crate::http::{Json, Path};
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::SeasonId;
use paddock_api_types::attendance::AttendanceRule;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(
        get_attendance_rule,
        set_attendance_rule,
        remove_attendance_rule
    ))
}

/// What attending is worth in a season.
///
/// No points where nobody has set any.
#[utoipa::path(get, path = "/api/seasons/{season_id}/attendance-rule", tag = "attendance",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The rule", body = AttendanceRule)))]
async fn get_attendance_rule(
    GuestCaller(op): GuestCaller,
    Path(id): Path<SeasonId>,
) -> Result<Json<AttendanceRule>, ApiError> {
    Ok(Json(service::rule(&op, id).await?))
}

/// Set what attending is worth in a season.
///
/// Points are given when a session is closed, for sessions that were opened while the season was
/// open. Needs level admin.
#[utoipa::path(put, path = "/api/seasons/{season_id}/attendance-rule", tag = "attendance",
    params(("season_id" = SeasonId, Path, description = "The season")),
    request_body = AttendanceRule,
    responses((status = 200, description = "The rule", body = AttendanceRule)))]
async fn set_attendance_rule(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
    Json(rule): Json<AttendanceRule>,
) -> Result<Json<AttendanceRule>, ApiError> {
    Ok(Json(service::set_rule(&op, id, rule).await?))
}

/// Let attending be worth nothing again.
///
/// Points that were given stay. Needs level admin.
#[utoipa::path(delete, path = "/api/seasons/{season_id}/attendance-rule", tag = "attendance",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 204, description = "Removed")))]
async fn remove_attendance_rule(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<StatusCode, ApiError> {
    service::delete_rule(&op, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
