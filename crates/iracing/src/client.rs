//! The client: one configuration, one budget, and readings that survive the weather.

use crate::budget::{Budget, Limiter, Priority};
use crate::login::Logins;
use crate::transport::{Received, Transport};
use crate::{AccessToken, Config, Error, Weather, weather};
use reqwest::{Method, Request, Url};
use std::sync::Arc;
use std::time::Duration;

/// Client of iRacing. Cheap to clone; clones share connections, the budget of requests, and what is
/// known of refused sign-ins. So make one and clone it.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) shared: Arc<Shared>,
    priority: Priority,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) config: Config,
    pub(crate) oauth_url: Url,
    pub(crate) data_url: Url,
    pub(crate) transport: Transport,
    pub(crate) logins: Logins,
    limiter: Limiter,
}

/// What went wrong with one try.
struct Failure {
    error: Error,
    /// Trying again within the call makes sense.
    again: bool,
}

impl Failure {
    fn last(error: Error) -> Self {
        Self {
            error,
            again: false,
        }
    }

    /// A link that is refused is too old, and asking again makes it no younger. Where links lead
    /// nobody knows of iRacing's maintenance; it is that host which fails.
    fn of_link(self) -> Self {
        match self.error {
            Error::Maintenance { after, .. } => Self {
                error: Error::RetryLater {
                    after,
                    why: Weather::ServerFailed { status: 503 },
                },
                again: true,
            },
            Error::TokenExpired | Error::Forbidden | Error::NotFound | Error::Rejected { .. } => {
                Self::last(Error::RetryLater {
                    after: Duration::ZERO,
                    why: Weather::LinkRefused,
                })
            }
            _ => self,
        }
    }
}

/// Where to read.
#[derive(Clone, Copy)]
pub(crate) enum From<'t> {
    /// The Data API, with what the budget allows.
    Data(&'t AccessToken),
    /// The authorization server.
    Authorization(&'t AccessToken),
    /// Where a signed link leads: the link is all that it takes, and a token would spoil it.
    Link,
}

impl Client {
    /// A client of this configuration. Nothing is asked yet.
    ///
    /// The process must have installed a rustls crypto provider.
    ///
    /// # Errors
    ///
    /// [`Error::Config`].
    pub fn new(config: Config) -> Result<Self, Error> {
        let (oauth_url, data_url) = config.bases()?;
        let transport = Transport::new(config.request_timeout, config.body_limit)?;
        let shared = Shared {
            config,
            oauth_url,
            data_url,
            transport,
            logins: Logins::default(),
            limiter: Limiter::default(),
        };
        Ok(Self {
            shared: Arc::new(shared),
            priority: Priority::Interactive,
        })
    }

    /// The same client for work that nobody waits for: it leaves
    /// [`Config::reserve_percent`] of each window to others.
    #[must_use]
    pub fn in_background(&self) -> Self {
        let reserve_percent = self.shared.config.reserve_percent;
        Self {
            priority: Priority::Background { reserve_percent },
            ..self.clone()
        }
    }

    /// What is known of the budget of requests.
    pub fn budget(&self) -> Budget {
        self.shared.limiter.snapshot()
    }

    /// Reads until it works, or trying again within this call makes no sense.
    pub(crate) async fn read(&self, from: From<'_>, url: &Url) -> Result<Vec<u8>, Error> {
        let config = &self.shared.config;
        let mut failures = 0;
        loop {
            let Failure { error, again } = match self.try_once(from, url).await {
                Ok(body) => return Ok(body),
                Err(failure) => failure,
            };
            failures += 1;
            let pause = self.pause(&error, failures);
            let error = self.with_time(error, pause);
            if !again || failures >= config.tries || pause > config.longest_pause {
                return Err(error);
            }
            let pause = weather::with_jitter(pause);
            tracing::debug!(%error, failures, ?pause, "iRacing is tried again");
            self.shared.limiter.pause(pause).await;
        }
    }

    async fn try_once(&self, from: From<'_>, url: &Url) -> Result<Vec<u8>, Failure> {
        let transport = &self.shared.transport;
        match from {
            From::Data(token) => self.try_data(token, url).await,
            From::Authorization(token) => judge(transport.read(url.clone(), token).await),
            From::Link => {
                let request = Request::new(Method::GET, url.clone());
                judge(transport.send(request).await).map_err(Failure::of_link)
            }
        }
    }

    async fn try_data(&self, token: &AccessToken, url: &Url) -> Result<Vec<u8>, Failure> {
        let limiter = &self.shared.limiter;
        let longest = self.shared.config.longest_pause;
        let permit = limiter.acquire(self.priority, longest).await;
        let permit = permit.map_err(Failure::last)?;
        let received = self.shared.transport.read(url.clone(), token).await;
        if let Ok(received) = &received
            && let Some(said) = weather::rate(&received.headers)
        {
            permit.note(said);
        }
        judge(received).map_err(|failure| self.inform_others(failure))
    }

    /// A limit or an announced maintenance that one call meets holds for all.
    fn inform_others(&self, mut failure: Failure) -> Failure {
        match &mut failure.error {
            Error::RetryLater {
                after,
                why: Weather::RateLimited,
            } => {
                let said = (!after.is_zero()).then_some(*after);
                *after = self.shared.limiter.exhaust(said);
            }
            Error::Maintenance { after, note } if !failure.again => {
                let after = self.closed_for(*after);
                self.shared.limiter.close(after, note.clone());
            }
            _ => {}
        }
        failure
    }

    fn closed_for(&self, after: Duration) -> Duration {
        if after.is_zero() {
            self.shared.config.maintenance_pause
        } else {
            after
        }
    }

    /// How long to wait after a failure: what was asked for, and never less than the back-off.
    fn pause(&self, error: &Error, failures: u32) -> Duration {
        let asked = error.retry_after().unwrap_or_default();
        asked.max(weather::back_off(self.shared.config.first_pause, failures))
    }

    /// Completes an error for which the server named no time.
    pub(crate) fn with_time(&self, error: Error, pause: Duration) -> Error {
        match error {
            Error::RetryLater { after, why } => Error::RetryLater {
                after: after.max(pause),
                why,
            },
            Error::Maintenance { after, note } => Error::Maintenance {
                after: self.closed_for(after),
                note,
            },
            error => error,
        }
    }
}

/// What an answer to a reading means.
fn judge(received: Result<Received, Error>) -> Result<Vec<u8>, Failure> {
    let received = received.map_err(|error| Failure {
        again: error.retry_after().is_some(),
        error,
    })?;
    match received.fault() {
        None => Ok(received.body),
        Some(error) => Err(Failure {
            again: error.retry_after().is_some() && !received.announces_maintenance(),
            error,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Credentials, HostedSearch, PkceVerifier, RefreshToken};

    fn is_send<T: Send>(_: T) {}

    /// Nothing is run here: it would not compile.
    #[test]
    fn every_call_can_go_on_in_a_task_of_its_own() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::new(Config::new("any")).unwrap();
        let (token, refresh) = (AccessToken::new("a"), RefreshToken::new("b"));
        let verifier = PkceVerifier::from_random([0; 32]);
        let now = jiff::Timestamp::UNIX_EPOCH;
        is_send(client.exchange_code("code", "http://127.0.0.1", &verifier));
        is_send(client.refresh(&refresh));
        is_send(client.password_limited(&Credentials::new("a", "b"), &[]));
        is_send(client.profile(&token));
        is_send(client.revoke(&token));
        is_send(client.league_roster(&token, 1));
        is_send(client.search_hosted(&token, &HostedSearch::default(), now, now));
        is_send(client.members(&token, &[]));
    }
}
