//! From a credential to who acts.

use super::client::Proxies;
use super::limits::{Caller, RateLimits};
use super::rejection::Rejection;
use crate::browser;
use crate::config::HttpConfig;
use crate::context::Context;
use crate::error::ApiError;
use crate::http::{Again, Cookie};
use crate::members::{self, DiscordRights, Standing};
use crate::operation::Actor;
use crate::tokens::{self, JwtKey};
use axum::extract::ConnectInfo;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::{Level, MemberStatus};
use paddock_api_types::{GuildId, RoleId, UserId, headers};
use secrecy::{ExposeSecret, SecretString};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use subtle::ConstantTimeEq;

/// What says who calls, and under which key: each may stand in a request once.
const ONCE: [&str; 8] = [
    "authorization",
    headers::API_KEY,
    headers::GUILD_ID,
    headers::USER_ID,
    headers::CHANNEL_ID,
    headers::ROLE_IDS,
    headers::PERMISSIONS,
    headers::IDEMPOTENCY_KEY,
];

/// Recognises credentials.
pub(crate) struct Authenticator {
    bot_key: SecretString,
    jwt: JwtKey,
    pub(crate) limits: RateLimits,
    proxies: Proxies,
}

impl Authenticator {
    pub(crate) fn new(bot_key: SecretString, jwt: JwtKey, http: &HttpConfig) -> Self {
        Self {
            bot_key,
            jwt,
            limits: RateLimits::new(http.rate_limit_per_minute),
            proxies: Proxies::new(http.trusted_proxies.clone()),
        }
    }

    /// Who acts, if the credential holds and the member is not banned.
    pub(super) async fn actor(&self, parts: &Parts, ctx: &Context) -> Result<Actor, Rejection> {
        refuse_repeated(parts)?;
        let key = parts.headers.contains_key(headers::API_KEY);
        let token = parts.headers.contains_key(AUTHORIZATION);
        let actor = match (key, token) {
            (true, true) => Err(Rejection::SeveralCredentials),
            (true, false) => self.member_through_bot(parts, ctx).await,
            (false, true) => self.member_by_token(parts, ctx).await,
            // What a browser adds by itself counts where nothing else says who calls.
            (false, false) => match Cookie::Session.read(&parts.headers, ctx.is_https()) {
                Some(token) => self.member_by_session(parts, token, ctx).await,
                None => Err(Rejection::NoCredential),
            },
        };
        let actor = actor.map_err(|rejection| self.count_failure(parts, rejection))?;
        let span = tracing::Span::current();
        span.record("guild.id", actor.guild_id.get());
        span.record("actor.id", actor.user_id.map(UserId::get));
        Ok(actor)
    }

    /// Proves the bot's key.
    pub(super) fn bot(&self, parts: &Parts) -> Result<(), Rejection> {
        refuse_repeated(parts)?;
        self.check_key(parts)
            .map_err(|rejection| self.count_failure(parts, rejection))
    }

    fn check_key(&self, parts: &Parts) -> Result<(), Rejection> {
        let given = parts
            .headers
            .get(headers::API_KEY)
            .ok_or(Rejection::NoCredential)?;
        let matches: bool = given
            .as_bytes()
            .ct_eq(self.bot_key.expose_secret().as_bytes())
            .into();
        if matches {
            Ok(())
        } else {
            Err(Rejection::WrongKey)
        }
    }

    async fn member_through_bot(&self, parts: &Parts, ctx: &Context) -> Result<Actor, Rejection> {
        self.check_key(parts)?;
        let guild_id: GuildId = required(parts, headers::GUILD_ID)?;
        let user_id: UserId = required(parts, headers::USER_ID)?;
        let rights = DiscordRights {
            role_ids: role_ids(parts)?,
            permissions: optional(parts, headers::PERMISSIONS)?.unwrap_or(0),
        };
        let channel_id = optional(parts, headers::CHANNEL_ID)?;
        self.count_call(parts, Caller::Member(guild_id, user_id))?;
        let standing = members::service::standing(&ctx.db, guild_id, user_id).await?;
        let level = level(ctx, user_id, &standing, &rights)?;
        let (user_id, via) = (Some(user_id), AuditVia::Discord);
        Ok(Actor {
            guild_id,
            user_id,
            level,
            via,
            channel_id,
        })
    }

    async fn member_by_token(&self, parts: &Parts, ctx: &Context) -> Result<Actor, Rejection> {
        let token = parts
            .headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or(Rejection::ForeignToken)?;
        let claims = self.jwt.verify(token).ok_or(Rejection::ForeignToken)?;
        self.count_call(parts, Caller::Token(claims.jti))?;
        let (guild_id, user_id) = (claims.gid, claims.sub);
        let row = tokens::service::recognise(ctx, guild_id, claims.jti).await?;
        let row = row
            .filter(|row| row.user_id == user_id)
            .ok_or(Rejection::DeadToken)?;
        let standing = members::service::standing(&ctx.db, guild_id, user_id).await?;
        let now = ctx.now();
        let verified = standing.status == Some(MemberStatus::Verified);
        if !verified || !row.is_active(standing.api_access_since, now) {
            return Err(Rejection::DeadToken);
        }
        self.count_call(parts, Caller::Member(guild_id, user_id))?;
        let actor = stored_rights(ctx, guild_id, user_id, &standing, AuditVia::Token)?;
        tokens::service::note_use(ctx, &row, now).await?;
        Ok(actor)
    }

