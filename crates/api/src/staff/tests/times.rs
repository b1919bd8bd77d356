//! Times add up, whatever happens in between.

use super::{Desk, MINUTE, SECOND};
use crate::staff::service;
use paddock_api_types::staff::StaffTime;
use proptest::prelude::*;
use std::time::Duration;

const ADA: i64 = 1;

/// What happens.
#[derive(Debug, Clone)]
enum Step {
    /// The bot sees Ada like this.
    Seen(&'static str),
    /// She is seen to leave the server.
    Lost,
    /// Time passes with a bot that runs; in seconds.
    Runs(u64),
    /// Time passes without a word of the bot.
    Silent(u64),
    /// The clock goes back.
    Back(u64),
    /// The service is started again.
    Restarted,
    /// The job comes by.
    Settled,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let status = prop::sample::select(vec!["online", "idle", "dnd", "offline"]);
    let step = prop_oneof![
        4 => status.prop_map(Step::Seen),
        1 => Just(Step::Lost),
        4 => (1_u64..400).prop_map(Step::Runs),
        2 => (1_u64..20_000).prop_map(Step::Silent),
        1 => (1_u64..4_000).prop_map(Step::Back),
        1 => Just(Step::Restarted),
        2 => Just(Step::Settled),
    ];
    prop::collection::vec(step, 1..25)
}

fn sum(time: &StaffTime) -> u64 {
    time.online_seconds
        + time.idle_seconds
        + time.dnd_seconds
        + time.offline_seconds
        + time.unknown_seconds
}

/// What has to come out: seconds known by status, as long as the clock does not go back.
#[derive(Default)]
struct Model {
    status: Option<&'static str>,
    /// Known, but for silence that may prove to be too long.
    known: Vec<(&'static str, u64)>,
    silent: u64,
    watching: bool,
}

impl Model {
    fn passes(&mut self, seconds: u64) {
        if let Some(status) = self.status {
            self.known.push((status, seconds));
        }
    }

    fn of(&self, status: &str) -> u64 {
        let known = self.known.iter().filter(|(it, _)| *it == status);
        known.map(|(_, seconds)| seconds).sum()
    }
}

async fn play(steps: Vec<Step>) {
    let mut desk = Desk::with(&[ADA]).await;
    let added = desk.now();
    let (mut model, mut stepped_back) = (Model::default(), false);
    model.watching = true;
    for step in steps {
        match step {
            Step::Seen(status) => {
                end_of_silence(&mut model);
                desk.sees(ADA, status).await;
                model.status = Some(status);
            }
            Step::Lost => {
                end_of_silence(&mut model);
                let gone = serde_json::json!({"seed": false, "presences": [], "absent": ["1"]});
                desk.reports(gone).await;
                model.status = None;
            }
            Step::Runs(seconds) => {
                desk.beats().await;
                end_of_silence(&mut model);
                desk.passes(Duration::from_secs(seconds)).await;
                model.passes(seconds);
            }
            Step::Silent(seconds) => {
                desk.test.clock.advance(Duration::from_secs(seconds));
                model.silent += seconds;
            }
            Step::Back(seconds) => {
                desk.test.clock.step_back(Duration::from_secs(seconds));
                stepped_back = true;
            }
            Step::Restarted => desk.test.restart(),
            Step::Settled => desk.settles().await,
        }
        let time = desk.activity(ADA).await.total;
        let wall = desk.now().duration_since(added).as_secs();
        let days = desk.activity(ADA).await.days.len() as u64;
        let wall = u64::try_from(wall).unwrap_or(0);
        assert_eq!(sum(&time), wall, "{time:?}");
        assert!(days <= 28);
    }
    desk.beats().await;
    end_of_silence(&mut model);
    if !stepped_back {
        let time = desk.activity(ADA).await.total;
        for (status, seconds) in [
            ("online", time.online_seconds),
            ("idle", time.idle_seconds),
            ("dnd", time.dnd_seconds),
            ("offline", time.offline_seconds),
        ] {
            assert_eq!(seconds, model.of(status), "{status}");
        }
    }
}

/// The bot is heard again: two minutes of silence are bridged, and longer ones are a gap.
fn end_of_silence(model: &mut Model) {
    if model.silent > 120 {
        model.status = None;
    } else {
        model.passes(model.silent);
    }
    model.silent = 0;
}

#[test]
fn a_span_of_time_is_the_sum_of_its_statuses_over_restarts_silence_and_clocks() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let played = runner.run(&steps(), |steps| {
        runtime.block_on(play(steps));
        Ok(())
    });
    played.unwrap();
}

#[tokio::test]
async fn what_was_seen_before_a_long_silence_counts_before_the_job_has_come_by() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "online").await;
    desk.passes(5 * SECOND).await;
    desk.test.clock.advance(3 * MINUTE);
    let told = async || {
        let last_seen = desk.shows(ADA).await.last_seen;
        (desk.activity(ADA).await.total, last_seen)
    };
    let silent = told().await;
    assert_eq!(silent.0.online_seconds, 5);
    desk.beats().await;
    assert_eq!(told().await, silent, "the bot is back");
    desk.settles().await;
    assert_eq!(told().await, silent, "it is noted");
}

#[tokio::test]
async fn a_day_has_as_many_hours_as_the_zone_gives_it() {
    use paddock_api_types::staff::AddStaff;
    let desk = Desk::with(&[]).await;
    let add = AddStaff {
        time_zone: Some("Europe/Berlin".to_owned()),
        ..AddStaff::default()
    };
    desk.adds(ADA, add).await.unwrap();
    // The day on which the clocks go forward is the 28th of March.
    desk.test.clock.advance(Duration::from_hours(24 * 128));
    let activity = desk.activity(ADA).await;
    let short: Vec<_> = activity
        .days
        .iter()
        .filter(|day| sum(&day.time) == 82_800)
        .collect();
    let [short] = &short[..] else {
        panic!("{:?}", activity.days)
    };
    assert_eq!(short.date.to_string(), "2027-03-28");
    let weeks: u64 = activity.weeks.iter().map(|week| sum(&week.time)).sum();
    assert_eq!(weeks, sum(&activity.total));
}

#[tokio::test]
async fn a_clock_that_was_ahead_counts_no_time_twice() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "online").await;
    desk.passes(60 * MINUTE).await;
    desk.sees(ADA, "idle").await;
    desk.test.clock.step_back(60 * MINUTE);
    desk.beats().await;
    desk.sees(ADA, "dnd").await;
    desk.passes(60 * MINUTE).await;
    desk.settles().await;
    let time = desk.activity(ADA).await.total;
    assert_eq!(sum(&time), 3600, "{time:?}");
    let op = desk.test.admin();
    assert!(service::status(&op).await.unwrap().is_running);
}
