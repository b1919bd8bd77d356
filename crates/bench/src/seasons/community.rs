//! A guild with a season, created as people do it: through the API, as the bot.

use super::raw::Scene;
use crate::caller::{Caller, id};
use crate::ids;
use anyhow::Result;
use jiff::ToSpan as _;
use serde_json::{Value, json};

/// Points of an item.
pub(crate) const POINTS: i64 = 10;

/// All but the last are reached with the first submission, and the last never: promotions are not measured.
const RANKS: [(&str, i64); 4] = [
    ("Bronze", 2),
    ("Silver", 5),
    ("Gold", 10),
    ("Legend", 1_000_000_000),
];

impl Caller<'_> {
    /// Sets up a guild that approves immediately, with one open season, an item and a few ranks.
    pub(crate) async fn set_up(&mut self) -> Result<Scene> {
        let approve = json!({ "auto_approve_submissions": true });
        self.change("PATCH", "/api/guild", approve).await?;
        let now = ids::now();
        let season = json!({
            "name": "Winter",
            "starts_at": now - 1.hour(),
            "ends_at": now + 1000.hours(),
        });
        let season = self.change("POST", "/api/seasons", season).await?;
        let season = id(&season, "id")?;
        let item = json!({ "name": "Race finished" });
        let item = id(&self.change("POST", "/api/items", item).await?, "id")?;
        let path = format!("/api/seasons/{season}/items/{item}");
        self.change("PUT", &path, json!({ "points": POINTS }))
            .await?;
        for (name, threshold) in RANKS {
            let rank = json!({ "name": name, "threshold": threshold });
            let path = format!("/api/seasons/{season}/ranks");
            self.change("POST", &path, rank).await?;
        }
        Ok(Scene {
            season,
            item,
            points_each: POINTS,
            answer: String::new(),
        })
    }

    /// Registers and verifies a member, who joins the season with a first submission of `quantity`. Answers its response.
    pub(crate) async fn add(&mut self, scene: &Scene, user: i64, quantity: i64) -> Result<String> {
        let name = json!({ "display_name": format!("Member {user}") });
        self.call(user, "POST", "/api/members", Some(name)).await?;
        let verify = format!("/api/members/{user}/verify");
        self.act(&verify).await?;
        let join = format!("/api/seasons/{}/join", scene.season);
        self.call(user, "POST", &join, None).await?;
        let body = Some(submission(scene, quantity));
        let answer = self.call(user, "POST", "/api/submissions", body).await?;
        Ok(answer.to_string())
    }

    /// The season and item of a target that is set up already.
    pub(crate) async fn scene(&mut self) -> Result<Scene> {
        let season = self.get("/api/seasons/current").await?;
        let season = id(&season, "id")?;
        let path = format!("/api/seasons/{season}/items");
        let items = self.get(&path).await?;
        Ok(Scene {
            season,
            item: id(&items["items"][0], "item_id")?,
            points_each: POINTS,
            answer: String::new(),
        })
    }
}

/// The body of a member's submission, as `/submit` sends it.
pub(crate) fn submission(scene: &Scene, quantity: i64) -> Value {
    json!({ "item_id": scene.item.to_string(), "quantity": quantity })
}
