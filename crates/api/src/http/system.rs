//! Health, version and metrics of the service, and its documentation.

use super::Json;
use crate::context::Context;
use crate::effects;
use crate::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use paddock_api_types::ErrorCode;
use paddock_api_types::system::{Health, Readiness, Version};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(health))
        .routes(routes!(readiness))
        .routes(routes!(version))
        .routes(routes!(metrics))
}

/// Whether the process answers.
#[utoipa::path(get, path = "/healthz", tag = "system", security(()),
    responses((status = 200, description = "It does", body = Health)))]
async fn health() -> Json<Health> {
    Json(Health {
        status: "ok".to_owned(),
    })
}

/// Whether the service can do its work.
#[utoipa::path(get, path = "/readyz", tag = "system", security(()),
    responses((status = 200, description = "It can", body = Readiness)))]
async fn readiness(State(ctx): State<Context>) -> Result<Json<Readiness>, ApiError> {
    let migrations = ctx.db.is_migrated().await;
    let database = migrations.is_ok();
    let migrations = migrations.unwrap_or(false);
    if database && migrations && !ctx.stopping.is_cancelled() {
        return Ok(Json(Readiness {
            ready: true,
            database,
            migrations,
        }));
    }
    let detail = "The database does not answer, is not migrated, or the service is stopping.";
    Err(ApiError::new(
        StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Unavailable,
        detail,
    )
    .param("database", database)
    .param("migrations", migrations))
}

/// What runs here.
#[utoipa::path(get, path = "/version", tag = "system", security(()),
    responses((status = 200, description = "The version", body = Version)))]
async fn version(State(ctx): State<Context>) -> Json<Version> {
    Json(Version {
        name: "paddock".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        database: ctx.db.engine().to_owned(),
    })
}

/// Counters in Prometheus' text format.
#[utoipa::path(get, path = "/metrics", tag = "system", security(()),
    responses((status = 200, description = "The counters", body = String,
        content_type = "application/openmetrics-text")))]
async fn metrics(State(state): State<AppState>) -> Result<impl IntoResponse, ApiError> {
    let effects = effects::service::count_open(&state.ctx.db).await?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok((
        [(header::CONTENT_TYPE, kind)],
        state.metrics.encode(&effects),
    ))
}
