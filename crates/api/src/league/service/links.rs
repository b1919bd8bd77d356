//! Which iRacing account is whose.

use crate::audit;
use crate::context::Context;
use crate::db::{self, Source, Transaction};
use crate::league::model::{self, LeagueError};
use crate::league::store::links;
use crate::members;
use crate::operation::Operation;
use paddock_api_types::league::{IracingLink, LinkIracing};
use paddock_api_types::{GuildId, UserId};

/// The link of a member, for a rule of another capability.
pub(crate) async fn link<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<IracingLink>, db::Error> {
    let stored = links::lookup(from, guild, user).await?;
    Ok(stored.map(|stored| stored.link))
}

/// Every link of a guild.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<IracingLink>, db::Error> {
    links::list(from, guild).await
}

/// How many changes of links there were in a guild: what follows from links is looked at again when
/// that is another number.
pub(crate) async fn changes<'s>(from: impl Source<'s>, guild: GuildId) -> Result<i64, db::Error> {
    links::changes(from, guild).await
}

/// Guilds in which links changed and nobody followed, each with how many changes there were.
pub(crate) async fn fresh_changes(ctx: &Context) -> Result<Vec<(GuildId, i64)>, db::Error> {
    links::fresh(&ctx.db).await
}

/// Notes that what follows from links followed this many changes of a guild.
pub(crate) async fn followed(ctx: &Context, guild: GuildId, changes: i64) -> Result<(), db::Error> {
    links::followed(&ctx.db, guild, changes).await
}

/// The caller's link.
pub(crate) async fn get(op: &Operation) -> Result<IracingLink, LeagueError> {
    let (db, user) = (&op.ctx.db, caller(op)?);
    if let Some(link) = link(db, op.guild(), user).await? {
        return Ok(link);
    }
    let member = members::service::lookup(db, op.guild(), user).await?;
    Err(member.map_or(LeagueError::NotRegistered, |_| LeagueError::NotLinked))
}

/// Links the account that the caller typed, or changes whether others may see it.
pub(crate) async fn set(op: &Operation, asked: &LinkIracing) -> Result<IracingLink, LeagueError> {
    op.write(|mut tx| async move {
        let (guild, user) = (op.guild(), caller(op)?);
        let member = members::service::lookup(&mut tx, guild, user).await?;
        let mut member = member.ok_or(LeagueError::NotRegistered)?;
        let before = links::lookup(&mut tx, guild, user).await?;
        let was = before.as_ref().map(|before| &before.link);
        let link = model::typed(user, was, asked, op.at)?;
        if was == Some(&link) {
            return Ok(op.commit(tx, link).await?);
        }
        let holder = links::by_account(&mut tx, guild, link.iracing_id).await?;
        if holder.is_some_and(|holder| holder.link.user_id != user) {
            return Err(LeagueError::IdTaken);
        }
        // If the member is erased at this moment, no link may remain.
        members::service::claim(&mut tx, guild, &mut member).await?;
        links::save(&mut tx, guild, before.as_ref(), &link).await?;
        record(&mut tx, op, was, &link).await?;
        Ok(op.commit(tx, link).await?)
    })
    .await
}

/// Removes the caller's link.
pub(crate) async fn remove(op: &Operation) -> Result<(), LeagueError> {
    op.write(|mut tx| async move {
        let stored = links::lookup(&mut tx, op.guild(), caller(op)?).await?;
        let stored = stored.ok_or(LeagueError::NotLinked)?;
        links::delete(&mut tx, op.guild(), &stored).await?;
        audit::deleted(&mut tx, op, "iracing.unlinked", &stored.link).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Links an account of which iRacing itself said that it is this member's. Whoever only typed it
/// loses it.
pub(crate) async fn prove(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    cust_id: i64,
) -> Result<IracingLink, LeagueError> {
    let guild = op.guild();
    let member = members::service::lookup(&mut *tx, guild, user).await?;
    let mut member = member.ok_or(LeagueError::NotRegistered)?;
    let holder = links::by_account(&mut *tx, guild, cust_id).await?;
    if let Some(holder) = holder.filter(|holder| holder.link.user_id != user) {
        if holder.link.proven {
            return Err(LeagueError::IdTaken);
        }
        links::delete(tx, guild, &holder).await?;
        audit::deleted(tx, op, "iracing.link_lost", &holder.link).await?;
    }
    let before = links::lookup(&mut *tx, guild, user).await?;
    let was = before.as_ref().map(|before| &before.link);
    let link = model::proven(user, was, cust_id, op.at);
    if was != Some(&link) {
        members::service::claim(tx, guild, &mut member).await?;
        links::save(tx, guild, before.as_ref(), &link).await?;
        record(tx, op, was, &link).await?;
    }
    Ok(link)
}

/// Which account it is stands in no entry, so one about another account is told by its name.
async fn record(
    tx: &mut Transaction,
    op: &Operation,
    before: Option<&IracingLink>,
    after: &IracingLink,
) -> Result<(), db::Error> {
    let same = before.is_some_and(|before| before.iracing_id == after.iracing_id);
    let action = if same {
        "iracing.link_changed"
    } else {
        "iracing.linked"
    };
    audit::set(tx, op, action, before, after).await
}

fn caller(op: &Operation) -> Result<UserId, LeagueError> {
    op.actor.user_id.ok_or(LeagueError::NotRegistered)
}
