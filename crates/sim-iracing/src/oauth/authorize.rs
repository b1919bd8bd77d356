//! The page on which a member signs in: here a list of members, of whom one is chosen.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::fmt::Write;
use url::{Url, form_urlencoded};

use super::Refusal;
use crate::answer::{Call, value};
use crate::world::{Code, Shared, World};

/// How long a code can be redeemed.
const CODE_MS: i64 = 5 * 60 * 1_000;

/// What a member decides on the page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Decision {
    /// Signs in as this member, and allows it.
    Allow(i64),
    /// Allows nothing.
    Deny,
}

/// Shows the page.
pub(super) fn page(shared: &Shared, call: &Call) -> Response {
    let read = shared.read(|world| {
        let request = Request::read(world, &call.query)?;
        let mut people = String::new();
        for driver in world.drivers() {
            let (id, name) = (driver.cust_id, escaped(&driver.name));
            let query = escaped(&call.query);
            let _ = writeln!(
                people,
                "<li><a href=\"/oauth2/authorize/decide?as={id}&amp;{query}\">{name} ({id})</a></li>"
            );
        }
        Ok::<_, Refusal>((request, people))
    });
    let (request, people) = match read {
        Ok(read) => read,
        Err(refusal) => return refusal.into_response(),
    };
    if let Err((code, why)) = request.judge() {
        return found(&request.error(code, why));
    }
    let query = escaped(&call.query);
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><title>Simulated iRacing</title>\n<h1>Simulated iRacing</h1>\n\
         <p>Sign in, and allow {}, as:</p>\n<ul>\n{people}</ul>\n\
         <p><a href=\"/oauth2/authorize/decide?{query}\">Deny</a></p>\n</html>\n",
        escaped(&request.scope),
    );
    Html(page).into_response()
}

/// Follows a link of the page.
pub(super) fn choose(shared: &Shared, call: &Call) -> Response {
    let decision = call.number("as").map_or(Decision::Deny, Decision::Allow);
    match decide(shared, &call.query, decision) {
        Ok(location) => found(&location),
        Err(refusal) => refusal.into_response(),
    }
}

/// Where a member goes who decides about a request, or why there is nowhere to go.
pub(crate) fn decide(shared: &Shared, query: &str, decision: Decision) -> Result<String, Refusal> {
    let expires_ms = shared.clock.now_ms() + CODE_MS;
    shared.update(|world| {
        let request = Request::read(world, query)?;
        if let Err((code, why)) = request.judge() {
            return Ok(request.error(code, why));
        }
        let Decision::Allow(cust_id) = decision else {
            return Ok(request.error("access_denied", "the member denied it"));
        };
        let text = world.next_token("code");
        let location = request.back(&[("code", &text)]);
        let code = Code {
            cust_id,
            redirect_uri: request.redirect_uri,
            scope: request.scope,
            challenge: request.challenge,
            expires_ms,
        };
        world.codes.insert(text, code);
        Ok(location)
    })
}

/// An authorization request whose client and redirect URI are in order, so that errors go there.
struct Request {
    redirect_uri: String,
    response_type: Option<String>,
    challenge: Option<String>,
    method: Option<String>,
    scope: String,
    state: Option<String>,
}

impl Request {
    fn read(world: &World, query: &str) -> Result<Self, Refusal> {
        let parameter = |name| value(query.as_bytes(), name);
        let refuse = |why| Refusal::new(400, "unauthorized_client", why);
        if parameter("client_id").as_deref() != Some(&world.options.client_id) {
            return Err(refuse("there is no such client"));
        }
        let redirect_uri = parameter("redirect_uri").ok_or_else(|| refuse("no redirect_uri"))?;
        let registered = &world.options.redirect_uris;
        let fits = if registered.is_empty() {
            is_local(&redirect_uri)
        } else {
            registered.contains(&redirect_uri)
        };
        if !fits {
            return Err(refuse("the redirect_uri is not registered"));
        }
        Ok(Self {
            redirect_uri,
            response_type: parameter("response_type"),
            challenge: parameter("code_challenge"),
            method: parameter("code_challenge_method"),
            scope: parameter("scope").unwrap_or_else(|| "iracing.profile".to_owned()),
            state: parameter("state"),
        })
    }

    fn judge(&self) -> Result<(), (&'static str, &'static str)> {
        if self.response_type.as_deref() != Some("code") {
            return Err(("unsupported_response_type", "only code is supported"));
        }
        if self.challenge.is_some() && self.method.as_deref() != Some("S256") {
            // iRacing's default is `plain`, which nobody who sends a challenge can want.
            return Err(("invalid_request", "the challenge is not S256"));
        }
        let known = ["iracing.auth", "iracing.profile"];
        if !self.scope.split(' ').all(|it| known.contains(&it)) {
            return Err(("invalid_scope", "there is no such scope"));
        }
        Ok(())
    }

    fn error(&self, code: &str, why: &str) -> String {
        let uri = "https://oauth.iracing.com/oauth2/book/errors.html";
        self.back(&[
            ("error", code),
            ("error_description", why),
            ("error_uri", uri),
        ])
    }

    /// The redirect URI with what is said, and the state as it came.
    fn back(&self, said: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(said);
        if let Some(state) = &self.state {
            query.append_pair("state", state);
        }
        let joint = if self.redirect_uri.contains('?') {
            '&'
        } else {
            '?'
        };
        format!("{}{joint}{}", self.redirect_uri, query.finish())
    }
}

fn is_local(uri: &str) -> bool {
    Url::parse(uri).is_ok_and(|url| {
        url.scheme() == "http"
            && matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"))
    })
}

fn found(location: &str) -> Response {
    let headers = [(header::LOCATION, location.to_owned())];
    (StatusCode::FOUND, headers).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
