//! The CSV export of a result's page.

use super::{FileError, utf_8};
use crate::{LapTime, Livery, ResultRow, SimSession, Subsession, Track};
use std::collections::HashMap;

/// What such a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultsCsv {
    /// The results, with the race as their only part.
    pub subsession: Subsession,
    /// Rows that could not be read; they are left out.
    pub unreadable: Vec<UnreadableLine>,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableLine {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// What was expected there.
    pub expected: &'static str,
}

const NO_RESULTS: FileError = FileError::Other { wanted: "results" };

/// Reads the CSV export of a result's page: two lines about the session, a blank one, and a table.
///
/// Such a file says neither of which subsession it is, so the caller does, nor which layout of the
/// track was driven, nor of which league it was. It is of the main event, which counts as the race.
/// Positions become as the JSON has them, counted from 0; places within a class follow from the order.
///
/// # Errors
///
/// [`FileError::Other`] without such a table. A row that cannot be read is none: it is among
/// [`ResultsCsv::unreadable`].
pub fn parse_results_csv(file: &[u8], subsession_id: i64) -> Result<ResultsCsv, FileError> {
    let file = &*utf_8(file);
    // With CRLF the reader counts lines otherwise than people do.
    let text = String::from_utf8_lossy(file).replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut about: Vec<csv::StringRecord> = Vec::new();
    let mut table: Option<Table> = None;
    for record in reader.records() {
        let record = record.map_err(|_| NO_RESULTS)?;
        match &mut table {
            Some(table) => table.read(&text, &record),
            None => match Columns::of(&record) {
                Some(columns) => table = Some(Table::new(columns)),
                None => about.push(record),
            },
        }
    }
    let table = table.ok_or(NO_RESULTS)?;
    let about = About::new(&about);
    let driver_changes = table.rows.iter().any(ResultRow::is_team);
    let subsession = Subsession {
        subsession_id,
        session_id: None,
        private_session_id: None,
        session_name: about.get("Hosted Session Name"),
        league_id: None,
        league_name: None,
        league_season_id: None,
        league_season_name: None,
        series_name: about.get("Series"),
        start_time: about.get("Start Time").and_then(|time| time.parse().ok()),
        end_time: None,
        official_session: about.get("Season Year").is_some(),
        driver_changes,
        track: about.get("Track").map(|name| Track {
            track_name: Some(name),
            ..Track::default()
        }),
        session_results: vec![SimSession {
            simsession_number: Some(0),
            simsession_type: Some(6),
            simsession_name: Some("RACE".to_owned()),
            results: table.rows,
        }],
    };
    Ok(ResultsCsv {
        subsession,
        unreadable: table.unreadable,
    })
}

/// What the first two lines say, by the names in the first.
struct About(HashMap<String, String>);

impl About {
    fn new(records: &[csv::StringRecord]) -> Self {
        let (Some(names), Some(values)) = (records.first(), records.get(1)) else {
            return Self(HashMap::new());
        };
        let pairs = names.iter().map(unmarked).zip(values);
        Self(
            pairs
                .map(|(name, it)| (name.to_owned(), it.to_owned()))
                .collect(),
        )
    }

    fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).filter(|text| !text.is_empty()).cloned()
    }
}

/// Where the columns of the table are.
struct Columns(HashMap<String, usize>);

impl Columns {
    /// Of the line that names them.
    fn of(record: &csv::StringRecord) -> Option<Self> {
        let names = record.iter().map(unmarked).enumerate();
        let columns: HashMap<_, _> = names.map(|(at, name)| (name.to_owned(), at)).collect();
        let needed = ["Fin Pos", "Cust ID"];
        needed
            .iter()
            .all(|name| columns.contains_key(*name))
            .then_some(Self(columns))
    }
}

/// A line of the table.
struct Cells<'a> {
    columns: &'a Columns,
    record: &'a csv::StringRecord,
}

impl Cells<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        let at = self.columns.0.get(name)?;
        self.record.get(*at).filter(|text| !text.is_empty())
    }

    fn owned(&self, name: &str) -> Option<String> {
        self.text(name).map(str::to_owned)
    }

    fn whole(&self, name: &str) -> Option<i64> {
        self.text(name)?.parse().ok()
    }

    /// Counted from 1 here, and from 0 in the JSON.
    fn position(&self, name: &str) -> Option<i64> {
        self.whole(name).map(|position| position.saturating_sub(1))
    }

    fn lap(&self, name: &str) -> Option<LapTime> {
        ticks(self.text(name)?).and_then(LapTime::from_ticks)
    }
}

struct Table {
    columns: Columns,
    rows: Vec<ResultRow>,
    unreadable: Vec<UnreadableLine>,
    /// How many of each class are in already.
    of_class: HashMap<i64, i64>,
}

impl Table {
    fn new(columns: Columns) -> Self {
        Self {
            columns,
            rows: Vec::new(),
            unreadable: Vec::new(),
            of_class: HashMap::new(),
        }
    }

    fn read(&mut self, file: &str, record: &csv::StringRecord) {
        // Below the table of a spreadsheet.
        if record.iter().all(str::is_empty) {
            return;
        }
        let cells = Cells {
            columns: &self.columns,
            record,
        };
        let expected = match row(&cells) {
            Ok(row) => match self.add(row) {
                Ok(()) => return,
                Err(expected) => expected,
            },
            Err(expected) => expected,
        };
        let line = record.position().map_or(0, |start| line_of(file, start));
        self.unreadable.push(UnreadableLine { line, expected });
    }

