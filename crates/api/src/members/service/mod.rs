//! Operations on members.

mod decide;
mod discord;
mod names;
mod register;
mod register_other;

pub(crate) use decide::{
    ban, grant_admin, grant_api_access, reject, revoke_admin, revoke_api_access, unban, verify,
};
pub(crate) use discord::{has_work as owed_roles_have_work, report, sync_owed_roles};
pub(crate) use names::names;
pub(crate) use register::{Registered, register, register_known, update_me};
pub(crate) use register_other::register_other;

use super::model::{Member, MemberError, Standing};
use super::store::{self, Filter};
use crate::db::{Database, Error, Source, Transaction};
use crate::effects;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::personal_data::DataSubject;
use paddock_api_types::{GuildId, Page, UserId, name_key};

/// Members who are read at once where a name is searched.
const SEARCHED: u32 = 500;

/// What decides the level of a caller.
pub(crate) async fn standing(
    db: &Database,
    guild: GuildId,
    user: UserId,
) -> Result<Standing, Error> {
    store::standing(db, guild, user).await
}

/// The caller, who must be registered.
pub(crate) async fn me(op: &Operation) -> Result<Member, MemberError> {
    let user = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    store::lookup(&op.ctx.db, op.guild(), user)
        .await?
        .ok_or(MemberError::NotRegistered)
}

/// A member of the guild.
pub(crate) async fn get(op: &Operation, user: UserId) -> Result<Member, MemberError> {
    store::lookup(&op.ctx.db, op.guild(), user)
        .await?
        .ok_or(MemberError::NotFound)
}

/// A member of the guild, for a rule of another capability.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<Member>, Error> {
    store::lookup(from, guild, user).await
}

/// The guilds whose member a person is, and may ask for something. They have proven who they are, and
/// choose one of these.
pub(crate) async fn guilds(db: &Database, user: UserId) -> Result<Vec<GuildId>, Error> {
    store::guilds(db, user).await
}

/// Members of the guild, oldest registration first.
pub(crate) async fn list(
    op: &Operation,
    query: &paddock_api_types::members::ListMembersQuery,
    page: PageRequest<2>,
) -> Result<Page<Member>, MemberError> {
    let filter = Filter {
        status: query.status,
        is_admin: query.admin,
        in_guild: query.in_guild,
    };
    let db = &op.ctx.db;
    let rows = match &query.name {
        None => store::list(db, op.guild(), filter, page).await?,
        Some(name) => named(op, filter, &name_key(name), page).await?,
    };
    Ok(page.page(rows, key))
}

/// The members of a page who are called so. No column of either engine compares names as people do,
/// so that all of them are read, up to the end of the page.
async fn named(
    op: &Operation,
    filter: Filter,
    wanted: &str,
    page: PageRequest<2>,
) -> Result<Vec<Member>, Error> {
    let mut read = PageRequest {
        limit: SEARCHED,
        after: page.after,
    };
    let mut found = Vec::new();
    loop {
        let rows = store::list(&op.ctx.db, op.guild(), filter, read).await?;
        let is_last = rows.len() <= SEARCHED as usize;
        read.after = rows.last().map(key);
        found.extend(rows.into_iter().filter(|member| member.is_called(wanted)));
        if is_last || found.len() > page.limit as usize {
            return Ok(found);
        }
    }
}

fn key(member: &Member) -> [i64; 2] {
    [member.registered_at.as_millisecond(), member.user_id.get()]
}

/// Claims a member for a decision of another capability that depends on their status: of two
/// concurrent transactions, one retries.
pub(crate) async fn claim(
    tx: &mut Transaction,
    guild: GuildId,
    member: &mut Member,
) -> Result<(), Error> {
    store::touch(tx, guild, member).await?;
    member.version += 1;
    Ok(())
}

/// Erases the member's own row, and where a message about them stands.
pub(crate) async fn erase(
    tx: &mut Transaction,
    op: &Operation,
    subject: &DataSubject,
) -> Result<(), Error> {
    let found = store::lookup(&mut *tx, op.guild(), subject.user_id).await?;
    // After a decision about the member since the erasure began, all of it runs again: what the
    // decision wrote may belong to what was erased already.
    let member = found.filter(|member| member.version == subject.version);
    let member = member.ok_or(Error::Conflict)?;
    let post = register::review_post(member.user_id);
    effects::service::erase_post(tx, op, &post).await?;
    store::delete(tx, op.guild(), &member).await
}
