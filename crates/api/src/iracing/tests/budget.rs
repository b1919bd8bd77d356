//! Many accounts and one budget of requests, in time that passes only when it is told to.

use super::{Track, returned};
use crate::config::Iracing;
use crate::iracing::service;
use crate::iracing::store::accounts;
use futures_util::{StreamExt as _, stream};
use paddock_api_types::members::Level;
use paddock_sim_iracing::{LeagueSeed, Options};
use std::sync::mpsc;
use std::time::Duration;
use tokio::time::Instant;

const ACCOUNTS: i64 = 1_000;
const FIRST_MEMBER: i64 = 1_000;
/// Of the drivers that the stand-in makes up.
const FIRST_DRIVER: i64 = 1_000_000;
/// Of the budget.
const WINDOW: Duration = Duration::from_mins(1);
const LOOK: Duration = Duration::from_secs(5);
const TICK: Duration = Duration::from_millis(20);

impl Track {
    /// Registers a member and connects a driver's account.
    async fn join(&self, number: i64) {
        let member = FIRST_MEMBER + number;
        self.test
            .verified(member, &format!("Driver {number}"))
            .await;
        let page = service::start(&self.test.by(member, Level::Verified)).await;
        let back = self
            .sim
            .approve(&page.unwrap(), FIRST_DRIVER + number)
            .unwrap();
        service::finish(self.ctx(), returned(&back)).await.unwrap();
    }

    async fn pass(&self, time: Duration) {
        self.test.clock.advance(time);
        self.sim.advance(time);
        tokio::time::advance(time).await;
    }

    /// Does something while time passes: at once where a request waits for the end of a window, and
    /// otherwise as it does outside, for whoever lost a conflict and pauses. Answers also how much passed
    /// in that way, which depends on the machine.
    async fn meanwhile<T>(&self, work: impl Future<Output = T>) -> (T, Duration) {
        let mut work = std::pin::pin!(work);
        let mut busy = Duration::ZERO;
        loop {
            tokio::select! {
                biased;
                done = &mut work => return (done, busy),
                () = self.held_up() => self.pass(Duration::from_secs(1)).await,
                () = outside(TICK) => {
                    self.pass(TICK).await;
                    busy += TICK;
                }
            }
        }
    }

    /// Waits until a request waits for the end of a window.
    async fn held_up(&self) {
        let iracing: &Iracing = self.ctx().extensions.get();
        let client = iracing.access().unwrap().client().unwrap();
        while client.budget().waiting == 0 {
            tokio::task::yield_now().await;
        }
    }

    async fn waiting(&self) -> usize {
        let limit = u32::try_from(ACCOUNTS).unwrap();
        let due = accounts::due(&self.ctx().db, self.ctx().now(), limit).await;
        due.unwrap()
            .iter()
            .filter(|it| it.last_synced_at.is_none())
            .count()
    }
}

/// So much time of the world's.
async fn outside(time: Duration) {
    let slept = tokio::task::spawn_blocking(move || std::thread::sleep(time));
    slept.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_thousand_accounts_keep_to_the_budget_and_go_on_after_a_restart() {
    // Time does not jump while a blocking task runs.
    let (_still, ends) = mpsc::channel::<()>();
    tokio::task::spawn_blocking(move || ends.recv());
    let drivers = usize::try_from(ACCOUNTS).unwrap();
    let mut track = Track::with(Options {
        leagues: vec![LeagueSeed::generated(7200, drivers, 0)],
        ..Options::default()
    })
    .await;
    let joining = stream::iter(0..ACCOUNTS);
    let joining = joining.for_each_concurrent(16, |number| track.join(number));
    track.meanwhile(joining).await;
    let (began, began_outside) = (Instant::now(), std::time::Instant::now());
    let (mut busy, mut restarted) = (Duration::ZERO, false);
    let mut before = drivers;
    loop {
        let look = Box::pin(service::sync_due(track.ctx()));
        let (looked, worked) = track.meanwhile(look).await;
        looked.unwrap();
        busy += worked;
        let left = track.waiting().await;
        if left == 0 {
            break;
        }
        let waited = began.elapsed().saturating_sub(busy);
        assert!(left <= before && waited < 10 * WINDOW, "{left} are left");
        before = left;
        if left < drivers / 2 && !restarted {
            track.restart();
            restarted = true;
            assert_eq!(track.waiting().await, left, "nobody begins anew");
        }
        track.pass(LOOK).await;
    }
    assert!(restarted);
    // A fifth of each window is left to people who wait. For the stand-in the world's time passes as well.
    let passed = began.elapsed() + began_outside.elapsed();
    assert!(
        passed >= 5 * WINDOW,
        "{passed:?}, more than the budget allows"
    );
    let waited = began.elapsed().saturating_sub(busy);
    assert!(waited < 8 * WINDOW, "{waited:?}, with requests left over");
    // Who drove in a round is no reason to read it again, but for those that are read at the same time.
    assert!(track.sim.count("data/results/get") <= 3 * 4);
    let requests = track.sim.requests();
    assert!(requests.iter().all(|it| it.status != Some(429)));
}
