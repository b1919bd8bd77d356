//! Attendance on a database: what is written, and what others see of it.

mod check_ins;
mod displays;
mod points;
mod races;
mod records;
mod sessions;
mod tenancy;

use super::service;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::testing::{TestContext, text, user};
use futures_util::TryStreamExt as _;
use jiff::SignedDuration;
use paddock_api_types::attendance::{
    AttendanceRecord, AttendanceSession, AttendanceStatus, CheckIn, CheckedIn,
    OpenAttendanceSession,
};
use paddock_api_types::members::Level;
use paddock_api_types::{AttendanceSessionId, ChannelId};
use std::time::Duration;

/// Where members check in.
pub(super) const HALL: i64 = 70;

pub(super) fn channel(id: i64) -> ChannelId {
    ChannelId::new(id).unwrap()
}

pub(super) fn first_page() -> PageRequest<1> {
    PageRequest::parse(Some(200), None).unwrap()
}

/// A session that is open in the hall.
pub(super) struct Lecture {
    pub(super) test: TestContext,
    pub(super) session: AttendanceSession,
}

impl Lecture {
    pub(super) async fn new() -> Self {
        Self::with(TestContext::new().await, OpenAttendanceSession::default()).await
    }

    pub(super) async fn with(test: TestContext, open: OpenAttendanceSession) -> Self {
        let open = OpenAttendanceSession {
            channel_id: Some(channel(HALL)),
            ..open
        };
        let session = service::open(&test.admin(), &open).await.unwrap();
        Self { test, session }
    }

    pub(super) fn id(&self) -> AttendanceSessionId {
        self.session.id
    }

    pub(super) fn admin(&self) -> Operation {
        self.test.admin()
    }

    /// Somebody in the hall.
    pub(super) fn by(&self, member: i64) -> Operation {
        let mut op = self.test.by(member, Level::Guest);
        op.actor.channel_id = Some(channel(HALL));
        op
    }

    pub(super) fn advance(&self, seconds: u64) {
        self.test.clock.advance(Duration::from_secs(seconds));
    }

    /// The code that is shown now.
    pub(super) async fn code(&self) -> String {
        let codes = service::codes(&self.admin(), self.id()).await.unwrap();
        codes.codes[0].code.clone()
    }

    pub(super) async fn here(&self, member: i64, code: &str) -> Result<CheckedIn, String> {
        self.typed(member, code, 0).await
    }

    /// The same, typed so many seconds ago.
    pub(super) async fn typed(
        &self,
        member: i64,
        code: &str,
        ago: i64,
    ) -> Result<CheckedIn, String> {
        let op = self.by(member);
        let check_in = CheckIn {
            code: code.to_owned(),
            created_at: Some(op.at - SignedDuration::from_secs(ago)),
            username: Some(text(format!("user{member}"))),
            ..CheckIn::default()
        };
        let checked_in = service::check_in(&op, &check_in).await;
        checked_in.map_err(|error| error.to_string())
    }

    pub(super) async fn records(&self) -> Vec<AttendanceRecord> {
        let page = service::list_records(&self.admin(), self.id(), first_page()).await;
        page.unwrap().items
    }

    /// Who attended how.
    pub(super) async fn statuses(&self) -> Vec<(i64, AttendanceStatus)> {
        let records = self.records().await.into_iter();
        records.map(|it| (it.user_id.get(), it.status)).collect()
    }

    pub(super) async fn close(&self) -> AttendanceSession {
        service::close(&self.admin(), self.id()).await.unwrap()
    }

    /// The file of this session.
    pub(super) async fn file(&self) -> String {
        let parts = service::export(self.admin(), Some(self.id())).await;
        parts.unwrap().try_collect().await.unwrap()
    }

    pub(super) fn status(member: i64, status: AttendanceStatus) -> (i64, AttendanceStatus) {
        (user(member).get(), status)
    }
}
