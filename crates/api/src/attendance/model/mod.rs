//! Sessions, settings, and their rules.

pub(crate) mod audited;
#[cfg(test)]
mod bounds;
pub(crate) mod codes;
pub(crate) mod settings;

use crate::guilds::GuildError;
use crate::operation::{Failure, fails};
use crate::seasons::SeasonError;
use codes::{ALPHABET, Rotation, Verdict};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::attendance::{AttendanceCode, AttendanceStatus, UpdateAttendanceSession};
use paddock_api_types::{
    AttendanceSessionId, ChannelId, GuildId, MessageId, RoleId, SessionMinutes, UserId,
};

/// Wrong codes that a member may type in a minute before they are asked to pause.
pub(crate) const MAX_WRONG: u32 = 5;
/// Codes that are looked at in a minute at all, since the last right one: a right one among them ends a
/// pause, and so many are too few to find one by guessing.
pub(crate) const MAX_JUDGED: u32 = 20;

/// Why an operation on attendance was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AttendanceError {
    /// No such session in this guild.
    #[error("there is no such attendance session")]
    NotFound,
    /// A channel has one open session at a time.
    #[error("attendance is being taken in this channel already, in session {session}")]
    AlreadyOpen {
        /// The one that is open.
        session: AttendanceSessionId,
    },
    /// No channel is given or set.
    #[error("name a channel, or set the guild's attendance channel")]
    ChannelNotSet,
    /// Nothing is open.
    #[error("nobody takes attendance just now")]
    NoneOpen,
    /// It is open elsewhere.
    #[error("attendance is taken in channel {channel}")]
    WrongChannel {
        /// The channel to check in.
        channel: ChannelId,
    },
    /// The session is closed.
    #[error("the attendance session is closed")]
    Closed,
    /// The code is wrong.
    #[error("that is not the code")]
    WrongCode {
        /// Attempts left in this minute.
        left: u32,
    },
    /// It cannot be a code.
    #[error("expected {length} of {}, as they are shown", ALPHABET)]
    NoCode {
        /// Characters of the session's codes.
        length: u8,
    },
    /// The code was right a while ago.
    #[error("that was the code before")]
    CodeExpired,
    /// Too many wrong codes.
    #[error("too many wrong codes; wait until {until}")]
    Paused {
        /// When the next may be tried.
        until: Timestamp,
    },
    /// The member is not in the session's voice channel.
    #[error("only those who are in voice channel {channel} are counted")]
    NotInVoice {
        /// The voice channel.
        channel: ChannelId,
    },
    /// It is not known in which voice channel the member is.
    #[error("only those who are in a voice channel are counted, and it is not known where you are")]
    VoiceUnknown,
    /// Nothing is recorded of that member.
    #[error("nothing is recorded of that member in this session")]
    RecordNotFound,
    /// Only admins see others.
    #[error("only admins see the attendance of others")]
    AdminsOnly,
    /// Not a channel of the guild.
    #[error(transparent)]
    Channel(GuildError),
    /// A season refused.
    #[error(transparent)]
    Season(SeasonError),
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(AttendanceError);

impl From<GuildError> for AttendanceError {
    fn from(error: GuildError) -> Self {
        match error {
            GuildError::Failure(failure) => Self::Failure(failure),
            refused => Self::Channel(refused),
        }
    }
}

impl From<SeasonError> for AttendanceError {
    fn from(error: SeasonError) -> Self {
        match error {
            // A failure that a retry may resolve must stay recognisable as one.
            SeasonError::Failure(failure) => Self::Failure(failure),
            refused => Self::Season(refused),
        }
    }
}

/// A session as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) id: AttendanceSessionId,
    pub(crate) guild_id: GuildId,
    pub(crate) title: Option<String>,
    pub(crate) channel_id: ChannelId,
    pub(crate) display_channel_id: ChannelId,
    pub(crate) role_id: Option<RoleId>,
    pub(crate) voice_channel_id: Option<ChannelId>,
    pub(crate) secret: String,
    pub(crate) code_length: u8,
    pub(crate) rotation: Rotation,
    pub(crate) grace_seconds: u16,
    pub(crate) late_after_minutes: Option<u16>,
    pub(crate) opened_by: UserId,
    pub(crate) opened_at: Timestamp,
    pub(crate) closes_at: Option<Timestamp>,
    pub(crate) closed_at: Option<Timestamp>,
    pub(crate) closed_by: Option<UserId>,
    pub(crate) display_message_id: Option<MessageId>,
    /// Its message has said how it ended, and only follows what changes afterwards.
    pub(crate) end_shown: bool,
    /// Grows with every change, so that none is overwritten unseen.
    pub(crate) version: i64,
}

