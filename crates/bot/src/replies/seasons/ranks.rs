//! Texts about ranks, and about what they win.

use super::{hint, missing, name};
use crate::{
    answer::Reply,
    replies::{
        Pick,
        format::{escape, points},
    },
};
use paddock_api_types::{
    RoleId,
    seasons::{Prize, Rank, RankName, Season},
};

/// What options that pick a rank pick.
pub(crate) const ONE: Pick = Pick {
    one: "rank",
    many: "ranks",
    none: "the season has none yet; `/rank create` adds one",
};
/// What options that pick a prize pick.
pub(crate) const ONE_PRIZE: Pick = Pick {
    one: "prize",
    many: "prizes",
    none: "no rank of the season wins one yet",
};
/// To a prize that the season's ranks do not have.
pub(crate) const PRIZE_NOT_FOUND: &str =
    "That season has no such prize. Pick one from the suggestions, and the right `season`.";
/// To `/rank edit` with a badge and its removal.
pub(crate) const BADGE_AND_NONE: &str =
    "Give a badge or `clear_badge`, not both. Try again with one of them.";

/// Title of `/rank list`.
pub(crate) fn title(season: &Season) -> String {
    format!("Ranks of {}", escape(&season.name))
}

/// `/rank list` without any.
pub(crate) fn none_in(season: &Season) -> String {
    let what = format!("{} has no ranks", name(season));
    missing(season, &what, "`/rank create` adds one")
}

/// Title of `/prize list`.
pub(crate) fn prize_title(season: &Season) -> String {
    format!("Prizes of {}", escape(&season.name))
}

/// `/prize list` without any.
pub(crate) fn no_prizes_in(season: &Season) -> String {
    let what = format!("{} has no prizes", name(season));
    let commands = "`/prize role` and `/prize other` add one to a rank";
    missing(season, &what, commands)
}

/// A rank as it is shown beside a name.
pub(crate) fn short(rank: &RankName) -> String {
    with_badge(rank.badge.as_deref(), &rank.name)
}

/// One suggestion.
pub(crate) fn choice(rank: &Rank) -> String {
    format!("{} (from {})", rank.name, points(rank.threshold))
}

/// What people call a prize; roles have no mention in suggestions, so their name is looked up.
pub(crate) fn prize_name(prize: &Prize, role_name: impl Fn(RoleId) -> Option<String>) -> String {
    match (&prize.description, prize.role_id) {
        (Some(description), _) => description.clone(),
        (None, Some(role)) => match role_name(role) {
            Some(name) => format!("the role @{name}"),
            None => format!("the role {role}"),
        },
        (None, None) => String::new(),
    }
}

/// A rank in a list, with a line for each prize.
pub(crate) fn lines(rank: &Rank) -> Vec<String> {
    let mut lines = vec![head(rank)];
    lines.extend(rank.prizes.iter().map(|it| format!("  🎁 {}", prize(it))));
    lines
}

/// The prizes of a rank in `/prize list`.
pub(crate) fn prize_lines(rank: &Rank) -> Vec<String> {
    let name = with_badge(rank.badge.as_deref(), &rank.name);
    let line = |it: &Prize| format!("{name} 🎁 {}", prize(it));
    rank.prizes.iter().map(line).collect()
}

/// What is won.
pub(crate) fn prize(prize: &Prize) -> String {
    match (&prize.description, prize.role_id) {
        (Some(description), _) => escape(description),
        (None, Some(role)) => format!("<@&{role}>"),
        (None, None) => "a prize".to_owned(),
    }
}

/// After `/rank create`.
pub(crate) fn created(season: &Season, rank: &Rank) -> Reply {
    Reply::text(format!(
        "Created in {}: {}\n{}",
        name(season),
        head(rank),
        hint(season, "`/prize role` and `/prize other` say what it wins"),
    ))
}

