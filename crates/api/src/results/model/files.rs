//! Results in files: what iRacing's page exports, and what its API answers.

use super::ResultError;
use super::content::Content;
use paddock_api_types::SubsessionId;
use paddock_api_types::results::{ResultSource, UnreadableRow};
use paddock_iracing::files::{FileError, parse_results, parse_results_csv};

/// What a file holds.
#[derive(Debug, Clone)]
pub(crate) struct NewResult {
    pub(crate) content: Content,
    pub(crate) source: ResultSource,
    pub(crate) unreadable: Vec<UnreadableRow>,
}

/// Reads a file. CSV does not say of which subsession it is; for JSON, `id` has to be the same.
pub(crate) fn read(file: &str, id: Option<SubsessionId>) -> Result<NewResult, ResultError> {
    let begins = file.trim_start_matches('\u{feff}').trim_start();
    let new = if begins.starts_with(['{', '[']) {
        json(file, id)?
    } else {
        csv(file, id)?
    };
    if new.content.rows.is_empty() {
        return Err(unreadable("at least one row of a driver or a team"));
    }
    Ok(new)
}

fn json(file: &str, id: Option<SubsessionId>) -> Result<NewResult, ResultError> {
    let subsession = parse_results(file.as_bytes()).map_err(|error| of_file(&error))?;
    let inside = subsession.subsession_id;
    if inside < 1 {
        return Err(unreadable("a subsession_id above 0"));
    }
    if id.is_some_and(|id| id.get() != inside) {
        return Err(ResultError::Invalid {
            field: "subsession_id",
            expected: format!("{inside}, which the file is about"),
        });
    }
    let unreadable = subsession.unreadable().into_iter().map(|at| UnreadableRow {
        at,
        expected: "a customer id or the id of a team".to_owned(),
    });
    Ok(NewResult {
        unreadable: unreadable.collect(),
        content: Content::of(&subsession),
        source: ResultSource::Json,
    })
}

fn csv(file: &str, id: Option<SubsessionId>) -> Result<NewResult, ResultError> {
    let id = id.ok_or_else(|| ResultError::Invalid {
        field: "subsession_id",
        expected: "the subsession id, which a CSV file does not have; it is in the address of the \
                   result's page"
            .to_owned(),
    })?;
    let read = parse_results_csv(file.as_bytes(), id.get());
    let read = read.map_err(|_| {
        unreadable("the JSON or CSV export of a result's page, or an answer of results/get")
    })?;
    let unreadable = read.unreadable.into_iter().map(|row| UnreadableRow {
        at: format!("line {}", row.line),
        expected: row.expected.to_owned(),
    });
    Ok(NewResult {
        unreadable: unreadable.collect(),
        content: Content::of(&read.subsession),
        source: ResultSource::Csv,
    })
}

fn of_file(error: &FileError) -> ResultError {
    match error {
        FileError::OnlyALink => unreadable(
            "the second of iRacing's two answers; open the address in its link, and upload what that \
             shows",
        ),
        FileError::Other { .. } => {
            unreadable("a result with subsession_id and session_results, as iRacing exports it")
        }
        FileError::NotJson { line, column } => unreadable(&format!(
            "JSON, which breaks off or is none at line {line}, column {column}"
        )),
    }
}

fn unreadable(expected: &str) -> ResultError {
    let expected = expected.to_owned();
    ResultError::Unreadable { expected }
}
