//! Texts about items.

use super::{missing, name};
use crate::{
    answer::Reply,
    replies::{
        Pick,
        format::{escape, points},
    },
};
use paddock_api_types::seasons::{Item, Season, SeasonItem};
use std::fmt::Write as _;

/// What options that pick any item pick.
pub(crate) const ANY: Pick = Pick {
    one: "item",
    many: "items",
    none: "there is none yet; `/item create` makes one",
};
/// What options that pick an item of a season pick.
pub(crate) const ONE: Pick = Pick {
    one: "item",
    many: "items",
    none: "there is none for that season yet; admins add one with `/item set`",
};
/// Title of `/item list` without a season.
pub(crate) const TITLE: &str = "Items";
/// `/item list` without any.
pub(crate) const NONE: &str = "There is no item yet. `/item create` makes one.";
/// To the deletion of an item that was submitted.
pub(crate) const IN_USE: &str = "That item was submitted before, so it cannot be deleted. \
    `/item unset` takes it out of a season.";
/// To `/item edit` with a description and its removal.
pub(crate) const DESCRIBED_AND_NOT: &str =
    "Give a description or `clear_description`, not both. Try again with one of them.";

/// To `/item edit` with an external id and its removal.
pub(crate) const CALLED_AND_NOT: &str =
    "Give an external id or `clear_external_id`, not both. Try again with one of them.";

/// Title of `/item list` with a season.
pub(crate) fn season_title(season: &Season) -> String {
    format!("Items of {}", escape(&season.name))
}

/// The same without any.
pub(crate) fn none_in(season: &Season) -> String {
    let what = format!("{} takes no items", name(season));
    missing(season, &what, "`/item set` adds one")
}

/// One suggestion among those that a season takes.
pub(crate) fn worth_choice(item: &SeasonItem) -> String {
    format!("{} ({})", item.name, points(item.points))
}

/// One line of `/item list`.
pub(crate) fn line(item: &Item) -> String {
    let mut line = bold(&item.name);
    if let Some(external_id) = &item.external_id {
        let _ = write!(line, " · {}", escape(external_id));
    }
    with_description(line, item.description.as_deref())
}

/// The same with what the item is worth.
pub(crate) fn worth_line(item: &SeasonItem) -> String {
    let mut line = format!("{} · {}", bold(&item.name), points(item.points));
    if let Some(limit) = item.max_quantity {
        let _ = write!(line, " · up to {limit} per submission");
    }
    if let Some(limit) = item.max_per_day {
        let _ = write!(line, " · up to {limit} a day");
    }
    with_description(line, item.description.as_deref())
}

/// After `/item create`.
pub(crate) fn created(item: &Item) -> Reply {
    Reply::text(format!(
        "Created: {}\n`/item set` says what it is worth in a season.",
        line(item)
    ))
}

/// After `/item edit`.
pub(crate) fn changed(item: &Item) -> Reply {
    Reply::text(format!("Saved: {}", line(item)))
}

/// After `/item set`.
pub(crate) fn set(season: &Season, item: &SeasonItem) -> Reply {
    Reply::text(format!(
        "{} now accepts: {}",
        name(season),
        worth_line(item)
    ))
}

/// After `/item unset`.
pub(crate) fn unset(season: &Season, item: &Item) -> Reply {
    Reply::text(format!(
        "{} no longer takes {}. What was submitted stays.",
        name(season),
        bold(&item.name)
    ))
}

/// Before `/item delete`.
pub(crate) fn delete_question(item: &Item) -> String {
    format!(
        "**Delete {}?**\nIt goes from every season that takes it, and cannot be brought back.",
        escape(&item.name)
    )
}

/// After it.
pub(crate) fn deleted(item: &Item) -> Reply {
    Reply::text(format!("{} is deleted.", bold(&item.name)))
}

fn bold(name: &str) -> String {
    format!("**{}**", escape(name))
}

fn with_description(line: String, description: Option<&str>) -> String {
    match description {
        Some(description) => format!("{line}\n  {}", escape(description)),
        None => line,
    }
}
