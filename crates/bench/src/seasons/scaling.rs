//! The cost of a hundred times as many members: the same calls on a small history and on a large one.

use super::community::submission;
use super::raw::Scene;
use crate::Runtimes;
use crate::caller::{Caller, id};
use crate::engine::Place;
use crate::http::Request;
use crate::load::Keys;
use crate::members::FIRST_USER;
use crate::plan::{Plan, Target};
use crate::sides::{self, Calls, Side};
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::sync::Arc;

/// Number of members who send requests.
const ACTORS: i64 = 256;
/// Rows of a page, as `/leaderboard` requests them.
const LIMIT: i64 = 10;
/// Rows of a page on the way to the middle.
const STRIDE: i64 = 200;

/// The command `scaling`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let [small, large] = plan.targets.as_slice() else {
        anyhow::bail!("two histories are compared");
    };
    let place = Place::from_url(&small.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = Arc::new(Keys::new());
    let sides = runtimes
        .http
        .block_on(async { anyhow::Ok([side(small, &keys).await?, side(large, &keys).await?]) })?;
    print!(
        "{version}: {} standings and {} ledger entries, against {} and {}; ",
        small.standings, small.entries, large.standings, large.entries,
    );
    sides::measure(&sides, plan, &keys, &runtimes.http)?;
    Ok(())
}

async fn side<'p>(target: &'p Target, keys: &Arc<Keys>) -> Result<Side<'p>> {
    let mut caller = Caller::new(target, keys).await?;
    let scene = caller.scene().await?;
    let (cursor, middle) = middle(&mut caller, target, &scene).await?;
    // Members from the first to the last, whose points look random.
    let actors = || (0..ACTORS).map(|it| FIRST_USER + 1 + it * (target.standings - 1) / ACTORS);
    let path = format!("/api/seasons/{}", scene.season);
    let get = |user, rest: &str| {
        let path = format!("{path}/{rest}");
        Request::new(target, user, "GET", &path, None)
    };
    let first = format!("leaderboard?limit={LIMIT}");
    let deep = format!("leaderboard?limit={LIMIT}&cursor={cursor}");
    let body = submission(&scene, 1);
    let submit = |user| Request::new(target, user, "POST", "/api/submissions", Some(&body));
    let calls = |name, requests| Calls { name, requests };
    let calls = vec![
        calls(
            "first page",
            actors().map(|user| get(user, &first)).collect(),
        ),
        calls(
            "page in the middle",
            actors().map(|user| get(user, &deep)).collect(),
        ),
        calls(
            "own row, in the middle",
            middle
                .iter()
                .map(|user| get(*user, "leaderboard?limit=1"))
                .collect(),
        ),
        calls(
            "summary",
            actors().map(|user| get(user, "summary")).collect(),
        ),
        calls("approved submission", actors().map(submit).collect()),
    ];
    Ok(Side { target, calls })
}

/// Pages to the middle of the table. Answers the cursor there, and the members around it.
async fn middle(
    caller: &mut Caller<'_>,
    target: &Target,
    scene: &Scene,
) -> Result<(String, Vec<i64>)> {
    let path = format!("/api/seasons/{}/leaderboard?limit={STRIDE}", scene.season);
    let mut page = caller.get(&path).await?;
    for _ in 1..target.standings / 2 / STRIDE {
        let path = format!("{path}&cursor={}", cursor(&page)?);
        page = caller.get(&path).await?;
    }
    let rows = page["items"].as_array().context("a page without rows")?;
    let users: Result<_> = rows.iter().map(|row| id(row, "user_id")).collect();
    Ok((cursor(&page)?.to_owned(), users?))
}

fn cursor(page: &Value) -> Result<&str> {
    page["next_cursor"]
        .as_str()
        .context("the table ended early")
}
