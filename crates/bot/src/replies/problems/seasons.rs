//! What went wrong around seasons.

use crate::replies::{
    format::{escape, fit, instant, relative, somebody},
    seasons::{IN_USE, OVER, items, ranks::PRIZE_NOT_FOUND},
};
use paddock_api_types::{
    ErrorCode, Problem, SeasonId, Timestamp, UserId, submissions::SubmissionState,
};
use serde::{Deserialize, de::DeserializeOwned};

/// Characters of names inside a sentence.
const NAMES_LIMIT: usize = 1200;

/// `None` for what has nothing to do with seasons.
pub(super) fn sentence(problem: &Problem) -> Option<String> {
    let text = match problem.code {
        ErrorCode::NoCurrentSeason => return Some(no_current_season(problem)),
        ErrorCode::SeasonAmbiguous => return Some(season_ambiguous(problem)),
        ErrorCode::RankThresholdTaken => return Some(rank_threshold(problem)),
        ErrorCode::SeasonNotOpen => return Some(season_not_open(problem)),
        ErrorCode::ItemQuantityExceeded => return Some(item_quantity(problem)),
        ErrorCode::ItemDailyLimitReached => return Some(item_daily_limit(problem)),
        ErrorCode::SubmissionDecided => return Some(submission_decided(problem)),
        ErrorCode::LimitReached => return Some(limit_reached(problem)),
        ErrorCode::WaitingSubmissionLimitReached => return Some(waiting_submissions(problem)),
        ErrorCode::SeasonNotFound => {
            "That season is gone. Pick another from the suggestions of `season`."
        }
        ErrorCode::SeasonClosed => OVER,
        ErrorCode::SeasonNameTaken => "Another season has that name. Give this one another name.",
        ErrorCode::SeasonNumberTaken => {
            "Another season has that number. Pick another, or give none to get the next free one."
        }
        ErrorCode::SeasonInUse => IN_USE,
        ErrorCode::ItemNotFound => "That item is gone. `/item list` shows those that exist.",
        ErrorCode::ItemNameTaken => "Another item has that name. Give this one another name.",
        ErrorCode::ItemInUse => items::IN_USE,
        ErrorCode::ItemNotInSeason => {
            "That season does not take this item. Pick one from the suggestions; admins add one \
             with `/item set`."
        }
        ErrorCode::RankNotFound => {
            "That season has no such rank. Pick one from the suggestions, and the right `season`."
        }
        ErrorCode::RankNameTaken => {
            "Another rank has that name. `/rank list` shows which are taken."
        }
        ErrorCode::PrizeNotFound => PRIZE_NOT_FOUND,
        ErrorCode::PrizeTaken => "That rank has that prize already. `/prize list` shows them.",
        ErrorCode::NotJoined => {
            "You have not joined that season yet. Use `/join`, with the same `season` if you gave \
             one, and try again."
        }
        ErrorCode::SubmissionNotFound => {
            "There is no such submission. Pick one from the suggestions, or see `/submissions`."
        }
        ErrorCode::SubmissionChanged => {
            "That submission was changed since you saw it. Look at it again in `/review`."
        }
        ErrorCode::AwardNotFound => "There is no such prize. `/award list` shows what was won.",
        ErrorCode::AwardNotWaiting if problem.params.contains_key("delivered_by") => {
            let by = somebody(value(problem, "delivered_by"));
            return Some(format!(
                "{by} has handed that prize over already. `/award undo` takes it back."
            ));
        }
        ErrorCode::AwardNotWaiting => {
            "That prize does not wait to be handed over. `/award list` shows what does."
        }
        ErrorCode::AwardNotDelivered => {
            "That prize was not handed over. `/award list` shows which were."
        }
        ErrorCode::AwardOfRank => {
            "That prize was won with a rank, and goes with the points. Only one that was given by \
             hand is taken back."
        }
        ErrorCode::ImportRefused => {
            "Some rows of that file cannot be imported, so none were. A dry run lists them."
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// A value that the problem carries, where it does.
pub(super) fn value<T: DeserializeOwned>(problem: &Problem, name: &str) -> Option<T> {
    serde_json::from_value(problem.params.get(name)?.clone()).ok()
}

fn no_current_season(problem: &Problem) -> String {
    match value::<Timestamp>(problem, "next_starts_at") {
        Some(at) => format!(
            "No season is open right now; the next begins {}, {}. Come back then; lists also show \
             other seasons, with `season`.",
            relative(at),
            instant(at),
        ),
        None => {
            "No season is open right now. Lists also show other seasons, with `season`.".to_owned()
        }
    }
}

/// A season that could be meant.
#[derive(Debug, Deserialize)]
pub(crate) struct SeasonChoice {
    /// Its id.
    pub(crate) id: SeasonId,
    name: String,
}

/// The seasons that could be meant.
pub(crate) fn choice_of_seasons(problem: &Problem) -> Vec<SeasonChoice> {
    value(problem, "seasons").unwrap_or_default()
}

fn season_ambiguous(problem: &Problem) -> String {
    let seasons = choice_of_seasons(problem);
    let name = |season: &SeasonChoice| format!("**{}**", escape(&season.name));
    let mut names: Vec<_> = seasons.iter().map(name).collect();
    fit(&mut names, NAMES_LIMIT, |left| format!("{left} more"));
    if names.is_empty() {
        return "Several seasons are open. Say which with `season`.".to_owned();
    }
    format!(
        "{} seasons are open: {}. Say which with `season`.",
        seasons.len(),
        names.join(", "),
    )
}

fn rank_threshold(problem: &Problem) -> String {
    match value::<String>(problem, "rank") {
        Some(rank) => format!(
            "**{}** needs as many points. Give this one more, or fewer.",
            escape(&rank)
        ),
        None => "Another rank needs as many points. Give this one more, or fewer.".to_owned(),
    }
}

fn season_not_open(problem: &Problem) -> String {
    let [from, to] = ["starts_at", "ends_at"].map(|name| value::<Timestamp>(problem, name));
    match (from, to) {
        (Some(from), Some(to)) => format!(
            "That season is not open: it runs from {} to {}. Come back then, or pick another \
             with `season`.",
            instant(from),
            instant(to),
        ),
        _ => "That season is not open. Pick another with `season`.".to_owned(),
    }
}

fn item_quantity(problem: &Problem) -> String {
    match value::<u32>(problem, "limit") {
        Some(limit) => format!(
            "One submission may hold up to {limit} of that item. Lower the quantity and try again."
        ),
        None => "That is too much of that item in one submission. Lower the quantity.".to_owned(),
    }
}

fn item_daily_limit(problem: &Problem) -> String {
    let [limit, left] = ["limit", "left"].map(|name| value::<u32>(problem, name));
    let again =
        value::<Timestamp>(problem, "until").map_or_else(|| "tomorrow".to_owned(), relative);
    match (limit, left) {
        (Some(limit), Some(left @ 1..)) => format!(
            "A day allows {limit} of that item; left for today: {left}. Lower the quantity, or wait for the \
             next day, which begins {again}."
        ),
        (Some(limit), _) => format!(
            "A day allows {limit} of that item, and none are left. The next day begins {again}."
        ),
        _ => format!("A day allows no more of that item. The next day begins {again}."),
    }
}

fn submission_decided(problem: &Problem) -> String {
    let by = somebody(value::<UserId>(problem, "decided_by"));
    match value::<SubmissionState>(problem, "state") {
        Some(SubmissionState::Approved) => format!(
            "{by} has approved that submission already. `/submission edit` and `/submission \
             delete` change what counts."
        ),
        Some(SubmissionState::Rejected) => {
            format!("{by} has rejected that submission already. The member can hand it in again.")
        }
        Some(SubmissionState::Deleted) => {
            format!("{by} has taken that submission back already. There is nothing left to do.")
        }
        Some(SubmissionState::Expired) => "The season ended before anybody decided about that \
            submission, so it no longer counts."
            .to_owned(),
        Some(SubmissionState::Pending) | None => {
            format!("{by} has decided about that submission already. `/submissions` shows how.")
        }
    }
}

fn limit_reached(problem: &Problem) -> String {
    match value::<u32>(problem, "limit") {
        Some(limit) => {
            format!("There are {limit} of these already, which is the limit. Delete one first.")
        }
        None => "There are as many of these as allowed. Delete one first.".to_owned(),
    }
}

fn waiting_submissions(problem: &Problem) -> String {
    let many = value::<u32>(problem, "limit");
    let many = many.map_or_else(|| "Too many".to_owned(), |limit| limit.to_string());
    format!("{many} of your submissions wait for a review. Hand in more once some are decided.")
}

#[cfg(test)]
mod tests {
    use crate::replies::problems::tests::{problem, text};
    use paddock_api_types::ErrorCode;
    use serde_json::{Value, json};

    #[test]
    fn a_sentence_holds_the_values_of_the_problem() {
        let day = "2026-12-01T18:00:00Z";
        let later = "2027-03-01T18:00:00Z";
        let decided = |state: &str, by: Value| {
            let params = json!({"state": state, "decided_by": by});
            (ErrorCode::SubmissionDecided, params)
        };
        let mut all = String::new();
        for (code, params) in [
            (ErrorCode::NoCurrentSeason, json!({"next_starts_at": day})),
            (
                ErrorCode::SeasonAmbiguous,
                json!({"seasons": [
                    {"id": "501", "name": "Sprint *1*", "number": 4},
                    {"id": "500", "name": "Winter", "number": 3},
                ]}),
            ),
            (ErrorCode::RankThresholdTaken, json!({"rank": "Gold_"})),
            (
                ErrorCode::SeasonNotOpen,
                json!({"starts_at": day, "ends_at": later}),
            ),
            (ErrorCode::ItemQuantityExceeded, json!({"limit": 5})),
            (
                ErrorCode::ItemDailyLimitReached,
                json!({"limit": 5, "left": 2, "until": day}),
            ),
            (
                ErrorCode::ItemDailyLimitReached,
                json!({"limit": 5, "left": 0, "until": day}),
            ),
            (ErrorCode::LimitReached, json!({"limit": 200})),
            decided("approved", "202".into()),
            decided("rejected", "202".into()),
            decided("deleted", "202".into()),
            decided("approved", Value::Null),
            decided("expired", Value::Null),
        ] {
            let mut problem = problem(code);
            problem.params = params.as_object().unwrap().clone();
            all.push_str(&text(problem));
            all.push('\n');
        }
        insta::assert_snapshot!(all, @r"
        No season is open right now; the next begins <t:1796148000:R>, <t:1796148000:f>. Come back then; lists also show other seasons, with `season`.
        2 seasons are open: **Sprint \*1\***, **Winter**. Say which with `season`.
        **Gold\_** needs as many points. Give this one more, or fewer.
        That season is not open: it runs from <t:1796148000:f> to <t:1803924000:f>. Come back then, or pick another with `season`.
        One submission may hold up to 5 of that item. Lower the quantity and try again.
        A day allows 5 of that item; left for today: 2. Lower the quantity, or wait for the next day, which begins <t:1796148000:R>.
        A day allows 5 of that item, and none are left. The next day begins <t:1796148000:R>.
        There are 200 of these already, which is the limit. Delete one first.
        <@202> has approved that submission already. `/submission edit` and `/submission delete` change what counts.
        <@202> has rejected that submission already. The member can hand it in again.
        <@202> has taken that submission back already. There is nothing left to do.
        Paddock has approved that submission already. `/submission edit` and `/submission delete` change what counts.
        The season ended before anybody decided about that submission, so it no longer counts.
        ");
    }
}
