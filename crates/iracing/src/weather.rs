//! Pauses: what iRacing asks for, what is waited otherwise, and what its headers say of the budget.

use jiff::fmt::rfc2822;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// No pause is longer, whatever a header says.
const LONGEST: Duration = Duration::from_hours(1);

/// What is added to a pause that ends with a window, so that it is over.
const MARGIN: Duration = Duration::from_millis(500);

/// Smaller numbers are seconds from now, larger ones seconds since 1970.
const LARGEST_DELTA: i64 = 1_000_000_000;

/// What the headers of an answer say of the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RateHeaders {
    /// Requests in a window.
    pub(crate) limit: Option<u32>,
    /// Requests left in this one.
    pub(crate) remaining: u32,
    /// How long this one lasts from now on.
    pub(crate) resets_in: Option<Duration>,
}

pub(crate) fn rate(headers: &HeaderMap) -> Option<RateHeaders> {
    let number = |name| text(headers, name)?.trim().parse::<i64>().ok();
    let whole = |name| Some(u32::try_from(number(name)?.max(0)).unwrap_or(u32::MAX));
    Some(RateHeaders {
        limit: whole("x-ratelimit-limit"),
        remaining: whole("x-ratelimit-remaining")?,
        resets_in: reset(headers),
    })
}

/// How long the window lasts. Both times are the server's, so that it does not matter how this
/// machine's clock is set.
fn reset(headers: &HeaderMap) -> Option<Duration> {
    let reset: i64 = text(headers, "x-ratelimit-reset")?.trim().parse().ok()?;
    let seconds = if reset < LARGEST_DELTA {
        reset
    } else {
        reset - date(text(headers, DATE.as_str())?)?
    };
    Some(bounded(seconds) + MARGIN)
}

/// How long an answer asks to wait: `Retry-After`, as seconds or as a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, RETRY_AFTER.as_str())?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(bounded(seconds));
    }
    Some(bounded(date(value)? - date(text(headers, DATE.as_str())?)?))
}

/// How long an answer that allows nothing more asks to wait, which is never zero.
pub(crate) fn until_allowed(headers: &HeaderMap) -> Option<Duration> {
    let asked = retry_after(headers).map(|after| after + MARGIN);
    asked.or_else(|| reset(headers))
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Seconds since 1970 of an HTTP date.
fn date(text: &str) -> Option<i64> {
    Some(rfc2822::parse(text).ok()?.timestamp().as_second())
}

fn bounded(seconds: i64) -> Duration {
    Duration::from_secs(u64::try_from(seconds).unwrap_or(0)).min(LONGEST)
}

/// Pause after this many failures, where nothing else is asked for.
pub(crate) fn back_off(first: Duration, failures: u32) -> Duration {
    let factor = 1_u32
        .checked_shl(failures.saturating_sub(1))
        .unwrap_or(u32::MAX);
    first.saturating_mul(factor).min(LONGEST)
}

/// A pause with up to a quarter more, by chance. It is never shorter than what was asked for.
pub(crate) fn with_jitter(pause: Duration) -> Duration {
    jittered(pause, RandomState::new().hash_one(()))
}

fn jittered(pause: Duration, random: u64) -> Duration {
    let share = u32::try_from(random % 256).unwrap_or(0);
    pause + pause * share / 1024
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::{HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            let value = HeaderValue::from_str(value).unwrap();
            (HeaderName::from_static(name), value)
        });
        pairs.collect()
    }

    const NOW: (&str, &str) = ("date", "Sun, 04 Jan 2026 19:30:00 GMT");

    #[test]
    fn a_window_ends_by_the_servers_own_clock() {
        let rate = rate(&headers(&[
            NOW,
            ("x-ratelimit-limit", "240"),
            ("x-ratelimit-remaining", "17"),
            ("x-ratelimit-reset", "1767555045"),
        ]));
        let expected = RateHeaders {
            limit: Some(240),
            remaining: 17,
            resets_in: Some(Duration::from_millis(45_500)),
        };
        assert_eq!(rate, Some(expected));
    }

    #[test]
    fn missing_and_strange_headers_are_survived() {
        assert_eq!(rate(&headers(&[])), None);
        assert_eq!(rate(&headers(&[("x-ratelimit-remaining", "many")])), None);
        let alone = rate(&headers(&[("x-ratelimit-remaining", "-1")])).unwrap();
        assert_eq!(
            (alone.limit, alone.remaining, alone.resets_in),
            (None, 0, None)
        );
        // Without the server's time, a moment says nothing; one that has passed is now.
        let reset = |pairs: &[_]| until_allowed(&headers(pairs));
        assert_eq!(reset(&[("x-ratelimit-reset", "1767555045")]), None);
        assert_eq!(
            reset(&[NOW, ("x-ratelimit-reset", "1767554000")]),
            Some(MARGIN)
        );
        assert_eq!(
            reset(&[("x-ratelimit-reset", "30")]),
            Some(MARGIN + Duration::from_secs(30))
        );
        let far = [NOW, ("x-ratelimit-reset", "9223372036854775807")];
        assert_eq!(reset(&far), Some(LONGEST + MARGIN));
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let wait = |value| retry_after(&headers(&[NOW, ("retry-after", value)]));
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait("0"), Some(Duration::ZERO));
        assert_eq!(
            wait("Sun, 04 Jan 2026 19:30:20 GMT"),
            Some(Duration::from_secs(20))
        );
        assert_eq!(wait("Sun, 04 Jan 2026 19:29:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("99999999999"), Some(LONGEST));
        assert_eq!(wait("soon"), None);
        let both = [NOW, ("retry-after", "3"), ("x-ratelimit-reset", "50")];
        assert_eq!(
            until_allowed(&headers(&both)),
            Some(MARGIN + Duration::from_secs(3))
        );
    }

    #[test]
    fn pauses_double_within_bounds() {
        let first = Duration::from_millis(500);
        let pauses: Vec<_> = (1..=4).map(|it| back_off(first, it).as_millis()).collect();
        assert_eq!(pauses, [500, 1_000, 2_000, 4_000]);
        assert_eq!(back_off(first, 40), LONGEST);
        assert_eq!(back_off(first, u32::MAX), LONGEST);
    }

    #[test]
    fn chance_only_lengthens_a_pause() {
        let pause = Duration::from_secs(4);
        assert_eq!(jittered(pause, 0), pause);
        let most = jittered(pause, 255);
        assert!(
            most > Duration::from_millis(4_900) && most < Duration::from_secs(5),
            "{most:?}"
        );
        let drawn: std::collections::HashSet<_> = (0..64).map(|_| with_jitter(pause)).collect();
        assert!(drawn.len() > 8, "{drawn:?}");
    }
}
