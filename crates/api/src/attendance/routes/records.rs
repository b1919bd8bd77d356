//! Check-ins, and what became of them.

use crate::attendance::service;
use crate::auth::{AdminCaller, GuestCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{CsvFile, Json, Path, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::attendance::{
    AttendanceRecord, AttendanceReportQuery, CheckIn, CheckedIn, ExportAttendanceQuery,
    MarkAttendance, MemberAttendance, MissingMember, WrongCodes,
};
use paddock_api_types::{AttendanceSessionId, Page, PageQuery, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(check_in))
        .routes(routes!(list_attendance_records))
        .routes(routes!(mark_attendance, remove_attendance))
        .routes(routes!(list_missing_members))
        .routes(routes!(list_wrong_codes))
        .routes(routes!(report_attendance))
        .routes(routes!(export_attendance))
}

/// Check in.
///
/// Once more replaces what was recorded before. Five wrong codes in a minute pause a member until the
/// next one.
#[utoipa::path(post, path = "/api/attendance/check-ins", tag = "attendance",
    request_body = CheckIn,
    responses((status = 200, description = "It counts", body = CheckedIn)))]
async fn check_in(
    GuestCaller(op): GuestCaller,
    Json(check_in): Json<CheckIn>,
) -> Result<Json<CheckedIn>, ApiError> {
    Ok(Json(service::check_in(&op, &check_in).await?))
}

/// Records of a session.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions/{session_id}/records", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session"), PageQuery),
    responses((status = 200, description = "A page of records", body = Page<AttendanceRecord>)))]
async fn list_attendance_records(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<AttendanceRecord>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list_records(&op, id, page).await?))
}

/// Set how somebody attended.
///
/// Also after the session is closed. Needs level admin.
#[utoipa::path(put, path = "/api/attendance/sessions/{session_id}/records/{user_id}",
    tag = "attendance",
    params(
        ("session_id" = AttendanceSessionId, Path, description = "The session"),
        ("user_id" = UserId, Path, description = "The Discord user"),
    ),
    request_body = MarkAttendance,
    responses((status = 200, description = "The record", body = AttendanceRecord)))]
async fn mark_attendance(
    AdminCaller(op): AdminCaller,
    Path((session, user)): Path<(AttendanceSessionId, UserId)>,
    Json(mark): Json<MarkAttendance>,
) -> Result<Json<AttendanceRecord>, ApiError> {
    Ok(Json(service::mark(&op, session, user, &mark).await?))
}

/// Remove what is recorded of somebody.
///
/// Needs level admin.
#[utoipa::path(delete, path = "/api/attendance/sessions/{session_id}/records/{user_id}",
    tag = "attendance",
    params(
        ("session_id" = AttendanceSessionId, Path, description = "The session"),
        ("user_id" = UserId, Path, description = "The Discord user"),
    ),
    responses((status = 204, description = "Removed")))]
async fn remove_attendance(
    AdminCaller(op): AdminCaller,
    Path((session, user)): Path<(AttendanceSessionId, UserId)>,
) -> Result<StatusCode, ApiError> {
    service::remove(&op, session, user).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who is expected in a session and has no record.
///
/// Expected are the holders of the session's role, as the bot last reported them. Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions/{session_id}/missing", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session"), PageQuery),
    responses((status = 200, description = "A page of members", body = Page<MissingMember>)))]
async fn list_missing_members(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<MissingMember>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::missing(&op, id, page).await?))
}

/// Who typed wrong codes in a session.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/attendance/sessions/{session_id}/wrong-codes", tag = "attendance",
    params(("session_id" = AttendanceSessionId, Path, description = "The session"), PageQuery),
    responses((status = 200, description = "A page of members", body = Page<WrongCodes>)))]
async fn list_wrong_codes(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AttendanceSessionId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<WrongCodes>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::wrong_codes(&op, id, page).await?))
}

/// How members attended over time.
///
/// The caller, or, for admins, everybody. Needs level verified.
#[utoipa::path(get, path = "/api/attendance/report", tag = "attendance",
    params(AttendanceReportQuery),
    responses((status = 200, description = "A page of members", body = Page<MemberAttendance>)))]
async fn report_attendance(
    VerifiedCaller(op): VerifiedCaller,
    Query(query): Query<AttendanceReportQuery>,
) -> Result<Json<Page<MemberAttendance>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::report(&op, &query, page).await?))
}

/// Records as CSV, oldest session first.
///
/// The columns begin with `user_id,username,timestamp,date_id,session_id`; `date_id` is the day in the
/// guild's time zone. Needs level admin.
#[utoipa::path(get, path = "/api/attendance/export.csv", tag = "attendance",
    params(ExportAttendanceQuery),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv")))]
async fn export_attendance(
    AdminCaller(op): AdminCaller,
    Query(query): Query<ExportAttendanceQuery>,
) -> Result<CsvFile, ApiError> {
    let rows = service::export(op, query.session_id).await?;
    let name = match query.session_id {
        Some(id) => format!("attendance-{id}"),
        None => "attendance".to_owned(),
    };
    Ok(CsvFile::new(&name, rows))
}
