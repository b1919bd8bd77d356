//! Sessions, their codes, and the guild's settings.

use crate::attendance::service;
use crate::http::Routes;
use paddock_api_types::operations::attendance as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::get_attendance_settings, async |op, _| {
            service::settings(&op.ctx.db, &op.ctx, op.guild()).await
        })
        .on(ops::update_attendance_settings, async |op, it| {
            service::update_settings(&op, &it.body).await
        })
        .on(ops::open_attendance_session, async |op, it| {
            service::open(&op, &it.body).await
        })
        .list(ops::list_attendance_sessions, async |op, it, page| {
            service::list(&op, it.query.open, page).await
        })
        .on(ops::get_attendance_session, async |op, it| {
            service::get(&op, it.path).await
        })
        .on(ops::update_attendance_session, async |op, it| {
            service::update(&op, it.path, &it.body).await
        })
        .on(ops::close_attendance_session, async |op, it| {
            service::close(&op, it.path).await
        })
        .on(ops::list_attendance_codes, async |op, it| {
            service::codes(&op, it.path).await
        })
}
