//! The handle that starts, controls and reads a simulated Discord.

mod change;

pub(crate) use change::{invite_bot, remove_bot};

use std::io;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::client::Person;
use crate::faults::{Fault, InjectedFault, RequestPattern};
use crate::gateway::GatewayHandle;
use crate::limits::RateLimits;
use crate::model::{Message, RecordedRequest};
use crate::oauth;
use crate::options::Options;
use crate::rest::exchanges::Exchanges;
use crate::server;
use crate::snowflake::Snowflake;
use crate::view::{TimedOut, View};
use crate::world::Shared;

/// A running Discord.
///
/// Dropping it stops it; unless [`Options::strict`] is off, that also asserts that the bot requested nothing that is not
/// simulated.
pub struct SimDiscord {
    shared: Arc<Shared>,
    server: Option<JoinHandle<()>>,
    strict: bool,
}

/// How long [`SimDiscord::stop`] waits for requests that are being answered.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);
/// How long [`SimDiscord::wait_ready`] and [`SimDiscord::wait_commands`] wait.
const READY_TIMEOUT: Duration = Duration::from_secs(30);

impl SimDiscord {
    /// Binds the port and serves. Fails if the port is not available, or if exchanges cannot be written down.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind(options.listen).await?;
        let strict = options.strict;
        let address = listener.local_addr()?;
        let folder = options.exchanges.as_deref();
        let exchanges = folder.map(|folder| Exchanges::create(folder, address));
        let exchanges = exchanges.transpose()?;
        let shared = Shared::new(options, address);
        let server = server::spawn(listener, Arc::clone(&shared), exchanges);
        Ok(Self {
            shared,
            server: Some(server),
            strict,
        })
    }

    /// Closes every connection (gateway clients may resume elsewhere) and waits until the port is free.
    pub async fn stop(mut self) {
        self.shared.stopped.cancel();
        if let Some(server) = self.server.take() {
            let abort = server.abort_handle();
            if tokio::time::timeout(SHUTDOWN_TIMEOUT, server)
                .await
                .is_err()
            {
                abort.abort();
            }
        }
    }

    /// `127.0.0.1:PORT`, the address for twilight-http's proxy.
    pub fn rest_host(&self) -> String {
        self.shared.address.to_string()
    }

    /// `ws://127.0.0.1:PORT`, the address for the shard's `proxy_url`.
    pub fn gateway_url(&self) -> String {
        format!("ws://{}", self.shared.address)
    }

    /// `http://127.0.0.1:PORT/sim`, the address of the control surface.
    pub fn control_url(&self) -> String {
        format!("http://{}/sim", self.shared.address)
    }

    /// `http://127.0.0.1:PORT/`, the address of the page to play with.
    pub fn page_url(&self) -> String {
        format!("http://{}/", self.shared.address)
    }

    /// `http://127.0.0.1:PORT`, the address in the place of `https://discord.com` for OAuth.
    pub fn oauth_url(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// Where somebody goes who decides about an authorization request as its page would have them: a person who
    /// allows it, or nobody who does.
    ///
    /// # Panics
    ///
    /// If the request is one for which Discord shows an error of its own.
    #[track_caller]
    pub fn decide(&self, authorize_url: &str, person: Option<&str>) -> String {
        let (_, query) = authorize_url.split_once('?').unwrap_or_default();
        let user = person.map(|name| self.user_id(name));
        oauth::decide(&self.shared, query, user).unwrap_or_else(|why| panic!("refused: {why}"))
    }

    /// A person acting in `#general` of the first guild, by handle, by a name that only one person has, or by id.
    pub fn as_user(&self, name: &str) -> Person {
        Person::new(Arc::clone(&self.shared), name)
    }

    /// The gateway's side of every connection.
    pub fn gateway(&self) -> GatewayHandle {
        GatewayHandle {
            shared: Arc::clone(&self.shared),
        }
    }

    /// Moves the clock forward: interactions and sessions expire. That alone sends nothing.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
        self.shared.notify();
    }

    /// The simulated time, in milliseconds since the Unix epoch.
    pub fn now_ms(&self) -> i64 {
        self.shared.clock.now_ms()
    }

    /// Makes the next `times` requests that match fail.
    pub fn fail_next(&self, pattern: impl Into<RequestPattern>, fault: Fault, times: u32) {
        let fault = InjectedFault {
            pattern: pattern.into(),
            fault,
            times,
        };
        self.shared.update(|world| world.faults.push(fault));
    }

    /// Lets the bot send so many requests from now on, whatever it has sent.
    pub fn set_rate_limits(&self, limits: RateLimits) {
        self.shared.update(|world| world.set_rate_limits(limits));
    }

    /// Removes the faults that were injected and not used.
    pub fn clear_faults(&self) {
        self.shared.update(|world| world.faults.clear());
    }

    /// Reads the state while nothing changes. Keep it short: the simulator waits.
    pub fn view<T>(&self, read: impl FnOnce(&View<'_>) -> T) -> T {
        self.shared.read(|world| read(&View { world }))
    }

    /// Waits until a predicate on the state holds.
    pub async fn wait_until(
        &self,
        mut wanted: impl FnMut(&View<'_>) -> bool,
        limit: Duration,
    ) -> Result<(), TimedOut> {
        let found = self.wait_for(|view| wanted(view).then_some(()), limit);
        found.await
    }

    /// Waits until `find` finds something in the state.
    pub async fn wait_for<T>(
        &self,
        mut find: impl FnMut(&View<'_>) -> Option<T>,
        limit: Duration,
    ) -> Result<T, TimedOut> {
        let found = self.shared.wait_for(limit, |world| find(&View { world }));
        found.await.ok_or(TimedOut(limit))
    }

    /// Waits until a gateway client is connected and identified.
    pub async fn wait_ready(&self) -> Result<(), TimedOut> {
        self.wait_until(|view| view.connected() > 0, READY_TIMEOUT)
            .await
    }

    /// Waits until a bot is connected and has registered commands, so that people can use them.
    pub async fn wait_commands(&self) -> Result<(), TimedOut> {
        let usable = |view: &View<'_>| view.connected() > 0 && !view.commands().is_empty();
        self.wait_until(usable, READY_TIMEOUT).await
    }

    /// Waits for an answered request that matches, among all since the start.
    pub async fn wait_request(
        &self,
        pattern: impl Into<RequestPattern>,
        limit: Duration,
    ) -> Result<RecordedRequest, TimedOut> {
        let pattern = pattern.into();
        let is_wanted = |request: &&RecordedRequest| {
            let segments: Vec<_> = request.path.split('/').map(str::to_owned).collect();
            request.status.is_some() && pattern.matches(&request.method, &segments)
        };
        self.wait_for(
            |view| view.requests().iter().find(is_wanted).cloned(),
            limit,
        )
        .await
    }

    /// Messages that everyone in a channel sees, oldest first.
    pub fn messages(&self, channel: &str) -> Vec<Message> {
        self.view(|view| view.messages(channel))
    }

    /// Direct messages between the bot and a user, oldest first.
    pub fn dms(&self, user: &str) -> Vec<Message> {
        self.view(|view| view.dms(user))
    }

    /// Names of a member's roles, in alphabetical order.
    pub fn member_roles(&self, user: &str) -> Vec<String> {
        self.view(|view| view.member_roles(user))
    }

    /// Registered commands, as on the wire.
    pub fn commands(&self) -> Vec<Value> {
        self.shared.read(|world| View { world }.commands())
    }

    /// Every REST request so far, oldest first.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.view(|view| view.requests().to_vec())
    }

    /// Requests for what is not simulated; tests expect none.
    pub fn unexpected(&self) -> Vec<String> {
        self.view(|view| view.unexpected().to_vec())
    }

    /// A user's id; panics if nobody has this name.
    #[track_caller]
    pub fn user_id(&self, name: &str) -> Snowflake {
        self.view(|view| view.user(name))
            .unwrap_or_else(|| panic!("there is nobody called {name}"))
    }

    /// A role's id; panics if there is none of that name.
    #[track_caller]
    pub fn role_id(&self, name: &str) -> Snowflake {
        let role = self.view(|view| view.role(name));
        role.unwrap_or_else(|| panic!("there is no role {name}")).id
    }

    /// A channel's id; panics if there is none of that name.
    #[track_caller]
    pub fn channel_id(&self, name: &str) -> Snowflake {
        let channel = self.view(|view| view.channel(name));
        channel
            .unwrap_or_else(|| panic!("there is no channel #{name}"))
            .id
    }

    fn home(&self) -> Snowflake {
        self.shared.read(|world| world.home)
    }
}

impl Drop for SimDiscord {
    fn drop(&mut self) {
        self.shared.stopped.cancel();
        if self.strict && !std::thread::panicking() {
            let unexpected = self.unexpected();
            assert!(
                unexpected.is_empty(),
                "requested and not simulated: {unexpected:#?}"
            );
        }
    }
}
