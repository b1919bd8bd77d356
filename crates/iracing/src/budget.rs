//! One budget of requests for all clones of a client, as the headers of answers tell it.

use crate::weather::RateHeaders;
use crate::{Error, Weather};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;

/// What is known of the budget; see [`crate::Client::budget`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Requests in a window; [`None`] before the first answer.
    pub limit: Option<u32>,
    /// Requests left in this window, without those on their way; [`None`] before its first answer.
    pub remaining: Option<u32>,
    /// How long this window lasts.
    pub resets_in: Option<Duration>,
    /// How long nothing is asked, because iRacing is in maintenance.
    pub closed_for: Option<Duration>,
    /// Calls that wait: for the next window, or between two tries.
    pub waiting: usize,
}

/// How a caller stands to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Priority {
    /// Somebody waits for the answer.
    Interactive,
    /// Nobody does; this share of the window, in percent, is left to the others.
    Background { reserve_percent: u32 },
}

/// Hands out permits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Limiter(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Rings when a request is no longer on its way.
    answered: Notify,
}

#[derive(Debug, Default)]
struct State {
    limit: Option<u32>,
    remaining: Option<u32>,
    resets_at: Option<Instant>,
    in_flight: u32,
    /// Some request was answered, or failed.
    heard: bool,
    waiting: usize,
    closed: Option<Closed>,
}

#[derive(Debug)]
struct Closed {
    until: Instant,
    note: Option<String>,
}

/// Pause after a refusal that does not say how long.
const BLIND_PAUSE: Duration = Duration::from_secs(10);

/// Windows that end so close together are the same: ends are whole seconds.
const SAME_WINDOW: Duration = Duration::from_millis(1_500);

impl Limiter {
    /// Waits until a request may be sent, for `longest` at most.
    ///
    /// # Errors
    ///
    /// [`Error::RetryLater`] where it would take longer, [`Error::Maintenance`] while iRacing is
    /// closed.
    pub(crate) async fn acquire(
        &self,
        priority: Priority,
        longest: Duration,
    ) -> Result<Permit, Error> {
        loop {
            let mut answered = std::pin::pin!(self.0.answered.notified());
            answered.as_mut().enable();
            let taken = self.state().take(priority)?;
            let after = match taken {
                Taken::Now => return Ok(Permit(self.clone())),
                Taken::After(after) => after,
                Taken::AfterAnswer => {
                    let _waiting = Waiting::new(self);
                    answered.await;
                    continue;
                }
            };
            if after > longest {
                let why = Weather::RateLimited;
                return Err(Error::RetryLater { after, why });
            }
            self.pause(after).await;
        }
    }

    /// Nothing is asked for this long.
    pub(crate) fn close(&self, after: Duration, note: Option<String>) {
        let until = Instant::now() + after;
        self.state().closed = Some(Closed { until, note });
    }

    /// Nothing more is allowed for this long, or for as long as this window lasts.
    ///
    /// Answers how long that is.
    pub(crate) fn exhaust(&self, after: Option<Duration>) -> Duration {
        let mut state = self.state();
        let now = Instant::now();
        let known = state.resets_at.map_or(BLIND_PAUSE, |at| at - now);
        let after = after.unwrap_or(known.max(BLIND_PAUSE));
        state.remaining = Some(0);
        state.resets_at = Some(now + after);
        after
    }

    /// Waits between two tries.
    pub(crate) async fn pause(&self, pause: Duration) {
        let _waiting = Waiting::new(self);
        tokio::time::sleep(pause).await;
    }

