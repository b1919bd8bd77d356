//! How somebody drives, over all of their races.

use super::{Drive, subsession_id};
use crate::results::model::outcome::outcome;
use jiff::Timestamp;
use paddock_api_types::driving::{DrivenRace, DrivingState, DrivingTotals};

/// Races that the trend of incidents is the mean of.
pub(crate) const TREND: usize = 5;
/// Races that count as the latest ones.
pub(crate) const LATELY: u32 = 10;

/// A race that a driver started.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Race {
    pub(crate) drive: Drive,
    pub(crate) raced_at: Timestamp,
    pub(crate) round_season: Option<i64>,
    pub(crate) round: Option<i64>,
    pub(crate) is_final: bool,
}

impl Race {
    /// By what races are in order, the latest first.
    pub(crate) fn key(&self) -> [i64; 2] {
        let header = &self.drive.header;
        [self.raced_at.as_millisecond(), header.subsession_id]
    }

    /// As it is on the wire.
    pub(crate) fn into_wire(self, incidents_trend: Option<f64>) -> DrivenRace {
        let Drive { header, row, .. } = self.drive;
        DrivenRace {
            subsession_id: subsession_id(header.subsession_id),
            kind: header.kind(),
            session_name: header.session_name,
            series_name: header.series_name,
            league_season_id: self.round_season.or(header.league_season_id),
            league_season_name: header.league_season_name,
            round: self.round,
            track_name: header.track_name,
            track_config: header.track_config,
            raced_at: self.raced_at,
            car: row.car_name,
            position: row.position,
            class_position: row.class_position,
            start_position: row.start_position,
            laps: row.laps,
            laps_led: row.laps_led,
            best_lap: row.best_lap,
            incidents: row.incidents,
            incidents_trend,
            outcome: outcome(row.laps.unwrap_or_default(), row.reason_out_id),
            is_final: self.is_final,
        }
    }
}

/// What a statement says of all races.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    pub(crate) races: u32,
    pub(crate) wins: u32,
    pub(crate) podiums: u32,
    pub(crate) best_finish: Option<i64>,
    /// Sum and number of finish positions.
    pub(crate) finishes: (i64, i64),
    pub(crate) laps: i64,
    pub(crate) laps_led: i64,
    /// Sum and number of incident points; some results have none.
    pub(crate) incidents: (i64, i64),
    /// The same of the latest races, and of as many before those.
    pub(crate) incidents_lately: (i64, i64),
    pub(crate) incidents_before: (i64, i64),
    pub(crate) last_raced_at: Option<Timestamp>,
}

impl Sums {
    /// With rates.
    pub(crate) fn totals(self) -> DrivingTotals {
        DrivingTotals {
            races: self.races,
            wins: self.wins,
            podiums: self.podiums,
            best_finish: self.best_finish,
            average_finish: mean(self.finishes),
            laps: self.laps,
            laps_led: self.laps_led,
            incidents: self.incidents.0,
            incidents_per_race: mean(self.incidents),
            incidents_lately: mean(self.incidents_lately),
            incidents_before: mean(self.incidents_before),
            last_raced_at: self.last_raced_at,
        }
    }
}

/// A mean from sum and number, to two decimals.
pub(crate) fn mean((sum, number): (i64, i64)) -> Option<f64> {
    let hundredths = (sum.saturating_mul(100).saturating_add(number / 2)).checked_div(number)?;
    let hundredths = i32::try_from(hundredths).unwrap_or(i32::MAX);
    Some(f64::from(hundredths) / 100.0)
}

/// The mean of each number and of those after it, which are of earlier races.
pub(crate) fn trend(incidents: &[Option<i64>], race: usize) -> Option<f64> {
    let of = incidents.iter().skip(race).take(TREND).flatten();
    let (sum, number) = of.fold((0, 0), |(sum, number), it| (sum + it, number + 1));
    mean((sum, number))
}

/// What may be shown of a member to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Insight {
    /// Whether the races are shown, of the account with this id.
    pub(crate) account: Result<i64, DrivingState>,
    /// Whether the account is named.
    pub(crate) named: bool,
}

/// What the member themselves, somebody with the consent, or an admin may see. An admin sees which
/// rows are a member's in every result, and no names or ids without consent; so it is here.
pub(crate) fn insight(account: Option<i64>, (own, admin, consent): (bool, bool, bool)) -> Insight {
    let account = match account {
        None => Err(DrivingState::NotLinked),
        Some(_) if !(own || admin || consent) => Err(DrivingState::NoConsent),
        Some(account) => Ok(account),
    };
    Insight {
        account,
        named: own || consent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_has_two_decimals_and_none_of_nothing() {
        for (sum, number, expected) in [
            (0, 0, None),
            (0, 3, Some(0.0)),
            (10, 3, Some(3.33)),
            (20, 3, Some(6.67)),
            (i64::MAX, 1, Some(21_474_836.47)),
        ] {
            assert_eq!(mean((sum, number)), expected, "{sum}/{number}");
        }
    }

    #[test]
    fn a_trend_is_of_five_races_and_passes_over_what_is_not_known() {
        let incidents = [Some(10), Some(0), None, Some(2), Some(4), Some(90)];
        assert_eq!(trend(&incidents, 0), Some(4.0));
        assert_eq!(trend(&incidents, 1), Some(24.0));
        assert_eq!(trend(&incidents, 5), Some(90.0));
        assert_eq!(trend(&incidents, 6), None);
        assert_eq!(trend(&[None], 0), None);
    }

    #[test]
    fn races_are_shown_with_consent_and_the_account_to_no_admin_without() {
        let shown = Insight {
            account: Ok(7),
            named: true,
        };
        assert_eq!(insight(Some(7), (true, false, false)), shown);
        assert_eq!(insight(Some(7), (false, false, true)), shown);
        let admin = insight(Some(7), (false, true, false));
        assert_eq!((admin.account, admin.named), (Ok(7), false));
        let other = insight(Some(7), (false, false, false));
        assert_eq!(other.account, Err(DrivingState::NoConsent));
        for who in [(true, true, true), (false, false, false)] {
            assert_eq!(insight(None, who).account, Err(DrivingState::NotLinked));
        }
    }
}
