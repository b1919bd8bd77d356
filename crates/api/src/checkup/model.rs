//! The checkup: everything that a configured feature needs in Discord, each with pass or the exact
//! thing missing and how to grant it. Pure: it compares what is stored.

mod failed;
#[cfg(test)]
mod tests;

use crate::effects::model::Effect;
use crate::guilds;
use jiff::Timestamp;
use paddock_api_types::bot::{GuildChannel, ReportGuild};
use paddock_api_types::guilds::{Check, CheckOutcome, Checkup, GuildSettings};
use paddock_api_types::{ChannelId, RoleId};
use std::time::Duration;

/// Discord's permission bits, with the names that its settings show.
const ADMINISTRATOR: u64 = 1 << 3;
const MANAGE_ROLES: (u64, &str) = (1 << 28, "Manage Roles");
const POSTING: [(u64, &str); 3] = [
    (1 << 10, "View Channel"),
    (1 << 11, "Send Messages"),
    (1 << 14, "Embed Links"),
];
const POSTING_FILES: [(u64, &str); 4] = [
    POSTING[0],
    POSTING[1],
    POSTING[2],
    (1 << 15, "Attach Files"),
];

/// A bot that has been silent for longer is not running.
const SILENCE: Duration = Duration::from_mins(2);

/// The facts that are checked.
pub(super) struct Facts<'f> {
    pub(super) settings: &'f GuildSettings,
    pub(super) report: Option<&'f ReportGuild>,
    /// Can be won in seasons that go on.
    pub(super) prize_roles: &'f [RoleId],
    pub(super) heartbeat_at: Option<Timestamp>,
    pub(super) failed: &'f [Effect],
    pub(super) now: Timestamp,
}

pub(super) fn checkup(facts: &Facts<'_>) -> Checkup {
    let mut checks = vec![heartbeat(facts), members_intent(facts)];
    checks.extend(roles_given(facts));
    checks.extend(admin_role(facts));
    let settings = facts.settings;
    checks.push(channel(
        facts,
        "Announcement",
        settings.announcement_channel_id,
        &POSTING,
    ));
    checks.push(channel(
        facts,
        "Review",
        settings.review_channel_id,
        &POSTING,
    ));
    checks.push(channel(
        facts,
        "Admin",
        settings.admin_channel_id,
        &POSTING_FILES,
    ));
    checks.push(channel(
        facts,
        "Attendance",
        settings.attendance_channel_id,
        &POSTING,
    ));
    if settings.fallback_channel_id.is_some() {
        let fallback = settings.fallback_channel_id;
        checks.push(channel(facts, "Fallback", fallback, &POSTING));
    }
    checks.extend(failed::checks(facts.failed));
    Checkup {
        healthy: checks
            .iter()
            .all(|check| check.outcome != CheckOutcome::Fail),
        checks,
    }
}

fn pass(title: impl Into<String>) -> Check {
    Check {
        title: title.into(),
        outcome: CheckOutcome::Pass,
        remedy: None,
    }
}

fn fail(title: impl Into<String>, remedy: impl Into<String>) -> Check {
    Check {
        title: title.into(),
        outcome: CheckOutcome::Fail,
        remedy: Some(remedy.into()),
    }
}

fn unknown(title: impl Into<String>) -> Check {
    let remedy = "The bot has not reported this server yet. Start the bot, or wait a few seconds.";
    Check {
        title: title.into(),
        outcome: CheckOutcome::Unknown,
        remedy: Some(remedy.to_owned()),
    }
}

fn off(title: impl Into<String>, remedy: &str) -> Check {
    Check {
        title: title.into(),
        outcome: CheckOutcome::Off,
        remedy: Some(remedy.to_owned()),
    }
}

fn heartbeat(facts: &Facts<'_>) -> Check {
    let title = "Bot is running";
    match facts.heartbeat_at {
        None => fail(title, "No bot has been heard yet. Start `paddock bot`."),
        Some(at) if facts.now.duration_since(at).unsigned_abs() > SILENCE => fail(
            title,
            "The bot has been silent for over two minutes. Look at its log.",
        ),
        Some(_) => pass(title),
    }
}

fn members_intent(facts: &Facts<'_>) -> Check {
    let title = "Server Members intent";
    match facts.report {
        None => unknown(title),
        Some(report) if report.bot.members_intent => pass(title),
        Some(_) => fail(
            title,
            "Without it, leaving and returning members go unnoticed. In Discord's Developer \
             Portal open the application, Bot, and switch on Server Members Intent; then restart \
             the bot.",
        ),
    }
}