    fn add(&mut self, mut row: ResultRow) -> Result<(), &'static str> {
        if row.cust_id.is_some() && row.team_id.is_some() {
            let of_team = |it: &&mut ResultRow| it.is_team() && it.team_id == row.team_id;
            let team = self.rows.iter_mut().rev().find(of_team);
            let team = team.ok_or("the row of the driver's team before it")?;
            team.driver_results.push(row);
            return Ok(());
        }
        if let Some(class) = row.car_class_id {
            let before = self.of_class.entry(class).or_default();
            row.finish_position_in_class = Some(*before);
            *before += 1;
        }
        self.rows.push(row);
        Ok(())
    }
}

fn row(cells: &Cells<'_>) -> Result<ResultRow, &'static str> {
    let position = cells.position("Fin Pos").filter(|position| *position >= 0);
    let position = position.ok_or("a position, counted from 1, as Fin Pos")?;
    let id = cells.whole("Cust ID").filter(|id| !matches!(id, 0 | -1));
    let id = id.ok_or("a customer id, or the id of a team, as Cust ID")?;
    // Whoever drives alone is their own team.
    let team_id = cells.whole("Team ID").filter(|team| *team < -1);
    Ok(ResultRow {
        cust_id: Some(id).filter(|id| *id > 0),
        team_id: team_id.or(Some(id).filter(|id| *id < 0)),
        display_name: cells.owned("Name"),
        finish_position: Some(position),
        starting_position: cells.position("Start Pos"),
        laps_complete: cells.whole("Laps Comp"),
        laps_lead: cells.whole("Laps Led"),
        interval: cells.text("Interval").and_then(interval),
        average_lap: cells.lap("Average Lap Time"),
        best_lap_time: cells.lap("Fastest Lap Time"),
        best_lap_num: cells.whole("Fast Lap#"),
        best_qual_lap_time: cells.lap("Qualify Time"),
        incidents: cells.whole("Inc"),
        reason_out_id: cells.whole("Out ID"),
        reason_out: cells.owned("Out"),
        league_points: cells.whole("League Points"),
        league_agg_points: cells.whole("League Agg Points"),
        car_id: cells.whole("Car ID"),
        car_name: cells.owned("Car"),
        car_class_id: cells.whole("Car Class ID"),
        car_class_name: cells.owned("Car Class"),
        ai: cells.whole("AI") == Some(1),
        livery: Some(Livery {
            // A spreadsheet that keeps leading zeros marks them so.
            car_number: cells
                .text("Car #")
                .map(|number| number.trim_start_matches('\'').to_owned()),
        }),
        ..ResultRow::default()
    })
}

/// `1:17.661`, `59.8` or `1:02:03.456` in 1/10000 s.
fn ticks(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.len() > 4 || !digits(fraction) {
        return None;
    }
    let mut seconds = 0_i64;
    for part in whole.split(':') {
        if part.is_empty() || part.len() > 6 || !digits(part) {
            return None;
        }
        let part: i64 = part.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    let fraction: i64 = format!("{fraction:0<4}").parse().ok()?;
    seconds.checked_mul(10_000)?.checked_add(fraction)
}

/// Behind the leader: `-00.000` is the leader, `-12.104` a time, `-1 L` a lap or more, for which iRacing
/// says -1, and `-` nothing.
fn interval(text: &str) -> Option<i64> {
    let behind = text.trim_start_matches('-');
    if behind.ends_with(['L', 'l']) {
        return Some(-1);
    }
    ticks(behind)
}

/// Without the mark that some editors put before a file.
fn unmarked(name: &str) -> &str {
    name.trim_start_matches('\u{feff}')
}

/// What stands between the cells: a spreadsheet saves with what its language has.
fn separator(text: &str) -> u8 {
    let names = text.trim_start().lines().next().unwrap_or_default();
    let count = |separator: &u8| names.bytes().filter(|byte| byte == separator).count();
    // The last of those that are as frequent.
    let separator = [b'\t', b';', b','].into_iter().max_by_key(count);
    separator.unwrap_or(b',')
}

/// The line of a record. To the reader, empty lines before it belong to it.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let byte = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(byte..).unwrap_or_default();
    let empty = (0..).zip(rest).find(|(_, byte)| **byte != b'\n');
    start.line() + empty.map_or(0, |(lines, _)| lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_ten_thousandths() {
        for (text, expected) in [
            ("1:17.661", Some(776_610)),
            ("59.8", Some(598_000)),
            ("1:02:03.456", Some(37_234_560)),
            ("12", Some(120_000)),
            ("0.1234", Some(1234)),
            ("", None),
            ("-", None),
            ("-1:17.661", None),
            ("1:17.66155", None),
            ("1::2", None),
            ("9999999:00", None),
        ] {
            assert_eq!(ticks(text), expected, "{text}");
        }
        for (text, expected) in [
            ("-00.000", Some(0)),
            ("-12.104", Some(121_040)),
            ("-1:02.345", Some(623_450)),
            ("-1 L", Some(-1)),
            ("-18 L", Some(-1)),
            ("-", None),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }
}
