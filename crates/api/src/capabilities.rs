//! The list of capabilities, and what is made of it.

use crate::attendance::ExcuseSources;
use crate::audit::NameSources;
use crate::auth::CallObservers;
use crate::capability::{Capability, PageRouter};
use crate::config::{Config, Iracing, Reader};
use crate::extensions::Extensions;
use crate::guilds::LeagueObservers;
use crate::http::Routes;
use crate::jobs::{self, Job, Jobs};
use crate::members::MemberObservers;
use crate::pages::{self, Navigation};
use crate::results::RoundsObservers;
use crate::{
    attendance, audit, browser, checkup, differences, effects, guilds, iracing, league, members,
    numbers, operation, privacy, results, roles, scoring, seasons, staff, tokens,
};
use std::time::Duration;

/// Every capability. Each may use those before it.
pub(crate) static ALL: [Capability; 18] = [
    audit::capability::CAPABILITY,
    effects::capability::CAPABILITY,
    roles::capability::CAPABILITY,
    guilds::capability::CAPABILITY,
    members::capability::CAPABILITY,
    seasons::capability::CAPABILITY,
    attendance::capability::CAPABILITY,
    staff::capability::CAPABILITY,
    league::capability::CAPABILITY,
    numbers::capability::CAPABILITY,
    differences::capability::CAPABILITY,
    results::capability::CAPABILITY,
    scoring::capability::CAPABILITY,
    iracing::capability::CAPABILITY,
    tokens::capability::CAPABILITY,
    browser::capability::CAPABILITY,
    checkup::capability::CAPABILITY,
    privacy::capability::CAPABILITY,
];

/// Deletes kept answers that nobody will ask for again. They belong to every operation, and so to no
/// capability.
const PURGE_ANSWERS: Job = Job {
    name: "purge_answers",
    every: Duration::from_hours(1),
    has_work: jobs::always,
    run: |ctx| Box::pin(async { Ok(operation::purge_answers(ctx).await?) }),
};

impl Config {
    /// Reads the environment through `reader`, which keeps the faults.
    pub fn read(reader: &mut Reader<'_>) -> Option<Self> {
        Self::read_with(reader, settings)
    }
}

/// Reads the settings of every capability, also after a fault in those of one.
pub(crate) fn settings(reader: &mut Reader<'_>) -> Extensions {
    let mut settings = Extensions::default();
    settings.insert(Iracing::read(reader));
    for read in ALL.iter().filter_map(|capability| capability.settings) {
        read(reader, &mut settings);
    }
    settings
}

/// What operations find in their context: these settings, and what capabilities do for each other.
pub(crate) fn extensions(settings: Extensions) -> Extensions {
    let mut extensions = settings;
    let targets = ALL.iter().filter_map(|it| (it.form_target?)(&extensions));
    let entries = ALL.iter().flat_map(|it| it.navigation);
    let mut entries: Vec<_> = entries.copied().collect();
    // The order of capabilities is about what builds on what; people look for the first page first.
    entries.sort_by_key(|it| it.path != "/");
    let navigation = Navigation {
        form_targets: targets.collect(),
        entries,
        entries_for: ALL
            .iter()
            .flat_map(|it| it.navigation_for)
            .copied()
            .collect(),
        flashes: ALL.iter().flat_map(|it| it.flashes).copied().collect(),
    };
    extensions.insert(navigation);
    let observers = ALL.iter().flat_map(|it| it.member_observers);
    extensions.insert(MemberObservers::new(observers.copied()));
    let observers = ALL.iter().filter_map(|it| it.rounds_observer);
    extensions.insert(RoundsObservers(observers.collect()));
    let observers = ALL.iter().filter_map(|it| it.league_observer);
    extensions.insert(LeagueObservers(observers.collect()));
    let observers = ALL.iter().filter_map(|it| it.call_observer);
    extensions.insert(CallObservers::new(observers.collect()));
    let sources = ALL.iter().filter_map(|it| it.names);
    extensions.insert(NameSources(sources.collect()));
    let sources = ALL.iter().filter_map(|it| it.excuses);
    extensions.insert(ExcuseSources(sources.collect()));
    extensions.insert(staff::Hub::default());
    let personal_data = ALL.iter().filter_map(|it| it.personal_data);
    extensions.insert(personal_data.collect::<Vec<_>>());
    let searches = ALL.iter().filter_map(|it| it.erasure_search);
    extensions.insert(searches.collect::<Vec<_>>());
    let requirements = ALL.iter().filter_map(|it| it.requirements);
    extensions.insert(requirements.collect::<Vec<_>>());
    extensions
}

/// Everything that runs in the background.
pub(crate) fn jobs() -> Jobs {
    let jobs = ALL.iter().flat_map(|capability| capability.jobs);
    Jobs([PURGE_ANSWERS].iter().chain(jobs).copied().collect())
}

/// The pages of every capability.
pub(crate) fn page_router() -> PageRouter {
    let routers = ALL.iter().filter_map(|capability| capability.pages);
    routers.fold(pages::router(), |merged, router| merged.merge(router()))
}

/// The operations of every capability.
pub(crate) fn routes() -> Routes {
    let routers = ALL.iter().filter_map(|capability| capability.router);
    routers.fold(Routes::new(), |merged, router| merged.merge(router()))
}