    async fn member_by_session(
        &self,
        parts: &Parts,
        token: &str,
        ctx: &Context,
    ) -> Result<Actor, Rejection> {
        let session = browser::service::recognise(ctx, token).await?;
        let session = session.ok_or(Rejection::DeadSession)?;
        self.count_call(parts, Caller::Session(session.key()))?;
        let now = ctx.now();
        if !session.is_live(now) {
            return Err(Rejection::DeadSession);
        }
        let (guild, user) = (session.guild_id, session.user_id);
        let standing = members::service::standing(&ctx.db, guild, user).await?;
        self.count_call(parts, Caller::Member(guild, user))?;
        let actor = stored_rights(ctx, guild, user, &standing, AuditVia::Browser)?;
        browser::service::note_use(ctx, &session, now).await?;
        Ok(actor)
    }

    /// Counts a call, which looking again at a request that was admitted is not.
    fn count_call(&self, parts: &Parts, caller: Caller) -> Result<(), Rejection> {
        if is_again(parts) {
            return Ok(());
        }
        self.limits.call(caller)
    }

    /// Counts what an address may do some times in a minute without anybody being known.
    pub(crate) fn knock(&self, parts: &Parts) -> Result<(), ApiError> {
        Ok(self.limits.knock(self.client(parts))?)
    }

    /// Turns "wrong" into "too often" when an address keeps trying.
    fn count_failure(&self, parts: &Parts, rejection: Rejection) -> Rejection {
        let guess = matches!(
            rejection,
            Rejection::NoCredential
                | Rejection::WrongKey
                | Rejection::ForeignToken
                | Rejection::DeadToken
                | Rejection::DeadSession
        );
        if !guess || is_again(parts) {
            return rejection;
        }
        let client = self.client(parts);
        self.limits.failure(client).err().unwrap_or(rejection)
    }

    /// The address from which somebody calls.
    fn client(&self, parts: &Parts) -> IpAddr {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        self.proxies.client(peer, &parts.headers)
    }
}

fn is_again(parts: &Parts) -> bool {
    parts.extensions.get::<Again>().is_some()
}

/// A member with the rights that are stored in Paddock, and no others.
fn stored_rights(
    ctx: &Context,
    guild_id: GuildId,
    user_id: UserId,
    standing: &Standing,
    via: AuditVia,
) -> Result<Actor, Rejection> {
    let level = level(ctx, user_id, standing, &DiscordRights::default())?;
    // The bot's calls come from Discord, so only here can somebody be gone.
    if !standing.in_guild && level < Level::Root {
        return Err(Rejection::LeftGuild);
    }
    Ok(Actor {
        guild_id,
        user_id: Some(user_id),
        level,
        via,
        channel_id: None,
    })
}

fn refuse_repeated(parts: &Parts) -> Result<(), Rejection> {
    let repeated = |name: &&str| parts.headers.get_all(*name).iter().nth(1).is_some();
    let first = ONCE.iter().copied().find(repeated);
    first.map_or(Ok(()), |name| Err(Rejection::RepeatedHeader(name)))
}

fn level(
    ctx: &Context,
    user: UserId,
    standing: &Standing,
    rights: &DiscordRights,
) -> Result<Level, Rejection> {
    let root = ctx.root_admin_id == Some(user);
    // Whoever administers the Discord server cannot be locked out of what serves it.
    let above_bans = root || rights.is_administrator();
    if standing.status == Some(MemberStatus::Banned) && !above_bans {
        return Err(Rejection::Banned);
    }
    Ok(members::level(root, standing, rights))
}

/// The value of a header that the bot must send.
pub(super) fn required<T: FromStr>(parts: &Parts, name: &'static str) -> Result<T, Rejection> {
    optional(parts, name)?.ok_or(Rejection::MissingHeader(name))
}

fn optional<T: FromStr>(parts: &Parts, name: &'static str) -> Result<Option<T>, Rejection> {
    let Some(value) = parts.headers.get(name) else {
        return Ok(None);
    };
    let parsed = value
        .to_str()
        .ok()
        .and_then(|text| text.trim().parse().ok());
    parsed.map(Some).ok_or(Rejection::InvalidHeader(name))
}

fn role_ids(parts: &Parts) -> Result<Vec<RoleId>, Rejection> {
    let Some(value) = parts.headers.get(headers::ROLE_IDS) else {
        return Ok(Vec::new());
    };
    let text = value
        .to_str()
        .map_err(|_| Rejection::InvalidHeader(headers::ROLE_IDS))?;
    text.split(',')
        .map(str::trim)
        .filter(|role| !role.is_empty())
        .map(|role| {
            role.parse()
                .map_err(|_| Rejection::InvalidHeader(headers::ROLE_IDS))
        })
        .collect()
}
