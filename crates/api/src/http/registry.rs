//! Which connections are open, and which of them has to go first.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};

/// How long a connection may be idle. Longer than our client (one minute) and Caddy (two) keep one, so
/// that it is they who close it, never while a request is on its way.
const IDLE: Duration = Duration::from_secs(150);
/// How long an answer may take where there are as many connections as may be. Longer than any request
/// that is read at a sensible pace.
const ANSWERING: Duration = Duration::from_mins(2);

/// What connections may use up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Open connections.
    pub(crate) connections: usize,
    /// Time from the first byte of a head, or from the beginning of the connection, to the end of it.
    pub(crate) head: Duration,
}

/// The open connections.
pub(super) struct Registry {
    bounds: Bounds,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    /// Numbers the moments at which a connection began to wait or to work, so that the lowest number
    /// is the earliest.
    last: u64,
    waiting: BTreeMap<u64, Held>,
    working: BTreeMap<u64, Held>,
}

struct Held {
    since: Instant,
    /// Whether something of a head has come, or is due because the connection is new.
    begun: bool,
    closed: CancellationToken,
}

impl Registry {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self {
            bounds,
            open: Mutex::default(),
        }
    }

    /// A place for a connection that begins now, if need be that of another one; `None` where all have
    /// requests under way.
    pub(super) fn place(self: &Arc<Self>, now: Instant) -> Option<Place> {
        let mut open = self.open();
        if open.waiting.len() + open.working.len() >= self.bounds.connections
            && !open.make_room(now)
        {
            return None;
        }
        let closed = CancellationToken::new();
        let held = Held {
            since: now,
            begun: true,
            closed: closed.clone(),
        };
        let number = open.next();
        open.waiting.insert(number, held);
        drop(open);
        Some(Place {
            registry: self.clone(),
            closed,
            begun: AtomicBool::new(true),
            state: Mutex::new(State {
                number,
                under_way: 0,
            }),
        })
    }

    /// Closes the connection that has waited longest, if one waits.
    pub(super) fn make_room(&self) {
        self.open().make_room(Instant::now());
    }

    /// Closes connections that take too long to say what they want.
    pub(super) fn sweep(&self, now: Instant) {
        let head = self.bounds.head;
        self.open().waiting.retain(|_, held| {
            let allowed = if held.begun { head } else { IDLE };
            let late = now.saturating_duration_since(held.since) >= allowed;
            if late {
                held.closed.cancel();
            }
            !late
        });
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        // Nothing that is done under it panics half way.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Whether one could be closed.
    fn make_room(&mut self, now: Instant) -> bool {
        let waiting = self.waiting.pop_first();
        let stuck = || {
            let first = self.working.first_entry()?;
            let stuck = now.saturating_duration_since(first.get().since) >= ANSWERING;
            stuck.then(|| first.remove_entry())
        };
        let closed = waiting.or_else(stuck);
        if let Some((_, held)) = &closed {
            held.closed.cancel();
        }
        closed.is_some()
    }
}

/// The place of one connection, free again when it is dropped.
pub(super) struct Place {
    registry: Arc<Registry>,
    closed: CancellationToken,
    /// Whether something came since the last answer; spares the lock for all but the first bytes.
    begun: AtomicBool,
    state: Mutex<State>,
}

struct State {
    number: u64,
    under_way: u32,
}

impl Place {
    /// Resolves once the connection has to make room, or has taken too long.
    pub(super) fn closed(&self) -> WaitForCancellationFuture<'_> {
        self.closed.cancelled()
    }

    /// Notes that bytes came in: from the first on, a head has to be complete in time.
    pub(super) fn heard(&self) {
        if self.begun.swap(true, Ordering::Relaxed) {
            return;
        }
        let state = self.state();
        if let Some(held) = self.registry.open().waiting.get_mut(&state.number) {
            held.begun = true;
            held.since = Instant::now();
        }
    }

    /// A request is under way until what this returns is dropped.
    pub(super) fn begin(self: Arc<Self>) -> UnderWay {
        let mut state = self.state();
        state.under_way += 1;
        if state.under_way == 1 {
            self.change(&mut state);
        }
        drop(state);
        UnderWay(self)
    }

    /// Moves the connection from those that wait to those that work, or back, unless it was closed.
    fn change(&self, state: &mut State) {
        let works = state.under_way > 0;
        self.begun.store(works, Ordering::Relaxed);
        let open = &mut *self.registry.open();
        let number = open.next();
        let (from, to) = if works {
            (&mut open.waiting, &mut open.working)
        } else {
            (&mut open.working, &mut open.waiting)
        };
        if let Some(held) = from.remove(&state.number) {
            let held = Held {
                since: Instant::now(),
                begun: works,
                ..held
            };
            to.insert(number, held);
            state.number = number;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let number = self.state().number;
        let mut open = self.registry.open();
        open.waiting.remove(&number);
        open.working.remove(&number);
    }
}

/// A request of a connection.
pub(super) struct UnderWay(Arc<Place>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.under_way -= 1;
        if state.under_way == 0 {
            self.0.change(&mut state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry(connections: usize) -> Arc<Registry> {
        let head = Duration::from_secs(10);
        Arc::new(Registry::new(Bounds { connections, head }))
    }

    fn is_closed(place: &Place) -> bool {
        place.closed.is_cancelled()
    }

    #[test]
    fn the_one_that_has_waited_longest_makes_room() {
        let (registry, now) = (registry(2), Instant::now());
        let first = Arc::new(registry.place(now).unwrap());
        let second = Arc::new(registry.place(now).unwrap());
        let request = first.clone().begin();
        let third = registry.place(now).unwrap();
        assert!(!is_closed(&first), "it has a request under way");
        assert!(is_closed(&second));
        drop(request);
        let _fourth = registry.place(now).unwrap();
        assert!(is_closed(&third), "the first waits for a shorter time");
        assert!(!is_closed(&first));
    }

    #[test]
    fn requests_under_way_make_no_room_until_they_are_stuck() {
        let (registry, now) = (registry(1), Instant::now());
        let busy = Arc::new(registry.place(now).unwrap());
        let _request = busy.clone().begin();
        assert!(registry.place(now).is_none());
        assert!(registry.place(now + ANSWERING + IDLE).is_some());
        assert!(is_closed(&busy));
    }

    #[test]
    fn a_place_is_free_once_the_connection_is_gone() {
        let (registry, now) = (registry(1), Instant::now());
        let place = Arc::new(registry.place(now).unwrap());
        drop(place.clone().begin());
        let request = place.begin();
        assert!(registry.place(now).is_none());
        drop(request);
        let next = registry.place(now).unwrap();
        assert!(!is_closed(&next));
    }

    #[test]
    fn a_head_has_less_time_than_an_idle_connection() {
        let (registry, now) = (registry(9), Instant::now());
        let head = registry.bounds.head;
        let idle = Arc::new(registry.place(now).unwrap());
        drop(idle.clone().begin());
        let begun = Arc::new(registry.place(now).unwrap());
        drop(begun.clone().begin());
        begun.heard();
        let new = registry.place(now).unwrap();
        registry.sweep(Instant::now() + head);
        assert!(is_closed(&begun) && is_closed(&new));
        assert!(!is_closed(&idle));
        registry.sweep(Instant::now() + IDLE);
        assert!(is_closed(&idle));
    }
}
