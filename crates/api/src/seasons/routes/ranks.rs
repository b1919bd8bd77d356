//! Ranks and their prizes. A season has at most 50 ranks and a rank 10 prizes, so that one page
//! holds them all.

use crate::auth::{AdminCaller, GuestCaller};
use crate::error::ApiError;
use crate::http::{Json, Path};
use crate::seasons::service;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::seasons::{CreatePrize, CreateRank, Prize, Rank, UpdateRank};
use paddock_api_types::{Page, PrizeId, RankId, SeasonId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_rank, list_ranks))
        .routes(routes!(get_rank, update_rank, delete_rank))
        .routes(routes!(create_prize, list_prizes))
        .routes(routes!(delete_prize))
}

fn whole<T>(items: Vec<T>) -> Json<Page<T>> {
    Json(Page {
        items,
        next_cursor: None,
    })
}

/// Create a rank.
///
/// Members with enough points reach it within moments. Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/ranks", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    request_body = CreateRank,
    responses((status = 201, description = "The rank", body = Rank)))]
async fn create_rank(
    AdminCaller(op): AdminCaller,
    Path(season): Path<SeasonId>,
    Json(new): Json<CreateRank>,
) -> Result<(StatusCode, Json<Rank>), ApiError> {
    let rank = service::create_rank(&op, season, new).await?;
    Ok((StatusCode::CREATED, Json(rank)))
}

/// Ranks of a season with their prizes, lowest first; all of them.
#[utoipa::path(get, path = "/api/seasons/{season_id}/ranks", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season")),
    responses((status = 200, description = "The ranks", body = Page<Rank>)))]
async fn list_ranks(
    GuestCaller(op): GuestCaller,
    Path(season): Path<SeasonId>,
) -> Result<Json<Page<Rank>>, ApiError> {
    Ok(whole(service::list_ranks(&op, season).await?))
}

/// One rank with its prizes.
#[utoipa::path(get, path = "/api/seasons/{season_id}/ranks/{rank_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank")),
    responses((status = 200, description = "The rank", body = Rank)))]
async fn get_rank(
    GuestCaller(op): GuestCaller,
    Path((season, rank)): Path<(SeasonId, RankId)>,
) -> Result<Json<Rank>, ApiError> {
    Ok(Json(service::get_rank(&op, season, rank).await?))
}

/// Change a rank.
///
/// Members gain or lose it within moments. Needs level admin.
#[utoipa::path(patch, path = "/api/seasons/{season_id}/ranks/{rank_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank")),
    request_body = UpdateRank,
    responses((status = 200, description = "The rank as it is now", body = Rank)))]
async fn update_rank(
    AdminCaller(op): AdminCaller,
    Path((season, rank)): Path<(SeasonId, RankId)>,
    Json(update): Json<UpdateRank>,
) -> Result<Json<Rank>, ApiError> {
    Ok(Json(service::update_rank(&op, season, rank, update).await?))
}

/// Delete a rank with its prizes.
///
/// What was not delivered is taken back. Needs level admin.
#[utoipa::path(delete, path = "/api/seasons/{season_id}/ranks/{rank_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank")),
    responses((status = 204, description = "Gone")))]
async fn delete_rank(
    AdminCaller(op): AdminCaller,
    Path((season, rank)): Path<(SeasonId, RankId)>,
) -> Result<StatusCode, ApiError> {
    service::delete_rank(&op, season, rank).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Add a prize to a rank.
///
/// Whoever holds the rank wins it within moments. Needs level admin.
#[utoipa::path(post, path = "/api/seasons/{season_id}/ranks/{rank_id}/prizes", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank")),
    request_body = CreatePrize,
    responses((status = 201, description = "The prize", body = Prize)))]
async fn create_prize(
    AdminCaller(op): AdminCaller,
    Path((season, rank)): Path<(SeasonId, RankId)>,
    Json(new): Json<CreatePrize>,
) -> Result<(StatusCode, Json<Prize>), ApiError> {
    let prize = service::create_prize(&op, season, rank, new).await?;
    Ok((StatusCode::CREATED, Json(prize)))
}

/// Prizes of a rank, oldest first; all of them.
#[utoipa::path(get, path = "/api/seasons/{season_id}/ranks/{rank_id}/prizes", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank")),
    responses((status = 200, description = "The prizes", body = Page<Prize>)))]
async fn list_prizes(
    GuestCaller(op): GuestCaller,
    Path((season, rank)): Path<(SeasonId, RankId)>,
) -> Result<Json<Page<Prize>>, ApiError> {
    Ok(whole(service::list_prizes(&op, season, rank).await?))
}

/// Remove a prize.
///
/// What was not delivered is taken back. Needs level admin.
#[utoipa::path(delete, path = "/api/seasons/{season_id}/ranks/{rank_id}/prizes/{prize_id}",
    tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("rank_id" = RankId, Path, description = "The rank"),
        ("prize_id" = PrizeId, Path, description = "The prize")),
    responses((status = 204, description = "Gone")))]
async fn delete_prize(
    AdminCaller(op): AdminCaller,
    Path((season, rank, prize)): Path<(SeasonId, RankId, PrizeId)>,
) -> Result<StatusCode, ApiError> {
    service::delete_prize(&op, season, rank, prize).await?;
    Ok(StatusCode::NO_CONTENT)
}
