//! OAuth 2, as Discord documents it: the page on which a person says yes or no, the token endpoint, and who a token
//! belongs to. Only the authorization code with the scope `identify` is simulated.
//!
//! Discord knows its people by their session with it; here the page asks who one wants to be.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};

use crate::json::{extend, text};
use crate::model::{Code, Token};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World, wire};

/// How long a code can be redeemed.
const CODE_MS: i64 = 60_000;
/// How long an access token is valid, in seconds: a week.
const TOKEN_SECONDS: i64 = 604_800;

/// An error of the token endpoint.
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) body: Value,
}

impl Refusal {
    fn new(status: StatusCode, code: &str, why: Option<&str>) -> Self {
        let mut body = json!({"error": code});
        if let Some(why) = why {
            body["error_description"] = why.into();
        }
        Self { status, body }
    }
}

/// Shows the page.
pub(crate) async fn page(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let people = shared.read(|world| {
        let request = Request::read(world, &query)?;
        request.judge()?;
        let mut people = String::new();
        for user in world.users.values().filter(|user| !user.bot) {
            let name = user.global_name.as_ref().unwrap_or(&user.username);
            let _ = writeln!(
                people,
                "<li><a href=\"/oauth2/authorize/decide?as={}&amp;{}\">{}</a></li>",
                user.id,
                escaped(&query),
                escaped(name),
            );
        }
        Ok(people)
    });
    let people = match people {
        Ok(people) => people,
        Err(Wrong::Unusable(why)) => return unusable(why),
        Err(Wrong::Told(location)) => return found(&location),
    };
    let query = escaped(&query);
    Html(format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>Simulated Discord</title></head><body>\n<h1>Simulated Discord</h1>\n\
         <p>An application wants to know who you are. You are:</p>\n<ul>\n{people}</ul>\n\
         <p><a href=\"/oauth2/authorize/decide?{query}\">Cancel</a></p>\n</body></html>\n"
    ))
    .into_response()
}

/// Follows a link of the page.
pub(crate) async fn choose(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let user = value(&query, "as").and_then(|id| id.parse().ok());
    match decide(&shared, &query, user) {
        Ok(location) => found(&location),
        Err(why) => unusable(why),
    }
}

/// Where a person goes who decides about a request, or why there is nowhere to go. Nobody says no.
pub(crate) fn decide(
    shared: &Shared,
    query: &str,
    user: Option<Snowflake>,
) -> Result<String, &'static str> {
    let expires_ms = shared.clock.now_ms() + CODE_MS;
    let decided = shared.update(|world| {
        let request = Request::read(world, query)?;
        request.judge()?;
        let Some(user) = user else {
            let why = "The resource owner or authorization server denied the request";
            return Err(request.error("access_denied", why));
        };
        let text = world.oauth.give("code");
        let location = request.back(&[("code", &text)]);
        let code = Code {
            user,
            redirect_uri: request.redirect_uri,
            challenge: request.challenge,
            expires_ms,
        };
        world.oauth.codes.insert(text, code);
        Ok(location)
    });
    match decided {
        Ok(location) | Err(Wrong::Told(location)) => Ok(location),
        Err(Wrong::Unusable(why)) => Err(why),
    }
}

