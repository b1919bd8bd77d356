//! The cost of a hundred times as many members: the same calls on a small history and on a large one.

use super::community::submission;
use super::raw::Scene;
use crate::Runtimes;
use crate::caller::{Caller, id};
use crate::engine::Place;
use crate::http::Request;
use crate::load::{self, Answers, Keys, WORKERS};
use crate::members::FIRST_USER;
use crate::plan::{Plan, Target};
use crate::table::{Table, median, milliseconds, rate};
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

const ROUNDS: u32 = 4;
/// Time for a cell of this table, as a share of the time for a rate.
const PART: f64 = 0.2;
/// Number of members who send requests.
const ACTORS: i64 = 256;
/// Rows of a page, as `/leaderboard` requests them.
const LIMIT: i64 = 10;
/// Rows of a page on the way to the middle.
const STRIDE: i64 = 200;

/// The requests that are measured.
struct Calls {
    name: &'static str,
    requests: Vec<Request>,
}

/// One of the two histories.
struct Side<'p> {
    target: &'p Target,
    calls: Vec<Calls>,
}

/// The command `scaling`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let [small, large] = plan.targets.as_slice() else {
        anyhow::bail!("two histories are compared");
    };
    let place = Place::from_url(&small.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = Arc::new(Keys::new());
    let sides = runtimes.http.block_on(async {
        anyhow::Ok([
            Side::new(small, &keys).await?,
            Side::new(large, &keys).await?,
        ])
    })?;
    println!(
        "{version}: {} standings and {} ledger entries, against {} and {}; {:.1} s for each cell in \
         {ROUNDS} rounds; no call failed\n",
        small.standings,
        small.entries,
        large.standings,
        large.entries,
        plan.seconds * PART
    );
    let mut table = Table::new(&[
        "",
        "at once",
        "small /s",
        "p50 ms",
        "p99 ms",
        "large /s",
        "p50 ms",
        "p99 ms",
        "p50 ratio",
        "rate ratio",
    ]);
    for (call, name) in sides[0].calls.iter().map(|calls| calls.name).enumerate() {
        for workers in [1, WORKERS] {
            let compared = compare(&sides, call, workers, plan, &keys);
            let compared = runtimes.http.block_on(compared)?;
            table.row(
                [name.to_owned(), workers.to_string()]
                    .into_iter()
                    .chain(compared.cells()),
            );
        }
    }
    table.print();
    println!("ratio: large to small in p50, small to large in rates, both aimed at below 2");
    Ok(())
}

/// The same calls on both sides.
#[derive(Default)]
struct Compared {
    small: Answers,
    large: Answers,
    slower: Vec<f64>,
}

async fn compare(
    sides: &[Side<'_>; 2],
    call: usize,
    workers: usize,
    plan: &Plan,
    keys: &Arc<Keys>,
) -> Result<Compared> {
    let mut compared = Compared::default();
    let slice = Duration::from_secs_f64(plan.seconds * PART / f64::from(ROUNDS));
    for round in 0..=ROUNDS {
        // The first round warms up.
        let length = if round == 0 { slice / 4 } else { slice };
        let mut answers = Vec::new();
        for side in sides {
            let requests = &side.calls[call].requests;
            answers.push(load::ask(side.target, requests, workers, length, keys).await?);
        }
        if round > 0 {
            compared.slower.push(answers[0].rate() / answers[1].rate());
            let [small, large] = [&mut compared.small, &mut compared.large];
            large.add(answers.remove(1));
            small.add(answers.remove(0));
        }
    }
    Ok(compared)
}

impl Compared {
    fn cells(&self) -> impl Iterator<Item = String> {
        let times = [self.small.percentile(50), self.large.percentile(50)];
        let [small, large] = times.map(Option::unwrap_or_default);
        let of = |answers: &Answers| {
            [
                rate(answers.rate()),
                milliseconds(answers.percentile(50)),
                milliseconds(answers.percentile(99)),
            ]
        };
        let ratios = [large / small, median(self.slower.clone())];
        of(&self.small)
            .into_iter()
            .chain(of(&self.large))
            .chain(ratios.map(|ratio| format!("{ratio:.2}")))
    }
}

impl<'p> Side<'p> {
    async fn new(target: &'p Target, keys: &Arc<Keys>) -> Result<Self> {
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
        Ok(Self { target, calls })
    }
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
