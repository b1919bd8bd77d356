//! Giving permissions back: noted in the transaction in which nobody needs them any more, and done
//! as soon as iRacing takes it.

use super::tokens::Kind;
use super::{Sealer, access};
use crate::context::Context;
use crate::db::{self, Transaction};
use crate::iracing::model::keyring::{Sealed, Unopened};
use crate::iracing::model::{AccountKey, EARLY, IracingError, REVOKING, Tokens};
use crate::iracing::store::revocations::{self, Revocation};
use jiff::SignedDuration;
use paddock_iracing::{AccessToken, Error, RefreshToken};
use secrecy::ExposeSecret;

/// How long a refresh token lasts where iRacing did not say.
const USUAL: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Notes that the tokens of an account are to be revoked.
pub(super) async fn queue(
    tx: &mut Transaction,
    ctx: &Context,
    of: AccountKey,
    tokens: &Tokens,
) -> Result<(), db::Error> {
    let Some(access) = &tokens.access else {
        return Ok(());
    };
    let (id, now, sealer) = (ctx.next_id(), ctx.now(), Sealer::of(ctx));
    let again = |sealed: &Sealed, kind| match sealer.open_token(of, tokens, sealed, kind) {
        Ok(token) => Some(sealer.seal(token.expose_secret(), &label(id))),
        Err(error) => {
            // Who lost the key cannot revoke with it, and must still be able to forget.
            tracing::error!("a permission at iRacing cannot be revoked: {error}");
            None
        }
    };
    let Some(access) = again(access, Kind::Access) else {
        return Ok(());
    };
    let refresh = tokens.refresh.as_ref();
    let revocation = Revocation {
        id,
        access,
        access_until: tokens.access_until,
        refresh: refresh.and_then(|sealed| again(sealed, Kind::Refresh)),
        key_id: sealer.keys.current(),
        next_at: now,
        give_up_at: tokens.refresh_until.unwrap_or(now + USUAL),
    };
    revocations::insert(tx, &revocation).await
}

/// Whether something is to be revoked.
pub(crate) async fn has_work(ctx: &Context) -> Result<bool, db::Error> {
    Ok(!revocations::due(&ctx.db, ctx.now()).await?.is_empty())
}

/// Revokes what is due. What iRacing does not take now is tried again until it ends by itself.
pub(crate) async fn revoke_due(ctx: &Context) -> Result<(), IracingError> {
    for it in revocations::due(&ctx.db, ctx.now()).await? {
        if !revocations::claim(&ctx.db, &it, ctx.now() + REVOKING).await? {
            continue;
        }
        let done = match revoke(ctx, &it).await {
            Ok(()) => true,
            Err(Error::RetryLater { .. } | Error::Maintenance { .. } | Error::LoginRefused(_)) => {
                it.give_up_at <= ctx.now()
            }
            Err(error) => {
                tracing::info!("nothing is left to revoke at iRacing: {error}");
                true
            }
        };
        if done {
            revocations::delete(&ctx.db, it.id).await?;
        }
    }
    Ok(())
}

async fn revoke(ctx: &Context, it: &Revocation) -> Result<(), Error> {
    // Without a client there is nobody to revoke it as.
    let Ok(access) = access(ctx) else {
        return Err(Error::SignInAgain);
    };
    let (client, sealer) = (access.client()?, Sealer::of(ctx));
    let token = sealer.open_revoked(it, &it.access)?;
    if ctx.now() + EARLY < it.access_until {
        match client.revoke(&AccessToken::new(token)).await {
            Err(Error::TokenExpired) => {}
            outcome => return outcome,
        }
    }
    let refresh = it.refresh.as_ref().ok_or(Error::SignInAgain)?;
    let refresh = RefreshToken::new(sealer.open_revoked(it, refresh)?);
    let pair = client.refresh(&refresh).await?;
    let until = SignedDuration::try_from(pair.expires_in).unwrap_or_default();
    let seal = |token: &str| sealer.seal(token, &label(it.id));
    let renewed = Revocation {
        access: seal(pair.access_token.expose()),
        access_until: ctx.now() + until,
        refresh: pair
            .refresh_token
            .as_ref()
            .map(|token| seal(token.expose())),
        key_id: sealer.keys.current(),
        ..it.clone()
    };
    if let Err(error) = revocations::keep(&ctx.db, &renewed).await {
        tracing::warn!("renewed tokens that are to be revoked were not kept: {error}");
    }
    client.revoke(&pair.access_token).await
}

fn label(id: i64) -> String {
    format!("iracing revocation {id}")
}

impl Sealer<'_> {
    fn open_revoked(&self, it: &Revocation, sealed: &Sealed) -> Result<String, Error> {
        match self.keys.open(sealed, it.key_id, &label(it.id)) {
            Ok(token) => Ok(token.expose_secret().to_owned()),
            Err(error) => {
                tracing::error!("a permission at iRacing cannot be revoked: {error}");
                Err(Error::SignInAgain)
            }
        }
    }

    /// The same revocation under the current key.
    pub(super) fn seal_revocation_again(&self, it: Revocation) -> Result<Revocation, Unopened> {
        let label = label(it.id);
        let again = |sealed: &Sealed| {
            let token = self.keys.open(sealed, it.key_id, &label)?;
            Ok::<_, Unopened>(self.seal(token.expose_secret(), &label))
        };
        Ok(Revocation {
            access: again(&it.access)?,
            refresh: it.refresh.as_ref().map(again).transpose()?,
            key_id: self.keys.current(),
            ..it
        })
    }
}
