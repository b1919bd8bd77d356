//! Who is on the roster, and what was last known of them.

use crate::db::{
    Encode as _, Error, FIFTY_KEYS, Selected as _, Source, Transaction, changed, documents,
    fifties, names, record, save, select, sql, update,
};
use crate::staff::model::{Known, Presence, Staff};
use jiff::Timestamp;
use paddock_api_types::staff::PresenceStatus;
use paddock_api_types::{GuildId, UserId};

const LOOKUP: &str = select!(
    Staff,
    "WHERE staff_members.guild_id = ? AND staff_members.user_id = ?"
);
const ROSTER: &str = select!(
    Staff,
    "WHERE staff_members.guild_id = ? ORDER BY staff_members.rank_order, staff_members.user_id"
);
const NAMED: &str = sql!(
    "SELECT ",
    Staff::COLUMNS,
    " FROM ",
    Staff::FROM,
    " WHERE staff_members.guild_id = ? AND staff_members.user_id IN (",
    FIFTY_KEYS,
    ") ORDER BY staff_members.user_id"
);
const IDS: &str = "SELECT user_id FROM staff_members WHERE guild_id = ? ORDER BY user_id";
const UNREGISTERED: &str = "SELECT staff_members.guild_id FROM staff_members \
     LEFT JOIN members ON members.guild_id = staff_members.guild_id \
         AND members.user_id = staff_members.user_id \
     WHERE staff_members.user_id = ? AND members.user_id IS NULL ORDER BY staff_members.guild_id";
const COUNT: &str = "SELECT COUNT(*) FROM staff_members WHERE guild_id = ?";
// Sorted by a sum, so that SQLite reads both ranges of the index and not all of it for its order.
const OUTLIVED: &str = select!(
    Staff,
    "WHERE staff_members.watch_id < ? OR staff_members.watch_id > ? \
     ORDER BY +staff_members.watch_id, staff_members.guild_id, staff_members.user_id LIMIT 200"
);
const OVERDUE: &str = select!(
    Staff,
    "WHERE staff_members.on_duty_since <= ? \
     ORDER BY staff_members.on_duty_since, staff_members.guild_id, staff_members.user_id LIMIT 200"
);
const INTERACTED: &str = "UPDATE staff_members SET last_interaction_at = ?, seq = ? \
     WHERE guild_id = ? AND user_id = ?";
const DELETE: &str = "DELETE FROM staff_members WHERE guild_id = ? AND user_id = ?";
const MARK: &str = "UPDATE staff_members SET seq = ? WHERE guild_id = ? AND user_id = ?";

documents!(Presence);
names!(PresenceStatus);
record! { Known from staff_members {
    status, since: status_since, observed_at, confirmed_at, last_seen_at, watch: watch_id, presence,
} }
record! { Staff from staff_members {
    guild_id, user_id, display_name, member_name: "members.display_name",
    in_guild: "members.in_guild", title, rank: rank_order,
    time_zone, hidden, on_duty_since, added_at, last_interaction_at, known: (Known), seq, version,
}
    "LEFT JOIN members ON members.guild_id = staff_members.guild_id \
         AND members.user_id = staff_members.user_id"
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<Staff>, Error> {
    from.query(LOOKUP, (guild, user)).optional().await
}

/// Everybody, by rank.
pub(crate) async fn roster<'s>(from: impl Source<'s>, guild: GuildId) -> Result<Vec<Staff>, Error> {
    from.query(ROSTER, (guild,)).all().await
}

/// Those who are named.
pub(crate) async fn named(
    tx: &mut Transaction,
    guild: GuildId,
    users: &[i64],
) -> Result<Vec<Staff>, Error> {
    let mut named = Vec::new();
    for batch in fifties(users) {
        let values: Vec<_> = std::iter::once(guild.encode()).chain(batch).collect();
        named.extend(tx.query(NAMED, values).all::<Staff>().await?);
    }
    Ok(named)
}

