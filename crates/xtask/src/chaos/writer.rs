//! Clients that register, submit and check in, each repeating a write until it is acknowledged.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::{Value, json};
use ureq::Agent;

use super::tally::Tally;
use super::world::World;
use crate::http::{agent, outcome, send_by};
use crate::paddock::ROOT;

/// The API answers within its own limit of 35 seconds.
const TIMEOUT: Duration = Duration::from_secs(40);
/// Between two tries of one write.
const PAUSE: Duration = Duration::from_millis(100);
/// How long after the end of a fault a write may still take.
const RECOVERY: Duration = Duration::from_secs(30);
/// Ids of members that submit; those that register and check in follow.
const FIRST_MEMBER: u64 = 500_000_000_000_000_000;
const FIRST_NEW: u64 = 600_000_000_000_000_000;

/// Everything that was acknowledged so far, by the key by which it is found again.
#[derive(Debug, Default, Clone)]
pub(super) struct Acknowledged {
    pub(super) session: String,
    pub(super) registrations: Vec<String>,
    pub(super) submissions: Vec<String>,
    pub(super) check_ins: Vec<String>,
}

/// The clients, and what they write into.
pub(super) struct Writers {
    scene: Arc<Scene>,
    count: usize,
}

struct Scene {
    port: u16,
    /// Of the bot, without a user.
    headers: Vec<(&'static str, String)>,
    season: String,
    item: String,
    session: String,
    /// The code that was valid when it was last asked for.
    code: Mutex<String>,
    next: AtomicU64,
}

/// Clients that are writing.
pub(super) struct Writing {
    stop: Arc<AtomicBool>,
    clients: Vec<JoinHandle<Client>>,
    probe: JoinHandle<Duration>,
    session: String,
}

struct Client {
    scene: Arc<Scene>,
    agent: Agent,
    member: String,
    stop: Arc<AtomicBool>,
    tally: Tally,
    acknowledged: Acknowledged,
}

/// What one client writes, in turn.
#[derive(Clone, Copy)]
enum Write {
    Registration,
    Submission,
    CheckIn,
}

impl Acknowledged {
    pub(super) fn extend(&mut self, new: Self) {
        self.session = new.session;
        self.registrations.extend(new.registrations);
        self.submissions.extend(new.submissions);
        self.check_ins.extend(new.check_ins);
    }
}

impl Writers {
    /// Sets the guild up, with a verified member for each client.
    pub(super) fn prepare(world: &World, count: usize) -> Result<Self> {
        let (season, item, session) = world.set_up()?;
        for number in 0..count as u64 {
            let user = (FIRST_MEMBER + number).to_string();
            let name = json!({ "display_name": format!("Writer {number}") });
            world.call(&user, "POST", "/api/members", Some(&name))?;
            world.call(ROOT, "POST", &format!("/api/members/{user}/verify"), None)?;
            world.call(&user, "POST", &format!("/api/seasons/{season}/join"), None)?;
        }
        let scene = Scene {
            port: world.paddock.port(),
            headers: world.paddock.headers(""),
            season,
            item,
            session,
            code: Mutex::default(),
            next: AtomicU64::new(0),
        };
        Ok(Self {
            scene: Arc::new(scene),
            count,
        })
    }

    /// Lets every client write until it is stopped.
    pub(super) fn start(&self) -> Writing {
        let stop = Arc::new(AtomicBool::new(false));
        let clients = (0..self.count as u64).map(|number| {
            let client = Client {
                scene: Arc::clone(&self.scene),
                agent: agent(TIMEOUT),
                member: (FIRST_MEMBER + number).to_string(),
                stop: Arc::clone(&stop),
                tally: Tally::default(),
                acknowledged: Acknowledged::default(),
            };
            spawn(move || client.run())
        });
        let clients = clients.collect();
        let (port, stopped) = (self.scene.port, Arc::clone(&stop));
        let probe = spawn(move || probe(port, &stopped));
        Writing {
            stop,
            clients,
            probe,
            session: self.scene.session.clone(),
        }
    }
}

impl Writing {
    /// Lets every client finish what it has begun; what they counted, and what was acknowledged.
    pub(super) fn stop(self) -> (Tally, Acknowledged) {
        self.stop.store(true, Ordering::Relaxed);
        let mut tally = Tally::default();
        let mut acknowledged = Acknowledged::default();
        for client in self.clients {
            let client = client.join().expect("a client counts and does not panic");
            tally.merge(&client.tally);
            acknowledged.extend(client.acknowledged);
        }
        acknowledged.session = self.session;
        let slowest = self.probe.join();
        tally.readiness = slowest.expect("a probe measures and does not panic");
        (tally, acknowledged)
    }
}

impl Client {
    fn run(mut self) -> Self {
        let kinds = [Write::Registration, Write::Submission, Write::CheckIn];
        for kind in kinds.into_iter().cycle() {
            if self.is_stopped() {
                break;
            }
            let number = self.scene.next.fetch_add(1, Ordering::Relaxed);
            self.write(kind, number);
        }
        self
    }

