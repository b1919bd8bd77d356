//! Items, and what they are worth in a season.

use crate::auth::{AdminCaller, GuestCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::seasons::service;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::seasons::{CreateItem, Item, SeasonItem, SetSeasonItem, UpdateItem};
use paddock_api_types::{ItemId, Page, PageQuery, SeasonId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_item, list_items))
        .routes(routes!(get_item, update_item, delete_item))
        .routes(routes!(list_season_items))
        .routes(routes!(set_season_item, remove_season_item))
}

/// Create an item.
///
/// Seasons take it once it has a worth there. Needs level admin.
#[utoipa::path(post, path = "/api/items", tag = "seasons", request_body = CreateItem,
    responses((status = 201, description = "The item", body = Item)))]
async fn create_item(
    AdminCaller(op): AdminCaller,
    Json(new): Json<CreateItem>,
) -> Result<(StatusCode, Json<Item>), ApiError> {
    Ok((
        StatusCode::CREATED,
        Json(service::create_item(&op, new).await?),
    ))
}

/// Items of the guild, oldest first.
#[utoipa::path(get, path = "/api/items", tag = "seasons", params(PageQuery),
    responses((status = 200, description = "A page of items", body = Page<Item>)))]
async fn list_items(
    GuestCaller(op): GuestCaller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Item>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list_items(&op, page).await?))
}

/// One item.
#[utoipa::path(get, path = "/api/items/{item_id}", tag = "seasons",
    params(("item_id" = ItemId, Path, description = "The item")),
    responses((status = 200, description = "The item", body = Item)))]
async fn get_item(
    GuestCaller(op): GuestCaller,
    Path(id): Path<ItemId>,
) -> Result<Json<Item>, ApiError> {
    Ok(Json(service::get_item(&op, id).await?))
}

/// Change an item.
///
/// Needs level admin.
#[utoipa::path(patch, path = "/api/items/{item_id}", tag = "seasons",
    params(("item_id" = ItemId, Path, description = "The item")), request_body = UpdateItem,
    responses((status = 200, description = "The item as it is now", body = Item)))]
async fn update_item(
    AdminCaller(op): AdminCaller,
    Path(id): Path<ItemId>,
    Json(update): Json<UpdateItem>,
) -> Result<Json<Item>, ApiError> {
    Ok(Json(service::update_item(&op, id, update).await?))
}

/// Delete an item that was never submitted.
///
/// Needs level admin.
#[utoipa::path(delete, path = "/api/items/{item_id}", tag = "seasons",
    params(("item_id" = ItemId, Path, description = "The item")),
    responses((status = 204, description = "Gone")))]
async fn delete_item(
    AdminCaller(op): AdminCaller,
    Path(id): Path<ItemId>,
) -> Result<StatusCode, ApiError> {
    service::delete_item(&op, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Items that a season takes, oldest item first.
#[utoipa::path(get, path = "/api/seasons/{season_id}/items", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"), PageQuery),
    responses((status = 200, description = "A page of items", body = Page<SeasonItem>)))]
async fn list_season_items(
    GuestCaller(op): GuestCaller,
    Path(season): Path<SeasonId>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<SeasonItem>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list_season_items(&op, season, page).await?))
}

/// Take an item into a season, or change its worth.
///
/// What was submitted before keeps its worth. Needs level admin.
#[utoipa::path(put, path = "/api/seasons/{season_id}/items/{item_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("item_id" = ItemId, Path, description = "The item")),
    request_body = SetSeasonItem,
    responses((status = 200, description = "The item in the season", body = SeasonItem)))]
async fn set_season_item(
    AdminCaller(op): AdminCaller,
    Path((season, item)): Path<(SeasonId, ItemId)>,
    Json(worth): Json<SetSeasonItem>,
) -> Result<Json<SeasonItem>, ApiError> {
    Ok(Json(
        service::set_season_item(&op, season, item, worth).await?,
    ))
}

/// Take an item out of a season.
///
/// What was submitted stays. Needs level admin.
#[utoipa::path(delete, path = "/api/seasons/{season_id}/items/{item_id}", tag = "seasons",
    params(("season_id" = SeasonId, Path, description = "The season"),
        ("item_id" = ItemId, Path, description = "The item")),
    responses((status = 204, description = "Out of it")))]
async fn remove_season_item(
    AdminCaller(op): AdminCaller,
    Path((season, item)): Path<(SeasonId, ItemId)>,
) -> Result<StatusCode, ApiError> {
    service::remove_season_item(&op, season, item).await?;
    Ok(StatusCode::NO_CONTENT)
}
