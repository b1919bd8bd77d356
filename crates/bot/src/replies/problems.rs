//! What went wrong, in one sentence that says what to do next.

mod attendance;
mod league;
mod numbers;
mod options;
mod seasons;
mod staff;

pub(crate) use numbers::nearest_numbers;
pub(crate) use options::name_option;
pub(crate) use seasons::choice_of_seasons;

use crate::answer::Failure;
use crate::replies::format::{relative, somebody};
use paddock_api_client::Error;
use paddock_api_types::{ErrorCode, Problem, Timestamp, members::MemberStatus};

/// What the member reads instead of an answer.
pub(crate) fn failure(of: &Failure, reference: &str) -> String {
    match of {
        Failure::Api(Error::Problem {
            problem,
            retry_after,
        }) => {
            let seconds = retry_after.map(|wait| wait.as_secs().max(1));
            sentence(problem, seconds)
                .unwrap_or_else(|| went_wrong(given_reference(problem).unwrap_or(reference)))
        }
        Failure::Api(_) => went_wrong(reference),
        Failure::InvalidOption { option, detail } => cannot_be_used(&format!("`{option}`"), detail),
        Failure::Malformed(_) | Failure::UnknownCommand => {
            "That command was just updated. Please try again.".to_owned()
        }
        Failure::Outdated => {
            "This button is from an earlier version; run the command again.".to_owned()
        }
        Failure::Mistake(text) => text.clone(),
        Failure::Retype {
            failure: cause,
            command,
        } => format!(
            "{}\nNothing was created. What you typed, to send again once it is corrected:\n```\n{command}\n```",
            failure(cause, reference),
        ),
    }
}

