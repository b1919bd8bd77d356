//! Watching with a paused clock, an API that can be away, and a Discord that answers when it is told to.

use super::{
    outside::{Outside, Trouble},
    read::Chunk,
    watch::{self, INTERVAL, Watched},
};
use crate::clock;
use paddock_api_types::{
    UserId,
    staff::{
        Platforms, PresenceStatus, PresencesReported, ReportPresences, ReportedPresence, StaffWatch,
    },
};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use twilight_model::id::Id;

/// What the API and Discord are like, and what they were asked.
#[derive(Default)]
struct World {
    staff: i64,
    version: i64,
    away: bool,
    blind: bool,
    mute: bool,
    /// How long the API takes for a report.
    takes: Duration,
    /// When each report came, and what it said.
    reports: Vec<(Duration, ReportPresences)>,
    lists: usize,
    /// How many members each question was about.
    questions: Vec<usize>,
}

#[derive(Clone)]
struct Fake {
    world: Arc<Mutex<World>>,
    watched: Arc<Watched>,
    begun: Instant,
}

impl Outside for Fake {
    fn sees_presences(&self) -> bool {
        !self.world.lock().unwrap().blind
    }

    async fn staff(&self) -> Result<StaffWatch, Trouble> {
        let mut world = self.world.lock().unwrap();
        if world.away {
            return Err(Trouble::Temporary("503".to_owned()));
        }
        world.lists += 1;
        Ok(StaffWatch {
            version: world.version,
            user_ids: (1..=world.staff).map(user).collect(),
            sync_minutes: 2,
        })
    }

    async fn ask(&self, users: &[UserId], nonce: String) -> Result<(), Trouble> {
        let mute = {
            let mut world = self.world.lock().unwrap();
            world.questions.push(users.len());
            world.mute
        };
        if !mute {
            let seen = users.iter();
            let seen = seen.map(|user| (*user, Some(presence(*user, Idle))));
            self.watched.answered(Chunk {
                guild: Id::new(7),
                nonce,
                is_last: true,
                seen: seen.collect(),
            });
        }
        Ok(())
    }

    async fn report(&self, report: &ReportPresences) -> Result<PresencesReported, Trouble> {
        let (takes, version) = {
            let mut world = self.world.lock().unwrap();
            if world.away {
                return Err(Trouble::Temporary("503".to_owned()));
            }
            let at = self.begun.elapsed();
            world.reports.push((at, report.clone()));
            (world.takes, world.version)
        };
        sleep(takes).await;
        Ok(PresencesReported {
            known: 0,
            changed: 0,
            version,
        })
    }
}

fn user(id: i64) -> UserId {
    UserId::new(id).unwrap()
}

fn presence(user_id: UserId, status: PresenceStatus) -> ReportedPresence {
    ReportedPresence {
        user_id,
        status,
        platforms: Platforms::default(),
        activities: vec![],
        custom_status: None,
        observed_at: clock::now(),
    }
}

/// Watches this number of staff; the first round is reported.
async fn watching(staff: i64) -> Fake {
    let fake = begin(World {
        staff,
        ..World::default()
    });
    settle(&fake).await;
    fake.world.lock().unwrap().reports.clear();
    fake
}

fn begin(world: World) -> Fake {
    let watched = Arc::new(Watched::default());
    let fake = Fake {
        world: Arc::new(Mutex::new(world)),
        watched: watched.clone(),
        begun: Instant::now(),
    };
    watched.request();
    tokio::spawn(watch::run(watched, fake.clone(), CancellationToken::new()));
    fake
}

/// Waits until a round that begins now is reported, and nothing more is to come.
async fn settle(fake: &Fake) {
    let ticket = fake.watched.request();
    fake.watched.done(ticket).await;
    sleep(INTERVAL).await;
}

impl Fake {
    fn shows(&self, id: i64, status: PresenceStatus) {
        let user = user(id);
        self.watched.saw(user, Some(presence(user, status)));
    }

    fn set<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        change(&mut self.world.lock().unwrap())
    }

    /// The reports of changes so far.
    fn changes(&self) -> Vec<(Duration, Vec<(i64, PresenceStatus)>)> {
        let world = self.world.lock().unwrap();
        let changes = world.reports.iter().filter(|(_, report)| !report.seed);
        let changes = changes.map(|(at, report)| {
            let states = report.presences.iter();
            let states = states.map(|it| (it.user_id.get(), it.status));
            (*at, states.collect())
        });
        changes.collect()
    }
}

use PresenceStatus::{Dnd, Idle, Offline, Online};

