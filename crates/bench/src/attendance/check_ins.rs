//! Repeated check-ins: over HTTP, the same statements on the engine, and the rate at which the engine
//! makes that one upsert durable.

use super::raw::CheckIns;
use super::session::{CHECK_IN, username};
use crate::Runtimes;
use crate::caller::Caller;
use crate::direct::{Direct, writers};
use crate::engine::Place;
use crate::http::Request;
use crate::load::{self, Answers, Keys, Manner, WORKERS};
use crate::members::{self, FIRST_USER};
use crate::plan::{Plan, Target};
use crate::rounds::{self, BATCH, MEMBERS};
use crate::table::rate;
use anyhow::{Context as _, Result};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// Codes change as rarely as possible, with the longest grace: [`super::rush`] measures rotation.
const INTERVAL: u32 = 300;
const GRACE: u32 = 30;
/// Targets, per second.
const ON_SQLITE: f64 = 5000.0;
const ON_MARIADB: f64 = 3500.0;

/// One of the measured operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paddock,
    Raw { batch: u32 },
    Upserts,
}

/// The measured session.
struct Bench<'p> {
    target: &'p Target,
    keys: Arc<Keys>,
    session: i64,
    raw: Arc<CheckIns>,
    direct: Direct,
}

/// The command `check-ins`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let mut bench = Bench::set_up(target, &place, runtimes)?;
    let on_sqlite = matches!(place, Place::Sqlite(_));
    let mut kinds = vec![Kind::Paddock, Kind::Raw { batch: 1 }];
    if on_sqlite {
        kinds.push(Kind::Raw { batch: BATCH });
    }
    kinds.push(Kind::Upserts);
    let measured = rounds::measure(kinds, plan.seconds, |kind, length| {
        bench.turn(kind, length, runtimes)
    })?;
    rounds::print(&version, on_sqlite, MEMBERS, plan.seconds, &measured);
    let aim = if on_sqlite { ON_SQLITE } else { ON_MARIADB };
    println!("aimed at {} check-ins per second", rate(aim));
    Ok(())
}

impl rounds::Kind for Kind {
    fn name(self, on_sqlite: bool) -> String {
        match self {
            Self::Paddock => "check-ins, Paddock".to_owned(),
            Self::Raw { batch } => format!("  raw, {}", writers(on_sqlite, batch)),
            Self::Upserts => format!("  only the upsert, {}", writers(on_sqlite, 1)),
        }
    }

    fn paddock(self) -> Option<Self> {
        (self != Self::Paddock).then_some(Self::Paddock)
    }
}

impl<'p> Bench<'p> {
    fn set_up(target: &'p Target, place: &Place, runtimes: &Runtimes) -> Result<Self> {
        let keys = Arc::new(Keys::new());
        runtimes.raw.block_on(members::add(place, MEMBERS))?;
        let session = runtimes.http.block_on(async {
            let mut caller = Caller::new(target, &keys).await?;
            caller.open_session(INTERVAL, GRACE).await
        })?;
        let direct = runtimes.raw.block_on(Direct::open(place))?;
        let raw = Arc::new(CheckIns::new(place, session));
        Ok(Self {
            target,
            keys,
            session,
            raw,
            direct,
        })
    }

    fn turn(&mut self, kind: Kind, length: Duration, runtimes: &Runtimes) -> Result<Answers> {
        let direct = &mut self.direct;
        match kind {
            Kind::Paddock => runtimes.http.block_on(self.ask(length)),
            Kind::Raw { batch } => {
                let written = direct.write(&self.raw, length, batch);
                runtimes.raw.block_on(written)
            }
            Kind::Upserts => runtimes.raw.block_on(direct.commit(&self.raw, length)),
        }
    }

    /// Checks in with the current code. Requests do not say when it was typed, so that each time is later than the one
    /// before and changes the record.
    async fn ask(&self, length: Duration) -> Result<Answers> {
        let mut caller = Caller::new(self.target, &self.keys).await?;
        let codes = caller.codes(self.session).await?;
        let code = &codes
            .codes
            .first()
            .context("a session without a code")?
            .code;
        let requests = (1..=MEMBERS).map(|member| {
            let user = FIRST_USER + member;
            let body = json!({ "code": code, "username": username(user) });
            Request::new(self.target, user, "POST", CHECK_IN, Some(&body))
        });
        let requests: Vec<_> = requests.collect();
        load::ask(
            Manner::Repeated,
            self.target.port,
            &requests,
            WORKERS,
            length,
            &self.keys,
        )
        .await
    }
}
