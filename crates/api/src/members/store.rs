//! Statements of members.

use super::model::{Member, Standing};
use crate::db::{
    Database, Encode as _, Error, FIFTY_KEYS, Source, Transaction, changed, fifties, names, record,
    save, select, sql,
};
use crate::page::PageRequest;
use paddock_api_types::members::MemberStatus;
use paddock_api_types::{GuildId, UserId};

const LOOKUP: &str = select!(Member, "WHERE guild_id = ? AND user_id = ?");
const LIST: &str = select!(
    Member,
    "WHERE guild_id = ? AND (registered_at > ? OR (registered_at = ? AND user_id > ?)) \
     AND (? IS NULL OR status = ?) AND (? IS NULL OR is_admin = ?) \
     AND (? IS NULL OR in_guild = ?) ORDER BY registered_at, user_id LIMIT ?"
);
const IN_RANGE: &str = select!(
    Member,
    "WHERE guild_id = ? AND user_id > ? AND user_id <= ? ORDER BY user_id LIMIT ?"
);
// One row always, so that the guild's setting is known of strangers too.
const STANDING: &str = "SELECT m.status, m.is_admin, m.in_guild, m.api_access_since, \
     g.admin_role_id, asked.n FROM (SELECT 0 AS n, ? AS guild_id, ? AS user_id) AS asked \
     LEFT JOIN members m ON m.guild_id = asked.guild_id AND m.user_id = asked.user_id \
     LEFT JOIN guilds g ON g.guild_id = asked.guild_id";
// Of one person, in every guild.
const GUILDS: &str = "SELECT guild_id FROM members \
     WHERE user_id = ? AND in_guild = TRUE AND status <> 'banned' ORDER BY guild_id";
const TOUCH: &str = "UPDATE members SET version = version + 1 \
     WHERE guild_id = ? AND user_id = ? AND version = ?";
const NAMES: &str = sql!(
    "SELECT user_id, display_name FROM members WHERE guild_id = ? AND user_id IN (",
    FIFTY_KEYS,
    ")"
);
const DELETE: &str = "DELETE FROM members WHERE guild_id = ? AND user_id = ? AND version = ?";

names!(MemberStatus);
record! { Member from members {
    user_id, display_name, external_id, discord_name, status, status_reason, in_guild, is_admin,
    api_access_since, registered_at, updated_at, version,
} }

/// Which members to list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Filter {
    pub(super) status: Option<MemberStatus>,
    pub(super) is_admin: Option<bool>,
    pub(super) in_guild: Option<bool>,
}

/// How these members are called.
pub(super) async fn display_names(
    db: &Database,
    guild: GuildId,
    users: &[i64],
) -> Result<Vec<(i64, String)>, Error> {
    let mut all = Vec::new();
    for ids in fifties(users) {
        let mut values = vec![guild.encode()];
        values.extend(ids);
        let rows: Vec<(i64, String)> = db.query(NAMES, values).all().await?;
        all.extend(rows);
    }
    Ok(all)
}

pub(super) async fn standing(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Standing, Error> {
    let row = db.ask(STANDING, (guild, user)).one();
    let (status, is_admin, in_guild, api_access_since, admin_role_id): (
        _,
        Option<_>,
        Option<_>,
        _,
        _,
    ) = row.await?;
    Ok(Standing {
        status,
        is_admin: is_admin.unwrap_or(false),
        in_guild: in_guild.unwrap_or(true),
        api_access_since,
        admin_role_id,
    })
}

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<Member>, Error> {
    from.query(LOOKUP, (guild, user)).optional().await
}

/// By registration, oldest first.
pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    filter: Filter,
    page: PageRequest<2>,
) -> Result<Vec<Member>, Error> {
    let [at, user] = page.after.unwrap_or([i64::MIN, 0]);
    let Filter {
        status,
        is_admin,
        in_guild,
    } = filter;
    let values = (
        guild,
        at,
        at,
        user,
        status,
        status,
        is_admin,
        is_admin,
        in_guild,
        in_guild,
        page.rows(),
    );
    db.query(LIST, values).all().await
}

/// By user id, those after `after` up to and including `through`.
pub(super) async fn in_range(
    db: &Database,
    guild: GuildId,
    after: i64,
    through: i64,
    limit: u32,
) -> Result<Vec<Member>, Error> {
    let values = (guild, after, through, limit);
    db.query(IN_RANGE, values).all().await
}

/// A new member; fails with `Conflict` if another transaction registered them.
pub(super) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    write(tx, guild, member, None).await
}

/// Writes a member that was read in the same transaction; fails with `Conflict` if another one
/// changed it.
pub(super) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    write(tx, guild, member, Some(member.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        members {
            display_name: member.display_name,
            external_id: member.external_id,
            discord_name: member.discord_name,
            status: member.status,
            status_reason: member.status_reason,
            in_guild: member.in_guild,
            is_admin: member.is_admin,
            api_access_since: member.api_access_since,
            updated_at: member.updated_at,
        },
        key {
            guild_id: guild,
            user_id: member.user_id
        },
        once {
            registered_at: member.registered_at
        }
    )
}

/// The guilds whose member this person is, and not banned.
pub(super) async fn guilds(db: &Database, user: UserId) -> Result<Vec<GuildId>, Error> {
    db.query(GUILDS, (user,)).scalars().await
}

/// Claims a member that was read in the same transaction for a decision that rests on it; fails with
/// `Conflict` if another one changed or claimed it.
pub(super) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    let values = (guild, member.user_id, member.version);
    changed(tx.query(TOUCH, values).execute().await?)
}

/// Deletes a member that was read in the same transaction; fails with `Conflict` if another one
/// changed it.
pub(super) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    let values = (guild, member.user_id, member.version);
    changed(tx.query(DELETE, values).execute().await?)
}
