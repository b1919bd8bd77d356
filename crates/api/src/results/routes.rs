//! Paths of results.

use super::model::ResultError;
use super::service;
use crate::error::ApiError;
use crate::http::{CSV, Download, Routes};
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::results as ops;
use paddock_api_types::results::ResultSource;

pub(super) fn router() -> Routes {
    Routes::new()
        .list(ops::list_results, async |op, it, page| {
            service::list(&op, it.query.league_season_id, page).await
        })
        .on(ops::import_result, async |op, it| {
            service::import(&op, &it.query, it.body.0).await
        })
        .on(ops::get_result, async |op, it| {
            service::get(&op, it.path).await
        })
        .raw(ops::get_raw_result, async |op, it| {
            let file = service::raw_file(&op, it.path).await?;
            let (kind, ending) = match file.source {
                ResultSource::Csv => (CSV, "csv"),
                ResultSource::Json | ResultSource::Iracing => ("application/json", "json"),
            };
            let name = format!("result-{}.{ending}", it.path);
            Ok::<_, ResultError>(Download::new(kind, &name, file.content()))
        })
        .on(ops::get_result_settings, async |op, _| {
            service::settings(&op).await
        })
        .on(ops::update_result_settings, async |op, it| {
            service::update_settings(&op, &it.body).await
        })
        .on(ops::delete_result, async |op, it| {
            service::delete(&op, it.path).await
        })
        .on(ops::finalize_result, async |op, it| {
            service::set_final(&op, it.path, true).await
        })
        .on(ops::reopen_result, async |op, it| {
            service::set_final(&op, it.path, false).await
        })
        .on(ops::void_result, async |op, it| {
            service::set_void(&op, it.path, true).await
        })
        .on(ops::unvoid_result, async |op, it| {
            service::set_void(&op, it.path, false).await
        })
        .on(ops::set_result_round, async |op, it| {
            service::set_round(&op, it.path, &it.body).await
        })
        .on(ops::get_round_attendance, async |op, it| {
            service::matched(&op, it.path).await
        })
        .on(ops::match_round_attendance, async |op, it| {
            service::match_round(&op, it.path, &it.body).await
        })
        .on(ops::unmatch_round_attendance, async |op, it| {
            service::unmatch(&op, it.path).await
        })
        .on(ops::get_member_driving, async |op, it| {
            service::driving(&op, it.path).await
        })
        .list(ops::list_member_races, async |op, it, page| {
            service::races(&op, it.path, page).await
        })
}

impl From<ResultError> for ApiError {
    fn from(error: ResultError) -> Self {
        use ResultError as E;
        let detail = error.to_string();
        match error {
            E::NotFound => Self::new(ErrorCode::ResultNotFound, detail),
            E::Unreadable { expected } => {
                Self::new(ErrorCode::ResultUnreadable, detail).param("expected", expected)
            }
            E::Final => Self::new(ErrorCode::ResultFinal, detail),
            E::Poorer => Self::new(ErrorCode::ResultPoorer, detail),
            E::RawNotKept => Self::new(ErrorCode::ResultRawNotKept, detail),
            E::NoConsent => Self::new(ErrorCode::LeagueConsentMissing, detail),
            E::NotRegistered => Self::new(ErrorCode::NotRegistered, detail),
            E::MemberNotFound => Self::new(ErrorCode::MemberNotFound, detail),
            E::NoRound => Self::new(ErrorCode::ResultWithoutRound, detail),
            E::NotMatched => Self::new(ErrorCode::RoundNotMatched, detail),
            E::SessionMatched => Self::new(ErrorCode::AttendanceSessionMatched, detail),
            E::Attendance(error) => error.into(),
            E::Invalid { field, expected } => {
                Self::invalid_value(field, format!("expected {expected}"))
            }
            E::Failure(failure) => failure.into(),
        }
    }
}
