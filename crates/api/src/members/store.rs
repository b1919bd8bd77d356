//! Statements of members.

use super::model::{Member, Standing};
use crate::db::{self, Database, Error, Source, Transaction, stored_id, stored_name, stored_time};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::members::MemberStatus;
use paddock_api_types::{GuildId, RoleId, UserId};

macro_rules! select_members {
    ($rest:literal) => {
        concat!(
            "SELECT user_id, display_name, external_id, discord_name, status, status_reason, \
             in_guild, is_admin, api_access_since, registered_at, updated_at, version FROM members ",
            $rest
        )
    };
}

const LOOKUP: &str = select_members!("WHERE guild_id = ? AND user_id = ?");
const LIST: &str = select_members!(
    "WHERE guild_id = ? AND (registered_at > ? OR (registered_at = ? AND user_id > ?)) \
     AND (? IS NULL OR status = ?) AND (? IS NULL OR is_admin = ?) \
     AND (? IS NULL OR in_guild = ?) ORDER BY registered_at, user_id LIMIT ?"
);
const IN_RANGE: &str =
    select_members!("WHERE guild_id = ? AND user_id > ? AND user_id <= ? ORDER BY user_id LIMIT ?");
// One row always, so that the guild's setting is known of strangers too.
const STANDING: &str = "SELECT m.status, m.is_admin, m.in_guild, m.api_access_since, \
     g.admin_role_id \
     FROM (SELECT 1 AS one) AS base \
     LEFT JOIN members m ON m.guild_id = ? AND m.user_id = ? \
     LEFT JOIN guilds g ON g.guild_id = ?";
const INSERT: &str = "INSERT INTO members (display_name, external_id, discord_name, status, \
     status_reason, in_guild, is_admin, api_access_since, updated_at, guild_id, user_id, version, \
     registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const UPDATE: &str = "UPDATE members SET display_name = ?, external_id = ?, discord_name = ?, \
     status = ?, status_reason = ?, in_guild = ?, is_admin = ?, api_access_since = ?, \
     updated_at = ?, version = version + 1 WHERE guild_id = ? AND user_id = ? AND version = ?";
const TOUCH: &str = "UPDATE members SET version = version + 1 \
     WHERE guild_id = ? AND user_id = ? AND version = ?";
const DELETE: &str = "DELETE FROM members WHERE guild_id = ? AND user_id = ? AND version = ?";

#[derive(sqlx::FromRow)]
struct MemberRow {
    user_id: i64,
    display_name: String,
    external_id: Option<String>,
    discord_name: Option<String>,
    status: String,
    status_reason: Option<String>,
    in_guild: bool,
    is_admin: bool,
    api_access_since: Option<i64>,
    registered_at: i64,
    updated_at: i64,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    status: Option<String>,
    is_admin: Option<bool>,
    in_guild: Option<bool>,
    api_access_since: Option<i64>,
    admin_role_id: Option<i64>,
}

/// Which members to list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Filter {
    pub(super) status: Option<MemberStatus>,
    pub(super) is_admin: Option<bool>,
    pub(super) in_guild: Option<bool>,
}

