//! Rosters as iRacing itself gives them, to the account of the operator.

use super::model::files;
use super::model::rosters::NewRoster;
use super::model::syncs::REFUSED;
use crate::config::IracingAccess;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::league::SyncFailure;
use paddock_api_types::operations::ASKING_LIMIT;
use paddock_iracing::{
    AccessToken, Client, Credentials, Error, RefreshToken, Scope, TokenPair, Weather,
};
use secrecy::ExposeSecret as _;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use tokio::sync::Mutex;

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
    access: Arc<IracingAccess>,
    account: Credentials,
    session: Mutex<Session>,
}

/// One at a time signs in or renews, as a refresh token works once.
#[derive(Default)]
struct Session {
    tokens: Option<Tokens>,
    /// When iRacing refused the account.
    refused_at: Option<Timestamp>,
}

struct Tokens {
    access: AccessToken,
    refresh: Option<RefreshToken>,
    until: Timestamp,
}

impl Live {
    pub(super) fn new(access: Arc<IracingAccess>, account: Credentials) -> Self {
        Self {
            access,
            account,
            session: Mutex::default(),
        }
    }

    /// Tells this configuration from another one, so that a refused sign-in is not repeated with the
    /// same. Too short to find out what it was made of.
    pub(super) fn fingerprint(&self) -> u16 {
        let config = self.access.config();
        let secret = config.client_secret.as_ref();
        let parts = [
            config.client_id.as_str(),
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
        let read = tokio::time::timeout(ASKING_LIMIT, self.read(league_id, at, background));
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
        let mut refused: Option<AccessToken> = None;
        loop {
            let (client, token) = self.token(at, refused.as_ref()).await?;
            let client = if background {
                client.in_background()
            } else {
                client
            };
            match client.league_roster(&token, league_id).await {
                Err(Error::TokenExpired) if refused.is_none() => refused = Some(token),
                Err(Error::TokenExpired) => {
                    // A fresh one is refused too: the next reading signs in.
                    self.session.lock().await.tokens = None;
                    return Err(failed(&Error::TokenExpired));
                }
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
        let session = &mut *self.session.lock().await;
        let client = self.client(session, at).await?;
        let refused = refused.map(AccessToken::expose);
        // Taken out, so that whoever stops waiting half way leaves no token that was used.
        let tokens = match session.tokens.take() {
            Some(kept) if at < kept.until && Some(kept.access.expose()) != refused => kept,
            Some(kept) => self.renew(session, &client, kept, at).await?,
            None => self.sign_in(session, &client, at).await?,
        };
        let access = tokens.access.clone();
        session.tokens = Some(tokens);
        Ok((client, access))
    }

    /// The client, unless iRacing has refused the account a moment ago.
    async fn client(&self, session: &mut Session, at: Timestamp) -> Result<Client, Failed> {
        let client = self.access.client().map_err(|error| failed(&error))?;
        if let Some(refused_at) = session.refused_at {
            if at < refused_at + REFUSED {
                return Err(Failed {
                    failure: SyncFailure::SignInRefused,
                    after: None,
                });
            }
            client.forget_refused_sign_in().await;
            *session = Session::default();
        }
        Ok(client.clone())
    }

    async fn renew(
        &self,
        session: &mut Session,
        client: &Client,
        kept: Tokens,
        at: Timestamp,
    ) -> Result<Tokens, Failed> {
        let Some(refresh) = &kept.refresh else {
            return self.sign_in(session, client, at).await;
        };
        match client.refresh(refresh).await {
            Ok(pair) => Ok(Tokens::new(pair, at)),
            Err(Error::SignInAgain) => self.sign_in(session, client, at).await,
            Err(error) => {
                // It may be tried again after what passes.
                session.tokens = error.retry_after().map(|_| kept);
                Err(failed(&error))
            }
        }
    }

    async fn sign_in(
        &self,
        session: &mut Session,
        client: &Client,
        at: Timestamp,
    ) -> Result<Tokens, Failed> {
        let signed_in = client.password_limited(&self.account, &[Scope::Auth]).await;
        match signed_in {
            Ok(pair) => Ok(Tokens::new(pair, at)),
            Err(error) => {
                if let Error::LoginRefused(_) = error {
                    session.refused_at = Some(at);
                }
                Err(failed(&error))
            }
        }
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
        Error::LoginRefused(_) => SyncFailure::SignInRefused,
        Error::Forbidden | Error::NotFound => SyncFailure::LeagueNotVisible,
        Error::Maintenance { .. } => SyncFailure::Maintenance,
        Error::RetryLater {
            why: Weather::RateLimited,
            ..
        } => SyncFailure::RateLimited,
        Error::RetryLater { .. } | Error::TokenExpired | Error::SignInAgain => {
            SyncFailure::Unavailable
        }
        _ => SyncFailure::Unreadable,
    };
    tracing::warn!(?failure, "iRacing gave no roster: {error}");
    let after = error.retry_after();
    Failed {
        failure,
        after: after.and_then(|after| after.try_into().ok()),
    }
}
