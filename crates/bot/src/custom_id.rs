//! Ids of buttons and modals: `v1:<action>:<argument>:…`, at most 100 characters.
//!
//! A button in a direct message names its server behind the action, `v1:<action>@<guild>:…`, because
//! its interaction does not.
//!
//! They come back from the client, so they are hints and never rights: the API judges every press.

use crate::{answer::Failure, replies::format::is_readable};
use paddock_api_types::GuildId;
use std::str::FromStr;
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::message::ButtonBuilder;

/// Version of the grammar and of every action's arguments.
const VERSION: &str = "v1";
/// Between an action and its guild.
const GUILD: char = '@';
/// Discord's limit.
pub(crate) const MAX_LENGTH: usize = 100;

/// Writes one.
pub(crate) fn write(action: &str, arguments: &[&str]) -> String {
    let id = join(action, arguments);
    debug_assert!(id.len() <= MAX_LENGTH, "{id} is too long");
    id
}

/// Writes one for a message that may be a direct one: it names the guild that it is about.
pub(crate) fn write_in(guild: GuildId, action: &str, arguments: &[&str]) -> String {
    write(&format!("{action}{GUILD}{guild}"), arguments)
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

/// A button that opens a page, unless Discord takes no such address for one, as that of `https://localhost`.
pub(crate) fn link(label: &str, url: &str) -> Option<Button> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let button = ButtonBuilder::new(ButtonStyle::Link).label(label).url(url);
    is_readable(host).then(|| button.build())
}

/// A button whose id was written before.
pub(crate) fn button_with_id(style: ButtonStyle, label: &str, id: String) -> Button {
    ButtonBuilder::new(style).label(label).custom_id(id).build()
}

/// Reads the action and its arguments, if the id is of this version.
pub(crate) fn read(id: &str) -> Option<(&str, Vec<String>)> {
    let mut parts = parts(id)?;
    let action = parts.next()?;
    let (action, _) = action.split_once(GUILD).unwrap_or((action, ""));
    (!action.is_empty()).then(|| (action, parts.map(str::to_owned).collect()))
}

/// Reads the guild that the id names, where it names one.
pub(crate) fn guild(id: &str) -> Option<GuildId> {
    let (_, guild) = parts(id)?.next()?.split_once(GUILD)?;
    guild.parse().ok()
}

/// What follows the version, if that is ours.
fn parts(id: &str) -> Option<std::str::Split<'_, char>> {
    let mut parts = id.split(':');
    (parts.next()? == VERSION).then_some(parts)
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
    fn a_guild_is_named_behind_the_action() {
        let guild = "1234567890123456789".parse().unwrap();
        let id = write_in(guild, "trade-accept", &["850"]);
        assert_eq!(id, "v1:trade-accept@1234567890123456789:850");
        assert_eq!(read(&id).unwrap(), ("trade-accept", vec!["850".to_owned()]));
        assert_eq!(super::guild(&id), Some(guild));
        for id in [
            "v1:trade-accept:850",
            "v1:trade-accept@:850",
            "v1:trade-accept@seven:850",
            "v1:trade-accept:850@7",
            "v2:trade-accept@7:850",
        ] {
            assert_eq!(super::guild(id), None, "{id}");
        }
        assert_eq!(read("v1:@7:850"), None);
    }

    #[test]
    fn other_versions_are_not_read() {
        for id in ["", "v1", "v1:", "v2:members", "members:v1", "role-picker"] {
            assert_eq!(read(id), None, "{id:?}");
        }
    }
}
