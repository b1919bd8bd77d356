//! Statements of owed roles.

use super::model::OwedRole;
use crate::db::{Database, Error, Source, Sql, Transaction, stored_id, upsert};
use paddock_api_types::{GuildId, RoleId, UserId};

const OF_MEMBER: &str = "SELECT role_id, source, owed FROM owed_roles \
     WHERE guild_id = ? AND user_id = ? ORDER BY role_id, source";
const SET: Sql = upsert!(
    "owed_roles",
    ["guild_id", "user_id", "role_id", "source"],
    ["owed", "updated_at"]
);
const DROP_RETURNED: &str = "DELETE FROM owed_roles \
     WHERE guild_id = ? AND user_id = ? AND role_id = ? AND owed = FALSE";
const FORGET: &str = "DELETE FROM owed_roles WHERE guild_id = ? AND user_id = ?";
const SCHEDULE_SYNC: Sql = upsert!("role_syncs", ["guild_id"], ["generation", "after_user_id"]);
const NEXT_SYNC: &str = "SELECT guild_id, generation, after_user_id FROM role_syncs \
     WHERE guild_id > ? ORDER BY guild_id LIMIT 1";
const ADVANCE_SYNC: &str =
    "UPDATE role_syncs SET after_user_id = ? WHERE guild_id = ? AND generation = ?";
const END_SYNC: &str = "DELETE FROM role_syncs WHERE guild_id = ? AND generation = ?";

#[derive(sqlx::FromRow)]
struct OwedRoleRow {
    role_id: i64,
    source: String,
    owed: bool,
}

/// A guild whose members' owed roles are to be worked out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RoleSync {
    /// Which guild.
    pub guild_id: GuildId,
    /// Changes when it starts over.
    pub generation: i64,
    /// Members up to this user id are done.
    pub after_user_id: i64,
}

pub(super) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<OwedRole>, Error> {
    let query = from.query(OF_MEMBER).bind(guild.get()).bind(user.get());
    owed_roles(query.fetch_all().await?)
}

pub(super) async fn set(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    owed: &OwedRole,
    at: i64,
) -> Result<(), Error> {
    tx.run(SET)
        .bind(guild.get())
        .bind(user.get())
        .bind(owed.role_id.get())
        .bind(&owed.source)
        .bind(owed.owed)
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// Forgets a role that nobody owes and the member no longer has.
pub(super) async fn drop_returned(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    role: RoleId,
) -> Result<(), Error> {
    tx.run(DROP_RETURNED)
        .bind(guild.get())
        .bind(user.get())
        .bind(role.get())
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.run(FORGET)
        .bind(guild.get())
        .bind(user.get())
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn schedule_sync(tx: &mut Transaction, sync: RoleSync) -> Result<(), Error> {
    tx.run(SCHEDULE_SYNC)
        .bind(sync.guild_id.get())
        .bind(sync.generation)
        .bind(sync.after_user_id)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn next_sync(db: &Database, after_guild: i64) -> Result<Option<RoleSync>, Error> {
    let row: Option<(i64, i64, i64)> = db
        .read(NEXT_SYNC)
        .bind(after_guild)
        .fetch_optional()
        .await?;
    row.map(|(guild_id, generation, after_user_id)| {
        let guild_id = stored_id("role_syncs.guild_id", guild_id)?;
        Ok(RoleSync {
            guild_id,
            generation,
            after_user_id,
        })
    })
    .transpose()
}

pub(super) async fn advance_sync(
    tx: &mut Transaction,
    sync: RoleSync,
    after_user_id: i64,
) -> Result<(), Error> {
    tx.run(ADVANCE_SYNC)
        .bind(after_user_id)
        .bind(sync.guild_id.get())
        .bind(sync.generation)
        .execute()
        .await?;
    Ok(())
}

pub(super) async fn end_sync(tx: &mut Transaction, sync: RoleSync) -> Result<(), Error> {
    tx.run(END_SYNC)
        .bind(sync.guild_id.get())
        .bind(sync.generation)
        .execute()
        .await?;
    Ok(())
}

fn owed_roles(rows: Vec<OwedRoleRow>) -> Result<Vec<OwedRole>, Error> {
    rows.into_iter()
        .map(|row| {
            let role_id = stored_id("owed_roles.role_id", row.role_id)?;
            Ok(OwedRole {
                role_id,
                source: row.source,
                owed: row.owed,
            })
        })
        .collect()
}
