//! The commands that a person is offered.

use serde_json::Value;

use super::place::Place;
use super::slash;
use crate::model::Command;
use crate::snowflake::Snowflake;
use crate::world::{World, wire};

/// The slash commands that a person can use in a channel, by name; guild commands hide global ones of their name.
pub(crate) fn usable_commands(world: &World, user: Snowflake, channel: Snowflake) -> Vec<Value> {
    let Some(user) = world.users.get(&user) else {
        return Vec::new();
    };
    let guild = world.channel(channel).and_then(|(_, guild)| guild);
    let place = Place {
        user,
        guild: guild.map(|guild| guild.id),
        channel,
        files: &[],
    };
    let slash = world.commands.iter().filter(|it| it.kind() == 1);
    let mut names: Vec<_> = slash.map(Command::name).collect();
    names.sort_unstable();
    names.dedup();
    let usable = names
        .into_iter()
        .filter_map(|name| slash::find(world, place, name).ok());
    usable.map(|it| wire::command(world, it)).collect()
}
