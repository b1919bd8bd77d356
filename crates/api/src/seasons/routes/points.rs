//! Tables, ledger, adjustments, and files of them.

use crate::auth::{AdminCaller, GuestCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{Csv, CsvFile, Json, Path, Query};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::service::{self, Table};
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::points::{
    AdjustPoints, Adjustment, ImportQuery, ImportReport, Leaderboard, LedgerEntry, ListLedgerQuery,
    SeasonSummary, SummaryQuery,
};
use paddock_api_types::{Page, PageQuery, SeasonId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(get_leaderboard))
        .routes(routes!(list_ledger))
        .routes(routes!(get_season_summary))
        .routes(routes!(adjust_points))
        .routes(routes!(import_points))
        .routes(routes!(export_standings))
        .routes(routes!(export_ledger))
        .routes(routes!(export_submissions))
}

/// The leaderboard of a season.
///
/// Standard competition ranking: 1, 2, 2, 4. Among equals, whoever got there first comes first. Those
/// who left the server are hidden until they are back; the table of a closed season stays as it was.
#[utoipa::path(get, path = "/api/seasons/{season_id}/leaderboard", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), PageQuery),
    responses((status = 200, description = "A page, and the caller's own row", body = Leaderboard)))]
async fn get_leaderboard(
    GuestCaller(op): GuestCaller,
    Path(id): Path<SeasonId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Leaderboard>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::leaderboard(&op, id, page).await?))
}

/// Ledger entries of a season, newest first.
///
/// The caller's own, or, for admins, anybody's. Needs level verified.
#[utoipa::path(get, path = "/api/seasons/{season_id}/ledger", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), ListLedgerQuery),
    responses((status = 200, description = "A page of entries", body = Page<LedgerEntry>)))]
async fn list_ledger(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SeasonId>,
    Query(query): Query<ListLedgerQuery>,
) -> Result<Json<Page<LedgerEntry>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::ledger(&op, id, query.user_id, page).await?))
}

/// How a member stands in a season.
///
/// The caller, or, for admins, anybody. Needs level verified.
#[utoipa::path(get, path = "/api/seasons/{season_id}/summary", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), SummaryQuery),
    responses((status = 200, description = "Points, place, rank, prizes", body = SeasonSummary)))]
async fn get_season_summary(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SeasonId>,
    Query(query): Query<SummaryQuery>,
) -> Result<Json<SeasonSummary>, ApiError> {
    Ok(Json(service::summary(&op, id, query.user_id).await?))
}

/// Give or take points by hand.
///
/// Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/adjustments", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    request_body = AdjustPoints,
    responses((status = 201, description = "The entry, and what it did", body = Adjustment)))]
async fn adjust_points(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
    Json(adjust): Json<AdjustPoints>,
) -> Result<(StatusCode, Json<Adjustment>), ApiError> {
    let adjustment = service::adjust(&op, id, adjust).await?;
    Ok((StatusCode::CREATED, Json(adjustment)))
}

/// Import points as adjustments.
///
/// CSV with the columns `user_id`, `points` and, if wanted, `reason`; up to 2,000 rows, all or none
/// of them. A dry run lists every row that it would refuse. Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/import", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), ImportQuery),
    request_body(content = String, content_type = "text/csv"),
    responses((status = 200, description = "What it came to", body = ImportReport)))]
async fn import_points(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
    Query(query): Query<ImportQuery>,
    Csv(file): Csv,
) -> Result<Json<ImportReport>, ApiError> {
    Ok(Json(service::import(&op, id, query, &file).await?))
}

/// The leaderboard as CSV.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/seasons/{season_id}/standings.csv", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv")))]
async fn export_standings(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<CsvFile, ApiError> {
    file(op, id, Table::Standings, "standings").await
}

/// The ledger as CSV, oldest entry first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/seasons/{season_id}/ledger.csv", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv")))]
async fn export_ledger(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<CsvFile, ApiError> {
    file(op, id, Table::Ledger, "ledger").await
}

/// Submissions as CSV, oldest first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/seasons/{season_id}/submissions.csv", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The file", body = String, content_type = "text/csv")))]
async fn export_submissions(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<CsvFile, ApiError> {
    file(op, id, Table::Submissions, "submissions").await
}

async fn file(op: Operation, id: SeasonId, table: Table, name: &str) -> Result<CsvFile, ApiError> {
    let rows = service::export_table(op, id, table).await?;
    Ok(CsvFile::new(&format!("season-{id}-{name}"), rows))
}
