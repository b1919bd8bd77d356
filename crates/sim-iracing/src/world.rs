//! Everything that the simulated iRacing knows, behind one lock.

use crate::answer::{Call, RecordedRequest};
use crate::clock::{Clock, millis};
use crate::faults::InjectedFault;
use crate::options::Options;
use crate::seed::{DriverSeed, LeagueSeed};
use axum::body::Bytes;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// Requests kept for tests to read.
const REQUEST_LIMIT: usize = 20_000;

/// The state.
pub(crate) struct World {
    pub(crate) options: Options,
    /// When the simulator started; sessions of the season lie around it.
    pub(crate) started_ms: i64,
    pub(crate) leagues: Vec<LeagueSeed>,
    pub(crate) files: Vec<ServedFile>,
    pub(crate) codes: HashMap<String, Code>,
    pub(crate) sessions: HashMap<u64, Session>,
    pub(crate) access: HashMap<String, Access>,
    pub(crate) refresh: HashMap<String, Refresh>,
    pub(crate) objects: HashMap<u64, Object>,
    pub(crate) window: Window,
    pub(crate) maintenance: Option<String>,
    /// OAuth's code with which sign-ins by password are refused.
    pub(crate) login_refusal: Option<String>,
    /// When there were sign-ins by password.
    pub(crate) logins: Vec<i64>,
    pub(crate) faults: Vec<InjectedFault>,
    pub(crate) requests: Vec<RecordedRequest>,
    pub(crate) unexpected: Vec<String>,
    ids: u64,
}

/// What a test has a method answer.
pub(crate) struct ServedFile {
    pub(crate) method: String,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) body: Bytes,
}

/// A code on its way to be redeemed.
pub(crate) struct Code {
    pub(crate) cust_id: i64,
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) challenge: Option<String>,
    pub(crate) expires_ms: i64,
}

/// A sign-in that lasts.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) cust_id: i64,
    pub(crate) scope: String,
}

/// An access token.
pub(crate) struct Access {
    pub(crate) session: u64,
    pub(crate) expires_ms: i64,
}

/// A refresh token, also after its use.
pub(crate) struct Refresh {
    pub(crate) session: u64,
    pub(crate) expires_ms: i64,
    pub(crate) used: bool,
}

/// What a signed link leads to.
pub(crate) struct Object {
    /// Path and query as they were signed.
    pub(crate) target: String,
    pub(crate) body: Bytes,
    pub(crate) expires_ms: i64,
}

/// A window of the rate limit.
#[derive(Default)]
pub(crate) struct Window {
    pub(crate) ends_ms: i64,
    pub(crate) count: u32,
}

impl World {
    fn new(options: Options, started_ms: i64) -> Self {
        Self {
            started_ms,
            leagues: options.leagues.clone(),
            files: Vec::new(),
            codes: HashMap::new(),
            sessions: HashMap::new(),
            access: HashMap::new(),
            refresh: HashMap::new(),
            objects: HashMap::new(),
            window: Window::default(),
            maintenance: None,
            login_refusal: None,
            logins: Vec::new(),
            faults: Vec::new(),
            requests: Vec::new(),
            unexpected: Vec::new(),
            ids: 0,
            options,
        }
    }

    /// A number that was not given before.
    pub(crate) fn next_id(&mut self) -> u64 {
        self.ids += 1;
        self.ids
    }

    /// A text that nobody was given before, also not by a simulator that ran earlier.
    pub(crate) fn next_token(&mut self, kind: &str) -> String {
        let id = self.next_id();
        format!("sim-{kind}-{:x}-{id}", self.started_ms)
    }

    pub(crate) fn league(&self, league_id: i64) -> Option<&LeagueSeed> {
        self.leagues.iter().find(|it| it.league_id == league_id)
    }

    /// Everybody who drives in any league, once.
    pub(crate) fn drivers(&self) -> Vec<&DriverSeed> {
        let mut drivers: Vec<_> = self.leagues.iter().flat_map(|it| &it.drivers).collect();
        drivers.sort_by_key(|it| it.cust_id);
        drivers.dedup_by_key(|it| it.cust_id);
        drivers
    }

