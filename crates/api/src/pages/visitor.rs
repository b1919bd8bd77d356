//! Who looks at a page.

use super::navigation::{NavEntry, Navigation};
use super::page::{Page, Who, with_query};
use crate::context::Context;
use crate::db;
use crate::error::ApiError;
use crate::guilds;
use crate::http::{Admit, Cookie};
use crate::members;
use crate::operation::Operation;
use crate::state::AppState;
use axum::extract::FromRequestParts;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::callers;
use std::marker::PhantomData;

/// Somebody who is signed in, or not.
pub(crate) struct Visitor {
    /// Absent where nobody is.
    pub(crate) op: Option<Operation>,
    around: Around,
}

/// Somebody who is signed in with at least this level. Others are led to the sign-in, and back here.
pub(crate) struct SignedIn<Level = callers::Guest> {
    pub(crate) op: Operation,
    around: Around,
    level: PhantomData<fn() -> Level>,
}

/// What the shell needs to know.
struct Around {
    ctx: Context,
    path: String,
    query: String,
    who: Option<Who>,
    entries: Vec<NavEntry>,
}

impl Around {
    async fn read(
        parts: &Parts,
        state: &AppState,
        op: Option<&Operation>,
    ) -> Result<Self, db::Error> {
        let who = match op {
            Some(op) => who(op).await?,
            None => None,
        };
        let navigation = state.ctx.extensions.get::<Navigation>();
        let entries = navigation.entries_of(op).await?;
        Ok(Self {
            ctx: state.ctx.clone(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            who,
            entries,
        })
    }

    fn page(&self, title: &str) -> Page {
        let navigation = self.ctx.extensions.get::<Navigation>();
        Page {
            title: title.to_owned(),
            path: self.path.clone(),
            entries: self.entries.clone(),
            visitor: self.who.clone(),
            flash: navigation.flash(&self.query),
        }
    }
}

async fn who(op: &Operation) -> Result<Option<Who>, db::Error> {
    let Some(user) = op.actor.user_id else {
        return Ok(None);
    };
    let (db, guild) = (&op.ctx.db, op.guild());
    let member = members::service::lookup(db, guild, user).await?;
    let name = member.map_or_else(|| user.to_string(), |member| member.display_name);
    let server = guilds::service::name(db, guild).await?;
    let server = server.unwrap_or_else(|| format!("Server {guild}"));
    Ok(Some(Who { name, server }))
}

impl Visitor {
    /// The shell of a page with this title.
    pub(crate) fn page(&self, title: &str) -> Page {
        self.around.page(title)
    }
}

impl<Level> SignedIn<Level> {
    /// The shell of a page with this title.
    pub(crate) fn page(&self, title: &str) -> Page {
        self.around.page(title)
    }
}

impl FromRequestParts<AppState> for Visitor {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let op = match callers::Guest::admit(parts, state).await {
            Ok(op) => Some(op),
            // Whoever may not act here may still read what is public, and sign in as somebody else.
            Err(error) if error.code() == ErrorCode::Unauthorized => None,
            Err(error) if [ErrorCode::Banned, ErrorCode::LeftGuild].contains(&error.code()) => None,
            Err(error) => return Err(error),
        };
        let around = Around::read(parts, state, op.as_ref()).await?;
        Ok(Self { op, around })
    }
}

impl<Level: Admit<Admitted = Operation>> FromRequestParts<AppState> for SignedIn<Level> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let op = match Level::admit(parts, state).await {
            Ok(op) => op,
            Err(error) => return Err(lead_to_sign_in(parts, state, error)),
        };
        let around = Around::read(parts, state, Some(&op)).await;
        let around = around.map_err(|error| ApiError::from(error).into_response())?;
        Ok(Self {
            op,
            around,
            level: PhantomData,
        })
    }
}

/// A page that is only read can be come back to; what a form said is lost.
fn lead_to_sign_in(parts: &Parts, state: &AppState, error: ApiError) -> Response {
    let reads = matches!(parts.method, Method::GET | Method::HEAD);
    if error.code() != ErrorCode::Unauthorized || !reads {
        return error.into_response();
    }
    let here = parts.uri.path_and_query().map_or("/", |it| it.as_str());
    let to = with_query("/auth/discord/start", "return_to", here);
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    let to = HeaderValue::from_str(&to).expect("a query is ASCII");
    headers.insert(LOCATION, to);
    let https = state.ctx.is_https();
    if Cookie::Session.read(&parts.headers, https).is_some() {
        headers.insert(SET_COOKIE, Cookie::Session.clear(https));
    }
    response
}
