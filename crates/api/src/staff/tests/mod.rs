//! Staff on a database: how members stand, and that their times add up.

mod board;
mod excuses;
mod leavers;
mod presence;
mod roster;
mod times;

use super::model::StaffError;
use super::service;
use crate::effects::{self, Effect};
use crate::guilds;
use crate::testing::{TestContext, guild, user};
use jiff::Timestamp;
use paddock_api_types::bot::SendHeartbeat;
use paddock_api_types::effects::EffectDone;
use paddock_api_types::members::Level;
use paddock_api_types::staff::{
    AddStaff, PresencesReported, ReportPresences, StaffActivity, StaffActivityQuery, StaffMember,
    StaffStatus,
};
use serde_json::{Value, json};
use std::time::Duration;

pub(super) const SECOND: Duration = Duration::from_secs(1);
pub(super) const MINUTE: Duration = Duration::from_mins(1);

/// A guild with staff, and a bot that runs.
pub(super) struct Desk {
    pub(super) test: TestContext,
}

impl Desk {
    /// With these members of the staff.
    pub(super) async fn with(staff: &[i64]) -> Self {
        let desk = Self {
            test: TestContext::new().await,
        };
        for id in staff {
            desk.adds(*id, AddStaff::default()).await.unwrap();
        }
        desk.beats().await;
        desk
    }

    pub(super) async fn adds(&self, id: i64, add: AddStaff) -> Result<StaffMember, StaffError> {
        service::add(&self.test.admin(), user(id), &add).await
    }

    /// The bot gives a sign of life.
    pub(super) async fn beats(&self) {
        self.beats_with("granted").await;
    }

    /// The same, with this word on the intent for presences.
    pub(super) async fn beats_with(&self, intent: &str) {
        let heartbeat: SendHeartbeat = serde_json::from_value(json!({
            "version": "1", "shards": 1, "connected_shards": 1,
            "intents": {"presences": intent, "members": "granted"},
        }))
        .unwrap();
        let saved = guilds::service::save_heartbeat(&self.test.ctx, &heartbeat).await;
        saved.unwrap();
    }

    /// Time passes, with a bot that gives a sign of life every half minute.
    pub(super) async fn passes(&self, time: Duration) {
        let mut left = time;
        while !left.is_zero() {
            let step = left.min(Duration::from_secs(30));
            self.test.clock.advance(step);
            left -= step;
            self.beats().await;
        }
    }

    pub(super) fn now(&self) -> Timestamp {
        self.test.ctx.now()
    }

    /// The bot says that it has just seen somebody.
    pub(super) async fn sees(&self, id: i64, status: &str) -> PresencesReported {
        self.sees_with(id, status, json!({})).await
    }

    /// The same with more about them.
    pub(super) async fn sees_with(&self, id: i64, status: &str, more: Value) -> PresencesReported {
        let mut presence = json!({
            "user_id": id.to_string(), "status": status, "observed_at": self.now(),
        });
        let fields = presence.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        self.reports(json!({"seed": false, "presences": [presence]}))
            .await
    }

    pub(super) async fn reports(&self, report: Value) -> PresencesReported {
        let report: ReportPresences = serde_json::from_value(report).unwrap();
        let reported = service::report(&self.test.ctx, guild(1), &report).await;
        reported.unwrap()
    }

    /// How somebody stands by the roster.
    pub(super) async fn shows(&self, id: i64) -> StaffMember {
        let roster = service::roster(&self.test.by(1, Level::Guest))
            .await
            .unwrap();
        let mut members = roster.members.into_iter();
        members.find(|member| member.user_id == user(id)).unwrap()
    }

    pub(super) async fn status(&self, id: i64) -> StaffStatus {
        self.shows(id).await.discord_status
    }

    pub(super) async fn activity(&self, id: i64) -> StaffActivity {
        let query = StaffActivityQuery::default();
        let activity = service::activity(&self.test.admin(), user(id), &query).await;
        activity.unwrap()
    }

    /// The bot takes what is to be done, if there is something.
    pub(super) async fn leases(&self) -> Vec<Effect> {
        self.leases_within(Duration::ZERO).await
    }

    /// The same, waiting for the first.
    pub(super) async fn leases_within(&self, wait: Duration) -> Vec<Effect> {
        let leased = effects::service::lease(&self.test.ctx, 20, wait).await;
        leased.unwrap()
    }

    /// The bot reports that this is done.
    pub(super) async fn performs(&self, effect: &Effect) {
        let done = EffectDone {
            attempt: effect.attempts,
            message: None,
        };
        let noted = effects::service::done(&self.test.ctx, effect.id, done).await;
        noted.unwrap();
    }

    pub(super) async fn settles(&self) {
        if service::settle_has_work(&self.test.ctx).await.unwrap() {
            service::settle(&self.test.ctx).await.unwrap();
        }
        let more = service::settle_has_work(&self.test.ctx).await.unwrap();
        assert!(!more, "it would never end");
    }
}
