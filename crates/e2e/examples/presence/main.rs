//! Presences of thousands of people, of whom some are staff, from Discord into the API; and as many who
//! watch the staff.
//!
//! `cargo xtask bench presence` runs it. The simulated Discord is in this process; the bot and the API are
//! programs of their own, so that their memory can be told apart. Every update is a frame on the gateway,
//! due at its own moment, however long those before it take.

#![expect(clippy::print_stdout, reason = "figures are what this is for")]

mod figures;
mod load;
mod rows;
mod watchers;

use figures::resident;
use paddock_api_client::Client;
use paddock_api_types::UserId;
use paddock_api_types::staff::{AddStaff, StaffStatus};
use paddock_e2e::{Callers, Installation, Process, member_name};
use paddock_sim_discord::{Community, Options, Presence, SimDiscord, Snowflake, activity};
use std::process::ExitCode;
use std::time::Duration;
use tokio::time::sleep;

/// Updates of presences in a second; each person changes once in it.
const PEOPLE: usize = 5_000;
/// Of the people, those who are staff.
const STAFF: usize = 500;
/// Those who watch the staff at the same time.
const WATCHERS: usize = 2_000;
/// Seconds of load without another wish.
const SECONDS: u64 = 60;
/// From an event in Discord to the row of the API.
const PROMISED: Duration = Duration::from_secs(1);

/// A server, the bot and the API.
pub(crate) struct Town {
    pub(crate) discord: SimDiscord,
    pub(crate) people: Vec<Snowflake>,
    pub(crate) api: Process,
    pub(crate) bot: Process,
    pub(crate) address: String,
    pub(crate) bot_key: String,
    pub(crate) database: String,
    pub(crate) root: Client,
    _folders: [Installation; 2],
}

/// What somebody shows whose last change was this one.
pub(crate) fn showing(mark: u64) -> Presence {
    let status = ["online", "idle", "dnd"][usize::try_from(mark % 3).unwrap_or_default()];
    Presence::new(status).doing(activity::custom(&format!("@{mark};"), None))
}

/// The mark in a text that tells of somebody.
pub(crate) fn mark_in(text: &str) -> Option<u64> {
    let (_, rest) = text.split_once('@')?;
    rest.split_once(';')?.0.parse().ok()
}

#[tokio::main]
async fn main() -> ExitCode {
    let seconds = std::env::args().nth(1).and_then(|it| it.parse().ok());
    let town = Town::new().await;
    let loaded = load::run(&town, seconds.unwrap_or(SECONDS)).await;
    watchers::run(&town).await;
    if loaded {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

impl Town {
    async fn new() -> Self {
        let options = Options {
            seed: Community::example().crowd(PEOPLE),
            ..Options::default()
        };
        let discord = SimDiscord::start(options).await.expect("a port is free");
        let people = (1..=PEOPLE).map(|n| discord.user_id(&member_name(n)));
        let people: Vec<_> = people.collect();
        for person in &people {
            discord.show_of(*person, showing(0));
        }
        let connections = (WATCHERS + 100).to_string();
        let mut here = Installation::configured().with("PADDOCK_MAX_CONNECTIONS", &connections);
        let server = std::env::var("TEST_DATABASE_URL");
        let server = server.ok().filter(|it| !it.is_empty());
        let file = format!("sqlite://{}", here.data("paddock.db").display());
        let database = server.unwrap_or(file);
        here = here.with("DATABASE_URL", &database);
        let bot_key = here.bot_key().to_owned();
        let mut api = here.start(&["api"]);
        let address = api.address().await;
        let url = format!("http://{address}");
        let mut there = Installation::configured()
            .with("API_URL", &url)
            .with("DISCORD_BOT_TOKEN", "sim.bot.token")
            .with("DISCORD_REST_PROXY", &discord.rest_host())
            .with("DISCORD_GATEWAY_URL", &discord.gateway_url());
        let bot = there.start(&["bot"]);
        let town = Self {
            root: Callers::new(&url, &bot_key).root(),
            _folders: [here, there],
            discord,
            people,
            api,
            bot,
            address,
            bot_key,
            database,
        };
        town.hire().await;
        town
    }

    /// The staff: one of so many people, so that their changes are spread over each second.
    pub(crate) fn staff(&self) -> impl Iterator<Item = Snowflake> {
        self.people.iter().copied().step_by(PEOPLE / STAFF)
    }

    /// Puts the staff on the roster, and waits until each is known.
    async fn hire(&self) {
        for person in self.staff() {
            let user = UserId::try_from(person).expect("a Discord id");
            let added = self.root.add_staff(user, &AddStaff::default()).await;
            added.expect("there is room on the roster");
        }
        loop {
            let roster = self.root.get_staff_roster().await.expect("the roster");
            let members = roster.members.iter();
            let unknown = members.filter(|it| it.discord_status == StaffStatus::Unknown);
            let unknown = unknown.count();
            if roster.members.len() == STAFF && unknown == 0 {
                return;
            }
            sleep(Duration::from_millis(200)).await;
        }
    }

    /// Memory of the bot and of the API, in MiB.
    pub(crate) fn memory(&self) -> [f64; 2] {
        [self.bot.id(), self.api.id()].map(resident)
    }
}
