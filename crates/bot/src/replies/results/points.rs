//! Texts about what results are worth.

use crate::{
    answer::Reply,
    replies::{
        Pick,
        format::{count, escape, fit, points, shorten},
        seasons::name,
    },
};
use paddock_api_types::{
    scoring::{Penalty, ResultStanding, ResultStandings, RoundPoints},
    seasons::Season,
};
use std::fmt::Write as _;

/// Characters of the table inside a message, whose limit is 2000.
const TABLE_LIMIT: usize = 1500;
/// Characters of a reason on a line.
const REASON: usize = 80;

/// Title of the table.
pub(crate) const TITLE: &str = "Points from results";
/// What a table of points looks like.
pub(crate) const TABLE: &str =
    "expected numbers from 0 to 1000, first place first, at most 100 of them, as in `25 18 15`";
/// After setting the rule.
pub(crate) const SET: &str = "✅ Results that are final count by this rule from now on: `/results final` makes one final, \
     `/results standings` shows the table.";
/// After removing the rule.
pub(crate) const REMOVED: &str = "Results are worth nothing in this season any more. The points that they gave are taken back; \
     penalties stay.";
/// Title of the list.
pub(crate) const PENALTIES: &str = "Penalties";
/// The list without rows.
pub(crate) const NO_PENALTIES: &str = "No penalty so far. `/results penalty` imposes one.";
/// After a penalty was taken back.
pub(crate) const TAKEN_BACK: &str = "The penalty is taken back, and the points are given back.";
/// What the option picks.
pub(crate) const ONE: Pick = Pick {
    one: "penalty",
    many: "penalties",
    none: "there is none in this season",
};

/// What the season would come to by a rule.
pub(crate) fn previewed(season: &Season, table: &ResultStandings) -> Reply {
    let rounds = match table.rounds.as_slice() {
        [] => {
            "No round of that league season is imported yet. `/results import` does it".to_owned()
        }
        rounds => format!(
            "By this rule, {} would give",
            count(i64::try_from(rounds.len()).unwrap_or(i64::MAX), "round")
        ),
    };
    let mut lines = standings(table);
    fit(&mut lines, TABLE_LIMIT, |left| {
        format!("… and {left} more lines")
    });
    let end = if table.rounds.is_empty() { "." } else { ":" };
    let mut text = format!("{} · {rounds}{end}\n{}", name(season), lines.join("\n"));
    text.push_str("\nNothing is written yet.");
    Reply::text(text)
}

/// The table, line by line.
pub(crate) fn standings(table: &ResultStandings) -> Vec<String> {
    let mut lines: Vec<_> = table.items.iter().map(standing).collect();
    if !table.provisional.is_empty() {
        let numbers: Vec<_> = table.provisional.iter().map(i64::to_string).collect();
        lines.push(format!(
            "Provisional: round {}. `/results final` makes a result final.",
            numbers.join(", ")
        ));
    }
    if !table.not_linked.is_empty() {
        let cars = i64::try_from(table.not_linked.len()).unwrap_or(i64::MAX);
        lines.push(format!(
            "{} scored whose driver has not linked an account with `/link`.",
            count(cars, "car")
        ));
    }
    if lines.is_empty() {
        lines.push("Nobody has scored yet.".to_owned());
    }
    lines
}

fn standing(row: &ResultStanding) -> String {
    let rounds: Vec<_> = row.rounds.iter().map(round).collect();
    let mut text = format!(
        "{}. <@{}> · **{}** ({}",
        row.place,
        row.user_id,
        points(row.points),
        rounds.join(" + ")
    );
    if row.penalty > 0 {
        let _ = write!(text, " − {} penalty", row.penalty);
    }
    text.push(')');
    text
}

fn round(round: &RoundPoints) -> String {
    if round.dropped {
        format!("~~{}~~", round.points)
    } else {
        round.points.to_string()
    }
}

/// Before removing the rule.
pub(crate) fn remove_question(season: &Season) -> String {
    format!(
        "Let results be worth nothing in {}? Every point that they gave is taken back, with the ranks \
         that hang on it.",
        name(season)
    )
}

/// After imposing a penalty.
pub(crate) fn imposed(season: &Season, penalty: &Penalty) -> Reply {
    Reply::text(format!(
        "Took {} from <@{}> in {}: {}",
        points(penalty.points),
        penalty.user_id,
        name(season),
        escape(&penalty.reason)
    ))
}

/// One line of the list.
pub(crate) fn penalty(penalty: &Penalty) -> String {
    let round = penalty.round.map(|round| format!(" · round {round}"));
    format!(
        "<@{}> · **−{}**{}\n{}",
        penalty.user_id,
        points(penalty.points),
        round.unwrap_or_default(),
        escape(&shorten(&penalty.reason, REASON))
    )
}

/// As a suggestion.
pub(crate) fn choice(penalty: &Penalty) -> String {
    let round = penalty.round.map(|round| format!("round {round}, "));
    format!(
        "{}{}: {}",
        round.unwrap_or_default(),
        points(penalty.points),
        shorten(&penalty.reason, 60)
    )
}
