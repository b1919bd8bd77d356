//! Leaderboard, ledger, adjustments, and files of them.

use crate::error::ApiError;
use crate::http::{CsvFile, Routes};
use crate::operation::Operation;
use crate::seasons::service::{self, Table};
use paddock_api_types::SeasonId;
use paddock_api_types::operations::points as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .list(ops::get_leaderboard, async |op, it, page| {
            service::leaderboard(&op, it.path, page).await
        })
        .list(ops::list_ledger, async |op, it, page| {
            service::ledger(&op, it.path, it.query.user_id, page).await
        })
        .on(ops::get_season_summary, async |op, it| {
            service::summary(&op, it.path, it.query.user_id).await
        })
        .on(ops::adjust_points, async |op, it| {
            service::adjust(&op, it.path, it.body).await
        })
        .on(ops::import_points, async |op, it| {
            service::import(&op, it.path, it.query, &it.body.0).await
        })
        .raw(ops::export_standings, async |op, it| {
            file(op, it.path, Table::Standings, "standings").await
        })
        .raw(ops::export_ledger, async |op, it| {
            file(op, it.path, Table::Ledger, "ledger").await
        })
        .raw(ops::export_submissions, async |op, it| {
            file(op, it.path, Table::Submissions, "submissions").await
        })
}

async fn file(op: Operation, id: SeasonId, table: Table, name: &str) -> Result<CsvFile, ApiError> {
    let rows = service::export_table(op, id, table).await?;
    Ok(CsvFile::new(&format!("season-{id}-{name}"), rows))
}
