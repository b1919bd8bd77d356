//! What a report changes.

use super::times::{Kind, Spent};
use super::{Known, Presence, Staff, is_there};
use crate::clock::CLOCKS_DIFFER;
use crate::guilds::Watch;
use jiff::Timestamp;
use paddock_api_types::staff::{PresenceStatus, ReportedPresence};
use std::collections::BTreeMap;
use std::time::Duration;

/// How often it is kept that the bot says what is known.
const CONFIRMED_EVERY: Duration = Duration::from_mins(1);

/// What becomes of a member's row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing.
    Nothing,
    /// It is known again what was known.
    Confirmed(Known),
    /// The roster shows something else.
    Changed {
        known: Known,
        /// The status that ended, where one did.
        ended: Option<Spent>,
    },
}

impl Known {
    /// When what was known in a watch that is over was known no more: with the end of the watch or, where
    /// nobody has that any longer, with the last word of it.
    pub(crate) fn ended_at(&self, ended: &BTreeMap<i64, Timestamp>) -> Option<Timestamp> {
        let end = self.watch.and_then(|watch| ended.get(&watch).copied());
        end.or(self.confirmed_at)
    }
}

/// What a report makes of somebody, in the watch that it is a part of. `before_until` is until when the
/// status was known where that was in another watch.
pub(crate) fn reported(
    staff: &Staff,
    report: &ReportedPresence,
    watch: &Watch,
    now: Timestamp,
    before_until: Option<Timestamp>,
) -> Outcome {
    let known = &staff.known;
    let same_watch = known.watch == Some(watch.id);
    if same_watch && is_late(known, report.observed_at, now) {
        return Outcome::Nothing;
    }
    let presence = Presence {
        platforms: report.platforms,
        activities: report.activities.clone(),
        custom_status: report.custom_status.clone().filter(|it| !it.is_empty()),
    };
    let presence = if staff.hidden {
        presence.without_text()
    } else {
        presence
    };
    let same_status = same_watch && known.status == Some(report.status);
    let next = Known {
        observed_at: Some(report.observed_at),
        confirmed_at: Some(now),
        watch: Some(watch.id),
        ..known.clone()
    };
    if same_status && known.presence.as_ref() == Some(&presence) {
        let due = known.confirmed_at.is_none_or(|at| {
            at > now + CLOCKS_DIFFER || now.duration_since(at).unsigned_abs() >= CONFIRMED_EVERY
        });
        return if due {
            Outcome::Confirmed(next)
        } else {
            Outcome::Nothing
        };
    }
    let next = Known {
        status: Some(report.status),
        presence: Some(presence),
        ..next
    };
    if same_status {
        return Outcome::Changed {
            known: next,
            ended: None,
        };
    }
    // The bot's clock may differ from ours: what it saw it saw before now, and after what it saw before.
    let earliest = if same_watch {
        known.since.unwrap_or(watch.started_at)
    } else {
        watch.started_at
    };
    let at = report.observed_at.max(earliest).min(now);
    let until = if same_watch {
        at
    } else {
        before_until.unwrap_or(at).min(at)
    };
    end(staff, until, at, next)
}

/// What it makes of somebody that they are not in the server, or that the watch has ended.
pub(crate) fn lost(staff: &Staff, until: Timestamp) -> Outcome {
    if staff.known.status.is_none() {
        return Outcome::Nothing;
    }
    let next = Known {
        status: None,
        presence: None,
        watch: None,
        ..staff.known.clone()
    };
    end(staff, until, until, next)
}

/// The status ends at a time, and the next one begins at another, which is not earlier.
fn end(staff: &Staff, until: Timestamp, at: Timestamp, next: Known) -> Outcome {
    let known = &staff.known;
    let ended = known.status.zip(known.since);
    let ended = ended.map(|(status, since)| Spent {
        kind: Kind::of(status),
        from: since,
        // Where the clock went back it ended before it began, and so was not at all.
        until: until.max(since),
    });
    let seen = |status: PresenceStatus| is_there(status).then_some(until);
    let last_seen = known.status.and_then(seen);
    Outcome::Changed {
        known: Known {
            since: Some(at),
            last_seen_at: last_seen.max(known.last_seen_at),
            ..next
        },
        ended: ended.filter(|it| it.until > it.from),
    }
}

/// Whether a report was overtaken by a later one. One that lies ahead was dated by a clock that was wrong.
fn is_late(known: &Known, observed_at: Timestamp, now: Timestamp) -> bool {
    let before = known.observed_at.filter(|at| *at <= now + CLOCKS_DIFFER);
    before.is_some_and(|before| observed_at < before)
}
