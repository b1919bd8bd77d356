//! Watching the staff.

use super::roster::shown_all;
use crate::context::Context;
use crate::db::{Error, Reading};
use crate::operation::Operation;
use crate::staff::live::{Hub, Subscription};
use crate::staff::model::StaffError;
use crate::staff::store;
use paddock_api_types::staff::{MAX_STAFF, StaffMember, WatchStaffQuery};
use paddock_api_types::{GuildId, UserId};
use std::collections::BTreeSet;

/// Begins to watch, after the event that was seen last where one was.
pub(crate) fn watch(
    op: &Operation,
    query: &WatchStaffQuery,
    last_event: Option<&str>,
) -> Result<Subscription, StaffError> {
    let only = query.user_ids.as_deref().map(users).transpose()?;
    // What is no number is no event of ours, after which everything is told.
    let told = last_event.and_then(|id| id.parse().ok());
    let hub = op.ctx.extensions.get::<Hub>();
    Ok(hub.subscribe(&op.ctx, op.guild(), told, only))
}

fn users(list: &str) -> Result<BTreeSet<UserId>, StaffError> {
    let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
    let ids: Result<BTreeSet<UserId>, _> = ids.map(str::parse).collect();
    let ids = ids.ok().filter(|ids| ids.len() <= MAX_STAFF);
    ids.ok_or(StaffError::Invalid {
        field: "user_ids",
        expected: "ids of Discord users with commas between them",
    })
}

/// The number of the last change of a guild's roster, and which roster it is.
pub(in crate::staff) async fn counts(ctx: &Context, guild: GuildId) -> Result<(i64, i64), Error> {
    let counts = store::guilds::lookup(&ctx.db, guild).await?;
    Ok((counts.seq, counts.roster_version))
}

/// Everybody as they are now, each with the number of their last change.
pub(in crate::staff) async fn latest(
    ctx: &Context,
    guild: GuildId,
) -> Result<Vec<(i64, StaffMember)>, Error> {
    shown_all(&mut Reading::Now(&ctx.db), guild, ctx.now()).await
}
