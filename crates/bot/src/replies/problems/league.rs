//! What goes wrong about the iRacing league and its roster.

use super::seasons::value;
use crate::replies::league;
use paddock_api_types::{ErrorCode, Problem, league::SyncFailure};

/// `None` for what has nothing to do with the league.
pub(super) fn sentence(problem: &Problem) -> Option<String> {
    let text = match problem.code {
        ErrorCode::LeagueSyncFailed => return Some(sync_failed(problem)),
        ErrorCode::RosterUnreadable => return Some(unreadable(problem)),
        ErrorCode::IracingNotLinked => {
            "You have linked no iRacing account yet. `/link` with `iracing_id` does."
        }
        ErrorCode::IracingIdTaken => {
            "Another member has linked that iRacing account. Ask an admin if it is yours."
        }
        ErrorCode::IracingIdProven => {
            "iRacing itself confirmed your linked account, so it cannot be replaced by typing \
             another. `/link` with `remove` takes it away first."
        }
        ErrorCode::LeagueNotSet => {
            "This server has no iRacing league yet. An admin sets it with `/config league`."
        }
        ErrorCode::IracingNotConfigured => {
            "Paddock has no access to iRacing here. Upload the roster with `/numbers \
             roster-upload` instead."
        }
        ErrorCode::IracingNotConnected => {
            "You have connected no iRacing account. `/connect` connects one."
        }
        ErrorCode::IracingConnectionExpired => {
            "iRacing ended the connection of your account. `/connect` connects it again; nothing is \
             lost."
        }
        ErrorCode::ResultNotFound => "No result of that session is kept here.",
        ErrorCode::ResultRuleNotFound => {
            "Results are worth nothing in that season yet. `/results points` changes that."
        }
        ErrorCode::PenaltyNotFound => "That season has no such penalty.",
        ErrorCode::ResultUnreadable => return Some(no_result(problem)),
        ErrorCode::ResultFinal => {
            "That result is final. Make it provisional first, or say that it is to be corrected all \
             the same."
        }
        ErrorCode::ResultRawNotKept => {
            "Nothing is kept of that file. `/results settings` says whether files are kept at all."
        }
        ErrorCode::LeagueConsentMissing => {
            "That file names everybody who drove, and the league does not say that it holds their \
             consent. An admin says so with `/config league`."
        }
        ErrorCode::ResultWithoutRound => {
            "That result belongs to no round of a league's season. Rounds are races of a league; one can \
             be chosen over the API."
        }
        ErrorCode::RoundNotMatched => {
            "That round counts as attendance of no session. `/results attendance` matches it with one."
        }
        ErrorCode::AttendanceSessionMatched => {
            "That attendance session is matched with another round already."
        }
        ErrorCode::ResultPoorer => {
            "The result that is kept has all sessions, and a CSV file has the race only. Import the \
             JSON export instead."
        }
        _ => return None,
    };
    Some(text.to_owned())
}

fn sync_failed(problem: &Problem) -> String {
    let why = value::<SyncFailure>(problem, "failure")
        .map_or("iRacing did not give the roster", league::failure);
    format!("{why}. What was known stays; `/syncstatus` shows it.")
}

fn no_result(problem: &Problem) -> String {
    match value::<String>(problem, "expected") {
        Some(expected) => format!("That file cannot be read. I expected {expected}."),
        None => "That file holds no result that I can read.".to_owned(),
    }
}

fn unreadable(problem: &Problem) -> String {
    let place = value::<u64>(problem, "line");
    let place = place.map_or_else(String::new, |line| format!(" (line {line})"));
    format!(
        "That file holds no roster that I can read{place}. Upload iRacing's `league/roster` as \
         JSON, or CSV with `cust_id,car_number`."
    )
}

#[cfg(test)]
mod tests {
    use crate::replies::problems::tests::{problem, text};
    use paddock_api_types::ErrorCode;
    use serde_json::json;

    #[test]
    fn a_failure_says_what_iracing_did() {
        let mut all = String::new();
        for failure in [
            "sign_in_refused",
            "league_not_visible",
            "maintenance",
            "rate_limited",
            "unavailable",
            "unreadable",
        ] {
            let mut problem = problem(ErrorCode::LeagueSyncFailed);
            problem.params.insert("failure".into(), failure.into());
            all.push_str(&text(problem));
            all.push('\n');
        }
        let mut problem = problem(ErrorCode::RosterUnreadable);
        problem.params.insert("line".into(), json!(3));
        all.push_str(&text(problem));
        insta::assert_snapshot!(all, @"
        iRacing refuses Paddock's sign-in; the operator has to look at it. What was known stays; `/syncstatus` shows it.
        The account that reads may not see this league. What was known stays; `/syncstatus` shows it.
        iRacing is down for maintenance. What was known stays; `/syncstatus` shows it.
        iRacing asks to slow down. What was known stays; `/syncstatus` shows it.
        iRacing cannot be reached. What was known stays; `/syncstatus` shows it.
        iRacing's answer cannot be read. What was known stays; `/syncstatus` shows it.
        That file holds no roster that I can read (line 3). Upload iRacing's `league/roster` as JSON, or CSV with `cust_id,car_number`.
        ");
    }
}
