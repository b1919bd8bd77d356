//! Points for attending, in seasons that give some.

use super::subject;
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::attendance::store::credits::Correction;
use crate::audit::{self, Change};
use crate::context::Context;
use crate::db::{Database, Error, Transaction};
use crate::operation::Operation;
use crate::seasons;
use crate::seasons::service::Gift;
use paddock_api_types::attendance::{AttendanceRule, AttendanceStatus};
use paddock_api_types::points::LedgerKind;
use paddock_api_types::{SeasonId, UserId};

/// Members who are credited in one transaction.
const BATCH: i64 = 50;
const MAX_POINTS: u32 = 10_000;

/// What attending is worth in a season.
pub(crate) async fn rule(op: &Operation, id: SeasonId) -> Result<AttendanceRule, AttendanceError> {
    seasons::service::get(op, id).await?;
    let rule = store::credits::rule(&op.ctx.db, op.guild(), id).await?;
    Ok(rule.unwrap_or(NOTHING))
}

const NOTHING: AttendanceRule = AttendanceRule {
    present_points: 0,
    late_points: 0,
};

/// Sets what attending is worth.
pub(crate) async fn set_rule(
    op: &Operation,
    id: SeasonId,
    rule: AttendanceRule,
) -> Result<AttendanceRule, AttendanceError> {
    for (field, points) in [
        ("present_points", rule.present_points),
        ("late_points", rule.late_points),
    ] {
        if points > MAX_POINTS {
            let expected = "0 to 10000 points";
            return Err(AttendanceError::Invalid { field, expected });
        }
    }
    change_rule(op, id, Some(rule)).await
}

/// Lets attending be worth nothing again.
pub(crate) async fn delete_rule(op: &Operation, id: SeasonId) -> Result<(), AttendanceError> {
    change_rule(op, id, None).await.map(drop)
}

async fn change_rule(
    op: &Operation,
    id: SeasonId,
    rule: Option<AttendanceRule>,
) -> Result<AttendanceRule, AttendanceError> {
    seasons::service::get(op, id).await?;
    op.write(|mut tx| async move {
        let before = store::credits::rule(&mut tx, op.guild(), id).await?;
        match rule {
            Some(rule) => store::credits::save_rule(&mut tx, op.guild(), id, rule).await?,
            None => store::credits::delete_rule(&mut tx, op.guild(), id).await?,
        }
        let (before, after) = (before.unwrap_or(NOTHING), rule.unwrap_or(NOTHING));
        if before != after {
            let change = Change::new("season.attendance_rule_set", format!("season:{id}"))
                .value(
                    "present_points",
                    &before.present_points,
                    &after.present_points,
                )
                .value("late_points", &before.late_points, &after.late_points);
            audit::service::record(&mut tx, op, &change).await?;
        }
        Ok(op.commit(tx, after).await?)
    })
    .await
}

/// Whether a closed session, or somebody's changed record, waits for its points.
pub(crate) async fn any_due(db: &Database) -> Result<bool, Error> {
    let sessions = store::credits::due(db).await?;
    Ok(!sessions.is_empty() || !store::credits::corrections(db).await?.is_empty())
}

/// Credits the members of closed sessions, and corrects what was credited to those whose record
/// changed since. A job: it goes on where it stopped, because a credit and its row are one transaction.
pub(crate) async fn settle(ctx: &Context) -> Result<(), AttendanceError> {
    let mut outcome = Ok(());
    for session in store::credits::due(&ctx.db).await? {
        // One that fails keeps no other waiting.
        outcome = outcome.and(credit_all(ctx, &session).await);
    }
    for correction in store::credits::corrections(&ctx.db).await? {
        outcome = outcome.and(correct(ctx, correction).await);
    }
    outcome
}

async fn credit_all(ctx: &Context, session: &Session) -> Result<(), AttendanceError> {
    let rules = &store::credits::rules(&ctx.db, session.guild_id).await?;
    let mut after = 0;
    while !rules.is_empty() {
        let members =
            store::credits::members(&ctx.db, session.guild_id, session.id, after, BATCH).await?;
        let Some((last, _)) = members.last() else {
            break;
        };
        after = last.get();
        let (op, members) = (&Operation::system(ctx, session.guild_id), &members);
        op.write(|mut tx| async move {
            for (user, status) in members {
                credit(&mut tx, op, session, (*user, Some(*status)), rules).await?;
            }
            Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
        })
        .await?;
    }
    Ok(store::credits::set_credited(&ctx.db, session).await?)
}

/// Only whose record changed: what a season gives may be something else by now, for sessions to come.
async fn correct(ctx: &Context, correction: Correction) -> Result<(), AttendanceError> {
    let rules = &store::credits::rules(&ctx.db, correction.guild).await?;
    let op = &Operation::system(ctx, correction.guild);
    op.write(|mut tx| async move {
        let (id, user) = (correction.session, correction.user);
        if store::credits::take_up(&mut tx, correction).await?
            && let Some(session) = store::sessions::lookup(&mut tx, op.guild(), id).await?
        {
            let record = store::records::lookup(&mut tx, op.guild(), id, user).await?;
            let status = record.map(|record| record.status);
            credit(&mut tx, op, &session, (user, status), rules).await?;
        }
        Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
    })
    .await
}

/// Gives a member what attending so is worth in every season.
async fn credit(
    tx: &mut Transaction,
    op: &Operation,
    session: &Session,
    (user, status): (UserId, Option<AttendanceStatus>),
    rules: &[(SeasonId, AttendanceRule)],
) -> Result<(), AttendanceError> {
    for (season, rule) in rules {
        let gift = Gift {
            season: *season,
            user,
            since: session.opened_at,
            kind: LedgerKind::Attendance,
            reason: session.title.as_deref(),
        };
        // Boxed: ranks and prizes may hang on it, and their future is large.
        Box::pin(give(tx, op, session, &gift, worth(*rule, status))).await?;
    }
    Ok(())
}

/// Gives what is still due to a member, or takes back what no longer is.
async fn give(
    tx: &mut Transaction,
    op: &Operation,
    session: &Session,
    gift: &Gift<'_>,
    due: i64,
) -> Result<(), AttendanceError> {
    let (user, season): (UserId, SeasonId) = (gift.user, gift.season);
    let before = store::credits::credited(tx, op.guild(), session.id, user, season).await?;
    let given = before.unwrap_or(0);
    if due == given {
        return Ok(());
    }
    if seasons::service::give(tx, op, gift, due - given).await? {
        store::credits::save(tx, session, user, season, (before, due)).await?;
        let change = Change::new("attendance.credited", subject(session.id))
            .new_value("user_id", &user)
            .new_value("season_id", &season)
            .value("points", &given, &due);
        audit::service::record(tx, op, &change).await?;
    }
    Ok(())
}

fn worth(rule: AttendanceRule, status: Option<AttendanceStatus>) -> i64 {
    match status {
        Some(AttendanceStatus::Present) => rule.present_points.into(),
        Some(AttendanceStatus::Late) => rule.late_points.into(),
        Some(AttendanceStatus::Excused | AttendanceStatus::Absent) | None => 0,
    }
}
