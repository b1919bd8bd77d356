//! Paths of attendance.

mod bot;
mod records;
mod rules;
mod sessions;

use super::model::AttendanceError;
use crate::error::ApiError;
use crate::state::AppState;
use axum::http::StatusCode;
use paddock_api_types::ErrorCode;
use utoipa_axum::router::OpenApiRouter;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(sessions::router())
        .merge(records::router())
        .merge(rules::router())
        .merge(bot::router())
}

impl From<AttendanceError> for ApiError {
    fn from(error: AttendanceError) -> Self {
        use AttendanceError as E;
        let detail = error.to_string();
        let (missing, conflict) = (StatusCode::NOT_FOUND, StatusCode::CONFLICT);
        match error {
            E::NotFound => Self::new(missing, ErrorCode::AttendanceSessionNotFound, detail),
            E::AlreadyOpen { session } => {
                Self::new(conflict, ErrorCode::AttendanceSessionOpen, detail)
                    .param("session_id", session.to_string())
            }
            E::ChannelNotSet => Self::new(conflict, ErrorCode::AttendanceChannelNotSet, detail),
            E::NoneOpen => Self::new(missing, ErrorCode::NoOpenAttendanceSession, detail),
            E::WrongChannel { channel } => {
                Self::new(conflict, ErrorCode::WrongAttendanceChannel, detail)
                    .param("channel_id", channel.to_string())
            }
            E::Closed => Self::new(conflict, ErrorCode::AttendanceSessionClosed, detail),
            E::WrongCode { left } => Self::new(conflict, ErrorCode::WrongCode, detail)
                .field("code")
                .param("left", left),
            E::CodeExpired => Self::new(conflict, ErrorCode::CodeExpired, detail).field("code"),
            E::Paused { until } => Self::new(conflict, ErrorCode::TooManyWrongCodes, detail)
                .param("until", until.to_string()),
            E::NotInVoice { channel } => Self::new(conflict, ErrorCode::NotInVoice, detail)
                .param("channel_id", channel.to_string()),
            E::VoiceUnknown => Self::new(conflict, ErrorCode::VoiceUnknown, detail),
            E::RecordNotFound => Self::new(missing, ErrorCode::AttendanceRecordNotFound, detail),
            E::AdminsOnly => Self::new(StatusCode::FORBIDDEN, ErrorCode::Forbidden, detail)
                .param("required", "admin"),
            E::Channel(error) => error.into(),
            E::Season(error) => error.into(),
            E::Invalid { field, .. } => Self::invalid_value(field, detail),
            E::InvalidText(invalid) => invalid.into(),
            E::Failure(failure) => failure.into(),
        }
    }
}
