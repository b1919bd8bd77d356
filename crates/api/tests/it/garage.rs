//! A guild in which members claim numbers.

use crate::helpers::{GUILD, TestApp, given, guild, user};
use paddock_api_client::{Client, Error};
use paddock_api_types::bot::{ReportMembers, ReportedMember};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::numbers::{
    AvailableNumbersQuery, ListNumberClaimsQuery, NumberClaim, NumberClassQuery, NumberStatus,
    NumberTrade,
};
use paddock_api_types::{CarNumber, NumberClassId};
use serde_json::{Value, json};

/// A guild whose numbers go from 0 to 99.
pub(crate) struct Garage {
    pub(crate) app: TestApp,
}

pub(crate) fn car(number: &str) -> CarNumber {
    CarNumber::new(number).unwrap()
}

pub(crate) fn in_class(class: Option<NumberClassId>) -> NumberClassQuery {
    NumberClassQuery { class_id: class }
}

impl Garage {
    pub(crate) async fn new() -> Self {
        Self::with(json!({})).await
    }

    /// With these settings besides.
    pub(crate) async fn with(settings: Value) -> Self {
        let app = TestApp::spawn().await;
        let range = given(json!({"number_max": 99}));
        app.admin().update_guild(&range).await.unwrap();
        app.admin().update_guild(&given(settings)).await.unwrap();
        Self { app }
    }

    pub(crate) fn admin(&self) -> Client {
        self.app.admin()
    }

    /// A verified member who holds these numbers.
    pub(crate) async fn driver(&self, id: i64, name: &str, numbers: &[&str]) -> Client {
        let client = self.app.verified_as(id, name).await;
        for number in numbers {
            claim(&client, number).await.unwrap();
        }
        client
    }

    pub(crate) async fn status(&self, of: &Client, number: &str) -> NumberStatus {
        let status = of.get_number(car(number), &in_class(None)).await;
        status.unwrap()
    }

    /// Who holds what, as `7:1 07:2`.
    pub(crate) async fn holders(&self) -> String {
        let query = ListNumberClaimsQuery::default();
        let claims = self.admin().list_number_claims(&query).await.unwrap().items;
        let texts = claims
            .iter()
            .map(|it| format!("{}:{}", it.number, it.user_id));
        texts.collect::<Vec<_>>().join(" ")
    }

    /// What is free for a member, as `0-6 8-99`.
    pub(crate) async fn free(&self, of: &Client) -> String {
        let query = AvailableNumbersQuery::default();
        let ranges = of.list_available_numbers(&query).await.unwrap().items;
        let texts = ranges.iter().map(|it| format!("{}-{}", it.first, it.last));
        texts.collect::<Vec<_>>().join(" ")
    }

    /// What has been said since the last time, by the names of the notices.
    pub(crate) async fn said(&self) -> Vec<String> {
        let performed = self.app.perform().await;
        let said = performed
            .into_iter()
            .filter_map(|effect| match effect.action {
                EffectAction::SendMessage { notice, .. } => Some(format!("all {}", kind(&notice))),
                EffectAction::DirectMessage {
                    user_id, notice, ..
                } => Some(format!("{user_id} {}", kind(&notice))),
                _ => None,
            });
        let mut said: Vec<_> = said.collect();
        said.retain(|it| it.contains("number"));
        said.sort();
        said
    }

    /// The bot reports that a member is in the server, or not.
    pub(crate) async fn seen(&self, id: i64, in_guild: bool) {
        let member: ReportedMember = given(json!({
            "user_id": id.to_string(), "in_guild": in_guild, "role_ids": []
        }));
        let report = ReportMembers {
            members: vec![member],
            range: None,
        };
        let bot = self.app.bot();
        bot.report_members(guild(GUILD), &report).await.unwrap();
    }

    pub(crate) async fn offered(&self, by: &Client, offer: Value) -> Result<NumberTrade, Error> {
        by.offer_number_trade(&given(offer)).await
    }
}

fn kind(notice: &Notice) -> String {
    let json = serde_json::to_value(notice).unwrap();
    json["notice"].as_str().unwrap().to_owned()
}

pub(crate) async fn claim(by: &Client, number: &str) -> Result<NumberClaim, Error> {
    by.claim_number(car(number), None).await
}

pub(crate) async fn release(by: &Client, number: &str) -> Result<(), Error> {
    by.release_number(car(number), &in_class(None)).await
}

pub(crate) async fn wait(by: &Client, number: &str) -> Result<u32, Error> {
    let wanted = given(json!({"number": number}));
    let wait = by.wait_for_number(&wanted).await?;
    assert_eq!(wait.number, car(number));
    Ok(wait.place)
}

/// The body of an offer to a member.
pub(crate) fn swap(to: i64, gives: &str, wants: Option<&str>) -> Value {
    json!({"user_id": user(to).to_string(), "gives": gives, "wants": wants})
}
