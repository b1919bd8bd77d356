//! The token endpoint: three grants, credentials in the body, refresh tokens that work once.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Refusal, masked};
use crate::answer::{Call, json_answer, seconds, set};
use crate::world::{Session, Shared, World};

const HOUR_MS: i64 = 3_600_000;

pub(super) fn answer(shared: &Shared, call: &Call) -> Response {
    let now = shared.clock.now_ms();
    let mut response = match shared.update(|world| grant(world, call, now)) {
        Ok(granted) => json_answer(200, &granted),
        Err(refusal) => refusal.into_response(),
    };
    if call.field("grant_type").as_deref() == Some("password_limited") {
        let (limit, used) = shared.read(|world| {
            let recent = world.logins.iter().filter(|at| **at > now - HOUR_MS);
            (world.options.logins_per_hour, recent.count())
        });
        set(&mut response, "ratelimit-limit", limit);
        set(
            &mut response,
            "ratelimit-remaining",
            limit.saturating_sub(used),
        );
        set(&mut response, "ratelimit-reset", HOUR_MS / 1_000);
    }
    response.into_response()
}

fn grant(world: &mut World, call: &Call, now: i64) -> Result<Value, Refusal> {
    let form = call.header(header::CONTENT_TYPE).unwrap_or_default();
    if !form.starts_with("application/x-www-form-urlencoded") {
        return Err(Refusal::new(400, "invalid_request", "send a form"));
    }
    if call.headers.contains_key(header::AUTHORIZATION) {
        let why = "credentials go into the body";
        return Err(Refusal::new(400, "invalid_request", why));
    }
    identify(world, call)?;
    match call.field("grant_type").as_deref() {
        Some("authorization_code") => redeem(world, call, now),
        Some("refresh_token") => refresh(world, call, now),
        Some("password_limited") => sign_in(world, call, now),
        _ => {
            let why = "there is no such grant";
            Err(Refusal::new(400, "unsupported_grant_type", why))
        }
    }
}

fn identify(world: &World, call: &Call) -> Result<(), Refusal> {
    let (id, secret) = (&world.options.client_id, &world.options.client_secret);
    if call.field("client_id").as_ref() != Some(id) {
        let why = "there is no such client";
        return Err(Refusal::new(400, "unauthorized_client", why));
    }
    if call.field("client_secret") != Some(masked(secret, id)) {
        let why = "the client secret is wrong, or not masked, or not encoded";
        return Err(Refusal::new(403, "invalid_client", why));
    }
    Ok(())
}

fn redeem(world: &mut World, call: &Call, now: i64) -> Result<Value, Refusal> {
    let refuse = |why| Refusal::new(400, "invalid_grant", why);
    let code = call.field("code").unwrap_or_default();
    // Whatever comes of it, it is used.
    let code = world.codes.remove(&code).filter(|it| it.expires_ms > now);
    let code = code.ok_or_else(|| refuse("the code is unknown, used or expired"))?;
    if call.field("redirect_uri") != Some(code.redirect_uri) {
        return Err(refuse("the redirect_uri is another than before"));
    }
    let verifier = call.field("code_verifier");
    let challenge = verifier.map(|it| URL_SAFE_NO_PAD.encode(Sha256::digest(it)));
    if challenge != code.challenge {
        return Err(refuse("the code_verifier does not fit"));
    }
    let lasts = code.scope.split(' ').any(|it| it == "iracing.auth");
    Ok(open(world, code.cust_id, code.scope, lasts, now))
}

fn refresh(world: &mut World, call: &Call, now: i64) -> Result<Value, Refusal> {
    let refuse = |why| Refusal::new(400, "invalid_grant", why);
    let text = call.field("refresh_token").unwrap_or_default();
    let ends_session = world.options.replay_ends_session;
    let token = world.refresh.get_mut(&text);
    let token = token.ok_or_else(|| refuse("the refresh token is unknown or was revoked"))?;
    let session = token.session;
    if token.used {
        if ends_session {
            world.end_session(session);
        }
        return Err(refuse("the refresh token was used"));
    }
    if token.expires_ms <= now {
        return Err(refuse("the refresh token has expired"));
    }
    token.used = true;
    Ok(granted(world, session, true, now))
}

fn sign_in(world: &mut World, call: &Call, now: i64) -> Result<Value, Refusal> {
    world.logins.retain(|at| *at > now - HOUR_MS);
    if world.logins.len() >= world.options.logins_per_hour {
        let first = world.logins.first().copied().unwrap_or(now);
        let seconds = (first + HOUR_MS - now) / 1_000 + 1;
        let why = "too many sign-ins";
        return Err(Refusal::new(400, "unauthorized_client", why).after(seconds));
    }
    world.logins.push(now);
    if let Some(code) = &world.login_refusal {
        let status = if code == "access_denied" { 401 } else { 400 };
        return Err(Refusal::new(status, code, "the sign-in is refused"));
    }
    let account = world.options.account.clone();
    let password = masked(&account.password, &account.username);
    let username = call.field("username").unwrap_or_default();
    let fits = username.eq_ignore_ascii_case(&account.username);
    if !fits || call.field("password") != Some(password) {
        let why = "the username or password is wrong";
        return Err(Refusal::new(401, "access_denied", why));
    }
    let scope = call
        .field("scope")
        .unwrap_or_else(|| "iracing.auth".to_owned());
    Ok(open(world, account.cust_id, scope, true, now))
}

/// Begins a session.
fn open(world: &mut World, cust_id: i64, scope: String, lasts: bool, now: i64) -> Value {
    let id = world.next_id();
    world.sessions.insert(id, Session { cust_id, scope });
    granted(world, id, lasts, now)
}

/// New tokens for a session, as the endpoint answers them.
fn granted(world: &mut World, session: u64, lasts: bool, now: i64) -> Value {
    let (access, refresh) = world.issue(session, now);
    let mut body = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": seconds(world.options.access_lifetime),
        "scope": world.sessions.get(&session).map(|it| it.scope.clone()),
    });
    if lasts {
        body["refresh_token"] = refresh.into();
        body["refresh_token_expires_in"] = seconds(world.options.refresh_lifetime).into();
    }
    body
}
