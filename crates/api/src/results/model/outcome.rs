//! How a race ended for somebody.

use super::content::Row;
use paddock_api_types::results::ResultOutcome;

const RUNNING: i64 = 0;
const DISQUALIFIED: i64 = 29;
const DISCONNECTED: i64 = 32;
const SCORING_INVALIDATED: i64 = 34;

/// How a race ended for whoever drove so many laps, and went out for this reason. Nobody at iRacing
/// marks a did-not-start: it is 0 laps without another reason than that they were running or had
/// disconnected. Id and text may contradict each other; the id holds.
pub(crate) fn outcome(laps: i64, reason_out_id: Option<i64>) -> ResultOutcome {
    match reason_out_id.unwrap_or(RUNNING) {
        DISQUALIFIED | SCORING_INVALIDATED => ResultOutcome::Disqualified,
        RUNNING | DISCONNECTED if laps == 0 => ResultOutcome::DidNotStart,
        DISCONNECTED => ResultOutcome::Disconnected,
        RUNNING => ResultOutcome::Finished,
        _ => ResultOutcome::Retired,
    }
}

/// The laps that a row stands for, among all of its session. A team may be said to have driven none
/// while its drivers did.
pub(crate) fn laps_driven(row: &Row, session: &[Row]) -> i64 {
    let own = row.laps.unwrap_or_default();
    if own > 0 || !row.is_team() {
        return own;
    }
    let drivers = session
        .iter()
        .filter(|it| it.team_place == Some(row.place) && it.session_number == row.session_number);
    drivers.filter_map(|driver| driver.laps).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_drove_no_lap_did_not_start_unless_disqualified() {
        use ResultOutcome as O;
        for (laps, reason, expected) in [
            (12, Some(0), O::Finished),
            (12, None, O::Finished),
            (0, Some(0), O::DidNotStart),
            (0, None, O::DidNotStart),
            (0, Some(32), O::DidNotStart),
            (1, Some(32), O::Disconnected),
            (0, Some(29), O::Disqualified),
            (9, Some(29), O::Disqualified),
            (0, Some(34), O::Disqualified),
            (9, Some(34), O::Disqualified),
            (9, Some(5), O::Retired),
        ] {
            assert_eq!(outcome(laps, reason), expected, "{laps} {reason:?}");
        }
    }

    #[test]
    fn a_team_drove_what_its_drivers_drove() {
        let row = |place, team_place, laps| Row {
            place,
            team_place,
            team_id: Some(-5),
            laps: Some(laps),
            ..Row::default()
        };
        let session = [
            row(0, None, 0),
            row(1, Some(0), 3),
            row(2, Some(0), 4),
            row(3, None, 9),
        ];
        assert_eq!(laps_driven(&session[0], &session), 7);
        assert_eq!(laps_driven(&session[1], &session), 3);
        assert_eq!(laps_driven(&session[3], &session), 9);
    }
}
