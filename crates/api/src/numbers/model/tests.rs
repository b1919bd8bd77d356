//! Rules of numbers.

use super::*;
use paddock_api_types::numbers::ReservationKind;
use paddock_api_types::{NumberReservationId, NumberTradeId};
use rstest::rstest;

fn user(id: i64) -> UserId {
    UserId::new(id).unwrap()
}

fn number(text: &str) -> CarNumber {
    CarNumber::new(text).unwrap()
}

fn claim(class: Option<i64>, holder: i64) -> Claim {
    Claim {
        class: ClassKey::of(class.and_then(NumberClassId::new)),
        class_name: None,
        number: number("7"),
        user_id: user(holder),
        display_name: "Ada".to_owned(),
        claimed_at: Timestamp::UNIX_EPOCH,
        release_at: None,
        version: 0,
    }
}

fn driver(text: &str, linked_by: Option<i64>) -> NumberedDriver {
    NumberedDriver {
        number: number(text),
        cust_id: 1,
        user_id: linked_by.map(user),
    }
}

#[rstest]
#[case::no_roster(&[], ClaimState::Pending, false)]
#[case::another_number(&[("07", Some(1))], ClaimState::Pending, false)]
#[case::own(&[("7", Some(1))], ClaimState::Synced, false)]
#[case::a_stranger(&[("7", None)], ClaimState::Clash, true)]
#[case::another_member(&[("7", Some(3))], ClaimState::Clash, true)]
#[case::own_and_doubled(&[("7", None), ("7", Some(1))], ClaimState::Synced, false)]
#[case::the_holder_in_another_class(&[("7", Some(2))], ClaimState::Pending, false)]
#[case::that_holder_and_a_stranger(&[("7", Some(2)), ("7", None)], ClaimState::Clash, true)]
fn a_claim_is_compared_with_the_roster(
    #[case] roster: &[(&str, Option<i64>)],
    #[case] expected: ClaimState,
    #[case] kept: bool,
) {
    let claims = [claim(None, 1), claim(Some(5), 2)];
    let drivers: Vec<_> = roster.iter().map(|(text, by)| driver(text, *by)).collect();
    assert_eq!(state(&claims[0], &claims, &drivers), expected);
    let elsewhere = &claims[1..];
    assert_eq!(
        roster_keeps(&number("7"), user(1), elsewhere, &drivers),
        kept
    );
}

#[test]
fn sort_keys_follow_value_and_digits() {
    let numbers = ["0", "00", "000", "1", "01", "9", "10", "0010", "9999"];
    let keys: Vec<_> = numbers.map(|text| sort_key(&number(text))).to_vec();
    assert!(
        keys.is_sorted() && keys.iter().all(|key| *key > 0),
        "{keys:?}"
    );
    let (first, last) = sort_keys(1, 9);
    let within = |text| (first..=last).contains(&sort_key(&number(text)));
    assert!(within("1") && within("0009") && !within("000") && !within("10"));
}

#[test]
fn a_league_s_numbers_have_three_digits() {
    let mut settings = crate::guilds::service::settings_by_default();
    settings.number_max = 5_000;
    let scope = Scope::new(None, &settings);
    assert!(scope.contains(&number("5000")) && scope.contains(&number("0007")));
    settings.league_id = Some(7);
    let scope = Scope::new(None, &settings);
    assert_eq!(scope.max, 999);
    assert!(scope.contains(&number("007")) && !scope.contains(&number("0007")));
    assert!(!scope.contains(&number("1000")));
}

#[test]
fn a_reservation_covers_its_number_or_its_range_until_it_ends() {
    let mut reservation = NumberReservation {
        id: NumberReservationId::new(1).unwrap(),
        kind: ReservationKind::Admin,
        class_id: None,
        number: None,
        first: 5,
        last: 9,
        user_id: None,
        until: Some(Timestamp::from_second(10).unwrap()),
        note: None,
        created_at: Timestamp::UNIX_EPOCH,
    };
    let at = |second| Timestamp::from_second(second).unwrap();
    assert!(covers(&reservation, &number("07"), at(9)));
    assert!(!covers(&reservation, &number("07"), at(10)));
    assert!(!covers(&reservation, &number("10"), at(9)));
    reservation.number = Some(number("7"));
    assert!(covers(&reservation, &number("7"), at(9)));
    assert!(!covers(&reservation, &number("07"), at(9)));
}

#[test]
fn an_offer_is_decided_once_and_in_time() {
    let mut trade = NumberTrade {
        id: NumberTradeId::new(1).unwrap(),
        class_id: None,
        class_name: None,
        from_user_id: user(1),
        to_user_id: user(2),
        gives: number("7"),
        wants: None,
        state: TradeState::Open,
        created_at: Timestamp::UNIX_EPOCH,
        expires_at: Timestamp::from_second(10).unwrap(),
    };
    let at = |second| Timestamp::from_second(second).unwrap();
    assert!(must_be_open(&trade, at(9)).is_ok());
    let over = must_be_open(&trade, at(10)).unwrap_err();
    assert!(matches!(
        over,
        NumberError::TradeDecided {
            state: TradeState::Expired
        }
    ));
    trade.state = TradeState::Declined;
    assert!(must_be_open(&trade, at(9)).is_err());
}
