//! Paths of differences.

use super::service;
use crate::http::Routes;
use paddock_api_types::operations::league as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::get_league_sync, async |op, _| service::get(&op).await)
        .on(ops::sync_league, async |op, _| service::sync(&op).await)
        .list(ops::list_league_differences, async |op, it, page| {
            service::list(&op, it.query.kind, page).await
        })
}
