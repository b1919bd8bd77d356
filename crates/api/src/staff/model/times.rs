//! Times that add up.

use super::{Leave, Staff, duty_end};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use paddock_api_types::staff::{PresenceStatus, StaffDay, StaffTime, StaffWeek};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a time was spent with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Online,
    Idle,
    Dnd,
    Offline,
    Duty,
}

impl Kind {
    pub(crate) fn of(status: PresenceStatus) -> Self {
        match status {
            PresenceStatus::Online => Self::Online,
            PresenceStatus::Idle => Self::Idle,
            PresenceStatus::Dnd => Self::Dnd,
            PresenceStatus::Offline => Self::Offline,
        }
    }
}

/// A time that was spent with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spent {
    pub(crate) kind: Kind,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

/// A stretch of time in milliseconds since 1970.
type Stretch = (i64, i64);

/// What somebody's times are counted from.
pub(crate) struct Times {
    zone: TimeZone,
    now: Timestamp,
    /// Before it they were not on the roster.
    since: Timestamp,
    statuses: Vec<(Kind, Stretch)>,
    duty: Vec<Stretch>,
    away: Vec<Stretch>,
}

impl Times {
    /// `spent` is what has ended, in any order; the status and the duty that go on are added.
    pub(crate) fn new(
        staff: &Staff,
        now: Timestamp,
        known_until: Option<Timestamp>,
        spent: &[Spent],
        leaves: &[Leave],
    ) -> Self {
        let zone = staff.zone();
        let open = staff.known.status.zip(staff.known.since);
        let open = open.zip(known_until).map(|((status, from), until)| Spent {
            kind: Kind::of(status),
            from,
            until,
        });
        let duty = staff.on_duty_since.map(|from| Spent {
            kind: Kind::Duty,
            from,
            until: now.min(duty_end(from)),
        });
        let mut all: Vec<_> = spent.iter().copied().chain(open).chain(duty).collect();
        all.sort_by_key(|it| (it.from, it.until));
        let (duty, statuses): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|it| it.kind == Kind::Duty);
        let away = leaves.iter().map(|leave| {
            let until = next_day(leave.last_day);
            (start(leave.first_day, &zone), start(until, &zone))
        });
        let mut away: Vec<_> = away.collect();
        away.sort_unstable();
        Self {
            now,
            since: staff.added_at,
            statuses: apart(statuses.iter().map(|it| (it.kind, stretch(it)))),
            duty: alone(duty.iter().map(stretch)),
            away: alone(away.into_iter()),
            zone,
        }
    }

    /// The last days, today included, the latest first. None from before somebody was on the roster.
    pub(crate) fn days(&self, count: u16) -> Vec<StaffDay> {
        let today = self.now.to_zoned(self.zone.clone()).date();
        let first = self.since.to_zoned(self.zone.clone()).date();
        let mut days = Vec::new();
        let mut date = today;
        for _ in 0..count {
            if date < first {
                break;
            }
            let bounds = (start(date, &self.zone), start(next_day(date), &self.zone));
            let time = self.within(bounds);
            days.push(StaffDay { date, time });
            date = date.saturating_sub(1.day());
        }
        days
    }

    /// What a stretch was spent with, as far as it is over and they were on the roster.
    fn within(&self, (from, until): Stretch) -> StaffTime {
        let from = from.max(self.since.as_millisecond());
        let until = until.min(self.now.as_millisecond());
        let whole = (from, until.max(from));
        let of = |kind| {
            let stretches = self.statuses.iter().filter(|(it, _)| *it == kind);
            seconds(stretches.map(|(_, stretch)| overlap(*stretch, whole)))
        };
        let [online, idle, dnd, offline] =
            [Kind::Online, Kind::Idle, Kind::Dnd, Kind::Offline].map(of);
        let all = seconds([whole.1 - whole.0]);
        let each = |stretches: &[Stretch]| {
            seconds(stretches.iter().map(|stretch| overlap(*stretch, whole)))
        };
        StaffTime {
            online_seconds: online,
            idle_seconds: idle,
            dnd_seconds: dnd,
            offline_seconds: offline,
            // Each is rounded down, so that what is left over is never negative.
            unknown_seconds: all.saturating_sub(online + idle + dnd + offline),
            duty_seconds: each(&self.duty),
            away_seconds: each(&self.away),
        }
    }
}

/// Days put together by the weeks they are in, the latest first.
pub(crate) fn weeks(days: &[StaffDay]) -> Vec<StaffWeek> {
    let mut weeks = BTreeMap::<Date, StaffTime>::new();
    for day in days {
        let time = weeks.entry(monday(day.date)).or_default();
        *time = plus(time, &day.time);
    }
    let latest_first = weeks.into_iter().rev();
    latest_first
        .map(|(monday, time)| StaffWeek { monday, time })
        .collect()
}

/// All days together.
pub(crate) fn total(days: &[StaffDay]) -> StaffTime {
    let nothing = StaffTime::default();
    days.iter().fold(nothing, |sum, day| plus(&sum, &day.time))
}

fn plus(a: &StaffTime, b: &StaffTime) -> StaffTime {
    StaffTime {
        online_seconds: a.online_seconds + b.online_seconds,
        idle_seconds: a.idle_seconds + b.idle_seconds,
        dnd_seconds: a.dnd_seconds + b.dnd_seconds,
        offline_seconds: a.offline_seconds + b.offline_seconds,
        unknown_seconds: a.unknown_seconds + b.unknown_seconds,
        duty_seconds: a.duty_seconds + b.duty_seconds,
        away_seconds: a.away_seconds + b.away_seconds,
    }
}

/// The Monday of a day's week.
pub(crate) fn monday(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().since(Weekday::Monday)).days())
}

fn next_day(date: Date) -> Date {
    date.saturating_add(1.day())
}

/// When a day begins. Where the clocks skip midnight it begins after it.
fn start(date: Date, zone: &TimeZone) -> i64 {
    let start = zone.to_ambiguous_zoned(date.at(0, 0, 0, 0)).compatible();
    // Beyond the calendar there is nothing to count.
    start.map_or(i64::MAX, |it| it.timestamp().as_millisecond())
}

fn stretch(spent: &Spent) -> Stretch {
    (spent.from.as_millisecond(), spent.until.as_millisecond())
}

/// Each without what an earlier one covers, so that time is counted once. They come by their beginnings;
/// they overlap only where a clock went back in between.
fn apart(stretches: impl Iterator<Item = (Kind, Stretch)>) -> Vec<(Kind, Stretch)> {
    let mut covered = i64::MIN;
    let mut apart = Vec::new();
    for (kind, (from, until)) in stretches {
        let from = from.max(covered);
        if from < until {
            apart.push((kind, (from, until)));
            covered = until;
        }
    }
    apart
}

fn alone(stretches: impl Iterator<Item = Stretch>) -> Vec<Stretch> {
    let kind = Kind::Duty;
    let apart = apart(stretches.map(|stretch| (kind, stretch)));
    apart.into_iter().map(|(_, stretch)| stretch).collect()
}

fn overlap(a: Stretch, b: Stretch) -> i64 {
    (a.1.min(b.1) - a.0.max(b.0)).max(0)
}

fn seconds(milliseconds: impl IntoIterator<Item = i64>) -> u64 {
    let sum: i64 = milliseconds.into_iter().sum();
    u64::try_from(sum / 1000).unwrap_or(0)
}
