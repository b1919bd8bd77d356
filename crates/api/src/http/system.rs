//! Health, version and metrics of the service.

use super::routes::Routes;
use crate::context::Context;
use crate::effects;
use crate::error::ApiError;
use axum::http::header;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::system as ops;
use paddock_api_types::system::{Health, Readiness, Version};

pub(crate) fn router() -> Routes {
    Routes::new()
        .on(ops::health, async |(), _| {
            let status = "ok".to_owned();
            Ok::<_, ApiError>(Health { status })
        })
        .on(ops::readiness, async |(), it| {
            readiness(&it.state.ctx).await
        })
        .on(ops::version, async |(), it| {
            Ok::<_, ApiError>(Version {
                name: "paddock".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                database: it.state.ctx.db.engine().to_owned(),
            })
        })
        .raw(ops::metrics, async |(), it| {
            let effects = effects::service::count_open(&it.state.ctx.db).await;
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            effects.map(|effects| {
                (
                    [(header::CONTENT_TYPE, kind)],
                    it.state.metrics.encode(&effects),
                )
            })
        })
}

async fn readiness(ctx: &Context) -> Result<Readiness, ApiError> {
    let probed = ctx.db.probe().await;
    let (database, migrations, writes) = (probed.answers, probed.migrated, probed.writes);
    if database && migrations && writes && !ctx.stopping.is_cancelled() {
        return Ok(Readiness {
            ready: true,
            database,
            migrations,
            writes,
        });
    }
    let detail = "The database does not answer, is not migrated, takes no writes, or the service is stopping.";
    Err(ApiError::new(ErrorCode::Unavailable, detail)
        .param("database", database)
        .param("migrations", migrations)
        .param("writes", writes))
}
