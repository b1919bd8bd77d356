//! Submissions and their review.

use crate::auth::{AdminCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::seasons::service;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::members::Decision;
use paddock_api_types::submissions::{
    ApproveSubmission, CreateSubmission, ListSubmissionsQuery, Submission, SubmissionResult,
    UpdateSubmission,
};
use paddock_api_types::{Page, SubmissionId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_submission, list_submissions))
        .routes(routes!(
            get_submission,
            update_submission,
            delete_submission
        ))
        .routes(routes!(approve_submission))
        .routes(routes!(reject_submission))
}

/// Hand something in for points.
///
/// A member's submission waits for an admin, unless the guild approves them at once; an admin's for
/// a member counts at once. Needs level verified, and for others level admin.
#[utoipa::path(post, path = "/api/submissions", tag = "submissions",
    request_body = CreateSubmission,
    responses((status = 201, description = "The submission", body = SubmissionResult)))]
async fn create_submission(
    VerifiedCaller(op): VerifiedCaller,
    Json(new): Json<CreateSubmission>,
) -> Result<(StatusCode, Json<SubmissionResult>), ApiError> {
    let result = service::submit(&op, new).await?;
    Ok((StatusCode::CREATED, Json(result)))
}

/// Submissions.
///
/// The caller's own, or, for admins, anybody's. Needs level verified.
#[utoipa::path(get, path = "/api/submissions", tag = "submissions",
    params(ListSubmissionsQuery),
    responses((status = 200, description = "A page of submissions", body = Page<Submission>)))]
async fn list_submissions(
    VerifiedCaller(op): VerifiedCaller,
    Query(query): Query<ListSubmissionsQuery>,
) -> Result<Json<Page<Submission>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list_submissions(&op, &query, page).await?))
}

/// One submission.
///
/// Of the caller, or, for admins, anybody's. Needs level verified.
#[utoipa::path(get, path = "/api/submissions/{submission_id}", tag = "submissions",
    params(("submission_id" = SubmissionId, Path, description = "The submission")),
    responses((status = 200, description = "The submission", body = Submission)))]
async fn get_submission(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SubmissionId>,
) -> Result<Json<Submission>, ApiError> {
    Ok(Json(service::get_submission(&op, id).await?))
}

/// Change a submission.
///
/// Members change their own while they wait, admins also anybody's that count: the difference goes
/// into the ledger. Needs level verified.
#[utoipa::path(patch, path = "/api/submissions/{submission_id}", tag = "submissions",
    params(("submission_id" = SubmissionId, Path, description = "The submission")),
    request_body = UpdateSubmission,
    responses((status = 200, description = "The submission as it is now", body = SubmissionResult)))]
async fn update_submission(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SubmissionId>,
    Json(update): Json<UpdateSubmission>,
) -> Result<Json<SubmissionResult>, ApiError> {
    Ok(Json(service::update_submission(&op, id, update).await?))
}

/// Take a submission back.
///
/// Members take back their own while they wait, admins anybody's: what it counted is reversed in the
/// ledger. Needs level verified.
#[utoipa::path(delete, path = "/api/submissions/{submission_id}", tag = "submissions",
    params(("submission_id" = SubmissionId, Path, description = "The submission")),
    responses((status = 200, description = "The submission, deleted", body = SubmissionResult)))]
async fn delete_submission(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SubmissionId>,
) -> Result<Json<SubmissionResult>, ApiError> {
    Ok(Json(service::delete_submission(&op, id).await?))
}

/// Let a submission count.
///
/// The body may be left out. With `updated_at` only what the admin saw is approved, as its owner may
/// change what waits. Needs level admin.
#[utoipa::path(post, path = "/api/submissions/{submission_id}/approve", tag = "submissions",
    params(("submission_id" = SubmissionId, Path, description = "The submission")),
    request_body = Option<ApproveSubmission>,
    responses((status = 200, description = "The submission, approved", body = SubmissionResult)))]
async fn approve_submission(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SubmissionId>,
    approval: Option<Json<ApproveSubmission>>,
) -> Result<Json<SubmissionResult>, ApiError> {
    let seen = approval.and_then(|Json(approval)| approval.updated_at);
    Ok(Json(service::approve(&op, id, seen).await?))
}

/// Turn a submission down.
///
/// The member is told, with the reason. Needs level admin.
#[utoipa::path(post, path = "/api/submissions/{submission_id}/reject", tag = "submissions",
    params(("submission_id" = SubmissionId, Path, description = "The submission")),
    request_body = Decision,
    responses((status = 200, description = "The submission, rejected", body = SubmissionResult)))]
async fn reject_submission(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SubmissionId>,
    Json(decision): Json<Decision>,
) -> Result<Json<SubmissionResult>, ApiError> {
    Ok(Json(service::reject(&op, id, decision.reason).await?))
}