    pub(crate) fn name(&self, cust_id: i64) -> String {
        let drivers = self.leagues.iter().flat_map(|it| &it.drivers);
        let driver = drivers.into_iter().find(|it| it.cust_id == cust_id);
        driver.map_or_else(|| format!("Member {cust_id}"), |it| it.name.clone())
    }

    /// Gives a session its tokens.
    pub(crate) fn issue(&mut self, session: u64, now_ms: i64) -> (String, String) {
        let (access, refresh) = (self.next_token("access"), self.next_token("refresh"));
        let expires_ms = now_ms + millis(self.options.access_lifetime);
        let token = Access {
            session,
            expires_ms,
        };
        self.access.insert(access.clone(), token);
        let token = Refresh {
            session,
            expires_ms: now_ms + millis(self.options.refresh_lifetime),
            used: false,
        };
        self.refresh.insert(refresh.clone(), token);
        (access, refresh)
    }

    /// Ends a session with all of its tokens.
    pub(crate) fn end_session(&mut self, session: u64) {
        self.sessions.remove(&session);
        self.access.retain(|_, token| token.session != session);
        self.refresh.retain(|_, token| token.session != session);
    }

    fn record(&mut self, call: &Call) -> u64 {
        if self.requests.len() >= REQUEST_LIMIT {
            self.requests.drain(..REQUEST_LIMIT / 2);
        }
        let number = self.requests.last().map_or(1, |last| last.number + 1);
        let authorization = call.header(axum::http::header::AUTHORIZATION);
        self.requests.push(RecordedRequest {
            number,
            method: call.method.clone(),
            path: call.path.clone(),
            query: call.query.clone(),
            authorization: authorization.map(str::to_owned),
            body: String::from_utf8_lossy(&call.body).into_owned(),
            status: None,
        });
        number
    }
}

/// The world with its lock, and a signal of every change.
pub(crate) struct Shared {
    world: Mutex<World>,
    changed: watch::Sender<u64>,
    pub(crate) clock: Clock,
    pub(crate) address: SocketAddr,
    pub(crate) links: SocketAddr,
    pub(crate) stopped: CancellationToken,
}

impl Shared {
    pub(crate) fn new(options: Options, address: SocketAddr, links: SocketAddr) -> Self {
        let clock = Clock::default();
        Self {
            world: Mutex::new(World::new(options, clock.now_ms())),
            changed: watch::Sender::new(0),
            clock,
            address,
            links,
            stopped: CancellationToken::new(),
        }
    }

    /// Reads the world. A panic elsewhere (a failed assertion in a test) does not poison it for the rest.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&World) -> T) -> T {
        read(&self.lock())
    }

    /// Changes the world and wakes everything that waits for a change.
    pub(crate) fn update<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let value = change(&mut self.lock());
        self.changed
            .send_modify(|count| *count = count.wrapping_add(1));
        value
    }

    /// Records a request, and answers its number.
    pub(crate) fn record(&self, call: &Call) -> u64 {
        self.update(|world| world.record(call))
    }

    /// Records what a request was answered with.
    pub(crate) fn record_status(&self, number: u64, status: u16) {
        self.update(|world| {
            let mut recorded = world.requests.iter_mut().rev();
            if let Some(request) = recorded.find(|request| request.number == number) {
                request.status = Some(status);
            }
        });
    }

    /// Waits until `find` finds something. Without a limit: tests of paused time use it.
    pub(crate) async fn wait_for<T>(&self, mut find: impl FnMut(&World) -> Option<T>) -> T {
        let mut changes = self.changed.subscribe();
        loop {
            changes.mark_unchanged();
            if let Some(value) = self.read(&mut find) {
                return value;
            }
            // The sender lives in `self`, so there is always a next change to wait for.
            let _ = changes.changed().await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
