//! Load on the API: closed-loop workers, which send as soon as they are answered, or requests on an open-loop schedule,
//! which do not wait for each other.

use crate::http::{Connection, Request};
use crate::ids;
use anyhow::{Result, bail, ensure};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Keep-alive connections of a full load.
pub(crate) const WORKERS: usize = 64;

/// Connections for scheduled requests. A request that finds none of them free waits for one, and the wait counts.
pub(crate) const LINES: usize = 256;

/// The number of answers and their total time, and over HTTP the latency of each.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    count: u32,
    elapsed: Duration,
    microseconds: Vec<u32>,
    /// Those that were no success, which are not among the others.
    refused: Refused,
}

/// The number of answers that were no success, and one of them.
#[derive(Debug, Default)]
pub(crate) struct Refused {
    pub(crate) count: u32,
    pub(crate) example: Option<String>,
}

impl Refused {
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.example = self.example.take().or(other.example);
    }
}

impl Answers {
    /// Answers that were counted without latencies.
    pub(crate) fn counted(count: u32, elapsed: Duration) -> Self {
        Self {
            count,
            elapsed,
            ..Self::default()
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.microseconds.extend(other.microseconds);
        self.elapsed += other.elapsed;
        self.refused.add(other.refused);
    }

    pub(crate) fn refused(&self) -> &Refused {
        &self.refused
    }

    /// Answers per second.
    pub(crate) fn rate(&self) -> f64 {
        f64::from(self.count) / self.elapsed.as_secs_f64()
    }

    /// The latency in milliseconds that `percent` of the answers did not exceed.
    pub(crate) fn percentile(&self, percent: usize) -> Option<f64> {
        let mut sorted = self.microseconds.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).map(|it| f64::from(*it) / 1000.0)
    }
}

/// Idempotency keys, none of which was used before.
#[derive(Default)]
pub(crate) struct Keys(AtomicI64);

impl Keys {
    /// Keys that no earlier run has drawn.
    pub(crate) fn new() -> Self {
        Self(AtomicI64::new(ids::now().as_millisecond() * 1_000_000))
    }

    pub(crate) fn next(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// How requests are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Each any number of times.
    Repeated,
    /// The same, of a program that may refuse some of them, but not all.
    Tolerant,
    /// Each at most once and in order. The time ends early when a worker has sent all of its own.
    Once,
}

/// Sends requests for `length` with `workers` concurrent workers. Each worker has its own requests, so that no member acts
/// twice at the same time.
pub(crate) async fn ask(
    manner: Manner,
    port: u16,
    requests: &[Request],
    workers: usize,
    length: Duration,
    keys: &Arc<Keys>,
) -> Result<Answers> {
    let mut connections = Vec::new();
    for _ in 0..workers {
        connections.push(Connection::open(port).await?);
    }
    let is_over = Arc::new(AtomicBool::new(false));
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for (worker, connection) in connections.into_iter().enumerate() {
        let own = requests.iter().skip(worker).step_by(workers);
        let own = own.cloned().collect();
        let turn = Turn {
            manner,
            started,
            length,
            is_over: is_over.clone(),
        };
        tasks.spawn(work(connection, own, turn, keys.clone()));
    }
    let (mut microseconds, mut refused) = (Vec::new(), Refused::default());
    while let Some(done) = tasks.join_next().await {
        let (times, others) = done??;
        microseconds.extend(times);
        refused.add(others);
    }
    let elapsed = started.elapsed();
    let count = u32::try_from(microseconds.len()).unwrap_or(u32::MAX);
    if let (0, Some(refusal)) = (count, &refused.example) {
        bail!("every call was refused: {refusal}");
    }
    Ok(Answers {
        count,
        elapsed,
        microseconds,
        refused,
    })
}

/// How long workers send.
struct Turn {
    manner: Manner,
    started: Instant,
    length: Duration,
    /// One of them has nothing left.
    is_over: Arc<AtomicBool>,
}

impl Turn {
    fn goes_on(&self) -> bool {
        self.started.elapsed() < self.length && !self.is_over.load(Ordering::Relaxed)
    }
}

async fn work(
    mut connection: Connection,
    mut requests: Vec<Request>,
    turn: Turn,
    keys: Arc<Keys>,
) -> Result<(Vec<u32>, Refused)> {
    let (mut times, mut refused) = (Vec::new(), Refused::default());
    let count = requests.len().max(1);
    let mut next = match turn.manner {
        Manner::Once => 0,
        // Start at a different request each time, however short the time is.
        Manner::Repeated | Manner::Tolerant => {
            usize::try_from(keys.next()).unwrap_or_default() % count
        }
    };
    while turn.goes_on() {
        let Some(request) = requests.get_mut(next) else {
            turn.is_over.store(true, Ordering::Relaxed);
            break;
        };
        next += 1;
        if turn.manner != Manner::Once {
            next %= count;
        }
        request.set_key(keys.next());
        let asked = Instant::now();
        let (status, body) = connection.send(request).await?;
        let took = asked.elapsed();
        if (200..300).contains(&status) {
            times.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
            continue;
        }
        let answer = format!("{status}: {}", String::from_utf8_lossy(body));
        ensure!(turn.manner == Manner::Tolerant, "the API answered {answer}");
        refused.count += 1;
        refused.example.get_or_insert(answer);
    }
    Ok((times, refused))
}

/// Answers to scheduled requests.
pub(crate) struct Scheduled {
    /// All of them. Latencies count from the scheduled times, so that a delay does not make later requests look faster.
    pub(crate) answers: Answers,
    /// Those that were not 200.
    pub(crate) refusals: Vec<String>,
}

/// Requests with the times at which to send them.
struct Schedule {
    requests: Vec<Request>,
    next: AtomicUsize,
    begin: Instant,
    spacing: Duration,
}

/// Sends each request once, independently of the others: the first at `begin`, each of the others `spacing` after the one
/// before. The runtime's clock ticks every millisecond, which the latencies include.
pub(crate) async fn send_scheduled(
    port: u16,
    requests: Vec<Request>,
    begin: Instant,
    spacing: Duration,
) -> Result<Scheduled> {
    let mut lines = Vec::new();
    for _ in 0..LINES {
        lines.push(Connection::open(port).await?);
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
        refused: Refused::default(),
    };
    Ok(Scheduled { answers, refusals })
}

/// Sends the scheduled requests together with others. Answers the latencies, and the answers that were not 200.
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
            refused: Refused::default(),
        };
        assert_eq!(answers.percentile(50), Some(100.0));
        assert_eq!(answers.percentile(99), Some(198.0));
        assert!((answers.rate() - 100.0).abs() < f64::EPSILON);
        assert_eq!(Answers::default().percentile(50), None);
    }
}
