//! The CSV export of a result's page.

use paddock_iracing::files::{FileError, parse_results_csv};

const SOLO: &[u8] = include_bytes!("../fixtures/csv-official-solo.csv");
const TEAM: &[u8] = include_bytes!("../fixtures/csv-hosted-team.csv");

#[test]
fn an_official_race_of_single_drivers() {
    let read = parse_results_csv(SOLO, 82_300_099).unwrap();
    assert_eq!(read.unreadable, []);
    let it = read.subsession;
    assert_eq!((it.subsession_id, it.official_session), (82_300_099, true));
    assert_eq!(it.start_time.unwrap().to_string(), "2026-03-15T18:30:00Z");
    assert_eq!(it.series_name.as_deref(), Some("Prototype Trophy"));
    let rows = &it.session_results[0].results;
    assert!(it.session_results[0].is_race());
    let sums = rows.iter().fold((0, 0), |(laps, incidents), row| {
        (
            laps + row.laps_complete.unwrap(),
            incidents + row.incidents.unwrap(),
        )
    });
    assert_eq!((rows.len(), sums), (4, (53, 15)));
    assert_eq!(
        (rows[0].finish_position, rows[0].starting_position),
        (Some(0), Some(1))
    );
    assert_eq!(rows[0].car_number(), Some("07"));
    assert_eq!(rows[0].best_lap_time.unwrap().ticks(), 776_610);
    assert_eq!(
        (rows[0].interval, rows[1].interval, rows[2].interval),
        (Some(0), Some(121_040), Some(-1))
    );
    assert_eq!(rows[1].best_qual_lap_time.unwrap().to_string(), "1:17.990");
    let last = &rows[3];
    assert_eq!((last.cust_id, last.team_id), (Some(900_444), None));
    assert_eq!((last.best_lap_time, last.average_lap), (None, None));
    assert_eq!(
        (last.reason_out_id, last.laps_complete),
        (Some(32), Some(0))
    );
    assert_eq!(last.display_name.as_deref(), Some("Łukasz Wójcik"));
}

#[test]
fn a_race_of_teams_with_their_drivers() {
    let read = parse_results_csv(TEAM, 5).unwrap();
    let it = read.subsession;
    assert!(read.unreadable.is_empty() && it.driver_changes && !it.official_session);
    assert_eq!(
        it.session_name.as_deref(),
        Some("Endurance Round 1, part \"A\"")
    );
    let rows = &it.session_results[0].results;
    let drivers: Vec<_> = rows.iter().map(|row| row.driver_results.len()).collect();
    assert_eq!(drivers, [1, 2]);
    assert_eq!((rows[1].cust_id, rows[1].team_id), (None, Some(-20_222)));
    assert_eq!(
        (rows[1].finish_position_in_class, rows[1].interval),
        (Some(0), Some(-1))
    );
    let second = &rows[1].driver_results[1];
    assert_eq!(
        (second.cust_id, second.laps_complete),
        (Some(900_333), Some(33))
    );
    assert_eq!((second.car_number(), second.interval), (Some("063"), None));
}

#[test]
fn the_same_as_spreadsheets_save_it() {
    let expected = parse_results_csv(SOLO, 5).unwrap();
    let text = std::str::from_utf8(SOLO).unwrap().replace("\r\n", "\n");
    let crlf = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{crlf}");
    for file in [&text, &crlf, &marked] {
        assert_eq!(parse_results_csv(file.as_bytes(), 5).unwrap(), expected);
    }
    let semicolons = text.replace("\",\"", "\";\"");
    assert_eq!(
        parse_results_csv(semicolons.as_bytes(), 5).unwrap(),
        expected
    );
}

#[test]
fn rows_that_cannot_be_read_are_told_by_line_and_the_rest_is_read() {
    let text = std::str::from_utf8(SOLO).unwrap().replace("\r\n", "\n");
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    lines[5] = lines[5].replace("900222", "somebody");
    lines[6] = lines[6].replacen("\"3\"", "\"\"", 1);
    lines.push("\"5\",\"165\",\"x\",\"1\",\"x\",\"-7777\",\"900555\"".to_owned());
    let read = parse_results_csv(lines.join("\n").as_bytes(), 5).unwrap();
    let at: Vec<_> = read.unreadable.iter().map(|it| it.line).collect();
    assert_eq!(at, [6, 7, 9]);
    assert_eq!(
        read.unreadable[2].expected,
        "the row of the driver's team before it"
    );
    let ids = read.subsession.session_results[0].results.iter();
    assert_eq!(
        ids.map(|row| row.cust_id.unwrap()).collect::<Vec<_>>(),
        [812_345, 900_444]
    );
}

#[test]
fn what_is_no_such_file_is_refused() {
    let other = Err(FileError::Other { wanted: "results" });
    for file in [
        "",
        "cust_id,car_number\n1,2\n",
        "Start Time,Track\n\"x\",\"y\"\n",
        "{}",
    ] {
        assert_eq!(parse_results_csv(file.as_bytes(), 5), other, "{file}");
    }
}
