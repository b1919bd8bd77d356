//! Giving and taking points: the one way by which a standing changes.

use super::awards::reconcile_awards;
use super::notices::write_to;
use super::{caller, filtered, season, verified_member};
use crate::audit::{self, because};
use crate::db::{Database, Error, Transaction};
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::audited::Joined;
use crate::seasons::model::ranks::{Ladder, Rank};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::standings::{Joining, Standing};
use crate::{effects, guilds};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::points::{AdjustPoints, Adjustment, LedgerEntry, LedgerKind, PointsChange};
use paddock_api_types::seasons::{Prize, SeasonStatus};
use paddock_api_types::{Page, SeasonId, SubmissionId, UserId};

/// Points on their way into the ledger.
pub(super) struct Credit<'a> {
    pub(super) kind: LedgerKind,
    pub(super) points: i64,
    pub(super) submission_id: Option<SubmissionId>,
    pub(super) reason: Option<&'a str>,
    /// Whether a resulting promotion is announced, and a prize that waits shown to the admins.
    pub(super) announced: bool,
    pub(super) notify: Notify,
}

/// Whether a member is notified of points directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notify {
    /// They are not: another message says it, or it is nobody's decision.
    No,
    /// They are, unless they did it themselves: who did; none where Paddock did.
    By(Option<UserId>),
}

/// Points that an admin gives or takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ByHand<'a> {
    pub(crate) season: SeasonId,
    pub(crate) user: UserId,
    pub(crate) kind: LedgerKind,
    pub(crate) points: i64,
    pub(crate) reason: &'a str,
}

/// Writes an entry and everything that follows from it: standing, counts, ranks, prizes. The member
/// has joined, and the caller has checked that the season is open.
pub(super) async fn credit(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &mut Member,
    credit: &Credit<'_>,
) -> Result<(LedgerEntry, PointsChange), SeasonError> {
    let user = member.user_id;
    let entry = LedgerEntry {
        id: op.ctx.next_id(),
        season_id: season.id,
        user_id: user,
        kind: credit.kind,
        points: credit.points,
        submission_id: credit.submission_id,
        actor_id: op.actor.user_id,
        reason: credit.reason.map(str::to_owned),
        created_at: op.at,
    };
    // First, so that a concurrent credit of the same member waits here, then reads committed points. With
    // the ladder, which has to be read once the standing is claimed: a change of ranks is brought to each
    // standing by a job that claims it as well.
    let (guild, season_id) = (op.guild(), season.id);
    let added = store::standings::add(tx, guild, season_id, user, entry.points, entry.id).await?;
    let Some((standing, ladder)) = added else {
        return Err(refusal(tx, op, season_id, user).await?);
    };
    let (before, after) = (standing.points - entry.points, standing.points);
    store::ledger::insert(tx, op.guild(), &entry).await?;
    if standing.listed {
        store::counts::shift(tx, op.guild(), season.id, Some(before), Some(after)).await?;
    }
    let (left, reached) = (ladder.reached(before), ladder.reached(after));
    let promoted = position(reached) > position(left);
    if left != reached {
        let shown = credit.announced;
        // Boxed, like what follows: their futures are large, and whoever credits has one of its own.
        let reconciled = reconcile_awards(tx, op, (season, &ladder), member, after, shown);
        let won = Box::pin(reconciled).await?;
        if promoted && credit.announced {
            Box::pin(announce(tx, op, season, member, reached, after, won)).await?;
        }
    }
    let change = PointsChange {
        points: entry.points,
        total: after,
        rank: reached.map(Rank::named),
        promoted,
        rank_before: left.map(Rank::named),
    };
    if let Notify::By(by) = credit.notify
        && by != Some(user)
    {
        Box::pin(notify_member(tx, op, season, member, &entry, &change, by)).await?;
    }
    Ok((entry, change))
}

/// The same for a verified member, who joins by it if they have not.
pub(super) async fn credit_joining(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &mut Member,
    entry: &Credit<'_>,
) -> Result<(LedgerEntry, PointsChange), SeasonError> {
    // Most have joined already: whether they have is not asked for by itself.
    match Box::pin(credit(tx, op, season, member, entry)).await {
        Err(SeasonError::NotJoined) => {}
        credited => return credited,
    }
    join(tx, op, season, member).await?;
    Box::pin(credit(tx, op, season, member, entry)).await
}

/// Notifies a member of points that somebody else gave or took.
async fn notify_member(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &Member,
    entry: &LedgerEntry,
    change: &PointsChange,
    by: Option<UserId>,
) -> Result<(), SeasonError> {
    let notice = |guild_name| Notice::PointsChanged {
        guild_name,
        season_name: season.name.clone(),
        kind: entry.kind,
        change: Box::new(change.clone()),
        reason: entry.reason.clone(),
        by,
    };
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    Ok(write_to(tx, op, &settings, member, notice).await?)
}

fn position(rank: Option<&Rank>) -> u32 {
    rank.map_or(0, |rank| rank.position)
}

/// Why there was nothing to add to.
pub(super) async fn refusal(
    tx: &mut Transaction,
    op: &Operation,
    season: SeasonId,
    user: UserId,
) -> Result<SeasonError, SeasonError> {
    let frozen = store::standings::is_frozen(tx, op.guild(), season, user).await?;
    Ok(match frozen {
        Some(true) => SeasonError::Closed,
        None => SeasonError::NotJoined,
        // They joined, or it was opened again, since there was nothing to add to.
        Some(false) => Error::Conflict.into(),
    })
}

