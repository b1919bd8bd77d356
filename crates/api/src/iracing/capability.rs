//! What connected accounts contribute to the service.

use super::{config, pages, routes, service};
use crate::capability::Capability;
use crate::config::Iracing;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::pages::NavEntry;
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    pages: Some(pages::router),
    navigation: &[NavEntry {
        path: pages::CONNECTIONS,
        label: "Connected accounts",
    }],
    flashes: pages::FLASHES,
    form_target: Some(|settings| settings.get::<Iracing>().access()?.origin()),
    jobs: &[SYNC_ACCOUNTS, REVOKE_ACCESS, PURGE_SIGN_INS],
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    settings: Some(|reader, settings| settings.insert(config::read(reader))),
    ..Capability::EMPTY
};

/// Reads the sessions of connected accounts.
const SYNC_ACCOUNTS: Job = Job {
    name: "sync_accounts",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::sync_has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::sync_due(ctx).await?) }),
};

/// Gives back permissions that nobody needs any more.
const REVOKE_ACCESS: Job = Job {
    name: "revoke_access",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::revocations_wait(ctx)),
    run: |ctx| Box::pin(async { Ok(service::revoke_due(ctx).await?) }),
};

/// Deletes sign-ins that nobody finished.
const PURGE_SIGN_INS: Job = Job {
    name: "purge_sign_ins",
    every: Duration::from_hours(1),
    has_work: crate::jobs::always,
    run: |ctx| Box::pin(async { Ok(service::purge_sign_ins(ctx).await?) }),
};
