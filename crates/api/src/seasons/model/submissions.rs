//! What may be submitted, and by whom it may be changed.

use super::SeasonError;
use jiff::Timestamp;
use paddock_api_types::ItemId;
use paddock_api_types::seasons::SeasonItem;
use paddock_api_types::submissions::{Submission, SubmissionState};
use std::time::Duration;
use url::Url;

/// Far above any plausible quantity.
const MAX_QUANTITY: u32 = 10_000;
/// Submissions of one member that may wait for a review, in all seasons of the guild together.
pub(super) const MAX_WAITING: i64 = 50;
/// Submissions that one member may hand in for a review in [`LIMITED_FOR`], those that they took back
/// included: each is shown to the admins.
pub(super) const MAX_HANDED_IN: i64 = 100;
/// The time in which those are counted.
pub(crate) const LIMITED_FOR: Duration = Duration::from_hours(24);

/// Only addresses that a reviewer can open without fear of what the client makes of them.
pub(crate) fn check_proof(value: &str) -> Result<String, SeasonError> {
    let (field, expected) = ("proof_url", "an https address of up to 1000 characters");
    let invalid = || SeasonError::Invalid { field, expected };
    let url = Url::parse(value.trim()).map_err(|_| invalid())?;
    let plain = url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
    let written = url.to_string();
    if !plain || url.host().is_none() || written.chars().count() > 1000 {
        return Err(invalid());
    }
    Ok(written)
}

/// Whether a change asks for more than before: another item, or a greater quantity.
pub(crate) fn asks_for_more(before: &Submission, item: ItemId, quantity: u32) -> bool {
    item != before.item_id || quantity > before.quantity
}

/// Enforces the limit per submission.
pub(crate) fn check_limit(item: &SeasonItem, quantity: u32) -> Result<(), SeasonError> {
    let limit = item.max_quantity.unwrap_or(MAX_QUANTITY);
    if quantity > limit {
        return Err(SeasonError::QuantityExceeded { limit });
    }
    Ok(())
}

/// Enforces the limit of a day that lasts until this moment.
pub(crate) fn check_daily_limit(
    limit: u32,
    used: i64,
    quantity: u32,
    until: Timestamp,
) -> Result<(), SeasonError> {
    let left = u32::try_from((i64::from(limit) - used).max(0)).unwrap_or(limit);
    if quantity > left {
        return Err(SeasonError::DailyLimit { limit, left, until });
    }
    Ok(())
}

/// What a submission is worth.
pub(crate) fn worth(quantity: u32, points_each: u32) -> i64 {
    i64::from(quantity) * i64::from(points_each)
}

/// What a submission adds to the member's points as it stands.
pub(crate) fn counted(submission: &Submission) -> i64 {
    if submission.state == SubmissionState::Approved {
        submission.points
    } else {
        0
    }
}

/// May be handed in for a review, where so many of the member wait already, and so many were handed in
/// lately, counted with when the first of those was.
pub(crate) fn check_review(
    waiting: i64,
    (lately, first): (i64, Option<Timestamp>),
) -> Result<(), SeasonError> {
    if waiting >= MAX_WAITING {
        return Err(SeasonError::TooManyWaiting { limit: MAX_WAITING });
    }
    match first {
        Some(first) if lately >= MAX_HANDED_IN => Err(SeasonError::TooOften {
            limit: MAX_HANDED_IN,
            until: first + LIMITED_FOR,
        }),
        _ => Ok(()),
    }
}

/// Still waits for an admin.
pub(crate) fn must_be_pending(submission: &Submission) -> Result<(), SeasonError> {
    match submission.state {
        SubmissionState::Pending => Ok(()),
        _ => Err(decided(submission)),
    }
}

/// Is what the caller saw, where they say what that was.
pub(crate) fn must_be_as_seen(
    submission: &Submission,
    seen: Option<Timestamp>,
) -> Result<(), SeasonError> {
    let updated_at = submission.updated_at;
    match seen {
        // As finely as it is stored.
        Some(seen) if seen.as_millisecond() != updated_at.as_millisecond() => {
            Err(SeasonError::SubmissionChanged { updated_at })
        }
        _ => Ok(()),
    }
}

/// May still be changed: by its owner while it waits, by an admin also once it counts.
pub(crate) fn must_be_changeable(submission: &Submission, admin: bool) -> Result<(), SeasonError> {
    match submission.state {
        SubmissionState::Pending => Ok(()),
        SubmissionState::Approved if admin => Ok(()),
        _ => Err(decided(submission)),
    }
}

fn decided(submission: &Submission) -> SeasonError {
    SeasonError::Decided {
        state: submission.state,
        decided_by: submission.decided_by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("https://example.com/a.png", true)]
    #[case::port_and_query("https://example.com:8443/a?b=c#d", true)]
    #[case::http("http://example.com/a.png", false)]
    #[case::script("javascript:alert(1)", false)]
    #[case::data("data:image/png;base64,AAAA", false)]
    #[case::credentials("https://user:secret@example.com/", false)]
    #[case::words("my screenshot", false)]
    fn proofs(#[case] given: &str, #[case] allowed: bool) {
        assert_eq!(check_proof(given).is_ok(), allowed);
    }

    #[test]
    fn an_address_cannot_break_out_of_a_link() {
        let written = check_proof("https://example.com/a\"><b>").unwrap();
        assert_eq!(written, "https://example.com/a%22%3E%3Cb%3E");
    }

    #[rstest]
    #[case::fits(5, 3, 2, None)]
    #[case::one_too_many(5, 3, 3, Some(2))]
    #[case::limit_lowered_below_what_was_used(2, 3, 1, Some(0))]
    fn a_day_has_so_many(
        #[case] limit: u32,
        #[case] used: i64,
        #[case] quantity: u32,
        #[case] refused_with_left: Option<u32>,
    ) {
        let refused = match check_daily_limit(limit, used, quantity, Timestamp::UNIX_EPOCH) {
            Err(SeasonError::DailyLimit { left, .. }) => Some(left),
            _ => None,
        };
        assert_eq!(refused, refused_with_left);
    }
}
