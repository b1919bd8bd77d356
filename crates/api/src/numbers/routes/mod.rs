//! Paths of numbers.

mod claims;
mod sets;
mod trades;

use super::model::NumberError;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::{CarNumber, ErrorCode};
use serde_json::json;

pub(crate) fn router() -> Routes {
    Routes::new()
        .merge(claims::router())
        .merge(sets::router())
        .merge(trades::router())
}

impl From<NumberError> for ApiError {
    fn from(error: NumberError) -> Self {
        use NumberError as E;
        let detail = error.to_string();
        let is = |code| Self::new(code, detail.clone());
        match error {
            E::ClassNotFound => is(ErrorCode::NumberClassNotFound),
            E::ClassRequired { classes } => is(ErrorCode::NumberClassRequired)
                .field("class_id")
                .param("classes", classes),
            E::ClassNameTaken => is(ErrorCode::NumberClassNameTaken).field("name"),
            E::ClassInUse => is(ErrorCode::NumberClassInUse),
            E::OutOfRange { min, max, digits } => is(ErrorCode::NumberOutOfRange)
                .field("number")
                .param("min", min)
                .param("max", max)
                .param("digits", digits),
            E::Taken { claim, nearest } => near(is(ErrorCode::NumberTaken), nearest)
                .param("user_id", claim.user_id.to_string())
                .param("display_name", claim.display_name)
                .param("since", claim.claimed_at.to_string()),
            E::Reserved { until, nearest } => {
                let refusal = near(is(ErrorCode::NumberReserved), nearest);
                match until {
                    Some(until) => refusal.param("until", until.to_string()),
                    None => refusal,
                }
            }
            E::OnRoster { nearest } => near(is(ErrorCode::NumberOnRoster), nearest),
            E::HoldsEnough { limit, numbers } => is(ErrorCode::NumberLimitReached)
                .param("limit", limit)
                .param("numbers", json!(numbers)),
            E::NotHeld { holder } => {
                let refusal = is(ErrorCode::NumberNotHeld);
                match holder {
                    Some(holder) => refusal.param("user_id", holder.to_string()),
                    None => refusal,
                }
            }
            E::NotClaimed => is(ErrorCode::NumberNotClaimed),
            E::HeldByCaller => is(ErrorCode::NumberHeldByCaller),
            E::NotWaited => is(ErrorCode::NumberNotWaited),
            E::ReservationNotFound => is(ErrorCode::NumberReservationNotFound),
            E::TradeNotFound => is(ErrorCode::NumberTradeNotFound),
            E::TradeDecided { state } => {
                is(ErrorCode::NumberTradeDecided).param("state", json!(state))
            }
            E::TradeBroken => is(ErrorCode::NumberTradeBroken),
            E::ToOneself => is(ErrorCode::SelfTargeted),
            E::MemberNotFound => is(ErrorCode::MemberNotFound),
            E::NotRegistered => is(ErrorCode::NotRegistered),
            E::MemberNotVerified => is(ErrorCode::MemberNotVerified),
            E::AdminsOnly => is(ErrorCode::Forbidden).param("required", "admin"),
            E::LimitReached { limit } => is(ErrorCode::LimitReached).param("limit", limit),
            E::ImportRefused(rows) => Self::import_refused(detail.clone(), &rows),
            E::Invalid { field, .. } => Self::invalid_value(field, detail),
            E::Failure(failure) => failure.into(),
        }
    }
}

fn near(refusal: ApiError, nearest: Vec<CarNumber>) -> ApiError {
    refusal.field("number").param("nearest", json!(nearest))
}
