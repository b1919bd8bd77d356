//! Statements of owed roles.

pub(super) mod screening;

use crate::db::{Database, Error, Source, Transaction, record, select, update, upsert};
use crate::roles::model::OwedRole;
use paddock_api_types::{GuildId, RoleId, UserId};

const OF_MEMBER: &str = select!(
    OwedRole,
    "WHERE guild_id = ? AND user_id = ? ORDER BY role_id, source"
);
const DROP_RETURNED: &str = "DELETE FROM owed_roles \
     WHERE guild_id = ? AND user_id = ? AND role_id = ? AND owed = FALSE";
const ERASE: &str = "DELETE FROM owed_roles WHERE guild_id = ? AND user_id = ?";
const NEXT_SYNC: &str = select!(RoleSync, "WHERE guild_id > ? ORDER BY guild_id LIMIT 1");
const END_SYNC: &str = "DELETE FROM role_syncs WHERE guild_id = ? AND generation = ?";

/// A guild whose members' owed roles are to be worked out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RoleSync {
    /// The guild.
    pub guild_id: GuildId,
    /// Changes when it starts over.
    pub generation: i64,
    /// Members up to this user id are done.
    pub after_user_id: i64,
}

record! { OwedRole from owed_roles { role_id, source, owed } }
record! { RoleSync from role_syncs { guild_id, generation, after_user_id } }

pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<OwedRole>, Error> {
    from.query(OF_MEMBER, (guild, user)).all().await
}

pub(crate) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    owed: &OwedRole,
    at: i64,
) -> Result<(), Error> {
    let row = upsert!(
        owed_roles {
            owed: owed.owed,
            updated_at: at
        },
        key {
            guild_id: guild,
            user_id: user,
            role_id: owed.role_id,
            source: owed.source
        }
    );
    tx.put(row).await
}

/// Drops a role that nobody owes and the member no longer has.
pub(crate) async fn drop_returned(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    role: RoleId,
) -> Result<(), Error> {
    tx.query(DROP_RETURNED, (guild, user, role)).done().await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

pub(crate) async fn schedule_sync(tx: &mut Transaction, sync: RoleSync) -> Result<(), Error> {
    let row = upsert!(
        role_syncs {
            generation: sync.generation,
            after_user_id: sync.after_user_id
        },
        key {
            guild_id: sync.guild_id
        }
    );
    tx.put(row).await
}

/// The one after this guild; 0 begins.
pub(crate) async fn next_sync(db: &Database, after_guild: i64) -> Result<Option<RoleSync>, Error> {
    db.query(NEXT_SYNC, (after_guild,)).optional().await
}

pub(crate) async fn advance_sync(
    tx: &mut Transaction,
    sync: RoleSync,
    after_user_id: i64,
) -> Result<(), Error> {
    let row = update!(
        role_syncs { after_user_id },
        key {
            guild_id: sync.guild_id,
            generation: sync.generation
        }
    );
    tx.put(row).await
}

pub(crate) async fn end_sync(tx: &mut Transaction, sync: RoleSync) -> Result<(), Error> {
    let values = (sync.guild_id, sync.generation);
    tx.query(END_SYNC, values).done().await
}
