//! The path of the checkup.

use super::service;
use crate::auth::ManagerCaller;
use crate::error::ApiError;
use crate::http::Json;
use crate::state::AppState;
use paddock_api_types::guilds::Checkup;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(check_guild))
}

/// What configured features need in Discord, and what is missing.
///
/// Needs level manager.
#[utoipa::path(get, path = "/api/guild/checkup", tag = "guild",
    responses((status = 200, description = "Each thing needed, and how it stands", body = Checkup)))]
async fn check_guild(ManagerCaller(op): ManagerCaller) -> Result<Json<Checkup>, ApiError> {
    Ok(Json(service::check(&op).await?))
}
