//! Texts about attendance.

use super::{
    BLUE, GREEN, Pick,
    format::{count, escape, instant, points, relative, shorten},
};
use crate::answer::Reply;
use jiff::tz::TimeZone;
use paddock_api_types::{
    UserId,
    attendance::{
        AttendanceCounts, AttendanceRecord, AttendanceRule, AttendanceSession, AttendanceSettings,
        AttendanceStatus, CheckedIn, MemberAttendance, MissingMember, WrongCodes,
    },
    seasons::Season,
};
use std::fmt::Write as _;
use twilight_util::builder::embed::EmbedBuilder;

/// What options that pick a session pick.
pub(crate) const ONE: Pick = Pick {
    one: "session",
    many: "sessions",
    none: "there was none yet; `/open_attendance` opens one",
};
/// Without any session.
pub(crate) const NO_SESSION: &str = "No attendance was taken yet. `/open_attendance` begins.";
/// Without an open session.
pub(crate) const NONE_OPEN: &str =
    "No session is open. `/open_attendance` opens one; `/attendance sessions` shows earlier ones.";
/// With more than one open session.
pub(crate) const SEVERAL_OPEN: &str = "Several sessions are open. Pick one with `session`.";
/// To an export that Discord would refuse.
pub(crate) const TOO_LARGE: &str = "That file is too large for Discord. Pick one session, or get \
     it from `/api/attendance/export.csv`.";
/// `/attendance missing` of a session without a role.
pub(crate) const NOBODY_EXPECTED: &str = "Nobody in particular is expected in that session. Open \
     the next one with `role`, and I can say who is missing.";
/// When Discord does not list the members.
pub(crate) const NO_MEMBER_LIST: &str =
    "I cannot see who has that role. Try again in a moment; `/checkup` shows what I need.";
/// Title of `/attendance missing`.
pub(crate) const MISSING_TITLE: &str = "Missing";
/// `/attendance missing` without anybody.
pub(crate) const NOBODY_MISSING: &str = "Nobody is missing. 🎉";
/// Title of `/attendance guesses`.
pub(crate) const GUESSES_TITLE: &str = "Wrong codes";
/// `/attendance guesses` without any.
pub(crate) const NO_GUESSES: &str = "Nobody typed a wrong code.";
/// Title of `/attendance report`.
pub(crate) const REPORT_TITLE: &str = "Attendance so far";
/// `/attendance report` without rows.
pub(crate) const NO_REPORT: &str = "No session was closed yet, so there is nothing to count.";
/// Title of `/attendance sessions`.
pub(crate) const SESSIONS_TITLE: &str = "Attendance sessions";

/// What a session is called.
fn name(session: &AttendanceSession) -> String {
    match &session.title {
        Some(title) => format!("**{}**", escape(title)),
        None => format!("the session of {}", instant(session.opened_at)),
    }
}

/// One suggestion; the date, in the time zone of the server, distinguishes equal ones.
pub(crate) fn choice(session: &AttendanceSession, zone: &TimeZone) -> String {
    let day = session.opened_at.to_zoned(zone.clone());
    let day = day.strftime("%Y-%m-%d %H:%M");
    let state = if session.closed_at.is_none() {
        " · open"
    } else {
        ""
    };
    format!("{} · {day}{state}", shorten(title(session), 60))
}

/// What people call it.
pub(crate) fn title(session: &AttendanceSession) -> &str {
    session.title.as_deref().unwrap_or("Session")
}

/// After `/here`.
pub(crate) fn checked_in(checked_in: &CheckedIn) -> String {
    let sign = match checked_in.status {
        AttendanceStatus::Late => "🕒",
        _ => "✅",
    };
    let mut text = format!("{sign} You are {}", status(checked_in.status));
    if let Some(title) = &checked_in.title {
        let _ = write!(text, ": **{}**", escape(title));
    }
    let until = match checked_in.closes_at {
        Some(at) => format!("until check-in closes, {}", relative(at)),
        None => "until the session is closed".to_owned(),
    };
    let _ = write!(
        text,
        "\nChecking in again replaces it {until}; after that, only an admin can correct it."
    );
    text
}

