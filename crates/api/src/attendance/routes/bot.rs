//! What the bot asks and reports by itself.

use crate::attendance::service;
use crate::http::Routes;
use paddock_api_types::operations::bot as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::list_attendance_displays, async |ctx, _| {
            service::displays(&ctx).await
        })
        .on(ops::report_attendance_display, async |(ctx, guild), it| {
            service::report_display(&ctx, guild, it.path, it.body).await
        })
        .on(ops::report_expected_members, async |(ctx, guild), it| {
            service::report_expected(&ctx, guild, it.path, &it.body).await
        })
}
