//! What a display shows at which moment: rules, without Discord and without a clock.

use crate::{answer::Reply, clock, ids::ToDiscord as _, replies::attendance_display as texts};
use paddock_api_types::{
    AttendanceSessionId, MessageId, Timestamp,
    attendance::{AttendanceCode, AttendanceDisplay},
};
use std::time::Duration;
use tokio::time::Instant;

/// Discord limits edits of a message once it is an hour old, so that it is replaced before. No code
/// lasts longer than the ten minutes that are left until then.
const MAX_MESSAGE_AGE: Duration = Duration::from_mins(50);
/// By how much two answers of the API may differ about the current time.
const CLOCK_JITTER: Duration = Duration::from_secs(2);

/// The latest that the API said about one display.
#[derive(Debug, Clone)]
pub(super) struct DisplayUpdate {
    pub(super) clock: ApiClock,
    pub(super) display: AttendanceDisplay,
    /// The API no longer lists it: the session was deleted, or another bot has shown its end.
    pub(super) is_gone: bool,
}

/// The API's time, by which codes begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct ApiClock {
    at: Timestamp,
    read: Instant,
}

impl ApiClock {
    /// The API said that it is `at`, between these two moments.
    pub(super) fn new(at: Timestamp, asked: Instant, answered: Instant) -> Self {
        Self {
            at,
            read: asked + (answered - asked) / 2,
        }
    }

    /// The API's time at a moment of ours.
    pub(super) fn time(self, moment: Instant) -> Timestamp {
        let after = moment.saturating_duration_since(self.read);
        let before = self.read.saturating_duration_since(moment);
        let time = self.at.checked_add(after);
        time.and_then(|time| time.checked_sub(before))
            .unwrap_or(Timestamp::MAX)
    }

    /// Our moment at a time of the API.
    pub(super) fn moment(self, time: Timestamp) -> Instant {
        let distance = time.duration_since(self.at);
        let by = distance.unsigned_abs();
        if distance.is_negative() {
            self.read.checked_sub(by).unwrap_or(self.read)
        } else {
            self.read + by
        }
    }
}

/// The time to go by, so that a code that was replaced does not come back: the later of two answers
/// may name an earlier time, depending on how long each was on its way.
pub(super) fn tolerate_jitter(now: Timestamp, code_started_at: Timestamp) -> Timestamp {
    let ahead = Duration::try_from(code_started_at.duration_since(now));
    if ahead.is_ok_and(|ahead| ahead <= CLOCK_JITTER) {
        code_started_at
    } else {
        now
    }
}

/// What a display shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DisplayState<'a> {
    /// The current code.
    Code(&'a AttendanceCode),
    /// That the current code is not known.
    NoCode,
    /// That check-in is over; the API has not said yet how it ended.
    Over,
    /// How check-in ended.
    Ended,
}

impl<'a> DisplayState<'a> {
    /// The state of a display at a time.
    pub(super) fn at(display: &'a AttendanceDisplay, now: Timestamp) -> Self {
        let session = &display.session;
        if display.codes.is_empty() || session.closed_at.is_some() {
            return Self::Ended;
        }
        if session.closes_at.is_some_and(|end| end <= now) {
            return Self::Over;
        }
        // The first one was current for the API, so it has begun whatever our clock says.
        let current = display.codes.iter().find(|code| now < code.ends_at);
        current.map_or(Self::NoCode, Self::Code)
    }

    /// When it has to be replaced; `None` for what only a new update changes.
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

/// Whether a message has to be replaced instead of edited.
pub(super) fn is_old(message: MessageId, now: Timestamp) -> bool {
    let made = clock::made_at(message.discord());
    let age = Duration::try_from(now.duration_since(made));
    age.is_ok_and(|age| age >= MAX_MESSAGE_AGE)
}

/// The nonce by which Discord recognises a repeated post, also one by the next run of the bot: it
/// follows from the message that the post replaces, which the API stores.
pub(super) fn nonce(session: AttendanceSessionId, replaces: Option<MessageId>) -> String {
    match replaces {
        Some(message) => format!("again-{message}"),
        None => format!("code-{session}"),
    }
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
            version: 0,
            is_correction: false,
            codes: vec![
                code("K7P4", "12:00:00", "12:00:15"),
                code("M3XW", "12:00:15", "12:00:30"),
            ],
        }
    }

    /// The code that is shown, or what is shown instead.
    fn shown(display: &AttendanceDisplay, time: &str) -> String {
        match DisplayState::at(display, at(time)) {
            DisplayState::Code(code) => code.code.clone(),
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
            let state = DisplayState::at(display, at(time));
            state.until(display)
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
        assert_eq!(tolerate_jitter(at("12:00:14.900"), begun), begun);
        assert_eq!(
            tolerate_jitter(at("12:00:15.100"), begun),
            at("12:00:15.100")
        );
        // The API's clock was put right.
        assert_eq!(tolerate_jitter(at("12:00:05"), begun), at("12:00:05"));
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
