//! The handle that starts, controls and reads a simulated iRacing.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::answer::RecordedRequest;
use crate::control::actions;
use crate::faults::{self, Fault, InjectedFault};
use crate::oauth::{self, Decision};
use crate::options::Options;
use crate::seed::{DriverSeed, LeagueSeed};
use crate::server;
use crate::world::{ServedFile, Shared};

/// A running iRacing.
///
/// Dropping it stops it; unless [`Options::strict`] is off, that also asserts that nothing was requested that is not
/// simulated.
pub struct SimIracing {
    shared: Arc<Shared>,
    servers: Vec<JoinHandle<()>>,
    strict: bool,
}

/// How long [`SimIracing::stop`] waits for requests that are being answered.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);

impl SimIracing {
    /// Binds the ports and serves: with [`Options`], or on an address. Fails if a port is not available.
    pub async fn start(options: impl Into<Options>) -> io::Result<Self> {
        let options = options.into();
        let listener = TcpListener::bind(options.listen).await?;
        let links = TcpListener::bind(options.listen_links).await?;
        let strict = options.strict;
        let shared = Shared::new(options, listener.local_addr()?, links.local_addr()?);
        let shared = Arc::new(shared);
        let servers = vec![
            server::spawn(listener, Arc::clone(&shared)),
            server::spawn_links(links, Arc::clone(&shared)),
        ];
        Ok(Self {
            shared,
            servers,
            strict,
        })
    }

    /// Closes every connection and waits until the ports are free.
    pub async fn stop(mut self) {
        self.shared.stopped.cancel();
        for server in self.servers.drain(..) {
            let abort = server.abort_handle();
            if tokio::time::timeout(SHUTDOWN_TIMEOUT, server)
                .await
                .is_err()
            {
                abort.abort();
            }
        }
    }

    /// Base of the authorization server, `http://127.0.0.1:PORT/oauth2`.
    pub fn oauth_url(&self) -> String {
        format!("http://{}/oauth2", self.shared.address)
    }

    /// Base of the Data API, `http://127.0.0.1:PORT`.
    pub fn data_url(&self) -> String {
        format!("http://{}", self.shared.address)
    }

    /// Host to which signed links lead, `http://127.0.0.1:OTHER`.
    pub fn links_url(&self) -> String {
        format!("http://{}", self.shared.links)
    }

    /// Address of the control surface, `http://127.0.0.1:PORT/sim`.
    pub fn control_url(&self) -> String {
        format!("http://{}/sim", self.shared.address)
    }

    /// What a member does who is sent to an authorization URL and signs in: answers where they are sent then.
    ///
    /// # Errors
    ///
    /// What the page says if the client or the redirect URI is not in order.
    pub fn approve(&self, authorize_url: &str, cust_id: i64) -> Result<String, String> {
        self.decide(authorize_url, Decision::Allow(cust_id))
    }

    /// The same for a member who allows nothing.
    pub fn deny(&self, authorize_url: &str) -> Result<String, String> {
        self.decide(authorize_url, Decision::Deny)
    }

    fn decide(&self, authorize_url: &str, decision: Decision) -> Result<String, String> {
        let page = format!("{}/authorize?", self.oauth_url());
        let query = authorize_url.strip_prefix(&page);
        let query = query.ok_or_else(|| format!("not a URL of this page: {authorize_url}"))?;
        let decided = oauth::decide(&self.shared, query, decision);
        decided.map_err(|refusal| format!("{}: {}", refusal.code, refusal.description))
    }

    /// A league as it is now; panics if there is none of this id.
    #[track_caller]
    pub fn league(&self, league_id: i64) -> LeagueSeed {
        let league = self.shared.read(|world| world.league(league_id).cloned());
        league.unwrap_or_else(|| panic!("there is no league {league_id}"))
    }

    /// Gives a driver a number, or takes it, as an admin does on iRacing's page. Panics if there is no such driver.
    #[track_caller]
    pub fn set_number(&self, league_id: i64, cust_id: i64, car_number: Option<&str>) {
        let change = |world: &mut _| actions::set_number(world, league_id, cust_id, car_number);
        assert!(
            self.shared.update(change),
            "there is no driver {cust_id} in league {league_id}"
        );
    }

