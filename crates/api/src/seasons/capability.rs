//! What seasons contribute to the service.

use super::observe::SeasonsObserver;
use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[RUN_SEASONS, SYNC_AWARDS],
    member_observers: &[&SeasonsObserver],
    names: Some(|op, things| Box::pin(service::names(op, things))),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    requirements: Some(|op| Box::pin(service::requirements(op))),
    settings: Some(|_, extensions| extensions.insert(service::FirstPages::default())),
    ..Capability::EMPTY
};

/// Opens and closes seasons, and has what waited in them expire.
const RUN_SEASONS: Job = Job {
    name: "run_seasons",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::schedule_has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::run_schedule(ctx).await?) }),
};

/// Works out awards again where ranks and prizes changed.
const SYNC_AWARDS: Job = Job {
    name: "sync_awards",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::awards_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::sync_awards(ctx).await?) }),
};
