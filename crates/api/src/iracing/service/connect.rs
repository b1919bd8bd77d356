//! The way to iRacing and back.

use super::revoke::queue;
use super::tokens::sealed;
use super::{access, caller, of_member};
use crate::audit;
use crate::context::Context;
use crate::db;
use crate::guilds;
use crate::iracing::config::Settings;
use crate::iracing::model::{
    Account, AccountKey, IracingError, MAX_SIGN_INS, SIGN_IN, SignInFailure, name,
};
use crate::iracing::store::sign_ins::{self, SignIn};
use crate::iracing::store::{accounts, unfinished};
use crate::league;
use crate::members;
use crate::operation::Operation;
use crate::secret::Secret;
use jiff::Timestamp;
use paddock_api_types::iracing::IracingInvitation;
use paddock_api_types::members::MemberStatus;
use paddock_iracing::{Error, PkceVerifier, Profile, Scope, SignIn as Way, TokenPair};
use serde::Deserialize;

/// Where iRacing sends people back to, unless the operator registered another address there.
pub(crate) const CALLBACK: &str = "/auth/iracing/callback";
/// Where an invitation leads.
pub(crate) const INVITED: &str = "/connections/invited";
const SCOPES: [Scope; 2] = [Scope::Auth, Scope::Profile];

/// With what a person comes back from iRacing.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Returned {
    pub(crate) state: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) error: Option<String>,
}

/// Begins a sign-in of the caller; the address of iRacing's page.
pub(crate) async fn start(op: &Operation) -> Result<String, IracingError> {
    begin(&op.ctx, caller(op)?, op.at).await
}

/// A link that begins a sign-in of the caller in whatever browser opens it.
pub(crate) async fn invite(op: &Operation) -> Result<IracingInvitation, IracingError> {
    access(&op.ctx)?;
    let (of, token) = (caller(op)?, Secret::from_random(op.ctx.ids.bytes()));
    let expires_at = op.at + SIGN_IN;
    let (token, of) = (&token, &of);
    op.write(|mut tx| async move {
        let invitation = SignIn {
            of: *of,
            verifier: None,
        };
        keep(&mut tx, token, &invitation, expires_at).await?;
        let path = format!("{INVITED}?invitation={}", token.expose());
        let url = op.ctx.public_url(&path);
        Ok(op.commit(tx, IracingInvitation { url, expires_at }).await?)
    })
    .await
}

/// Whose account an invitation would connect, and in which server, as long as it is good. Looking uses
/// nothing up.
pub(crate) async fn invited(
    ctx: &Context,
    invitation: &str,
) -> Result<(String, String), IracingError> {
    let token = Secret::parse(invitation).ok_or(IracingError::UnknownSignIn)?;
    let found = sign_ins::find(&ctx.db, token.hash(), ctx.now()).await?;
    let found = found.filter(|found| found.verifier.is_none());
    let of = found.ok_or(IracingError::UnknownSignIn)?.of;
    let member = verified(&ctx.db, of).await?;
    let server = guilds::service::name(&ctx.db, of.guild).await?;
    let server = server.unwrap_or_else(|| format!("server {}", of.guild));
    Ok((member.display_name, server))
}

/// Uses an invitation up; the address of iRacing's page.
pub(crate) async fn accept(ctx: &Context, invitation: &str) -> Result<String, IracingError> {
    let accepted = redeem(ctx, invitation, false).await?;
    verified(&ctx.db, accepted.of).await?;
    begin(ctx, accepted.of, ctx.now()).await
}

/// Ends a sign-in with what iRacing says, and connects the account.
pub(crate) async fn finish(ctx: &Context, returned: Returned) -> Result<(), IracingError> {
    let state = returned.state.as_deref().unwrap_or_default();
    let SignIn { of, verifier } = redeem(ctx, state, true).await?;
    let verifier = verifier.and_then(|it| PkceVerifier::restore(it).ok());
    let verifier = verifier.ok_or(IracingError::UnknownSignIn)?;
    let Some(code) = returned.code else {
        let denied = returned.error.as_deref() == Some("access_denied");
        tracing::warn!(denied, "iRacing sent somebody back without a code");
        return Err(IracingError::SignIn(if denied {
            SignInFailure::Denied
        } else {
            SignInFailure::ClientRefused
        }));
    };
    let ctx = ctx.clone();
    // In a task of its own: whoever closes the page must not leave a permission that nobody knows of.
    let connecting = async move { connect(&ctx, of, &code, &verifier).await };
    crate::task::ended(tokio::spawn(connecting)).await
}

/// Deletes sign-ins that nobody finished in time.
pub(crate) async fn purge_sign_ins(ctx: &Context) -> Result<(), db::Error> {
    sign_ins::purge(&ctx.db, ctx.now()).await
}

/// Where iRacing sends people back to.
fn redirect_uri(ctx: &Context) -> String {
    let set = &ctx.extensions.get::<Settings>().redirect_uri;
    set.clone().unwrap_or_else(|| ctx.public_url(CALLBACK))
}

