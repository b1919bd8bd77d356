//! Submissions and leaderboards: over HTTP, and the same statements on the engine.

use super::community::submission;
use super::raw::{Leaderboards, Submissions};
use crate::Runtimes;
use crate::caller::Caller;
use crate::direct::{Direct, Turns, readers as raw_readers, writers as raw_writers};
use crate::engine::Place;
use crate::http::Request;
use crate::ids::Ids;
use crate::load::{self, Answers, Keys, Manner, WORKERS};
use crate::members::FIRST_USER;
use crate::plan::{Plan, Target};
use crate::rounds::{self, BATCH, MEMBERS};
use anyhow::{Context as _, Result};
use std::sync::Arc;
use std::time::Duration;

const LIMIT: i64 = 10;

/// One of the measured operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Submissions,
    RawSubmissions { batch: u32 },
    Leaderboards,
    RawLeaderboards,
}

/// The measured community.
struct Bench<'p> {
    target: &'p Target,
    keys: Arc<Keys>,
    submissions: Vec<Request>,
    leaderboards: Vec<Request>,
    raw_submissions: Arc<Submissions>,
    raw_leaderboards: Arc<Leaderboards>,
    direct: Direct,
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
    let measured = rounds::measure(kinds, plan.seconds, |kind, length| {
        bench.turn(kind, length, runtimes)
    })?;
    rounds::print(&version, on_sqlite, MEMBERS, plan.seconds, &measured);
    Ok(())
}

impl rounds::Kind for Kind {
    fn name(self, on_sqlite: bool) -> String {
        match self {
            Self::Submissions => "approved submissions, Paddock".to_owned(),
            Self::RawSubmissions { batch } => format!("  raw, {}", raw_writers(on_sqlite, batch)),
            Self::Leaderboards => format!("leaderboards of {LIMIT}, Paddock"),
            Self::RawLeaderboards => format!("  raw, {}", raw_readers(on_sqlite)),
        }
    }

    fn paddock(self) -> Option<Self> {
        match self {
            Self::RawSubmissions { .. } => Some(Self::Submissions),
            Self::RawLeaderboards => Some(Self::Leaderboards),
            Self::Submissions | Self::Leaderboards => None,
        }
    }
}

/// Quantity of each submission of a member: their points diverge, as in practice.
fn quantity(member: i64) -> i64 {
    1 + member % 9
}

/// Quantity of a member's first submission.
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
        let raw_leaderboards = Arc::new(Leaderboards {
            scene: scene.clone(),
            readers: readers().collect(),
            limit: LIMIT,
            turns: Turns::default(),
        });
        let raw_submissions = Arc::new(Submissions {
            scene,
            keys: keys.clone(),
            quantities: (0..MEMBERS).map(quantity).collect(),
            ids: Ids::default(),
            turns: Turns::default(),
        });
        let direct = runtimes.raw.block_on(Direct::open(place))?;
        Ok(Self {
            target,
            keys,
            submissions,
            leaderboards,
            raw_submissions,
            raw_leaderboards,
            direct,
        })
    }

    fn turn(&mut self, kind: Kind, length: Duration, runtimes: &Runtimes) -> Result<Answers> {
        let requests = match kind {
            Kind::Submissions => &self.submissions,
            Kind::Leaderboards => &self.leaderboards,
            Kind::RawSubmissions { batch } => {
                let work = &self.raw_submissions;
                return runtimes
                    .raw
                    .block_on(self.direct.write(work, length, batch));
            }
            Kind::RawLeaderboards => {
                let work = &self.raw_leaderboards;
                return runtimes.raw.block_on(self.direct.read(work, length));
            }
        };
        let asked = load::ask(
            Manner::Repeated,
            self.target.port,
            requests,
            WORKERS,
            length,
            &self.keys,
        );
        runtimes.http.block_on(asked)
    }
}
