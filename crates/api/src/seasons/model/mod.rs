//! Seasons and their rules.

pub(super) mod audited;
#[cfg(test)]
mod bounds;
pub(super) mod csv;
mod error;
pub(super) mod meant;
pub(super) mod places;
pub(super) mod ranks;
pub(super) mod submissions;

pub(crate) use error::SeasonError;

use jiff::{Timestamp, ToSpan};
use paddock_api_types::seasons::{CreateSeason, SeasonStatus, UpdateSeason};
use paddock_api_types::{GuildId, SeasonId, SeasonNumber, seasons as wire};

/// Items of a guild, so that a list of them stays one.
pub(super) const MAX_ITEMS: u32 = 200;
/// Ranks of a season.
pub(super) const MAX_RANKS: u32 = 50;
/// Prizes of a rank.
pub(super) const MAX_PRIZES: u32 = 10;

/// A season as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Season {
    pub(crate) id: SeasonId,
    pub(crate) guild_id: GuildId,
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) starts_at: Timestamp,
    pub(crate) ends_at: Timestamp,
    pub(crate) remove_roles_at_end: bool,
    pub(crate) participants: u32,
    /// When its opening was announced.
    pub(crate) opened_at: Option<Timestamp>,
    pub(crate) closed_at: Option<Timestamp>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    /// Grows with every change of the season and its set-up, so that none is overwritten unseen.
    pub(crate) version: i64,
}

impl Season {
    /// Where it stands at this moment.
    pub(crate) fn status(&self, now: Timestamp) -> SeasonStatus {
        if self.closed_at.is_some() || self.ends_at <= now {
            SeasonStatus::Closed
        } else if self.starts_at <= now {
            SeasonStatus::Open
        } else {
            SeasonStatus::Scheduled
        }
    }

    /// Takes submissions at this moment.
    pub(super) fn must_be_open(&self, now: Timestamp) -> Result<(), SeasonError> {
        match self.status(now) {
            SeasonStatus::Open => Ok(()),
            SeasonStatus::Closed => Err(SeasonError::Closed),
            SeasonStatus::Scheduled => Err(SeasonError::NotOpen {
                starts_at: self.starts_at,
                ends_at: self.ends_at,
            }),
        }
    }

    /// Its set-up may change.
    pub(super) fn must_not_be_closed(&self, now: Timestamp) -> Result<(), SeasonError> {
        match self.status(now) {
            SeasonStatus::Closed => Err(SeasonError::Closed),
            SeasonStatus::Open | SeasonStatus::Scheduled => Ok(()),
        }
    }

