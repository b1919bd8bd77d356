//! Attendance: sessions, check-ins, and what became of them.

use crate::{Client, Error};
use paddock_api_types::{
    AttendanceSessionId, GuildId, Page, PageQuery, SeasonId, UserId,
    attendance::{
        AttendanceCodes, AttendanceDisplays, AttendanceRecord, AttendanceReportQuery,
        AttendanceRule, AttendanceSession, AttendanceSettings, CheckIn, CheckedIn,
        ExportAttendanceQuery, ListAttendanceSessionsQuery, MarkAttendance, MemberAttendance,
        MissingMember, OpenAttendanceSession, ReportDisplay, ReportExpected,
        UpdateAttendanceSession, UpdateAttendanceSettings, WrongCodes,
    },
};

/// Attendance sessions.
impl Client {
    /// How attendance is taken in the caller's guild. Needs manager.
    pub async fn get_attendance_settings(&self) -> Result<AttendanceSettings, Error> {
        self.get("/api/attendance/settings").receive().await
    }

    /// Changes how attendance is taken, for sessions opened from now on. Needs manager.
    pub async fn update_attendance_settings(
        &self,
        changes: &UpdateAttendanceSettings,
    ) -> Result<AttendanceSettings, Error> {
        self.patch("/api/attendance/settings")
            .json(changes)
            .receive()
            .await
    }

    /// Opens a session. Needs admin.
    pub async fn open_attendance_session(
        &self,
        session: &OpenAttendanceSession,
    ) -> Result<AttendanceSession, Error> {
        self.post("/api/attendance/sessions")
            .json(session)
            .receive()
            .await
    }

    /// Sessions, newest first. Needs admin.
    pub async fn list_attendance_sessions(
        &self,
        query: &ListAttendanceSessionsQuery,
    ) -> Result<Page<AttendanceSession>, Error> {
        self.get("/api/attendance/sessions")
            .query(query)
            .receive()
            .await
    }

    /// A session, and how many attended. Needs admin.
    pub async fn get_attendance_session(
        &self,
        session: AttendanceSessionId,
    ) -> Result<AttendanceSession, Error> {
        self.get(&format!("/api/attendance/sessions/{session}"))
            .receive()
            .await
    }

    /// Changes a session that is open. Needs admin.
    pub async fn update_attendance_session(
        &self,
        session: AttendanceSessionId,
        changes: &UpdateAttendanceSession,
    ) -> Result<AttendanceSession, Error> {
        self.patch(&format!("/api/attendance/sessions/{session}"))
            .json(changes)
            .receive()
            .await
    }

    /// Closes a session. Needs admin.
    pub async fn close_attendance_session(
        &self,
        session: AttendanceSessionId,
    ) -> Result<AttendanceSession, Error> {
        self.post(&format!("/api/attendance/sessions/{session}/close"))
            .receive()
            .await
    }

    /// The code of a session, and those of the next two minutes. Needs admin.
    pub async fn list_attendance_codes(
        &self,
        session: AttendanceSessionId,
    ) -> Result<AttendanceCodes, Error> {
        self.get(&format!("/api/attendance/sessions/{session}/code"))
            .receive()
            .await
    }
}

/// Check-ins and records.
impl Client {
    /// Checks the caller in; once more replaces what was recorded before.
    pub async fn check_in(&self, check_in: &CheckIn) -> Result<CheckedIn, Error> {
        self.post("/api/attendance/check-ins")
            .json(check_in)
            .receive()
            .await
    }

    /// Records of a session. Needs admin.
    pub async fn list_attendance_records(
        &self,
        session: AttendanceSessionId,
        page: &PageQuery,
    ) -> Result<Page<AttendanceRecord>, Error> {
        self.get(&format!("/api/attendance/sessions/{session}/records"))
            .query(page)
            .receive()
            .await
    }

