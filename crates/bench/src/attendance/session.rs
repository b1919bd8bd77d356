//! Sessions and their codes, as admins open and see them.

use crate::caller::{Caller, id};
use crate::http::CHANNEL;
use anyhow::Result;
use paddock_api_types::attendance::AttendanceCodes;
use serde_json::json;

/// Path of check-ins.
pub(super) const CHECK_IN: &str = "/api/attendance/check-ins";

impl Caller<'_> {
    /// Opens a session in the callers' channel. Answers its id.
    pub(super) async fn open_session(&mut self, interval: u32, grace: u32) -> Result<i64> {
        let settings = json!({ "code_interval_seconds": interval, "grace_seconds": grace });
        self.change("PATCH", "/api/attendance/settings", settings)
            .await?;
        let session = json!({ "title": "Lecture", "channel_id": CHANNEL.to_string() });
        let session = self
            .change("POST", "/api/attendance/sessions", session)
            .await?;
        id(&session, "id")
    }

    /// The current code of a session, and those that follow.
    pub(super) async fn codes(&mut self, session: i64) -> Result<AttendanceCodes> {
        let path = format!("/api/attendance/sessions/{session}/code");
        Ok(serde_json::from_value(self.get(&path).await?)?)
    }
}

/// A member's Discord username.
pub(super) fn username(user: i64) -> String {
    format!("member.{user}")
}