    /// The wire type, with the status at this moment.
    pub(crate) fn into_wire(self, now: Timestamp) -> wire::Season {
        wire::Season {
            status: self.status(now),
            id: self.id,
            number: self.number,
            name: self.name,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            remove_roles_at_end: self.remove_roles_at_end,
            participants: self.participants,
            closed_at: self.closed_at,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// Validates a new season.
pub(super) fn check_new(new: CreateSeason, now: Timestamp) -> Result<CreateSeason, SeasonError> {
    let (starts_at, ends_at) = (stored(new.starts_at), stored(new.ends_at));
    check_dates(starts_at, ends_at, now)?;
    Ok(CreateSeason {
        starts_at,
        ends_at,
        ..new
    })
}

/// The season after a change.
pub(super) fn apply(
    season: &Season,
    update: &UpdateSeason,
    now: Timestamp,
) -> Result<Season, SeasonError> {
    season.must_not_be_closed(now)?;
    let mut new = season.clone();
    if let Some(number) = update.number {
        new.number = number.get();
    }
    if let Some(name) = &update.name {
        new.name = name.to_string();
    }
    if let Some(remove) = update.remove_roles_at_end {
        new.remove_roles_at_end = remove;
    }
    if update.starts_at.is_some() || update.ends_at.is_some() {
        new.starts_at = update.starts_at.map_or(season.starts_at, stored);
        new.ends_at = update.ends_at.map_or(season.ends_at, stored);
        check_dates(new.starts_at, new.ends_at, now)?;
        if season.status(now) == SeasonStatus::Open && new.starts_at > now {
            let expected = "a start that is past, for the season is open";
            let field = "starts_at";
            return Err(SeasonError::Invalid { field, expected });
        }
    }
    Ok(new)
}

/// A time in the precision in which it is stored.
fn stored(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).expect("within what it was")
}

/// The number of a season for which none was chosen.
pub(super) fn next_number(number: u32) -> Result<u32, SeasonError> {
    let next = SeasonNumber::new(number).ok_or(SeasonError::Invalid {
        field: "number",
        expected: "a number: those after the highest are used up",
    })?;
    Ok(next.get())
}

fn check_dates(
    starts_at: Timestamp,
    ends_at: Timestamp,
    now: Timestamp,
) -> Result<(), SeasonError> {
    let invalid = |field, expected| Err(SeasonError::Invalid { field, expected });
    let far = (10 * 366 * 24).hours();
    if ends_at <= starts_at {
        return invalid("ends_at", "an end after the start");
    }
    if ends_at <= now {
        return invalid("ends_at", "an end in the future");
    }
    if ends_at > now.saturating_add(far).unwrap_or(Timestamp::MAX) {
        return invalid("ends_at", "an end within ten years");
    }
    if starts_at < now.saturating_sub(far).unwrap_or(Timestamp::MIN) {
        return invalid("starts_at", "a start within ten years");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn at(day: i8) -> Timestamp {
        format!("2026-11-{day:02}T00:00:00Z").parse().unwrap()
    }

    fn season() -> Season {
        Season {
            id: SeasonId::new(1).unwrap(),
            guild_id: GuildId::new(1).unwrap(),
            number: 1,
            name: "Winter".to_owned(),
            starts_at: at(10),
            ends_at: at(20),
            remove_roles_at_end: false,
            participants: 0,
            opened_at: None,
            closed_at: None,
            created_at: at(1),
            updated_at: at(1),
            version: 0,
        }
    }

    #[rstest]
    #[case::before(9, SeasonStatus::Scheduled)]
    #[case::first_instant(10, SeasonStatus::Open)]
    #[case::within(15, SeasonStatus::Open)]
    #[case::the_end_no_longer_counts(20, SeasonStatus::Closed)]
    fn a_season_is_open_from_its_start_until_its_end(
        #[case] day: i8,
        #[case] expected: SeasonStatus,
    ) {
        assert_eq!(season().status(at(day)), expected);
    }

    #[test]
    fn a_season_that_was_closed_early_is_closed() {
        let season = Season {
            closed_at: Some(at(12)),
            ..season()
        };
        assert_eq!(season.status(at(13)), SeasonStatus::Closed);
        assert!(apply(&season, &UpdateSeason::default(), at(13)).is_err());
    }

    #[rstest]
    #[case::end_before_start(Some(19), Some(18), 9, "ends_at")]
    #[case::end_past(None, Some(11), 12, "ends_at")]
    #[case::open_and_then_not(Some(16), None, 15, "starts_at")]
    fn dates_that_cannot_be_are_refused(
        #[case] starts: Option<i8>,
        #[case] ends: Option<i8>,
        #[case] now: i8,
        #[case] named: &str,
    ) {
        let update = UpdateSeason {
            starts_at: starts.map(at),
            ends_at: ends.map(at),
            ..UpdateSeason::default()
        };
        let refused = apply(&season(), &update, at(now)).unwrap_err();
        assert!(matches!(refused, SeasonError::Invalid { field, .. } if field == named));
    }

    #[test]
    fn a_season_that_goes_on_may_end_later() {
        let update = UpdateSeason {
            ends_at: Some(at(25)),
            ..UpdateSeason::default()
        };
        assert_eq!(apply(&season(), &update, at(15)).unwrap().ends_at, at(25));
    }
}