    /// Adds a driver to a league, or replaces the one of this customer id. Panics if there is no such league.
    #[track_caller]
    pub fn put_driver(&self, league_id: i64, driver: DriverSeed) {
        let change = |world: &mut _| actions::put_driver(world, league_id, driver);
        assert!(self.shared.update(change), "there is no league {league_id}");
    }

    /// Has a driver leave a league. Panics if there is no such driver.
    #[track_caller]
    pub fn remove_driver(&self, league_id: i64, cust_id: i64) {
        let change = |world: &mut _| actions::remove_driver(world, league_id, cust_id);
        assert!(
            self.shared.update(change),
            "there is no driver {cust_id} in league {league_id}"
        );
    }

    /// Adds a league, or replaces the one of this id.
    pub fn put_league(&self, league: LeagueSeed) {
        self.shared.update(|world| {
            world.leagues.retain(|it| it.league_id != league.league_id);
            world.leagues.push(league);
        });
    }

    /// Has a method of the Data API answer this JSON where a request has these parameters, delivered in the method's
    /// way: of those that deliver in chunks, the rows. The last one that fits is taken.
    pub fn serve(&self, method: &str, parameters: &[(&str, &str)], body: impl Into<Bytes>) {
        let parameters = parameters.iter();
        let file = ServedFile {
            method: method.to_owned(),
            parameters: parameters
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            body: body.into(),
        };
        self.shared.update(|world| world.files.push(file));
    }

    /// Has the next so many requests fail whose path is, or is below, this one: `data/league/roster`, `oauth2/token`,
    /// `short_lived`, or nothing for all.
    pub fn fail_next(&self, path: &str, fault: Fault, times: u32) {
        let path = path.to_owned();
        self.shared
            .update(|world| world.faults.push(InjectedFault { path, fault, times }));
    }

    /// Has nothing fail any more.
    pub fn clear_faults(&self) {
        self.shared.update(|world| world.faults.clear());
    }

    /// Closes iRacing, with a note or without one, or opens it again by [`None`].
    pub fn set_maintenance(&self, note: Option<&str>) {
        let note = note.map(str::to_owned);
        self.shared.update(|world| world.maintenance = note);
    }

    /// Changes the limit of the Data API, and begins a new window.
    pub fn set_rate_limit(&self, limit: u32, window: Duration) {
        self.shared
            .update(|world| actions::set_rate_limit(world, limit, window));
    }

    /// Has all access tokens expire; refresh tokens stay.
    pub fn expire_access_tokens(&self) {
        self.shared.update(actions::expire_access_tokens);
    }

    /// Ends all sessions, with all their tokens.
    pub fn revoke_sessions(&self) {
        self.shared.update(actions::revoke_sessions);
    }

    /// Has sign-ins by password refused with this code of OAuth's, such as `access_denied`, or accepted again.
    pub fn refuse_logins(&self, code: Option<&str>) {
        let code = code.map(str::to_owned);
        self.shared.update(|world| world.login_refusal = code);
    }

    /// Moves the clock forward: tokens, links and windows end. Time that passes by itself is added.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
    }

    /// Every request so far, oldest first, but those to the control surface.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.read(|world| world.requests.clone())
    }

    /// Number of requests so far whose path is, or is below, this one.
    pub fn count(&self, path: &str) -> usize {
        self.shared.read(|world| count(&world.requests, path))
    }

    /// Waits until so many requests came to a path and were answered.
    pub async fn wait_answered(&self, path: &str, wanted: usize) {
        let answered = |requests: &[RecordedRequest]| {
            let answered = requests.iter().filter(|it| it.status.is_some());
            answered
                .filter(|it| faults::is_below(&it.path, path))
                .count()
        };
        let enough = self
            .shared
            .wait_for(|world| (answered(&world.requests) >= wanted).then_some(()));
        enough.await;
    }

    /// Requests for what is not simulated; tests expect none.
    pub fn unexpected(&self) -> Vec<String> {
        self.shared.read(|world| world.unexpected.clone())
    }
}

fn count(requests: &[RecordedRequest], path: &str) -> usize {
    let requests = requests.iter();
    requests
        .filter(|it| faults::is_below(&it.path, path))
        .count()
}

impl Drop for SimIracing {
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
