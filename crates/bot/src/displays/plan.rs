//! What a display shows at which moment: rules, without Discord and without a clock.

use crate::{answer::Reply, clock, ids::ToDiscord as _, replies::attendance_display as texts};
use paddock_api_types::{
    AttendanceSessionId, MessageId, Timestamp,
    attendance::{AttendanceCode, AttendanceDisplay},
};
use std::time::Duration;
use tokio::time::Instant;

/// Discord lets a message be edited only a few times once it is an hour old. Before that it is
/// replaced; no code lasts longer than what is left until then.
const OLD: Duration = Duration::from_mins(50);
/// By how much two answers of the API may differ in what time it is.
const JITTER: Duration = Duration::from_secs(2);

/// What time it is for the API, by whose clock codes begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct ApiClock {
    at: Timestamp,
    seen: Instant,
}

impl ApiClock {
    /// The API said that it is `at`, between these two moments.
    pub(super) fn new(at: Timestamp, asked: Instant, answered: Instant) -> Self {
        Self {
            at,
            seen: asked + (answered - asked) / 2,
        }
    }

    /// What time it is then.
    pub(super) fn time(self, moment: Instant) -> Timestamp {
        let since = moment.saturating_duration_since(self.seen);
        let before = self.seen.saturating_duration_since(moment);
        shift(self.at, milliseconds(since) - milliseconds(before))
    }

    /// When it is that time.
    pub(super) fn moment(self, time: Timestamp) -> Instant {
        let distance = time.as_millisecond() - self.at.as_millisecond();
        let by = Duration::from_millis(distance.unsigned_abs());
        if distance < 0 {
            self.seen.checked_sub(by).unwrap_or(self.seen)
        } else {
            self.seen + by
        }
    }
}

/// The time to go by, so that no code comes back that has been replaced: of two answers the later
/// one may tell an earlier time, by as long as they were on their way.
pub(super) fn steady(now: Timestamp, begun: Timestamp) -> Timestamp {
    if now < begun && begun <= shift(now, milliseconds(JITTER)) {
        begun
    } else {
        now
    }
}

/// What there is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face<'a> {
    /// The present code.
    Code(&'a AttendanceCode),
    /// That the present code is not known.
    NoCode,
    /// That the time is up; the API has not said yet how it ended.
    Over,
    /// How it ended.
    Ended,
}

impl<'a> Face<'a> {
    /// Of this moment.
    pub(super) fn of(display: &'a AttendanceDisplay, now: Timestamp) -> Self {
        let session = &display.session;
        if display.codes.is_empty() || session.closed_at.is_some() {
            return Self::Ended;
        }
        if session.closes_at.is_some_and(|end| end <= now) {
            return Self::Over;
        }
        // The first one was the present one for the API, so it has begun whatever we think.
        let present = display.codes.iter().find(|code| now < code.ends_at);
        present.map_or(Self::NoCode, Self::Code)
    }

    /// Until when it can be shown, if not for good.
    pub(super) fn until(self, display: &AttendanceDisplay) -> Option<Timestamp> {
        let Self::Code(code) = self else {
            return None;
        };
        let end = display.session.closes_at.unwrap_or(Timestamp::MAX);
        Some(code.ends_at.min(end))
    }

    /// The message that shows it.
    pub(super) fn reply(self, display: &AttendanceDisplay) -> Reply {
        let session = &display.session;
        match self {
            Self::Code(code) => texts::code(session, code),
            Self::NoCode => texts::no_code(session),
            Self::Over => texts::over(session),
            Self::Ended => texts::ended(session),
        }
    }
}

/// Whether the message has to be replaced instead of edited.
pub(super) fn is_old(message: MessageId, now: Timestamp) -> bool {
    let made = clock::made_at(message.discord().get());
    shift(made, milliseconds(OLD)) <= now
}

