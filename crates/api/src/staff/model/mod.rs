//! The roster, and how its members stand.

pub(crate) mod audited;
pub(crate) mod board;
pub(crate) mod csv;
pub(crate) mod reports;
pub(crate) mod settings;
pub(crate) mod times;

use crate::clock::{CLOCKS_DIFFER, span_of_days, zone_named, zone_or_utc};
use crate::guilds::{GuildError, SILENCE, Watch, grants_presences};
use crate::operation::{Failure, fails};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use paddock_api_types::bot::BotIntents;
use paddock_api_types::points::RefusedRow;
use paddock_api_types::staff::{
    MAX_STAFF, Platforms, PresenceActivity, PresenceActivityKind, PresenceStatus, StaffAway,
    StaffMember, StaffStatus, TakeLeave, UnknownBecause,
};
use paddock_api_types::{GuildId, PresenceText, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// The rank of who was given none.
pub(crate) const DEFAULT_RANK: u32 = 100;
/// Whoever forgets to say that they are off duty is so after this time.
const DUTY_LIMIT: Duration = Duration::from_hours(24);

/// How often it is noted that somebody used Paddock.
const INTERACTIONS_EVERY: Duration = Duration::from_mins(1);

/// Why an operation on staff was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StaffError {
    /// Nobody with this id is on the roster.
    #[error("there is nobody of that id on the staff")]
    NotFound,
    /// The member is on the roster already.
    #[error("the member is on the staff already")]
    Exists,
    /// The roster is full.
    #[error("a roster holds at most {MAX_STAFF} members")]
    LimitReached,
    /// Only admins see and change others.
    #[error("only admins do that for others")]
    AdminsOnly,
    /// Who is banned cannot be of the staff.
    #[error("{0} is banned, and so cannot be of the staff")]
    Banned(UserId),
    /// Rows of a file cannot be taken.
    #[error("{} rows cannot be taken", .0.len())]
    ImportRefused(Vec<RefusedRow>),
    /// Not a channel of the guild.
    #[error(transparent)]
    Channel(GuildError),
    /// A value that is not allowed.
    #[error("expected {expected}")]
    Invalid {
        /// Its name.
        field: &'static str,
        /// The values that are allowed.
        expected: &'static str,
    },
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(StaffError);

impl From<GuildError> for StaffError {
    fn from(error: GuildError) -> Self {
        match error {
            GuildError::Failure(failure) => Self::Failure(failure),
            refused => Self::Channel(refused),
        }
    }
}

/// Somebody of the staff as stored, with what was last known of their status.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Staff {
    pub(crate) guild_id: GuildId,
    pub(crate) user_id: UserId,
    pub(crate) display_name: Option<String>,
    /// The name that they chose as a member.
    pub(crate) member_name: Option<String>,
    /// Whether the bot saw them in the server; absent for who never registered.
    pub(crate) in_guild: Option<bool>,
    pub(crate) title: Option<String>,
    pub(crate) rank: u32,
    pub(crate) time_zone: String,
    pub(crate) hidden: bool,
    pub(crate) on_duty_since: Option<Timestamp>,
    pub(crate) added_at: Timestamp,
    /// When they last used Paddock; absent before they did.
    pub(crate) last_interaction_at: Option<Timestamp>,
    pub(crate) known: Known,
    /// The number of the last change that the roster shows.
    pub(crate) seq: i64,
    /// Grows with every change by somebody, so that none is overwritten unseen.
    pub(crate) version: i64,
}

/// What was last known of somebody's status.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Known {
    /// Absent while it is unknown.
    pub(crate) status: Option<PresenceStatus>,
    /// Since when it is so, also since when it is unknown.
    pub(crate) since: Option<Timestamp>,
    /// When the bot saw it, by the bot's clock.
    pub(crate) observed_at: Option<Timestamp>,
    /// When the bot last said the same.
    pub(crate) confirmed_at: Option<Timestamp>,
    /// When they were last known to be there, before the status that goes on.
    pub(crate) last_seen_at: Option<Timestamp>,
    /// In which watch it is known.
    pub(crate) watch: Option<i64>,
    pub(crate) presence: Option<Presence>,
}

/// What Discord shows besides the status.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Presence {
    #[serde(default)]
    pub(crate) platforms: Platforms,
    #[serde(default)]
    pub(crate) activities: Vec<PresenceActivity>,
    #[serde(default)]
    pub(crate) custom_status: Option<PresenceText>,
}

