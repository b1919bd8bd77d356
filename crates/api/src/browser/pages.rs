//! Pages: the first one, signing in and out, and choosing a server.

use super::model::{self, BrowserError};
use super::service::{self, OwnGuild, Returned};
use crate::error::ApiError;
use crate::http::Cookie;
use crate::pages::{self, Page, SignedIn, Visitor};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use paddock_api_types::{ErrorCode, GuildId};
use serde::Deserialize;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route("/", get(home))
        .route("/auth/discord/start", get(start))
        .route(service::CALLBACK, get(callback))
        .route("/auth/server", get(servers).post(choose))
        .route("/auth/sign-out", post(sign_out))
        .route("/auth/sign-out-everywhere", post(sign_out_everywhere))
}

#[derive(Template)]
#[template(path = "browser/home.html")]
struct Home {
    page: Page,
    can_sign_in: bool,
}

#[derive(Template)]
#[template(path = "browser/servers.html")]
struct Choose {
    page: Page,
    servers: Vec<OwnGuild>,
    current: GuildId,
    return_to: String,
}

#[derive(Template)]
#[template(path = "browser/failed.html")]
struct Failed {
    page: Page,
    text: &'static str,
    /// An address of ours, in full: whoever came under another one continues there.
    retry: Option<String>,
}

async fn home(State(state): State<AppState>, headers: HeaderMap, visitor: Visitor) -> Response {
    let can_sign_in = service::is_configured(&state.ctx);
    let anonymous = visitor.op.is_none();
    let page = visitor.page("Paddock");
    let home = Home { page, can_sign_in };
    if anonymous {
        pages::show_public(&headers, &home)
    } else {
        pages::show(&home)
    }
}

#[derive(Deserialize)]
struct Start {
    #[serde(default)]
    return_to: Option<String>,
}

async fn start(
    State(state): State<AppState>,
    Query(query): Query<Start>,
    visitor: Visitor,
    parts: Parts,
) -> Result<Response, Response> {
    // Each writes a row, for whom nobody knows yet.
    let knocked = state.auth.knock(&parts);
    knocked.map_err(IntoResponse::into_response)?;
    let https = state.ctx.is_https();
    let browser = Cookie::SignIn.read(&parts.headers, https);
    let return_to = query.return_to.as_deref().unwrap_or("/");
    match service::begin(&state.ctx, return_to, browser).await {
        Ok(begun) => {
            let cookie = Cookie::SignIn.set(begun.browser.expose(), model::SIGN_IN, https);
            Ok(found(&begun.url, Some(cookie)))
        }
        Err(error) => Err(failed(&state, visitor, error)),
    }
}

#[derive(Deserialize)]
struct Callback {
    code: Option<String>,
    state: Option<String>,
    error: Option<String>,
}

