//! Signing in and out, and recognising sessions.

use super::config::SignInSettings;
use super::discord::Discord;
use super::model::{self, BrowserError, LONGEST, MAX_SESSIONS, SIGN_IN, Session, SignIn};
use super::store;
use crate::context::Context;
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::members;
use crate::operation::Operation;
use crate::secret::Secret;
use crate::staff::{self, StaffError};
use jiff::Timestamp;
use paddock_api_types::members::{BrowserSession, MemberExport, MemberStatus};
use paddock_api_types::{GuildId, UserId};

/// Where Discord sends people back to.
pub(super) const CALLBACK: &str = "/auth/discord/callback";

/// A sign-in that has begun.
pub(super) struct Begun {
    /// The page at Discord.
    pub(super) url: String,
    /// For the cookie of the browser.
    pub(super) browser: Secret,
}

/// What a browser brings back from Discord.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Returned<'r> {
    pub(super) code: Option<&'r str>,
    pub(super) state: Option<&'r str>,
    pub(super) error: Option<&'r str>,
    /// The cookie of the sign-in.
    pub(super) browser: Option<&'r str>,
    /// The cookie of a session that goes on.
    pub(super) session: Option<&'r str>,
}

/// A session that has begun.
pub(super) struct Entered {
    /// For the cookie.
    pub(super) token: Secret,
    /// Where to go.
    pub(super) return_to: String,
    /// There are several guilds to choose from.
    pub(super) choose: bool,
}

/// A guild of a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnGuild {
    pub(super) id: GuildId,
    /// Its name in Discord.
    pub(super) name: String,
}

/// Whether people can sign in here.
pub(super) fn is_configured(ctx: &Context) -> bool {
    discord(ctx).is_ok()
}

fn discord(ctx: &Context) -> Result<&Discord, BrowserError> {
    let settings = ctx.extensions.get::<SignInSettings>();
    let discord = settings.discord.as_ref();
    discord.ok_or(BrowserError::NotConfigured)
}

/// Begins a sign-in, in a browser that may have begun others.
pub(super) async fn begin(
    ctx: &Context,
    return_to: &str,
    browser: Option<&str>,
) -> Result<Begun, BrowserError> {
    let discord = discord(ctx)?;
    model::check_return(&ctx.base_url, return_to)?;
    let secret = || Secret::from_random(ctx.ids.bytes());
    let (state, verifier) = (secret(), secret());
    // The same for all that a browser has begun, so that each of two tabs can finish.
    let browser = browser.and_then(Secret::parse).unwrap_or_else(secret);
    let url = discord.authorize_url(&state, &verifier, &ctx.public_url(CALLBACK))?;
    let sign_in = SignIn {
        state_hash: state.hash(),
        browser_hash: browser.hash(),
        verifier: verifier.expose().to_owned(),
        return_to: return_to.to_owned(),
        expires_at: ctx.now() + SIGN_IN,
    };
    store::insert_sign_in(&ctx.db, &sign_in).await?;
    Ok(Begun { url, browser })
}

/// Ends a sign-in, and begins the session. It has a token of its own, whatever the browser brought.
pub(super) async fn finish(ctx: &Context, it: Returned<'_>) -> Result<Entered, BrowserError> {
    let discord = discord(ctx)?;
    let state = it
        .state
        .and_then(Secret::parse)
        .ok_or(BrowserError::Stale)?;
    let sign_in = store::take_sign_in(&ctx.db, state.hash()).await?;
    let sign_in = sign_in
        .filter(|sign_in| sign_in.is_live(ctx.now()))
        .ok_or(BrowserError::Stale)?;
    let browser = it.browser.and_then(Secret::parse);
    // Hashes are compared, so that the time it takes says nothing of the cookie.
    if browser.is_none_or(|browser| browser.hash() != sign_in.browser_hash) {
        return Err(BrowserError::OtherBrowser);
    }
    let code = match (it.error, it.code) {
        (Some("access_denied"), _) => return Err(BrowserError::Denied),
        (Some(_), _) | (_, None) => return Err(BrowserError::Unusable),
        (None, Some(code)) => code,
    };
    let redirect = ctx.public_url(CALLBACK);
    let user = discord.identify(code, sign_in.verifier, &redirect).await?;
    staff::service::enrol(ctx, user).await.map_err(failure)?;
    let own = members::service::guilds(&ctx.db, user).await?;
    let first = *own.first().ok_or(BrowserError::NoGuild)?;
    let token = Secret::from_random(ctx.ids.bytes());
    let previous = it.session.and_then(Secret::parse);
    let now = ctx.now();
    let session = Session {
        token_hash: token.hash(),
        guild_id: first,
        user_id: user,
        created_at: now,
        used_at: now,
        expires_at: now + LONGEST,
    };
    ctx.db
        .transact(|mut tx| {
            let previous = previous.as_ref().map(Secret::hash);
            async move {
                if let Some(previous) = previous {
                    store::remove(&mut tx, previous).await?;
                }
                make_room(&mut tx, first, user).await?;
                store::insert(&mut tx, &session).await?;
                Ok::<_, BrowserError>(tx.commit(()).await?)
            }
        })
        .await?;
    if previous.is_some() {
        ctx.rights_changed();
    }
    tracing::info!(guild.id = first.get(), actor.id = user.get(), "signed in");
    Ok(Entered {
        token,
        return_to: sign_in.return_to,
        choose: own.len() > 1,
    })
}

