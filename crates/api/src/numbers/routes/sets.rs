//! Classes, reservations and the wait list.

use crate::http::Routes;
use crate::numbers::service;
use paddock_api_types::operations::numbers as ops;

pub(super) fn router() -> Routes {
    Routes::new()
        .list(ops::list_number_classes, async |op, _, page| {
            service::list_classes(&op, page).await
        })
        .on(ops::create_number_class, async |op, it| {
            service::create_class(&op, &it.body).await
        })
        .on(ops::update_number_class, async |op, it| {
            service::update_class(&op, it.path, &it.body).await
        })
        .on(ops::delete_number_class, async |op, it| {
            service::delete_class(&op, it.path).await
        })
        .list(ops::list_number_reservations, async |op, _, page| {
            service::list_reservations(&op, page).await
        })
        .on(ops::reserve_numbers, async |op, it| {
            service::reserve(&op, &it.body).await
        })
        .on(ops::remove_number_reservation, async |op, it| {
            service::remove_reservation(&op, it.path).await
        })
        .on(ops::wait_for_number, async |op, it| {
            service::wait_for(&op, &it.body).await
        })
        .on(ops::stop_waiting_for_number, async |op, it| {
            service::stop_waiting(&op, &it.path, it.query.class_id).await
        })
}
