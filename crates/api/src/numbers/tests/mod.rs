//! Numbers on a database: what becomes due, and many members at the same time.

mod due;
mod free;
mod races;

use super::model::{Claim, NumberError};
use super::service;
use crate::operation::Operation;
use crate::testing::{TestContext, user};
use paddock_api_types::CarNumber;
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::members::Level;
use paddock_api_types::numbers::{ClaimNumber, NumberClaim, NumberWait, WaitForNumber};

pub(super) fn car(number: &str) -> CarNumber {
    CarNumber::new(number).unwrap()
}

/// A guild of members who are verified.
pub(super) struct Paddock {
    pub(super) test: TestContext,
}

impl Paddock {
    /// Members 1 to `members`.
    pub(super) async fn of(members: i64) -> Self {
        let test = TestContext::new().await;
        for member in 1..=members {
            test.verified(member, &format!("Driver {member}")).await;
        }
        Self { test }
    }

    pub(super) fn by(&self, member: i64) -> Operation {
        self.test.by(member, Level::Verified)
    }

    pub(super) async fn claim(
        &self,
        member: i64,
        number: &str,
    ) -> Result<NumberClaim, NumberError> {
        let claim = ClaimNumber::default();
        service::claim(&self.by(member), &car(number), &claim).await
    }

    pub(super) async fn wait(&self, member: i64, number: &str) -> Result<NumberWait, NumberError> {
        let wanted = WaitForNumber {
            number: car(number),
            class_id: None,
        };
        service::wait_for(&self.by(member), &wanted).await
    }

    pub(super) async fn claims(&self) -> Vec<Claim> {
        let op = self.by(1);
        service::all_claims(&op.ctx.db, op.guild()).await.unwrap()
    }

    /// Who holds what, as `7:1 07:2`.
    pub(super) async fn holders(&self) -> String {
        let claims = self.claims().await;
        let texts = claims
            .iter()
            .map(|it| format!("{}:{}", it.number, it.user_id));
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Runs the job.
    pub(super) async fn look(&self) {
        if service::has_work(&self.test.ctx).await.unwrap() {
            service::run_due(&self.test.ctx).await.unwrap();
        }
        assert!(!service::has_work(&self.test.ctx).await.unwrap());
    }

    /// For whom numbers were held, in the order in which they were told.
    pub(super) async fn held_for(&self) -> Vec<i64> {
        let op = self.by(1);
        let page = crate::page::PageRequest {
            limit: 200,
            after: None,
        };
        let effects = crate::effects::service::list(&op, None, page)
            .await
            .unwrap();
        let held = effects
            .items
            .into_iter()
            .rev()
            .filter_map(|it| match it.action {
                EffectAction::DirectMessage {
                    user_id,
                    notice: Notice::NumberHeld { .. },
                    ..
                } => Some(user_id.get()),
                _ => None,
            });
        held.collect()
    }

    pub(super) async fn seen(&self, member: i64, in_guild: bool) {
        let report = serde_json::json!({"members": [
            {"user_id": user(member).to_string(), "in_guild": in_guild, "role_ids": []}
        ]});
        let report = serde_json::from_value(report).unwrap();
        let op = self.by(member);
        crate::members::service::report(&op.ctx, op.guild(), &report)
            .await
            .unwrap();
    }
}
