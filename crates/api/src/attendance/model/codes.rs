//! Codes are computed, not stored: an HMAC of the session's secret and of when the code begins. So
//! rotation writes nothing, survives restarts, and is the same on every replica.

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use paddock_api_types::attendance::AttendanceCode;
use sha2::Sha256;

/// What codes are made of: nothing that looks like another character from the back of a hall
/// (0 O, 1 I L, 2 Z, 5 S, 8 B, 9 g), and no vowel, so that none of them reads as a word.
pub(crate) const ALPHABET: &str = "CDFGHJKMNPQRTVWXY3467";
/// Past codes that are still recognised as expired, and not wrong.
const REMEMBERED: usize = 20;

/// When codes change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rotation {
    /// Seconds that a code lasts,
    pub(crate) seconds: u16,
    /// from this moment on, in milliseconds.
    pub(crate) from: i64,
    /// Seconds that a code lasted before, and from which moment on.
    pub(crate) former: Option<(u16, i64)>,
}

/// The judgement on a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is good.
    Good,
    /// It was good a while ago.
    Expired,
    /// It never was.
    Wrong,
    /// It is no code at all: too long, too short, or with a character that no code holds.
    Malformed,
}

impl Rotation {
    /// A rotation from the opening on.
    pub(crate) fn starting(at: Timestamp, seconds: u16) -> Self {
        Self {
            seconds,
            from: at.as_millisecond(),
            former: None,
        }
    }

    /// Changes the interval when the present code ends.
    pub(crate) fn changed(self, at: Timestamp, seconds: u16) -> Self {
        let (_, end) = self.window(at.as_millisecond());
        let (present, from) = match self.former {
            // The last change has not begun, and is replaced.
            Some(former) if at.as_millisecond() < self.from => former,
            _ => (self.seconds, self.from),
        };
        Self {
            seconds,
            from: end,
            former: Some((present, from)),
        }
    }

    /// Start and end of the code of this moment.
    fn window(self, at: i64) -> (i64, i64) {
        let (seconds, from, last) = match self.former {
            Some((seconds, from)) if at < self.from => (seconds, from, self.from),
            _ => (self.seconds, self.from, i64::MAX),
        };
        let length = i64::from(seconds) * 1000;
        // A clock that is a little behind ours is not before the first code.
        let start = from + (at - from).max(0) / length * length;
        (start, (start + length).min(last))
    }

    /// Codes from this moment on, without a gap, for at least `span` milliseconds.
    pub(crate) fn codes(
        self,
        secret: &str,
        length: u8,
        at: Timestamp,
        span: i64,
    ) -> Vec<AttendanceCode> {
        let time = |ms| Timestamp::from_millisecond(ms).unwrap_or(Timestamp::MAX);
        let (mut codes, mut next) = (Vec::new(), at.as_millisecond());
        while next <= at.as_millisecond() + span {
            let (start, end) = self.window(next);
            codes.push(AttendanceCode {
                code: code(secret, start, length),
                starts_at: time(start),
                ends_at: time(end),
            });
            next = end;
        }
        codes
    }

    /// Judges a code that was typed at this moment. `grace` is in milliseconds; it holds in both
    /// directions, because Discord's clock, which says when somebody typed, may be a little behind ours.
    pub(crate) fn judge(
        self,
        secret: &str,
        length: u8,
        typed: &str,
        at: Timestamp,
        grace: i64,
    ) -> Verdict {
        let typed = normalized(typed);
        if typed.len() != usize::from(length) || !typed.chars().all(|it| ALPHABET.contains(it)) {
            return Verdict::Malformed;
        }
        let at = at.as_millisecond();
        let is = |start| typed == code(secret, start, length);
        let (mut start, end) = self.window(at);
        if is(start) || (end - at <= grace && is(end)) {
            return Verdict::Good;
        }
        let first = self.former.map_or(self.from, |(_, from)| from);
        for _ in 0..REMEMBERED {
            if start <= first {
                break;
            }
            let ended = start;
            (start, _) = self.window(start - 1);
            if is(start) {
                return if at - ended < grace {
                    Verdict::Good
                } else {
                    Verdict::Expired
                };
            }
        }
        Verdict::Wrong
    }
}

/// The code that begins at this moment.
fn code(secret: &str, start: i64, length: u8) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(&start.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    // 8 digits of 21 are 36 bits of 64, so that the bias of the modulo is negligible.
    let mut number = u64::from_be_bytes(digest[..8].try_into().expect("eight bytes"));
    let base = ALPHABET.len() as u64;
    let digit = |_| {
        let digit = usize::try_from(number % base).expect("less than 21");
        number /= base;
        char::from(ALPHABET.as_bytes()[digit])
    };
    (0..length).map(digit).collect()
}

