//! Paths of the league.

use super::model::LeagueError;
use super::service;
use crate::error::ApiError;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::league as ops;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .on(ops::get_iracing_id, async |op, _| service::get(&op).await)
        .on(ops::set_iracing_id, async |op, it| {
            service::set(&op, &it.body).await
        })
        .on(ops::remove_iracing_id, async |op, _| {
            service::remove(&op).await
        })
}

impl From<LeagueError> for ApiError {
    fn from(error: LeagueError) -> Self {
        use LeagueError as E;
        let detail = error.to_string();
        match error {
            E::NotRegistered => Self::new(ErrorCode::NotRegistered, detail),
            E::NotLinked => Self::new(ErrorCode::IracingNotLinked, detail),
            E::IdTaken => Self::new(ErrorCode::IracingIdTaken, detail).field("iracing_id"),
            E::IdProven => Self::new(ErrorCode::IracingIdProven, detail).field("iracing_id"),
            E::Failure(failure) => failure.into(),
        }
    }
}
