//! Operations of export and erasure.

use super::service::{self, PrivacyError};
use crate::app::AppState;
use crate::error::ApiError;
use crate::http::Serve;
use paddock_api_types::operations::members as ops;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .on(ops::export_me, async |op, _| service::export(&op).await)
        .on(ops::delete_me, async |op, _| service::erase(&op).await)
}

impl From<PrivacyError> for ApiError {
    fn from(error: PrivacyError) -> Self {
        match error {
            PrivacyError::Member(error) => error.into(),
            PrivacyError::Token(error) => error.into(),
            PrivacyError::Season(error) => error.into(),
        }
    }
}
