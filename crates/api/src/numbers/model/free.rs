//! Which numbers are free: ranges of values, and those nearest to a number.

use super::{Claim, covers, roster_keeps, with_number};
use crate::league::NumberedDriver;
use jiff::Timestamp;
use paddock_api_types::numbers::{NumberRange, NumberReservation};
use paddock_api_types::{CarNumber, UserId};

/// What may keep a number from a member, for values between bounds.
pub(crate) struct Taken {
    pub(crate) first: u16,
    pub(crate) last: u16,
    /// Values that are claimed in this set of numbers, as numbers without leading zeros.
    pub(crate) claimed: Vec<u16>,
    pub(crate) reservations: Vec<NumberReservation>,
    /// In the order of numbers.
    pub(crate) drivers: Vec<NumberedDriver>,
    /// Claims of the drivers' numbers in every class, in the same order.
    pub(crate) claims: Vec<Claim>,
}

/// Whether each value between the bounds is free, as a number without leading zeros.
pub(crate) struct Free {
    first: u16,
    free: Vec<bool>,
}

impl Taken {
    /// What is free for a member, or for somebody who is none.
    pub(crate) fn free_for(&self, user: Option<UserId>, at: Timestamp) -> Free {
        let length = usize::from(self.last.saturating_sub(self.first)) + 1;
        let mut free = Free {
            first: self.first,
            free: vec![true; length],
        };
        for value in &self.claimed {
            free.take_range(*value, *value);
        }
        for reservation in self.others_reservations(user) {
            match &reservation.number {
                Some(number) if covers(reservation, number, at) => free.take(number),
                None if reservation.until.is_none_or(|until| at < until) => {
                    free.take_range(reservation.first, reservation.last);
                }
                _ => {}
            }
        }
        for drivers in self.drivers.chunk_by(|it, next| it.number == next.number) {
            let number = &drivers[0].number;
            let claims = with_number(&self.claims, number, |it| &it.number);
            if user.is_none_or(|user| roster_keeps(number, user, claims, drivers)) {
                free.take(number);
            }
        }
        free
    }

    fn others_reservations(
        &self,
        user: Option<UserId>,
    ) -> impl Iterator<Item = &NumberReservation> {
        let is_own = move |it: &&NumberReservation| it.user_id.is_none() || it.user_id != user;
        self.reservations.iter().filter(is_own)
    }
}

impl Free {
    fn take(&mut self, number: &CarNumber) {
        let is_plain = *number == CarNumber::plain(number.value());
        if is_plain {
            self.take_range(number.value(), number.value());
        }
    }

    fn take_range(&mut self, first: u16, last: u16) {
        for value in first.max(self.first)..=last {
            match self.free.get_mut(usize::from(value - self.first)) {
                Some(free) => *free = false,
                None => break,
            }
        }
    }

    fn values(&self) -> impl Iterator<Item = u16> {
        let values = (self.first..=u16::MAX).zip(&self.free);
        values.filter_map(|(value, free)| free.then_some(value))
    }

    /// As ranges, lowest first.
    pub(crate) fn ranges(&self) -> Vec<NumberRange> {
        let mut ranges: Vec<NumberRange> = Vec::new();
        for value in self.values() {
            match ranges.last_mut() {
                Some(range) if range.last + 1 == value => range.last = value,
                _ => ranges.push(NumberRange {
                    first: value,
                    last: value,
                }),
            }
        }
        ranges
    }

    /// Those nearest to a value, lower ones first among equally near.
    pub(crate) fn nearest(&self, to: u16, count: usize) -> Vec<CarNumber> {
        let mut values: Vec<_> = self.values().collect();
        values.sort_by_key(|value| (value.abs_diff(to), *value));
        values
            .into_iter()
            .take(count)
            .map(CarNumber::plain)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::model::ClassKey;
    use paddock_api_types::numbers::ReservationKind;
    use paddock_api_types::{NumberClassId, NumberReservationId};

    fn user(id: i64) -> UserId {
        UserId::new(id).unwrap()
    }

    fn number(text: &str) -> CarNumber {
        CarNumber::new(text).unwrap()
    }

    fn claim(text: &str, holder: i64) -> Claim {
        Claim {
            class: ClassKey::of(None),
            class_name: None,
            number: number(text),
            user_id: user(holder),
            display_name: "Ada".to_owned(),
            claimed_at: Timestamp::UNIX_EPOCH,
            release_at: None,
            version: 0,
        }
    }

    fn reservation(
        first: u16,
        last: u16,
        of: Option<i64>,
        until: Option<i64>,
    ) -> NumberReservation {
        NumberReservation {
            id: NumberReservationId::new(1).unwrap(),
            kind: ReservationKind::Admin,
            class_id: None,
            number: None,
            first,
            last,
            user_id: of.map(user),
            until: until.map(|second| Timestamp::from_second(second).unwrap()),
            note: None,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn texts(taken: &Taken, of: Option<i64>) -> String {
        let at = Timestamp::from_second(100).unwrap();
        let ranges = taken.free_for(of.map(user), at).ranges();
        let texts = ranges.iter().map(|it| format!("{}-{}", it.first, it.last));
        texts.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_kept_from_a_member_is_not_free_for_them() {
        let elsewhere = Claim {
            class: ClassKey::of(NumberClassId::new(4)),
            ..claim("12", 8)
        };
        let taken = Taken {
            first: 1,
            last: 20,
            claimed: vec![2, 5],
            claims: vec![elsewhere],
            reservations: vec![
                reservation(7, 8, None, None),
                reservation(9, 9, Some(1), None),
                reservation(10, 10, None, Some(99)),
            ],
            drivers: vec![
                NumberedDriver {
                    number: number("11"),
                    cust_id: 1,
                    user_id: Some(user(1)),
                },
                NumberedDriver {
                    number: number("12"),
                    cust_id: 2,
                    user_id: Some(user(8)),
                },
                NumberedDriver {
                    number: number("013"),
                    cust_id: 3,
                    user_id: None,
                },
                NumberedDriver {
                    number: number("14"),
                    cust_id: 4,
                    user_id: None,
                },
            ],
        };
        assert_eq!(texts(&taken, Some(1)), "1-1 3-4 6-6 9-13 15-20");
        assert_eq!(texts(&taken, Some(2)), "1-1 3-4 6-6 10-10 12-13 15-20");
        assert_eq!(texts(&taken, None), "1-1 3-4 6-6 10-10 13-13 15-20");
    }

    #[test]
    fn the_nearest_are_offered_first() {
        let taken = Taken {
            first: 0,
            last: 9_999,
            claimed: vec![7, 8],
            claims: Vec::new(),
            reservations: Vec::new(),
            drivers: Vec::new(),
        };
        let free = taken.free_for(None, Timestamp::UNIX_EPOCH);
        let nearest = free.nearest(7, 4);
        assert_eq!(nearest, ["6", "5", "9", "4"].map(number));
        let full = Free {
            first: 0,
            free: vec![false; 3],
        };
        assert!(full.nearest(1, 5).is_empty() && full.ranges().is_empty());
    }
}
