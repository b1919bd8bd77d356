//! Claims of numbers: over HTTP, and the same statements on the engine.
//!
//! A number can be claimed once, so each turn begins without claims and ends at the latest with all of them.

use super::raw::{Claims, claimed_by};
use super::sets::{NUMBERS, number};
use crate::Runtimes;
use crate::caller::Caller;
use crate::direct::{Direct, Turns, writers};
use crate::engine::Place;
use crate::http::Request;
use crate::ids::Ids;
use crate::load::{self, Answers, Keys, Manner, WORKERS};
use crate::members::{self, FIRST_USER};
use crate::plan::{Plan, Target};
use crate::rounds::{self, BATCH};
use anyhow::{Context as _, Result};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// One of the measured operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paddock,
    Raw { batch: u32 },
}

/// The measured guild.
struct Bench<'p> {
    target: &'p Target,
    place: Place,
    keys: Arc<Keys>,
    requests: Vec<Request>,
    raw: Arc<Claims>,
    direct: Direct,
}

/// The command `claims`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let on_sqlite = matches!(place, Place::Sqlite(_));
    let mut bench = Bench::set_up(target, place, runtimes)?;
    let mut kinds = vec![Kind::Paddock, Kind::Raw { batch: 1 }];
    if on_sqlite {
        kinds.push(Kind::Raw { batch: BATCH });
    }
    let measured = rounds::measure(kinds, plan.seconds, |kind, length| {
        bench.turn(kind, length, runtimes)
    })?;
    rounds::print(&version, on_sqlite, NUMBERS, plan.seconds, &measured);
    Ok(())
}

impl rounds::Kind for Kind {
    fn name(self, on_sqlite: bool) -> String {
        match self {
            Self::Paddock => "claims of a number, Paddock".to_owned(),
            Self::Raw { batch } => format!("  raw, {}", writers(on_sqlite, batch)),
        }
    }

    fn paddock(self) -> Option<Self> {
        (self != Self::Paddock).then_some(Self::Paddock)
    }
}

impl<'p> Bench<'p> {
    fn set_up(target: &'p Target, place: Place, runtimes: &Runtimes) -> Result<Self> {
        let keys = Arc::new(Keys::new());
        runtimes.raw.block_on(members::add(&place, NUMBERS))?;
        let answer = runtimes.http.block_on(async {
            let mut caller = Caller::new(target, &keys).await?;
            let range = json!({ "number_min": 0, "number_max": 9999 });
            caller.change("PATCH", "/api/guild", range).await?;
            let user = FIRST_USER + 1;
            caller
                .call(user, "POST", "/api/numbers/0/claim", None)
                .await
        })?;
        let requests = (0..).zip(FIRST_USER + 1..=FIRST_USER + NUMBERS);
        let requests = requests.map(|(place, user)| {
            let path = format!("/api/numbers/{}/claim", number(claimed_by(place)));
            Request::new(target, user, "POST", &path, None)
        });
        let raw = Arc::new(Claims {
            keys: keys.clone(),
            ids: Ids::default(),
            turns: Turns::default(),
            answer: answer.to_string(),
        });
        let direct = runtimes.raw.block_on(Direct::open(&place))?;
        Ok(Self {
            target,
            place,
            keys,
            requests: requests.collect(),
            raw,
            direct,
        })
    }

    fn turn(&mut self, kind: Kind, length: Duration, runtimes: &Runtimes) -> Result<Answers> {
        let released = self.place.script("DELETE FROM number_claims".to_owned());
        runtimes.raw.block_on(released)?;
        match kind {
            Kind::Paddock => {
                let (requests, keys) = (&self.requests, &self.keys);
                let asked = load::ask(
                    Manner::Once,
                    self.target.port,
                    requests,
                    WORKERS,
                    length,
                    keys,
                );
                runtimes.http.block_on(asked)
            }
            Kind::Raw { batch } => {
                let written = self.direct.write(&self.raw, length, batch);
                runtimes.raw.block_on(written)
            }
        }
    }
}
