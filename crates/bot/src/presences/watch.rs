//! Watching one guild: a loop that asks, and one that reports.

use super::{
    outside::{Outside, Trouble},
    read::Chunk,
    unsent::Unsent,
};
use crate::discord::Backoff;
use paddock_api_types::{UserId, staff::ReportedPresence};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, watch},
    time::{Instant, sleep, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;

/// Shortest time from the beginning of a report of what changed to that of the next: how long the API
/// takes for one puts the next off no further than that.
pub(super) const INTERVAL: Duration = Duration::from_millis(500);
/// Members of one question: the most that Discord answers.
const QUESTION_SIZE: usize = 100;
/// How long Discord may take for its answers.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(15);
/// Longest pause between two attempts: presences that are older are of little use.
const MAX_PAUSE: Duration = Duration::from_secs(10);
/// How soon to ask again where the API has not said it yet.
const DEFAULT_ROUND: Duration = Duration::from_mins(2);

/// What the gateway, the API and the loops of one guild share.
#[derive(Debug)]
pub(super) struct Watched {
    unsent: Mutex<Unsent>,
    /// Questions whose last answer has not come.
    waiting: Mutex<HashSet<String>>,
    /// There is something to report.
    news: Notify,
    /// An answer came.
    answer: Notify,
    /// The last ticket given out.
    requested: watch::Sender<u64>,
    /// The last ticket whose round is reported.
    done: watch::Sender<u64>,
}

impl Default for Watched {
    fn default() -> Self {
        Self {
            unsent: Mutex::default(),
            waiting: Mutex::default(),
            news: Notify::new(),
            answer: Notify::new(),
            requested: watch::Sender::new(0),
            done: watch::Sender::new(0),
        }
    }
}

impl Watched {
    pub(super) fn is_staff(&self, user: UserId) -> bool {
        self.unsent().is_staff(user)
    }

    pub(super) fn has_staff(&self) -> bool {
        self.unsent().has_staff()
    }

    /// Somebody changed; `None` means that they left.
    pub(super) fn saw(&self, user: UserId, presence: Option<ReportedPresence>) {
        if self.unsent().saw(user, presence, false) {
            self.news.notify_one();
        }
    }

    /// Discord answered.
    pub(super) fn answered(&self, chunk: Chunk) {
        let mut waiting = self.waiting();
        if !waiting.contains(&chunk.nonce) {
            // Of a round that was given up; another one follows.
            return;
        }
        let mut unsent = self.unsent();
        for (user, presence) in chunk.seen {
            unsent.saw(user, presence, true);
        }
        if chunk.is_last {
            waiting.remove(&chunk.nonce);
        }
        // Reported once all answers have come, or do not come.
        self.answer.notify_one();
    }

    /// Asks for a round. Answers its ticket.
    pub(super) fn request(&self) -> u64 {
        let mut ticket = 0;
        self.requested.send_modify(|last| {
            *last += 1;
            ticket = *last;
        });
        ticket
    }

    /// Waits until a round is reported that was begun after this ticket was given out.
    pub(super) async fn done(&self, ticket: u64) {
        let mut done = self.done.subscribe();
        // The sender is in `self`, so this cannot fail.
        let _ = done.wait_for(|done| *done >= ticket).await;
    }

    fn unsent(&self) -> MutexGuard<'_, Unsent> {
        self.unsent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn waiting(&self) -> MutexGuard<'_, HashSet<String>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Watches until it is stopped.
pub(super) async fn run(watched: Arc<Watched>, outside: impl Outside, stop: CancellationToken) {
    let both = async { tokio::join!(ask(&watched, &outside), report(&watched, &outside)) };
    // Both go on for ever.
    let _ = stop.run_until_cancelled(both).await;
}

/// Makes a round for every ticket, and from time to time.
async fn ask(watched: &Watched, outside: &impl Outside) {
    let mut requested = watched.requested.subscribe();
    // What was requested before this loop began.
    requested.mark_changed();
    let mut next = Instant::now();
    let mut pause = Backoff::default();
    loop {
        tokio::select! {
            _ = requested.changed() => {}
            () = sleep_until(next) => {
                watched.request();
            }
        }
        next = Instant::now() + DEFAULT_ROUND;
        if !outside.sees_presences() {
            // The session that has the intent asks for a round.
            continue;
        }
        let ticket = *requested.borrow_and_update();
        match round(watched, outside, ticket).await {
            Ok(interval) => {
                pause.reset();
                next = Instant::now() + interval;
            }
            // Whatever it was, another round is made: nothing else would notice that it works again.
            Err(Trouble::Temporary(why) | Trouble::Permanent(why)) => {
                tracing::warn!(why, "staff cannot be asked for");
                watched.news.notify_one();
                sleep(pause.next().min(MAX_PAUSE)).await;
                next = Instant::now();
            }
        }
    }
}

/// Reads the list of staff and asks Discord for all of them. Answers when to do so again.
async fn round(
    watched: &Watched,
    outside: &impl Outside,
    ticket: u64,
) -> Result<Duration, Trouble> {
    let staff = outside.staff().await?;
    watched.unsent().set_staff(&staff);
    watched.waiting().clear();
    for (part, users) in staff.user_ids.chunks(QUESTION_SIZE).enumerate() {
        let nonce = format!("{ticket}.{part}");
        watched.waiting().insert(nonce.clone());
        outside.ask(users, nonce).await?;
    }
    let answered = async {
        while !watched.waiting().is_empty() {
            watched.answer.notified().await;
        }
    };
    let late = || Trouble::Temporary("Discord has not answered".to_owned());
    let outcome = timeout(ANSWER_TIMEOUT, answered).await;
    outcome.map_err(|_| late())?;
    if staff.user_ids.is_empty() {
        watched.done.send_replace(ticket);
    } else {
        watched.unsent().complete(ticket);
        watched.news.notify_one();
    }
    let minutes = u64::from(staff.sync_minutes);
    let interval = Some(minutes).filter(|minutes| *minutes > 0);
    Ok(interval.map_or(DEFAULT_ROUND, Duration::from_mins))
}

/// Reports what there is, until it is stopped.
async fn report(watched: &Watched, outside: &impl Outside) {
    let mut pause = Backoff::default();
    loop {
        let batch = watched.unsent().take();
        let Some(batch) = batch else {
            watched.news.notified().await;
            continue;
        };
        let next = Instant::now() + INTERVAL;
        match outside.report(&batch.report).await {
            Ok(answer) => {
                pause.reset();
                if let Some(ticket) = batch.ticket {
                    watched.done.send_replace(ticket);
                }
                if answer.version > watched.unsent().version() {
                    watched.request();
                }
                sleep_until(next).await;
            }
            Err(Trouble::Temporary(why)) => {
                tracing::warn!(why, "a report of presences is postponed");
                watched.unsent().put_back(batch);
                sleep(pause.next().min(MAX_PAUSE)).await;
            }
            Err(Trouble::Permanent(why)) => {
                tracing::error!(why, "a report of presences was given up");
                sleep(pause.next().min(MAX_PAUSE)).await;
            }
        }
    }
}
