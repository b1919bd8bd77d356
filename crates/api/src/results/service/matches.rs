//! Rounds that count as attendance: who raced is recorded as present in the session that the round is
//! matched with.
//!
//! Records follow from the results and the links of the moment, whatever happened in between: what may
//! change them makes the match due in its own transaction, and a job has them follow.

use crate::attendance;
use crate::audit;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::league;
use crate::operation::Operation;
use crate::results::model::ResultError;
use crate::results::model::audited::Matched;
use crate::results::store::matches::{self, Match};
use crate::results::store::results;
use crate::results::store::rounds::{self, Placed};
use paddock_api_types::results::{MatchAttendance, RoundAttendance};
use paddock_api_types::{AttendanceSessionId, SubsessionId, UserId};
use std::collections::BTreeSet;

/// The match of the round of a result.
pub(crate) async fn matched(
    op: &Operation,
    id: SubsessionId,
) -> Result<RoundAttendance, ResultError> {
    op.write(|mut tx| async move {
        let round = round(&mut tx, op, id).await?;
        let found = of_round(&mut tx, op, &round).await?;
        let answer = wire(&mut tx, op, &round, &found).await?;
        Ok(op.commit(tx, answer).await?)
    })
    .await
}

/// Matches the round of a result with a session, or opens one for it. What it was matched with before
/// loses the records that came from there.
pub(crate) async fn match_round(
    op: &Operation,
    id: SubsessionId,
    asked: &MatchAttendance,
) -> Result<RoundAttendance, ResultError> {
    // Made once: a transaction that is retried opens the same session.
    let new_id: &AttendanceSessionId = &op.ctx.next_id();
    op.write(|mut tx| async move {
        let guild = op.guild();
        let round = round(&mut tx, op, id).await?;
        let before =
            matches::of_round(&mut tx, guild, round.league_season_id, round.number).await?;
        let same = before.filter(|it| asked.session_id.is_none_or(|asked| asked == it.session_id));
        if let Some(found) = same {
            let answer = wire(&mut tx, op, &round, &found).await?;
            return Ok(op.commit(tx, answer).await?);
        }
        let session_id = match asked.session_id {
            Some(session) => {
                attendance::service::check_session(&mut tx, op, session).await?;
                if matches::of_session(&mut tx, guild, session)
                    .await?
                    .is_some()
                {
                    return Err(ResultError::SessionMatched);
                }
                session
            }
            None => open(&mut tx, op, *new_id, &round).await?,
        };
        if let Some(before) = before {
            withdraw(&mut tx, op, &before).await?;
        }
        let links = league::service::link_changes(&mut tx, guild).await?;
        let found = Match {
            guild_id: guild,
            subsession_id: round.subsession_id,
            session_id,
            version: 0,
        };
        matches::insert(&mut tx, &found, links).await?;
        reconcile(&mut tx, op, &found).await?;
        let was = before.map(|before| audited(&round, &before));
        let is = audited(&round, &found);
        audit::set(&mut tx, op, "result.attendance_matched", was.as_ref(), &is).await?;
        let answer = wire(&mut tx, op, &round, &found).await?;
        Ok(op.commit(tx, answer).await?)
    })
    .await
}

