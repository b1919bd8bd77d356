//! Seasons on a database: what is written, and what others see of it.

mod awards;
mod concurrency;
mod points;
mod schedule;
mod set_up;
mod table;
mod tenancy;

use super::service;
use crate::operation::Operation;
use crate::testing::{TestContext, number, text, user};
use jiff::{Timestamp, ToSpan};
use paddock_api_types::members::Level;
use paddock_api_types::points::{AdjustPoints, PointsChange};
use paddock_api_types::seasons::{
    CreateItem, CreatePrize, CreateRank, CreateSeason, Rank, Season, SetSeasonItem,
};
use paddock_api_types::submissions::{CreateSubmission, SubmissionResult};
use paddock_api_types::{ItemId, RoleId, SeasonId, UserId};

/// An open season with one item, in a guild where members' submissions wait for a review.
pub(super) struct Track {
    pub(super) test: TestContext,
    pub(super) season: SeasonId,
    pub(super) item: ItemId,
}

pub(super) fn new_season(name: &str, starts_at: Timestamp, ends_at: Timestamp) -> CreateSeason {
    CreateSeason {
        number: None,
        name: text(name),
        starts_at,
        ends_at,
        remove_roles_at_end: false,
        first_item: None,
        first_rank: None,
    }
}

impl Track {
    /// The item is worth 10 points.
    pub(super) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With changes to the season.
    pub(super) async fn with(change: impl Fn(&mut CreateSeason)) -> Self {
        let test = TestContext::new().await;
        let admin = test.admin();
        let mut new = new_season("Winter", admin.at - 24.hours(), admin.at + 240.hours());
        change(&mut new);
        let season: Season = service::create(&admin, new).await.unwrap();
        let item = CreateItem {
            name: text("Race"),
            description: None,
            external_id: None,
        };
        let item = service::create_item(&admin, item).await.unwrap().id;
        let worth = SetSeasonItem {
            points: number(10),
            max_quantity: None,
            max_per_day: None,
        };
        service::set_season_item(&admin, season.id, item, worth)
            .await
            .unwrap();
        // Admins who give points are members themselves in these tests.
        test.verified(crate::testing::ROOT, "Root").await;
        let season = season.id;
        Self { test, season, item }
    }

    pub(super) fn admin(&self) -> Operation {
        self.test.admin()
    }

    pub(super) fn by(&self, member: i64) -> Operation {
        self.test.by(member, Level::Verified)
    }

    /// A verified member who has joined.
    pub(super) async fn joined(&self, member: i64, name: &str) {
        self.test.verified(member, name).await;
        service::join(&self.by(member), self.season).await.unwrap();
    }

    pub(super) fn new_submission(&self, quantity: u32) -> CreateSubmission {
        CreateSubmission {
            season_id: Some(self.season),
            user_id: None,
            item_id: self.item,
            quantity: number(quantity),
            proof_url: None,
            note: None,
        }
    }

    /// A submission that waits.
    pub(super) async fn submit(&self, member: i64, quantity: u32) -> SubmissionResult {
        let new = self.new_submission(quantity);
        service::submit(&self.by(member), new).await.unwrap()
    }

    /// A submission that counts, handed in by an admin.
    pub(super) async fn submit_for(&self, member: i64, quantity: u32) -> SubmissionResult {
        let new = CreateSubmission {
            user_id: Some(user(member)),
            ..self.new_submission(quantity)
        };
        service::submit(&self.admin(), new).await.unwrap()
    }

    pub(super) async fn adjust(&self, member: i64, points: i64) -> PointsChange {
        let adjust = AdjustPoints {
            user_id: user(member),
            points: number(points),
            reason: text("by hand"),
        };
        let adjusted = service::adjust(&self.admin(), self.season, adjust).await;
        adjusted.unwrap().change
    }

    pub(super) async fn rank(&self, name: &str, threshold: i64) -> Rank {
        let rank = CreateRank {
            name: text(name),
            threshold: number(threshold),
            badge: None,
        };
        service::create_rank(&self.admin(), self.season, rank)
            .await
            .unwrap()
    }

    pub(super) async fn role_prize(&self, rank: &Rank, role: i64) {
        let prize = CreatePrize {
            role_id: RoleId::new(role),
            description: None,
        };
        service::create_prize(&self.admin(), self.season, rank.id, prize)
            .await
            .unwrap();
    }

    pub(super) async fn described_prize(&self, rank: &Rank, description: &str) {
        let prize = CreatePrize {
            role_id: None,
            description: Some(text(description)),
        };
        service::create_prize(&self.admin(), self.season, rank.id, prize)
            .await
            .unwrap();
    }

    /// The table as place, name, points.
    pub(super) async fn table(&self) -> Vec<(u32, String, i64)> {
        let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
        let table = service::leaderboard(&self.admin(), self.season, page).await;
        let rows = table.unwrap().items.into_iter();
        rows.map(|row| (row.place, row.display_name, row.points))
            .collect()
    }

    /// The roles owed to a member.
    pub(super) async fn owed(&self, member: i64) -> Vec<i64> {
        let op = self.admin();
        let owed = crate::roles::service::owed_to(&op.ctx.db, op.guild(), user(member)).await;
        owed.unwrap().into_iter().map(RoleId::get).collect()
    }

    /// Nothing stored contradicts the ledger.
    pub(super) async fn verify(&self) {
        let (_, differences) = service::verify(&self.test.ctx.db).await.unwrap();
        assert_eq!(differences, []);
    }

    pub(super) async fn points(&self, member: i64) -> i64 {
        let id: UserId = user(member);
        let summary = service::summary(&self.admin(), self.season, Some(id)).await;
        summary.unwrap().points
    }
}

pub(super) fn row(place: u32, name: &str, points: i64) -> (u32, String, i64) {
    (place, name.to_owned(), points)
}
