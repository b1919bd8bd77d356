//! Expected members, and those of them who are missing.

use super::excused::excused_from;
use super::session;
use crate::attendance::model::AttendanceError;
use crate::attendance::store;
use crate::context::Context;
use crate::db::Reading;
use crate::operation::Operation;
use crate::page::PageRequest;
use paddock_api_types::attendance::{MissingMember, ReportExpected};
use paddock_api_types::{AttendanceSessionId, GuildId, Page, UserId};
use std::collections::BTreeSet;

/// Saves who holds the session's role, as Discord reports it now.
pub(crate) async fn report_expected(
    ctx: &Context,
    guild: GuildId,
    id: AttendanceSessionId,
    report: &ReportExpected,
) -> Result<(), AttendanceError> {
    let op = &Operation::system(ctx, guild);
    // In a fixed order, so that concurrent reports do not deadlock.
    let expected = &report.user_ids.iter().copied().collect::<BTreeSet<_>>();
    op.write(|mut tx| async move {
        let session = session(&mut tx, op, id).await?;
        if report.first {
            store::expected::clear(&mut tx, &session).await?;
        }
        for user in expected {
            store::expected::add(&mut tx, &session, *user).await?;
        }
        if session.closed_at.is_some() {
            // Its points may be credited already, without those who were not expected then.
            for user in excused_from(&mut Reading::Within(&mut tx), op, &session).await? {
                if let Some(user) = UserId::new(user).filter(|user| expected.contains(user)) {
                    store::credits::correct(&mut tx, &session, user).await?;
                }
            }
            // Who is missing may be others than the session's message says.
            store::sessions::touch(&mut tx, &session).await?;
        }
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

/// Members who are expected and have no record, also those who are excused.
pub(crate) async fn missing(
    op: &Operation,
    id: AttendanceSessionId,
    page: PageRequest<1>,
) -> Result<Page<MissingMember>, AttendanceError> {
    let db = &op.ctx.db;
    let session = session(db, op, id).await?;
    let mut rows = store::expected::missing(db, &session, page).await?;
    let excused = excused_from(&mut Reading::Now(db), op, &session).await?;
    for row in &mut rows {
        row.excused = excused.contains(&row.user_id.get());
    }
    Ok(page.page(rows, |row| [row.user_id.get()]))
}
