//! Texts about members.

use super::{
    BLUE,
    format::{self, count, escape, person, relative, somebody},
    seasons::standings,
};
use crate::answer::Reply;
use paddock_api_types::{
    Page, UserId,
    members::{Level, Me, Member, MemberExport, MemberStatus},
    points::{Participant, SeasonSummary},
    seasons::Season,
};
use twilight_util::builder::embed::EmbedBuilder;

/// After `/register`.
pub(crate) fn registered(member: &Member) -> Reply {
    let name = escape(&member.display_name);
    let first_time = member.registered_at == member.updated_at;
    let opening = if first_time {
        format!("Welcome, **{name}**! You are registered.")
    } else {
        format!("Your names are up to date, **{name}**.")
    };
    let next = match member.status {
        MemberStatus::Pending => {
            "An admin looks at your registration next; I will message you when they have. \
             `/me` shows where you stand."
        }
        MemberStatus::Verified => "You are verified. `/me` shows what I know about you.",
        MemberStatus::Rejected => {
            "Your registration was rejected earlier. Talk to an admin of this server; \
             `/me` shows the reason, if they gave one."
        }
        MemberStatus::Banned => "You are banned. Talk to an admin of this server.",
    };
    Reply::text(format!("{opening}\n{next}"))
}

/// `/me`, with how the member stands in the current season, where they do.
pub(crate) fn me(me: &Me, summary: Option<&SeasonSummary>) -> Reply {
    let member = &me.member;
    let mut lines = vec![
        format!("**Status** {}", status_line(member)),
        format!("**Level** {}", level(me.level)),
    ];
    if let Some(external_id) = &member.external_id {
        lines.push(format!("**External id** {}", escape(external_id)));
    }
    if let Some(name) = &member.discord_name {
        lines.push(format!("**Discord** {}", escape(name)));
    }
    lines.push(format!("**Admin** {}", yes_no(member.admin)));
    lines.push(format!("**API access** {}", yes_no(member.api_access)));
    lines.push(format!("**Registered** {}", relative(member.registered_at)));
    let card = EmbedBuilder::new()
        .title(escape(&member.display_name))
        .description(lines.join("\n"))
        .color(BLUE)
        .build();
    let mut reply = Reply::card(card);
    reply.embeds.extend(summary.map(standings::card));
    reply
}

/// One line of `/members`.
pub(crate) fn line(member: &Member) -> String {
    let mut line = format!(
        "{} <@{}> **{}**",
        status_sign(member.status),
        member.user_id,
        escape(&member.display_name),
    );
    if let Some(external_id) = &member.external_id {
        line.push_str(" · ");
        line.push_str(&escape(external_id));
    }
    if member.admin {
        line.push_str(" · admin");
    }
    if !member.in_guild {
        line.push_str(" · left the server");
    }
    line.push_str(" · ");
    line.push_str(&relative(member.registered_at));
    line
}

/// Title of `/members`.
pub(crate) fn list_title(status: Option<MemberStatus>) -> &'static str {
    match status {
        None => "Members",
        Some(MemberStatus::Pending) => "Members who wait",
        Some(MemberStatus::Verified) => "Verified members",
        Some(MemberStatus::Rejected) => "Rejected members",
        Some(MemberStatus::Banned) => "Banned members",
    }
}

/// `/members` with a name.
pub(crate) fn named(name: &str, found: &Page<Member>) -> Reply {
    let title = format!("Members called “{}”", escape(name));
    if found.items.is_empty() {
        return Reply::text(format!(
            "Nobody is called “{}” here, in Discord or by external id.",
            escape(name)
        ));
    }
    let mut lines: Vec<_> = found.items.iter().map(line).collect();
    if found.next_cursor.is_some() {
        lines.push("… and more. Give more of the name.".to_owned());
    }
    Reply::card(
        EmbedBuilder::new()
            .title(title)
            .description(lines.join("\n"))
            .color(BLUE)
            .build(),
    )
}

/// To `/enroll` with an external id of nobody who is registered by it.
pub(crate) const ID_WITHOUT_NAME: &str =
    "Give a `name` with the `external_id`: both are what the member is registered under.";

/// After `/enroll`.
pub(crate) fn enrolled(
    user: UserId,
    member: Option<&Member>,
    enrolled: Option<&(&Season, Participant)>,
) -> Reply {
    let mut lines = vec![];
    if let Some(member) = member {
        lines.push(format!(
            "{} <@{user}> is registered as **{}**.",
            status_sign(member.status),
            escape(&member.display_name),
        ));
        if member.status == MemberStatus::Pending {
            lines
                .push("They registered before and wait: `/verify` lets them take part.".to_owned());
        }
    }
    if let Some((season, participant)) = enrolled {
        lines.push(format!(
            "<@{user}> takes part in **{}**, with {}.",
            escape(&season.name),
            format::points(participant.points),
        ));
    }
    Reply::text(lines.join("\n"))
}

/// `/members` without any.
pub(crate) const NO_MEMBERS: &str = "Nobody here yet. Members join with `/register`.";
/// Title of `/admin list`.
pub(crate) const ADMINS_TITLE: &str = "Paddock admins";
/// `/admin list` without any.
pub(crate) const NO_ADMINS: &str =
    "No admin was granted in Paddock. `/admin grant` makes a verified member one.";

/// What an admin did to a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    Verified,
    Rejected,
    Banned,
    Unbanned,
    AdminGranted,
    AdminRevoked,
    AccessGranted,
    AccessRevoked,
}

fn mention(member: &Member) -> String {
    person(member.user_id, &member.display_name)
}

