//! Reports of guilds and their members to the API.
//!
//! One task per guild keeps the order ([`guild`]): a page of the member list that was read before a
//! member left must not arrive after the report that they left.

mod guild;

use crate::{discord::Discord, guilds::Guilds, ids::ToWire as _, intents::Privileged};
use guild::{Deps, GuildEvent, present};
use paddock_api_client::Client;
use paddock_api_types::bot::ReportedMember;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use twilight_model::{
    id::{
        Id,
        marker::{GuildMarker, RoleMarker},
    },
    user::User,
};

/// Member lists that are read at the same time.
const CONCURRENT_LISTS: usize = 4;

/// The reporters of all guilds.
pub(crate) struct Reports {
    reporters: Mutex<HashMap<Id<GuildMarker>, mpsc::UnboundedSender<GuildEvent>>>,
    deps: Arc<Deps>,
    tasks: TaskTracker,
}

impl Reports {
    /// No reporters yet; those to come run until `stop`.
    pub(crate) fn new(
        api: Client,
        discord: Arc<Discord>,
        guilds: Arc<Guilds>,
        intents: Arc<Privileged>,
        stop: CancellationToken,
    ) -> Self {
        let lists = Semaphore::new(CONCURRENT_LISTS);
        Self {
            reporters: Mutex::default(),
            deps: Arc::new(Deps {
                api,
                discord,
                guilds,
                intents,
                lists,
                stop,
            }),
            tasks: TaskTracker::new(),
        }
    }

    /// Reports a guild whose name, roles, channels or standing of the bot changed.
    pub(crate) fn guild_changed(&self, guild: Id<GuildMarker>) {
        self.send(guild, GuildEvent::Guild);
    }

    /// Reads and reports all members of a guild.
    pub(crate) fn list_members(&self, guild: Id<GuildMarker>) {
        self.send(guild, GuildEvent::List);
    }

    /// Reports a member who joined or changed.
    pub(crate) fn member_changed(
        &self,
        guild: Id<GuildMarker>,
        nick: Option<&str>,
        user: &User,
        roles: &[Id<RoleMarker>],
        pending: bool,
    ) {
        let member = present(nick, user, roles, pending);
        self.send(guild, GuildEvent::Member(member));
    }

    /// Reports a member who left.
    pub(crate) fn member_left(&self, guild: Id<GuildMarker>, user: &User) {
        self.send(
            guild,
            GuildEvent::Member(ReportedMember {
                user_id: user.id.wire(),
                in_guild: false,
                discord_name: None,
                pending: false,
                role_ids: vec![],
            }),
        );
    }

    /// Ends the reporter of a guild from which the bot was removed.
    pub(crate) fn guild_left(&self, guild: Id<GuildMarker>) {
        let mut reporters = self
            .reporters
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        reporters.remove(&guild);
    }

    /// Waits until every reporter has ended, once `stop` is cancelled.
    pub(crate) async fn end(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn send(&self, guild: Id<GuildMarker>, event: GuildEvent) {
        let mut reporters = self
            .reporters
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let reporter = reporters.entry(guild).or_insert_with(|| {
            let (sender, receiver) = mpsc::unbounded_channel();
            self.tasks
                .spawn(guild::report(self.deps.clone(), guild, receiver));
            sender
        });
        // It only fails once the bot stops, and the next start reports everything.
        let _ = reporter.send(event);
    }
}
