//! What the bot tells the API about Discord: guilds, members, and that it is alive.
//!
//! One task per guild keeps the order ([`guild`]): a page of the member list that was read before
//! somebody left must not arrive after the news that they left.

mod guild;
mod heartbeat;

pub(crate) use heartbeat::heartbeat;

use crate::{call, discord::Discord, guilds::Guilds, ids::ToWire as _};
use guild::News;
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
const LISTS_AT_ONCE: usize = 4;

/// The reporters of all guilds.
pub(crate) struct Reports {
    reporters: Mutex<HashMap<Id<GuildMarker>, mpsc::UnboundedSender<News>>>,
    means: Arc<Means>,
    tasks: TaskTracker,
}

/// What every reporter works with.
struct Means {
    api: Client,
    discord: Arc<Discord>,
    guilds: Arc<Guilds>,
    lists: Semaphore,
    stop: CancellationToken,
}

impl Reports {
    pub(crate) fn new(
        api: Client,
        discord: Arc<Discord>,
        guilds: Arc<Guilds>,
        stop: CancellationToken,
    ) -> Self {
        let lists = Semaphore::new(LISTS_AT_ONCE);
        Self {
            reporters: Mutex::default(),
            means: Arc::new(Means {
                api,
                discord,
                guilds,
                lists,
                stop,
            }),
            tasks: TaskTracker::new(),
        }
    }

    /// The guild, its roles, its channels or the bot's standing changed.
    pub(crate) fn guild_changed(&self, guild: Id<GuildMarker>) {
        self.tell(guild, News::Guild);
    }

    /// All members have to be read and reported.
    pub(crate) fn list_members(&self, guild: Id<GuildMarker>) {
        self.tell(guild, News::List);
    }

    /// Somebody came or changed.
    pub(crate) fn member_seen(
        &self,
        guild: Id<GuildMarker>,
        nick: Option<&str>,
        user: &User,
        roles: &[Id<RoleMarker>],
    ) {
        self.tell(guild, News::Member(seen(nick, user, roles)));
    }

    /// Somebody left.
    pub(crate) fn member_left(&self, guild: Id<GuildMarker>, user: &User) {
        self.tell(
            guild,
            News::Member(ReportedMember {
                user_id: user.id.wire(),
                in_guild: false,
                discord_name: None,
                role_ids: vec![],
            }),
        );
    }

    /// The bot was removed from the guild.
    pub(crate) fn forget(&self, guild: Id<GuildMarker>) {
        let mut reporters = self
            .reporters
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        reporters.remove(&guild);
    }

    /// Waits until every reporter has ended, after its stop.
    pub(crate) async fn end(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn tell(&self, guild: Id<GuildMarker>, news: News) {
        let mut reporters = self
            .reporters
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let reporter = reporters.entry(guild).or_insert_with(|| {
            let (sender, receiver) = mpsc::unbounded_channel();
            self.tasks
                .spawn(guild::report(self.means.clone(), guild, receiver));
            sender
        });
        // It only refuses once the bot stops, and the next start reports everything.
        let _ = reporter.send(news);
    }
}

fn seen(nick: Option<&str>, user: &User, roles: &[Id<RoleMarker>]) -> ReportedMember {
    ReportedMember {
        user_id: user.id.wire(),
        in_guild: true,
        discord_name: Some(call::name(nick, user)),
        role_ids: roles.iter().map(|role| role.wire()).collect(),
    }
}
