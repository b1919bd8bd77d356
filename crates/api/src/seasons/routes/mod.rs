//! Paths of seasons.

mod awards;
mod items;
mod points;
mod ranks;
mod seasons;
mod submissions;

use super::model::{Season, SeasonError};
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;

pub(crate) fn router() -> Routes {
    Routes::new()
        .merge(seasons::router())
        .merge(items::router())
        .merge(ranks::router())
        .merge(points::router())
        .merge(submissions::router())
        .merge(awards::router())
}

/// Seasons to choose from.
fn named(seasons: &[Season]) -> Vec<serde_json::Value> {
    let named =
        |it: &Season| serde_json::json!({"id": it.id, "name": it.name, "number": it.number});
    seasons.iter().map(named).collect()
}

impl From<SeasonError> for ApiError {
    fn from(error: SeasonError) -> Self {
        use SeasonError as E;
        let detail = error.to_string();
        match error {
            E::NotFound => Self::new(ErrorCode::SeasonNotFound, detail),
            E::NoneOpen { next_starts_at } => {
                let none = Self::new(ErrorCode::NoCurrentSeason, detail);
                match next_starts_at {
                    Some(at) => none.param("next_starts_at", at.to_string()),
                    None => none,
                }
            }
            E::Ambiguous(seasons) => {
                Self::new(ErrorCode::SeasonAmbiguous, detail).param("seasons", named(&seasons))
            }
            E::NotOpen { starts_at, ends_at } => Self::new(ErrorCode::SeasonNotOpen, detail)
                .param("starts_at", starts_at.to_string())
                .param("ends_at", ends_at.to_string()),
            E::Closed => Self::new(ErrorCode::SeasonClosed, detail),
            E::NumberTaken(_) => Self::new(ErrorCode::SeasonNumberTaken, detail).field("number"),
            E::InUse => Self::new(ErrorCode::SeasonInUse, detail),
            E::ItemNotFound => Self::new(ErrorCode::ItemNotFound, detail),
            E::ItemNameTaken => Self::new(ErrorCode::ItemNameTaken, detail).field("name"),
            E::ItemInUse => Self::new(ErrorCode::ItemInUse, detail),
            E::ItemNotInSeason => Self::new(ErrorCode::ItemNotInSeason, detail),
            E::QuantityExceeded { limit } => Self::new(ErrorCode::ItemQuantityExceeded, detail)
                .field("quantity")
                .param("limit", limit),
            E::DailyLimit { limit, left, until } => {
                Self::new(ErrorCode::ItemDailyLimitReached, detail)
                    .field("quantity")
                    .param("limit", limit)
                    .param("left", left)
                    .param("until", until.to_string())
            }
            E::RankNotFound => Self::new(ErrorCode::RankNotFound, detail),
            E::NameTaken => Self::new(ErrorCode::SeasonNameTaken, detail).field("name"),
            E::RankNameTaken => Self::new(ErrorCode::RankNameTaken, detail).field("name"),
            E::RankThresholdTaken { rank } => Self::new(ErrorCode::RankThresholdTaken, detail)
                .field("threshold")
                .param("rank", rank),
            E::PrizeNotFound => Self::new(ErrorCode::PrizeNotFound, detail),
            E::PrizeTaken { field } => Self::new(ErrorCode::PrizeTaken, detail).field(field),
            E::UnsuitableRole(_) => Self::new(ErrorCode::UnknownRole, detail).field("role_id"),
            E::NotJoined => Self::new(ErrorCode::NotJoined, detail),
            E::NotRegistered => Self::new(ErrorCode::NotRegistered, detail),
            E::MemberNotFound => Self::new(ErrorCode::MemberNotFound, detail),
            E::MemberNotVerified => Self::new(ErrorCode::MemberNotVerified, detail),
            E::AdminsOnly => Self::new(ErrorCode::Forbidden, detail).param("required", "admin"),
            E::SubmissionNotFound => Self::new(ErrorCode::SubmissionNotFound, detail),
            E::Decided { state, decided_by } => {
                let decided = Self::new(ErrorCode::SubmissionDecided, detail)
                    .param("state", crate::db::name(state));
                match decided_by {
                    Some(user) => decided.param("decided_by", user.to_string()),
                    None => decided,
                }
            }
            E::TooManyWaiting { limit } => {
                Self::new(ErrorCode::WaitingSubmissionLimitReached, detail).param("limit", limit)
            }
            E::TooOften { limit, until } => Self::new(ErrorCode::DailyLimitReached, detail)
                .param("limit", limit)
                .param("until", until.to_string()),
            E::SubmissionChanged { updated_at } => Self::new(ErrorCode::SubmissionChanged, detail)
                .param("updated_at", updated_at.to_string()),
            E::AwardNotFound => Self::new(ErrorCode::AwardNotFound, detail),
            E::AwardNotWaiting { delivered_by } => {
                let error = Self::new(ErrorCode::AwardNotWaiting, detail);
                match delivered_by {
                    Some(user) => error.param("delivered_by", user.to_string()),
                    None => error,
                }
            }
            E::AwardNotDelivered => Self::new(ErrorCode::AwardNotDelivered, detail),
            E::AwardOfRank => Self::new(ErrorCode::AwardOfRank, detail),
            E::ImportRefused(rows) => Self::import_refused(detail, &rows),
            E::LimitReached { limit } => {
                Self::new(ErrorCode::LimitReached, detail).param("limit", limit)
            }
            E::Invalid { field, .. } => Self::invalid_value(field, detail),
            E::Failure(failure) => failure.into(),
        }
    }
}
