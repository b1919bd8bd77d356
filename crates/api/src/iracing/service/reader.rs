//! Asking iRacing as a member, with a token that is good.

use super::access;
use super::tokens::{NoToken, token};
use crate::context::Context;
use crate::iracing::model::{AccountKey, IracingError};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use paddock_iracing::{AccessToken, Client, Error, Weather};

/// Who asks.
pub(super) struct Reader<'c> {
    ctx: &'c Context,
    of: AccountKey,
    client: Client,
}

/// An answer that is on its way.
type Answer<'a, T> = BoxFuture<'a, Result<T, Error>>;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Stopped {
    /// iRacing has to be asked later.
    Later {
        /// What it says, in a sentence.
        said: String,
        /// When, as far as it says so.
        after: Option<SignedDuration>,
        /// Whether that is because of the budget of requests, which all share.
        budget: bool,
    },
    /// A reason of this account, or of what was asked for.
    Refused(IracingError),
}

impl<E: Into<IracingError>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

impl<'c> Reader<'c> {
    /// Work that nobody waits for leaves some of the budget to others.
    pub(super) fn new(ctx: &'c Context, of: AccountKey, background: bool) -> Result<Self, Stopped> {
        let client = access(ctx)?.client().map_err(stopped)?;
        let client = if background {
            client.in_background()
        } else {
            client.clone()
        };
        Ok(Self { ctx, of, client })
    }

    /// Asks, and once more where iRacing refuses the token.
    pub(super) async fn ask<T>(
        &self,
        question: impl for<'a> Fn(&'a Client, &'a AccessToken) -> Answer<'a, T>,
    ) -> Result<T, Stopped> {
        let first = token(self.ctx, self.of, None).await.map_err(no_token)?;
        match question(&self.client, &first).await {
            Err(Error::TokenExpired) => {}
            answer => return answer.map_err(stopped),
        }
        let renewed = token(self.ctx, self.of, Some(&first)).await;
        let renewed = renewed.map_err(no_token)?;
        question(&self.client, &renewed).await.map_err(stopped)
    }
}

fn no_token(error: NoToken) -> Stopped {
    match error {
        NoToken::Refused(error) => Stopped::Refused(error),
        NoToken::Later(error) => stopped(error),
        NoToken::Busy => Stopped::Later {
            said: "The access to iRacing is being renewed.".to_owned(),
            after: None,
            budget: false,
        },
    }
}

fn stopped(error: Error) -> Stopped {
    let after = error.retry_after().and_then(|it| it.try_into().ok());
    let later = |said: &str, budget| Stopped::Later {
        said: said.to_owned(),
        after,
        budget,
    };
    match error {
        Error::Maintenance { .. } => later("iRacing is in maintenance.", false),
        Error::RetryLater {
            why: Weather::RateLimited,
            ..
        } => later("iRacing asks to slow down.", true),
        Error::RetryLater { .. } | Error::TokenExpired => {
            later("iRacing cannot be reached just now.", false)
        }
        // Client and configuration are the operator's.
        Error::LoginRefused(_) | Error::Config(_) => {
            tracing::error!("iRacing refuses this installation: {error}");
            later("iRacing refuses this installation of Paddock.", false)
        }
        error => Stopped::Refused(IracingError::Unreadable(error)),
    }
}
