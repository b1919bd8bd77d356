//! Claims, and what is free.

use crate::http::{CsvFile, Routes};
use crate::numbers::service;
use paddock_api_types::operations::numbers as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .list(ops::list_number_claims, async |op, it, page| {
            service::list(&op, &it.query, page).await
        })
        .list(ops::list_available_numbers, async |op, it, page| {
            service::available(&op, it.query.class_id, page).await
        })
        .on(ops::list_my_numbers, async |op, _| service::mine(&op).await)
        .raw(ops::export_numbers, async |op, _| {
            Ok::<_, crate::error::ApiError>(CsvFile::new("numbers", service::export(op)))
        })
        .on(ops::import_numbers, async |op, it| {
            service::import(&op, &it.query, &it.body).await
        })
        .on(ops::start_number_season, async |op, it| {
            service::start_season(&op, it.body).await
        })
        .on(ops::get_number, async |op, it| {
            service::status(&op, &it.path, it.query.class_id).await
        })
        .on(ops::claim_number, async |op, it| {
            service::claim(&op, &it.path, &it.body).await
        })
        .on(ops::release_number, async |op, it| {
            service::release(&op, &it.path, it.query.class_id).await
        })
        .on(ops::force_release_number, async |op, it| {
            service::force_release(&op, &it.path, &it.body).await
        })
}
