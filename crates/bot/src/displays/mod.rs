//! Displays: messages that show the current code of each open attendance session.
//!
//! The API is polled every few seconds for the displays there are, and sends the codes of the next
//! minutes with each, so that a display goes on while the API is unreachable. One task per session
//! ([`task`]) keeps its message; which code it shows at which moment is decided in [`plan`].
//!
//! Invariants:
//! - No expired code stays on show, as far as Discord lets us: without a valid one the message says
//!   so.
//! - A display is found again by its row in the API, so that a restart goes on with the same message.

mod plan;
mod retry;
mod task;

use crate::{bot::Bot, tasks::Tasks};
use paddock_api_client::Error;
use paddock_api_types::{AttendanceSessionId, attendance::AttendanceDisplays};
use plan::{ApiClock, DisplayUpdate};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};
use task::DisplayTask;
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};
use tokio_util::sync::CancellationToken;

const POLL_INTERVAL: Duration = Duration::from_secs(5);
/// An answer that took longer says too little about the API's time to set our idea of it.
const MAX_CLOCK_DELAY: Duration = Duration::from_secs(1);
/// How long displays may take to replace their codes when the bot stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);

/// Keeps the displays up to date until the bot stops.
pub(crate) async fn run(bot: Arc<Bot>, stop: CancellationToken) {
    let mut manager = DisplayManager {
        displays: HashMap::new(),
        tasks: Tasks::new("display"),
        clock: None,
        is_api_unreachable: false,
        bot,
        stop: stop.clone(),
    };
    loop {
        let asked = Instant::now();
        if stop
            .run_until_cancelled(manager.poll(asked))
            .await
            .is_none()
        {
            break;
        }
        tokio::select! {
            () = sleep_until(asked + POLL_INTERVAL) => {}
            () = manager.bot.displays.notified() => {}
            () = stop.cancelled() => break,
        }
    }
    // The displays that are left belong to tasks, which replace their codes before they end.
    manager.tasks.shut_down(SHUTDOWN_TIMEOUT).await;
}

struct DisplayManager {
    bot: Arc<Bot>,
    stop: CancellationToken,
    displays: HashMap<AttendanceSessionId, watch::Sender<DisplayUpdate>>,
    tasks: Tasks,
    clock: Option<ApiClock>,
    is_api_unreachable: bool,
}

impl DisplayManager {
    /// Asks the API for the displays, and passes each on to its task.
    async fn poll(&mut self, asked: Instant) {
        let listed = self.bot.api.list_attendance_displays().await;
        self.tasks.reap();
        self.displays.retain(|_, display| !display.is_closed());
        match listed {
            Ok(listed) => {
                self.is_api_unreachable = false;
                self.distribute(asked, listed);
            }
            Err(error) => self.log_outage(&error),
        }
    }

    fn distribute(&mut self, asked: Instant, listed: AttendanceDisplays) {
        let answered = Instant::now();
        let clock = match self.clock {
            Some(clock) if answered - asked > MAX_CLOCK_DELAY => clock,
            _ => ApiClock::new(listed.now, asked, answered),
        };
        self.clock = Some(clock);
        let mut listed_sessions = HashSet::new();
        for display in listed.displays {
            let session = display.session.id;
            listed_sessions.insert(session);
            let update = DisplayUpdate {
                clock,
                display,
                is_gone: false,
            };
            match self.displays.get(&session) {
                Some(display) => {
                    display.send_replace(update);
                }
                None => self.open(session, update),
            }
        }
        for (session, display) in &self.displays {
            if !listed_sessions.contains(session) {
                display.send_modify(|update| update.is_gone = true);
            }
        }
    }

    fn open(&mut self, session: AttendanceSessionId, update: DisplayUpdate) {
        let task = DisplayTask::new(self.bot.clone(), &update);
        let (sender, receiver) = watch::channel(update);
        self.tasks.spawn(task.run(receiver, self.stop.clone()));
        self.displays.insert(session, sender);
    }

    /// Logs an outage of the API once, however long it lasts.
    fn log_outage(&mut self, error: &Error) {
        if !std::mem::replace(&mut self.is_api_unreachable, true) {
            tracing::warn!(%error, "displays cannot be listed; they go on with the codes they have");
        }
    }
}
