//! Whether Discord lets the bot see who is there.

use super::{Facts, off, pass, unknown};
use paddock_api_types::bot::IntentState;
use paddock_api_types::guilds::Check;

const TITLE: &str = "Presence intent";

/// Being without it is no failure: Discord refuses it to many, and everything else works.
pub(super) fn check(facts: &Facts<'_>) -> Check {
    match facts.intents.map(|intents| intents.presences) {
        None => unknown(TITLE),
        Some(IntentState::Granted) => pass(TITLE),
        Some(IntentState::Limited) => Check {
            remedy: Some(
                "Limited: it works, and Discord reviews it once the bot grows.".to_owned(),
            ),
            ..pass(TITLE)
        },
        Some(IntentState::Missing) => off(
            TITLE,
            "Without it, who of the staff is there is unknown; roster, leave, duty and who last used Paddock work. To have it: \
             Discord's Developer Portal, the application, Bot, Presence Intent; then restart the bot.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::checkup;
    use super::*;
    use jiff::Timestamp;
    use paddock_api_types::bot::BotIntents;
    use paddock_api_types::guilds::CheckOutcome::{self, Off, Pass, Unknown};

    /// How the check ends, whether it says more, and whether all is well with the rest of the facts.
    fn outcome(presences: Option<IntentState>) -> (CheckOutcome, bool, bool) {
        let members = IntentState::Granted;
        let checked = checkup(&Facts {
            requirements: &[],
            admin_role: None,
            report: None,
            heartbeat_at: Some(Timestamp::UNIX_EPOCH),
            intents: presences.map(|presences| BotIntents { presences, members }),
            failed: &[],
            now: Timestamp::UNIX_EPOCH,
        });
        let found = checked.checks.iter().find(|check| check.title == TITLE);
        let found = found.unwrap();
        (found.outcome, found.remedy.is_some(), checked.healthy)
    }

    #[test]
    fn granted_limited_and_missing_are_told_apart_and_none_is_a_failure() {
        assert_eq!(outcome(Some(IntentState::Granted)), (Pass, false, true));
        assert_eq!(outcome(Some(IntentState::Limited)), (Pass, true, true));
        assert_eq!(outcome(Some(IntentState::Missing)), (Off, true, true));
        assert_eq!(outcome(None), (Unknown, true, true));
    }
}
