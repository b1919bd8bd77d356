//! Ranks and their prizes. A season has at most 50 ranks and a rank 10 prizes, so that one page
//! holds them all.

use crate::http::Routes;
use crate::seasons::service;
use paddock_api_types::Page;
use paddock_api_types::operations::seasons as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::create_rank, async |op, it| {
            service::create_rank(&op, it.path, it.body).await
        })
        .on(ops::list_ranks, async |op, it| {
            service::list_ranks(&op, it.path).await.map(Page::whole)
        })
        .on(ops::get_rank, async |op, it| {
            service::get_rank(&op, it.path.0, it.path.1).await
        })
        .on(ops::update_rank, async |op, it| {
            service::update_rank(&op, it.path.0, it.path.1, it.body).await
        })
        .on(ops::delete_rank, async |op, it| {
            service::delete_rank(&op, it.path.0, it.path.1).await
        })
        .on(ops::create_prize, async |op, it| {
            service::create_prize(&op, it.path.0, it.path.1, it.body).await
        })
        .on(ops::list_prizes, async |op, it| {
            let prizes = service::list_prizes(&op, it.path.0, it.path.1).await;
            prizes.map(Page::whole)
        })
        .on(ops::update_prize, async |op, it| {
            let (season, rank, prize) = it.path;
            service::update_prize(&op, season, (rank, prize), it.body).await
        })
        .on(ops::delete_prize, async |op, it| {
            service::delete_prize(&op, it.path.0, it.path.1, it.path.2).await
        })
}
