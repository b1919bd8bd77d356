//! Rosters as iRacing itself gives them, to the account of the operator.

use super::model::files;
use super::model::rosters::NewRoster;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::league::SyncFailure;
use paddock_iracing::{
    AccessToken, Client, Config, Credentials, Error, RefreshToken, Scope, TokenPair, Weather,
};
use secrecy::ExposeSecret as _;
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use tokio::sync::Mutex;

/// Nobody waits longer for an answer over HTTP.
const PATIENCE: Duration = Duration::from_secs(28);
/// How much earlier than it ends a token is renewed.
const EARLY: SignedDuration = SignedDuration::from_secs(30);

/// Why there is no roster, and when iRacing wants to be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Failed {
    pub(super) failure: SyncFailure,
    pub(super) after: Option<SignedDuration>,
}

/// The account that reads, signed in once for all guilds.
pub(super) struct Live {
    config: Config,
    account: Credentials,
    session: Mutex<Session>,
}

/// One at a time signs in or renews, as a refresh token works once.
#[derive(Default)]
struct Session {
    /// Made when it is first needed: it holds on to what iRacing refused.
    client: Option<Client>,
    tokens: Option<Tokens>,
}

struct Tokens {
    access: AccessToken,
    refresh: Option<RefreshToken>,
    until: Timestamp,
}

impl Live {
    pub(super) fn new(mut config: Config, account: Credentials) -> Self {
        // The next reading tries again, so none has to survive everything.
        config.tries = 2;
        config.request_timeout = Duration::from_secs(10);
        config.longest_pause = Duration::from_secs(3);
        Self {
            config,
            account,
            session: Mutex::default(),
        }
    }

    /// Tells this configuration from another one, so that a refused sign-in is not repeated with the
    /// same. Too short to find out what it was made of.
    pub(super) fn fingerprint(&self) -> u16 {
        let secret = self.config.client_secret.as_ref();
        let parts = [
            self.config.client_id.as_str(),
            secret.map_or("", |secret| secret.expose_secret()),
            &self.account.username,
            self.account.password.expose_secret(),
        ];
        let digest = Sha256::digest(parts.join("\0"));
        u16::from_be_bytes([digest[0], digest[1]])
    }

    /// The roster of a league. Work that nobody waits for leaves some of the budget to others.
    pub(super) async fn roster(
        &self,
        league_id: i64,
        at: Timestamp,
        background: bool,
    ) -> Result<NewRoster, Failed> {
        let read = tokio::time::timeout(PATIENCE, self.read(league_id, at, background));
        let roster = read.await.unwrap_or(Err(Failed {
            failure: SyncFailure::Unavailable,
            after: None,
        }))?;
        // Whoever may not see a roster is shown an empty one.
        files::of_iracing(&roster).map_err(|_| Failed {
            failure: SyncFailure::LeagueNotVisible,
            after: None,
        })
    }

    async fn read(
        &self,
        league_id: i64,
        at: Timestamp,
        background: bool,
    ) -> Result<paddock_iracing::Roster, Failed> {
        let mut refused = None;
        loop {
            let (client, token) = self.token(at, refused.as_ref()).await?;
            let client = if background {
                client.in_background()
            } else {
                client
            };
            match client.league_roster(&token, league_id).await {
                // It may have been revoked; that of a new sign-in is not.
                Err(Error::TokenExpired) if refused.is_none() => refused = Some(token),
                read => return read.map_err(|error| failed(&error)),
            }
        }
    }

    /// A token that is good for a while, and is not this one, which iRacing refused.
    async fn token(
        &self,
        at: Timestamp,
        refused: Option<&AccessToken>,
    ) -> Result<(Client, AccessToken), Failed> {
        let mut session = self.session.lock().await;
        let client = match &session.client {
            Some(client) => client.clone(),
            None => Client::new(self.config.clone()).map_err(|error| failed(&error))?,
        };
        session.client = Some(client.clone());
        // Taken out, so that whoever stops waiting half way leaves no token that was used.
        let kept = session.tokens.take();
        let refused = refused.map(AccessToken::expose);
        let tokens = match kept {
            Some(kept) if at < kept.until && Some(kept.access.expose()) != refused => kept,
            Some(Tokens {
                refresh: Some(refresh),
                ..
            }) if refused.is_none() => match client.refresh(&refresh).await {
                Ok(pair) => Tokens::new(pair, at),
                Err(Error::SignInAgain) => self.sign_in(&mut session, &client, at).await?,
                Err(error) => return Err(failed(&error)),
            },
            _ => self.sign_in(&mut session, &client, at).await?,
        };
        let access = tokens.access.clone();
        session.tokens = Some(tokens);
        Ok((client, access))
    }

    async fn sign_in(
        &self,
        session: &mut Session,
        client: &Client,
        at: Timestamp,
    ) -> Result<Tokens, Failed> {
        let signed_in = client.password_limited(&self.account, &[Scope::Auth]).await;
        let pair = signed_in.map_err(|error| {
            // A client tries no credentials again that were refused. Once the pause after that is
            // over, another one does.
            session.client = None;
            failed(&error)
        })?;
        Ok(Tokens::new(pair, at))
    }
}

impl Tokens {
    fn new(pair: TokenPair, at: Timestamp) -> Self {
        let lasts = SignedDuration::try_from(pair.expires_in).unwrap_or_default();
        Self {
            access: pair.access_token,
            refresh: pair.refresh_token,
            until: at + (lasts - EARLY),
        }
    }
}

fn failed(error: &Error) -> Failed {
    let failure = match error {
        Error::LoginRefused(_) | Error::SignInAgain | Error::TokenExpired => {
            SyncFailure::SignInRefused
        }
        Error::Forbidden | Error::NotFound => SyncFailure::LeagueNotVisible,
        Error::Maintenance { .. } => SyncFailure::Maintenance,
        Error::RetryLater {
            why: Weather::RateLimited,
            ..
        } => SyncFailure::RateLimited,
        Error::RetryLater { .. } => SyncFailure::Unavailable,
        _ => SyncFailure::Unreadable,
    };
    tracing::warn!(?failure, "iRacing gave no roster: {error}");
    let after = error.retry_after();
    Failed {
        failure,
        after: after.and_then(|after| after.try_into().ok()),
    }
}
