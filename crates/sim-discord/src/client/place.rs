//! Where a person acts.

use crate::model::{Guild, User};
use crate::snowflake::Snowflake;
use crate::world::World;

/// The person who acts, and where.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) user: &'a User,
    /// None in direct messages.
    pub(super) guild: Option<Snowflake>,
    pub(super) channel: Snowflake,
    /// The person's files, with name and content.
    pub(super) files: &'a [(String, Vec<u8>)],
}

impl Place<'_> {
    /// The guild, unless this is in direct messages.
    pub(super) fn guild(self, world: &World) -> Option<&Guild> {
        world.guilds.get(&self.guild?)
    }

    /// The content of the person's file of this name; empty if they have none.
    pub(super) fn file(&self, name: &str) -> &[u8] {
        let file = self.files.iter().find(|(held, _)| held == name);
        file.map_or(&[], |(_, content)| content)
    }
}