async fn announce(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &Member,
    rank: Option<&Rank>,
    points: i64,
    prizes: Vec<Prize>,
) -> Result<(), SeasonError> {
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    let (Some(channel_id), Some(rank)) = (settings.announcement_channel_id, rank) else {
        return Ok(());
    };
    let notice = Notice::Promoted {
        user_id: member.user_id,
        display_name: member.display_name.clone(),
        season_name: season.name.clone(),
        rank: rank.named(),
        points,
        prizes,
    };
    let action = EffectAction::SendMessage {
        channel_id,
        notice,
        post: None,
        mention: Some(member.user_id),
    };
    Ok(effects::service::emit(tx, op, &action).await?)
}

/// Makes sure that a verified member has a standing in a season that is open, and says whether they have
/// it by this.
pub(super) async fn ensure_joined(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &mut Member,
) -> Result<(Standing, bool), SeasonError> {
    let user = member.user_id;
    if let Some(standing) = store::standings::lookup(&mut *tx, op.guild(), season.id, user).await? {
        return Ok((standing, false));
    }
    join(tx, op, season, member).await?;
    let standing = store::standings::lookup(tx, op.guild(), season.id, user).await?;
    Ok((standing.ok_or(SeasonError::NotJoined)?, true))
}

/// Gives a verified member a standing in a season that is open, where they have none.
async fn join(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    member: &mut Member,
) -> Result<(), SeasonError> {
    let user = member.user_id;
    // Whether they are listed depends on their present status.
    members::service::claim(tx, op.guild(), member).await?;
    if !store::seasons::joined(tx, op.guild(), season.id).await? {
        return Err(SeasonError::Closed);
    }
    let joining = Joining {
        guild: op.guild(),
        season: season.id,
        user,
        listed: member.takes_part(),
        reached: op.ctx.next_id(),
        at: op.at_ms(),
    };
    store::standings::insert(tx, &joining).await?;
    if joining.listed {
        store::counts::shift(tx, op.guild(), season.id, None, Some(0)).await?;
    }
    let joined = Joined {
        season_id: season.id,
        user_id: user,
    };
    audit::created(tx, op, "season.joined", &joined).await?;
    Ok(())
}

/// Shows or hides a member in the tables of seasons that are not over. A season is over from its end
/// on, even before its rows are frozen.
pub(crate) async fn set_listed(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    listed: bool,
) -> Result<(), Error> {
    for standing in store::standings::of_member(&mut *tx, op.guild(), user).await? {
        let season = standing.season_id;
        let stored = store::seasons::lookup(&mut *tx, op.guild(), season).await?;
        if stored.is_none_or(|season| season.status(op.at) == SeasonStatus::Closed) {
            continue;
        }
        if !store::standings::set_listed(tx, op.guild(), season, user, listed).await? {
            continue;
        }
        // Read again: the points may have changed before the row was claimed.
        let Some(standing) = store::standings::lookup(&mut *tx, op.guild(), season, user).await?
        else {
            continue;
        };
        let points = Some(standing.points);
        let (from, to) = if listed {
            (None, points)
        } else {
            (points, None)
        };
        store::counts::shift(tx, op.guild(), season, from, to).await?;
    }
    Ok(())
}

/// Gives or takes points by hand.
pub(crate) async fn adjust(
    op: &Operation,
    season_id: SeasonId,
    adjust: AdjustPoints,
) -> Result<Adjustment, SeasonError> {
    let reason = adjust.reason.as_str();
    let points = adjust.points.get();
    if points == 0 {
        let (field, expected) = ("points", "-1000000 to 1000000, not 0");
        return Err(SeasonError::Invalid { field, expected });
    }
    caller(op)?;
    let by_hand = &ByHand {
        season: season_id,
        user: adjust.user_id,
        kind: LedgerKind::Adjustment,
        points,
        reason,
    };
    op.write(|mut tx| async move {
        let adjustment = give(&mut tx, op, by_hand).await?;
        let user = by_hand.user;
        let adjusted = because("points.adjusted", user, Some(reason));
        audit::created(&mut tx, op, adjusted, &adjustment.entry).await?;
        Ok(op.commit_about(tx, user, adjustment).await?)
    })
    .await
}

/// Gives or takes what an admin decided about: in a season that is open, to or from a verified member,
/// who joins by it.
pub(crate) async fn give(
    tx: &mut Transaction,
    op: &Operation,
    by_hand: &ByHand<'_>,
) -> Result<Adjustment, SeasonError> {
    let season = season(&mut *tx, op, by_hand.season).await?;
    season.must_be_open(op.at)?;
    let mut member = verified_member(tx, op, by_hand.user).await?;
    let given = Credit {
        kind: by_hand.kind,
        points: by_hand.points,
        submission_id: None,
        reason: Some(by_hand.reason),
        announced: true,
        notify: Notify::By(op.actor.user_id),
    };
    let (entry, change) = credit_joining(tx, op, &season, &mut member, &given).await?;
    Ok(Adjustment { entry, change })
}

/// The highest id of any entry of a ledger.
pub(crate) async fn latest_id(db: &Database) -> Result<Option<i64>, Error> {
    store::ledger::latest(db).await
}

/// Entries, newest first: the caller's, or, for admins, anybody's.
pub(crate) async fn ledger(
    op: &Operation,
    id: SeasonId,
    user: Option<UserId>,
    page: PageRequest<1>,
) -> Result<Page<LedgerEntry>, SeasonError> {
    season(&op.ctx.db, op, id).await?;
    let user = filtered(op, user, None)?;
    let rows = store::ledger::list(&op.ctx.db, op.guild(), id, user, page).await?;
    Ok(page.page(rows, |entry| [entry.id.get()]))
}

/// The rank of a ladder that points reach, as it is shown.
pub(super) fn rank_at(
    ladder: &Ladder,
    points: i64,
) -> Option<paddock_api_types::seasons::RankName> {
    ladder.reached(points).map(Rank::named)
}
