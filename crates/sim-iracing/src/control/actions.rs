//! What can be changed over the control surface. Each is a function of the world that the handle uses too.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::problem;
use crate::faults::{InjectedFault, NamedFault};
use crate::seed::DriverSeed;
use crate::world::{Shared, World};

/// A JSON body.
pub(super) struct Body<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.map_or(&[][..], |kind| kind.as_bytes());
        if !kind.starts_with(b"application/json") {
            let why = "send Content-Type: application/json";
            return Err(problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, why));
        }
        let refuse = |why: String| problem(StatusCode::BAD_REQUEST, &why);
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|error| refuse(error.to_string()))?;
        let parsed = serde_json::from_slice(&bytes);
        parsed.map(Self).map_err(|error| refuse(error.to_string()))
    }
}

fn done() -> Response {
    Json(json!({"done": true})).into_response()
}

#[derive(Deserialize)]
pub(super) struct Driver {
    league_id: i64,
    cust_id: i64,
    #[serde(default)]
    car_number: Option<String>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    leaves: bool,
}

/// Changes a driver's number, adds a driver, or has one leave.
pub(super) async fn driver(
    State(shared): State<Arc<Shared>>,
    Body(driver): Body<Driver>,
) -> Response {
    let Driver {
        league_id, cust_id, ..
    } = driver;
    let found = shared.update(|world| {
        if driver.leaves {
            return remove_driver(world, league_id, cust_id);
        }
        if let Some(name) = &driver.name {
            let new = DriverSeed::new(cust_id, name, driver.car_number.as_deref());
            return put_driver(world, league_id, new);
        }
        set_number(world, league_id, cust_id, driver.car_number.as_deref())
    });
    if found {
        done()
    } else {
        problem(StatusCode::NOT_FOUND, "there is no such driver or league")
    }
}

/// Gives a driver a number, or takes it; `false` if there is no such driver.
pub(crate) fn set_number(
    world: &mut World,
    league_id: i64,
    cust_id: i64,
    number: Option<&str>,
) -> bool {
    let mut leagues = world.leagues.iter_mut();
    let league = leagues.find(|it| it.league_id == league_id);
    let driver = league.and_then(|it| it.drivers.iter_mut().find(|it| it.cust_id == cust_id));
    let found = driver.is_some();
    if let Some(driver) = driver {
        driver.car_number = number.map(str::to_owned);
    }
    found
}

/// Adds a driver, or replaces one; `false` if there is no such league.
pub(crate) fn put_driver(world: &mut World, league_id: i64, driver: DriverSeed) -> bool {
    let mut leagues = world.leagues.iter_mut();
    let Some(league) = leagues.find(|it| it.league_id == league_id) else {
        return false;
    };
    let mut drivers = league.drivers.iter_mut();
    match drivers.find(|it| it.cust_id == driver.cust_id) {
        Some(old) => *old = driver,
        None => league.drivers.push(driver),
    }
    true
}

/// Has a driver leave a league; `false` if there is no such driver.
pub(crate) fn remove_driver(world: &mut World, league_id: i64, cust_id: i64) -> bool {
    let mut leagues = world.leagues.iter_mut();
    let Some(league) = leagues.find(|it| it.league_id == league_id) else {
        return false;
    };
    let before = league.drivers.len();
    league.drivers.retain(|it| it.cust_id != cust_id);
    league.drivers.len() < before
}

#[derive(Deserialize)]
pub(super) struct Injection {
    path: String,
    fault: NamedFault,
    #[serde(default = "once")]
    times: u32,
}

fn once() -> u32 {
    1
}

/// Has requests fail.
pub(super) async fn fault(
    State(shared): State<Arc<Shared>>,
    Body(injection): Body<Injection>,
) -> Response {
    let Injection { path, fault, times } = injection;
    let fault = fault.into();
    shared.update(|world| world.faults.push(InjectedFault { path, fault, times }));
    done()
}

#[derive(Deserialize)]
pub(super) struct Maintenance {
    on: bool,
    #[serde(default)]
    note: String,
}

/// Closes iRacing, or opens it again.
pub(super) async fn maintenance(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Maintenance>,
) -> Response {
    shared.update(|world| world.maintenance = body.on.then_some(body.note));
    done()
}

#[derive(Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub(super) enum Tokens {
    Expire,
    Revoke,
}

/// Has access tokens expire, or ends all sessions.
pub(super) async fn tokens(
    State(shared): State<Arc<Shared>>,
    Body(action): Body<Tokens>,
) -> Response {
    shared.update(|world| match action {
        Tokens::Expire => expire_access_tokens(world),
        Tokens::Revoke => revoke_sessions(world),
    });
    done()
}

pub(crate) fn expire_access_tokens(world: &mut World) {
    for token in world.access.values_mut() {
        token.expires_ms = 0;
    }
}

pub(crate) fn revoke_sessions(world: &mut World) {
    let sessions: Vec<_> = world.sessions.keys().copied().collect();
    for session in sessions {
        world.end_session(session);
    }
}

#[derive(Deserialize)]
pub(super) struct Logins {
    refuse: Option<String>,
}

/// Has sign-ins by password refused with this code of OAuth's, or accepted again.
pub(super) async fn logins(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Logins>,
) -> Response {
    shared.update(|world| world.login_refusal = body.refuse);
    done()
}

#[derive(Deserialize)]
pub(super) struct RateLimit {
    limit: u32,
    seconds: u64,
}

/// Changes the limit of the Data API, and begins a new window.
pub(super) async fn rate_limit(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<RateLimit>,
) -> Response {
    let window = Duration::from_secs(body.seconds);
    shared.update(|world| set_rate_limit(world, body.limit, window));
    done()
}

pub(crate) fn set_rate_limit(world: &mut World, limit: u32, window: Duration) {
    world.options.rate_limit = limit;
    world.options.rate_window = window;
    world.window = crate::world::Window::default();
}

#[derive(Deserialize)]
pub(super) struct Advance {
    seconds: u64,
}

/// Moves the clock forward.
pub(super) async fn advance(
    State(shared): State<Arc<Shared>>,
    Body(body): Body<Advance>,
) -> Response {
    shared.clock.advance(Duration::from_secs(body.seconds));
    done()
}
