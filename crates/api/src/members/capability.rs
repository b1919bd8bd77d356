//! What members contribute to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[SYNC_OWED_ROLES],
    names: Some(|op, things| Box::pin(service::names(op, things))),
    personal_data: Some(PersonalData {
        // An export begins with the member.
        export: None,
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject)),
    }),
    ..Capability::EMPTY
};

/// Works out owed roles again where settings changed.
const SYNC_OWED_ROLES: Job = Job {
    name: "sync_owed_roles",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::owed_roles_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::sync_owed_roles(ctx).await?) }),
};