/// What a post is called, so that Discord drops a repetition of it, also one by the next run of the
/// bot: whatever it stands in for, which the API knows too, is posted anew once.
pub(super) fn nonce(session: AttendanceSessionId, instead_of: Option<MessageId>) -> String {
    match instead_of {
        Some(message) => format!("again-{message}"),
        None => format!("code-{session}"),
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn shift(time: Timestamp, by: i64) -> Timestamp {
    let shifted = time.as_millisecond().saturating_add(by);
    Timestamp::from_millisecond(shifted).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::attendance_display::tests::session;
    use serde_json::{Value, json};

    fn at(time: &str) -> Timestamp {
        format!("2026-03-01T{time}Z").parse().unwrap()
    }

    /// Two codes, from 12:00:00 and from 12:00:15 on.
    fn display(changes: Value) -> AttendanceDisplay {
        let code = |code: &str, starts_at: &str, ends_at: &str| AttendanceCode {
            code: code.to_owned(),
            starts_at: at(starts_at),
            ends_at: at(ends_at),
        };
        AttendanceDisplay {
            guild_id: "7".parse().unwrap(),
            session: session(changes),
            message_id: None,
            codes: vec![
                code("K7P4", "12:00:00", "12:00:15"),
                code("M3XW", "12:00:15", "12:00:30"),
            ],
        }
    }

    /// The code that is shown, or what is shown instead.
    fn shown(display: &AttendanceDisplay, time: &str) -> String {
        match Face::of(display, at(time)) {
            Face::Code(code) => code.code.clone(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn each_code_is_shown_in_its_time_and_none_after_it() {
        let display = display(json!({}));
        let cases = [
            // We are a little behind the API.
            ("11:59:59.900", "K7P4"),
            ("12:00:00", "K7P4"),
            ("12:00:14.999", "K7P4"),
            ("12:00:15", "M3XW"),
            ("12:00:29.999", "M3XW"),
            ("12:00:30", "NoCode"),
            ("12:10:00", "NoCode"),
        ];
        for (time, expected) in cases {
            assert_eq!(shown(&display, time), expected, "{time}");
        }
    }

    #[test]
    fn a_code_is_shown_until_it_ends_or_the_session_does() {
        let open = display(json!({}));
        let until = |display: &AttendanceDisplay, time| {
            let face = Face::of(display, at(time));
            face.until(display)
        };
        assert_eq!(until(&open, "12:00:01"), Some(at("12:00:15")));
        assert_eq!(until(&open, "12:00:31"), None);
        let timed = display(json!({"closes_at": "2026-03-01T12:00:20Z"}));
        assert_eq!(until(&timed, "12:00:01"), Some(at("12:00:15")));
        assert_eq!(until(&timed, "12:00:16"), Some(at("12:00:20")));
        assert_eq!(shown(&timed, "12:00:19.999"), "M3XW");
        assert_eq!(shown(&timed, "12:00:20"), "Over");
    }

    #[test]
    fn a_session_without_codes_has_ended() {
        let mut no_codes = display(json!({}));
        no_codes.codes.clear();
        assert_eq!(shown(&no_codes, "12:00:01"), "Ended");
        let closed = display(json!({"closed_at": "2026-03-01T12:00:00Z"}));
        assert_eq!(shown(&closed, "12:00:01"), "Ended");
    }

    #[test]
    fn time_is_the_apis() {
        let asked = Instant::now();
        let clock = ApiClock::new(at("12:00:00"), asked, asked + Duration::from_millis(200));
        let later = asked + Duration::from_millis(15_100);
        assert_eq!(clock.time(later), at("12:00:15"));
        assert_eq!(clock.moment(at("12:00:15")), later);
        let earlier = asked + Duration::from_millis(50);
        assert_eq!(clock.time(earlier), at("11:59:59.950"));
        assert_eq!(clock.moment(at("11:59:59.950")), earlier);
    }

    #[test]
    fn no_code_comes_back() {
        let begun = at("12:00:15");
        assert_eq!(steady(at("12:00:14.900"), begun), begun);
        assert_eq!(steady(at("12:00:15.100"), begun), at("12:00:15.100"));
        // The API's clock was put right.
        assert_eq!(steady(at("12:00:05"), begun), at("12:00:05"));
    }

    #[test]
    fn a_message_is_replaced_while_it_can_still_be_edited() {
        // Discord makes ids from the milliseconds since 2015.
        let made = at("12:00:00").as_millisecond() - 1_420_070_400_000;
        let message = MessageId::new(made << 22).unwrap();
        assert!(!is_old(message, at("11:59:00")));
        assert!(!is_old(message, at("12:49:59")));
        assert!(is_old(message, at("12:50:00")));
    }

    #[test]
    fn a_nonce_fits_into_discords_limit() {
        let longest = |id: i64| AttendanceSessionId::new(id).unwrap();
        let first = nonce(longest(i64::MAX), None);
        let next = nonce(longest(1), MessageId::new(i64::MAX));
        assert_eq!(first, "code-9223372036854775807");
        assert_eq!(next, "again-9223372036854775807");
        assert!(first.len() <= 25 && next.len() <= 25);
    }
}
