//! What scoring contributes to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[CREDIT_RESULTS],
    rounds_observer: Some(|tx, op, season| Box::pin(service::rounds_changed(tx, op, season))),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op.guild(), subject.user_id)),
    }),
    ..Capability::EMPTY
};

/// Has the ledger follow results.
const CREDIT_RESULTS: Job = Job {
    name: "credit_results",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::credit_due(ctx).await?) }),
};
