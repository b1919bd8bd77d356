//! Texts about results of races.

pub(crate) mod points;
mod settings;

pub(crate) use settings::settings;

use crate::{
    answer::Reply,
    charts::{Chart, Curve},
    replies::driver::seconds,
    replies::format::{count, escape, fit, instant, shorten},
};
use paddock_api_types::results::{
    ImportOutcome, RaceResult, RaceResultDetails, ResultDifference, ResultImported, ResultOutcome,
    ResultRow, ResultSession, RoundAttendance,
};
use std::fmt::Write as _;

/// Characters that a reply shows of files, below Discord's 2000.
const FILES: usize = 1800;
/// Differences and rows that are shown of a file.
const SHOWN: usize = 8;
/// Characters of a name on a line.
const NAME: usize = 40;

/// What the chart shows, for those who do not see it.
pub(crate) const DRAWN: &str = "Chart of the race: how far the best lap of each car was from the fastest \
     lap. The lines below have the laps.";
/// Cars in the chart.
const CARS: usize = 30;
/// Title of the list.
pub(crate) const TITLE: &str = "Results";
/// The list without rows.
pub(crate) const NONE: &str =
    "No result is kept yet. `/results import` takes what iRacing exports.";
/// After deleting one.
pub(crate) const DELETED: &str = "The result is deleted.";
/// After a round no longer counts as attendance.
pub(crate) const UNMATCHED: &str = "The round no longer counts as attendance. Whoever checked in or was \
     marked stays; what only the round gave is taken back.";
/// To a text that is no id.
pub(crate) const NO_SUBSESSION: &str = "That is no subsession id. It is a number, as in the address of the result's page; \
     `/results list` shows those that are kept.";
/// To an id with several files.
pub(crate) const ONE_ID: &str =
    "`subsession_id` says of which subsession one CSV file is. Import that file by itself.";
/// To files that do not fit into an answer.
pub(crate) const TOO_LARGE: &str =
    "Those files are too large for one message. Import them one by one, or through the API.";

/// One line of the list.
pub(crate) fn line(result: &RaceResult) -> String {
    let state = if result.is_final {
        "final"
    } else {
        "provisional"
    };
    let state = if result.void { "void" } else { state };
    let round = result
        .round
        .map(|round| format!("round {}, ", round.number));
    let when = result.started_at.map_or_else(String::new, instant);
    format!(
        "`{}` **{}** {when}\n{}{}{state}",
        result.subsession_id,
        name(result),
        result
            .track_name
            .as_ref()
            .map_or_else(String::new, |track| format!(
                "{}, ",
                escape(&shorten(track, NAME))
            )),
        round.unwrap_or_default(),
    )
}

/// After it was made final, or provisional.
pub(crate) fn decided(result: &RaceResult) -> Reply {
    let state = if result.is_final {
        "is final. An import no longer corrects it by itself."
    } else {
        "is provisional again."
    };
    Reply::text(format!("✅ **{}** {state}", name(result)))
}

/// After it was declared void, or valid again.
pub(crate) fn voided(result: &RaceResult) -> Reply {
    let state = if result.void {
        "is void: it stays, and counts for no points."
    } else {
        "counts again."
    };
    Reply::text(format!("**{}** {state}", name(result)))
}

/// After a round was matched with a session.
pub(crate) fn matched(round: &RoundAttendance) -> Reply {
    Reply::text(format!(
        "✅ Round {} counts as attendance of session `{}`: {} with a linked account raced, and {} present \
         there. Whoever checked in or was marked stays as they are. Corrected results and accounts that \
         are linked later are followed.",
        round.number,
        round.session_id,
        count(round.raced.into(), "member"),
        if round.raced == 1 { "is" } else { "are" },
    ))
}

/// Before deleting one.
pub(crate) fn delete_question(result: &RaceResult) -> String {
    format!("Delete the result of **{}**?", name(result))
}

/// How far the best lap of each car was from the fastest of the race.
pub(crate) fn charts(details: &RaceResultDetails) -> Vec<Chart> {
    let race = details.sessions.iter().rev().find(|it| it.race);
    let cars = race.into_iter().flat_map(|race| &race.rows);
    let cars = cars.filter(|row| row.team_place.is_none());
    let laps = cars.filter_map(|row| Some((row.car_number.as_deref()?, row.best_lap?)));
    let laps: Vec<_> = laps.take(CARS).collect();
    let Some(fastest) = laps.iter().map(|(_, lap)| *lap).min() else {
        return Vec::new();
    };
    if laps.len() < 2 {
        return Vec::new();
    }
    vec![Chart {
        title: "Best lap: behind the fastest, in seconds",
        labels: laps.iter().map(|(car, _)| format!("#{car}")).collect(),
        series: vec![Curve {
            name: "Behind",
            values: laps.iter().map(|(_, lap)| seconds(lap - fastest)).collect(),
            line: false,
        }],
        first_on_top: false,
    }]
}

/// Title and lines of a result.
pub(crate) fn details(details: &RaceResultDetails) -> (String, Vec<String>) {
    let mut lines = Vec::new();
    for session in details.sessions.iter().rev() {
        let title = session.name.as_deref().unwrap_or("Session");
        lines.push(format!("**{}**", escape(title)));
        lines.extend(session.rows.iter().map(|it| row(session, it)));
    }
    (name(&details.result), lines)
}