impl Presence {
    /// What is left of it for somebody who hides what they do.
    pub(crate) fn without_text(self) -> Self {
        Self {
            platforms: self.platforms,
            ..Self::default()
        }
    }
}

/// A leave of absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leave {
    pub(crate) user_id: UserId,
    pub(crate) first_day: Date,
    pub(crate) last_day: Date,
    pub(crate) reason: Option<String>,
}

/// How well presences are known just now.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    pub(crate) now: Timestamp,
    /// The watch that goes on.
    pub(crate) watch: Option<Watch>,
    /// When the watches ended that went on before, by their ids: those that somebody's status is of.
    pub(crate) ended: BTreeMap<i64, Timestamp>,
    /// What the bot last said of its intents.
    pub(crate) intents: Option<BotIntents>,
    /// When the bot was last heard of.
    pub(crate) heard_at: Option<Timestamp>,
}

impl Sight {
    /// The watch, as long as it goes on.
    pub(crate) fn live(&self) -> Option<Watch> {
        self.watch.filter(|watch| watch.is_live(self.now))
    }

    /// Whether Discord does not let the bot see presences, as the bot says, which runs.
    pub(crate) fn lacks_intent(&self) -> bool {
        let hears = |at: Timestamp| self.now.duration_since(at).unsigned_abs() <= SILENCE;
        self.heard_at.is_some_and(hears) && self.intents.is_some_and(|it| !grants_presences(it))
    }

    /// Why nobody's status is known.
    fn blindness(&self) -> UnknownBecause {
        if self.lacks_intent() {
            UnknownBecause::IntentMissing
        } else {
            UnknownBecause::BotOffline
        }
    }
}

/// Whether somebody of this status is there.
pub(crate) fn is_there(status: PresenceStatus) -> bool {
    status != PresenceStatus::Offline
}

impl Staff {
    /// The name shown.
    pub(crate) fn name(&self) -> String {
        let chosen = self.display_name.as_ref().or(self.member_name.as_ref());
        chosen.map_or_else(|| self.user_id.to_string(), Clone::clone)
    }

    /// Their time zone.
    pub(crate) fn zone(&self) -> TimeZone {
        zone_or_utc(&self.time_zone)
    }

    /// The status that is known now, or why none is.
    pub(crate) fn status(&self, sight: &Sight) -> Result<PresenceStatus, UnknownBecause> {
        if self.in_guild == Some(false) {
            return Err(UnknownBecause::NotInServer);
        }
        let watch = sight.live().ok_or_else(|| sight.blindness())?;
        let here = self.known.watch == Some(watch.id);
        let status = self.known.status.filter(|_| here);
        status.ok_or(UnknownBecause::NotSeen)
    }

    /// Since when they are on duty, as long as that can be.
    pub(crate) fn on_duty(&self, now: Timestamp) -> Option<Timestamp> {
        self.on_duty_since
            .filter(|since| *since <= now && now < duty_end(*since))
    }

    /// Whether it was noted a moment ago that they used Paddock.
    pub(crate) fn interaction_is_noted(&self, at: Timestamp) -> bool {
        let noted = self.last_interaction_at;
        noted.is_some_and(|it| it + INTERACTIONS_EVERY > at && it <= at + CLOCKS_DIFFER)
    }

    /// As they are now, with the leave that goes on or the next one.
    pub(crate) fn shown(&self, sight: &Sight, leave: Option<&Leave>) -> StaffMember {
        let now = sight.now;
        let status = self.status(sight);
        let presence = self.known.presence.clone().filter(|_| status.is_ok());
        let presence = presence.unwrap_or_default();
        let presence = if self.hidden {
            presence.without_text()
        } else {
            presence
        };
        let (stood, because) = match status {
            Ok(status) => (shown(status), None),
            Err(because) => (StaffStatus::Unknown, Some(because)),
        };
        let today = now.to_zoned(self.zone()).date();
        StaffMember {
            user_id: self.user_id,
            display_name: self.name(),
            title: self.title.clone(),
            rank: self.rank,
            time_zone: self.time_zone.clone(),
            discord_status: stood,
            unknown_because: because,
            discord_activity: presence.activities.first().map(in_words),
            discord_custom_status: presence.custom_status.map(Into::into),
            discord_status_updated: self.since(sight),
            platforms: presence.platforms,
            activities: presence.activities,
            hidden: self.hidden,
            last_seen: self.last_seen(sight),
            last_interaction: self.last_interaction_at,
            on_duty_since: self.on_duty(now),
            is_away: leave.is_some_and(|it| it.first_day <= today),
            away: leave.map(Leave::shown),
        }
    }

