//! The cost of a hundred times as many claims: the same calls, with answers of the same size, among few and among many.

use super::seed::{CLASSES, DRIVERS};
use crate::Runtimes;
use crate::caller::{Caller, id};
use crate::engine::Place;
use crate::http::Request;
use crate::load::Keys;
use crate::members::FIRST_USER;
use crate::plan::{Plan, Target};
use crate::sides::{self, AIM, Calls, Side};
use anyhow::{Context as _, Result, ensure};
use std::sync::Arc;

/// Number of members who send requests.
const ACTORS: i64 = 64;
/// Rows of a page.
const LIMIT: i64 = 50;
/// Rows of a page on the way to the middle.
const STRIDE: i64 = 100;

/// The command `numbers-scaling`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let [few, many] = plan.targets.as_slice() else {
        anyhow::bail!("two guilds are compared");
    };
    let place = Place::from_url(&few.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = Arc::new(Keys::new());
    let sides = runtimes
        .http
        .block_on(async { anyhow::Ok([side(few, &keys).await?, side(many, &keys).await?]) })?;
    print!(
        "{version}: {} claims in {CLASSES} classes, against {}, beside a roster of {DRIVERS} drivers; ",
        few.entries, many.entries,
    );
    let (worst, call) = sides::measure(&sides, plan, &keys, &runtimes.http)?;
    ensure!(
        worst <= AIM,
        "with so many claims, `{call}` costs {worst:.2} times as much"
    );
    Ok(())
}

async fn side<'p>(target: &'p Target, keys: &Arc<Keys>) -> Result<Side<'p>> {
    let mut caller = Caller::new(target, keys).await?;
    let classes = caller.get("/api/number-classes").await?;
    let class = id(&classes["items"][0], "id")?;
    let first = format!("/api/numbers?limit={LIMIT}");
    let middle = match middle(&mut caller, target).await? {
        Some(cursor) => format!("{first}&cursor={cursor}"),
        None => first.clone(),
    };
    let of_class = format!("/api/numbers?class_id={class}&limit={CLASSES}");
    let available = format!("/api/numbers/available?class_id={class}&limit={LIMIT}");
    let calls = |name, path: &str| {
        let users = FIRST_USER + 1..=FIRST_USER + ACTORS;
        let requests = users.map(|user| Request::new(target, user, "GET", path, None));
        let requests = requests.collect();
        Calls { name, requests }
    };
    Ok(Side {
        target,
        calls: vec![
            calls("roster, first page", &first),
            calls("roster, page in the middle", &middle),
            calls("roster of a class", &of_class),
            calls("free numbers of a class", &available),
        ],
    })
}

/// The cursor in the middle of the roster.
async fn middle(caller: &mut Caller<'_>, target: &Target) -> Result<Option<String>> {
    let mut cursor = None;
    let mut left = target.entries / 2;
    while left > 0 {
        let limit = left.min(STRIDE);
        let mut path = format!("/api/numbers?limit={limit}");
        if let Some(cursor) = &cursor {
            path = format!("{path}&cursor={cursor}");
        }
        let page = caller.get(&path).await?;
        let next = page["next_cursor"].as_str();
        cursor = Some(next.context("the roster ended early")?.to_owned());
        left -= limit;
    }
    Ok(cursor)
}
