//! Members who are expected, have no record, and are excused by what other capabilities keep.

use crate::attendance::excuses::{ExcuseSources, Excuses};
use crate::attendance::model::Session;
use crate::attendance::store;
use crate::context::Context;
use crate::db::{Error, Reading, Transaction};
use crate::operation::Operation;
use jiff::Timestamp;
use paddock_api_types::attendance::MissingMember;
use paddock_api_types::{GuildId, UserId};

/// Excuses of a guild that touch a time.
pub(super) async fn excuses(
    reading: &mut Reading<'_>,
    ctx: &Context,
    guild: GuildId,
    time: (Timestamp, Timestamp),
) -> Result<Excuses, Error> {
    let sources: &ExcuseSources = ctx.extensions.get();
    sources.within(reading, guild, time).await
}

/// The ids of those who are excused from a session, whether they are expected in it or not.
pub(super) async fn excused_from(
    reading: &mut Reading<'_>,
    op: &Operation,
    session: &Session,
) -> Result<Vec<i64>, Error> {
    let at = session.opened_at;
    let excuses = excuses(reading, &op.ctx, session.guild_id, (at, at)).await?;
    Ok(excuses.users_at(at))
}

/// Those who are expected in a session, have no record, and are excused.
pub(super) async fn excused(
    reading: &mut Reading<'_>,
    op: &Operation,
    session: &Session,
) -> Result<Vec<MissingMember>, Error> {
    let users = excused_from(&mut *reading, op, session).await?;
    store::expected::missing_of(reading, session, &users).await
}

/// Whether somebody is one of them.
pub(super) async fn is_excused(
    reading: &mut Reading<'_>,
    op: &Operation,
    session: &Session,
    user: UserId,
) -> Result<bool, Error> {
    let at = session.opened_at;
    let excuses = excuses(&mut *reading, &op.ctx, session.guild_id, (at, at)).await?;
    if !excuses.hold(user, at) {
        return Ok(false);
    }
    let missing = store::expected::missing_of(reading, session, &[user.get()]).await?;
    Ok(!missing.is_empty())
}

/// Has points and messages follow after an excuse of a member was given or taken back that holds during this time,
/// whose end is excluded. Within the transaction that does so.
pub(crate) async fn excuse_changed(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    time: (Timestamp, Timestamp),
) -> Result<(), Error> {
    for session in store::sessions::expecting(&mut *tx, guild, user, time).await? {
        super::records::credit_again(tx, &session, user).await?;
    }
    Ok(())
}
