//! When a display that could not be shown is tried again.

use crate::discord::Fault;
use std::time::Duration;
use tokio::time::Instant;

/// First and longest pause while Discord fails.
const OUTAGE_PAUSES: (Duration, Duration) = (Duration::from_secs(1), LONGEST_OUTAGE_PAUSE);
pub(super) const LONGEST_OUTAGE_PAUSE: Duration = Duration::from_secs(5);
/// First and longest pause while Discord refuses: every refusal counts against the bot, and only
/// people can remove its cause.
const REFUSAL_PAUSES: (Duration, Duration) = (Duration::from_secs(5), Duration::from_mins(1));

/// Whether Discord refused, so that an immediate retry would not help.
pub(super) fn is_refusal(fault: &Fault) -> bool {
    match fault {
        Fault::Refused { .. } | Fault::Unauthorized | Fault::Invalid(_) => true,
        Fault::RateLimited | Fault::Unreachable(_) => false,
    }
}

/// The fault that keeps a display from being shown, and when it is tried again.
#[derive(Debug, Default)]
pub(super) struct RetryState {
    fault: Option<Fault>,
    pause: Duration,
    until: Option<Instant>,
}

impl RetryState {
    /// The moment before which nothing is tried, if it lies ahead.
    pub(super) fn until(&self) -> Option<Instant> {
        self.until.filter(|until| Instant::now() < *until)
    }

    /// Records a fault, logs it if it is a new one, and gives the moment of the next try.
    pub(super) fn failed(&mut self, fault: Fault) -> Instant {
        let (first, longest) = if is_refusal(&fault) {
            REFUSAL_PAUSES
        } else {
            OUTAGE_PAUSES
        };
        self.pause = (self.pause * 2).clamp(first, longest);
        if self.fault.as_ref() != Some(&fault) {
            tracing::warn!(%fault, "a code cannot be shown");
        }
        self.fault = Some(fault);
        let until = Instant::now() + self.pause;
        self.until = Some(until);
        until
    }

    /// Records a success: the next fault is tried again soon.
    pub(super) fn succeeded(&mut self) {
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
        let mut retry = RetryState::default();
        let mut pause = || {
            retry.failed(fault.clone());
            retry.pause.as_secs()
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
        let mut retry = RetryState::default();
        retry.failed(refused(10003));
        assert!(retry.until().is_some());
        retry.succeeded();
        assert!(retry.until().is_none());
        assert_eq!(retry.pause, Duration::ZERO);
    }
}
