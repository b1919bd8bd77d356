//! Texts about seasons, and about what belongs to them.

pub(crate) mod awards;
pub(crate) mod items;
mod proof;
pub(crate) mod ranks;
pub(crate) mod standings;
pub(crate) mod submissions;

use super::{
    BLUE, Pick,
    format::{count, escape, instant, points, relative, somebody},
};
use crate::answer::Reply;
use paddock_api_types::{
    UserId,
    points::Participant,
    seasons::{CreateSeason, Rank, Season, SeasonClosing, SeasonItem, SeasonStatus},
};
use twilight_util::builder::embed::EmbedBuilder;

/// What options that pick a season pick.
pub(crate) const ONE: Pick = Pick {
    one: "season",
    many: "seasons",
    none: "there is none yet; admins plan one with `/season create`",
};
/// Title of `/season list`.
pub(crate) const TITLE: &str = "Seasons";
/// To a change of what is frozen.
pub(crate) const OVER: &str =
    "That season is over, so it cannot be changed any more. Pick another with `season`.";
/// To the deletion of a season with members.
pub(crate) const IN_USE: &str =
    "Members have joined that season, so it cannot be deleted. `/season close` ends it.";
/// `/season list` without any.
pub(crate) const NONE: &str = "There is no season yet. `/season create` makes one.";

/// A season by its name.
pub(crate) fn name(season: &Season) -> String {
    format!("**{}**", escape(&season.name))
}

/// One suggestion.
pub(crate) fn choice(season: &Season) -> String {
    let status = match season.status {
        SeasonStatus::Scheduled => "not begun",
        SeasonStatus::Open => "open",
        SeasonStatus::Closed => "over",
    };
    format!("{} (season {}, {status})", season.name, season.number)
}

/// One line of `/season list`.
pub(crate) fn line(season: &Season) -> String {
    format!(
        "{} · season {} · {} · {}",
        name(season),
        season.number,
        status(season),
        members(season),
    )
}

/// After `/season create`.
pub(crate) fn created(season: &Season, new: &CreateSeason) -> Reply {
    let item = new.first_item.as_ref().map(|first| {
        format!(
            "**{}** for {}",
            escape(&first.name),
            points(i64::from(first.points))
        )
    });
    let rank = new.first_rank.as_ref().map(|first| {
        format!(
            "the rank **{}** from {} on",
            escape(&first.name),
            points(i64::from(first.threshold))
        )
    });
    let has: Vec<_> = item.into_iter().chain(rank).collect();
    let with = match &has[..] {
        [] => "Created.".to_owned(),
        has => format!("Created, with {}.", has.join(" and ")),
    };
    let next = match (&new.first_item, &new.first_rank) {
        (None, _) => hint(
            season,
            "`/item set` says what it takes, `/rank create` what can be won",
        ),
        (Some(_), None) => hint(season, "`/rank create` says what can be won"),
        (Some(_), Some(_)) => hint(season, "`/prize` says what the rank wins"),
    };
    titled(&format!("{with} {next}"), season)
}

/// Title of the form of `/season create`.
pub(crate) const FORM: &str = "Plan a season";
/// Its fields, each with what it may look like.
pub(crate) const FORM_NAME: [&str; 2] = ["Name", "Winter 2026"];
/// The end.
pub(crate) const FORM_END: [&str; 2] = ["End: a date, or how long it takes", "in 3 months"];
/// The start.
pub(crate) const FORM_START: [&str; 2] = ["Start, unless it is now", "now"];
/// The item.
pub(crate) const FORM_ITEM: [&str; 2] = ["First item, with points for one", "Race finished 10"];
/// The rank.
pub(crate) const FORM_RANK: [&str; 2] = ["First rank, with points to reach it", "Gold 100"];

/// To something with points of which one is missing, and what it may look like.
pub(crate) fn incomplete(option: &str, points: &str, example: &str) -> String {
    format!(
        "`{option}` and `{points}` belong together. Give both, such as “{example}”, or neither."
    )
}

/// After `/season clone`.
pub(crate) fn cloned(season: &Season, from: &Season) -> Reply {
    let text = format!(
        "Created, with the items, ranks and prizes of {}. {}",
        name(from),
        hint(season, "`/season show` lists them"),
    );
    titled(&text, season)
}

/// After `/season edit`.
pub(crate) fn changed(season: &Season) -> Reply {
    titled("Saved.", season)
}

/// After `/season close`.
pub(crate) fn closed(season: &Season) -> Reply {
    titled(
        "Closed. Its leaderboard stays: `/leaderboard` with `season`.",
        season,
    )
}

/// Before that: what goes with it.
pub(crate) fn close_question(closing: &SeasonClosing) -> String {
    let season = &closing.season;
    let mut lines = vec![
        format!("**End {} now?**", escape(&season.name)),
        "Nothing more can be submitted, and no points are given or taken any more.".to_owned(),
    ];
    let waiting = closing.waiting_submissions;
    lines.push(match waiting {
        0 => "No submission waits for a review.".to_owned(),
        1 => "⚠️ **1 submission waits** for a review. It expires and never counts: `/review` \
              decides about it first."
            .to_owned(),
        waiting => format!(
            "⚠️ **{waiting} submissions wait** for a review. They expire and never count: `/review` \
             decides about them first."
        ),
    });
    match closing.roles_taken_back {
        0 if season.remove_roles_at_end => lines.push("Nobody has won a role in it.".to_owned()),
        0 => {}
        roles => lines.push(format!(
            "{} won in it {} taken back.",
            count(roles.into(), "role"),
            if roles == 1 { "is" } else { "are" },
        )),
    }
    match closing.waiting_prizes {
        0 => {}
        1 => lines.push("1 prize waits to be handed over, and still can be.".to_owned()),
        prizes => lines.push(format!(
            "{prizes} prizes wait to be handed over, and still can be."
        )),
    }
    lines.push("It cannot be opened again.".to_owned());
    lines.join("\n")
}

