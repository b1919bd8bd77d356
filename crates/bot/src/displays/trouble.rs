//! What keeps a display from being shown, and when to try again.

use crate::discord::Fault;
use std::time::Duration;
use tokio::time::Instant;

/// Pauses before another try: when Discord fails, and when it refuses. What it refuses counts
/// against the bot, and people have to mend it.
pub(super) const FAILED: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(5));
const REFUSED: (Duration, Duration) = (Duration::from_secs(5), Duration::from_mins(1));
/// Trying again at once would not help.
pub(super) fn is_refusal(fault: &Fault) -> bool {
    match fault {
        Fault::Refused { .. } | Fault::Unauthorized | Fault::Invalid(_) => true,
        Fault::RateLimited | Fault::Unreachable(_) => false,
    }
}

/// What keeps the display from being shown, and when to try again.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    fault: Option<Fault>,
    pause: Duration,
    until: Option<Instant>,
}

impl Trouble {
    /// Until when nothing is to be tried.
    pub(super) fn until(&self) -> Option<Instant> {
        self.until.filter(|until| Instant::now() < *until)
    }

    /// Logs what is new; gives the moment of the next try.
    pub(super) fn note(&mut self, fault: Fault) -> Instant {
        let (least, most) = if is_refusal(&fault) { REFUSED } else { FAILED };
        self.pause = (self.pause * 2).clamp(least, most);
        if self.fault.as_ref() != Some(&fault) {
            tracing::warn!(%fault, "a code cannot be shown");
        }
        self.fault = Some(fault);
        let until = Instant::now() + self.pause;
        self.until = Some(until);
        until
    }

    pub(super) fn is_over(&mut self) {
        if self.fault.is_some() {
            tracing::info!("a code can be shown again");
        }
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: u64) -> Fault {
        Fault::Refused {
            status: 403,
            code,
            message: String::new(),
        }
    }

    fn pauses(fault: &Fault) -> Vec<u64> {
        let mut trouble = Trouble::default();
        let mut pause = || {
            trouble.note(fault.clone());
            trouble.pause.as_secs()
        };
        (0..6).map(|_| pause()).collect()
    }

    #[test]
    fn a_refusal_is_tried_again_ever_more_rarely() {
        assert_eq!(pauses(&refused(50013)), [5, 10, 20, 40, 60, 60]);
    }

    #[test]
    fn an_outage_is_tried_again_soon() {
        assert_eq!(pauses(&Fault::RateLimited), [1, 2, 4, 5, 5, 5]);
    }

    #[test]
    fn what_works_again_waits_for_nothing() {
        let mut trouble = Trouble::default();
        trouble.note(refused(10003));
        assert!(trouble.until().is_some());
        trouble.is_over();
        assert!(trouble.until().is_none());
        assert_eq!(trouble.pause, Duration::ZERO);
    }
}
