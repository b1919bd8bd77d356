//! Displays: messages that show the present code of each open attendance session.
//!
//! The API is asked every few seconds which displays there are, and gives the codes of the next
//! minutes along, so that a display goes on while the API is away. One task per session
//! ([`screen`]) keeps its message; what it shows when is decided in [`plan`].
//!
//! Invariants:
//! - No code stays on show that is over, as far as Discord lets us: without a valid one the message
//!   says so.
//! - A display is found again by its row in the API, so that a restart goes on with the same message.

mod plan;
mod screen;
mod trouble;

use crate::run::Bot;
use paddock_api_client::Error;
use paddock_api_types::{
    AttendanceSessionId,
    attendance::{AttendanceDisplay, AttendanceDisplays},
};
use plan::ApiClock;
use screen::Screen;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};
use tokio::{
    sync::watch,
    task::{JoinError, JoinSet},
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;

/// How often the API is asked.
const EVERY: Duration = Duration::from_secs(5);
/// An answer that took longer does not tell what time it is.
const PROMPT: Duration = Duration::from_secs(1);
/// How long displays may take to say that they stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// What the API says of one display.
#[derive(Debug, Clone)]
struct News {
    clock: ApiClock,
    display: AttendanceDisplay,
    /// The API no longer names it: the session was deleted, or somebody else has seen to its end.
    is_gone: bool,
}

/// Works until the stop.
pub(crate) async fn work(bot: Arc<Bot>, stop: CancellationToken) {
    let mut hall = Hall {
        screens: HashMap::new(),
        running: JoinSet::new(),
        clock: None,
        is_api_away: false,
        bot,
        stop: stop.clone(),
    };
    loop {
        let asked = Instant::now();
        tokio::select! {
            () = hall.ask(asked) => {}
            () = stop.cancelled() => break,
        }
        tokio::select! {
            () = sleep_until(asked + EVERY) => {}
            () = hall.bot.displays.notified() => {}
            () = stop.cancelled() => break,
        }
    }
    let running = &mut hall.running;
    let finish = async { while running.join_next().await.map(note_panic).is_some() {} };
    if timeout(FAREWELL, finish).await.is_err() {
        tracing::warn!("displays were broken off by the stop; the next start goes on with them");
    }
}

struct Hall {
    bot: Arc<Bot>,
    stop: CancellationToken,
    screens: HashMap<AttendanceSessionId, watch::Sender<News>>,
    running: JoinSet<()>,
    clock: Option<ApiClock>,
    is_api_away: bool,
}

impl Hall {
    /// Asks which displays there are, and tells each what is new.
    async fn ask(&mut self, asked: Instant) {
        let listed = self.bot.api.list_attendance_displays().await;
        while self.running.try_join_next().map(note_panic).is_some() {}
        self.screens.retain(|_, screen| !screen.is_closed());
        match listed {
            Ok(listed) => {
                self.is_api_away = false;
                self.tell(asked, listed);
            }
            Err(error) => self.note_absence(&error),
        }
    }

    fn tell(&mut self, asked: Instant, listed: AttendanceDisplays) {
        let answered = Instant::now();
        let clock = match self.clock {
            Some(clock) if answered - asked > PROMPT => clock,
            _ => ApiClock::new(listed.now, asked, answered),
        };
        self.clock = Some(clock);
        let mut named = HashSet::new();
        for display in listed.displays {
            let session = display.session.id;
            named.insert(session);
            let news = News {
                clock,
                display,
                is_gone: false,
            };
            match self.screens.get(&session) {
                Some(screen) => {
                    screen.send_replace(news);
                }
                None => self.open(session, news),
            }
        }
        for (session, screen) in &self.screens {
            if !named.contains(session) {
                screen.send_modify(|news| news.is_gone = true);
            }
        }
    }

    fn open(&mut self, session: AttendanceSessionId, news: News) {
        let screen = Screen::new(self.bot.clone(), &news);
        let (sender, receiver) = watch::channel(news);
        self.running.spawn(screen.run(receiver, self.stop.clone()));
        self.screens.insert(session, sender);
    }

    /// Says once that the API is away.
    fn note_absence(&mut self, error: &Error) {
        if !std::mem::replace(&mut self.is_api_away, true) {
            tracing::warn!(%error, "displays go on with the codes that are known");
        }
    }
}

fn note_panic(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a display broke down; the next answer of the API starts it again");
    }
}