    /// Since when the status is as it is now.
    fn since(&self, sight: &Sight) -> Option<Timestamp> {
        let known = &self.known;
        match (self.status(sight), known.status) {
            // Nobody has noted yet that it is unknown.
            (Err(_), Some(_)) => self.known_until(sight),
            _ => known.since,
        }
    }

    /// When they were last known to be there.
    fn last_seen(&self, sight: &Sight) -> Option<Timestamp> {
        let there = self.known.status.is_some_and(is_there);
        let until = there.then(|| self.known_until(sight)).flatten();
        until.max(self.known.last_seen_at)
    }

    /// Until when what stands in the row is known: now, or when its watch gave its last sign of life.
    pub(crate) fn known_until(&self, sight: &Sight) -> Option<Timestamp> {
        let watch = sight.watch.filter(|it| self.known.watch == Some(it.id));
        let until = match watch {
            Some(watch) if watch.is_live(sight.now) => Some(sight.now),
            Some(watch) => Some(watch.alive_at),
            None => self.known.ended_at(&sight.ended),
        };
        until.max(self.known.since).map(|it| it.min(sight.now))
    }
}

/// When a time on duty ends at the latest.
pub(crate) fn duty_end(since: Timestamp) -> Timestamp {
    since + DUTY_LIMIT
}

/// Whoever said that they are on duty before this time is so no longer.
pub(crate) fn overdue_since(now: Timestamp) -> Timestamp {
    now - DUTY_LIMIT
}

/// A status that is known.
pub(crate) fn shown(status: PresenceStatus) -> StaffStatus {
    match status {
        PresenceStatus::Online => StaffStatus::Online,
        PresenceStatus::Idle => StaffStatus::Idle,
        PresenceStatus::Dnd => StaffStatus::Dnd,
        PresenceStatus::Offline => StaffStatus::Offline,
    }
}

/// An activity in a few words.
fn in_words(activity: &PresenceActivity) -> String {
    let name = &activity.name;
    match activity.kind {
        PresenceActivityKind::Playing => format!("Playing {name}"),
        PresenceActivityKind::Streaming => format!("Streaming {name}"),
        PresenceActivityKind::Listening => format!("Listening to {name}"),
        PresenceActivityKind::Watching => format!("Watching {name}"),
        PresenceActivityKind::Competing => format!("Competing in {name}"),
        PresenceActivityKind::Other => name.to_string(),
    }
}

/// The name of a time zone that there is.
pub(crate) fn checked_zone(name: &str) -> Result<String, StaffError> {
    if zone_named(name).is_none() {
        let expected = "the name of a time zone, such as Europe/Berlin";
        let field = "time_zone";
        return Err(StaffError::Invalid { field, expected });
    }
    Ok(name.to_owned())
}

impl Leave {
    fn shown(&self) -> StaffAway {
        StaffAway {
            from: self.first_day,
            until: self.last_day,
            reason: self.reason.clone(),
        }
    }

    /// From when until when it lasts in a time zone; the end is excluded.
    pub(crate) fn time(&self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        span_of_days((self.first_day, self.last_day), zone)
    }

    /// One that somebody takes, on a day of theirs.
    pub(crate) fn taken(user: UserId, take: &TakeLeave, today: Date) -> Result<Self, StaffError> {
        let invalid = |field, expected| StaffError::Invalid { field, expected };
        let first_day = take.from.unwrap_or(today);
        let latest = today.saturating_add(Span::new().years(2));
        let earliest = today.saturating_sub(Span::new().years(1));
        if first_day < earliest || first_day > latest {
            return Err(invalid(
                "from",
                "a day within a year before today, or two after",
            ));
        }
        if take.until < first_day {
            return Err(invalid("until", "the first day, or a later one"));
        }
        if take.until < today || take.until > latest {
            return Err(invalid("until", "today, or a day in the next two years"));
        }
        Ok(Self {
            user_id: user,
            first_day,
            last_day: take.until,
            reason: take.reason.clone().map(Into::into),
        })
    }
}

#[cfg(test)]
mod tests;
