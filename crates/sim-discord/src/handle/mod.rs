//! The handle that starts, steers and reads a simulated Discord.

mod change;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::client::Person;
use crate::faults::{Fault, Matching, Planted};
use crate::gateway::GatewayHandle;
use crate::options::Options;
use crate::rest::RecordedRequest;
use crate::server;
use crate::view::{TimedOut, View};
use crate::world::{Message, Shared, Snowflake};

/// A running Discord.
///
/// Dropping it stops it; unless [`Options::strict`] is off, that also asserts that the bot asked for nothing that is not
/// simulated.
pub struct SimDiscord {
    shared: Arc<Shared>,
    server: Option<JoinHandle<()>>,
    strict: bool,
}

/// How long a stop waits for requests that are being answered.
const STOP_LIMIT: Duration = Duration::from_secs(5);
/// How long [`SimDiscord::wait_ready`] and [`SimDiscord::wait_commands`] wait.
const READY_LIMIT: Duration = Duration::from_secs(30);

impl SimDiscord {
    /// Binds the port and serves. Fails when the port cannot be had.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind(options.listen).await?;
        let strict = options.strict;
        let shared = Shared::new(options, listener.local_addr()?);
        let server = server::spawn(listener, Arc::clone(&shared));
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
            if tokio::time::timeout(STOP_LIMIT, server).await.is_err() {
                abort.abort();
            }
        }
    }

    /// `127.0.0.1:PORT`, as twilight-http's proxy wants it.
    pub fn rest_host(&self) -> String {
        self.shared.address.to_string()
    }

    /// `ws://127.0.0.1:PORT`.
    pub fn gateway_url(&self) -> String {
        format!("ws://{}", self.shared.address)
    }

    /// `http://127.0.0.1:PORT/sim`.
    pub fn control_url(&self) -> String {
        format!("http://{}/sim", self.shared.address)
    }

    /// A person acting in `#general` of the first guild: a handle, a name that only one person has, or an id.
    pub fn as_user(&self, name: &str) -> Person {
        Person::new(Arc::clone(&self.shared), name)
    }

    /// The gateway's side.
    pub fn gateway(&self) -> GatewayHandle {
        GatewayHandle {
            shared: Arc::clone(&self.shared),
        }
    }

    /// Lets time pass at once: interactions expire, sessions go stale. Nothing is sent on that account.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
        self.shared.ring();
    }

    /// What time it is here, in milliseconds since the Unix epoch.
    pub fn now_ms(&self) -> i64 {
        self.shared.clock.now_ms()
    }

    /// Makes the next `times` requests that match fail.
    pub fn fail_next(&self, matching: impl Into<Matching>, fault: Fault, times: u32) {
        let planted = Planted {
            matching: matching.into(),
            fault,
            times,
        };
        self.shared.update(|world| world.faults.push(planted));
    }

    /// Forgets faults that were planted and not used.
    pub fn clear_faults(&self) {
        self.shared.update(|world| world.faults.clear());
    }

    /// Looks at the state while nothing changes. Keep it short: the simulator waits.
    pub fn view<T>(&self, look: impl FnOnce(&View<'_>) -> T) -> T {
        self.shared.read(|world| look(&View { world }))
    }

    /// Waits until the state is as wanted.
    pub async fn wait_until(
        &self,
        mut wanted: impl FnMut(&View<'_>) -> bool,
        limit: Duration,
    ) -> Result<(), TimedOut> {
        let found = self.wait_for(|view| wanted(view).then_some(()), limit);
        found.await
    }

    /// Waits until something is found in the state.
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
        self.wait_until(|view| view.connected() > 0, READY_LIMIT)
            .await
    }

    /// Waits until a bot is connected and has registered commands, so that people can use them.
    pub async fn wait_commands(&self) -> Result<(), TimedOut> {
        let there = |view: &View<'_>| view.connected() > 0 && !view.commands().is_empty();
        self.wait_until(there, READY_LIMIT).await
    }

    /// Waits for an answered request that matches, among all since the start.
    pub async fn wait_request(
        &self,
        matching: impl Into<Matching>,
        limit: Duration,
    ) -> Result<RecordedRequest, TimedOut> {
        let matching = matching.into();
        let meets = |request: &&RecordedRequest| {
            let segments: Vec<_> = request.path.split('/').map(str::to_owned).collect();
            request.status.is_some() && matching.meets(&request.method, &segments)
        };
        self.wait_for(|view| view.requests().iter().find(meets).cloned(), limit)
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

    /// Every REST request so far.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.view(|view| view.requests().to_vec())
    }

    /// Requests for things that are not simulated; tests want none.
    pub fn unexpected(&self) -> Vec<String> {
        self.view(|view| view.unexpected().to_vec())
    }

    /// A user's id; panics when nobody is called so.
    #[track_caller]
    pub fn user_id(&self, name: &str) -> Snowflake {
        self.view(|view| view.user(name))
            .unwrap_or_else(|| panic!("there is nobody called {name}"))
    }

    /// A role's id; panics when there is none of that name.
    #[track_caller]
    pub fn role_id(&self, name: &str) -> Snowflake {
        let role = self.view(|view| view.role(name));
        role.unwrap_or_else(|| panic!("there is no role {name}")).id
    }

    /// A channel's id; panics when there is none of that name.
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
                "asked of the simulator, not simulated: {unexpected:#?}"
            );
        }
    }
}
