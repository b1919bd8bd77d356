//! What goes wrong about attendance.

use super::seasons::value;
use crate::replies::format::{count, relative};
use paddock_api_types::{ChannelId, ErrorCode, Problem, Timestamp};

pub(super) fn sentence(problem: &Problem) -> Option<String> {
    let channel = value::<ChannelId>(problem, "channel_id");
    let text = match problem.code {
        ErrorCode::AttendanceSessionNotFound => {
            "There is no such session. Pick one from the suggestions."
        }
        ErrorCode::AttendanceSessionOpen => {
            "Attendance is being taken there already. Close that session with \
             `/close_attendance` first, or pick another `channel`."
        }
        ErrorCode::AttendanceChannelNotSet => {
            "I do not know where. Pick a `channel`, or set one with `/config channel`."
        }
        ErrorCode::NoOpenAttendanceSession => {
            "Nobody takes attendance right now. Try again once a code is shown."
        }
        ErrorCode::WrongAttendanceChannel => {
            return Some(match channel {
                Some(channel) => {
                    format!(
                        "Not here: check in with `/here` in <#{channel}>, where you are asked to."
                    )
                }
                None => "Not here: use `/here` in the channel for attendance.".to_owned(),
            });
        }
        ErrorCode::AttendanceSessionClosed => {
            "That session is closed. If you were there, ask the person who took attendance."
        }
        ErrorCode::WrongCode => return Some(wrong_code(problem)),
        ErrorCode::CodeExpired => "That code is over; a new one is shown. Type that one.",
        ErrorCode::TooManyWrongCodes => {
            return Some(match value::<Timestamp>(problem, "until") {
                Some(until) => format!(
                    "Too many wrong codes. You can try again {}.",
                    relative(until)
                ),
                None => "Too many wrong codes. Try again in a minute.".to_owned(),
            });
        }
        ErrorCode::NotInVoice => {
            return Some(match channel {
                Some(channel) => format!(
                    "Only those who are in <#{channel}> are counted. Connect to it, then check in."
                ),
                None => "Connect to the session's voice channel first, then check in.".to_owned(),
            });
        }
        ErrorCode::VoiceUnknown => {
            "I cannot see right now whether you are in the voice channel. Try again in a moment."
        }
        ErrorCode::AttendanceRecordNotFound => {
            "Nothing is recorded for that member in that session."
        }
        _ => return None,
    };
    Some(text.to_owned())
}

fn wrong_code(problem: &Problem) -> String {
    match value::<u32>(problem, "left") {
        Some(0) => "That is not the code. Wait a minute before you try again.".to_owned(),
        Some(left) => format!(
            "That is not the code that is shown. You can try {} more in this minute.",
            count(left.into(), "time")
        ),
        None => "That is not the code that is shown. Look again.".to_owned(),
    }
}