    /// Repeats one write until it is acknowledged.
    fn write(&mut self, kind: Write, number: u64) {
        let new = (FIRST_NEW + number).to_string();
        let key = format!("chaos-{number}");
        let mut stopped = None;
        loop {
            let (user, path, body) = match kind {
                Write::Registration => {
                    let name = json!({ "display_name": format!("Member {number}") });
                    (new.clone(), "/api/members", name)
                }
                Write::Submission => {
                    let item = &self.scene.item;
                    let season = &self.scene.season;
                    let body = json!({
                        "season_id": season, "item_id": item, "quantity": 1, "note": key,
                    });
                    (self.member.clone(), "/api/submissions", body)
                }
                Write::CheckIn => {
                    let code = lock(&self.scene.code).clone();
                    let session = &self.scene.session;
                    let body = json!({ "code": code, "session_id": session });
                    (new.clone(), "/api/attendance/check-ins", body)
                }
            };
            match self.send(&user, "POST", path, Some(&key), Some(&body)) {
                Ok(_) => return self.acknowledge(kind, new, key),
                // The clock may have moved, and with it the code.
                Err(error) if error.starts_with('4') && matches!(kind, Write::CheckIn) => {
                    if let Err(error) = self.ask_for_the_code() {
                        self.count(error);
                    }
                }
                Err(error) => self.count(error),
            }
            if self.is_stopped() {
                let since = *stopped.get_or_insert_with(Instant::now);
                if since.elapsed() > RECOVERY {
                    self.tally.stuck += 1;
                    return;
                }
            }
            sleep(PAUSE);
        }
    }

    fn acknowledge(&mut self, kind: Write, new: String, key: String) {
        let (name, keys, key) = match kind {
            Write::Registration => ("registrations", &mut self.acknowledged.registrations, new),
            Write::Submission => ("submissions", &mut self.acknowledged.submissions, key),
            Write::CheckIn => ("check-ins", &mut self.acknowledged.check_ins, new),
        };
        keys.push(key);
        *self.tally.acknowledged.entry(name).or_default() += 1;
    }

    fn ask_for_the_code(&self) -> Result<(), String> {
        let path = format!("/api/attendance/sessions/{}/code", self.scene.session);
        let codes = self.send(ROOT, "GET", &path, None, None)?;
        if let Some(code) = codes["codes"][0]["code"].as_str() {
            code.clone_into(&mut lock(&self.scene.code));
        }
        Ok(())
    }

    /// Sends a request; an error is its status and code.
    fn send(
        &self,
        user: &str,
        method: &str,
        path: &str,
        key: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Value, String> {
        let own = self
            .scene
            .headers
            .iter()
            .filter(|(name, _)| *name != "X-User-Id");
        let mut headers: Vec<_> = own.map(|(name, value)| (*name, value.as_str())).collect();
        headers.push(("X-User-Id", user));
        headers.extend(key.map(|key| ("Idempotency-Key", key)));
        let sent = send_by(&self.agent, self.scene.port, method, path, &headers, body);
        outcome(sent)
    }

    fn count(&mut self, error: String) {
        *self.tally.errors.entry(error).or_default() += 1;
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// The slowest answer of `/readyz`, whatever it says. While nobody listens there is none.
fn probe(port: u16, stop: &AtomicBool) -> Duration {
    let agent = agent(TIMEOUT);
    let mut slowest = Duration::ZERO;
    while !stop.load(Ordering::Relaxed) {
        let asked = Instant::now();
        if send_by(&agent, port, "GET", "/readyz", &[], None).is_ok() {
            slowest = slowest.max(asked.elapsed());
        }
        sleep(PAUSE);
    }
    slowest
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
