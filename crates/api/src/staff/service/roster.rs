//! The roster.

use super::excuses::leaves_changed;
use super::{long_over, lookup, next_leave, shown, sight};
use crate::audit;
use crate::db::{Error, Reading, Transaction};
use crate::effects;
use crate::guilds;
use crate::members;
use crate::operation::Operation;
use crate::staff::model::{DEFAULT_RANK, Known, Staff, StaffError, checked_zone};
use crate::staff::store;
use jiff::Timestamp;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::members::MemberStatus;
use paddock_api_types::staff::{AddStaff, MAX_STAFF, StaffMember, StaffRoster, UpdateStaff};
use paddock_api_types::{GuildId, StaffRank, UserId};

/// Everybody as they are now, by rank, then by name.
pub(crate) async fn roster(op: &Operation) -> Result<StaffRoster, StaffError> {
    let mut reading = Reading::Now(&op.ctx.db);
    let members = shown_all(&mut reading, op.guild(), op.at).await?;
    Ok(StaffRoster {
        members: members.into_iter().map(|(_, member)| member).collect(),
    })
}

/// Whether anybody is on the roster.
pub(crate) async fn has_staff(op: &Operation) -> Result<bool, Error> {
    Ok(store::members::count(&op.ctx.db, op.guild()).await? > 0)
}

/// Everybody, each with the number of their last change.
pub(super) async fn shown_all(
    reading: &mut Reading<'_>,
    guild: GuildId,
    now: Timestamp,
) -> Result<Vec<(i64, StaffMember)>, Error> {
    let staff = store::members::roster(&mut *reading, guild).await?;
    let sight = sight(reading, now, &staff).await?;
    let leaves = store::leaves::open(&mut *reading, guild, long_over(now)).await?;
    let shown = staff.iter().map(|staff| {
        let leave = next_leave(&leaves, staff, now);
        (staff.seq, staff.shown(&sight, leave))
    });
    let mut shown: Vec<_> = shown.collect();
    shown.sort_by(|(_, a), (_, b)| {
        let key = |it: &StaffMember| (it.rank, it.display_name.to_lowercase(), it.user_id);
        key(a).cmp(&key(b))
    });
    Ok(shown)
}

/// Puts somebody on the roster, and has Discord asked how they stand.
pub(crate) async fn add(
    op: &Operation,
    user: UserId,
    add: &AddStaff,
) -> Result<StaffMember, StaffError> {
    let zone = &add.time_zone.as_deref().map(checked_zone).transpose()?;
    op.write(|mut tx| async move {
        let seq = store::guilds::next_roster(&mut tx, op.guild()).await?;
        let there = store::members::lookup(&mut tx, op.guild(), user).await?;
        if there.is_some() {
            return Err(StaffError::Exists);
        }
        check_room(&mut tx, op.guild(), 1).await?;
        let zone = match zone {
            Some(zone) => zone.clone(),
            None => zone_here(&mut tx, op.guild()).await?,
        };
        let staff = Staff {
            display_name: add.display_name.clone().map(Into::into),
            title: add.title.clone().map(Into::into),
            rank: add.rank.map_or(DEFAULT_RANK, StaffRank::get),
            ..nobody(op, user, seq, zone)
        };
        let staff = create(&mut tx, op, staff).await?;
        effects::service::emit_once(&mut tx, op, &EffectAction::SyncPresence).await?;
        let answer = shown(&mut Reading::Within(&mut tx), &staff, op.at).await?;
        Ok(op.commit_about(tx, user, answer).await?)
    })
    .await
}

/// The name of the guild's time zone, which is that of whoever was given none.
pub(super) async fn zone_here(tx: &mut Transaction, guild: GuildId) -> Result<String, Error> {
    Ok(guilds::service::settings(tx, guild).await?.time_zone)
}

/// Somebody of whom nothing is known yet but their time zone.
pub(super) fn nobody(op: &Operation, user: UserId, seq: i64, time_zone: String) -> Staff {
    Staff {
        guild_id: op.guild(),
        user_id: user,
        display_name: None,
        member_name: None,
        in_guild: None,
        title: None,
        rank: DEFAULT_RANK,
        time_zone,
        hidden: false,
        on_duty_since: None,
        added_at: op.at,
        last_interaction_at: None,
        known: Known::default(),
        seq,
        version: 0,
    }
}