    /// Sets how somebody attended. Needs admin.
    pub async fn mark_attendance(
        &self,
        session: AttendanceSessionId,
        user: UserId,
        mark: &MarkAttendance,
    ) -> Result<AttendanceRecord, Error> {
        self.put(&format!(
            "/api/attendance/sessions/{session}/records/{user}"
        ))
        .json(mark)
        .receive()
        .await
    }

    /// Removes what is recorded of somebody. Needs admin.
    pub async fn remove_attendance(
        &self,
        session: AttendanceSessionId,
        user: UserId,
    ) -> Result<(), Error> {
        self.delete(&format!(
            "/api/attendance/sessions/{session}/records/{user}"
        ))
        .acknowledge()
        .await
    }

    /// Who is expected in a session and has no record. Needs admin.
    pub async fn list_missing_members(
        &self,
        session: AttendanceSessionId,
        page: &PageQuery,
    ) -> Result<Page<MissingMember>, Error> {
        self.get(&format!("/api/attendance/sessions/{session}/missing"))
            .query(page)
            .receive()
            .await
    }

    /// Who typed wrong codes in a session. Needs admin.
    pub async fn list_wrong_codes(
        &self,
        session: AttendanceSessionId,
        page: &PageQuery,
    ) -> Result<Page<WrongCodes>, Error> {
        self.get(&format!("/api/attendance/sessions/{session}/wrong-codes"))
            .query(page)
            .receive()
            .await
    }

    /// How members attended over time: the caller, or, for admins, everybody. Needs verified.
    pub async fn report_attendance(
        &self,
        query: &AttendanceReportQuery,
    ) -> Result<Page<MemberAttendance>, Error> {
        self.get("/api/attendance/report")
            .query(query)
            .receive()
            .await
    }

    /// Records as CSV, oldest session first. Needs admin.
    pub async fn export_attendance(&self, query: &ExportAttendanceQuery) -> Result<String, Error> {
        self.get("/api/attendance/export.csv")
            .query(query)
            .text()
            .await
    }
}

/// Points for attending.
impl Client {
    /// What attending is worth in a season.
    pub async fn get_attendance_rule(&self, season: SeasonId) -> Result<AttendanceRule, Error> {
        self.get(&format!("/api/seasons/{season}/attendance-rule"))
            .receive()
            .await
    }

    /// Sets what attending is worth in a season. Needs admin.
    pub async fn set_attendance_rule(
        &self,
        season: SeasonId,
        rule: &AttendanceRule,
    ) -> Result<AttendanceRule, Error> {
        self.put(&format!("/api/seasons/{season}/attendance-rule"))
            .json(rule)
            .receive()
            .await
    }

    /// Lets attending be worth nothing again. Needs admin.
    pub async fn remove_attendance_rule(&self, season: SeasonId) -> Result<(), Error> {
        self.delete(&format!("/api/seasons/{season}/attendance-rule"))
            .acknowledge()
            .await
    }
}

/// What the bot asks and says by itself.
impl Client {
    /// Every message that shows a code, or has to, in every guild. For the bot.
    pub async fn list_attendance_displays(&self) -> Result<AttendanceDisplays, Error> {
        self.get("/api/bot/attendance/displays").receive().await
    }

    /// Says which message shows a session's code. For the bot.
    pub async fn report_attendance_display(
        &self,
        guild: GuildId,
        session: AttendanceSessionId,
        report: ReportDisplay,
    ) -> Result<(), Error> {
        self.put(&format!("/api/bot/attendance/displays/{session}"))
            .guild(guild)
            .json(&report)
            .acknowledge()
            .await
    }

    /// Says who holds a session's role, up to 2,000 at once. For the bot.
    pub async fn report_expected_members(
        &self,
        guild: GuildId,
        session: AttendanceSessionId,
        report: &ReportExpected,
    ) -> Result<(), Error> {
        self.put(&format!("/api/bot/attendance/expected/{session}"))
            .guild(guild)
            .json(report)
            .acknowledge()
            .await
    }
}