/// After `/rank edit`.
pub(crate) fn changed(season: &Season, rank: &Rank) -> Reply {
    Reply::text(format!(
        "Saved in {}: {}\nMembers gain or lose it within moments.",
        name(season),
        head(rank)
    ))
}

/// Before `/rank delete`.
pub(crate) fn delete_question(season: &Season, rank: &Rank) -> String {
    format!(
        "**Delete {} from {}?**\nIts prizes go with it; what was won and not yet handed over is \
         taken back.",
        escape(&rank.name),
        escape(&season.name),
    )
}

/// After it.
pub(crate) fn deleted(season: &Season, rank: &Rank) -> Reply {
    Reply::text(format!(
        "**{}** is deleted from {}.",
        escape(&rank.name),
        name(season)
    ))
}

/// After `/prize role` and `/prize other`.
pub(crate) fn prize_created(season: &Season, rank: &Rank, new: &Prize) -> Reply {
    let how = if new.role_id.is_some() {
        "Members who hold it get that within moments."
    } else {
        "It waits for an admin with each member who holds it: `/award list` shows them, and \
         `/award deliver` notes that you handed it over."
    };
    Reply::text(format!(
        "{} in {} wins {} now. {how}",
        with_badge(rank.badge.as_deref(), &rank.name),
        name(season),
        prize(new),
    ))
}

/// After `/prize edit`.
pub(crate) fn prize_changed(season: &Season, rank: &Rank, changed: &Prize) -> Reply {
    Reply::text(format!(
        "{} in {} wins {} now, also where it waits to be handed over.",
        with_badge(rank.badge.as_deref(), &rank.name),
        name(season),
        prize(changed),
    ))
}

/// Before `/prize remove`.
pub(crate) fn remove_question(season: &Season, rank: &Rank, gone: &Prize) -> String {
    format!(
        "**Remove this prize of {} from {}?**\n🎁 {}\nWhat was won and not yet handed over is \
         taken back.",
        escape(&rank.name),
        escape(&season.name),
        prize(gone),
    )
}

/// After it.
pub(crate) fn prize_removed(season: &Season, rank: &Rank, gone: &Prize) -> Reply {
    Reply::text(format!(
        "{} in {} no longer wins {}.",
        with_badge(rank.badge.as_deref(), &rank.name),
        name(season),
        prize(gone),
    ))
}

fn head(rank: &Rank) -> String {
    format!(
        "{}. {} from {}",
        rank.position,
        with_badge(rank.badge.as_deref(), &rank.name),
        points(rank.threshold)
    )
}

fn with_badge(badge: Option<&str>, name: &str) -> String {
    match badge {
        Some(badge) => format!("{} **{}**", mark(badge), escape(name)),
        None => format!("**{}**", escape(name)),
    }
}

/// A server's own emoji stays as it is; anything else is text.
fn mark(badge: &str) -> String {
    if is_emoji(badge) {
        badge.to_owned()
    } else {
        escape(badge)
    }
}

/// `<:gold:1234567890>`, or `<a:…>` where it moves.
fn is_emoji(badge: &str) -> bool {
    let inside = badge.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    let inside = inside.and_then(|it| it.strip_prefix('a').unwrap_or(it).strip_prefix(':'));
    inside
        .and_then(|it| it.split_once(':'))
        .is_some_and(|(name, id)| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            !name.is_empty()
                && name.chars().all(is_name)
                && !id.is_empty()
                && id.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_emojis_of_a_server_are_shown_as_they_are() {
        for (badge, shown) in [
            ("💎", "💎"),
            ("<:gold:1234>", "<:gold:1234>"),
            ("<a:gold_2:1234>", "<a:gold_2:1234>"),
            ("<@&1234>", r"\<@&1234\>"),
            ("<:gold:>", r"\<:gold:\>"),
            ("<:go<@1>:1>", r"\<:go\<@1\>:1\>"),
            ("*", r"\*"),
        ] {
            assert_eq!(mark(badge), shown);
        }
    }
}
