//! What effects contribute to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{self, Job};
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[PURGE_EFFECTS],
    personal_data: Some(PersonalData {
        // They say what other capabilities keep, on its way to Discord.
        export: None,
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    ..Capability::EMPTY
};

/// Deletes effects that were done long ago.
const PURGE_EFFECTS: Job = Job {
    name: "purge_effects",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(service::purge(ctx).await?) }),
};
