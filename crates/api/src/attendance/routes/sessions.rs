//! Sessions, their codes, and the guild's settings.

use crate::attendance::service;
use crate::auth::{AdminCaller, ManagerCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::attendance::{
    AttendanceCodes, AttendanceSession, AttendanceSettings, ListAttendanceSessionsQuery,
    OpenAttendanceSession, UpdateAttendanceSession, UpdateAttendanceSettings,
};
use paddock_api_types::{AttendanceSessionId, Page};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(get_attendance_settings, update_attendance_settings))
        .routes(routes!(open_attendance_session, list_attendance_sessions))
        .routes(routes!(get_attendance_session, update_attendance_session))
        .routes(routes!(close_attendance_session))
        .routes(routes!(list_attendance_codes))
}

/// How attendance is taken here.
///
/// Needs level manager.
#[utoipa::path(get, path = "/api/attendance/settings", tag = "attendance",
    responses((status = 200, description = "The settings", body = AttendanceSettings)))]
async fn get_attendance_settings(
    ManagerCaller(op): ManagerCaller,
) -> Result<Json<AttendanceSettings>, ApiError> {
    let settings = service::settings(&op.ctx.db, &op.ctx, op.guild()).await?;
    Ok(Json(settings))
}

/// Change how attendance is taken.
///
/// Holds for sessions that are opened from now on. Needs level manager.
#[utoipa::path(patch, path = "/api/attendance/settings", tag = "attendance",
    request_body = UpdateAttendanceSettings,
    responses((status = 200, description = "The settings", body = AttendanceSettings)))]
async fn update_attendance_settings(
    ManagerCaller(op): ManagerCaller,
    Json(update): Json<UpdateAttendanceSettings>,
) -> Result<Json<AttendanceSettings>, ApiError> {
    Ok(Json(service::update_settings(&op, &update).await?))
}

/// Open a session.
///
/// One at a time in a channel. Needs level admin.
#[utoipa::path(post, path = "/api/attendance/sessions", tag = "attendance",
    request_body = OpenAttendanceSession,
    responses((status = 201, description = "The session", body = AttendanceSession)))]
async fn open_attendance_session(
    AdminCaller(op): AdminCaller,
    Json(open): Json<OpenAttendanceSession>,
) -> Result<(StatusCode, Json<AttendanceSession>), ApiError> {
    let session = service::open(&op, &open).await?;
    Ok((StatusCode::CREATED, Json(session)))
}

/// Sessions, newest first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions", tag = "attendance",
    params(ListAttendanceSessionsQuery),
    responses((status = 200, description = "A page of sessions", body = Page<AttendanceSession>)))]
async fn list_attendance_sessions(
    AdminCaller(op): AdminCaller,
    Query(query): Query<ListAttendanceSessionsQuery>,
) -> Result<Json<Page<AttendanceSession>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list(&op, query.open, page).await?))
}

/// A session, and how many attended.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions/{session_id}", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    responses((status = 200, description = "The session", body = AttendanceSession)))]
async fn get_attendance_session(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
) -> Result<Json<AttendanceSession>, ApiError> {
    Ok(Json(service::get(&op, id).await?))
}

/// Change a session that is open.
///
/// Another interval begins when the present code ends. Needs level admin.
#[utoipa::path(patch, path = "/api/attendance/sessions/{session_id}", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    request_body = UpdateAttendanceSession,
    responses((status = 200, description = "The session", body = AttendanceSession)))]
async fn update_attendance_session(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
    Json(update): Json<UpdateAttendanceSession>,
) -> Result<Json<AttendanceSession>, ApiError> {
    Ok(Json(service::update(&op, id, &update).await?))
}

/// Close a session.
///
/// Needs level admin.
#[utoipa::path(post, path = "/api/attendance/sessions/{session_id}/close", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    responses((status = 200, description = "How it came out", body = AttendanceSession)))]
async fn close_attendance_session(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
) -> Result<Json<AttendanceSession>, ApiError> {
    Ok(Json(service::close(&op, id).await?))
}

/// The code of a session, and those of the next two minutes.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions/{session_id}/code", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session")),
    responses((status = 200, description = "Codes", body = AttendanceCodes)))]
async fn list_attendance_codes(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
) -> Result<Json<AttendanceCodes>, ApiError> {
    Ok(Json(service::codes(&op, id).await?))
}