/// The roles that Paddock gives, and whether the bot can.
fn roles_given(facts: &Facts<'_>) -> Vec<Check> {
    let verified = facts.settings.verified_role_id;
    let mut checks = Vec::new();
    if let Some(role) = verified {
        checks.push(role_in_reach(facts, role, &VERIFIED));
    } else {
        let remedy = "No role is given to verified members. To have one: /setup verified_role.";
        checks.push(off("Verified role", remedy));
    }
    let prizes = facts.prize_roles.iter();
    checks.extend(prizes.map(|role| role_in_reach(facts, *role, &PRIZE)));
    if let Some(report) = facts.report
        && (verified.is_some() || !facts.prize_roles.is_empty())
    {
        let title = "Permission to give roles";
        checks.push(if has(report.bot.permissions, MANAGE_ROLES.0) {
            pass(title)
        } else {
            let remedy = "Server Settings, Roles, the bot's role: switch on Manage Roles.";
            fail(title, remedy)
        });
    }
    checks
}

/// What a role is granted for, and how to choose another.
struct Given {
    name: &'static str,
    gone: &'static str,
    powerful: &'static str,
}

const VERIFIED: Given = Given {
    name: "Verified",
    gone: "The role is gone from this server. Choose another with /setup.",
    powerful: "The role has power over others, and everybody who is verified gets it. Choose \
               another with /setup, or take its permissions away.",
};
const PRIZE: Given = Given {
    name: "Prize",
    gone: "The role is gone from this server. Take the prize away with /prize remove.",
    powerful: "The role has power over others, and whoever has the points gets it. Take the prize \
               away with /prize remove, or take the role's permissions away.",
};

/// A role can be given only by somebody whose highest role stands above it.
fn role_in_reach(facts: &Facts<'_>, role: RoleId, given: &Given) -> Check {
    let title = format!("{} role <@&{role}>", given.name);
    let Some(report) = facts.report else {
        return unknown(title);
    };
    let Some(role) = report.roles.iter().find(|known| known.id == role) else {
        return fail(title, given.gone);
    };
    if role.managed {
        return fail(
            title,
            "Discord manages this role itself; nobody can give it.",
        );
    }
    if guilds::is_powerful(role) {
        return fail(title, given.powerful);
    }
    if role.position >= report.bot.top_role_position {
        let remedy = "The bot's highest role is too low. Server Settings, Roles: drag the bot's \
                      role above this one.";
        return fail(title, remedy);
    }
    pass(title)
}

fn admin_role(facts: &Facts<'_>) -> Option<Check> {
    let role = facts.settings.admin_role_id?;
    let title = format!("Admin role <@&{role}>");
    Some(match facts.report {
        None => unknown(title),
        Some(report) if report.roles.iter().any(|known| known.id == role) => pass(title),
        Some(_) => fail(
            title,
            "The role is gone from this server. Choose another with /setup.",
        ),
    })
}

fn channel(
    facts: &Facts<'_>,
    name: &str,
    channel: Option<ChannelId>,
    needed: &[(u64, &str)],
) -> Check {
    let Some(channel) = channel else {
        let remedy = "No channel is set. To have one: /setup or /config channel.";
        return off(format!("{name} channel"), remedy);
    };
    let title = format!("{name} channel <#{channel}>");
    let Some(report) = facts.report else {
        return unknown(title);
    };
    let Some(channel) = report.channels.iter().find(|known| known.id == channel) else {
        return fail(
            title,
            "The channel is gone, or the bot cannot see it. Choose another with /config channel.",
        );
    };
    let missing = missing(channel, needed);
    if missing.is_empty() {
        return pass(title);
    }
    let missing = missing.join(", ");
    fail(
        title,
        format!("Edit the channel, Permissions, add the bot, and allow: {missing}."),
    )
}

fn missing<'n>(channel: &GuildChannel, needed: &[(u64, &'n str)]) -> Vec<&'n str> {
    needed
        .iter()
        .filter(|(bit, _)| !has(channel.bot_permissions, *bit))
        .map(|(_, name)| *name)
        .collect()
}

fn has(permissions: u64, bit: u64) -> bool {
    permissions & (ADMINISTRATOR | bit) != 0
}
