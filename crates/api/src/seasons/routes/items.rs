//! Items, and what they are worth in a season.

use crate::http::Routes;
use crate::seasons::service;
use paddock_api_types::operations::seasons as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::create_item, async |op, it| {
            service::create_item(&op, it.body).await
        })
        .list(ops::list_items, async |op, _, page| {
            service::list_items(&op, page).await
        })
        .on(ops::get_item, async |op, it| {
            service::get_item(&op, it.path).await
        })
        .on(ops::update_item, async |op, it| {
            service::update_item(&op, it.path, it.body).await
        })
        .on(ops::delete_item, async |op, it| {
            service::delete_item(&op, it.path).await
        })
        .list(ops::list_season_items, async |op, it, page| {
            service::list_season_items(&op, it.path, page).await
        })
        .on(ops::set_season_item, async |op, it| {
            service::set_season_item(&op, it.path.0, it.path.1, it.body).await
        })
        .on(ops::remove_season_item, async |op, it| {
            service::remove_season_item(&op, it.path.0, it.path.1).await
        })
}