fn row(session: &ResultSession, row: &ResultRow) -> String {
    let mut text = match (row.team_place, row.position) {
        (Some(_), _) => "↳".to_owned(),
        (None, Some(position)) => format!("{position}."),
        (None, None) => "–".to_owned(),
    };
    if let (Some(number), None) = (&row.car_number, row.team_place) {
        let _ = write!(text, " #{}", escape(number));
    }
    match (row.user_id, &row.name) {
        (Some(user), _) => {
            let _ = write!(text, " <@{user}>");
        }
        (None, Some(name)) => {
            let _ = write!(text, " {}", escape(&shorten(name, NAME)));
        }
        (None, None) => {}
    }
    if let Some(laps) = row.laps.filter(|_| session.race) {
        let _ = write!(text, " · {}", count(laps, "lap"));
    }
    if let Some(best) = row.best_lap {
        let _ = write!(text, " · {}", lap(best));
    }
    if let Some(incidents) = row.incidents {
        let _ = write!(text, " · {incidents}x");
    }
    let ended = match row.outcome {
        Some(ResultOutcome::DidNotStart) => " · did not start",
        Some(ResultOutcome::Disconnected) => " · disconnected",
        Some(ResultOutcome::Disqualified) => " · disqualified",
        Some(ResultOutcome::Retired) => " · out",
        Some(ResultOutcome::Finished) | None => "",
    };
    text.push_str(ended);
    text
}

/// Whether an import goes against what was decided, or takes something away.
pub(crate) fn needs_force(outcome: ImportOutcome) -> bool {
    matches!(
        outcome,
        ImportOutcome::CorrectionOfFinal | ImportOutcome::Poorer
    )
}

/// What an import would come to.
pub(crate) fn planned(reports: &[ResultImported]) -> Reply {
    let mut lines: Vec<_> = reports.iter().flat_map(file).collect();
    fit(&mut lines, FILES, |left| format!("… and {left} more lines"));
    if reports.iter().any(|it| it.outcome != ImportOutcome::Same) {
        lines.push("Nothing is written yet.".to_owned());
    }
    Reply::text(lines.join("\n"))
}

/// What an import came to.
pub(crate) fn imported(reports: &[ResultImported]) -> Reply {
    let mut lines: Vec<_> = reports
        .iter()
        .map(|report| {
            let what = match report.outcome {
                ImportOutcome::New => "imported",
                ImportOutcome::Same => "known already",
                _ => "corrected",
            };
            format!("✅ {} {what}.", title(report))
        })
        .collect();
    fit(&mut lines, FILES, |left| format!("… and {left} more"));
    Reply::text(lines.join("\n"))
}

fn file(report: &ResultImported) -> Vec<String> {
    let what = match report.outcome {
        ImportOutcome::New => format!(
            "is new: {}, {}",
            count(report.sessions.into(), "session"),
            count(report.rows.into(), "row")
        ),
        ImportOutcome::Same => "is known already, with the same content".to_owned(),
        ImportOutcome::Correction => {
            format!("is a correction: {}", differences(report.difference_count))
        }
        ImportOutcome::CorrectionOfFinal => format!(
            "would correct a **final** result: {}",
            differences(report.difference_count)
        ),
        ImportOutcome::Poorer => {
            "has the race only, and would take the place of a result with **all sessions**"
                .to_owned()
        }
    };
    let mut lines = vec![format!("{} {what}.", title(report))];
    lines.extend(report.differences.iter().take(SHOWN).map(difference));
    let rows = report.unreadable.iter().take(SHOWN);
    lines.extend(rows.map(|row| {
        let expected = escape(&row.expected);
        format!("⚠ {} cannot be read: expected {expected}", escape(&row.at))
    }));
    lines
}

fn differences(number: u32) -> String {
    count(number.into(), "difference")
}

fn difference(it: &ResultDifference) -> String {
    let field = serde_json::to_value(it.field).ok();
    let field = field.as_ref().and_then(serde_json::Value::as_str);
    let field = field.unwrap_or_default().replace('_', " ");
    let car = it.car_number.as_ref();
    let car = car.map_or_else(String::new, |number| format!("#{} ", escape(number)));
    let value = |value: &Option<String>| value.as_deref().map_or_else(|| "–".to_owned(), escape);
    match (&it.before, &it.after) {
        (None, None) => format!("- {car}{field}"),
        (before, after) => format!("- {car}{field}: {} → {}", value(before), value(after)),
    }
}

fn title(report: &ResultImported) -> String {
    let name = report.name.as_deref().unwrap_or("A result");
    let name = escape(&shorten(name, NAME));
    format!("**{name}** (`{}`)", report.subsession_id)
}

fn name(result: &RaceResult) -> String {
    let name = result.session_name.as_deref();
    let name = name.or(result.series_name.as_deref()).unwrap_or("A result");
    escape(&shorten(name, NAME))
}

/// `1:17.661`, from 1/10000 s.
pub(crate) fn lap(ticks: i64) -> String {
    let thousandths = ticks / 10;
    let (seconds, rest) = (thousandths / 1000, thousandths % 1000);
    format!("{}:{:02}.{rest:03}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laps_are_shown_as_iracing_does() {
        assert_eq!(lap(776_610), "1:17.661");
        assert_eq!(lap(598_009), "0:59.800");
    }
}
