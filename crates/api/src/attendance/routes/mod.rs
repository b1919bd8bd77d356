//! Paths of attendance.

mod bot;
mod records;
mod rules;
mod sessions;

use super::model::AttendanceError;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;

pub(crate) fn router() -> Routes {
    Routes::new()
        .merge(sessions::router())
        .merge(records::router())
        .merge(rules::router())
        .merge(bot::router())
}

impl From<AttendanceError> for ApiError {
    fn from(error: AttendanceError) -> Self {
        use AttendanceError as E;
        let detail = error.to_string();
        match error {
            E::NotFound => Self::new(ErrorCode::AttendanceSessionNotFound, detail),
            E::AlreadyOpen { session } => Self::new(ErrorCode::AttendanceSessionOpen, detail)
                .param("session_id", session.to_string()),
            E::ChannelNotSet => Self::new(ErrorCode::AttendanceChannelNotSet, detail),
            E::NoneOpen => Self::new(ErrorCode::NoOpenAttendanceSession, detail),
            E::WrongChannel { channel } => Self::new(ErrorCode::WrongAttendanceChannel, detail)
                .param("channel_id", channel.to_string()),
            E::Closed => Self::new(ErrorCode::AttendanceSessionClosed, detail),
            E::WrongCode { left } => Self::new(ErrorCode::WrongCode, detail)
                .field("code")
                .param("left", left),
            E::NoCode { .. } => Self::invalid_value("code", detail),
            E::CodeExpired => Self::new(ErrorCode::CodeExpired, detail).field("code"),
            E::Paused { until } => {
                Self::new(ErrorCode::TooManyWrongCodes, detail).param("until", until.to_string())
            }
            E::NotInVoice { channel } => {
                Self::new(ErrorCode::NotInVoice, detail).param("channel_id", channel.to_string())
            }
            E::VoiceUnknown => Self::new(ErrorCode::VoiceUnknown, detail),
            E::RecordNotFound => Self::new(ErrorCode::AttendanceRecordNotFound, detail),
            E::AdminsOnly => Self::new(ErrorCode::Forbidden, detail).param("required", "admin"),
            E::Channel(error) => error.into(),
            E::Season(error) => error.into(),
            E::Failure(failure) => failure.into(),
        }
    }
}