/// By ascending id.
pub(crate) async fn ids<'s>(from: impl Source<'s>, guild: GuildId) -> Result<Vec<UserId>, Error> {
    from.query(IDS, (guild,)).scalars().await
}

/// The guilds on whose roster somebody is without having registered there.
pub(crate) async fn unregistered<'s>(
    from: impl Source<'s>,
    user: UserId,
) -> Result<Vec<GuildId>, Error> {
    from.query(UNREGISTERED, (user,)).scalars().await
}

pub(crate) async fn count<'s>(from: impl Source<'s>, guild: GuildId) -> Result<i64, Error> {
    from.query(COUNT, (guild,)).scalar().await
}

/// Some of those, of every guild, whose status is known in another watch than this one.
pub(crate) async fn outlived<'s>(from: impl Source<'s>, watch: i64) -> Result<Vec<Staff>, Error> {
    from.query(OUTLIVED, (watch, watch)).all().await
}

/// Some of those, of every guild, who have been on duty since this time or longer.
pub(crate) async fn overdue<'s>(
    from: impl Source<'s>,
    since: Timestamp,
) -> Result<Vec<Staff>, Error> {
    from.query(OVERDUE, (since,)).all().await
}

/// Adds somebody, or writes what was changed of them by somebody; fails with `Conflict` if another
/// transaction did so since they were read. What is known of their status is no part of it.
pub(crate) async fn save(
    tx: &mut Transaction,
    staff: &Staff,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        staff_members {
            display_name: staff.display_name,
            title: staff.title,
            rank_order: staff.rank,
            time_zone: staff.time_zone,
            hidden: staff.hidden,
            on_duty_since: staff.on_duty_since,
            seq: staff.seq,
        },
        key {
            guild_id: staff.guild_id,
            user_id: staff.user_id
        },
        once {
            added_at: staff.added_at
        }
    )
}

/// Writes what is known of somebody's status. The caller holds the number of the guild, so that nobody
/// else does so at the same time.
pub(crate) async fn save_known(
    tx: &mut Transaction,
    staff: &Staff,
    known: &Known,
    seq: i64,
) -> Result<(), Error> {
    let row = update!(
        staff_members {
            status: known.status,
            status_since: known.since,
            observed_at: known.observed_at,
            confirmed_at: known.confirmed_at,
            last_seen_at: known.last_seen_at,
            watch_id: known.watch,
            presence: known.presence,
            seq,
        },
        key {
            guild_id: staff.guild_id,
            user_id: staff.user_id
        }
    );
    changed(tx.apply(row).await?)
}

/// Keeps that what is known was said again.
pub(crate) async fn confirm(
    tx: &mut Transaction,
    staff: &Staff,
    known: &Known,
) -> Result<(), Error> {
    let row = update!(
        staff_members {
            observed_at: known.observed_at,
            confirmed_at: known.confirmed_at,
        },
        key {
            guild_id: staff.guild_id,
            user_id: staff.user_id
        }
    );
    tx.put(row).await
}

/// Keeps what is left of somebody's presence when they hide the rest.
pub(crate) async fn save_presence(tx: &mut Transaction, staff: &Staff) -> Result<(), Error> {
    let row = update!(
        staff_members {
            presence: staff.known.presence
        },
        key {
            guild_id: staff.guild_id,
            user_id: staff.user_id
        }
    );
    changed(tx.apply(row).await?)
}

/// Notes that the roster shows somebody otherwise.
pub(crate) async fn mark(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    seq: i64,
) -> Result<(), Error> {
    tx.query(MARK, (seq, guild, user)).done().await
}

/// Notes when somebody last used Paddock.
pub(crate) async fn interacted(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    at: Timestamp,
    seq: i64,
) -> Result<(), Error> {
    let values = (at, seq, guild, user);
    tx.query(INTERACTED, values).done().await
}

pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<u64, Error> {
    tx.query(DELETE, (guild, user)).execute().await
}
