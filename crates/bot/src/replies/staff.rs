//! Texts about staff.
//!
//! A status is a sign and a word, so that nobody has to tell colours apart, and an unknown one never
//! looks like offline.

use super::{
    BLUE,
    format::{escape, relative, shorten},
};
use crate::{
    answer::Reply,
    pages::{self, Position},
};
use paddock_api_types::{
    UserId,
    staff::{
        Platforms, StaffActivity, StaffAway, StaffDay, StaffDiscordStatus, StaffMember,
        StaffRoster, StaffSettings, StaffStatus, StaffTime, UnknownBecause,
    },
};
use std::fmt::Write as _;
use twilight_util::builder::embed::EmbedBuilder;

/// After `/presence hide`.
pub(crate) const HIDDEN: &str = "Only your status is shown from now on. What you do and your custom status are not, also not for \
     the past. `/presence show` shows them again.";
/// After `/presence show`.
pub(crate) const SHOWN: &str =
    "What you do and your custom status are shown from now on. `/presence hide` hides them.";
/// After `/duty off`.
pub(crate) const OFF_DUTY: &str = "You are off duty. Thank you!";
/// To a name and its removal.
pub(crate) const NAME_AND_CLEAR: &str = "Give a `name`, or `clear_name`, not both.";
/// To a title and its removal.
pub(crate) const TITLE_AND_CLEAR: &str = "Give a `title`, or `clear_title`, not both.";
/// To a leave without its end.
pub(crate) const NO_LAST_DAY: &str =
    "Say `until` when, as in `tomorrow` or `in 2 weeks`. To end a leave, use `end:True`.";
/// To a channel and its removal.
pub(crate) const BOARD_AND_OFF: &str = "Give a `channel`, or `off:True`, not both.";
/// To the end of a leave, with days.
pub(crate) const END_AND_DAYS: &str = "Use `end:True` alone, without days.";

/// Longest text of a presence in a line.
const TEXT_LIMIT: usize = 60;
/// Days of the chart, which fit a phone together.
const CHART_DAYS: usize = 14;
/// Signs of the chart for a day: one for every two hours.
const CHART_WIDTH: u64 = 12;

/// After `/staff board`.
pub(crate) fn board(settings: &StaffSettings, changed: bool) -> Reply {
    Reply::text(match (settings.board_channel_id, changed) {
        (Some(channel), true) => format!(
            "A message in <#{channel}> shows who of the staff is there, in a moment, and follows \
             within a minute. `/staff board off:True` deletes it."
        ),
        (Some(channel), false) => format!("The status board is in <#{channel}>."),
        (None, true) => "The status board is switched off, and its message deleted.".to_owned(),
        (None, false) => {
            "There is no status board. `/staff board channel:` has one kept in a channel."
                .to_owned()
        }
    })
}

/// After `/staff add`.
pub(crate) fn added(member: &StaffMember) -> Reply {
    Reply::text(format!(
        "{} is on the roster. Their status shows once Discord says it; `/staffstatus` has it.",
        standing(member)
    ))
}

/// After `/staff edit`.
pub(crate) fn changed(member: &StaffMember) -> Reply {
    Reply::text(format!(
        "{} is on the roster like that now.",
        standing(member)
    ))
}

/// Before `/staff remove`.
pub(crate) fn ask_to_remove(user: UserId) -> String {
    format!(
        "Take <@{user}> off the roster? What is known of when they were there goes with it, and does not \
         come back."
    )
}

/// After `/staff remove`.
pub(crate) fn removed(user: UserId) -> String {
    format!("<@{user}> is off the roster, and their times are deleted.")
}

/// After `/staff away`.
pub(crate) fn away(member: &StaffMember) -> Reply {
    let leave = member.away.as_ref().map(leave).unwrap_or_default();
    Reply::text(format!(
        "<@{}> is on leave {leave}. `/staff away end:True` ends it.",
        member.user_id
    ))
}

/// After `/staff away end:True`.
pub(crate) fn back(member: &StaffMember) -> Reply {
    Reply::text(format!("<@{}> is not on leave any more.", member.user_id))
}

/// After `/duty on`.
pub(crate) fn on_duty(member: &StaffMember) -> Reply {
    let since = member.on_duty_since.map(relative).unwrap_or_default();
    Reply::text(format!(
        "You are on duty (said), begun {since}. `/duty off` when you leave."
    ))
}

