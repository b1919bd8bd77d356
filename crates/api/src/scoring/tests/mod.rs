//! Scoring on a database.

mod credits;

use super::{service, store};
use crate::operation::Operation;
use crate::testing::{ROOT, TestContext, number, text, user};
use crate::{league, results, seasons};
use jiff::ToSpan;
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_api_types::points::{LedgerEntry, LedgerKind};
use paddock_api_types::results::ImportResultQuery;
use paddock_api_types::scoring::{AddPenalty, Penalty, ResultRule, ResultStandings};
use paddock_api_types::seasons::CreateSeason;
use paddock_api_types::{SeasonId, SubsessionId};
use serde_json::json;

const LEAGUE_SEASON: i64 = 9;

/// An open season, and a league whose drivers are members 1, 2 and 3 by the accounts 101, 102, 103.
struct League {
    test: TestContext,
    season: SeasonId,
}

fn table(race: &[i64], drop_rounds: i64) -> ResultRule {
    let rule = json!({"league_season_id": LEAGUE_SEASON, "mode": "table", "race": race,
        "drop_rounds": drop_rounds});
    serde_json::from_value(rule).unwrap()
}

impl League {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With changes to the season.
    async fn with(change: impl Fn(&mut CreateSeason)) -> Self {
        let test = TestContext::new().await;
        let admin = test.admin();
        test.verified(ROOT, "Root").await;
        let mut new = CreateSeason {
            number: None,
            name: text("Winter"),
            starts_at: admin.at - 24.hours(),
            ends_at: admin.at + 240.hours(),
            remove_roles_at_end: false,
            first_item: None,
            first_rank: None,
        };
        change(&mut new);
        let season = seasons::service::create(&admin, new).await.unwrap().id;
        let league = Self { test, season };
        for member in 1..=3 {
            league.test.verified(member, "Driver").await;
            league.link(member).await;
        }
        league
    }

    fn admin(&self) -> Operation {
        self.test.admin()
    }

    async fn link(&self, member: i64) {
        let link = LinkIracing {
            iracing_id: Some(number(100 + member)),
            consent: None,
        };
        let op = self.test.by(member, Level::Verified);
        league::service::set(&op, &link).await.unwrap();
    }

    async fn set(&self, rule: ResultRule) {
        let set = service::set_rule(&self.admin(), self.season, rule).await;
        set.unwrap();
    }

    /// Imports a race on this day of November with these drivers, the winner first.
    async fn race(&self, day: i64, drivers: &[i64]) {
        let rows = (0..).zip(drivers).map(|(position, member)| {
            json!({"cust_id": 100 + member, "finish_position": position, "laps_complete": 10})
        });
        let race = json!({"simsession_number": 0, "simsession_type": 6,
            "results": rows.collect::<Vec<_>>()});
        let file = json!({"subsession_id": day, "league_id": 7, "league_season_id": LEAGUE_SEASON,
            "start_time": format!("2026-11-{day:02}T19:00:00Z"), "session_results": [race]});
        let query = ImportResultQuery {
            subsession_id: None,
            apply: Some(true),
            force: Some(true),
        };
        let imported = results::service::import(&self.admin(), &query, file.to_string()).await;
        imported.unwrap();
    }

    async fn finish(&self, day: i64) {
        let id = SubsessionId::new(day).unwrap();
        let finished = results::service::set_final(&self.admin(), id, true).await;
        finished.unwrap();
    }

    /// The same as a race whose result is final at once.
    async fn raced(&self, day: i64, drivers: &[i64]) {
        self.race(day, drivers).await;
        self.finish(day).await;
    }

    async fn credit(&self) {
        service::credit_due(&self.test.ctx).await.unwrap();
        assert!(!service::has_work(&self.test.ctx).await.unwrap());
    }

    async fn points(&self, member: i64) -> i64 {
        let of = Some(user(member));
        let summary = seasons::service::summary(&self.admin(), self.season, of).await;
        summary.unwrap().points
    }

    async fn all_points(&self) -> [i64; 3] {
        [
            self.points(1).await,
            self.points(2).await,
            self.points(3).await,
        ]
    }

    /// A member's entries, the newest first.
    async fn entries(&self, member: i64) -> Vec<LedgerEntry> {
        let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
        let of = Some(user(member));
        let entries = seasons::service::ledger(&self.admin(), self.season, of, page).await;
        entries.unwrap().items
    }

    /// Points and reason of them.
    async fn ledger(&self, member: i64) -> Vec<(i64, String)> {
        let entries = self.entries(member).await.into_iter();
        entries
            .map(|it| (it.points, it.reason.unwrap_or_default()))
            .collect()
    }

    async fn standings(&self) -> ResultStandings {
        let standings = service::standings(&self.admin(), self.season).await;
        standings.unwrap()
    }

    async fn penalty(&self, member: i64, points: i64) -> Penalty {
        let asked = AddPenalty {
            user_id: user(member),
            points: number(points),
            round: Some(number(1)),
            reason: text("Cut the chicane"),
        };
        let added = service::add_penalty(&self.admin(), self.season, asked).await;
        added.unwrap()
    }

    /// What was credited is what the ledger says, and what the table says of it.
    async fn verify(&self) {
        let db = &self.test.ctx.db;
        let (_, differences) = seasons::service::verify(db).await.unwrap();
        assert_eq!(differences, []);
        let standings = self.standings().await.items;
        for member in 1..=3 {
            let row = standings.iter().find(|it| it.user_id == user(member));
            let due = row.map_or(0, |it| it.points + it.penalty);
            let guild = self.admin().guild();
            let credits = store::credits_of_member(db, guild, user(member)).await;
            let credited: i64 = credits.unwrap().iter().map(|it| it.points).sum();
            assert_eq!(credited, due, "member {member}");
            let entries = self.entries(member).await.into_iter();
            let results = entries.filter(|it| it.kind == LedgerKind::Result);
            assert_eq!(results.map(|it| it.points).sum::<i64>(), due);
        }
    }
}