/// Puts somebody on the roster who is not banned, also not at this moment.
pub(super) async fn create(
    tx: &mut Transaction,
    op: &Operation,
    mut staff: Staff,
) -> Result<Staff, StaffError> {
    let member = members::service::lookup(&mut *tx, op.guild(), staff.user_id).await?;
    if let Some(mut member) = member {
        if member.status == MemberStatus::Banned {
            return Err(StaffError::Banned(staff.user_id));
        }
        members::service::claim(tx, op.guild(), &mut member).await?;
        staff.in_guild = Some(member.in_guild);
        staff.member_name = Some(member.display_name);
    }
    store::members::save(tx, &staff, None).await?;
    audit::created(tx, op, "staff.added", &staff).await?;
    Ok(staff)
}

/// Whether a roster has room for more.
pub(super) async fn check_room(
    tx: &mut Transaction,
    guild: GuildId,
    more: usize,
) -> Result<(), StaffError> {
    let count = store::members::count(tx, guild).await?;
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if count.saturating_add(more) > MAX_STAFF {
        return Err(StaffError::LimitReached);
    }
    Ok(())
}

/// Changes how somebody stands on the roster.
pub(crate) async fn update(
    op: &Operation,
    user: UserId,
    update: &UpdateStaff,
) -> Result<StaffMember, StaffError> {
    let zone = update.time_zone.as_ref();
    let zone = &zone
        .map(|zone| zone.as_deref().map(checked_zone).transpose())
        .transpose()?;
    op.write(|mut tx| async move {
        let before = lookup(&mut tx, op.guild(), user).await?;
        let mut after = before.clone();
        if let Some(name) = &update.display_name {
            after.display_name = name.clone().map(Into::into);
        }
        if let Some(title) = &update.title {
            after.title = title.clone().map(Into::into);
        }
        if let Some(rank) = update.rank {
            after.rank = rank.map_or(DEFAULT_RANK, StaffRank::get);
        }
        match zone {
            Some(Some(zone)) => after.time_zone.clone_from(zone),
            Some(None) => after.time_zone = zone_here(&mut tx, op.guild()).await?,
            None => {}
        }
        if before != after {
            change(&mut tx, op, &before, &mut after, "staff.updated").await?;
        }
        let answer = shown(&mut Reading::Within(&mut tx), &after, op.at).await?;
        Ok(op.commit_about(tx, user, answer).await?)
    })
    .await
}

/// Writes what somebody changed of a member.
pub(super) async fn change(
    tx: &mut Transaction,
    op: &Operation,
    before: &Staff,
    after: &mut Staff,
    action: &'static str,
) -> Result<(), Error> {
    renumber(tx, op, before, after).await?;
    if before.time_zone != after.time_zone {
        // Each leave begins and ends at other moments now.
        leaves_changed(tx, before).await?;
        leaves_changed(tx, after).await?;
    }
    audit::changed(tx, op, action, before, after).await
}

/// Writes a member under the number of the change.
pub(super) async fn renumber(
    tx: &mut Transaction,
    op: &Operation,
    before: &Staff,
    after: &mut Staff,
) -> Result<(), Error> {
    after.seq = store::guilds::next(tx, op.guild()).await?;
    store::members::save(tx, after, Some(before.version)).await
}

/// Takes somebody off the roster, with everything that is known of when they were there.
pub(crate) async fn remove(op: &Operation, user: UserId) -> Result<(), StaffError> {
    op.write(|mut tx| async move {
        let staff = lookup(&mut tx, op.guild(), user).await?;
        forget(&mut tx, op.guild(), user).await?;
        audit::deleted(&mut tx, op, "staff.removed", &staff).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Deletes everything that is kept of somebody as staff.
pub(super) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    if let Some(staff) = store::members::lookup(&mut *tx, guild, user).await? {
        leaves_changed(tx, &staff).await?;
        store::guilds::next_roster(tx, guild).await?;
        store::members::delete(tx, guild, user).await?;
    }
    store::intervals::erase(tx, guild, user).await?;
    store::leaves::erase(tx, guild, user).await
}