/// `/staff list`.
pub(crate) fn roster(position: &Position, roster: &StaffRoster) -> Reply {
    let mut lines: Vec<_> = roster.members.iter().map(line_of_roster).collect();
    if lines.is_empty() {
        lines.push("Nobody yet. An admin adds somebody with `/staff add`.".to_owned());
    }
    pages::local(position, ("Staff", BLUE), &lines)
}

fn line_of_roster(member: &StaffMember) -> String {
    let mut line = format!("`{}` {}", member.rank, standing(member));
    let _ = write!(line, " · {}", escape(&member.time_zone));
    if let Some(away) = &member.away {
        let _ = write!(line, " · on leave {}", leave(away));
    }
    line
}

/// `/staffstatus` about everybody.
pub(crate) fn status(
    position: &Position,
    roster: &StaffRoster,
    known: &StaffDiscordStatus,
) -> Reply {
    let mut lines = vec![];
    if let Some(limitation) = &known.limitation {
        lines.push(format!("⚠️ {}\n", escape(limitation)));
    }
    lines.extend(roster.members.iter().map(line_of_status));
    if roster.members.is_empty() {
        lines.push("Nobody is on the roster of the staff.".to_owned());
    }
    pages::local(position, ("Who is there", BLUE), &lines)
}

fn line_of_status(member: &StaffMember) -> String {
    let mut line = format!("{} {}", sign(member.discord_status), standing(member));
    let _ = write!(
        line,
        " · {}",
        word(member.discord_status, member.unknown_because)
    );
    if let Some(updated) = member.discord_status_updated {
        let _ = write!(line, " {}", relative(updated));
    }
    if member.on_duty_since.is_some() {
        line.push_str(" · on duty (said)");
    }
    if let (StaffStatus::Unknown, Some(at)) = (member.discord_status, member.last_interaction) {
        let _ = write!(line, " · last used Paddock {}", relative(at));
    }
    if member.is_away {
        line.push_str(" · on leave");
    }
    let texts = [&member.discord_activity, &member.discord_custom_status];
    for text in texts.into_iter().flatten() {
        let _ = write!(line, " · {}", escape(&shorten(text, TEXT_LIMIT)));
    }
    line
}

/// `/staffstatus` about somebody.
pub(crate) fn activity(activity: &StaffActivity) -> Reply {
    let member = &activity.member;
    let mut lines = vec![format!("<@{}>", member.user_id)];
    if let Some(title) = &member.title {
        lines.push(format!("**Title** {}", escape(title)));
    }
    let since = activity.since.map(relative).unwrap_or_default();
    let status = format!(
        "{} {} {since}",
        sign(member.discord_status),
        word(member.discord_status, member.unknown_because)
    );
    lines.push(format!("**Status** {}", status.trim_end()));
    let platforms = platforms(member.platforms);
    if !platforms.is_empty() {
        lines.push(format!("**On** {platforms}"));
    }
    if member.hidden {
        lines.push("**Doing** not shown, as they want it".to_owned());
    } else if let Some(doing) = &member.discord_activity {
        lines.push(format!("**Doing** {}", escape(doing)));
    }
    if let Some(text) = &member.discord_custom_status {
        lines.push(format!("**Custom status** {}", escape(text)));
    }
    if let Some(seen) = member.last_seen {
        lines.push(format!("**Last seen** {}", relative(seen)));
    }
    if let Some(at) = member.last_interaction {
        lines.push(format!("**Last used Paddock** {}", relative(at)));
    }
    if let Some(since) = member.on_duty_since {
        lines.push(format!("**On duty (said)** {}", relative(since)));
    }
    if let Some(away) = &member.away {
        lines.push(format!("**Leave** {}", leave(away)));
    }
    lines.push(chart(&activity.days));
    for week in activity.weeks.iter().take(4) {
        let time = &week.time;
        let mut line = format!("Week of {}: {}", week.monday, hours(there(time)));
        if time.duty_seconds > 0 {
            let _ = write!(line, ", {} on duty (said)", hours(time.duty_seconds));
        }
        lines.push(line);
    }
    let card = EmbedBuilder::new()
        .title(escape(&member.display_name))
        .description(lines.join("\n"))
        .color(BLUE)
        .build();
    Reply::card(card)
}

