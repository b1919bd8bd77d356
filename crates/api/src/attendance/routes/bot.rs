//! What the bot asks and says by itself.

use crate::attendance::service;
use crate::auth::{BotCaller, BotGuildCaller};
use crate::context::Context;
use crate::error::ApiError;
use crate::http::{Json, Path};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::{AttendanceDisplays, ReportDisplay, ReportExpected};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_attendance_displays))
        .routes(routes!(report_attendance_display))
        .routes(routes!(report_expected_members))
}

/// Every message that shows a code, or has to, in every guild.
///
/// The codes of the next two minutes come along, so that a display goes on while the API is down.
#[utoipa::path(get, path = "/api/bot/attendance/displays", tag = "bot",
    responses((status = 200, description = "All displays", body = AttendanceDisplays)))]
async fn list_attendance_displays(
    BotCaller: BotCaller,
    State(ctx): State<Context>,
) -> Result<Json<AttendanceDisplays>, ApiError> {
    Ok(Json(service::displays(&ctx).await?))
}

/// Say which message shows a session's code.
///
/// `null` once it says how the session ended.
#[utoipa::path(put, path = "/api/bot/attendance/displays/{session_id}", tag = "bot",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    request_body = ReportDisplay,
    responses((status = 204, description = "Kept")))]
async fn report_attendance_display(
    BotGuildCaller(guild): BotGuildCaller,
    State(ctx): State<Context>,
    Path(id): Path<AttendanceSessionId>,
    Json(report): Json<ReportDisplay>,
) -> Result<StatusCode, ApiError> {
    service::report_display(&ctx, guild, id, report).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Say who holds a session's role.
///
/// As Discord tells it: when an admin asks who is missing, and when the session ends.
#[utoipa::path(put, path = "/api/bot/attendance/expected/{session_id}", tag = "bot",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    request_body = ReportExpected,
    responses((status = 204, description = "Kept")))]
async fn report_expected_members(
    BotGuildCaller(guild): BotGuildCaller,
    State(ctx): State<Context>,
    Path(id): Path<AttendanceSessionId>,
    Json(report): Json<ReportExpected>,
) -> Result<StatusCode, ApiError> {
    service::report_expected(&ctx, guild, id, &report).await?;
    Ok(StatusCode::NO_CONTENT)
}
