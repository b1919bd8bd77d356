//! Paths of the league.

use super::model::LeagueError;
use super::service;
use crate::db;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::league as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::get_iracing_id, async |op, _| service::get(&op).await)
        .on(ops::set_iracing_id, async |op, it| {
            service::set(&op, &it.body).await
        })
        .on(ops::remove_iracing_id, async |op, _| {
            service::remove(&op).await
        })
        .on(ops::upload_league_roster, async |op, it| {
            service::upload(&op, &it.body).await
        })
        .on(ops::upload_league_roster_csv, async |op, it| {
            service::upload_csv(&op, &it.body.0).await
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
            E::Unreadable { line, .. } => {
                let refused = Self::new(ErrorCode::RosterUnreadable, detail);
                match line {
                    Some(line) => refused.param("line", line),
                    None => refused,
                }
            }
            E::NotSet => Self::new(ErrorCode::LeagueNotSet, detail),
            E::NotConfigured => Self::new(ErrorCode::IracingNotConfigured, detail),
            E::TooSoon { wait } => Self::new(ErrorCode::RateLimited, detail)
                .retry_after(wait.try_into().unwrap_or_default()),
            E::SyncFailed(failure) => {
                Self::new(ErrorCode::LeagueSyncFailed, detail).param("failure", db::name(failure))
            }
            E::Failure(failure) => failure.into(),
        }
    }
}
