//! Tokens of an account: opened, and renewed by one worker at a time.

use super::{Sealer, access, of_member};
use crate::audit;
use crate::context::Context;
use crate::effects;
use crate::guilds;
use crate::iracing::model::keyring::{Sealed, Unopened};
use crate::iracing::model::{Account, AccountKey, EARLY, IracingError, Tokens};
use crate::iracing::store::accounts::{self, NewTokens};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::effects::Notice;
use paddock_iracing::{AccessToken, Error, RefreshToken, TokenPair};
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;

/// How often whoever waits for somebody else's renewal looks.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How long to wait for it.
const PATIENCE: Duration = Duration::from_secs(12);

/// Why there is no token.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoToken {
    /// iRacing has to be asked later.
    #[error("{0}")]
    Later(Error),
    /// Somebody else renews them, and takes long.
    #[error("the access is being renewed")]
    Busy,
    /// Not for long, or not at all.
    #[error(transparent)]
    Refused(#[from] IracingError),
}

impl From<crate::db::Error> for NoToken {
    fn from(error: crate::db::Error) -> Self {
        Self::Refused(error.into())
    }
}

/// An access token that lasts for a while, and is not this one, which iRacing refused.
pub(crate) async fn token(
    ctx: &Context,
    of: AccountKey,
    refused: Option<&AccessToken>,
) -> Result<AccessToken, NoToken> {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let tokens = accounts::tokens(&ctx.db, of).await?;
        let tokens = tokens.ok_or(IracingError::NotConnected)?;
        let sealed = tokens.access.as_ref().ok_or(IracingError::Expired)?;
        let access = open(ctx, of, &tokens, sealed, Kind::Access)?;
        let now = ctx.now();
        let is_refused = refused.is_some_and(|refused| refused.expose() == access.expose());
        // What cannot be renewed is used to its end.
        let early = tokens
            .refresh
            .as_ref()
            .map_or(SignedDuration::ZERO, |_| EARLY);
        if now + early < tokens.access_until && !is_refused {
            return Ok(access);
        }
        if accounts::lease(&ctx.db, of, tokens.version, now).await? {
            let leased = Tokens {
                version: tokens.version + 1,
                ..tokens
            };
            let ctx = ctx.clone();
            // In a task of its own: once iRacing has heard of it, the old token is dead, whoever
            // stops waiting.
            let renewing = async move { renew(&ctx, of, leased).await };
            return crate::task::ended(tokio::spawn(renewing)).await;
        }
        if tokio::time::Instant::now() >= deadline {
            return Err(NoToken::Busy);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Gives up the refresh token for the next pair, which is stored before it is used.
async fn renew(ctx: &Context, of: AccountKey, leased: Tokens) -> Result<AccessToken, NoToken> {
    let Some(refresh) = &leased.refresh else {
        return end(ctx, of, &leased).await;
    };
    let refresh = RefreshToken::new(open(ctx, of, &leased, refresh, Kind::Refresh)?.expose());
    let client = access(ctx)?.client().map_err(NoToken::Later)?;
    match client.refresh(&refresh).await {
        Ok(pair) => {
            let new = sealed(ctx, of, leased.cust_id, &pair, ctx.now());
            if accounts::renewed(&ctx.db, of, leased.version, &new).await? {
                return Ok(pair.access_token);
            }
            // Connected again, or disconnected, in between: these tokens are nobody's.
            if let Err(error) = client.revoke(&pair.access_token).await {
                tracing::warn!("a permission that is of no use was not revoked: {error}");
            }
            Err(NoToken::Busy)
        }
        Err(Error::SignInAgain) => end(ctx, of, &leased).await,
        Err(error) => {
            accounts::give_back(&ctx.db, of, leased.version).await?;
            Err(NoToken::Later(error))
        }
    }
}

/// Ends a connection of which iRacing says that it has ended, and tells the member.
async fn end(ctx: &Context, of: AccountKey, tokens: &Tokens) -> Result<AccessToken, NoToken> {
    let op = &of_member(ctx, of);
    let ended: Result<(), IracingError> = ctx
        .db
        .transact(|mut tx| async move {
            let before = accounts::lookup(&mut tx, of).await?;
            let before = before.ok_or(IracingError::NotConnected)?;
            accounts::end(&mut tx, of, tokens.version, op.at).await?;
            let after = Account {
                ended_at: Some(op.at),
                ..before.clone()
            };
            audit::changed(&mut tx, op, "iracing.connection_ended", &before, &after).await?;
            let settings = guilds::service::settings(&mut tx, of.guild).await?;
            let guild_name = guilds::service::name(&mut tx, of.guild).await?;
            let notice = Notice::IracingConnectionEnded { guild_name };
            let fallback = settings.fallback_channel_id;
            effects::service::tell(&mut tx, op, of.user, fallback, notice).await?;
            Ok(tx.commit(()).await?)
        })
        .await;
    ctx.changed.notify_waiters();
    ended?;
    Err(IracingError::Expired.into())
}

/// Which of the two tokens.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Access,
    Refresh,
}

/// What a token is sealed under: it opens for no other account, and for no other use.
fn label(of: AccountKey, cust_id: i64, kind: Kind) -> String {
    let kind = match kind {
        Kind::Access => "access",
        Kind::Refresh => "refresh",
    };
    format!("iracing {} {} {cust_id} {kind}", of.guild, of.user)
}

fn open(
    ctx: &Context,
    of: AccountKey,
    tokens: &Tokens,
    sealed: &Sealed,
    kind: Kind,
) -> Result<AccessToken, IracingError> {
    let opened = Sealer::of(ctx).open_token(of, tokens, sealed, kind)?;
    Ok(AccessToken::new(opened.expose_secret()))
}

/// A pair, as it is stored.
pub(super) fn sealed(
    ctx: &Context,
    of: AccountKey,
    cust_id: i64,
    pair: &TokenPair,
    at: Timestamp,
) -> NewTokens {
    let sealer = Sealer::of(ctx);
    let until = |lasts| at + SignedDuration::try_from(lasts).unwrap_or_default();
    let seal = |text: &str, kind| sealer.seal(text, &label(of, cust_id, kind));
    NewTokens {
        access: seal(pair.access_token.expose(), Kind::Access),
        access_until: until(pair.expires_in),
        refresh: pair
            .refresh_token
            .as_ref()
            .map(|token| seal(token.expose(), Kind::Refresh)),
        refresh_until: pair.refresh_expires_in.map(until),
        key_id: sealer.keys.current(),
    }
}

impl Sealer<'_> {
    pub(super) fn open_token(
        &self,
        of: AccountKey,
        tokens: &Tokens,
        sealed: &Sealed,
        kind: Kind,
    ) -> Result<SecretString, Unopened> {
        let label = label(of, tokens.cust_id, kind);
        self.keys.open(sealed, tokens.key_id, &label)
    }

    /// The same tokens under the current key.
    pub(super) fn seal_again(
        &self,
        of: AccountKey,
        tokens: &Tokens,
    ) -> Result<Option<NewTokens>, Unopened> {
        let Some(access) = &tokens.access else {
            return Ok(None);
        };
        let again = |sealed: &Sealed, kind| {
            let token = self.open_token(of, tokens, sealed, kind)?;
            Ok::<_, Unopened>(self.seal(token.expose_secret(), &label(of, tokens.cust_id, kind)))
        };
        let refresh = tokens.refresh.as_ref();
        Ok(Some(NewTokens {
            access: again(access, Kind::Access)?,
            access_until: tokens.access_until,
            refresh: refresh.map(|it| again(it, Kind::Refresh)).transpose()?,
            refresh_until: tokens.refresh_until,
            key_id: self.keys.current(),
        }))
    }
}
