//! Submissions and their review.

use crate::http::Routes;
use crate::seasons::service;
use paddock_api_types::operations::submissions as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::create_submission, async |op, it| {
            service::submit(&op, it.body).await
        })
        .list(ops::list_submissions, async |op, it, page| {
            service::list_submissions(&op, &it.query, page).await
        })
        .on(ops::get_submission, async |op, it| {
            service::get_submission(&op, it.path).await
        })
        .on(ops::update_submission, async |op, it| {
            service::update_submission(&op, it.path, it.body).await
        })
        .on(ops::delete_submission, async |op, it| {
            service::delete_submission(&op, it.path).await
        })
        .on(ops::approve_submission, async |op, it| {
            service::approve(&op, it.path, it.body.updated_at).await
        })
        .on(ops::reject_submission, async |op, it| {
            service::reject(&op, it.path, it.body.reason).await
        })
}
