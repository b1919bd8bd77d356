//! What staff contributes to the service.

use super::observe::StaffObserver;
use super::{pages, routes, service};
use crate::capability::Capability;
use crate::jobs::{self, Job, POLL_INTERVAL};
use crate::pages::{NavEntry, NavFor};
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    pages: Some(pages::router),
    navigation_for: &[NavFor {
        entry: NavEntry {
            path: pages::STAFF,
            label: "Staff",
        },
        sees: |op| Box::pin(service::has_staff(op)),
    }],
    jobs: &[SETTLE_PRESENCE, EXPIRE_PRESENCE, SHOW_BOARDS],
    member_observers: &[&StaffObserver],
    call_observer: Some(|ctx, guild, user, at| Box::pin(service::interacted(ctx, guild, user, at))),
    excuses: Some(|reading, guild, time| Box::pin(service::excuses(reading, guild, time))),
    requirements: Some(|op| Box::pin(service::requirements(op))),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op.guild(), subject.user_id)),
    }),
    ..Capability::EMPTY
};

/// Has statuses end that nobody sees any more, and duty that nobody ended.
const SETTLE_PRESENCE: Job = Job {
    name: "settle_presence",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::settle_has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::settle(ctx).await?) }),
};

/// Has status boards follow the roster.
const SHOW_BOARDS: Job = Job {
    name: "show_boards",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::boards_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::show_boards(ctx).await?) }),
};

/// Deletes what is kept long enough.
const EXPIRE_PRESENCE: Job = Job {
    name: "expire_presence",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(service::expire(ctx).await?) }),
};
