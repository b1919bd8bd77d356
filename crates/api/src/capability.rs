//! What a capability contributes to the service. Each says so once, in its `capability.rs`; the list
//! of all of them is in `capabilities.rs`.

use crate::attendance::ExcuseSource;
use crate::audit::NameSource;
use crate::auth::CallObserver;
use crate::config::Reader;
use crate::extensions::Extensions;
use crate::guilds::LeagueObserver;
use crate::http::Routes;
use crate::jobs::Job;
use crate::members::MemberObserver;
use crate::pages::{Flash, NavEntry, NavFor};
use crate::personal_data::{PersonalData, Search};
use crate::requirements::Require;
use crate::results::RoundsObserver;
use crate::state::AppState;

/// Pages with their handlers.
pub(crate) type PageRouter = axum::Router<AppState>;

/// Reads a capability's settings of the installation, and adds them to those of the others, with whatever
/// else its operations share in memory.
pub(crate) type ReadSettings = fn(&mut Reader<'_>, &mut Extensions);

/// One capability.
pub(crate) struct Capability {
    /// Its paths.
    pub(crate) router: Option<fn() -> Routes>,
    /// Its pages.
    pub(crate) pages: Option<fn() -> PageRouter>,
    /// Links to them from every page.
    pub(crate) navigation: &'static [NavEntry],
    /// Links that only some see.
    pub(crate) navigation_for: &'static [NavFor],
    /// What its pages say of what was done before.
    pub(crate) flashes: &'static [Flash],
    /// An origin to which its forms lead over a redirect, with these settings.
    pub(crate) form_target: Option<fn(&Extensions) -> Option<String>>,
    /// What it does in the background.
    pub(crate) jobs: &'static [Job],
    /// What changes along with a member's status and presence.
    pub(crate) member_observers: &'static [&'static dyn MemberObserver],
    /// How what it keeps is called, for who reads the audit log.
    pub(crate) names: Option<NameSource>,
    /// What it does once a guild has another iRacing league.
    pub(crate) league_observer: Option<LeagueObserver>,
    /// What it keeps of who called when.
    pub(crate) call_observer: Option<CallObserver>,
    /// Who is excused from sessions of attendance by what it keeps.
    pub(crate) excuses: Option<ExcuseSource>,
    /// What changes along with the rounds of a league's season.
    pub(crate) rounds_observer: Option<RoundsObserver>,
    /// Export and erasure of what it keeps of members.
    pub(crate) personal_data: Option<PersonalData>,
    /// What it looks through ahead of an erasure.
    pub(crate) erasure_search: Option<Search>,
    /// What the checkup looks at.
    pub(crate) requirements: Option<Require>,
    /// What the operator may set for it, and what it keeps in memory.
    pub(crate) settings: Option<ReadSettings>,
}

impl Capability {
    /// One that contributes nothing: what to start from.
    pub(crate) const EMPTY: Self = Self {
        router: None,
        pages: None,
        navigation: &[],
        navigation_for: &[],
        flashes: &[],
        form_target: None,
        jobs: &[],
        member_observers: &[],
        names: None,
        league_observer: None,
        call_observer: None,
        excuses: None,
        rounds_observer: None,
        personal_data: None,
        erasure_search: None,
        requirements: None,
        settings: None,
    };
}
