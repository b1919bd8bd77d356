//! Paths of scoring.

use super::model::ScoringError;
use super::service;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::scoring as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::get_result_rule, async |op, it| {
            service::rule(&op, it.path).await
        })
        .on(ops::set_result_rule, async |op, it| {
            service::set_rule(&op, it.path, it.body).await
        })
        .on(ops::remove_result_rule, async |op, it| {
            service::remove_rule(&op, it.path).await
        })
        .on(ops::get_result_points, async |op, it| {
            service::standings(&op, it.path).await
        })
        .on(ops::preview_result_points, async |op, it| {
            service::preview(&op, it.path, &it.body).await
        })
        .list(ops::list_penalties, async |op, it, page| {
            service::list_penalties(&op, it.path, page).await
        })
        .on(ops::add_penalty, async |op, it| {
            service::add_penalty(&op, it.path, it.body).await
        })
        .on(ops::remove_penalty, async |op, it| {
            service::remove_penalty(&op, it.path.0, it.path.1).await
        })
}

impl From<ScoringError> for ApiError {
    fn from(error: ScoringError) -> Self {
        use ScoringError as E;
        let detail = error.to_string();
        match error {
            E::Invalid { field, expected } => {
                Self::invalid_value(field, format!("expected {expected}"))
            }
            E::NoRule => Self::new(ErrorCode::ResultRuleNotFound, detail),
            E::PenaltyNotFound => Self::new(ErrorCode::PenaltyNotFound, detail),
            E::Season(error) => error.into(),
            E::Failure(failure) => failure.into(),
        }
    }
}
