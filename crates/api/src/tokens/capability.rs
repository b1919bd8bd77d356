//! What tokens contribute to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{self, Job};
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[PURGE_TOKENS],
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    ..Capability::EMPTY
};

/// Deletes tokens that ended long ago.
const PURGE_TOKENS: Job = Job {
    name: "purge_tokens",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(service::purge(ctx).await?) }),
};