/// `POST /oauth2/token` with this form.
pub(crate) fn token(
    world: &mut World,
    authorization: Option<&str>,
    form: &Value,
) -> Result<Value, Refusal> {
    let refuse = |code, why| Refusal::new(StatusCode::BAD_REQUEST, code, Some(why));
    if !form.is_object() {
        return Err(refuse("invalid_request", "send a form"));
    }
    let (id, secret) = (&world.options.client_id, &world.options.client_secret);
    let basic = format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")));
    let in_body = text(&form["client_id"]) == id && text(&form["client_secret"]) == secret;
    if !in_body && authorization != Some(&*basic) {
        let status = StatusCode::UNAUTHORIZED;
        return Err(Refusal::new(status, "invalid_client", None));
    }
    if text(&form["grant_type"]) != "authorization_code" {
        let why = "Unsupported grant type";
        return Err(refuse("unsupported_grant_type", why));
    }
    let now = world.clock.now_ms();
    // Whatever comes of it, it is used.
    let code = world.oauth.codes.remove(text(&form["code"]));
    let code = code
        .filter(|code| code.expires_ms > now)
        .ok_or_else(|| refuse("invalid_grant", "Invalid \"code\" in request."))?;
    if text(&form["redirect_uri"]) != code.redirect_uri {
        let why = "Invalid \"redirect_uri\" in request.";
        return Err(refuse("invalid_grant", why));
    }
    let verifier = form["code_verifier"].as_str();
    let challenge = verifier.map(|it| URL_SAFE_NO_PAD.encode(Sha256::digest(it)));
    if challenge != code.challenge {
        let why = "Invalid \"code_verifier\" in request.";
        return Err(refuse("invalid_grant", why));
    }
    let access = world.oauth.give("access");
    let token = Token {
        user: code.user,
        expires_ms: now + TOKEN_SECONDS * 1_000,
    };
    world.oauth.tokens.insert(access.clone(), token);
    Ok(json!({
        "token_type": "Bearer",
        "access_token": access,
        "expires_in": TOKEN_SECONDS,
        "refresh_token": world.oauth.give("refresh"),
        "scope": "identify",
    }))
}

/// The person to whom `Bearer …` belongs, as `GET /users/@me` shows them.
pub(crate) fn me(world: &World, authorization: &str) -> Option<Value> {
    let token = world
        .oauth
        .tokens
        .get(authorization.strip_prefix("Bearer ")?)?;
    let valid = token.expires_ms > world.clock.now_ms();
    let user = world.users.get(&token.user).filter(|_| valid)?;
    let mut user = wire::user(user);
    extend(&mut user, wire::own());
    Some(user)
}

/// Why there is no page.
enum Wrong {
    /// Client or redirect URI are wrong, so that there is nowhere to say it but here.
    Unusable(&'static str),
    /// It is said where the redirect URI leads.
    Told(String),
}

/// An authorization request whose client and redirect URI are in order.
struct Request {
    redirect_uri: String,
    response_type: Option<String>,
    scope: Option<String>,
    challenge: Option<String>,
    method: Option<String>,
    state: Option<String>,
}

impl Request {
    fn read(world: &World, query: &str) -> Result<Self, Wrong> {
        let parameter = |name| value(query, name);
        if parameter("client_id").as_deref() != Some(&world.options.client_id) {
            return Err(Wrong::Unusable("Unknown Application"));
        }
        let redirect_uri = parameter("redirect_uri").filter(|uri| is_local(uri));
        Ok(Self {
            redirect_uri: redirect_uri.ok_or(Wrong::Unusable("Invalid OAuth2 redirect_uri"))?,
            response_type: parameter("response_type"),
            scope: parameter("scope"),
            challenge: parameter("code_challenge"),
            method: parameter("code_challenge_method"),
            state: parameter("state"),
        })
    }

    fn judge(&self) -> Result<(), Wrong> {
        if self.response_type.as_deref() != Some("code") {
            let why = "only code is simulated";
            return Err(self.error("unsupported_response_type", why));
        }
        if self.scope.as_deref() != Some("identify") {
            return Err(self.error("invalid_scope", "only identify is simulated"));
        }
        if self.challenge.is_some() && self.method.as_deref() != Some("S256") {
            return Err(self.error("invalid_request", "only S256 is simulated"));
        }
        Ok(())
    }

    fn error(&self, code: &str, why: &str) -> Wrong {
        Wrong::Told(self.back(&[("error", code), ("error_description", why)]))
    }

    /// The redirect URI with what is said, and the state as it came.
    fn back(&self, said: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(said);
        if let Some(state) = &self.state {
            query.append_pair("state", state);
        }
        format!("{}?{}", self.redirect_uri, query.finish())
    }
}

/// Those of an application are registered; here all of this machine are.
fn is_local(uri: &str) -> bool {
    Url::parse(uri).is_ok_and(|url| {
        url.scheme() == "http"
            && matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"))
    })
}

fn value(query: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
}

fn unusable(why: &str) -> Response {
    let page = format!("<!DOCTYPE html>\n<html lang=\"en\"><title>Error</title><p>{why}</html>\n");
    (StatusCode::BAD_REQUEST, Html(page)).into_response()
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