fn failure(error: StaffError) -> BrowserError {
    match error {
        StaffError::Failure(failure) => BrowserError::Failure(failure),
        // Taken off the roster a moment ago: then they are a guest like any other.
        _ => BrowserError::NoGuild,
    }
}

/// Has the member be one who may have one more session, against a ban, an erasure or another sign-in at
/// the same moment.
async fn make_room(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), BrowserError> {
    let found = members::service::lookup(&mut *tx, guild, user).await?;
    let member = found.filter(|it| it.in_guild && it.status != MemberStatus::Banned);
    let mut member = member.ok_or(BrowserError::NotAMember)?;
    members::service::claim(tx, guild, &mut member).await?;
    let sessions = store::all(&mut *tx, guild, user).await?;
    let many = (sessions.len() + 1).saturating_sub(MAX_SESSIONS);
    for session in &sessions[..many] {
        store::remove(tx, session.token_hash).await?;
    }
    Ok(())
}

/// The session behind the token that a browser shows, whether it goes on or not.
pub(crate) async fn recognise(ctx: &Context, token: &str) -> Result<Option<Session>, Error> {
    match Secret::parse(token) {
        Some(token) => store::lookup(&ctx.db, token.hash()).await,
        None => Ok(None),
    }
}

/// Notes that a session was used, to the hour.
pub(crate) async fn note_use(
    ctx: &Context,
    session: &Session,
    now: Timestamp,
) -> Result<(), Error> {
    if !session.is_noted(now) {
        store::used(&ctx.db, session.token_hash, now).await?;
    }
    Ok(())
}

/// The guilds that a person can choose from.
pub(super) async fn own_guilds(op: &Operation) -> Result<Vec<OwnGuild>, BrowserError> {
    let user = op.actor.user_id.ok_or(BrowserError::NotAMember)?;
    let mut own = Vec::new();
    for id in members::service::guilds(&op.ctx.db, user).await? {
        let name = guilds::service::name(&op.ctx.db, id).await?;
        let name = name.unwrap_or_else(|| format!("Server {id}"));
        own.push(OwnGuild { id, name });
    }
    Ok(own)
}

/// Has a session act in another guild of the person's.
pub(super) async fn switch(
    op: &Operation,
    token: Option<&str>,
    guild: GuildId,
) -> Result<(), BrowserError> {
    let user = op.actor.user_id.ok_or(BrowserError::NotAMember)?;
    let token = token.and_then(Secret::parse);
    let token = token.ok_or(BrowserError::NotAMember)?.hash();
    op.ctx
        .db
        .transact(|mut tx| async move {
            if guild != op.guild() {
                make_room(&mut tx, guild, user).await?;
            }
            // The one that signed out in the meantime stays so.
            store::switch(&mut tx, token, user, guild).await?;
            Ok::<_, BrowserError>(tx.commit(()).await?)
        })
        .await?;
    op.ctx.rights_changed();
    Ok(())
}

/// Ends the session of this token, if there is one.
pub(super) async fn sign_out(ctx: &Context, token: Option<&str>) -> Result<(), BrowserError> {
    if let Some(token) = token.and_then(Secret::parse) {
        // Anybody may ask for it; only what ends has others look.
        if store::delete(&ctx.db, token.hash()).await? {
            ctx.rights_changed();
        }
    }
    Ok(())
}

/// Ends every session of the caller, in every guild.
pub(super) async fn sign_out_everywhere(op: &Operation) -> Result<(), BrowserError> {
    if let Some(user) = op.actor.user_id {
        store::delete_all(&op.ctx.db, user).await?;
        op.ctx.rights_changed();
    }
    Ok(())
}

/// Deletes what has ended, some at a time.
pub(super) async fn purge(ctx: &Context) -> Result<(), Error> {
    let now = ctx.now();
    store::purge(&ctx.db, now).await?;
    store::purge_sign_ins(&ctx.db, now).await?;
    Ok(())
}

/// Adds every session of a member to an export.
pub(super) async fn export_personal_data(
    op: &Operation,
    user: UserId,
    export: &mut MemberExport,
) -> Result<(), Error> {
    let sessions = store::all(&op.ctx.db, op.guild(), user).await?;
    let sessions = sessions.into_iter().map(|it| BrowserSession {
        created_at: it.created_at,
        last_used_at: it.used_at,
        expires_at: it.expires_at,
    });
    export.browser_sessions = sessions.collect();
    Ok(())
}

/// Ends every session of a member in the guild.
pub(super) async fn end_all(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    store::erase(tx, guild, user).await
}
