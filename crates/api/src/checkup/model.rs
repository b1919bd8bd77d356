//! The checkup: everything that a configured feature needs in Discord, each with pass or the exact
//! thing missing and how to grant it. Pure: it compares what is stored.

mod failed;
mod presences;
#[cfg(test)]
mod tests;

use crate::effects::Effect;
use crate::guilds;
use crate::requirements::{Permission, RequiredChannel, RequiredRole, Requirements, RolePurpose};
use jiff::Timestamp;
use paddock_api_types::RoleId;
use paddock_api_types::bot::{BotIntents, GuildChannel, ReportGuild};
use paddock_api_types::guilds::{Check, CheckOutcome, Checkup};

/// Discord's permission bits, with the names that its settings show.
const ADMINISTRATOR: u64 = 1 << 3;
const MANAGE_ROLES: Permission = (1 << 28, "Manage Roles");

/// The facts that are checked.
pub(super) struct Facts<'f> {
    /// What configured features need, capability by capability.
    pub(super) requirements: &'f [Requirements],
    pub(super) admin_role: Option<RoleId>,
    pub(super) report: Option<&'f ReportGuild>,
    pub(super) heartbeat_at: Option<Timestamp>,
    pub(super) intents: Option<BotIntents>,
    pub(super) failed: &'f [Effect],
    pub(super) now: Timestamp,
}

pub(super) fn checkup(facts: &Facts<'_>) -> Checkup {
    let mut checks = vec![heartbeat(facts), members_intent(facts)];
    checks.push(presences::check(facts));
    checks.extend(roles_given(facts));
    checks.extend(admin_role(facts));
    let channels = facts.requirements.iter().flat_map(|it| &it.channels);
    checks.extend(channels.map(|required| channel(facts, required)));
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
        Some(at) if facts.now.duration_since(at).unsigned_abs() > guilds::SILENCE => fail(
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
    let required: Vec<&RequiredRole> = facts.requirements.iter().flat_map(|it| &it.roles).collect();
    let mut checks: Vec<_> = required
        .iter()
        .filter_map(|required| match (required.role, required.purpose.unset) {
            (Some(role), _) => Some(role_in_reach(facts, role, required.purpose)),
            (None, Some(remedy)) => Some(off(format!("{} role", required.purpose.name), remedy)),
            (None, None) => None,
        })
        .collect();
    if let Some(report) = facts.report
        && required.iter().any(|required| required.role.is_some())
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

/// A role can be given only by somebody whose highest role stands above it.
fn role_in_reach(facts: &Facts<'_>, role: RoleId, purpose: &RolePurpose) -> Check {
    let title = format!("{} role <@&{role}>", purpose.name);
    let Some(report) = facts.report else {
        return unknown(title);
    };
    let Some(role) = report.roles.iter().find(|known| known.id == role) else {
        return fail(title, purpose.gone);
    };
    if role.managed {
        return fail(
            title,
            "Discord manages this role itself; nobody can give it.",
        );
    }
    if guilds::is_powerful(role) {
        return fail(title, purpose.powerful);
    }
    if role.position >= report.bot.top_role_position {
        let remedy = "The bot's highest role is too low. Server Settings, Roles: drag the bot's \
                      role above this one.";
        return fail(title, remedy);
    }
    pass(title)
}

fn admin_role(facts: &Facts<'_>) -> Option<Check> {
    let role = facts.admin_role?;
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

fn channel(facts: &Facts<'_>, required: &RequiredChannel) -> Check {
    let name = required.name;
    let Some(channel) = required.channel else {
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
    let missing = missing(channel, required.permissions);
    if missing.is_empty() {
        return pass(title);
    }
    let missing = missing.join(", ");
    fail(
        title,
        format!("Edit the channel, Permissions, add the bot, and allow: {missing}."),
    )
}

fn missing(channel: &GuildChannel, needed: &[Permission]) -> Vec<&'static str> {
    needed
        .iter()
        .filter(|(bit, _)| !has(channel.bot_permissions, *bit))
        .map(|(_, name)| *name)
        .collect()
}

fn has(permissions: u64, bit: u64) -> bool {
    permissions & (ADMINISTRATOR | bit) != 0
}
