//! Check-ins, and what became of them.

use crate::attendance::service;
use crate::error::ApiError;
use crate::http::{CsvFile, Routes};
use paddock_api_types::operations::attendance as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .on(ops::check_in, async |op, it| {
            service::check_in(&op, &it.body).await
        })
        .list(ops::list_attendance_records, async |op, it, page| {
            service::list_records(&op, it.path, page).await
        })
        .on(ops::mark_attendance, async |op, it| {
            service::mark(&op, it.path.0, it.path.1, &it.body).await
        })
        .on(ops::remove_attendance, async |op, it| {
            service::remove(&op, it.path.0, it.path.1).await
        })
        .list(ops::list_missing_members, async |op, it, page| {
            service::missing(&op, it.path, page).await
        })
        .list(ops::list_wrong_codes, async |op, it, page| {
            service::wrong_codes(&op, it.path, page).await
        })
        .list(ops::report_attendance, async |op, it, page| {
            service::report(&op, &it.query, page).await
        })
        .raw(ops::export_attendance, async |op, it| {
            let session = it.query.session_id;
            let rows = service::export(op, session).await.map_err(ApiError::from)?;
            let name = match session {
                Some(id) => format!("attendance-{id}"),
                None => "attendance".to_owned(),
            };
            Ok::<_, ApiError>(CsvFile::new(&name, rows))
        })
}
