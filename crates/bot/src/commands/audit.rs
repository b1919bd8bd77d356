//! `/auditlog`: every change, newest first.

use super::prelude::*;
use crate::replies::audit as texts;
use api::{
    UserId,
    audit::{AuditEntry, ListAuditQuery},
};

/// Entries on one page by default.
const PAGE_SIZE: u32 = 10;
/// Most entries on one page.
const LARGEST_PAGE: u32 = 25;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Administrators, auditlog);
    dispatch.list(&ENTRIES);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "auditlog",
    desc = "What was changed, and who changed it, newest first"
)]
struct AuditLog {
    /// Entries on one page
    #[command(min_value = 1, max_value = 25)]
    limit: Option<i64>,
    /// Only what this person changed
    by: Option<Id<UserMarker>>,
    /// Only what was changed about this member
    about: Option<Id<UserMarker>>,
}

/// With the number of entries on one page, whose changes they are, and about whom.
type Asked = (u32, (Option<UserId>, Option<UserId>));

const ENTRIES: List<Asked, AuditEntry> = List {
    action: "audit",
    size: |(limit, _)| (*limit).clamp(1, LARGEST_PAGE),
    rows: |call, (_, (by, about)), page| {
        Box::pin(async move {
            let query = ListAuditQuery {
                actor_id: *by,
                subject: about.map(|user| format!("member:{user}")),
                ..pages::at(page)
            };
            call.api.list_audit(&query).await
        })
    },
    title: |_| texts::TITLE.into(),
    empty: |_| texts::NONE.into(),
    line: texts::entry,
};

async fn auditlog(call: Call, options: AuditLog) -> Outcome {
    let limit = options.limit.and_then(|limit| u32::try_from(limit).ok());
    let limit = limit.unwrap_or(PAGE_SIZE);
    let whose = (
        options.by.map(ToWire::wire),
        options.about.map(ToWire::wire),
    );
    Ok(ENTRIES.first(&call, &(limit, whose)).await?.into())
}
