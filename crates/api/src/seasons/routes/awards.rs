//! What was won.

use crate::auth::{AdminCaller, VerifiedCaller};
use crate::error::ApiError;
use crate::http::{Json, Path, Query};
use crate::page::PageRequest;
use crate::seasons::service;
use crate::state::AppState;
use paddock_api_types::points::{Award, DeliverAward, ListAwardsQuery};
use paddock_api_types::{AwardId, Page};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_awards))
        .routes(routes!(deliver_award))
}

/// Prizes won, newest first.
///
/// By the caller, or, for admins, by anybody. Needs level verified.
#[utoipa::path(get, path = "/api/awards", tag = "awards", params(ListAwardsQuery),
    responses((status = 200, description = "A page of awards", body = Page<Award>)))]
async fn list_awards(
    VerifiedCaller(op): VerifiedCaller,
    Query(query): Query<ListAwardsQuery>,
) -> Result<Json<Page<Award>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(service::list_awards(&op, &query, page).await?))
}

/// Mark a described prize as handed over.
///
/// Also after the season. Needs level admin.
#[utoipa::path(post, path = "/api/awards/{award_id}/deliver", tag = "awards",
    params(("award_id" = AwardId, Path, description = "The award")),
    request_body = DeliverAward,
    responses((status = 200, description = "The award, delivered", body = Award)))]
async fn deliver_award(
    AdminCaller(op): AdminCaller,
    Path(id): Path<AwardId>,
    Json(delivery): Json<DeliverAward>,
) -> Result<Json<Award>, ApiError> {
    Ok(Json(service::deliver(&op, id, delivery).await?))
}
