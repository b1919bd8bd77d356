//! Submissions and leaderboards: over HTTP, and the same statements on the engine.
//!
//! A machine is never the same for long, so everything takes turns: each round measures everything for a
//! moment, and a ratio is the median of those within the rounds.

use crate::Runtimes;
use crate::community::{Caller, FIRST_USER, submission};
use crate::engine::{MARIADB_CONNECTIONS, Place, SQLITE_READERS};
use crate::http::Request;
use crate::load::{self, Answers, Keys, WORKERS};
use crate::plan::{Plan, Target};
use crate::straight::{Straight, Work};
use crate::table::{Table, median, milliseconds, rate};
use anyhow::{Context as _, Result};
use std::sync::Arc;
use std::time::Duration;

const MEMBERS: i64 = 256;
const ROUNDS: u32 = 5;
const LIMIT: i64 = 10;
/// Submissions that share a COMMIT.
const BATCH: u32 = 64;

/// One of the things that are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Submissions,
    RawSubmissions { batch: u32 },
    Leaderboards,
    RawLeaderboards,
}

/// How it went.
struct Measured {
    kind: Kind,
    /// Per second, round by round.
    rates: Vec<f64>,
    all: Answers,
}

/// The community that is measured, and who acts in it.
struct Bench<'p> {
    target: &'p Target,
    keys: Arc<Keys>,
    submissions: Vec<Request>,
    leaderboards: Vec<Request>,
    straight: Straight,
}

/// The command `rates`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let mut bench = Bench::set_up(target, &place, runtimes)?;
    let on_sqlite = matches!(place, Place::Sqlite(_));
    let mut kinds = vec![Kind::Submissions, Kind::RawSubmissions { batch: 1 }];
    if on_sqlite {
        kinds.push(Kind::RawSubmissions { batch: BATCH });
    }
    kinds.extend([Kind::Leaderboards, Kind::RawLeaderboards]);
    let measured = bench.measure(kinds, plan.seconds, runtimes)?;

    println!(
        "{version}: {MEMBERS} members, {WORKERS} keep-alive connections, {} s for each rate in \
         {ROUNDS} rounds; no call failed\n",
        plan.seconds
    );
    let columns = ["", "per second", "p50 ms", "p99 ms", "Paddock / raw"];
    let mut table = Table::new(&columns);
    for it in &measured {
        table.row([
            name(it.kind, on_sqlite),
            rate(it.all.rate()),
            milliseconds(it.all.percentile(50)),
            milliseconds(it.all.percentile(99)),
            it.ratio(&measured),
        ]);
    }
    table.print();
    Ok(())
}

fn name(kind: Kind, on_sqlite: bool) -> String {
    match kind {
        Kind::Submissions => "approved submissions, Paddock".to_owned(),
        Kind::RawSubmissions { .. } if !on_sqlite => {
            format!("  raw, {MARIADB_CONNECTIONS} connections")
        }
        Kind::RawSubmissions { batch: 1 } => "  raw, one writer, a COMMIT for each".to_owned(),
        Kind::RawSubmissions { batch } => format!("  raw, one writer, a COMMIT for {batch}"),
        Kind::Leaderboards => format!("leaderboards of {LIMIT}, Paddock"),
        Kind::RawLeaderboards if on_sqlite => format!("  raw, {SQLITE_READERS} connections"),
        Kind::RawLeaderboards => format!("  raw, {MARIADB_CONNECTIONS} connections"),
    }
}

impl Measured {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            rates: Vec::new(),
            all: Answers::default(),
        }
    }

    /// What Paddock does of what the engine does, round by round.
    fn ratio(&self, measured: &[Self]) -> String {
        let paddock = match self.kind {
            Kind::RawSubmissions { .. } => Kind::Submissions,
            Kind::RawLeaderboards => Kind::Leaderboards,
            Kind::Submissions | Kind::Leaderboards => return String::new(),
        };
        let paddock = measured.iter().find(|it| it.kind == paddock);
        let paddock = paddock.map_or(&[][..], |it| &it.rates);
        let ratios = paddock
            .iter()
            .zip(&self.rates)
            .map(|(one, other)| one / other);
        format!("{:.2}", median(ratios.collect()))
    }
}

/// What a member hands in each time: their points drift apart, as people's do.
fn quantity(member: i64) -> i64 {
    1 + member % 9
}

/// What a member hands in first.
fn first(member: i64) -> i64 {
    1 + member * 37 % MEMBERS
}

/// Members who are not on the first page, so that their own row has to be read as well.
fn readers() -> impl Iterator<Item = i64> {
    (0..MEMBERS).filter(|member| quantity(*member) <= 5 && first(*member) <= MEMBERS / 2)
}

impl<'p> Bench<'p> {
    fn set_up(target: &'p Target, place: &Place, runtimes: &Runtimes) -> Result<Self> {
        let keys = Arc::new(Keys::new());
        let scene = runtimes.http.block_on(async {
            let mut caller = Caller::new(target, &keys).await?;
            let mut scene = caller.set_up().await?;
            for member in 0..MEMBERS {
                let user = FIRST_USER + member;
                scene.answer = caller.add(&scene, user, first(member)).await?;
            }
            anyhow::Ok(scene)
        })?;
        let submissions = (0..MEMBERS).map(|member| {
            let body = submission(&scene, quantity(member));
            let user = FIRST_USER + member;
            Request::new(target, user, "POST", "/api/submissions", Some(&body))
        });
        let submissions = submissions.collect();
        let path = format!("/api/seasons/{}/leaderboard?limit={LIMIT}", scene.season);
        let leaderboards =
            readers().map(|member| Request::new(target, FIRST_USER + member, "GET", &path, None));
        let leaderboards = leaderboards.collect();
        let work = Work {
            scene,
            keys: keys.clone(),
            quantities: (0..MEMBERS).map(quantity).collect(),
            readers: readers().collect(),
            limit: LIMIT,
            ..Work::default()
        };
        let straight = runtimes.raw.block_on(Straight::open(place, work))?;
        Ok(Self {
            target,
            keys,
            submissions,
            leaderboards,
            straight,
        })
    }

    fn measure(
        &mut self,
        kinds: Vec<Kind>,
        seconds: f64,
        runtimes: &Runtimes,
    ) -> Result<Vec<Measured>> {
        let mut measured: Vec<_> = kinds.into_iter().map(Measured::new).collect();
        let slice = Duration::from_secs_f64(seconds / f64::from(ROUNDS));
        // The first round warms up, and does not count.
        for round in 0..=ROUNDS as usize {
            let length = if round == 0 { slice / 4 } else { slice };
            for turn in 0..measured.len() {
                // Nobody is always the first after the same one.
                let turn = (turn + round) % measured.len();
                let it = &mut measured[turn];
                let answers = self.turn(it.kind, length, runtimes)?;
                if round > 0 {
                    it.rates.push(answers.rate());
                    it.all.add(answers);
                }
            }
        }
        Ok(measured)
    }

    fn turn(&mut self, kind: Kind, length: Duration, runtimes: &Runtimes) -> Result<Answers> {
        let requests = match kind {
            Kind::Submissions => &self.submissions,
            Kind::Leaderboards => &self.leaderboards,
            Kind::RawSubmissions { batch } => {
                return runtimes.raw.block_on(self.straight.submit(length, batch));
            }
            Kind::RawLeaderboards => return runtimes.raw.block_on(self.straight.look(length)),
        };
        let asked = load::ask(self.target, requests, WORKERS, length, &self.keys);
        runtimes.http.block_on(asked)
    }
}
