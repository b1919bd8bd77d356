//! What could not be done in Discord and waits for an admin.

use super::{fail, pass};
use crate::effects::Effect;
use paddock_api_types::effects::{EffectAction, EffectErrorCode};
use paddock_api_types::guilds::Check;

/// How many are spelled out.
const SPELLED_OUT: usize = 5;

pub(super) fn checks(failed: &[Effect]) -> Vec<Check> {
    if failed.is_empty() {
        return vec![pass("Nothing failed in Discord")];
    }
    let mut checks: Vec<_> = failed.iter().take(SPELLED_OUT).map(check).collect();
    let rest = failed.len().saturating_sub(SPELLED_OUT);
    if rest > 0 {
        let title = format!("{rest} more failed");
        checks.push(fail(title, "GET /api/effects?state=failed lists them."));
    }
    checks
}

fn check(effect: &Effect) -> Check {
    let title = match &effect.action {
        EffectAction::GrantRole {
            user_id, role_id, ..
        } => {
            format!("Could not give <@&{role_id}> to <@{user_id}>")
        }
        EffectAction::RevokeRole {
            user_id, role_id, ..
        } => {
            format!("Could not take <@&{role_id}> from <@{user_id}>")
        }
        EffectAction::SendMessage { channel_id, .. } => {
            format!("Could not post in <#{channel_id}>")
        }
        EffectAction::EditMessage { post, .. } => format!("Could not change the message of {post}"),
        EffectAction::DeleteMessage { post } => format!("Could not delete the message of {post}"),
        EffectAction::DirectMessage { user_id, .. } => format!("Could not write to <@{user_id}>"),
        EffectAction::SyncPresence => "Could not ask for the presence of the staff".to_owned(),
    };
    // What names something that is gone cannot be done by trying again.
    let remedy = match effect.last_error {
        Some(EffectErrorCode::UnknownRole) => {
            "The role is gone. Choose another with /setup, then press Give up."
        }
        Some(EffectErrorCode::UnknownChannel) => {
            "The channel is gone. Choose another with /config channel, then press Give up."
        }
        Some(EffectErrorCode::MissingPermission) => {
            "The bot lacks the permission, or its highest role is too low. Mend that, then press \
             Retry."
        }
        _ => {
            "Discord refused or could not be reached; the bot's log tells more. Mend that, then \
             press Retry."
        }
    };
    fail(title, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use paddock_api_types::effects::EffectState;
    use paddock_api_types::{EffectId, GuildId, RoleId, UserId};

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn failed(id: i64, error: EffectErrorCode) -> Effect {
        Effect {
            id: EffectId::new(id).unwrap(),
            guild_id: GuildId::new(1).unwrap(),
            subject: "member:2".to_owned(),
            action: EffectAction::GrantRole {
                user_id: UserId::new(2).unwrap(),
                role_id: RoleId::new(20).unwrap(),
                reason: String::new(),
            },
            state: EffectState::Failed,
            attempts: 1,
            due_at: NOW,
            last_error: Some(error),
            last_error_detail: None,
            created_at: NOW,
            message: None,
        }
    }

    #[test]
    fn each_says_which_button_helps() {
        let errors = [
            EffectErrorCode::UnknownRole,
            EffectErrorCode::UnknownChannel,
            EffectErrorCode::MissingPermission,
            EffectErrorCode::DiscordUnavailable,
        ];
        let effects: Vec<_> = errors.map(|error| failed(1, error)).into();
        let checks = checks(&effects).into_iter();
        let remedies: Vec<_> = checks.map(|check| check.remedy.unwrap()).collect();
        insta::assert_snapshot!(remedies.join("\n"), @"
        The role is gone. Choose another with /setup, then press Give up.
        The channel is gone. Choose another with /config channel, then press Give up.
        The bot lacks the permission, or its highest role is too low. Mend that, then press Retry.
        Discord refused or could not be reached; the bot's log tells more. Mend that, then press Retry.
        ");
    }

    #[test]
    fn many_failures_are_counted_and_not_all_spelled_out() {
        let effects: Vec<_> = (1..=8)
            .map(|id| failed(id, EffectErrorCode::Refused))
            .collect();
        let checks = checks(&effects);
        assert_eq!(checks.len(), SPELLED_OUT + 1);
        assert_eq!(checks[SPELLED_OUT].title, "3 more failed");
    }
}