async fn begin(ctx: &Context, of: AccountKey, at: Timestamp) -> Result<String, IracingError> {
    let access = access(ctx)?;
    let state = &Secret::from_random(ctx.ids.bytes());
    let verifier = PkceVerifier::from_random(ctx.ids.bytes());
    let sign_in = &SignIn {
        of,
        verifier: Some(verifier.expose().to_owned()),
    };
    ctx.db
        .transact(|mut tx| async move {
            keep(&mut tx, state, sign_in, at + SIGN_IN).await?;
            tx.commit(()).await
        })
        .await?;
    let way = Way {
        redirect_uri: &redirect_uri(ctx),
        scopes: &SCOPES,
        state: state.expose(),
        verifier: &verifier,
        verify: false,
    };
    let client = access.client().map_err(|error| refused(&error))?;
    client.authorize_url(&way).map_err(|error| refused(&error))
}

/// Keeps a sign-in. A member who has begun very many starts over.
async fn keep(
    tx: &mut db::Transaction,
    token: &Secret,
    it: &SignIn,
    expires_at: Timestamp,
) -> Result<(), db::Error> {
    if sign_ins::count(tx, it.of).await? >= MAX_SIGN_INS {
        sign_ins::forget(tx, it.of).await?;
    }
    sign_ins::insert(tx, token.hash(), it, expires_at).await
}

/// Takes a sign-in, or an invitation, that nobody has taken before.
async fn redeem(ctx: &Context, token: &str, begun: bool) -> Result<SignIn, IracingError> {
    let token = Secret::parse(token).ok_or(IracingError::UnknownSignIn)?;
    let (hash, now) = (token.hash(), ctx.now());
    ctx.db
        .transact(|mut tx| async move {
            let found = sign_ins::find(&mut tx, hash, now).await?;
            let found = found.filter(|found| found.verifier.is_some() == begun);
            let found = found.ok_or(IracingError::UnknownSignIn)?;
            if !sign_ins::delete(&mut tx, hash).await? {
                return Err(IracingError::UnknownSignIn);
            }
            Ok(tx.commit(found).await?)
        })
        .await
}

async fn connect(
    ctx: &Context,
    of: AccountKey,
    code: &str,
    verifier: &PkceVerifier,
) -> Result<(), IracingError> {
    let client = access(ctx)?.client().map_err(|error| refused(&error))?;
    let granted = client
        .exchange_code(code, &redirect_uri(ctx), verifier)
        .await;
    let pair = granted.map_err(|error| refused(&error))?;
    let connected = async {
        if !SCOPES.iter().all(|scope| pair.grants(*scope)) {
            return Err(IracingError::SignIn(SignInFailure::ScopeMissing));
        }
        let profile = client.profile(&pair.access_token).await;
        let profile = profile.map_err(|error| refused(&error))?;
        store(ctx, of, &profile, &pair).await
    };
    let connected = connected.await;
    if connected.is_err()
        && let Err(error) = client.revoke(&pair.access_token).await
    {
        tracing::warn!("a permission that is of no use was not revoked: {error}");
    }
    connected
}

async fn store(
    ctx: &Context,
    of: AccountKey,
    profile: &Profile,
    pair: &TokenPair,
) -> Result<(), IracingError> {
    let op = &of_member(ctx, of);
    ctx.db
        .transact(|mut tx| async move {
            verified(&mut tx, of).await?;
            league::service::prove(&mut tx, op, of.user, profile.cust_id).await?;
            let before = accounts::tokens(&mut tx, of).await?;
            let known = accounts::lookup(&mut tx, of).await?;
            let known = known.filter(|known| known.cust_id == profile.cust_id);
            if let Some(before) = &before {
                queue(&mut tx, ctx, of, before).await?;
            }
            if known.is_none() {
                unfinished::forget(&mut tx, of).await?;
            }
            let account = Account {
                guild_id: of.guild,
                user_id: of.user,
                cust_id: profile.cust_id,
                display_name: profile.display_name.as_deref().map(name),
                connected_at: op.at,
                ended_at: None,
                refresh_until: None,
                known_until: known.as_ref().and_then(|known| known.known_until),
                last_synced_at: known.as_ref().and_then(|known| known.last_synced_at),
                last_raced_at: known.as_ref().and_then(|known| known.last_raced_at),
                next_sync_at: Some(op.at),
                failures: 0,
            };
            let new = sealed(ctx, of, profile.cust_id, pair, op.at);
            accounts::connect(&mut tx, before.as_ref(), &account, &new).await?;
            audit::created(&mut tx, op, "iracing.connected", &account).await?;
            Ok(tx.commit(()).await?)
        })
        .await
}

/// The member to whom an account belongs, if they may connect one.
async fn verified<'s>(
    from: impl db::Source<'s>,
    of: AccountKey,
) -> Result<members::Member, IracingError> {
    let member = members::service::lookup(from, of.guild, of.user).await?;
    let member = member.filter(|member| member.status == MemberStatus::Verified);
    member.ok_or(IracingError::SignIn(SignInFailure::NotVerified))
}

fn refused(error: &Error) -> IracingError {
    tracing::warn!("signing in with iRacing failed: {error}");
    IracingError::SignIn(match error {
        Error::SignInAgain | Error::TokenExpired => SignInFailure::CodeRefused,
        Error::RetryLater { .. } | Error::Maintenance { .. } => SignInFailure::Unavailable,
        _ => SignInFailure::ClientRefused,
    })
}
