//! A season to try things on.

use crate::helpers::{TestApp, given, user};
use paddock_api_client::Client;
use paddock_api_types::effects::{EffectAction, LeasedEffect};
use paddock_api_types::points::{Adjustment, Award, LeaderboardRow, ListAwardsQuery};
use paddock_api_types::seasons::{CreateSeason, Prize, Rank, SetSeasonItem};
use paddock_api_types::submissions::{CreateSubmission, Submission};
use paddock_api_types::{ItemId, PageQuery, SeasonId};
use serde_json::{Value, json};

/// A guild with a season open until December, which takes one item for 10 points.
pub(crate) struct Track {
    pub(crate) app: TestApp,
    pub(crate) season: SeasonId,
    pub(crate) item: ItemId,
}

/// A season that is open as tests begin, and ends nine and a half days later.
pub(crate) fn winter() -> CreateSeason {
    season("Winter", "2026-11-20", "2026-12-01")
}

pub(crate) fn season(name: &str, from: &str, until: &str) -> CreateSeason {
    given(json!({
        "name": name,
        "starts_at": format!("{from}T00:00:00Z"),
        "ends_at": format!("{until}T00:00:00Z"),
    }))
}

pub(crate) fn points_each(points: u32) -> SetSeasonItem {
    given(json!({"points": points}))
}

impl Track {
    pub(crate) async fn new() -> Self {
        Self::on(TestApp::spawn().await).await
    }

    /// For whoever asks more often in a minute than people do.
    pub(crate) async fn unlimited() -> Self {
        Self::on(TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await).await
    }

    async fn on(app: TestApp) -> Self {
        let season = app.admin().create_season(&winter()).await.unwrap().id;
        let item = given(json!({"name": "Race"}));
        let item = app.admin().create_item(&item).await.unwrap().id;
        let track = Self { app, season, item };
        track.worth(json!({"points": 10})).await;
        track
    }

    pub(crate) fn admin(&self) -> Client {
        self.app.admin()
    }

    /// Changes what the item is worth.
    pub(crate) async fn worth(&self, worth: Value) {
        let (admin, worth) = (self.admin(), given(worth));
        let set = admin.set_season_item(self.season, self.item, &worth).await;
        set.unwrap();
    }

    /// Changes settings of the guild.
    pub(crate) async fn set(&self, settings: Value) {
        let settings = given(settings);
        self.admin().update_guild(&settings).await.unwrap();
    }

    /// A verified member who has joined.
    pub(crate) async fn joined(&self, user_id: i64, name: &str) -> Client {
        let client = self.app.verified_as(user_id, name).await;
        client.join_season(self.season).await.unwrap();
        client
    }

    /// The same as user 1, in a guild with these settings and nothing left to be done in Discord.
    pub(crate) async fn settled(&self, settings: Value) -> Client {
        let ada = self.joined(1, "Ada").await;
        self.set(settings).await;
        self.app.perform().await;
        ada
    }

    /// So many of the item, in this season.
    pub(crate) fn races(&self, quantity: u32) -> CreateSubmission {
        self.handing_in(json!({"quantity": quantity}))
    }

    /// The same with more to say.
    pub(crate) fn handing_in(&self, more: Value) -> CreateSubmission {
        given(self.body(more))
    }

    /// The same as JSON, also where it is not allowed.
    pub(crate) fn body(&self, more: Value) -> Value {
        let mut body = json!({"season_id": self.season, "item_id": self.item, "quantity": 1});
        let Value::Object(more) = more else {
            panic!("no object: {more}")
        };
        body.as_object_mut().unwrap().extend(more);
        body
    }

    /// A submission that waits.
    pub(crate) async fn submitted(&self, by: &Client, quantity: u32) -> Submission {
        let handed_in = by.create_submission(&self.races(quantity)).await;
        handed_in.unwrap().submission
    }

    /// A submission that counts.
    pub(crate) async fn approved(&self, by: &Client, quantity: u32) -> Submission {
        let id = self.submitted(by, quantity).await.id;
        self.admin()
            .approve_submission(id, None)
            .await
            .unwrap()
            .submission
    }

    /// Points by hand.
    pub(crate) async fn adjust(&self, user_id: i64, points: i64) -> Adjustment {
        let by_hand = json!({"user_id": user(user_id), "points": points, "reason": "by hand"});
        let (admin, by_hand) = (self.admin(), given(by_hand));
        admin.adjust_points(self.season, &by_hand).await.unwrap()
    }

    pub(crate) async fn rank(&self, name: &str, threshold: i64) -> Rank {
        let rank = given(json!({"name": name, "threshold": threshold}));
        self.admin().create_rank(self.season, &rank).await.unwrap()
    }

    pub(crate) async fn prize(&self, rank: &Rank, prize: Value) -> Prize {
        let (admin, prize) = (self.admin(), given(prize));
        let created = admin.create_prize(self.season, rank.id, &prize).await;
        created.unwrap()
    }

    pub(crate) async fn awards(&self, query: Value) -> Vec<Award> {
        let query: ListAwardsQuery = given(query);
        self.admin().list_awards(&query).await.unwrap().items
    }

    /// The leaderboard as an admin sees it.
    pub(crate) async fn table(&self) -> Vec<(u32, String, i64)> {
        let page = PageQuery::default();
        let table = self.admin().get_leaderboard(self.season, &page).await;
        places(table.unwrap().items)
    }

    /// Performs whatever is asked for, and says what it was, without where edited messages stand.
    pub(crate) async fn asked(&self) -> Vec<EffectAction> {
        let performed = self.app.perform().await;
        performed.into_iter().map(|effect| effect.action).collect()
    }
}

/// Rows of a leaderboard as place, name, points.
pub(crate) fn places(rows: Vec<LeaderboardRow>) -> Vec<(u32, String, i64)> {
    rows.into_iter()
        .map(|row| (row.place, row.display_name, row.points))
        .collect()
}

pub(crate) fn place(place: u32, name: &str, points: i64) -> (u32, String, i64) {
    (place, name.to_owned(), points)
}

/// Effects and the messages that they edit, as JSON, with what a decision changes of a submission.
pub(crate) fn shown(effects: &[LeasedEffect]) -> Value {
    let effects = effects.iter().map(|it| (&it.action, it.message));
    let mut shown = serde_json::to_value(effects.collect::<Vec<_>>()).unwrap();
    for effect in shown.as_array_mut().unwrap() {
        if let Some(Value::Object(submission)) = effect[0].pointer_mut("/notice/submission") {
            let told = ["user_id", "state", "decided_by", "reason"];
            submission.retain(|name, _| told.contains(&name.as_str()));
        }
        if let Some(Value::String(post)) = effect[0].get_mut("post") {
            *post = post.replace(|it: char| it.is_ascii_digit(), "") + "[id]";
        }
    }
    shown
}

/// In which ways something was said.
pub(crate) fn kinds(effects: &[LeasedEffect]) -> Vec<&'static str> {
    effects
        .iter()
        .map(|effect| match effect.action {
            EffectAction::SendMessage { .. } => "send",
            EffectAction::EditMessage { .. } => "edit",
            EffectAction::DeleteMessage { .. } => "delete",
            EffectAction::DirectMessage { .. } => "direct",
            EffectAction::GrantRole { .. } => "grant",
            EffectAction::RevokeRole { .. } => "revoke",
            EffectAction::SyncPresence => "sync",
        })
        .collect()
}
