//! `/auditlog`: every change, newest first.

use super::administrator;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Look, Position},
    replies::audit as texts,
};
use paddock_api_types::audit::ListAuditQuery;
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the buttons under `/auditlog`.
const PAGE: &str = "audit";
/// Entries on one page, unless told.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(auditlog);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "auditlog",
    desc = "What was changed, by whom, newest first",
    default_permissions = "administrator",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct AuditLog {
    /// How many entries on a page
    #[command(min_value = 1, max_value = 25)]
    limit: Option<i64>,
}

async fn auditlog(call: Call, options: AuditLog) -> Outcome {
    let limit = options.limit.unwrap_or(i64::from(PAGE_SIZE));
    Ok(page(&call, Position::first(limit.to_string()))
        .await?
        .into())
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    Ok(Answer::Update(
        page(&call, Position::read(&pressed.arguments)?).await?,
    ))
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let size = position
        .parameter
        .parse::<u32>()
        .unwrap_or(PAGE_SIZE)
        .clamp(1, 25);
    let fetch = async |limit, cursor| {
        let query = ListAuditQuery {
            limit: Some(limit),
            cursor,
            ..ListAuditQuery::default()
        };
        call.api.list_audit(&query).await
    };
    let look = Look {
        action: PAGE,
        title: texts::TITLE,
        empty: texts::NONE,
    };
    pages::show(look, position, size, fetch, texts::entry).await
}