impl Session {
    /// Whether members can check in at this moment.
    pub(crate) fn is_open(&self, at: Timestamp) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|end| at < end)
    }

    /// The status of a check-in at this moment.
    pub(crate) fn status_at(&self, at: Timestamp) -> AttendanceStatus {
        let late = self.late_after_minutes.is_some_and(|minutes| {
            at >= self.opened_at + SignedDuration::from_mins(i64::from(minutes))
        });
        if late {
            AttendanceStatus::Late
        } else {
            AttendanceStatus::Present
        }
    }

    /// Codes from this moment on, without a gap, for at least `span` milliseconds.
    pub(crate) fn codes(&self, at: Timestamp, span: i64) -> Vec<AttendanceCode> {
        self.rotation
            .codes(&self.secret, self.code_length, at, span)
    }

    /// Judges a code that was typed at this moment.
    pub(crate) fn judge(&self, typed: &str, at: Timestamp) -> Verdict {
        let grace = i64::from(self.grace_seconds) * 1000;
        self.rotation
            .judge(&self.secret, self.code_length, typed, at, grace)
    }

    /// Validates and applies a change.
    pub(crate) fn apply(&self, update: &UpdateAttendanceSession, at: Timestamp) -> Self {
        let mut new = self.clone();
        if let Some(title) = &update.title {
            new.title = title.clone().map(Into::into);
        }
        if let Some(seconds) = update.code_interval_seconds {
            new.rotation = self.rotation.changed(at, seconds.get());
        }
        if let Some(minutes) = update.duration_minutes {
            new.closes_at = closes_at(minutes, at);
        }
        if let Some(channel) = update.voice_channel_id {
            new.voice_channel_id = channel;
        }
        new
    }
}

/// When a session of this duration closes.
pub(crate) fn closes_at(minutes: Option<SessionMinutes>, at: Timestamp) -> Option<Timestamp> {
    minutes.map(|minutes| at + SignedDuration::from_mins(minutes.into()))
}

/// A time in the precision in which it is stored.
pub(crate) fn stored(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).expect("within what it was")
}

/// The date of a moment in the guild's time zone.
pub(crate) fn date_id(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).date().to_string()
}

/// Percentage attended, of the sessions that count.
pub(crate) fn rate(attended: u32, absent: u32) -> Option<u8> {
    let all = u64::from(attended) + u64::from(absent);
    let percent = (u64::from(attended) * 100 + all / 2).checked_div(all)?;
    u8::try_from(percent).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::zone_named;
    use rstest::rstest;

    #[rstest]
    #[case::winter("2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25")]
    #[case::after_midnight("2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26")]
    #[case::before_the_clocks_go_back("2026-10-24T21:59:59Z", "Europe/Berlin", "2026-10-24")]
    #[case::on_the_long_day("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25")]
    #[case::before_the_short_day("2026-03-28T22:59:59Z", "Europe/Berlin", "2026-03-28")]
    #[case::on_the_short_day("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29")]
    #[case::end_of_the_short_day("2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29")]
    #[case::after_the_short_day("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30")]
    #[case::far_east("2026-11-21T12:00:00Z", "Pacific/Kiritimati", "2026-11-22")]
    #[case::nowhere("2026-11-21T23:59:59Z", "UTC", "2026-11-21")]
    fn days_are_those_of_the_guild(#[case] at: &str, #[case] zone: &str, #[case] day: &str) {
        let zone = zone_named(zone).unwrap();
        assert_eq!(date_id(at.parse().unwrap(), &zone), day);
    }

    #[test]
    fn a_rate_is_of_what_counts() {
        for (attended, absent, percent) in [
            (0, 0, None),
            (1, 0, Some(100)),
            (2, 1, Some(67)),
            (0, 3, Some(0)),
            (u32::MAX, u32::MAX, Some(50)),
        ] {
            assert_eq!(rate(attended, absent), percent);
        }
    }
}
