//! What attending is worth in a season.

use crate::attendance::service;
use crate::http::Routes;
use paddock_api_types::operations::attendance as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::get_attendance_rule, async |op, it| {
            service::rule(&op, it.path).await
        })
        .on(ops::set_attendance_rule, async |op, it| {
            service::set_rule(&op, it.path, it.body).await
        })
        .on(ops::remove_attendance_rule, async |op, it| {
            service::delete_rule(&op, it.path).await
        })
}