/// Confirms to the admin that it is done, and says what follows.
pub(crate) fn done(what: Done, member: &Member) -> Reply {
    let who = mention(member);
    Reply::text(match what {
        Done::Verified => format!("✅ {who} is verified."),
        Done::Rejected => {
            format!(
                "{who} is rejected{}. `/verify` takes it back.",
                because(member.status_reason.as_deref())
            )
        }
        Done::Banned => {
            format!(
                "⛔ {who} is banned{}. `/unban` takes it back.",
                because(member.status_reason.as_deref())
            )
        }
        Done::Unbanned => format!("{who} is no longer banned and waits for `/verify`."),
        // Discord decides who is shown a command, and knows nothing of admins granted here.
        Done::AdminGranted => format!(
            "{who} is a Paddock admin now. To let them see the admin commands: Server Settings, \
             Integrations, Paddock, add them or a role of theirs."
        ),
        Done::AdminRevoked => format!("{who} is no longer a Paddock admin."),
        Done::AccessGranted => format!("{who} may make API tokens now, with `/token create`."),
        Done::AccessRevoked => {
            format!("{who} may no longer make API tokens; those they had have stopped working.")
        }
    })
}

/// To `/admin revoke` of somebody to whom it was not granted.
pub(crate) fn no_admin(member: &Member) -> Reply {
    Reply::text(format!(
        "{} was not made a Paddock admin, so there is nothing to take. Whoever has **Administrator** \
         or the admin role is one by that; `/config show` names the role.",
        mention(member)
    ))
}

/// To `/access revoke` of somebody to whom it was not granted.
pub(crate) fn no_access(member: &Member) -> Reply {
    Reply::text(format!(
        "{} has no API access, so there is nothing to take.",
        mention(member)
    ))
}

/// A registration about which somebody decided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Review<'a> {
    /// The member.
    pub(crate) user_id: UserId,
    /// The chosen name.
    pub(crate) display_name: &'a str,
    /// What was decided.
    pub(crate) status: MemberStatus,
    /// Reason, if the admin gave one.
    pub(crate) reason: Option<&'a str>,
    /// The admin who decided; absent where Paddock did.
    pub(crate) by: Option<UserId>,
}

impl<'a> Review<'a> {
    /// What somebody has just decided.
    pub(crate) fn of(member: &'a Member, by: UserId) -> Self {
        Self {
            user_id: member.user_id,
            display_name: &member.display_name,
            status: member.status,
            reason: member.status_reason.as_deref(),
            by: Some(by),
        }
    }
}

/// What stays of a review message once somebody decided.
pub(crate) fn reviewed(review: &Review<'_>) -> Reply {
    let what = match review.status {
        MemberStatus::Verified => "verified",
        MemberStatus::Rejected => "rejected",
        MemberStatus::Pending => "left waiting",
        MemberStatus::Banned => "banned",
    };
    Reply::text(format!(
        "{} {} was {what} by {}{}.",
        status_sign(review.status),
        person(review.user_id, review.display_name),
        somebody(review.by),
        because(review.reason),
    ))
}

/// `/privacy delete`, before the button: what goes.
pub(crate) fn erase_question(stored: &MemberExport) -> String {
    let number = |of: usize, one| count(i64::try_from(of).unwrap_or(i64::MAX), one);
    let points: i64 = stored.seasons.iter().map(|it| it.points).sum();
    let mut lines = vec![
        "**Erase everything that Paddock stores about you in this server?**".to_owned(),
        "It goes immediately, and nobody can bring it back:".to_owned(),
        format!(
            "• your names, {} that Paddock gave you and {}",
            number(stored.roles.len(), "role"),
            number(stored.tokens.len(), "token"),
        ),
        format!(
            "• {} in {}, with your places, {} and {}",
            format::points(points),
            number(stored.seasons.len(), "season"),
            number(stored.submissions.len(), "submission"),
            number(stored.awards.len(), "prize"),
        ),
        format!(
            "• your attendance: {}",
            number(stored.attendance.len(), "record")
        ),
    ];
    if !stored.car_numbers.is_empty() {
        let numbers = number(stored.car_numbers.len(), "car number");
        lines.push(format!("• {numbers}, free for others from then on"));
    }
    if stored.iracing.is_some() || stored.iracing_connection.is_some() {
        lines.push("• your iRacing account, and its connection".to_owned());
    }
    if !stored.results.is_empty() {
        let rows = number(stored.results.len(), "row");
        lines.push(format!(
            "• {rows} of results of races, which no longer name you"
        ));
    }
    lines.push("`/privacy export` gives you a copy first.".to_owned());
    lines.join("\n")
}
/// After the button.
pub(crate) const ERASED: &str = "Done. Everything that Paddock stored about you in this server is erased.\n\
     You can `/register` again at any time.";
/// With the file of `/privacy export`.
pub(crate) const EXPORTED: &str =
    "Here is everything that Paddock stores about you in this server.";

fn because(reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!(" ({})", escape(reason)),
        None => String::new(),
    }
}

fn status_line(member: &Member) -> String {
    let status = match member.status {
        MemberStatus::Pending => "waiting for an admin",
        MemberStatus::Verified => "verified",
        MemberStatus::Rejected => "rejected",
        MemberStatus::Banned => "banned",
    };
    format!(
        "{} {status}{}",
        status_sign(member.status),
        because(member.status_reason.as_deref())
    )
}

fn status_sign(status: MemberStatus) -> &'static str {
    match status {
        MemberStatus::Pending => "⏳",
        MemberStatus::Verified => "✅",
        MemberStatus::Rejected => "❌",
        MemberStatus::Banned => "⛔",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Guest => "guest",
        Level::Pending => "registered",
        Level::Verified => "member",
        Level::Manager => "manager",
        Level::Admin => "admin",
        Level::Root => "root admin",
    }
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
