//! Prizes won.

use crate::http::Routes;
use crate::seasons::service;
use paddock_api_types::operations::awards as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .list(ops::list_awards, async |op, it, page| {
            service::list_awards(&op, &it.query, page).await
        })
        .on(ops::give_award, async |op, it| {
            service::give_award(&op, it.path, it.body).await
        })
        .on(ops::update_award, async |op, it| {
            service::update_award(&op, it.path, it.body).await
        })
        .on(ops::take_award_back, async |op, it| {
            service::take_award_back(&op, it.path).await
        })
        .on(ops::undeliver_award, async |op, it| {
            service::undeliver(&op, it.path).await
        })
        .on(ops::deliver_award, async |op, it| {
            service::deliver(&op, it.path, it.body).await
        })
}
