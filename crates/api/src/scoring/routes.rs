//! Paths of scoring.

use super::model::ScoringError;
use super::service;
use crate::error::ApiError;
use crate::http::Serve;
use crate::state::AppState;
use paddock_api_types::operations::scoring as ops;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().on(ops::preview_result_points, async |op, it| {
        service::preview(&op, it.path, &it.body).await
    })
}

impl From<ScoringError> for ApiError {
    fn from(error: ScoringError) -> Self {
        use ScoringError as E;
        match error {
            E::Invalid { field, expected } => {
                Self::invalid_value(field, format!("expected {expected}"))
            }
            E::Season(error) => error.into(),
            E::Failure(failure) => failure.into(),
        }
    }
}