#[tokio::test(start_paused = true)]
async fn a_burst_is_two_reports_with_the_last_state_of_each() {
    let fake = watching(3).await;
    let begun = fake.begun.elapsed();
    for status in [Online, Idle, Dnd] {
        for id in 1..=4 {
            fake.shows(id, status);
        }
        sleep(Duration::from_millis(10)).await;
    }
    sleep(Duration::from_secs(2)).await;
    let changes = fake.changes();
    assert_eq!(changes.len(), 2, "{changes:?}");
    assert_eq!(changes[0].1, [(1, Online), (2, Online), (3, Online)]);
    assert_eq!(
        changes[1].1,
        [(1, Dnd), (2, Dnd), (3, Dnd)],
        "4 is no staff"
    );
    assert!(changes[0].0 < begun + Duration::from_millis(100));
    assert!(changes[1].0 >= changes[0].0 + INTERVAL);
    assert!(changes[1].0 < begun + Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn while_the_api_is_away_only_the_newest_state_is_kept_and_sent_on_its_return() {
    let fake = watching(2).await;
    fake.set(|world| world.away = true);
    for round in 0..5_000 {
        fake.shows(1, if round % 2 == 0 { Online } else { Dnd });
        sleep(Duration::from_millis(20)).await;
    }
    fake.shows(1, Offline);
    assert_eq!(fake.changes(), []);
    fake.set(|world| world.away = false);
    let returned = fake.begun.elapsed();
    sleep(Duration::from_secs(11)).await;
    let changes = fake.changes();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(changes[0].1, [(1, Offline)]);
    assert!(changes[0].0 <= returned + Duration::from_secs(10));
}

#[tokio::test(start_paused = true)]
async fn a_round_asks_for_a_hundred_at_a_time_and_says_when_it_is_complete() {
    let fake = begin(World {
        staff: 1000,
        ..World::default()
    });
    let ticket = fake.watched.request();
    fake.watched.done(ticket).await;
    fake.set(|world| {
        assert!(world.questions.iter().all(|size| *size == 100));
        let last = world.reports.len() - 1;
        for (n, (_, report)) in world.reports.iter().enumerate() {
            assert!(report.seed && report.presences.len() <= 500);
            assert_eq!(report.complete, n == last);
        }
        let reported: usize = world.reports.iter().map(|(_, it)| it.presences.len()).sum();
        assert!(reported >= 1000, "{reported}");
    });
}

#[tokio::test(start_paused = true)]
async fn everybody_is_asked_for_again_every_few_minutes() {
    let fake = watching(250).await;
    let (lists, questions) = fake.set(|world| (world.lists, world.questions.len()));
    sleep(Duration::from_mins(20)).await;
    fake.set(|world| {
        let rounds = world.lists - lists;
        assert!((9..=10).contains(&rounds), "{rounds}");
        assert_eq!(world.questions.len() - questions, 3 * rounds);
    });
}

#[tokio::test(start_paused = true)]
async fn a_discord_that_does_not_answer_is_asked_again() {
    let fake = watching(1).await;
    fake.set(|world| world.mute = true);
    let ticket = fake.watched.request();
    let waiting = timeout(Duration::from_secs(30), fake.watched.done(ticket));
    assert!(waiting.await.is_err());
    fake.set(|world| world.mute = false);
    fake.watched.done(ticket).await;
    assert!(fake.begun.elapsed() < Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn somebody_new_on_the_roster_is_asked_for_once_a_report_tells() {
    let fake = watching(1).await;
    fake.set(|world| (world.staff, world.version) = (2, 5));
    fake.shows(2, Online);
    fake.shows(1, Online);
    sleep(Duration::from_secs(2)).await;
    let told = fake.set(|world| {
        let seeds = world.reports.iter().filter(|(_, report)| report.seed);
        let mut users = seeds.flat_map(|(_, report)| report.presences.iter());
        users.any(|presence| presence.user_id == user(2))
    });
    assert!(told);
}

#[tokio::test(start_paused = true)]
async fn without_the_intent_nobody_is_asked_for() {
    let fake = begin(World {
        staff: 3,
        blind: true,
        ..World::default()
    });
    sleep(Duration::from_mins(10)).await;
    fake.set(|world| assert_eq!((world.lists, world.questions.len()), (0, 0)));
    fake.set(|world| world.blind = false);
    fake.watched.request();
    sleep(Duration::from_secs(1)).await;
    fake.set(|world| assert_eq!(world.questions, [3]));
}

#[tokio::test(start_paused = true)]
async fn who_leaves_is_reported_as_absent() {
    let fake = watching(2).await;
    fake.watched.saw(user(2), None);
    sleep(Duration::from_secs(1)).await;
    fake.set(|world| {
        let (_, report) = &world.reports[0];
        assert_eq!(report.absent, [user(2)]);
        assert!(report.presences.is_empty() && !report.seed);
    });
}

#[tokio::test(start_paused = true)]
async fn what_the_api_takes_for_a_report_is_not_added_to_the_time_until_the_next() {
    let fake = watching(1).await;
    fake.set(|world| world.takes = Duration::from_millis(400));
    for status in [Online, Idle, Dnd].into_iter().cycle().take(20) {
        fake.shows(1, status);
        sleep(Duration::from_millis(100)).await;
    }
    let changes = fake.changes();
    let begun: Vec<_> = changes.iter().map(|(at, _)| *at).collect();
    assert_eq!(begun.len(), 4);
    assert!(
        begun.windows(2).all(|pair| pair[1] == pair[0] + INTERVAL),
        "{begun:?}"
    );
}