/// Takes the match of a round back, with the records that came from it.
pub(crate) async fn unmatch(op: &Operation, id: SubsessionId) -> Result<(), ResultError> {
    op.write(|mut tx| async move {
        let round = round(&mut tx, op, id).await?;
        let found = of_round(&mut tx, op, &round).await?;
        withdraw(&mut tx, op, &found).await?;
        let was = audited(&round, &found);
        audit::deleted(&mut tx, op, "result.attendance_unmatched", &was).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Before a result leaves its round for good: the match stays with the others of the round. Where there
/// are none, it waits for the result to come again, and nobody raced meanwhile.
pub(super) async fn hand_on(
    tx: &mut Transaction,
    op: &Operation,
    placed: &Placed,
) -> Result<(), Error> {
    let guild = op.guild();
    matches::result_changed(tx, guild, placed.subsession_id).await?;
    let Some(found) = matches::lookup(&mut *tx, guild, placed.subsession_id).await? else {
        return Ok(());
    };
    let parts = rounds::of_season(&mut *tx, guild, placed.league_season_id).await?;
    let other = parts
        .iter()
        .find(|part| part.number == placed.number && part.subsession_id != placed.subsession_id);
    if let Some(other) = other {
        let links = league::service::link_changes(&mut *tx, guild).await?;
        matches::delete(tx, &found).await?;
        let moved = Match {
            subsession_id: other.subsession_id,
            version: 0,
            ..found
        };
        matches::insert(tx, &moved, links).await?;
    }
    Ok(())
}

/// Whether records may differ from what was raced.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    let links = league::service::fresh_link_changes(ctx).await?;
    Ok(!links.is_empty() || !matches::due(&ctx.db).await?.is_empty())
}

/// Has records follow what was raced. A job: it may stop anywhere, because a match is due until the
/// transaction that reconciles its records.
pub(crate) async fn reconcile_due(ctx: &Context) -> Result<(), ResultError> {
    for (guild, links) in league::service::fresh_link_changes(ctx).await? {
        matches::links_changed(&ctx.db, guild, links).await?;
        league::service::link_changes_followed(ctx, guild, links).await?;
    }
    let mut outcome = Ok(());
    for due in matches::due(&ctx.db).await? {
        let op = &Operation::system(ctx, due.guild_id);
        // One that fails must not hold up the others.
        let done = op.write(|mut tx| async move {
            if let Some(found) = matches::lookup(&mut tx, op.guild(), due.subsession_id).await? {
                reconcile(&mut tx, op, &found).await?;
                matches::set_done(&mut tx, &found).await?;
            }
            Ok::<_, ResultError>(op.commit(tx, ()).await?)
        });
        outcome = outcome.and(done.await);
    }
    outcome
}

/// Members who started a race of the round in which the matched subsession is now.
async fn raced(
    tx: &mut Transaction,
    op: &Operation,
    found: &Match,
) -> Result<BTreeSet<UserId>, Error> {
    let guild = op.guild();
    let Some(round) = rounds::lookup(&mut *tx, guild, found.subsession_id).await? else {
        return Ok(BTreeSet::new());
    };
    let accounts = matches::raced(&mut *tx, guild, round.league_season_id, round.number).await?;
    let accounts: BTreeSet<_> = accounts.into_iter().collect();
    let links = league::service::links(&mut *tx, guild).await?;
    let linked = links
        .iter()
        .filter(|link| accounts.contains(&link.iracing_id));
    Ok(linked.map(|link| link.user_id).collect())
}

async fn reconcile(tx: &mut Transaction, op: &Operation, found: &Match) -> Result<(), ResultError> {
    let raced = raced(tx, op, found).await?;
    attendance::service::set_raced(tx, op, found.session_id, &raced).await?;
    Ok(())
}

async fn withdraw(tx: &mut Transaction, op: &Operation, found: &Match) -> Result<(), ResultError> {
    attendance::service::set_raced(tx, op, found.session_id, &BTreeSet::new()).await?;
    Ok(matches::delete(tx, found).await?)
}

/// A session of its own for a round that was raced already.
async fn open(
    tx: &mut Transaction,
    op: &Operation,
    id: AttendanceSessionId,
    round: &Placed,
) -> Result<AttendanceSessionId, ResultError> {
    let parts = rounds::of_season(&mut *tx, op.guild(), round.league_season_id).await?;
    let mut name = None;
    let mut times = Vec::new();
    for part in parts.iter().filter(|part| part.number == round.number) {
        let known = results::lookup(&mut *tx, op.guild(), part.subsession_id).await?;
        if let Some(known) = known {
            times.push(known.raced_at);
            times.extend(known.header.ended_at);
            name = name.or(known.header.league_season_name);
        }
    }
    let title = crate::results::model::rounds::title(name.as_deref(), round.number);
    let opened_at = times.iter().min().copied().unwrap_or(op.at);
    let closed_at = times.iter().max().copied().unwrap_or(op.at);
    attendance::service::add_past(tx, op, id, title, (opened_at, closed_at)).await?;
    Ok(id)
}

async fn round(
    tx: &mut Transaction,
    op: &Operation,
    id: SubsessionId,
) -> Result<Placed, ResultError> {
    let (guild, id) = (op.guild(), id.get());
    if results::lookup(&mut *tx, guild, id).await?.is_none() {
        return Err(ResultError::NotFound);
    }
    let placed = rounds::lookup(&mut *tx, guild, id).await?;
    placed.ok_or(ResultError::NoRound)
}

async fn of_round(
    tx: &mut Transaction,
    op: &Operation,
    round: &Placed,
) -> Result<Match, ResultError> {
    let found = matches::of_round(tx, op.guild(), round.league_season_id, round.number).await?;
    found.ok_or(ResultError::NotMatched)
}

async fn wire(
    tx: &mut Transaction,
    op: &Operation,
    round: &Placed,
    found: &Match,
) -> Result<RoundAttendance, ResultError> {
    let raced = raced(tx, op, found).await?;
    Ok(RoundAttendance {
        league_season_id: round.league_season_id,
        number: round.number,
        session_id: found.session_id,
        raced: u32::try_from(raced.len()).unwrap_or(u32::MAX),
    })
}

fn audited(round: &Placed, found: &Match) -> Matched {
    Matched {
        subsession_id: found.subsession_id,
        league_season_id: round.league_season_id,
        round: round.number,
        session_id: found.session_id,
    }
}