/// To a bot that is to be marked.
pub(crate) const IS_BOT: &str = "That is a bot, and bots do not attend. Pick a person.";
/// To a voice channel and its removal.
pub(crate) const VOICE_AND_CLEAR: &str = "Give a `voice` channel, or `clear_voice`, not both.";

/// After `/open_attendance`.
pub(crate) fn opened(session: &AttendanceSession) -> Reply {
    let mut text = format!(
        "Opened: {}. The code is shown in <#{}>",
        name(session),
        session.display_channel_id
    );
    if session.display_channel_id == session.channel_id {
        text.push_str("; members check in there with `/here`.");
    } else {
        let _ = write!(
            text,
            "; members check in with `/here` in <#{}>.",
            session.channel_id
        );
    }
    if let Some(channel) = session.voice_channel_id {
        let _ = write!(text, "\nOnly those who are in <#{channel}> are counted.");
    }
    match session.closes_at {
        Some(at) => {
            let _ = write!(text, "\nIt closes automatically {}.", relative(at));
        }
        None => text.push_str("\n`/close_attendance` closes it."),
    }
    Reply::text(text)
}

/// After `/attendance change`.
pub(crate) fn changed(session: &AttendanceSession) -> Reply {
    let mut text = format!(
        "Changed {}: a new code every {} s",
        name(session),
        session.code_interval_seconds
    );
    if let Some(at) = session.closes_at {
        let _ = write!(text, ", closes {}", relative(at));
    }
    if let Some(channel) = session.voice_channel_id {
        let _ = write!(text, ", only for those in <#{channel}>");
    }
    text.push('.');
    Reply::text(text)
}

/// After `/close_attendance`.
pub(crate) fn closed(session: &AttendanceSession) -> Reply {
    let title = match &session.title {
        Some(title) => format!("Closed: {}", escape(title)),
        None => "Closed".to_owned(),
    };
    let card = EmbedBuilder::new()
        .title(shorten(&title, 256))
        .description(counts(session))
        .color(GREEN);
    Reply::card(card.build())
}

/// Numbers by kind of attendance, one line each: the same for whoever took attendance and for everybody.
pub(crate) fn counts(session: &AttendanceSession) -> String {
    let AttendanceCounts {
        present,
        late,
        excused,
        absent,
        missing,
    } = session.counts;
    let mut lines = vec![
        format!("**Present** {present}"),
        format!("**Late** {late}"),
        format!("**Excused** {excused}"),
    ];
    if absent > 0 {
        lines.push(format!("**Absent** {absent}"));
    }
    // Without a role nobody is expected, so nobody is missing.
    if session.role_id.is_some() || missing > 0 {
        lines.push(format!("**Missing** {missing}"));
    }
    lines.join("\n")
}

/// After `/export_csv`.
pub(crate) fn exported(one: bool) -> &'static str {
    if one {
        "Everybody recorded in that session."
    } else {
        "Everybody recorded, session by session."
    }
}

fn status(status: AttendanceStatus) -> &'static str {
    match status {
        AttendanceStatus::Present => "present",
        AttendanceStatus::Late => "late",
        AttendanceStatus::Excused => "excused",
        AttendanceStatus::Absent => "absent",
    }
}

/// After `/attendance mark` and `excuse`.
pub(crate) fn marked(session: &AttendanceSession, record: &AttendanceRecord) -> Reply {
    let mut text = format!(
        "Noted: <@{}> is {} in {}.",
        record.user_id,
        status(record.status),
        name(session)
    );
    if let Some(note) = &record.note {
        let _ = write!(text, "\n“{}”", escape(note));
    }
    Reply::text(text)
}

/// After `/attendance remove`.
pub(crate) fn removed(session: &AttendanceSession, user: UserId) -> Reply {
    Reply::text(format!(
        "Removed: nothing is recorded for <@{user}> in {} any more.",
        name(session)
    ))
}

