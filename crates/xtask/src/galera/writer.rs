//! Members who find another node at each step.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use ureq::Agent;

use super::cluster::Cluster;
use crate::http::{agent, outcome, send_by};
use crate::paddock::{Installation, ROOT};
use crate::tools::from_now;

const TIMEOUT: Duration = Duration::from_secs(40);
const PAUSE: Duration = Duration::from_millis(50);
/// How long a step may take while a node is away.
const PATIENCE: Duration = Duration::from_mins(1);
const FIRST_MEMBER: u64 = 700_000_000_000_000_000;

/// The guild, and by which ports it is reached.
pub(super) struct Scene {
    ports: Vec<u16>,
    headers: Vec<(&'static str, String)>,
    season: String,
    item: String,
    next: AtomicU64,
}

/// What became of everything that was written.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Steps that were acknowledged.
    pub(super) acknowledged: u64,
    /// Keys of acknowledged submissions.
    pub(super) submissions: Vec<String>,
    /// Steps that were refused, which none should be, by status and code.
    pub(super) refused: BTreeMap<String, u64>,
    /// Steps that were answered at another try, by status and code.
    pub(super) retried: BTreeMap<String, u64>,
}

/// Clients that are writing.
pub(super) struct Writing {
    stop: Arc<AtomicBool>,
    clients: Vec<JoinHandle<Counts>>,
}

impl Scene {
    /// Sets the guild up, at the first node.
    pub(super) fn prepare(cluster: &Cluster) -> Result<Arc<Self>> {
        let first = cluster.apis().next().context("there are nodes")?;
        let root = |method: &str, path: &str, body: Value| -> Result<String> {
            let answer = first.call(ROOT, method, path, Some(&body))?;
            Ok(answer["id"].as_str().unwrap_or_default().to_owned())
        };
        root(
            "PATCH",
            "/api/guild",
            json!({ "auto_approve_submissions": true }),
        )?;
        let season = json!({
            "name": "Galera",
            "starts_at": from_now("-1 days")?,
            "ends_at": from_now("+300 days")?,
        });
        let season = root("POST", "/api/seasons", season)?;
        let item = root("POST", "/api/items", json!({ "name": "Race" }))?;
        let worth = format!("/api/seasons/{season}/items/{item}");
        root("PUT", &worth, json!({ "points": 10 }))?;
        Ok(Arc::new(Self {
            ports: cluster.apis().map(Installation::port).collect(),
            headers: first.headers(""),
            season,
            item,
            next: AtomicU64::new(0),
        }))
    }

    pub(super) fn start(self: &Arc<Self>, writers: usize) -> Writing {
        let stop = Arc::new(AtomicBool::new(false));
        let clients = (0..writers).map(|_| {
            let (scene, stop) = (Arc::clone(self), Arc::clone(&stop));
            spawn(move || {
                let (agent, mut counts) = (agent(TIMEOUT), Counts::default());
                while !stop.load(Ordering::Relaxed) {
                    let number = scene.next.fetch_add(1, Ordering::Relaxed);
                    scene.member(&agent, number, &mut counts);
                }
                counts
            })
        });
        let clients = clients.collect();
        Writing { stop, clients }
    }

    /// One member, who goes on to another node after each step.
    fn member(&self, agent: &Agent, number: u64, counts: &mut Counts) {
        let user = &(FIRST_MEMBER + number).to_string();
        let note = format!("galera-{number}");
        let verify = format!("/api/members/{user}/verify");
        let join = format!("/api/seasons/{}/join", self.season);
        let registration = json!({ "display_name": format!("Member {number}") });
        let submission = json!({
            "season_id": self.season, "item_id": self.item, "quantity": 1, "note": note,
        });
        let steps: [(&str, &str, &str, Option<&Value>); 5] = [
            (user, "POST", "/api/members", Some(&registration)),
            (ROOT, "POST", &verify, None),
            (user, "POST", &join, None),
            (user, "POST", "/api/submissions", Some(&submission)),
            (user, "GET", "/api/members/me", None),
        ];
        for (step, request) in (0..).zip(steps) {
            let key = format!("galera-{number}-{step}");
            let first = (number + step) % self.ports.len() as u64;
            let first = usize::try_from(first).expect("a node's number is small");
            if !self.step(agent, first, &key, request, counts) {
                return;
            }
            if request.2 == "/api/submissions" {
                counts.submissions.push(note.clone());
            }
        }
    }

    /// Sends a request to this node, or to the next one where that cannot answer; whether it was
    /// acknowledged.
    fn step(
        &self,
        agent: &Agent,
        first: usize,
        key: &str,
        (user, method, path, body): (&str, &str, &str, Option<&Value>),
        counts: &mut Counts,
    ) -> bool {
        let own = self.headers.iter().filter(|(name, _)| *name != "X-User-Id");
        let mut headers: Vec<_> = own.map(|(name, value)| (*name, value.as_str())).collect();
        headers.extend([("X-User-Id", user), ("Idempotency-Key", key)]);
        let begun = Instant::now();
        for port in self.ports.iter().cycle().skip(first) {
            let sent = send_by(agent, *port, method, path, &headers, body);
            let Err(error) = outcome(sent) else {
                counts.acknowledged += 1;
                return true;
            };
            // A node that is away; another one is not.
            let passing = error == "no answer" || error.starts_with("503");
            if !passing || begun.elapsed() > PATIENCE {
                *counts.refused.entry(error).or_default() += 1;
                return false;
            }
            *counts.retried.entry(error).or_default() += 1;
            sleep(PAUSE);
        }
        false
    }
}

impl Writing {
    /// Lets every client finish its member.
    pub(super) fn stop(self) -> Counts {
        self.stop.store(true, Ordering::Relaxed);
        let mut all = Counts::default();
        for client in self.clients {
            let counts = client.join().expect("a client counts and does not panic");
            all.acknowledged += counts.acknowledged;
            all.submissions.extend(counts.submissions);
            for (error, count) in counts.refused {
                *all.refused.entry(error).or_default() += count;
            }
            for (error, count) in counts.retried {
                *all.retried.entry(error).or_default() += count;
            }
        }
        all
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |errors: &BTreeMap<String, u64>| {
            let errors = errors
                .iter()
                .map(|(error, count)| format!("{count} x {error}"));
            let errors = errors.collect::<Vec<_>>().join(", ");
            if errors.is_empty() {
                "none".to_owned()
            } else {
                errors
            }
        };
        let (steps, submissions) = (self.acknowledged, self.submissions.len());
        let (refused, retried) = (list(&self.refused), list(&self.retried));
        write!(
            f,
            "{steps} acknowledged, {submissions} of them submissions; refused: {refused}; \
             answered by another node: {retried}"
        )
    }
}
