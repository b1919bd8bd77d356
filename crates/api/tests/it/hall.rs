//! A channel in which attendance is taken.

use crate::helpers::{GUILD, TestApp, given, guild, user};
use paddock_api_client::{Acting, Client, Error};
use paddock_api_types::attendance::{AttendanceRecord, AttendanceSession, CheckedIn};
use paddock_api_types::{AttendanceSessionId, ChannelId, Page, PageQuery};
use serde_json::{Value, json};

/// Where members check in.
pub(crate) const HALL: i64 = 70;

/// A guild in which a session is open.
pub(crate) struct Hall {
    pub(crate) app: TestApp,
    pub(crate) session: AttendanceSession,
}

impl Hall {
    pub(crate) async fn new() -> Self {
        Self::with(json!({})).await
    }

    /// With these in what opens it.
    pub(crate) async fn with(more: Value) -> Self {
        Self::on(TestApp::spawn().await, more).await
    }

    pub(crate) async fn on(app: TestApp, more: Value) -> Self {
        let session = open(&app.admin(), more).await.unwrap();
        Self { app, session }
    }

    pub(crate) fn id(&self) -> AttendanceSessionId {
        self.session.id
    }

    pub(crate) fn admin(&self) -> Client {
        self.app.admin()
    }

    /// A member giving a command in the hall.
    pub(crate) fn member(&self, user_id: i64) -> Client {
        self.member_in(HALL, user_id)
    }

    /// The same in another channel.
    pub(crate) fn member_in(&self, channel: i64, user_id: i64) -> Client {
        self.app.bot().acting(Acting {
            guild_id: guild(GUILD),
            user_id: user(user_id),
            channel_id: ChannelId::new(channel),
            role_ids: Vec::new(),
            permissions: 0,
        })
    }

    /// The code that is shown now.
    pub(crate) async fn code(&self) -> String {
        let codes = self.admin().list_attendance_codes(self.id()).await;
        codes.unwrap().codes.swap_remove(0).code
    }

    /// Somebody types the code that is shown now.
    pub(crate) async fn here(&self, user_id: i64) -> CheckedIn {
        let typed = json!({"code": self.code().await, "username": format!("user{user_id}")});
        self.typed(user_id, typed).await.unwrap()
    }

    /// Somebody types something.
    pub(crate) async fn typed(&self, user_id: i64, typed: Value) -> Result<CheckedIn, Error> {
        self.member(user_id).check_in(&given(typed)).await
    }

    pub(crate) async fn mark(&self, user_id: i64, status: &str) -> AttendanceRecord {
        let (admin, id, mark) = (self.admin(), self.id(), given(json!({"status": status})));
        let marked = admin.mark_attendance(id, user(user_id), &mark).await;
        marked.unwrap()
    }

    pub(crate) async fn records(&self) -> Page<AttendanceRecord> {
        let (admin, all) = (self.admin(), page(200, None));
        let records = admin.list_attendance_records(self.id(), &all).await;
        records.unwrap()
    }

    /// Says who holds the session's role.
    pub(crate) async fn expect(&self, user_ids: &[i64]) {
        let user_ids: Vec<_> = user_ids.iter().map(|id| user(*id)).collect();
        let report = given(json!({"user_ids": user_ids, "first": true}));
        let (bot, id) = (self.app.bot(), self.id());
        let reported = bot.report_expected_members(guild(GUILD), id, &report).await;
        reported.unwrap();
    }

    pub(crate) async fn close(&self) -> AttendanceSession {
        let closed = self.admin().close_attendance_session(self.id()).await;
        closed.unwrap()
    }
}

/// Opens a session in the hall, unless told another channel.
pub(crate) async fn open(by: &Client, more: Value) -> Result<AttendanceSession, Error> {
    let mut body = json!({"channel_id": HALL.to_string()});
    let Value::Object(more) = more else {
        panic!("no object: {more}")
    };
    body.as_object_mut().unwrap().extend(more);
    by.open_attendance_session(&given(body)).await
}

/// A page of so many rows.
pub(crate) fn page(limit: u32, cursor: Option<String>) -> PageQuery {
    PageQuery {
        limit: Some(limit),
        cursor,
    }
}
