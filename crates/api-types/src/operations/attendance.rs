//! Attendance sessions, check-ins and records.

use super::{Csv, declare};
use crate::attendance::{
    AttendanceCodes, AttendanceRecord, AttendanceReportQuery, AttendanceRule, AttendanceSession,
    AttendanceSettings, CheckIn, CheckedIn, ExportAttendanceQuery, ListAttendanceSessionsQuery,
    MarkAttendance, MemberAttendance, MissingMember, OpenAttendanceSession,
    UpdateAttendanceSession, UpdateAttendanceSettings, WrongCodes,
};
use crate::{AttendanceSessionId, Page, PageQuery, SeasonId, UserId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! attendance_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "attendance";
            /// How attendance is taken here.
            get_attendance_settings: Manager, GET "/api/attendance/settings"
                => 200 AttendanceSettings, "The settings";
            /// Change how attendance is taken.
            ///
            /// Holds for sessions that are opened from now on.
            update_attendance_settings: Manager, PATCH "/api/attendance/settings",
                body UpdateAttendanceSettings { "code_interval_seconds": 15 }
                => 200 AttendanceSettings, "The settings";
            /// Open a session.
            ///
            /// One at a time in a channel.
            open_attendance_session: Admin, POST "/api/attendance/sessions",
                body OpenAttendanceSession { "title": "Lecture 7" }
                => 201 AttendanceSession, "The session",
                refuses [AttendanceSessionOpen AttendanceChannelNotSet UnknownChannel UnknownRole];
            /// Sessions, newest first.
            list_attendance_sessions: Admin, GET "/api/attendance/sessions" ?ListAttendanceSessionsQuery
                => 200 Page<AttendanceSession>, "A page of sessions";
            /// A session, and how many attended.
            get_attendance_session: Admin, GET "/api/attendance/sessions/{session_id}" [session: AttendanceSessionId]
                => 200 AttendanceSession, "The session",
                refuses [AttendanceSessionNotFound];
            /// Change a session that is open.
            ///
            /// Another interval begins when the present code ends.
            update_attendance_session: Admin, PATCH "/api/attendance/sessions/{session_id}" [session: AttendanceSessionId],
                body UpdateAttendanceSession { "title": "Lecture 7" }
                => 200 AttendanceSession, "The session",
                refuses [AttendanceSessionNotFound AttendanceSessionClosed UnknownChannel];
            /// Close a session.
            close_attendance_session: Admin, POST "/api/attendance/sessions/{session_id}/close" [session: AttendanceSessionId]
                => 200 AttendanceSession, "The closed session",
                refuses [AttendanceSessionNotFound AttendanceSessionClosed];
            /// The code of a session, and those of the next two minutes.
            list_attendance_codes: Admin, GET "/api/attendance/sessions/{session_id}/code" [session: AttendanceSessionId]
                => 200 AttendanceCodes, "Codes",
                refuses [AttendanceSessionNotFound AttendanceSessionClosed];
            /// Check in.
            ///
            /// Once more replaces what was recorded before. Five wrong codes in a minute ask for a pause until the
            /// next, which a right one ends; after twenty, no more are looked at. What cannot be a code is
            /// refused as a value, and counts as none.
            check_in: Guest, POST "/api/attendance/check-ins",
                body CheckIn { "code": "K7Q2" }
                => 200 CheckedIn, "It counts",
                refuses [NoOpenAttendanceSession AttendanceSessionNotFound AttendanceSessionClosed
                    WrongAttendanceChannel WrongCode CodeExpired TooManyWrongCodes NotInVoice VoiceUnknown
                    UnknownChannel];
            /// Records of a session.
            list_attendance_records: Admin, GET "/api/attendance/sessions/{session_id}/records" [session: AttendanceSessionId] ?PageQuery
                => 200 Page<AttendanceRecord>, "A page of records",
                refuses [AttendanceSessionNotFound];
            /// Set how somebody attended.
            ///
            /// Also after the session is closed.
            mark_attendance: Admin, PUT "/api/attendance/sessions/{session_id}/records/{user_id}" [session: AttendanceSessionId, user: UserId],
                body MarkAttendance { "status": "excused", "note": "Doctor's appointment." }
                => 200 AttendanceRecord, "The record",
                refuses [AttendanceSessionNotFound];
            /// Remove what is recorded of somebody.
            remove_attendance: Admin, DELETE "/api/attendance/sessions/{session_id}/records/{user_id}" [session: AttendanceSessionId, user: UserId]
                => 204 (), "Removed",
                refuses [AttendanceSessionNotFound AttendanceRecordNotFound];
            /// Who is expected in a session and has no record.
            ///
            /// Expected are the holders of the session's role, as the bot last reported them.
            list_missing_members: Admin, GET "/api/attendance/sessions/{session_id}/missing" [session: AttendanceSessionId] ?PageQuery
                => 200 Page<MissingMember>, "A page of members",
                refuses [AttendanceSessionNotFound];
            /// Who typed wrong codes in a session.
            list_wrong_codes: Admin, GET "/api/attendance/sessions/{session_id}/wrong-codes" [session: AttendanceSessionId] ?PageQuery
                => 200 Page<WrongCodes>, "A page of members",
                refuses [AttendanceSessionNotFound];
            /// How members attended over time.
            ///
            /// The caller, or, for admins, everybody.
            report_attendance: Verified, GET "/api/attendance/report" ?AttendanceReportQuery
                => 200 Page<MemberAttendance>, "A page of members";
            /// Records as CSV, oldest session first.
            ///
            /// The columns begin with `user_id,username,timestamp,date_id,session_id`; `date_id` is the day
            /// in the guild's time zone.
            export_attendance: Admin, GET "/api/attendance/export.csv" ?ExportAttendanceQuery
                => 200 Csv, "The file",
                refuses [AttendanceSessionNotFound];
            /// What attending is worth in a season.
            ///
            /// No points where nobody has set any.
            get_attendance_rule: Guest, GET "/api/seasons/{season_id}/attendance-rule" [season: SeasonId]
                => 200 AttendanceRule, "The rule",
                refuses [SeasonNotFound];
            /// Set what attending is worth in a season.
            ///
            /// Points are given when a session is closed, for sessions that were opened while the season
            /// was open.
            set_attendance_rule: Admin, PUT "/api/seasons/{season_id}/attendance-rule" [season: SeasonId],
                body AttendanceRule { "present_points": 10, "late_points": 5 }
                => 200 AttendanceRule, "The rule",
                refuses [SeasonNotFound];
            /// Let attending be worth nothing again.
            ///
            /// Points that were given stay.
            remove_attendance_rule: Admin, DELETE "/api/seasons/{season_id}/attendance-rule" [season: SeasonId]
                => 204 (), "Removed",
                refuses [SeasonNotFound];
        }
    };
}
attendance_operations!(declare);
