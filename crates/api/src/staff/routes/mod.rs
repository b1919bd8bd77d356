//! Paths of staff.

mod live;

use super::model::StaffError;
use super::service;
use crate::error::ApiError;
use crate::http::{CsvFile, Routes};
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::{bot, staff as ops};
use paddock_api_types::staff::MAX_STAFF;

pub(crate) fn router() -> Routes {
    Routes::new().merge(presence()).merge(roster()).merge(own())
}

fn presence() -> Routes {
    Routes::new()
        .on(bot::list_watched_staff, async |(ctx, guild), _| {
            service::watched(&ctx, guild).await
        })
        .on(bot::report_presences, async |(ctx, guild), it| {
            service::report(&ctx, guild, &it.body).await
        })
        .on(ops::get_staff_roster, async |op, _| {
            service::roster(&op).await
        })
        .on(ops::get_staff_discord_status, async |op, _| {
            service::status(&op).await
        })
        .live(ops::watch_staff, async |op, it, standing| {
            live::watch(&op, &it.query, standing)
        })
        .on(ops::sync_staff, async |op, _| service::sync(&op).await)
        .on(ops::get_staff_activity, async |op, it| {
            service::activity(&op, it.path, &it.query).await
        })
        .raw(ops::export_staff_hours, async |op, it| {
            let hours = service::hours(op, &it.query);
            Ok::<_, ApiError>(CsvFile::new("staff-hours", hours))
        })
}

fn roster() -> Routes {
    Routes::new()
        .on(ops::get_staff_settings, async |op, _| {
            service::settings(&op).await
        })
        .on(ops::update_staff_settings, async |op, it| {
            service::update_settings(&op, &it.body).await
        })
        .raw(ops::export_staff, async |op, _| {
            Ok::<_, ApiError>(CsvFile::new("staff", service::export(op)))
        })
        .on(ops::import_staff, async |op, it| {
            service::import(&op, &it.query, &it.body).await
        })
        .on(ops::add_staff, async |op, it| {
            service::add(&op, it.path, &it.body).await
        })
        .on(ops::update_staff, async |op, it| {
            service::update(&op, it.path, &it.body).await
        })
        .on(ops::remove_staff, async |op, it| {
            service::remove(&op, it.path).await
        })
}

fn own() -> Routes {
    Routes::new()
        .on(ops::begin_duty, async |op, _| {
            service::begin_duty(&op).await
        })
        .on(ops::end_duty, async |op, _| service::end_duty(&op).await)
        .on(ops::hide_presence, async |op, _| service::hide(&op).await)
        .on(ops::show_presence, async |op, _| service::show(&op).await)
        .on(ops::take_leave, async |op, it| {
            service::take_leave(&op, it.path, &it.body).await
        })
        .on(ops::end_leave, async |op, it| {
            service::end_leave(&op, it.path).await
        })
}

impl From<StaffError> for ApiError {
    fn from(error: StaffError) -> Self {
        use StaffError as E;
        let detail = error.to_string();
        match error {
            E::NotFound => Self::new(ErrorCode::StaffNotFound, detail),
            E::Exists => Self::new(ErrorCode::StaffExists, detail),
            E::LimitReached => {
                Self::new(ErrorCode::StaffLimitReached, detail).param("limit", MAX_STAFF)
            }
            E::AdminsOnly => Self::new(ErrorCode::Forbidden, detail).param("required", "admin"),
            E::Channel(error) => error.into(),
            E::Banned(_) => Self::invalid_value("user_id", detail),
            E::ImportRefused(rows) => Self::import_refused(detail.clone(), &rows),
            E::Invalid { field, .. } => Self::invalid_value(field, detail),
            E::Failure(failure) => failure.into(),
        }
    }
}
