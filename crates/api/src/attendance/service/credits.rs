//! Points for attending, in seasons that give some.

use super::subject;
use crate::attendance::model::{AttendanceError, Session};
use crate::attendance::store;
use crate::audit::{self, Change};
use crate::context::Context;
use crate::db::{Database, Error, name};
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

/// Whether a closed session waits for its points.
pub(crate) async fn any_due(db: &Database) -> Result<bool, Error> {
    Ok(!store::credits::due(db).await?.is_empty())
}

/// Credits the members of closed sessions, and corrects what was credited where a record changed
/// since. A job: it goes on where it stopped, because a credit and its row are one transaction.
pub(crate) async fn settle(ctx: &Context) -> Result<(), AttendanceError> {
    for session in store::credits::due(&ctx.db).await? {
        let rules = store::credits::rules(&ctx.db, session.guild_id).await?;
        if !rules.is_empty() {
            credit(ctx, &session, &rules).await?;
        }
        store::credits::settled(&ctx.db, &session).await?;
    }
    Ok(())
}

async fn credit(
    ctx: &Context,
    session: &Session,
    rules: &[(SeasonId, AttendanceRule)],
) -> Result<(), AttendanceError> {
    let mut after = 0;
    loop {
        let members = store::credits::members(&ctx.db, session.id, after, BATCH).await?;
        let Some((last, _)) = members.last() else {
            return Ok(());
        };
        after = last.get();
        let (op, members) = (&Operation::system(ctx, session.guild_id), &members);
        op.write(|mut tx| async move {
            for (user, status) in members {
                for (season, rule) in rules {
                    let gift = Gift {
                        season: *season,
                        user: *user,
                        since: session.opened_at,
                        kind: LedgerKind::Attendance,
                        reason: session.title.as_deref(),
                    };
                    let due = worth(*rule, status);
                    give(&mut tx, op, session, &gift, due).await?;
                }
            }
            Ok::<_, AttendanceError>(op.commit(tx, ()).await?)
        })
        .await?;
    }
}

/// Gives what is still due to a member, or takes back what no longer is.
async fn give(
    tx: &mut crate::db::Transaction,
    op: &Operation,
    session: &Session,
    gift: &Gift<'_>,
    due: i64,
) -> Result<(), AttendanceError> {
    let (user, season): (UserId, SeasonId) = (gift.user, gift.season);
    let given = store::credits::credited(tx, session.id, user, season).await?;
    if due == given {
        return Ok(());
    }
    if seasons::service::give(tx, op, gift, due - given).await? {
        store::credits::save(tx, session, user, season, due).await?;
        let change = Change::new("attendance.credited", subject(session.id))
            .new_value("user_id", &user)
            .new_value("season_id", &season)
            .value("points", &given, &due);
        audit::service::record(tx, op, &change).await?;
    }
    Ok(())
}

fn worth(rule: AttendanceRule, status: &str) -> i64 {
    if status == name(AttendanceStatus::Present) {
        rule.present_points.into()
    } else if status == name(AttendanceStatus::Late) {
        rule.late_points.into()
    } else {
        0
    }
}
