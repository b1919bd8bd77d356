//! Texts about classes of cars.

use crate::{
    answer::Reply,
    replies::{Pick, format::escape},
};
use paddock_api_types::numbers::NumberClass;

/// What options that pick a class pick.
pub(crate) const ONE: Pick = Pick {
    one: "class",
    many: "classes",
    none: "there is none, and numbers need none; admins make one with `/numbers class-create`",
};
/// Title of `/numbers class-list`.
pub(crate) const TITLE: &str = "Classes of cars";
/// `/numbers class-list` without any.
pub(crate) const NONE: &str =
    "There are no classes, so each number is there once. `/numbers class-create` makes one.";
/// After `/numbers class-delete`.
pub(crate) const DELETED: &str = "That class is deleted.";

/// One line of a list.
pub(crate) fn line(class: &NumberClass) -> String {
    format!(
        "**{}** · numbers {} to {}",
        escape(&class.name),
        class.number_min,
        class.number_max
    )
}

/// After `/numbers class-create`.
pub(crate) fn created(class: &NumberClass) -> Reply {
    Reply::text(format!("Created: {}", line(class)))
}

/// After `/numbers class-edit`.
pub(crate) fn changed(class: &NumberClass) -> Reply {
    Reply::text(format!("Saved: {}", line(class)))
}

/// Before `/numbers class-delete`.
pub(crate) fn delete_question(class: Option<&NumberClass>) -> String {
    let name = class.map_or_else(|| "that class".to_owned(), |class| escape(&class.name));
    format!("**Delete {name}?**\nWho waits for a number in it waits no longer.")
}