/// Logs a failure; what the member can put right is of no interest to operators.
pub(crate) fn log(failure: &Failure) {
    match failure {
        Failure::Retype { failure, .. } => log(failure),
        Failure::Api(Error::Problem { problem, .. }) if problem.status < 500 => {
            tracing::info!(
                problem.code = problem.code.as_str(),
                "the API refused a command"
            );
        }
        Failure::Api(error) => tracing::error!(error = chain(error), "a command failed"),
        Failure::Malformed(_) | Failure::UnknownCommand => {
            tracing::warn!(%failure, "an unknown command or option; are the commands registered?");
        }
        Failure::InvalidOption { .. } | Failure::Outdated | Failure::Mistake(_) => {
            tracing::info!(%failure, "a command was refused");
        }
    }
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// To what the member can do nothing about; the reference leads to the log.
pub(crate) fn went_wrong(reference: &str) -> String {
    format!("Something went wrong, reference `{reference}`. Please try again in a moment.")
}

fn given_reference(problem: &Problem) -> Option<&str> {
    (!problem.request_id.is_empty()).then_some(problem.request_id.as_str())
}

/// `None` for what the member can do nothing about.
fn sentence(problem: &Problem, retry_after: Option<u64>) -> Option<String> {
    let text = match problem.code {
        ErrorCode::InvalidValue => return Some(invalid_value(problem)),
        ErrorCode::UnknownRole => return Some(unusable_role(problem)),
        ErrorCode::Forbidden => return Some(forbidden(problem)),
        ErrorCode::RateLimited => return Some(rate_limited(retry_after)),
        ErrorCode::DailyLimitReached => return Some(daily_limit(problem)),
        ErrorCode::Banned => {
            "You are banned from Paddock in this server. Ask a server admin if that is a mistake."
        }
        ErrorCode::LeftGuild => "You have left this server. Join it again, then try once more.",
        ErrorCode::Timeout | ErrorCode::Unavailable => {
            "Paddock is not available right now. Please try again in a minute."
        }
        ErrorCode::NotRegistered => "You are not registered yet. Use `/register` first.",
        ErrorCode::MemberNotFound => {
            "That member is not registered here. They can do so with `/register`."
        }
        ErrorCode::MemberNotVerified => {
            "That needs a verified member. An admin verifies with `/verify`."
        }
        ErrorCode::MemberBanned => "That member is banned. Use `/unban` first.",
        ErrorCode::MemberNotBanned => "That member is not banned. `/members` shows who is.",
        ErrorCode::MemberDecided => return Some(member_decided(problem)),
        ErrorCode::RootProtected => "That is the root admin, who cannot be rejected or banned.",
        ErrorCode::AdminProtected => {
            "That member is an admin. Use `/admin revoke` first, then try again."
        }
        ErrorCode::SelfTargeted => "You cannot do that to yourself. Ask another admin.",
        ErrorCode::TokenNotFound => {
            "You have no such token. `/token list` shows the ones you have."
        }
        ErrorCode::TokenLimitReached => {
            "You have as many tokens as allowed. Revoke one with `/token revoke` first."
        }
        ErrorCode::StoredTokenLimitReached => {
            "You have made too many tokens lately. Those that you revoked make room after 30 days."
        }
        ErrorCode::TokenNameTaken => {
            "Another of your tokens has that name. Give this one another name."
        }
        ErrorCode::ApiAccessRequired => {
            "You have no API access yet. Ask an admin to approve you with `/access grant`."
        }
        ErrorCode::UnknownChannel if problem.field.as_deref() == Some("voice_channel_id") => {
            "That voice channel cannot be used, or no longer. An admin can pick another one of this server."
        }
        ErrorCode::UnknownChannel if problem.field.as_deref() == Some("admin_channel_id") => {
            "The code would be shown in the admin channel, which does not exist any more. Set another \
             one with `/config channel`."
        }
        ErrorCode::UnknownChannel => {
            "That channel cannot be used. Pick a text channel of this server that I can see."
        }
        ErrorCode::EffectNotFound => "That is no longer in the queue. `/checkup` shows what is.",
        ErrorCode::EffectNotFailed => {
            "That has not failed, or no longer. `/checkup` shows what has."
        }
        // A fault of the bot, of the service, or of a version between the two.
        ErrorCode::InvalidRequest
        | ErrorCode::UnsupportedMediaType
        | ErrorCode::BodyTimeout
        | ErrorCode::UriTooLong
        | ErrorCode::HeadersTooLarge
        | ErrorCode::PayloadTooLarge
        | ErrorCode::NotFound
        | ErrorCode::MethodNotAllowed
        | ErrorCode::Unauthorized
        | ErrorCode::CrossSiteRequest
        | ErrorCode::IdempotencyKeyReused
        | ErrorCode::EffectLeaseLost
        | ErrorCode::Internal
        | ErrorCode::Unknown => return None,
        // The enum may grow; a test holds every code of this version to an arm here or there.
        _ => {
            return seasons::sentence(problem)
                .or_else(|| attendance::sentence(problem))
                .or_else(|| numbers::sentence(problem))
                .or_else(|| league::sentence(problem))
                .or_else(|| staff::sentence(problem));
        }
    };
    Some(text.to_owned())
}

/// For a field that no option of the command stands for.
fn invalid_value(problem: &Problem) -> String {
    match &problem.field {
        Some(field) => {
            let what = format!("The {}", field.replace('_', " "));
            cannot_be_used(&what, &problem.detail)
        }
        None => cannot_be_used("That value", &problem.detail),
    }
}

fn cannot_be_used(what: &str, detail: &str) -> String {
    let detail = detail.trim_end_matches('.');
    format!("{what} cannot be used: {detail}. Change it and try again.")
}

/// The API knows why: the role is not there, cannot be given, or has power over others.
fn unusable_role(problem: &Problem) -> String {
    let detail = problem.detail.trim_end_matches('.');
    format!("That role cannot be used: {detail}. Pick another role of this server.")
}

/// The verdict of another admin stands, until somebody means to change it.
fn member_decided(problem: &Problem) -> String {
    let by = somebody(seasons::value(problem, "decided_by"));
    match seasons::value::<MemberStatus>(problem, "status") {
        Some(MemberStatus::Verified) => {
            format!("{by} has verified that member already. `/reject` takes it back.")
        }
        Some(MemberStatus::Rejected) => {
            format!("{by} has rejected that member already. `/verify` takes it back.")
        }
        Some(MemberStatus::Banned) => {
            format!("{by} has banned that member already. `/unban` takes it back.")
        }
        Some(MemberStatus::Pending) | None => {
            "Somebody has decided about that member already. `/members` shows how.".to_owned()
        }
    }
}

fn forbidden(problem: &Problem) -> String {
    let level = |name| problem.params.get(name).and_then(|level| level.as_str());
    let text = match level("required") {
        Some("verified") if level("actual") == Some("pending") => {
            "An admin has to verify you first. You are registered, and I will message you when they \
             have decided."
        }
        Some("pending" | "verified") => {
            "Only members can do that. Register with `/register`; if an admin has turned you down, \
             `/me` shows why."
        }
        Some("manager") => "Only people with **Manage Server** can do that. Ask one of them.",
        Some("admin") => "Only Paddock admins can do that. Ask one of them.",
        Some("root") => "Only the root admin can do that.",
        _ => "You may not do that. Ask an admin of this server.",
    };
    text.to_owned()
}

fn rate_limited(retry_after: Option<u64>) -> String {
    match retry_after {
        Some(1) => "That was too fast. Please try again in a second.".to_owned(),
        Some(seconds) => format!("That was too fast. Please try again in {seconds} seconds."),
        None => "That was too fast. Please try again in a moment.".to_owned(),
    }
}

fn daily_limit(problem: &Problem) -> String {
    let limit = seasons::value::<u32>(problem, "limit");
    match (limit, seasons::value::<Timestamp>(problem, "until")) {
        (Some(limit), Some(until)) => format!(
            "You have done that {limit} times within 24 hours, which is the limit. Try again {}.",
            relative(until)
        ),
        _ => {
            "You have done that as often as allowed within 24 hours. Try again tomorrow.".to_owned()
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