    pub(crate) fn snapshot(&self) -> Budget {
        let mut state = self.state();
        state.turn_window();
        let now = Instant::now();
        Budget {
            limit: state.limit,
            remaining: state.remaining,
            resets_in: state.resets_at.map(|at| at - now),
            closed_for: state.closed.as_ref().map(|closed| closed.until - now),
            waiting: state.waiting,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Whoever panicked left whole numbers behind.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Taken {
    Now,
    After(Duration),
    /// When the window ends is not known; one of those on their way will bring it.
    AfterAnswer,
}

impl State {
    /// Forgets what was said of a window or a maintenance that is over.
    fn turn_window(&mut self) {
        let now = Instant::now();
        if self.resets_at.is_some_and(|at| at <= now) {
            self.resets_at = None;
            self.remaining = self.limit.map(|limit| limit.saturating_sub(self.in_flight));
        }
        if self.closed.as_ref().is_some_and(|it| it.until <= now) {
            self.closed = None;
        }
    }

    fn take(&mut self, priority: Priority) -> Result<Taken, Error> {
        self.turn_window();
        let now = Instant::now();
        if let Some(closed) = &self.closed {
            return Err(Error::Maintenance {
                after: closed.until - now,
                note: closed.note.clone(),
            });
        }
        let reserve = match priority {
            Priority::Interactive => 0,
            Priority::Background { reserve_percent } => {
                let limit = u64::from(self.limit.unwrap_or(0));
                u32::try_from(limit * u64::from(reserve_percent) / 100).unwrap_or(u32::MAX)
            }
        };
        // The first request finds out what is allowed; a crowd that did not wait would exceed it.
        if !self.heard && self.in_flight > 0 {
            return Ok(Taken::AfterAnswer);
        }
        if self.remaining.is_some_and(|remaining| remaining <= reserve) {
            match self.resets_at {
                Some(at) => return Ok(Taken::After(at - now)),
                None if self.in_flight > 0 => return Ok(Taken::AfterAnswer),
                // Somebody has to ask.
                None => {}
            }
        }
        self.remaining = self.remaining.map(|it| it.saturating_sub(1));
        self.in_flight += 1;
        Ok(Taken::Now)
    }

    /// Answers may come in another order than the requests were counted, and say nothing of those
    /// that are on their way. So within a window the lowest count is believed.
    fn note(&mut self, said: RateHeaders) {
        self.limit = said.limit.or(self.limit);
        let others = self.in_flight.saturating_sub(1);
        let remaining = said.remaining.saturating_sub(others);
        let resets_at = said.resets_in.map(|it| Instant::now() + it);
        let (Some(known), Some(new)) = (self.resets_at, resets_at) else {
            self.remaining = Some(remaining);
            self.resets_at = resets_at.or(self.resets_at);
            return;
        };
        if new + SAME_WINDOW < known {
            return;
        }
        let is_same = new <= known + SAME_WINDOW;
        let least = self.remaining.filter(|_| is_same).unwrap_or(remaining);
        self.remaining = Some(remaining.min(least));
        self.resets_at = Some(new.max(known));
    }
}

/// Leave to send one request. It counts as on its way until this is dropped.
#[derive(Debug)]
pub(crate) struct Permit(Limiter);

impl Permit {
    /// What the headers of the answer say.
    pub(crate) fn note(&self, said: RateHeaders) {
        self.0.state().note(said);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        state.heard = true;
        drop(state);
        self.0.0.answered.notify_waiters();
    }
}

/// Counts a caller as waiting.
struct Waiting<'l>(&'l Limiter);

impl<'l> Waiting<'l> {
    fn new(limiter: &'l Limiter) -> Self {
        limiter.state().waiting += 1;
        Self(limiter)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.state().waiting -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::JoinSet;

    const LONG: Duration = Duration::from_mins(5);
    const USER: Priority = Priority::Interactive;
    const JOB: Priority = Priority::Background {
        reserve_percent: 20,
    };

    fn said(remaining: u32, seconds: u64) -> RateHeaders {
        RateHeaders {
            limit: Some(10),
            remaining,
            resets_in: Some(Duration::from_secs(seconds)),
        }
    }

    async fn limiter(remaining: u32, seconds: u64) -> Limiter {
        let limiter = Limiter::default();
        let first = limiter.acquire(USER, LONG).await.unwrap();
        first.note(said(remaining, seconds));
        limiter
    }

    #[tokio::test(start_paused = true)]
    async fn the_last_request_of_a_window_has_the_next_wait_for_its_end() {
        let limiter = limiter(2, 60).await;
        let start = Instant::now();
        for _ in 0..2 {
            drop(limiter.acquire(USER, LONG).await.unwrap());
        }
        assert_eq!(start.elapsed(), Duration::ZERO);
        drop(limiter.acquire(USER, LONG).await.unwrap());
        assert_eq!(start.elapsed(), Duration::from_mins(1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_too_long_is_left_to_the_caller() {
        let limiter = limiter(0, 60).await;
        let refused = limiter.acquire(USER, Duration::from_secs(20)).await;
        let after = Duration::from_mins(1);
        let why = Weather::RateLimited;
        assert_eq!(refused.unwrap_err(), Error::RetryLater { after, why });
    }

    #[tokio::test(start_paused = true)]
    async fn background_work_leaves_a_reserve_to_those_who_wait() {
        let limiter = limiter(3, 60).await;
        drop(limiter.acquire(JOB, Duration::ZERO).await.unwrap());
        assert!(limiter.acquire(JOB, Duration::ZERO).await.is_err());
        for _ in 0..2 {
            drop(limiter.acquire(USER, Duration::ZERO).await.unwrap());
        }
        assert!(limiter.acquire(USER, Duration::ZERO).await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn a_crowd_of_clones_never_exceeds_a_window() {
        let limiter = Limiter::default();
        let start = Instant::now();
        // Requests in each minute, as a server counts them whose windows are minutes.
        let windows = Arc::new(Mutex::new([0_u32; 8]));
        let mut crowd = JoinSet::new();
        for _ in 0..35 {
            let (limiter, windows) = (limiter.clone(), windows.clone());
            crowd.spawn(async move {
                let permit = limiter.acquire(USER, Duration::from_hours(1)).await;
                let seconds = start.elapsed().as_secs();
                let count = {
                    let mut windows = windows.lock().unwrap();
                    let count = &mut windows[usize::try_from(seconds / 60).unwrap()];
                    *count += 1;
                    *count
                };
                tokio::time::sleep(Duration::from_millis(300)).await;
                permit
                    .unwrap()
                    .note(said(10_u32.saturating_sub(count), 60 - seconds % 60));
            });
        }
        while let Some(done) = crowd.join_next().await {
            done.unwrap();
        }
        let windows = *windows.lock().unwrap();
        assert_eq!(windows.iter().sum::<u32>(), 35);
        assert!(windows.iter().all(|count| *count <= 10), "{windows:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn answers_that_overtake_each_other_do_not_raise_the_count() {
        let limiter = limiter(6, 60).await;
        let first = limiter.acquire(USER, LONG).await.unwrap();
        let second = limiter.acquire(USER, LONG).await.unwrap();
        second.note(said(4, 60));
        drop(second);
        first.note(said(5, 60));
        drop(first);
        let left = limiter.snapshot().remaining.unwrap();
        assert!((3..=4).contains(&left), "{left}");
    }

    #[tokio::test(start_paused = true)]
    async fn maintenance_closes_for_everybody_and_ends() {
        let limiter = limiter(5, 60).await;
        limiter.close(Duration::from_secs(30), Some("season update".to_owned()));
        let refused = limiter.clone().acquire(USER, LONG).await.unwrap_err();
        assert_eq!(refused.retry_after(), Some(Duration::from_secs(30)));
        assert_eq!(limiter.snapshot().closed_for, Some(Duration::from_secs(30)));
        tokio::time::advance(Duration::from_secs(30)).await;
        drop(limiter.acquire(USER, LONG).await.unwrap());
        assert_eq!(limiter.snapshot().closed_for, None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_without_headers_pauses_everybody() {
        let limiter = Limiter::default();
        limiter.exhaust(None);
        let start = Instant::now();
        drop(limiter.acquire(USER, LONG).await.unwrap());
        assert_eq!(start.elapsed(), BLIND_PAUSE);
        // What is said is believed, also against what was known before.
        let limiter = self::limiter(5, 60).await;
        limiter.exhaust(Some(Duration::from_secs(3)));
        let start = Instant::now();
        drop(limiter.acquire(USER, LONG).await.unwrap());
        assert_eq!(start.elapsed(), Duration::from_secs(3));
    }
}
