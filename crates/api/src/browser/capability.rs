//! What sessions of browsers contribute to the service.

use super::config::{self, SignInSettings};
use super::observe::Sessions;
use super::{pages, service};
use crate::capability::Capability;
use crate::jobs::{self, Job};
use crate::pages::{Flash, NavEntry};
use crate::personal_data::PersonalData;
use std::time::Duration;

pub(crate) const CAPABILITY: Capability = Capability {
    pages: Some(pages::router),
    navigation: &[NavEntry {
        path: "/",
        label: "Home",
    }],
    flashes: &[
        Flash::success("signed_out", "You have signed out."),
        Flash::success("signed_out_everywhere", "You have signed out everywhere."),
        Flash::error("no_member", "You are no member of this server any more."),
        Flash::success("server_chosen", "You act in this server from now on."),
    ],
    form_target: Some(|settings| {
        let discord = settings.get::<SignInSettings>().discord.as_ref();
        discord.and_then(super::discord::Discord::origin)
    }),
    jobs: &[PURGE_SESSIONS],
    member_observers: &[&Sessions],
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(service::export_personal_data(op, subject.user_id, export))
        }),
        erase: |tx, op, subject| Box::pin(service::end_all(tx, op.guild(), subject.user_id)),
    }),
    settings: Some(|reader, settings| {
        if let Some(read) = config::read(reader) {
            settings.insert::<SignInSettings>(read);
        }
    }),
    ..Capability::EMPTY
};

/// Deletes sessions that have ended, and sign-ins that nobody finished.
const PURGE_SESSIONS: Job = Job {
    name: "purge_sessions",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(service::purge(ctx).await?) }),
};
