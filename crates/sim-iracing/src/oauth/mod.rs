//! The authorization server under `/oauth2/`.

mod authorize;
mod token;

pub(crate) use authorize::{Decision, decide};

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::answer::{Call, json_answer, set};
use crate::world::{Session, Shared, World};

pub(crate) fn answer(shared: &Shared, call: &Call) -> Response {
    let path = call.path.trim_start_matches("/oauth2/");
    let mut response = if shared.read(|world| world.maintenance.is_some()) {
        Refusal::new(503, "temporarily_unavailable", "iRacing is in maintenance").into_response()
    } else {
        match (&*call.method, path) {
            ("GET", "authorize") => authorize::page(shared, call),
            ("GET", "authorize/decide") => authorize::choose(shared, call),
            ("POST", "token") => token::answer(shared, call),
            ("GET", "iracing/profile") => profile(shared, call),
            ("POST", "revoke/current") => revoke(shared, call),
            _ => {
                let line = format!("{} {}", call.method, call.path);
                shared.update(|world| world.unexpected.push(line));
                Refusal::new(404, "invalid_request", "there is nothing here").into_response()
            }
        }
    };
    let id = shared.update(World::next_id);
    set(&mut response, "x-request-id", format!("sim-{id}"));
    response
}

/// An error of the authorization server.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: u16,
    pub(crate) code: String,
    pub(crate) description: String,
    retry_after: Option<i64>,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: &str, description: &str) -> Self {
        Self {
            status,
            code: code.to_owned(),
            description: description.to_owned(),
            retry_after: None,
        }
    }

    fn after(self, seconds: i64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    fn into_response(self) -> Response {
        let reason = StatusCode::from_u16(self.status).ok();
        let body = json!({
            "status": self.status,
            "status_reason": reason.and_then(|it| it.canonical_reason()),
            "error": self.code,
            "error_description": self.description,
            "error_uri": "https://oauth.iracing.com/oauth2/book/errors.html",
        });
        let mut response = json_answer(self.status, &body);
        if let Some(seconds) = self.retry_after {
            set(&mut response, "retry-after", seconds);
        }
        response
    }
}

/// `base64(sha256(secret + lowercase identifier))`, as iRacing documents it.
fn masked(secret: &str, identifier: &str) -> String {
    let text = format!("{secret}{}", identifier.trim().to_lowercase());
    STANDARD.encode(Sha256::digest(text))
}

/// The session of the access token that a request presents, if it is valid now.
pub(crate) fn session(world: &World, call: &Call, now_ms: i64) -> Option<(u64, Session)> {
    let token = call
        .header(header::AUTHORIZATION)?
        .strip_prefix("Bearer ")?;
    let access = world
        .access
        .get(token)
        .filter(|it| it.expires_ms > now_ms)?;
    let session = world.sessions.get(&access.session)?;
    Some((access.session, session.clone()))
}

fn profile(shared: &Shared, call: &Call) -> Response {
    let now = shared.clock.now_ms();
    shared.read(|world| {
        let Some((_, session)) = session(world, call, now) else {
            return Refusal::new(401, "invalid_token", "the token is not valid").into_response();
        };
        if !session.scope.split(' ').any(|it| it == "iracing.profile") {
            let why = "the token has no iracing.profile";
            return Refusal::new(403, "insufficient_scope", why).into_response();
        }
        let body = json!({
            "iracing_name": world.name(session.cust_id),
            "iracing_cust_id": session.cust_id,
        });
        json_answer(200, &body)
    })
}

fn revoke(shared: &Shared, call: &Call) -> Response {
    let now = shared.clock.now_ms();
    shared.update(|world| {
        let Some((id, _)) = session(world, call, now) else {
            return Refusal::new(401, "invalid_token", "the token is not valid").into_response();
        };
        world.end_session(id);
        StatusCode::OK.into_response()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secrets_of_the_default_mask_to_what_forms_spoil() {
        let options = crate::Options::default();
        let account = &options.account;
        for masked in [
            masked(&options.client_secret, &options.client_id),
            masked(&account.password, &account.username),
        ] {
            assert!(masked.contains('+') && masked.contains('/'), "{masked}");
        }
    }
}
