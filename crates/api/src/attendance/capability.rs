//! What attendance contributes to the service.

use super::model::settings::Defaults;
use super::{config, routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[CLOSE_SESSIONS, CREDIT_ATTENDANCE],
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op.guild(), subject.user_id)),
    }),
    settings: Some(|reader, settings| {
        if let Some(defaults) = config::read(reader) {
            settings.insert::<Defaults>(defaults);
        }
    }),
    ..Capability::EMPTY
};

/// Closes attendance sessions whose time is over.
const CLOSE_SESSIONS: Job = Job {
    name: "close_sessions",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::sessions_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::close_due(ctx).await?) }),
};

/// Gives points for attending.
const CREDIT_ATTENDANCE: Job = Job {
    name: "credit_attendance",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::credits_have_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::credit_pending(ctx).await?) }),
};
