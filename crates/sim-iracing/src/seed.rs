//! Leagues to begin with.

/// The example league.
pub const LEAGUE_ID: i64 = 7100;
/// Its season.
pub const SEASON_ID: i64 = 130_210;
/// Its owner.
pub(crate) const OWNER_ID: i64 = 700_111;

/// A league and its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeagueSeed {
    /// Its id.
    pub league_id: i64,
    /// Its name.
    pub name: String,
    /// Its season, which is under way.
    pub season_id: i64,
    /// Whether only members see it.
    pub private: bool,
    /// Its members; the first owns it.
    pub drivers: Vec<DriverSeed>,
}

/// A driver, as one league knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DriverSeed {
    /// Customer id.
    pub cust_id: i64,
    /// Name in iRacing.
    pub name: String,
    /// Number in the league.
    pub car_number: Option<String>,
    /// Name in the league.
    pub nick_name: Option<String>,
    /// Administers the league.
    pub admin: bool,
}

impl DriverSeed {
    /// A driver with or without a number.
    pub fn new(cust_id: i64, name: &str, car_number: Option<&str>) -> Self {
        Self {
            cust_id,
            name: name.to_owned(),
            car_number: car_number.map(str::to_owned),
            nick_name: None,
            admin: false,
        }
    }
}

impl LeagueSeed {
    /// The Northern Endurance Cup: twelve drivers, of whom two share number 15, two have none, and others show what
    /// numbers can be: `0`, `00`, `7` and `07`.
    pub fn example() -> Self {
        let drivers = [
            (OWNER_ID, "NEC Admin", None),
            (812_345, "Mara Lindqvist", Some("07")),
            (900_222, "Tobi Okafor", Some("118")),
            (455_001, "Renee Vance", Some("7")),
            (455_002, "Iñaki Etxeberria", Some("15")),
            (455_003, "Jūratė Costa2", Some("15")),
            (455_004, "Søren Wójcik", Some("0")),
            (455_005, "Fatima Öztürk", Some("00")),
            (455_006, "Chloé Laurent", Some("24")),
            (455_007, "Björn Novák", None),
            (455_008, "Emre Nørgaard4", Some("1")),
            (455_009, "Ana Haddad", Some("001")),
        ];
        let mut drivers = drivers.map(|(id, name, number)| DriverSeed::new(id, name, number));
        drivers[0].admin = true;
        drivers[1].admin = true;
        drivers[1].nick_name = Some("[Am] Mara L.".to_owned());
        Self {
            league_id: LEAGUE_ID,
            name: "Northern Endurance Cup".to_owned(),
            season_id: SEASON_ID,
            private: false,
            drivers: drivers.into(),
        }
    }

    /// A league of many, of whom the first so many have a number. There are 1,110 numbers of up to three digits; from
    /// then on they repeat.
    pub fn generated(league_id: i64, drivers: usize, numbered: usize) -> Self {
        let drivers = (0..drivers).zip(1_000_000..).map(|(place, cust_id)| {
            let number = (place < numbered).then(|| number(place));
            DriverSeed::new(cust_id, &format!("Driver {cust_id}"), number.as_deref())
        });
        Self {
            league_id,
            name: format!("League {league_id}"),
            season_id: league_id * 10,
            private: false,
            drivers: drivers.collect(),
        }
    }
}

/// One of `0` to `9`, `00` to `99`, `000` to `999`.
fn number(place: usize) -> String {
    match place % 1_110 {
        one @ 0..10 => format!("{one}"),
        two @ 10..110 => format!("{:02}", two - 10),
        three => format!("{:03}", three - 110),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn generated_numbers_differ_as_long_as_they_can() {
        let numbers: HashSet<_> = (0..1_110).map(number).collect();
        assert_eq!(numbers.len(), 1_110);
        for wanted in ["0", "00", "000", "7", "07", "007", "999"] {
            assert!(numbers.contains(wanted), "{wanted}");
        }
        assert_eq!(number(1_110), "0");
    }

    #[test]
    fn the_example_is_what_its_documentation_says() {
        let league = LeagueSeed::example();
        let count = |number| {
            let numbers = league.drivers.iter().map(|it| it.car_number.as_deref());
            numbers.filter(|it| *it == number).count()
        };
        assert_eq!(
            (count(Some("15")), count(None), league.drivers.len()),
            (2, 2, 12)
        );
    }
}
