//! The limits of the REST API by hand.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{Answer, Body, Problem};
use crate::limits::{RateLimits, Window};
use crate::world::{Shared, World};

/// Longest window, in seconds.
const LONGEST: f64 = 3600.0;

/// Sets the limits: those of a preset, with what is given besides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    #[serde(default)]
    preset: Preset,
    /// The window of each route that has none of its own.
    route: Option<Given>,
    /// Windows of single routes, before those of the preset.
    #[serde(default)]
    routes: Vec<OfRoute>,
    /// Most requests in a second altogether.
    global: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Preset {
    /// More than anybody sends.
    #[default]
    Generous,
    /// About what Discord allows.
    Discord,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    limit: u32,
    /// In seconds.
    per: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfRoute {
    /// `GET`, …; any by default.
    method: Option<String>,
    /// Below `/api/v10/`, `*` for any one segment.
    path: String,
    limit: u32,
    /// In seconds.
    per: f64,
}

/// `POST /sim/limits`: sets the limits, begins every window anew, and answers the limits.
pub(super) async fn set(State(shared): State<Arc<Shared>>, Body(body): Body<Limits>) -> Answer {
    let mut limits = match body.preset {
        Preset::Generous => RateLimits::default(),
        Preset::Discord => RateLimits::like_discord(),
    };
    if let Some(Given { limit, per }) = body.route {
        limits.route = window(limit, per)?;
    }
    let own = body.routes.into_iter().map(|own| {
        let method = own.method.as_deref().unwrap_or("*");
        Ok((
            (method, own.path.as_str()).into(),
            window(own.limit, own.per)?,
        ))
    });
    let own = own.collect::<Result<Vec<_>, Problem>>()?;
    limits.routes.splice(..0, own);
    limits.global = body.global.or(limits.global);
    Ok(Json(shared.update(|world| {
        world.set_rate_limits(limits);
        current(world)
    })))
}

/// The limits that hold.
pub(super) fn current(world: &World) -> Value {
    let limits = &world.options.rate_limits;
    let window = |window: &Window| json!({"limit": window.limit, "per": window.per.as_secs_f64()});
    let routes = limits.routes.iter().map(|(pattern, own)| {
        let mut body = window(own);
        body["route"] = json!(pattern.to_string());
        body
    });
    json!({
        "route": window(&limits.route),
        "routes": routes.collect::<Vec<_>>(),
        "global": limits.global,
    })
}

fn window(limit: u32, per: f64) -> Result<Window, Problem> {
    let why = || format!("a window has a limit from 1 and lasts up to {LONGEST} seconds");
    let fits = limit > 0 && per > 0.0 && per <= LONGEST;
    let per = Duration::try_from_secs_f64(per).ok().filter(|_| fits);
    let per = per.ok_or_else(|| Problem::bad_request(why()))?;
    Ok(Window { limit, per })
}