/// One line of `/attendance missing`.
pub(crate) fn missing_line(member: &MissingMember) -> String {
    let mut line = format!("<@{}>", member.user_id);
    if let Some(name) = &member.display_name {
        let _ = write!(line, " **{}**", escape(name));
    }
    if let Some(id) = &member.external_id {
        let _ = write!(line, " · {}", escape(id));
    }
    if member.excused {
        line.push_str(" · 🌙 excused, on leave");
    }
    line
}

/// One line of `/attendance guesses`.
pub(crate) fn guesses_line(wrong: &WrongCodes) -> String {
    format!(
        "<@{}> · {}, the last {}",
        wrong.user_id,
        count(wrong.count.into(), "wrong code"),
        relative(wrong.last_at)
    )
}

/// One line of `/attendance report`.
pub(crate) fn report_line(member: &MemberAttendance) -> String {
    let rate = member
        .rate_percent
        .map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"));
    let mut line = format!("**{rate}** · <@{}>", member.user_id);
    if let Some(name) = &member.display_name {
        let _ = write!(line, " **{}**", escape(name));
    }
    let parts = [
        (member.present, status(AttendanceStatus::Present)),
        (member.late, status(AttendanceStatus::Late)),
        (member.excused, status(AttendanceStatus::Excused)),
        (member.absent, status(AttendanceStatus::Absent)),
    ];
    for (number, what) in parts {
        if number > 0 {
            let _ = write!(line, " · {number} {what}");
        }
    }
    line
}

/// One line of `/attendance sessions`.
pub(crate) fn session_line(session: &AttendanceSession) -> String {
    let counts = session.counts;
    let mut line = match &session.title {
        Some(title) => format!("**{}** · {}", escape(title), instant(session.opened_at)),
        None => instant(session.opened_at),
    };
    let _ = write!(line, " · {} present", counts.present);
    for (number, what) in [
        (counts.late, status(AttendanceStatus::Late)),
        (counts.excused, status(AttendanceStatus::Excused)),
        (counts.absent, status(AttendanceStatus::Absent)),
        (counts.missing, "missing"),
    ] {
        if number > 0 {
            let _ = write!(line, ", {number} {what}");
        }
    }
    if session.closed_at.is_none() {
        line.push_str(" · 🟢 open");
    }
    line
}

/// `/attendance settings`.
pub(crate) fn settings(settings: &AttendanceSettings, changed: bool) -> Reply {
    let late = settings.late_after_minutes;
    let late = late.map_or_else(
        || "nobody".to_owned(),
        |minutes| format!("after {}", count(minutes.into(), "minute")),
    );
    let place = if settings.show_code_in_admin_channel {
        "in the admin channel, for a projector"
    } else {
        "where members check in"
    };
    let text = format!(
        "**A new code** every {} s\n**Characters** {}\n**The code before** counts for {} s more\n\
         **Late** {late}\n**The code is shown** {place}",
        settings.code_interval_seconds, settings.code_length, settings.grace_seconds,
    );
    let card = EmbedBuilder::new()
        .title("How attendance is taken")
        .description(text)
        .color(BLUE);
    let mut reply = Reply::card(card.build());
    if changed {
        "Saved, for sessions that are opened from now on.".clone_into(&mut reply.content);
    }
    reply
}

/// After `/attendance points`.
pub(crate) fn rule(season: &Season, rule: AttendanceRule) -> Reply {
    let season = escape(&season.name);
    if rule == AttendanceRule::default() {
        return Reply::text(format!("Attendance is worth nothing in **{season}** now."));
    }
    let excused = match rule.excused_points.get() {
        0 => String::new(),
        _ => format!(
            " Being excused, also by a leave, is worth {}.",
            points(rule.excused_points)
        ),
    };
    Reply::text(format!(
        "Being present is worth {} in **{season}** now, and being late {}.{excused} They are given when a \
         session is closed.",
        points(rule.present_points),
        points(rule.late_points),
    ))
}