/// A typed code in upper case, without spaces and dashes.
fn normalized(typed: &str) -> String {
    let typed = typed.chars().filter(|it| !it.is_whitespace() && *it != '-');
    typed.flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const SECRET: &str = "secret";
    const GRACE: i64 = 2000;

    fn time(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + ms).unwrap()
    }

    fn rotation() -> Rotation {
        Rotation::starting(time(0), 15)
    }

    fn shown(rotation: Rotation, ms: i64) -> String {
        rotation.codes(SECRET, 4, time(ms), 0)[0].code.clone()
    }

    fn judged(rotation: Rotation, code: &str, ms: i64) -> Verdict {
        rotation.judge(SECRET, 4, code, time(ms), GRACE)
    }

    #[test]
    fn a_code_is_good_while_it_is_shown_and_for_the_grace_after() {
        let code = shown(rotation(), 15_000);
        for (ms, verdict) in [
            (12_999, Verdict::Wrong),
            (13_000, Verdict::Good),
            (15_000, Verdict::Good),
            (29_999, Verdict::Good),
            (31_999, Verdict::Good),
            (32_000, Verdict::Expired),
            (329_999, Verdict::Expired),
            (330_000, Verdict::Wrong),
        ] {
            assert_eq!(judged(rotation(), &code, ms), verdict, "after {ms} ms");
        }
    }

    #[test]
    fn a_grace_longer_than_a_code_covers_several() {
        let fast = Rotation::starting(time(0), 5);
        let code = shown(fast, 0);
        let judged = |ms| fast.judge(SECRET, 4, &code, time(ms), 30_000);
        assert_eq!(judged(34_999), Verdict::Good);
        assert_eq!(judged(35_000), Verdict::Expired);
    }

    #[test]
    fn the_first_code_has_none_before_it() {
        let code = shown(rotation(), 0);
        assert_eq!(judged(rotation(), &code, -500), Verdict::Good);
        assert_eq!(judged(rotation(), "XXXX", 0), Verdict::Wrong);
    }

    #[test]
    fn case_spaces_and_dashes_do_not_matter() {
        let code = shown(rotation(), 0).to_lowercase();
        let typed = format!(" {}-{} ", &code[..2], &code[2..]);
        assert_eq!(judged(rotation(), &typed, 0), Verdict::Good);
    }

    #[test]
    fn what_cannot_be_a_code_is_no_wrong_one() {
        for typed in ["", " - ", "XXX", "XXXXX", "XXX0", "XXXO", "XXXÄ", "/here"] {
            assert_eq!(judged(rotation(), typed, 0), Verdict::Malformed, "{typed}");
        }
        for typed in ["XXXX", "xx-xx", " x x x x "] {
            assert_eq!(judged(rotation(), typed, 0), Verdict::Wrong, "{typed}");
        }
    }

    #[test]
    fn another_interval_begins_when_the_present_code_ends() {
        let before = shown(rotation(), 20_000);
        let faster = rotation().changed(time(20_000), 5);
        assert_eq!(shown(faster, 20_000), before);
        assert_eq!(shown(faster, 29_999), before);
        let lengths: Vec<_> = faster.codes(SECRET, 4, time(20_000), 12_000);
        let ends: Vec<_> = lengths.iter().map(|it| it.ends_at).collect();
        assert_eq!(ends, [time(30_000), time(35_000)]);
        assert_eq!(judged(faster, &before, 31_000), Verdict::Good);
        assert_eq!(judged(faster, &before, 33_000), Verdict::Expired);
        // Changed again before the first change took effect.
        let slower = faster.changed(time(21_000), 60);
        assert_eq!(shown(slower, 29_999), before);
        assert_eq!(shown(slower, 30_000), shown(slower, 89_999));
        let again = slower.changed(time(31_000), 5);
        assert_eq!(shown(again, 89_999), shown(slower, 30_000));
    }

    #[test]
    fn codes_follow_each_other_without_a_gap() {
        let codes = rotation().codes(SECRET, 6, time(20_000), 120_000);
        assert_eq!(codes.len(), 9);
        assert!(codes.is_sorted_by(|a, b| a.ends_at == b.starts_at));
        assert!(codes.iter().all(|it| it.code.len() == 6));
    }

    #[test]
    fn codes_look_like_chance_and_hold_nothing_ambiguous() {
        let codes: BTreeSet<_> = (0..2000).map(|n| code(SECRET, n * 15_000, 8)).collect();
        assert_eq!(codes.len(), 2000);
        let used: BTreeSet<_> = codes.iter().flat_map(|it| it.chars()).collect();
        assert_eq!(used.len(), ALPHABET.len());
        assert!(used.iter().all(|it| !"0O1IL2Z5S8BAEU9".contains(*it)));
        assert_ne!(code("another", 0, 8), code(SECRET, 0, 8));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_shown_is_good(seconds in 5_u16..=300, ms in 0_i64..10_000_000, changed in 0_i64..10_000_000) {
            let rotation = rotation().changed(time(changed), seconds);
            let code = shown(rotation, ms);
            proptest::prop_assert_eq!(judged(rotation, &code, ms), Verdict::Good);
        }
    }
}
