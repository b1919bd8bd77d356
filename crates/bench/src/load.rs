//! Load on the API: workers that ask as soon as they are answered, or people who do not wait for each
//! other.

use crate::http::{Connection, Request};
use crate::ids;
use crate::plan::Target;
use anyhow::{Result, ensure};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Keep-alive connections of a full load.
pub(crate) const WORKERS: usize = 64;

/// Connections over which people who do not wait for each other ask at the same time. Whoever finds
/// none of them free waits for one, and that counts.
pub(crate) const LINES: usize = 256;

/// How much was done in which time, and, over HTTP, how long each answer took.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    count: u32,
    elapsed: Duration,
    microseconds: Vec<u32>,
}

impl Answers {
    /// What was only counted.
    pub(crate) fn counted(count: u32, elapsed: Duration) -> Self {
        Self {
            count,
            elapsed,
            microseconds: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.microseconds.extend(other.microseconds);
        self.elapsed += other.elapsed;
    }

    /// Answers a second.
    pub(crate) fn rate(&self) -> f64 {
        f64::from(self.count) / self.elapsed.as_secs_f64()
    }

    /// The time, in milliseconds, that so many of a hundred answers took at most.
    pub(crate) fn percentile(&self, percent: usize) -> Option<f64> {
        let mut sorted = self.microseconds.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).map(|it| f64::from(*it) / 1000.0)
    }
}

/// Idempotency keys that were never used before.
#[derive(Default)]
pub(crate) struct Keys(AtomicI64);

impl Keys {
    /// Keys that no run before this one has drawn.
    pub(crate) fn new() -> Self {
        Self(AtomicI64::new(ids::now().as_millisecond() * 1_000_000))
    }

    pub(crate) fn next(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// Asks for so long, with so many at once. Each worker has requests of its own, so that no member acts
/// twice at the same moment.
pub(crate) async fn ask(
    target: &Target,
    requests: &[Request],
    workers: usize,
    length: Duration,
    keys: &Arc<Keys>,
) -> Result<Answers> {
    let mut connections = Vec::new();
    for _ in 0..workers {
        connections.push(Connection::open(target).await?);
    }
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for (worker, connection) in connections.into_iter().enumerate() {
        let own = requests.iter().skip(worker).step_by(workers);
        let own = own.cloned().collect();
        tasks.spawn(work(connection, own, started, length, keys.clone()));
    }
    let mut microseconds = Vec::new();
    while let Some(done) = tasks.join_next().await {
        microseconds.extend(done??);
    }
    let elapsed = started.elapsed();
    let count = u32::try_from(microseconds.len()).unwrap_or(u32::MAX);
    Ok(Answers {
        count,
        elapsed,
        microseconds,
    })
}

async fn work(
    mut connection: Connection,
    mut requests: Vec<Request>,
    started: Instant,
    length: Duration,
    keys: Arc<Keys>,
) -> Result<Vec<u32>> {
    let mut times = Vec::new();
    // Not always the same ones first, however short the time is.
    let count = requests.len().max(1);
    let mut next = usize::try_from(keys.next()).unwrap_or_default() % count;
    while started.elapsed() < length {
        let Some(request) = requests.get_mut(next) else {
            break;
        };
        next = (next + 1) % count;
        request.set_key(keys.next());
        let asked = Instant::now();
        let (status, body) = connection.send(request).await?;
        let took = asked.elapsed();
        ensure!(
            (200..300).contains(&status),
            "the API answered {status}: {}",
            String::from_utf8_lossy(body)
        );
        times.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }
    Ok(times)
}

/// Answers to requests that were due at certain moments.
pub(crate) struct Punctual {
    /// All of them. How long they took is counted from the moment when they were due, so that nothing
    /// that is late makes what comes after it look better.
    pub(crate) answers: Answers,
    /// Those that were not 200.
    pub(crate) refusals: Vec<String>,
}

/// Requests that are sent at certain moments.
struct Schedule {
    requests: Vec<Request>,
    next: AtomicUsize,
    begin: Instant,
    spacing: Duration,
}

/// Sends each request once, however the others fare: the first at `begin`, each of the others so much
/// later than the one before. The runtime's clock ticks every millisecond, and that is in the times.
pub(crate) async fn punctually(
    target: &Target,
    requests: Vec<Request>,
    begin: Instant,
    spacing: Duration,
) -> Result<Punctual> {
    let mut lines = Vec::new();
    for _ in 0..LINES {
        lines.push(Connection::open(target).await?);
    }
    ensure!(Instant::now() < begin, "there was no time to prepare");
    let schedule = Arc::new(Schedule {
        requests,
        next: AtomicUsize::new(0),
        begin,
        spacing,
    });
    let mut tasks = JoinSet::new();
    for line in lines {
        tasks.spawn(keep(schedule.clone(), line));
    }
    let (mut microseconds, mut refusals) = (Vec::new(), Vec::new());
    while let Some(done) = tasks.join_next().await {
        let (times, refused) = done??;
        microseconds.extend(times);
        refusals.extend(refused);
    }
    let answers = Answers {
        count: u32::try_from(microseconds.len()).unwrap_or(u32::MAX),
        elapsed: begin.elapsed(),
        microseconds,
    };
    Ok(Punctual { answers, refusals })
}

/// Keeps the schedule together with others: how long each answer took, and those that were not 200.
async fn keep(schedule: Arc<Schedule>, mut line: Connection) -> Result<(Vec<u32>, Vec<String>)> {
    let (mut times, mut refusals) = (Vec::new(), Vec::new());
    loop {
        let number = schedule.next.fetch_add(1, Ordering::Relaxed);
        let Some(request) = schedule.requests.get(number) else {
            return Ok((times, refusals));
        };
        let due = schedule.begin + schedule.spacing * u32::try_from(number)?;
        tokio::time::sleep_until(due.into()).await;
        let (status, body) = line.send(request).await?;
        times.push(u32::try_from(due.elapsed().as_micros()).unwrap_or(u32::MAX));
        if status != 200 {
            refusals.push(format!("{status}: {}", String::from_utf8_lossy(body)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let answers = Answers {
            count: 200,
            elapsed: Duration::from_secs(2),
            microseconds: (1..=200).rev().map(|it| it * 1000).collect(),
        };
        assert_eq!(answers.percentile(50), Some(100.0));
        assert_eq!(answers.percentile(99), Some(198.0));
        assert!((answers.rate() - 100.0).abs() < f64::EPSILON);
        assert_eq!(Answers::default().percentile(50), None);
    }
}
