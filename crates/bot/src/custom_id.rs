//! Ids of buttons and modals: `v1:<action>:<argument>:…`, at most 100 characters.
//!
//! They come back from the client, so they are hints and never rights: the API judges every press.

use crate::answer::Failure;
use std::str::FromStr;
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::message::ButtonBuilder;

/// Version of the grammar and of every action's arguments.
const VERSION: &str = "v1";
/// Discord's limit.
pub(crate) const MAX_LENGTH: usize = 100;

/// Writes one.
pub(crate) fn write(action: &str, arguments: &[&str]) -> String {
    let id = join(action, arguments);
    debug_assert!(id.len() <= MAX_LENGTH, "{id} is too long");
    id
}

/// Whether it can be written.
pub(crate) fn fits(action: &str, arguments: &[&str]) -> bool {
    join(action, arguments).len() <= MAX_LENGTH
}

fn join(action: &str, arguments: &[&str]) -> String {
    [&[VERSION, action], arguments].concat().join(":")
}

/// A button with this action and these arguments.
pub(crate) fn button(style: ButtonStyle, label: &str, action: &str, arguments: &[&str]) -> Button {
    button_with_id(style, label, write(action, arguments))
}

/// A button whose id was written before.
pub(crate) fn button_with_id(style: ButtonStyle, label: &str, id: String) -> Button {
    ButtonBuilder::new(style).label(label).custom_id(id).build()
}

/// Reads the action and its arguments, if the id is of this version.
pub(crate) fn read(id: &str) -> Option<(&str, Vec<String>)> {
    let mut parts = id.split(':');
    if parts.next()? != VERSION {
        return None;
    }
    let action = parts.next().filter(|action| !action.is_empty())?;
    Some((action, parts.map(str::to_owned).collect()))
}

/// Reads one of the arguments.
pub(crate) fn argument<T: FromStr>(arguments: &[String], index: usize) -> Result<T, Failure> {
    let argument = arguments.get(index).and_then(|text| text.parse().ok());
    argument.ok_or(Failure::Outdated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let id = write("members", &["pending", "3", "Zm9v-_"]);
        assert_eq!(id, "v1:members:pending:3:Zm9v-_");
        let (action, arguments) = read(&id).unwrap();
        assert_eq!(
            (action, arguments),
            (
                "members",
                vec!["pending".into(), "3".into(), "Zm9v-_".into()]
            )
        );
    }

    #[test]
    fn other_versions_are_not_read() {
        for id in ["", "v1", "v1:", "v2:members", "members:v1", "role-picker"] {
            assert_eq!(read(id), None, "{id:?}");
        }
    }
}
