//! What the league contributes to the service.

use super::config::{self, Access};
use super::{routes, service};
use crate::capability::Capability;
use crate::jobs::{Job, POLL_INTERVAL};
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    jobs: &[SYNC_LEAGUE],
    league_observer: Some(|tx, op, league| Box::pin(service::league_turned(tx, op, league))),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op.guild(), subject.user_id)),
    }),
    settings: Some(|reader, settings| {
        if let Some(access) = config::read(reader, settings.get()) {
            settings.insert::<Access>(access);
        }
    }),
    ..Capability::EMPTY
};

/// Reads rosters from iRacing.
const SYNC_LEAGUE: Job = Job {
    name: "sync_league",
    every: POLL_INTERVAL,
    has_work: |ctx| Box::pin(service::sync_has_work(ctx)),
    run: |ctx| Box::pin(async { Ok(service::sync_due(ctx).await?) }),
};
