//! The JSON control surface under `/sim`: being a person by hand, with `curl` or from a page.
//!
//! It acts for anybody without authentication, so it is for loopback only, and refuses what a web page of another site
//! could send: requests for another host name (DNS rebinding) and bodies that are not declared as JSON, which a browser
//! sends across sites without asking first.

mod actions;
mod answer;
mod limits;
mod queries;
mod requests;
mod stream;
mod threads;
mod view;

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use crate::world::Shared;
use answer::Problem;

/// Largest body in bytes: a file of ten megabytes, as Discord's free limit is, in base64.
const BODY_LIMIT: usize = 16 << 20;

/// Every path below `/sim`; `docs/simulator.md` names them all.
fn routes() -> Vec<(&'static str, MethodRouter<Arc<Shared>>)> {
    vec![
        ("/", get(queries::overview)),
        ("/commands", get(queries::commands)),
        ("/channels/{name}/messages", get(queries::channel_messages)),
        ("/users/{name}/messages", get(queries::user_messages)),
        ("/requests", get(queries::requests)),
        ("/view", get(view::whole)),
        ("/view/messages", get(view::messages)),
        ("/view/commands", get(view::commands)),
        ("/events", get(stream::events)),
        ("/clock", post(actions::clock)),
        ("/say", post(actions::say)),
        ("/press", post(actions::press)),
        ("/select", post(actions::select)),
        ("/modal", post(actions::modal)),
        ("/autocomplete", post(actions::autocomplete)),
        ("/members", post(actions::members)),
        ("/server", post(actions::server)),
        ("/threads", post(threads::open)),
        ("/threads/change", post(threads::change)),
        ("/intents", post(actions::set_intents)),
        ("/gateway", post(actions::disturb)),
        (
            "/faults",
            post(actions::faults).delete(actions::clear_faults),
        ),
        ("/limits", post(limits::set)),
    ]
}

/// Everything below `/sim`.
pub(crate) fn router() -> Router<Arc<Shared>> {
    let routes = routes().into_iter();
    routes
        .fold(Router::new(), |router, (path, methods)| {
            router.route(path, methods)
        })
        .fallback(async || Problem::not_found("there is nothing here; see GET /sim"))
        .method_not_allowed_fallback(async || {
            let why = "this path wants another method";
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, why)
        })
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(loopback_only))
}

async fn loopback_only(request: Request, next: Next) -> Response {
    if is_loopback(request.headers()) {
        return next.run(request).await;
    }
    let why = "the control surface is for this machine only";
    Problem::new(StatusCode::FORBIDDEN, why).into_response()
}

/// Whether a request names this machine, and comes from no page of another.
pub(crate) fn is_loopback(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host_fits = text(header::HOST).is_some_and(names_loopback);
    let origin_fits = headers.get(header::ORIGIN).is_none()
        || text(header::ORIGIN)
            .and_then(|origin| origin.split_once("://"))
            .is_some_and(|(_, host)| names_loopback(host));
    host_fits && origin_fits
}

/// Whether `host` or `host:port` names this machine.
fn names_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_pass() {
        for good in [
            "localhost",
            "localhost:4010",
            "127.0.0.1:80",
            "[::1]:4010",
            "127.9.9.9",
        ] {
            assert!(names_loopback(good), "{good}");
        }
        for bad in [
            "evil.example",
            "127.0.0.1.evil.example",
            "",
            "10.0.0.1:80",
            "[::2]",
        ] {
            assert!(!names_loopback(bad), "{bad}");
        }
    }

    #[test]
    fn the_documentation_names_every_path() {
        let docs = include_str!("../../../../docs/simulator.md");
        for (path, _) in routes() {
            let path = path.trim_end_matches('/');
            let is_named = |method| docs.contains(&format!("`{method} /sim{path}`"));
            assert!(
                is_named("GET") || is_named("POST"),
                "{path} is not in docs/simulator.md"
            );
        }
    }

    #[test]
    fn a_page_of_another_site_is_refused() {
        let mut headers = HeaderMap::new();
        assert!(!is_loopback(&headers), "HTTP/1.1 always names a host");
        headers.insert(header::HOST, "127.0.0.1:4010".parse().unwrap());
        assert!(is_loopback(&headers));
        headers.insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        assert!(!is_loopback(&headers));
        headers.insert(header::ORIGIN, "http://localhost:8000".parse().unwrap());
        assert!(is_loopback(&headers));
    }
}
