//! Texts about guild settings and the checkup.

use super::{
    BLUE, GREEN, RED,
    format::{count, escape},
};
use crate::answer::Reply;
use paddock_api_types::guilds::{Check, CheckOutcome, Checkup, Guild};
use std::fmt::Display;
use twilight_util::builder::embed::EmbedBuilder;

/// What is done about what failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FailureFix {
    /// It is tried again.
    Retry,
    /// It is left undone.
    GiveUp,
}

/// `/config show`.
pub(crate) fn settings(guild: &Guild) -> Reply {
    let title = match &guild.name {
        Some(name) => format!("Settings of {}", escape(name)),
        None => "Settings of this server".to_owned(),
    };
    let card = EmbedBuilder::new()
        .title(title)
        .description(lines(guild))
        .color(BLUE)
        .build();
    Reply::card(card)
}

/// After a change.
pub(crate) fn changed(guild: &Guild) -> Reply {
    let mut reply = settings(guild);
    reply.content = format!("Saved. Next: {}", next_step(guild));
    reply
}

/// One command, the most important one that has not been given.
fn next_step(guild: &Guild) -> &'static str {
    let settings = &guild.settings;
    if settings.review_channel_id.is_none() {
        "`/setup review_channel:` names the channel in which registrations and submissions wait for you."
    } else if settings.verified_role_id.is_none() {
        "`/setup verified_role:` names the role that verified members get."
    } else if settings.announcement_channel_id.is_none() {
        "`/setup announcement_channel:` names the channel for news."
    } else {
        "`/checkup` shows whether I have what these settings need; then `/help` shows what admins begin \
         with."
    }
}

/// `/setup` without an option.
pub(crate) fn setup_help(guild: &Guild) -> Reply {
    let mut reply = settings(guild);
    "Set up Paddock by giving `/setup` its options, all together or one after another:\n\
     `verified_role` is given to verified members,\n\
     `admin_role` makes its holders Paddock admins,\n\
     `review_channel` is where registrations and submissions wait for an admin,\n\
     `announcement_channel` is where promotions, claimed car numbers, and seasons that open and close, \
     are announced,\n\
     `time_zone` is where days begin and end: type a city, such as Berlin,\n\
     `league_id`, `min_number` and `max_number` are the iRacing league and the car numbers that can be \
     claimed.\n\
     Then `/checkup` shows what is still missing."
        .clone_into(&mut reply.content);
    reply
}

fn lines(guild: &Guild) -> String {
    let settings = &guild.settings;
    let role = |id: Option<_>| mention("<@&", id);
    let channel = |id: Option<_>| mention("<#", id);
    [
        format!(
            "**League** {}",
            settings.league_id.map_or(unset(), |id| id.to_string())
        ),
        format!(
            "**Car numbers** {} to {}, {} for each member",
            settings.number_min, settings.number_max, settings.numbers_per_member
        ),
        format!(
            "**Numbers of members who left** free again after {}",
            count(settings.number_release_days.into(), "day")
        ),
        format!(
            "**iRacing names and ids** {}",
            if settings.league_holds_consent {
                "shown, as the league holds its drivers' consent"
            } else {
                "shown of members who agreed"
            }
        ),
        format!("**Admin role** {}", role(settings.admin_role_id)),
        format!("**Verified role** {}", role(settings.verified_role_id)),
        format!(
            "**Announcements** {}",
            channel(settings.announcement_channel_id)
        ),
        format!("**Reviews** {}", channel(settings.review_channel_id)),
        format!("**Admin channel** {}", channel(settings.admin_channel_id)),
        format!("**Attendance** {}", channel(settings.attendance_channel_id)),
        format!(
            "**In place of direct messages** {}",
            channel(settings.fallback_channel_id)
        ),
        format!(
            "**Submissions** {}",
            if settings.auto_approve_submissions {
                "count immediately"
            } else {
                "wait for a review"
            }
        ),
        format!("**Time zone** {}", escape(&settings.time_zone)),
    ]
    .join("\n")
}

fn mention<Id: Display>(opening: &str, id: Option<Id>) -> String {
    id.map_or_else(unset, |id| format!("{opening}{id}>"))
}

fn unset() -> String {
    "not set".to_owned()
}

/// Title and accent of `/checkup`.
pub(crate) fn checkup_head(checkup: &Checkup) -> (String, u32) {
    let failed = |check: &&Check| check.outcome == CheckOutcome::Fail;
    match (
        checkup.healthy,
        checkup.checks.iter().filter(failed).count(),
    ) {
        (true, _) => ("All is well".to_owned(), GREEN),
        (false, 1) => ("One thing needs attention".to_owned(), RED),
        (false, count) => (format!("{count} things need attention"), RED),
    }
}

/// One line of `/checkup`, with what to do below it.
pub(crate) fn check(check: &Check) -> String {
    let sign = match check.outcome {
        CheckOutcome::Pass => "✅",
        CheckOutcome::Fail => "❌",
        CheckOutcome::Unknown => "❔",
        CheckOutcome::Off => "➖",
    };
    match &check.remedy {
        Some(remedy) => format!("{sign} {}\n  ↳ {remedy}", check.title),
        None => format!("{sign} {}", check.title),
    }
}

/// Before failures are given up.
pub(crate) const GIVE_UP_QUESTION: &str = "**Give up everything that failed in Discord?**\n\
     Messages that could not be sent are dropped for good. A role that a member should have, or \
     should not, is asked for again when I next look at them, so fix the cause or change the \
     setting as well.";

/// After failures were gone through.
pub(crate) fn resolved(fix: FailureFix, count: usize, all: bool) -> String {
    if count == 0 {
        return "Nothing is left that failed. `/checkup` shows how things stand.".to_owned();
    }
    let done = match fix {
        FailureFix::Retry => format!("Asked again for {count}."),
        FailureFix::GiveUp => format!("Gave up {count}."),
    };
    let next = match (fix, all) {
        (_, false) => "Then something went wrong; `/checkup` shows what is left.",
        (FailureFix::Retry, true) => "In a moment, `/checkup` shows whether it worked.",
        (FailureFix::GiveUp, true) => "`/checkup` shows how things stand.",
    };
    format!("{done} {next}")
}
