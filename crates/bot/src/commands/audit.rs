//! `/auditlog`: every change, newest first.

use super::prelude::*;
use crate::replies::audit as texts;
use api::audit::AuditEntry;

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
}

/// With the number of entries on one page.
const ENTRIES: List<u32, AuditEntry> = List {
    action: "audit",
    size: |limit| (*limit).clamp(1, LARGEST_PAGE),
    rows: |call, _, page| {
        Box::pin(async move {
            let query = pages::at(page);
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
    Ok(ENTRIES.first(&call, &limit).await?.into())
}
