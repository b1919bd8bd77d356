//! Seasons themselves, and joining them.

use crate::auth::{AdminCaller, GuestCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::seasons::service;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::points::Participant;
use paddock_api_types::seasons::{CreateSeason, ListSeasonsQuery, Season, UpdateSeason};
use paddock_api_types::{Page, PageQuery, SeasonId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_season, list_seasons))
        .routes(routes!(get_current_season))
        .routes(routes!(get_season, update_season, delete_season))
        .routes(routes!(close_season))
        .routes(routes!(clone_season))
        .routes(routes!(join_season))
        .routes(routes!(list_participants))
}

/// Create a season.
///
/// It opens and closes by itself. Seasons may overlap. Needs level admin.
#[utoipa::path(post, path = "/api/seasons", tag = "seasons", request_body = CreateSeason,
    responses((status = 201, description = "The season", body = Season)))]
async fn create_season(
    AdminCaller(op): AdminCaller,
    Json(new): Json<CreateSeason>,
) -> Result<(StatusCode, Json<Season>), ApiError> {
    let season = service::create(&op, new).await?;
    Ok((StatusCode::CREATED, Json(season)))
}

/// Seasons, the latest start first.
#[utoipa::path(get, path = "/api/seasons", tag = "seasons", params(ListSeasonsQuery),
    responses((status = 200, description = "A page of seasons", body = Page<Season>)))]
async fn list_seasons(
    GuestCaller(op): GuestCaller,
    Query(query): Query<ListSeasonsQuery>,
) -> Result<Json<Page<Season>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list(&op, query.status, page).await?))
}

/// The current season.
///
/// Of those that are open, the one that began last.
#[utoipa::path(get, path = "/api/seasons/current", tag = "seasons",
    responses((status = 200, description = "The season", body = Season)))]
async fn get_current_season(GuestCaller(op): GuestCaller) -> Result<Json<Season>, ApiError> {
    Ok(Json(service::current(&op).await?))
}

/// One season.
#[utoipa::path(get, path = "/api/seasons/{season_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The season", body = Season)))]
async fn get_season(
    GuestCaller(op): GuestCaller,
    Path(id): Path<SeasonId>,
) -> Result<Json<Season>, ApiError> {
    Ok(Json(service::get(&op, id).await?))
}

/// Change a season that is not closed.
///
/// Needs level admin.
#[utoipa::path(patch, path = "/api/seasons/{season_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    request_body = UpdateSeason,
    responses((status = 200, description = "The season as it is now", body = Season)))]
async fn update_season(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
    Json(update): Json<UpdateSeason>,
) -> Result<Json<Season>, ApiError> {
    Ok(Json(service::update(&op, id, update).await?))
}

/// Delete a season that nobody has joined.
///
/// Needs level admin.
#[utoipa::path(delete, path = "/api/seasons/{season_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 204, description = "Gone")))]
async fn delete_season(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<StatusCode, ApiError> {
    service::delete(&op, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End a season now.
///
/// Its table freezes, what still waits for a review expires, and roles won in it may be taken back.
/// This cannot be undone. Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/close", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The season, closed", body = Season)))]
async fn close_season(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
) -> Result<Json<Season>, ApiError> {
    Ok(Json(service::close(&op, id).await?))
}

/// Create a season with the items, ranks and prizes of another.
///
/// Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/clone", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season to take the set-up from")),
    request_body = CreateSeason,
    responses((status = 201, description = "The new season", body = Season)))]
async fn clone_season(
    AdminCaller(op): AdminCaller,
    Path(id): Path<SeasonId>,
    Json(new): Json<CreateSeason>,
) -> Result<(StatusCode, Json<Season>), ApiError> {
    let season = service::clone_season(&op, id, new).await?;
    Ok((StatusCode::CREATED, Json(season)))
}

/// Join a season.
///
/// Joining again changes nothing. Needs level verified.
#[utoipa::path(post, path = "/api/seasons/{season_id}/join", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The caller as a participant", body = Participant)))]
async fn join_season(
    VerifiedCaller(op): VerifiedCaller,
    Path(id): Path<SeasonId>,
) -> Result<Json<Participant>, ApiError> {
    Ok(Json(service::join(&op, id).await?))
}

/// Who has joined a season, in that order.
#[utoipa::path(get, path = "/api/seasons/{season_id}/participants", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), PageQuery),
    responses((status = 200, description = "A page of participants", body = Page<Participant>)))]
async fn list_participants(
    GuestCaller(op): GuestCaller,
    Path(id): Path<SeasonId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Participant>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::participants(&op, id, page).await?))
}
