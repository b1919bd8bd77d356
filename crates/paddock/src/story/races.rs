//! Races that were driven before the newcomer came, as iRacing's result page exports them.

use std::fmt::Write as _;

/// A race.
pub(super) struct Race {
    /// iRacing's id of it, which is not in the file.
    pub(super) subsession: i64,
    track: &'static str,
    /// How long ago it was.
    days_ago: i64,
    /// In the order of the result.
    results: &'static [Driven],
}

/// What a driver did in it.
struct Driven {
    cust_id: i64,
    name: &'static str,
    number: &'static str,
    start: u32,
    laps: u32,
    incidents: u32,
    /// The fastest lap, as iRacing writes it.
    fastest: &'static str,
    /// iRating before and after.
    rating: (i32, i32),
}

/// A row of [`Race::results`].
const fn driven(
    (cust_id, name, number): (i64, &'static str, &'static str),
    (start, laps, incidents): (u32, u32, u32),
    fastest: &'static str,
    rating: (i32, i32),
) -> Driven {
    Driven {
        cust_id,
        name,
        number,
        start,
        laps,
        incidents,
        fastest,
        rating,
    }
}

const MARA: (i64, &str, &str) = (812_345, "Mara Lindqvist", "07");
const TOBI: (i64, &str, &str) = (900_222, "Tobi Okafor", "118");
const RENEE: (i64, &str, &str) = (455_001, "Renee Vance", "7");
const SOREN: (i64, &str, &str) = (455_004, "Søren Wójcik", "0");
const FATIMA: (i64, &str, &str) = (455_005, "Fatima Öztürk", "00");
const CHLOE: (i64, &str, &str) = (455_006, "Chloé Laurent", "24");

/// Three rounds, a week between them.
pub(super) const RACES: [Race; 3] = [
    Race {
        subsession: 81_000_001,
        track: "Summit Point Raceway",
        days_ago: 19,
        results: &[
            driven(RENEE, (2, 18, 0), "1:17.034", (1702, 1771)),
            driven(MARA, (1, 18, 4), "1:17.661", (2011, 2040)),
            driven(SOREN, (4, 18, 2), "1:18.120", (1480, 1502)),
            driven(TOBI, (3, 17, 9), "1:19.900", (1288, 1270)),
            driven(FATIMA, (6, 17, 5), "1:20.015", (1190, 1181)),
            driven(CHLOE, (5, 12, 11), "1:19.204", (1395, 1341)),
        ],
    },
    Race {
        subsession: 81_000_002,
        track: "Road America",
        days_ago: 12,
        results: &[
            driven(MARA, (1, 14, 1), "2:09.412", (2040, 2088)),
            driven(RENEE, (3, 14, 3), "2:09.980", (1771, 1790)),
            driven(TOBI, (2, 14, 6), "2:10.334", (1270, 1305)),
            driven(FATIMA, (4, 14, 0), "2:11.006", (1181, 1202)),
            driven(SOREN, (6, 13, 8), "2:11.871", (1502, 1466)),
        ],
    },
    Race {
        subsession: 81_000_003,
        track: "Lime Rock Park",
        days_ago: 5,
        results: &[
            driven(SOREN, (1, 30, 2), "0:54.118", (1466, 1539)),
            driven(RENEE, (2, 30, 1), "0:54.207", (1790, 1815)),
            driven(CHLOE, (5, 30, 4), "0:54.664", (1341, 1370)),
            driven(MARA, (3, 29, 7), "0:54.390", (2088, 2049)),
            driven(FATIMA, (6, 29, 3), "0:55.120", (1202, 1198)),
            driven(TOBI, (4, 21, 15), "0:55.732", (1305, 1249)),
        ],
    },
];

const HEAD: &str = r#""Start Time","Track","Series","Season Year","Season Quarter","Rookie Season","Race Week","Strength of Field","Special Event Type""#;
const COLUMNS: &str = r#""Fin Pos","Car ID","Car","Car Class ID","Car Class","Team ID","Cust ID","Name","Start Pos","Car #","Out ID","Out","Interval","Laps Led","Qualify Time","Average Lap Time","Fastest Lap Time","Fast Lap#","Laps Comp","Inc","Pts","Club Pts","Div","Club ID","Club","Old iRating","New iRating","Old License Level","Old License Sub-Level","New License Level","New License Sub-Level","Series Name","Max Fuel Fill%","Weight Penalty (KG)","Agg Pts","AI""#;

impl Race {
    /// The file.
    pub(super) fn export(&self, now: jiff::Timestamp) -> String {
        let then = now - jiff::SignedDuration::from_hours(24 * self.days_ago);
        let then = then.strftime("%Y-%m-%dT19:30:00Z");
        let mut file = format!(
            "{HEAD}\n\"{then}\",\"{}\",\"Northern Endurance Cup\",\"2026\",\"4\",\"N/A\",\"{}\",\"1512\",\"\"\n\n{COLUMNS}\n",
            self.track,
            self.subsession % 10
        );
        let most = self.results.first().map_or(0, |first| first.laps);
        for (place, it) in self.results.iter().enumerate() {
            let is_done = it.laps + 3 >= most;
            let out = if is_done {
                "\"0\",\"Running\""
            } else {
                "\"32\",\"Disconnected\""
            };
            let behind = if it.laps == most {
                format!("-{}.{:03}", place * 4, place * 137 % 1000)
            } else {
                format!("-{} L", most - it.laps)
            };
            let led = if place == 0 { it.laps } else { 0 };
            let points = 50 - 6 * place;
            writeln!(
                file,
                "\"{}\",\"165\",\"Ligier JS P320\",\"4018\",\"Ligier JS P320\",\"{id}\",\"{id}\",\"{}\",\"{}\",\"{}\",{out},\"{behind}\",\"{led}\",\"\",\"\",\"{}\",\"5\",\"{}\",\"{}\",\"{points}\",\"\",\"4\",\"0\",\"\",\"{}\",\"{}\",\"11\",\"388\",\"11\",\"402\",\"Northern Endurance Cup\",\"100\",\"0\",\"{points}\",\"0\"",
                place + 1,
                it.name,
                it.start,
                it.number,
                it.fastest,
                it.laps,
                it.incidents,
                it.rating.0,
                it.rating.1,
                id = it.cust_id,
            )
            .expect("writing to a String does not fail");
        }
        file
    }
}