async fn callback(
    State(state): State<AppState>,
    Query(query): Query<Callback>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Response {
    let https = state.ctx.is_https();
    let returned = Returned {
        code: query.code.as_deref(),
        state: query.state.as_deref(),
        error: query.error.as_deref(),
        browser: Cookie::SignIn.read(&headers, https),
        session: Cookie::Session.read(&headers, https),
    };
    match service::finish(&state.ctx, returned).await {
        Ok(entered) => {
            let cookie = Cookie::Session.set(entered.token.expose(), model::LONGEST, https);
            let to = if entered.choose {
                pages::with_query("/auth/server", "return_to", &entered.return_to)
            } else {
                entered.return_to
            };
            found(&to, Some(cookie))
        }
        Err(error) => failed(&state, visitor, error),
    }
}

async fn servers(
    State(state): State<AppState>,
    Query(query): Query<Start>,
    signed_in: SignedIn,
) -> Result<Response, ApiError> {
    let return_to = query.return_to.unwrap_or_else(|| "/".to_owned());
    model::check_return(&state.ctx.base_url, &return_to)?;
    let servers = service::own_guilds(&signed_in.op).await?;
    let current = signed_in.op.guild();
    let page = signed_in.page("Choose a server");
    Ok(pages::show(&Choose {
        page,
        servers,
        current,
        return_to,
    }))
}

#[derive(Deserialize)]
struct Choice {
    server: GuildId,
    return_to: String,
}

async fn choose(
    State(state): State<AppState>,
    headers: HeaderMap,
    signed_in: SignedIn,
    body: String,
) -> Result<Response, ApiError> {
    let choice: Choice = pages::form(&body)?;
    model::check_return(&state.ctx.base_url, &choice.return_to)?;
    let token = Cookie::Session.read(&headers, state.ctx.is_https());
    let to = match service::switch(&signed_in.op, token, choice.server).await {
        Ok(()) => pages::with_query(&choice.return_to, "success", "server_chosen"),
        Err(BrowserError::NotAMember) => "/auth/server?error=no_member".to_owned(),
        Err(error) => return Err(error.into()),
    };
    Ok(found(&to, None))
}

async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, ApiError> {
    let https = state.ctx.is_https();
    service::sign_out(&state.ctx, Cookie::Session.read(&headers, https)).await?;
    let cookie = Cookie::Session.clear(https);
    Ok(found("/?success=signed_out", Some(cookie)))
}

async fn sign_out_everywhere(
    State(state): State<AppState>,
    signed_in: SignedIn,
) -> Result<Response, ApiError> {
    service::sign_out_everywhere(&signed_in.op).await?;
    let cookie = Cookie::Session.clear(state.ctx.is_https());
    Ok(found("/?success=signed_out_everywhere", Some(cookie)))
}

/// To another page, with a cookie.
fn found(to: &str, cookie: Option<HeaderValue>) -> Response {
    let mut response = pages::see_other(to);
    if let Some(cookie) = cookie {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// The page that says why a sign-in failed, and the way back.
fn failed(state: &AppState, visitor: Visitor, error: BrowserError) -> Response {
    tracing::debug!(%error, "a sign-in failed");
    let (status, text, again) = match &error {
        BrowserError::NotConfigured => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Signing in is not set up here yet. Whoever runs this Paddock has to set \
             DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET. Everything works in Discord as well.",
            false,
        ),
        BrowserError::ForeignReturn => (
            StatusCode::BAD_REQUEST,
            "This link leads to another site afterwards, so Paddock does not follow it.",
            true,
        ),
        BrowserError::Stale => (
            StatusCode::BAD_REQUEST,
            "This sign-in was finished before, or took longer than ten minutes. Start once more.",
            true,
        ),
        BrowserError::OtherBrowser => (
            StatusCode::BAD_REQUEST,
            "This sign-in was begun in another browser, or under another address. If you did not \
             begin one yourself, leave it at that. Otherwise start once more.",
            true,
        ),
        BrowserError::Denied => (
            StatusCode::FORBIDDEN,
            "You did not allow it in Discord, so you are not signed in. Paddock asks Discord for \
             nothing but who you are.",
            true,
        ),
        BrowserError::Unavailable { .. } => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Discord does not answer just now. Try again in a minute.",
            true,
        ),
        BrowserError::Unusable => (
            StatusCode::BAD_GATEWAY,
            "Discord answered something that Paddock cannot use. Try again; if it stays so, tell \
             whoever runs this Paddock.",
            true,
        ),
        BrowserError::NoGuild => (
            StatusCode::FORBIDDEN,
            "Discord says who you are, but you are registered in no server that uses this Paddock. \
             Type /register in your Discord server, then sign in again.",
            true,
        ),
        BrowserError::NotAMember | BrowserError::Failure(_) => {
            return ApiError::from(error).into_response();
        }
    };
    let page = visitor.page("You are not signed in");
    let retry = again.then(|| state.ctx.public_url("/auth/discord/start"));
    let mut response = pages::show(&Failed { page, text, retry });
    *response.status_mut() = status;
    if let BrowserError::Unavailable { after: Some(after) } = error {
        let seconds = after.as_secs().max(1);
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    pages::complete(response)
}

impl From<BrowserError> for ApiError {
    fn from(error: BrowserError) -> Self {
        let detail = error.to_string();
        match error {
            BrowserError::NotAMember | BrowserError::NoGuild => {
                Self::new(ErrorCode::NotFound, detail)
            }
            BrowserError::NotConfigured | BrowserError::Unavailable { .. } => {
                Self::new(ErrorCode::Unavailable, detail)
            }
            BrowserError::ForeignReturn
            | BrowserError::Stale
            | BrowserError::OtherBrowser
            | BrowserError::Denied
            | BrowserError::Unusable => Self::new(ErrorCode::InvalidRequest, detail),
            BrowserError::Failure(failure) => failure.into(),
        }
    }
}
