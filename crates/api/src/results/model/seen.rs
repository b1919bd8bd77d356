//! Car numbers as races show them.

use crate::league::Driver;
use paddock_api_types::CarNumber;

/// An account in a race.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) cust_id: i64,
    pub(crate) name: Option<String>,
    /// As it is written in the driver's row.
    pub(crate) own_number: Option<String>,
    /// And in that of their team, where they drove for one.
    pub(crate) team_number: Option<String>,
}

impl Seen {
    /// As the roster has it. A team has one car, so its number comes first; a text that is no number
    /// says nothing.
    pub(crate) fn driver(self) -> Driver {
        let number = self.team_number.or(self.own_number);
        Driver {
            cust_id: self.cust_id,
            number: number.and_then(|text| CarNumber::new(&text).ok()),
            name: self.name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_that_of_the_car_or_none() {
        let number = |own: Option<&str>, team: Option<&str>| {
            let seen = Seen {
                cust_id: 5,
                name: None,
                own_number: own.map(str::to_owned),
                team_number: team.map(str::to_owned),
            };
            let number = seen.driver().number;
            number.map(|number| number.as_str().to_owned())
        };
        for (own, team, expected) in [
            (Some("007"), None, Some("007")),
            (Some("7"), Some("30"), Some("30")),
            (Some("7"), None, Some("7")),
            (None, Some("30"), Some("30")),
            (Some("7b"), None, None),
            (Some("12345"), None, None),
            (Some(""), None, None),
            (None, None, None),
        ] {
            assert_eq!(number(own, team).as_deref(), expected, "{own:?} {team:?}");
        }
    }
}
