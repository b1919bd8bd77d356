//! Points for attending, in seasons that give some.

use super::excused::{excused, is_excused};
use crate::attendance::model::audited::Credited;
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::attendance::store::credits::Correction;
use crate::audit::{self, Under};
use crate::context::Context;
use crate::db::{Error, Reading, Transaction};
use crate::operation::Operation;
use crate::seasons;
use crate::seasons::service::{Notify, PointsGrant};
use paddock_api_types::attendance::{AttendanceRule, AttendanceStatus};
use paddock_api_types::points::LedgerKind;
use paddock_api_types::{SeasonId, UserId};

/// Members who are credited in one transaction.
const BATCH: i64 = 50;

/// What attending is worth in a season.
pub(crate) async fn rule(op: &Operation, id: SeasonId) -> Result<AttendanceRule, AttendanceError> {
    seasons::service::get(op, id).await?;
    let rule = store::credits::rule(&op.ctx.db, op.guild(), id).await?;
    Ok(rule.unwrap_or_default())
}

/// Sets what attending a season's sessions is worth.
pub(crate) async fn set_rule(
    op: &Operation,
    id: SeasonId,
    rule: AttendanceRule,
) -> Result<AttendanceRule, AttendanceError> {
    change_rule(op, id, Some(rule)).await
}

/// Resets what attending is worth to nothing.
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
        let (before, after) = (before.unwrap_or_default(), rule.unwrap_or_default());
        let [was, is] = [&before, &after].map(|rule| Under(id, rule));
        audit::changed(&mut tx, op, "season.attendance_rule_set", &was, &is).await?;
        Ok(op.commit(tx, after).await?)
    })
    .await
}

/// Whether the points of a closed session or of a changed record are pending.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, Error> {
    let sessions = store::credits::due(&ctx.db).await?;
    Ok(!sessions.is_empty() || !store::credits::corrections(&ctx.db).await?.is_empty())
}

/// Credits the members of closed sessions, and corrects what was credited to those whose record
/// changed since. A job: it resumes where it stopped, because a credit and its row are one transaction.
pub(crate) async fn credit_pending(ctx: &Context) -> Result<(), AttendanceError> {
    let mut outcome = Ok(());
    for session in store::credits::due(&ctx.db).await? {
        // A session that fails must not hold up the others.
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
                let attended = (*user, Some(*status));
                credit(&mut tx, op, session, attended, rules, Notify::No).await?;
            }
            Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
        })
        .await?;
    }
    if rules.iter().any(|(_, rule)| rule.excused_points.get() > 0) {
        credit_excused(ctx, session, rules).await?;
    }
    Ok(store::credits::set_credited(&ctx.db, session).await?)
}

/// Credits those who have no record and are excused.
async fn credit_excused(
    ctx: &Context,
    session: &Session,
    rules: &[(SeasonId, AttendanceRule)],
) -> Result<(), AttendanceError> {
    let op = &Operation::system(ctx, session.guild_id);
    let excused = excused(&mut Reading::Now(&ctx.db), op, session).await?;
    for members in excused.chunks(BATCH.try_into().unwrap_or(1)) {
        op.write(|mut tx| async move {
            for member in members {
                let status = Some(AttendanceStatus::Excused);
                let attended = (member.user_id, status);
                credit(&mut tx, op, session, attended, rules, Notify::No).await?;
            }
            Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
        })
        .await?;
    }
    Ok(())
}

/// Corrects only members whose record changed: a rule that changed since holds for later sessions.
async fn correct(ctx: &Context, correction: Correction) -> Result<(), AttendanceError> {
    let rules = &store::credits::rules(&ctx.db, correction.guild).await?;
    let op = &Operation::system(ctx, correction.guild);
    op.write(|mut tx| async move {
        let (id, user) = (correction.session, correction.user);
        if store::credits::take_up(&mut tx, correction).await?
            && let Some(session) = store::sessions::lookup(&mut tx, op.guild(), id).await?
        {
            let record = store::records::lookup(&mut tx, op.guild(), id, user).await?;
            let by = record.as_ref().and_then(|record| record.marked_by);
            let status = match record {
                Some(record) => Some(record.status),
                None => excused_status(&mut tx, op, &session, user).await?,
            };
            // This changes what they were credited with when the session was closed.
            let notify = Notify::By(by);
            credit(&mut tx, op, &session, (user, status), rules, notify).await?;
        }
        Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
    })
    .await
}

/// How somebody without a record attended, where something excuses them.
async fn excused_status(
    tx: &mut Transaction,
    op: &Operation,
    session: &Session,
    user: UserId,
) -> Result<Option<AttendanceStatus>, Error> {
    let excused = is_excused(&mut Reading::Within(tx), op, session, user).await?;
    Ok(excused.then_some(AttendanceStatus::Excused))
}

/// Credits a member with what the status is worth in every season.
async fn credit(
    tx: &mut Transaction,
    op: &Operation,
    session: &Session,
    (user, status): (UserId, Option<AttendanceStatus>),
    rules: &[(SeasonId, AttendanceRule)],
    notify: Notify,
) -> Result<(), AttendanceError> {
    for (season, rule) in rules {
        let grant = PointsGrant {
            season: *season,
            user,
            since: session.opened_at,
            kind: LedgerKind::Attendance,
            reason: session.title.as_deref(),
            notify,
        };
        // Boxed: ranks and prizes may hang on it, and their future is large.
        Box::pin(credit_difference(
            tx,
            op,
            session,
            &grant,
            worth(*rule, status),
        ))
        .await?;
    }
    Ok(())
}

/// Credits the difference between the points due and those credited before.
async fn credit_difference(
    tx: &mut Transaction,
    op: &Operation,
    session: &Session,
    grant: &PointsGrant<'_>,
    due: i64,
) -> Result<(), AttendanceError> {
    let (user, season): (UserId, SeasonId) = (grant.user, grant.season);
    let before = store::credits::credited(tx, op.guild(), session.id, user, season).await?;
    let given = before.unwrap_or(0);
    if due == given {
        return Ok(());
    }
    // Boxed: its future is large.
    let granted = seasons::service::grant_points(tx, op, grant, due - given);
    if Box::pin(granted).await? {
        store::credits::save(tx, session, user, season, (before, due)).await?;
        let [given, due] = [given, due].map(|points| Credited {
            session_id: session.id,
            user_id: user,
            season_id: season,
            points,
        });
        audit::changed(tx, op, "attendance.credited", &given, &due).await?;
    }
    Ok(())
}

fn worth(rule: AttendanceRule, status: Option<AttendanceStatus>) -> i64 {
    match status {
        Some(AttendanceStatus::Present) => rule.present_points.into(),
        Some(AttendanceStatus::Late) => rule.late_points.into(),
        Some(AttendanceStatus::Excused) => rule.excused_points.into(),
        Some(AttendanceStatus::Absent) | None => 0,
    }
}