/// After `/season delete`.
pub(crate) fn deleted(season: &Season) -> Reply {
    Reply::text(format!("{} is deleted.", name(season)))
}

/// Before that.
pub(crate) fn delete_question(season: &Season) -> String {
    format!(
        "**Delete {}?**\nIts ranks and prizes go with it, and cannot be brought back.",
        escape(&season.name),
    )
}

/// After `/join`.
pub(crate) fn joined(season: &Season, participant: &Participant) -> Reply {
    let unlisted = if participant.listed {
        ""
    } else {
        "\nYou are not in the leaderboard until you are verified and in this server."
    };
    Reply::text(format!(
        "You take part in {}. It ends {}. Hand things in with `/submit`; `/summary` shows how you \
         stand.{unlisted}",
        name(season),
        relative(season.ends_at),
    ))
}

/// To the member: a season that an admin had them join.
pub(crate) fn enrolled(server: &str, season: &Season, by: Option<UserId>) -> Reply {
    Reply::text(format!(
        "{} had you join {} in {server}. It ends {}. There, hand things in with `/submit`; `/summary` \
         shows how you stand.",
        somebody(by),
        name(season),
        relative(season.ends_at),
    ))
}

/// `/season show`, line by line: the season, its items, its ranks with prizes.
pub(crate) fn all_of(season: &Season, items: &[SeasonItem], all_ranks: &[Rank]) -> Vec<String> {
    let none = [
        missing(season, "None", "`/item set` adds one"),
        missing(season, "None", "`/rank create` adds one"),
    ];
    set_up(season, (items, all_ranks), ["Items", "Ranks"], none)
}

/// `/overview`, line by line: the same for those who take part.
pub(crate) fn overview(season: &Season, items: &[SeasonItem], all_ranks: &[Rank]) -> Vec<String> {
    let titles = ["What counts", "What can be won"];
    let none = ["Nothing that can be submitted.", "It has no ranks."].map(str::to_owned);
    let mut lines = set_up(season, (items, all_ranks), titles, none);
    if season.status == SeasonStatus::Open {
        lines.push(
            "\n`/join` takes part, `/submit` hands something in, `/summary` shows how you stand."
                .to_owned(),
        );
    }
    lines
}

/// A season with its items and its ranks, each under its title, or what is said where there are none.
fn set_up(
    season: &Season,
    (items, all_ranks): (&[SeasonItem], &[Rank]),
    titles: [&str; 2],
    none: [String; 2],
) -> Vec<String> {
    let [of_items, of_ranks] = titles.map(|title| format!("\n**{title}**"));
    let [no_items, no_ranks] = none;
    let mut lines = facts(season);
    lines.push(of_items);
    lines.extend(items.iter().map(items::worth_line));
    lines.extend(items.is_empty().then_some(no_items));
    lines.push(of_ranks);
    lines.extend(all_ranks.iter().flat_map(ranks::lines));
    lines.extend(all_ranks.is_empty().then_some(no_ranks));
    lines
}

/// What to do next about a season. Commands without `season` change the current one.
fn hint(season: &Season, commands: &str) -> String {
    match season.status {
        SeasonStatus::Open => format!("{commands}."),
        _ => format!("With `season`, {commands}."),
    }
}

/// That something is not there, and what adds it; a season that is over does not change any more.
fn missing(season: &Season, what: &str, commands: &str) -> String {
    match season.status {
        SeasonStatus::Closed => format!("{what}."),
        _ => format!("{what} yet. {}", hint(season, commands)),
    }
}

fn titled(text: &str, season: &Season) -> Reply {
    let card = EmbedBuilder::new()
        .title(escape(&season.name))
        .description(facts(season).join("\n"))
        .color(BLUE)
        .build();
    let mut reply = Reply::card(card);
    text.clone_into(&mut reply.content);
    reply
}

fn facts(season: &Season) -> Vec<String> {
    let roles = if season.remove_roles_at_end {
        "taken back at the end"
    } else {
        "kept after the end"
    };
    vec![
        format!("**Season** {}", season.number),
        format!("**Status** {}", status(season)),
        format!("**From** {}", instant(season.starts_at)),
        format!("**To** {}", instant(season.ends_at)),
        format!("**Roles won** {roles}"),
        format!("**Joined** {}", members(season)),
    ]
}

fn members(season: &Season) -> String {
    count(season.participants.into(), "member")
}

fn status(season: &Season) -> String {
    match season.status {
        SeasonStatus::Scheduled => format!("🕓 begins {}", relative(season.starts_at)),
        SeasonStatus::Open => format!("🟢 ends {}", relative(season.ends_at)),
        SeasonStatus::Closed => {
            format!(
                "🏁 ended {}",
                relative(season.closed_at.unwrap_or(season.ends_at))
            )
        }
    }
}

/// To everybody, when a season begins.
pub(crate) fn opened(season: &Season) -> Reply {
    Reply::text(format!(
        "🟢 {} has begun! It runs until {}.\nTake part with `/join`, hand things in with \
         `/submit`.",
        name(season),
        instant(season.ends_at),
    ))
}