/// The latest days, the oldest first, each as a bar that tells its parts apart by their signs.
fn chart(days: &[StaffDay]) -> String {
    let mut chart = String::from("```\n");
    for day in days.iter().take(CHART_DAYS).rev() {
        let bar = bar(&day.time);
        let _ = writeln!(chart, "{} {bar} {}", day.date, hours(there(&day.time)));
    }
    chart.push_str("```\n█ online ▓ do not disturb ▒ idle · offline ? unknown; times are theirs");
    chart
}

fn bar(time: &StaffTime) -> String {
    let parts = [
        ('█', time.online_seconds),
        ('▓', time.dnd_seconds),
        ('▒', time.idle_seconds),
        ('·', time.offline_seconds),
        ('?', time.unknown_seconds),
    ];
    let total: u64 = parts.iter().map(|(_, seconds)| seconds).sum();
    let (mut bar, mut passed, mut drawn) = (String::new(), 0, 0);
    for (sign, seconds) in parts {
        passed += seconds;
        let until = (passed * CHART_WIDTH + total / 2).checked_div(total);
        let until = until.unwrap_or_default();
        bar.extend((drawn..until).map(|_| sign));
        drawn = until;
    }
    bar.extend((drawn..CHART_WIDTH).map(|_| ' '));
    bar
}

fn there(time: &StaffTime) -> u64 {
    time.online_seconds + time.idle_seconds + time.dnd_seconds
}

/// A span of time in hours and minutes.
fn hours(seconds: u64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Who it is, with the title.
fn standing(member: &StaffMember) -> String {
    let title = member.title.as_deref().map(escape);
    let title = title.map(|title| format!(" · {title}")).unwrap_or_default();
    // Of whom no name is known the API gives the id, which the mention says better.
    let name = Some(&member.display_name).filter(|name| **name != member.user_id.to_string());
    let name = name.map(|name| format!(" **{}**", escape(name)));
    let name = name.unwrap_or_default();
    format!("<@{}>{name}{title}", member.user_id)
}

fn leave(away: &StaffAway) -> String {
    let why = away.reason.as_deref().map(escape);
    let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
    format!("from {} until {}{why}", away.from, away.until)
}

fn platforms(platforms: Platforms) -> String {
    let each = [
        ("desktop", platforms.desktop),
        ("mobile", platforms.mobile),
        ("web", platforms.web),
        ("embedded", platforms.embedded),
        ("vr", platforms.vr),
    ];
    let on = each.into_iter().filter_map(|(name, it)| it.map(|_| name));
    on.collect::<Vec<_>>().join(", ")
}

pub(super) fn sign(status: StaffStatus) -> &'static str {
    match status {
        StaffStatus::Online => "🟢",
        StaffStatus::Idle => "🌙",
        StaffStatus::Dnd => "⛔",
        StaffStatus::Offline => "⚫",
        StaffStatus::Unknown => "❔",
    }
}

pub(super) fn word(status: StaffStatus, because: Option<UnknownBecause>) -> &'static str {
    match (status, because) {
        (StaffStatus::Online, _) => "online",
        (StaffStatus::Idle, _) => "idle",
        (StaffStatus::Dnd, _) => "do not disturb",
        (StaffStatus::Offline, _) => "offline",
        (StaffStatus::Unknown, Some(UnknownBecause::BotOffline)) => "unknown: the bot was away",
        (StaffStatus::Unknown, Some(UnknownBecause::NotInServer)) => "not in the server",
        (StaffStatus::Unknown, Some(UnknownBecause::IntentMissing)) => {
            "unknown: Discord does not tell"
        }
        (StaffStatus::Unknown, _) => "unknown: not seen yet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_wide_as_every_other_and_shows_each_part() {
        let hour = 3600;
        let cases = [
            (StaffTime::default(), "            "),
            (
                StaffTime {
                    online_seconds: 6 * hour,
                    dnd_seconds: 2 * hour,
                    idle_seconds: 4 * hour,
                    offline_seconds: 10 * hour,
                    unknown_seconds: 2 * hour,
                    ..StaffTime::default()
                },
                "███▓▒▒·····?",
            ),
            (
                StaffTime {
                    unknown_seconds: 1,
                    ..StaffTime::default()
                },
                "????????????",
            ),
        ];
        for (time, expected) in cases {
            assert_eq!(bar(&time), expected, "{time:?}");
        }
    }

    #[test]
    fn hours_are_spelled_out() {
        let cases = [(59, "0 min"), (3600, "1 h"), (19_260, "5 h 21 min")];
        for (seconds, expected) in cases {
            assert_eq!(hours(seconds), expected);
        }
    }
}
