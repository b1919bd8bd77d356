//! Files as spreadsheets write them, and as they read them.

use crate::helpers::given;
use crate::tenants::Everything;
use crate::track::Track;
use paddock_api_types::operations::{self, Declaration, Method};
use paddock_api_types::points::ImportReport;
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Those who stand in the files.
const MEMBERS: [(i64, &str); 4] = [
    (1_150_000_016_777_220_097, "Ada"),
    (1_150_000_020_971_524_097, "Ben"),
    (1_150_000_025_165_828_097, "Cleo"),
    (1_150_000_029_360_132_097, "Dan"),
];

/// What a dry run of an import says of a file.
async fn tried(track: &Track, file: Vec<u8>) -> String {
    let path = format!("/api/seasons/{}/import?source=x&dry_run=true", track.season);
    let request = track.app.raw(reqwest::Method::POST, &path);
    let request = request.header("content-type", "text/csv").body(file);
    let answer = request.send().await.unwrap();
    if answer.status() != StatusCode::OK {
        let problem: Value = answer.json().await.unwrap();
        return format!("{}: {}\n", problem["code"], problem["detail"]);
    }
    let report: ImportReport = answer.json().await.unwrap();
    let mut told = format!(
        "{} accepted, {} points, {} skipped\n",
        report.accepted, report.points, report.skipped
    );
    for row in report.refused {
        writeln!(told, "  {}: {}", row.line, row.detail).unwrap();
    }
    told
}

#[tokio::test]
async fn a_file_is_taken_as_its_spreadsheet_wrote_it_or_refused_with_the_cause() {
    let track = Track::new().await;
    for (id, name) in MEMBERS {
        track.joined(id, name).await;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/spreadsheets");
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut told = String::new();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let outcome = tried(&track, std::fs::read(&file).unwrap()).await;
        write!(told, "{name}: {outcome}").unwrap();
    }
    insta::assert_snapshot!(told, @r#"
    bom.csv: 1 accepted, 120 points, 0 skipped
    cr-only.csv: 1 accepted, 5 points, 0 skipped
    decimals.csv: 1 accepted, 120 points, 0 skipped
      2: points: expected a whole number from -1000000 to 1000000, not "12.5"
      4: points: expected a whole number from -1000000 to 1000000, not "1,234"
    german-headers.csv: 1 accepted, 5 points, 0 skipped
    ids-rounded-by-a-spreadsheet.csv: 0 accepted, 0 points, 0 skipped
      2: 1150000016777219968 is not registered here; if a spreadsheet saved the file, it has rounded the id: open the column as text and fill it in again
      3: user_id: a spreadsheet has rounded the id to 1.15000E+18; open the column as text and fill it in again
      4: user_id: a spreadsheet has rounded the id to 1.15E+18; open the column as text and fill it in again
    negatives.csv: 2 accepted, -150 points, 0 skipped
    own-standings-saved-by-libreoffice.csv: 0 accepted, 0 points, 0 skipped
      2: user_id: a spreadsheet has rounded the id to 1.15000001677722E+018; open the column as text and fill it in again
      3: user_id: a spreadsheet has rounded the id to 1.15000002097152E+018; open the column as text and fill it in again
      4: user_id: a spreadsheet has rounded the id to 1.15000002516583E+018; open the column as text and fill it in again
      5: user_id: a spreadsheet has rounded the id to 1.15000002936013E+018; open the column as text and fill it in again
    own-standings-with-a-zero.csv: 3 accepted, 113 points, 1 skipped
    quoted-newline.csv: 1 accepted, 5 points, 0 skipped
    semicolon.csv: 2 accepted, 200 points, 0 skipped
    trailing-empty-rows.csv: 1 accepted, 5 points, 0 skipped
    utf-16.csv: "invalid_request": "The body is not UTF-8."
    windows-1252.csv: "invalid_request": "The body is not UTF-8."
    "#);
}

/// A reason that a spreadsheet which splits at semicolons took for a formula.
#[tokio::test]
async fn no_part_of_a_reason_is_a_formula_however_the_file_is_split() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let by_hand = given(json!({"user_id": "1", "points": 1, "reason": "a;=1+2;b"}));
    let season = track.season;
    track.admin().adjust_points(season, &by_hand).await.unwrap();
    let file = track.app.raw(
        reqwest::Method::GET,
        &format!("/api/seasons/{season}/ledger.csv"),
    );
    let file = file.send().await.unwrap().text().await.unwrap();
    assert!(file.contains("=1+2"), "{file}");
    for separator in [',', ';', '\t', '|'] {
        let cells = file.lines().flat_map(|line| line.split(separator));
        for cell in cells {
            assert!(!cell.trim_start_matches('"').starts_with('='), "{cell}");
        }
    }
}

fn is_file(operation: &Declaration) -> bool {
    Path::new(operation.path)
        .extension()
        .is_some_and(|it| it == "csv")
}

#[tokio::test]
async fn a_spreadsheet_knows_of_every_file_that_it_is_utf_8() {
    let here = Everything::new().await;
    let files = operations::all().filter(|it| is_file(it) && it.method == Method::GET);
    let mut count = 0;
    for operation in files {
        let request = here
            .track
            .app
            .raw(reqwest::Method::GET, &here.path(operation));
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{}", operation.path);
        let file = answer.bytes().await.unwrap();
        assert!(file.starts_with(b"\xef\xbb\xbf"), "{}", operation.path);
        count += 1;
    }
    assert!(count >= 4, "{count}");
}
