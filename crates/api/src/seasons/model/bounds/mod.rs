//! Tests at the edges of the rules: the last value that is allowed, and the first that is not.

mod ranks;
mod submissions;

use super::{Season, SeasonError, apply, check_new, csv, next_number, places};
use crate::testing::{number, text};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::seasons::{CreateSeason, UpdateSeason};
use paddock_api_types::{GuildId, SeasonId};
use rstest::rstest;

/// The longest that a season's dates may be away.
const FAR: SignedDuration = SignedDuration::from_hours(87_840);
const MS: SignedDuration = SignedDuration::from_millis(1);

fn now() -> Timestamp {
    "2026-11-15T00:00:00Z".parse().unwrap()
}

fn new_season() -> CreateSeason {
    CreateSeason {
        number: None,
        name: text("Winter"),
        starts_at: now() - SignedDuration::from_hours(24),
        ends_at: now() + SignedDuration::from_hours(24),
        remove_roles_at_end: false,
        first_item: None,
        first_rank: None,
    }
}

fn season() -> Season {
    let new = new_season();
    Season {
        id: SeasonId::new(1).unwrap(),
        guild_id: GuildId::new(1).unwrap(),
        number: 1,
        name: new.name.into(),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        remove_roles_at_end: false,
        participants: 0,
        opened_at: None,
        closed_at: None,
        created_at: now(),
        updated_at: now(),
        version: 0,
    }
}

/// The field that is refused, if one is.
fn refused<T>(checked: Result<T, SeasonError>) -> Option<&'static str> {
    match checked {
        Ok(_) => None,
        Err(SeasonError::Invalid { field, .. }) => Some(field),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_season_is_open_for_points_between_its_dates_only() {
    let season = season();
    let before = season.starts_at - MS;
    assert!(matches!(
        season.must_be_open(before),
        Err(SeasonError::NotOpen { starts_at, .. }) if starts_at == season.starts_at
    ));
    assert!(season.must_not_be_closed(before).is_ok());
    assert!(season.must_be_open(season.starts_at).is_ok());
    let over = season.ends_at;
    assert!(matches!(
        season.must_be_open(over),
        Err(SeasonError::Closed)
    ));
    assert!(matches!(
        season.must_not_be_closed(over),
        Err(SeasonError::Closed)
    ));
}

#[test]
fn a_new_season_is_as_exact_as_it_is_stored() {
    let exact = SignedDuration::from_nanos(999);
    let given = CreateSeason {
        starts_at: new_season().starts_at + exact,
        ends_at: new_season().ends_at + exact,
        ..new_season()
    };
    assert_eq!(check_new(given, now()).unwrap(), new_season());
}

#[rstest]
#[case::ends_at_its_start(-1, -1, Some("ends_at"))]
#[case::ends_now(-1, 0, Some("ends_at"))]
#[case::ends_next(-1, 1, None)]
fn a_season_ends_after_its_start_and_after_now(
    #[case] starts: i64,
    #[case] ends: i64,
    #[case] field: Option<&str>,
) {
    let given = CreateSeason {
        starts_at: now() + SignedDuration::from_millis(starts),
        ends_at: now() + SignedDuration::from_millis(ends),
        ..new_season()
    };
    assert_eq!(refused(check_new(given, now())), field);
}

#[test]
fn dates_are_within_ten_years() {
    let dates = |starts_at, ends_at| {
        let given = CreateSeason {
            starts_at,
            ends_at,
            ..new_season()
        };
        refused(check_new(given, now()))
    };
    let (first, last) = (now() - FAR, now() + FAR);
    assert_eq!(dates(first, last), None);
    assert_eq!(dates(first - MS, last), Some("starts_at"));
    assert_eq!(dates(first, last + MS), Some("ends_at"));
}

#[test]
fn an_open_season_may_begin_now_at_the_latest() {
    let begins = |starts_at| UpdateSeason {
        starts_at: Some(starts_at),
        ..UpdateSeason::default()
    };
    assert_eq!(refused(apply(&season(), &begins(now()), now())), None);
    let later = refused(apply(&season(), &begins(now() + MS), now()));
    assert_eq!(later, Some("starts_at"));
}

#[test]
fn a_change_of_a_season_changes_what_it_names() {
    let update = UpdateSeason {
        number: Some(number(100_000)),
        name: Some(text(" Spring ")),
        remove_roles_at_end: Some(true),
        ..UpdateSeason::default()
    };
    let expected = Season {
        number: 100_000,
        name: "Spring".to_owned(),
        remove_roles_at_end: true,
        ..season()
    };
    assert_eq!(apply(&season(), &update, now()).unwrap(), expected);
}

#[test]
fn the_next_number_of_a_season_is_one_that_it_may_have() {
    assert_eq!(next_number(100_000).unwrap(), 100_000);
    assert_eq!(refused(next_number(100_001)), Some("number"));
}

#[test]
fn lines_of_a_file_are_counted_with_empty_ones() {
    let file = csv::read("user_id,points\n\n\n5,1\n\n6,2\n").unwrap();
    let lines: Vec<_> = file.rows.iter().map(|row| row.line).collect();
    assert_eq!((lines, file.refused.len()), (vec![4, 6], 0));
    let file = csv::read("user_id,points\nme,1\n").unwrap();
    assert_eq!((file.rows.len(), file.refused[0].line), (0, 2));
}

#[test]
fn a_file_has_at_most_two_thousand_rows() {
    let rows = |count: i64| {
        let rows = (1..=count).map(|user| format!("{user},1\n"));
        csv::read(&format!("user_id,points\n{}", rows.collect::<String>()))
    };
    assert_eq!(rows(2000).unwrap().rows.len(), 2000);
    assert!(rows(2001).is_err());
}

#[rstest]
#[case(0, false)]
#[case(1, true)]
#[case(-1_000_000, true)]
#[case(1_000_001, false)]
fn points_of_an_imported_row(#[case] points: i64, #[case] allowed: bool) {
    let file = csv::read(&format!("user_id,points\n1,{points}\n")).unwrap();
    assert_eq!(!file.rows.is_empty(), allowed);
}

#[test]
fn places_go_on_from_a_page_before() {
    assert_eq!(places::places(&[5], 3, 4), [3]);
    assert_eq!(places::places(&[5, 4, 4, 4, 3], 3, 9), [3, 9, 9, 9, 12]);
}