pub(super) async fn standing(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Standing, Error> {
    let row: StandingRow = db
        .read(STANDING)
        .bind(guild.get())
        .bind(user.get())
        .bind(guild.get())
        .fetch_one()
        .await?;
    let role = |id| stored_id::<RoleId>("guilds.admin_role_id", id);
    let since = |at| stored_time("members.api_access_since", at);
    Ok(Standing {
        api_access_since: row.api_access_since.map(since).transpose()?,
        status: row
            .status
            .map(|name| stored_name("members.status", name))
            .transpose()?,
        is_admin: row.is_admin.unwrap_or(false),
        in_guild: row.in_guild.unwrap_or(true),
        admin_role_id: row.admin_role_id.map(role).transpose()?,
    })
}

pub(super) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<Member>, Error> {
    let query = from.query(LOOKUP).bind(guild.get()).bind(user.get());
    let row: Option<MemberRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// By registration, oldest first.
pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    filter: Filter,
    page: PageRequest<2>,
) -> Result<Vec<Member>, Error> {
    let [registered_at, user_id] = page.after.unwrap_or([i64::MIN, 0]);
    let status = filter.status.map(db::name);
    let rows = db
        .read(LIST)
        .bind(guild.get())
        .bind(registered_at)
        .bind(registered_at)
        .bind(user_id)
        .bind(status.clone())
        .bind(status)
        .bind(filter.is_admin)
        .bind(filter.is_admin)
        .bind(filter.in_guild)
        .bind(filter.in_guild)
        .bind(page.rows())
        .fetch_all()
        .await?;
    members(rows)
}

/// By user id, those after `after` up to and including `through`.
pub(super) async fn in_range(
    db: &Database,
    guild: GuildId,
    after: i64,
    through: i64,
    limit: u32,
) -> Result<Vec<Member>, Error> {
    let query = db
        .read(IN_RANGE)
        .bind(guild.get())
        .bind(after)
        .bind(through);
    members(query.bind(i64::from(limit)).fetch_all().await?)
}

/// Somebody new; a conflict when they were registered in the meantime.
pub(super) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    let inserted = write(tx, INSERT, guild, member)
        .bind(member.registered_at.as_millisecond())
        .execute()
        .await;
    inserted.map_err(Error::id_collision)?;
    Ok(())
}

/// Writes a member that was read in the same transaction; a conflict when somebody else changed it.
pub(super) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    match write(tx, UPDATE, guild, member).execute().await? {
        0 => Err(Error::Conflict),
        _ => Ok(()),
    }
}

fn write<'t>(
    tx: &'t mut Transaction,
    sql: &'static str,
    guild: GuildId,
    member: &Member,
) -> db::Query<'t> {
    tx.run(sql)
        .bind(&member.display_name)
        .bind(member.external_id.as_deref())
        .bind(member.discord_name.as_deref())
        .bind(db::name(member.status))
        .bind(member.status_reason.as_deref())
        .bind(member.in_guild)
        .bind(member.is_admin)
        .bind(member.api_access_since.map(Timestamp::as_millisecond))
        .bind(member.updated_at.as_millisecond())
        .bind(guild.get())
        .bind(member.user_id.get())
        .bind(member.version)
}

/// Claims a member that was read in the same transaction for a decision that rests on it; a conflict
/// when somebody else changed or claimed it.
pub(super) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    at_version(tx.run(TOUCH), guild, member).await
}

/// Deletes a member that was read in the same transaction; a conflict when somebody else changed it.
pub(super) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    member: &Member,
) -> Result<(), Error> {
    at_version(tx.run(DELETE), guild, member).await
}

async fn at_version(query: db::Query<'_>, guild: GuildId, member: &Member) -> Result<(), Error> {
    let query = query
        .bind(guild.get())
        .bind(member.user_id.get())
        .bind(member.version);
    if query.execute().await? == 0 {
        Err(Error::Conflict)
    } else {
        Ok(())
    }
}

fn members(rows: Vec<MemberRow>) -> Result<Vec<Member>, Error> {
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<MemberRow> for Member {
    type Error = Error;

    fn try_from(row: MemberRow) -> Result<Self, Error> {
        Ok(Self {
            user_id: stored_id("members.user_id", row.user_id)?,
            display_name: row.display_name,
            external_id: row.external_id,
            discord_name: row.discord_name,
            status: stored_name("members.status", row.status)?,
            status_reason: row.status_reason,
            in_guild: row.in_guild,
            is_admin: row.is_admin,
            api_access_since: row
                .api_access_since
                .map(|at| stored_time("members.api_access_since", at))
                .transpose()?,
            registered_at: stored_time("members.registered_at", row.registered_at)?,
            updated_at: stored_time("members.updated_at", row.updated_at)?,
            version: row.version,
        })
    }
}
