//! What results contribute to the service.

use super::{pages, routes, service};
use crate::capability::Capability;
use crate::jobs::{self, Job, POLL_INTERVAL};
use crate::pages::NavEntry;
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    pages: Some(pages::router),
    navigation: &[NavEntry {
        path: pages::OWN,
        label: "Your races",
    }],
    jobs: &[RECORD_RACED, SEE_NUMBERS, EXPIRE_RAW_RESULTS],
    league_observer: Some(|tx, op, _| Box::pin(service::league_turned(tx, op))),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| {
            Box::pin(service::erase(
                tx,
                op,
                subject.user_id,
                subject.found.find(),
            ))
        },
    }),
    erasure_search: Some(|op, user, found| {
        Box::pin(async move {
            if let Some(searched) = service::search(op, user).await? {
                found.insert(searched);
            }
            Ok(())
        })
    }),
    ..Capability::EMPTY
};

/// Has attendance follow what was raced.
const RECORD_RACED: Job = Job {
    name: "record_raced",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::matches_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::reconcile_due(ctx).await?) }),
};

/// Deletes files of results that were kept long enough.
const EXPIRE_RAW_RESULTS: Job = Job {
    name: "expire_raw_results",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(service::expire_raw(ctx).await?) }),
};

/// Has the numbers that were seen in races be those of the league that a guild has now.
const SEE_NUMBERS: Job = Job {
    name: "see_numbers",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::leagues_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::begin_leagues(ctx).await?) }),
};
