//! Seasons themselves, and joining them.

use crate::http::Routes;
use crate::seasons::service;
use paddock_api_types::operations::seasons as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::create_season, async |op, it| {
            service::create(&op, it.body).await
        })
        .list(ops::list_seasons, async |op, it, page| {
            service::list(&op, it.query.status, page).await
        })
        .on(ops::get_current_season, async |op, it| {
            service::current(&op, it.query.item_id).await
        })
        .on(ops::get_season_closing, async |op, it| {
            service::closing(&op, it.path).await
        })
        .on(ops::get_season, async |op, it| {
            service::get(&op, it.path).await
        })
        .on(ops::update_season, async |op, it| {
            service::update(&op, it.path, it.body).await
        })
        .on(ops::delete_season, async |op, it| {
            service::delete(&op, it.path).await
        })
        .on(ops::close_season, async |op, it| {
            service::close(&op, it.path).await
        })
        .on(ops::clone_season, async |op, it| {
            service::clone_season(&op, it.path, it.body).await
        })
        .on(ops::join_season, async |op, it| {
            service::join(&op, it.path).await
        })
        .on(ops::enroll_participant, async |op, it| {
            service::enroll(&op, it.path.0, it.path.1).await
        })
        .list(ops::list_participants, async |op, it, page| {
            service::participants(&op, it.path, page).await
        })
}
