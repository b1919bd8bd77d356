//! What numbers contribute to the service.

use super::observe::NumbersObserver;
use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[RELEASE_NUMBERS],
    member_observers: &[&NumbersObserver],
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    ..Capability::EMPTY
};

/// Releases numbers of members who left, and ends reservations and offers.
const RELEASE_NUMBERS: Job = Job {
    name: "release_numbers",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::run_due(ctx).await?) }),
};
