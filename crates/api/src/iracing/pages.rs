//! Pages: connected accounts, invitations, and where iRacing sends people back to.

use super::model::{IracingError, SignInFailure};
use super::service::{self, CALLBACK, INVITED, Returned};
use crate::error::ApiError;
use crate::pages::{self, Flash, Page, SignedIn, Visitor};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use paddock_api_types::iracing::IracingStatus;
use paddock_api_types::operations::callers;
use serde::Deserialize;

/// Where connected accounts are shown.
pub(super) const CONNECTIONS: &str = "/connections";

/// What these pages say of what was done before.
pub(super) const FLASHES: &[Flash] = &[
    Flash::success(
        "iracing_connected",
        "Your iRacing account is connected. Its sessions are read within minutes. You can close this \
         page.",
    ),
    Flash::success(
        "iracing_disconnected",
        "Your iRacing account is disconnected.",
    ),
    Flash::success("iracing_synced", "Your sessions were read from iRacing."),
    Flash::error(
        "iracing_incomplete",
        "iRacing did not give everything. What it gave is kept, and the rest is asked for again.",
    ),
    Flash::error(
        "iracing_too_soon",
        "iRacing was asked a moment ago. Wait half a minute.",
    ),
    Flash::error(
        "iracing_expired",
        "iRacing ended the connection. Connect your account again; nothing is lost.",
    ),
    Flash::error("iracing_not_connected", "No iRacing account is connected."),
    Flash::error(
        "iracing_not_configured",
        "This Paddock has no access to iRacing. Whoever runs it has to set it up.",
    ),
    flash(SignInFailure::Denied),
    flash(SignInFailure::ScopeMissing),
    flash(SignInFailure::AccountTaken),
    flash(SignInFailure::NotVerified),
    flash(SignInFailure::CodeRefused),
    flash(SignInFailure::ClientRefused),
    flash(SignInFailure::Unavailable),
];

const fn flash(failure: SignInFailure) -> Flash {
    Flash::error(failure.code(), failure.detail())
}

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(CONNECTIONS, get(connections))
        .route("/connections/iracing/connect", post(connect))
        .route("/connections/iracing/sync", post(sync))
        .route("/connections/iracing/disconnect", post(disconnect))
        .route(INVITED, get(invited).post(accept))
        .route(CALLBACK, get(callback))
}

#[derive(Template)]
#[template(path = "iracing/connections.html")]
struct Connections {
    page: Page,
    /// Of whoever is signed in.
    status: Option<IracingStatus>,
    can_connect: bool,
}

#[derive(Template)]
#[template(path = "iracing/invited.html")]
struct Invited {
    page: Page,
    name: String,
    server: String,
    invitation: String,
}

/// Also for somebody who came back from iRacing and is not signed in here.
async fn connections(
    State(state): State<AppState>,
    visitor: Visitor,
) -> Result<Response, ApiError> {
    let status = match &visitor.op {
        Some(op) => Some(service::status(op).await?),
        None => None,
    };
    Ok(pages::show(&Connections {
        page: visitor.page("Connected accounts"),
        status,
        can_connect: service::is_configured(&state.ctx),
    }))
}

async fn connect(signed_in: SignedIn<callers::Verified>) -> Result<Response, ApiError> {
    lead_to_iracing(service::start(&signed_in.op).await)
}

async fn sync(signed_in: SignedIn<callers::Verified>) -> Result<Response, ApiError> {
    lead_back(match service::sync(&signed_in.op).await {
        Ok(synced) if synced.errors == 0 => Ok("iracing_synced"),
        Ok(_) => return Ok(back("error", "iracing_incomplete")),
        Err(error) => Err(error),
    })
}

async fn disconnect(signed_in: SignedIn) -> Result<Response, ApiError> {
    let disconnected = service::disconnect(&signed_in.op).await;
    lead_back(disconnected.map(|()| "iracing_disconnected"))
}

#[derive(Deserialize)]
struct Invitation {
    invitation: String,
}

/// Looking uses nothing up: whatever shows what is behind a link opens it.
async fn invited(
    State(state): State<AppState>,
    Query(query): Query<Invitation>,
    visitor: Visitor,
) -> Result<Response, ApiError> {
    let (name, server) = service::invited(&state.ctx, &query.invitation).await?;
    Ok(pages::show(&Invited {
        page: visitor.page("Connect an iRacing account"),
        name,
        server,
        invitation: query.invitation,
    }))
}

async fn accept(State(state): State<AppState>, body: String) -> Result<Response, ApiError> {
    let form: Invitation = pages::form(&body)?;
    lead_to_iracing(service::accept(&state.ctx, &form.invitation).await)
}

async fn callback(
    State(state): State<AppState>,
    Query(returned): Query<Returned>,
) -> Result<Response, ApiError> {
    let connected = service::finish(&state.ctx, returned).await;
    lead_back(connected.map(|()| "iracing_connected"))
}

fn lead_to_iracing(begun: Result<String, IracingError>) -> Result<Response, ApiError> {
    match begun {
        Ok(page) => Ok(pages::see_other(&page)),
        Err(error) => lead_back(Err(error)),
    }
}

/// To the connected accounts, with what was done, or why it was not. A sign-in that nobody knows is
/// answered here, because nothing says whose it was.
fn lead_back(done: Result<&'static str, IracingError>) -> Result<Response, ApiError> {
    let code = match done {
        Ok(code) => return Ok(back("success", code)),
        Err(IracingError::SignIn(failure)) => failure.code(),
        Err(IracingError::TooSoon { .. }) => "iracing_too_soon",
        Err(IracingError::Expired) => "iracing_expired",
        Err(IracingError::NotConnected) => "iracing_not_connected",
        Err(IracingError::NotConfigured) => "iracing_not_configured",
        Err(error) => return Err(error.into()),
    };
    Ok(back("error", code))
}

fn back(outcome: &str, code: &str) -> Response {
    pages::see_other(&pages::with_query(CONNECTIONS, outcome, code))
}
