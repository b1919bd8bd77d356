//! What surrounds every page: headers that keep a browser in bounds, and errors as pages.

use super::navigation::Navigation;
use super::page::{Page, Scripted, complete, show};
use crate::error::ApiError;
use crate::http::{RequestId, Written, error_of};
use crate::state::AppState;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, RETRY_AFTER,
    WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use paddock_api_types::ErrorCode;

/// Where programs ask, and the description of the API, which has a page of its own.
const NO_PAGES: [&str; 7] = [
    "/api",
    "/docs",
    "/healthz",
    "/metrics",
    "/openapi.json",
    "/readyz",
    "/version",
];

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    text: String,
    request_id: String,
    /// Signing in may help.
    sign_in: bool,
}

/// Surrounds every request, and changes the answers of pages.
pub(crate) async fn surround(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    if !is_page(&path) {
        return next.run(request).await;
    }
    let wants_html = wants_html(request.headers());
    let id = request.extensions().get::<RequestId>();
    let id = id.map(|id| id.0.clone()).unwrap_or_default();
    let response = next.run(request).await;
    let response = match error_in(&response) {
        Some(error) if wants_html => error_page(&state, error, path, id, &response),
        _ => response,
    };
    with_bounds(&state, response)
}

/// The error that an answer is, also one that a library gave by itself, unless a page says it already.
fn error_in(response: &Response) -> Option<ApiError> {
    let extensions = response.extensions();
    if extensions.get::<Written>().is_some() {
        return None;
    }
    let ours = extensions.get::<ApiError>().cloned();
    ours.or_else(|| error_of(response.status()))
}

fn is_page(path: &str) -> bool {
    let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
    let mut programs = NO_PAGES.iter();
    !programs.any(|prefix| path.strip_prefix(prefix).is_some_and(below))
}

fn wants_html(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|it| it.to_str().ok());
    accepted.is_some_and(|it| it.contains("text/html"))
}

fn error_page(
    state: &AppState,
    error: ApiError,
    path: String,
    request_id: String,
    response: &Response,
) -> Response {
    let problem = error.to_problem(&request_id);
    let page = Page {
        title: problem.title,
        path,
        entries: state.ctx.extensions.get::<Navigation>().entries.clone(),
        visitor: None,
        flash: None,
    };
    let sign_in = [ErrorCode::Unauthorized, ErrorCode::LeftGuild].contains(&error.code());
    let mut shown = show(&ErrorPage {
        page,
        text: text(error.code(), problem.detail),
        request_id,
        sign_in,
    });
    *shown.status_mut() = response.status();
    for name in [RETRY_AFTER, WWW_AUTHENTICATE] {
        if let Some(value) = response.headers().get(&name) {
            shown.headers_mut().insert(name, value.clone());
        }
    }
    // The cause, if there is one, is still to be logged.
    shown.extensions_mut().insert(error);
    complete(shown)
}

/// What a person reads who knows nothing of the API.
fn text(code: ErrorCode, detail: String) -> String {
    let text = match code {
        ErrorCode::NotFound => "There is nothing here. The address may be misspelt.",
        ErrorCode::MethodNotAllowed => "This page cannot be asked for in this way.",
        ErrorCode::Unauthorized => "Sign in first.",
        ErrorCode::Forbidden => "You do not have the rights for this.",
        ErrorCode::Banned => "You are banned from Paddock in this server.",
        ErrorCode::LeftGuild => {
            "You are no longer in this Discord server. Join it again, or sign in again to choose \
             another one."
        }
        ErrorCode::RateLimited => "This was too much in a short time. Wait a minute, then go on.",
        ErrorCode::Unavailable | ErrorCode::Timeout => {
            "Paddock is not available just now. Try again in a minute."
        }
        ErrorCode::Internal => "Something went wrong in Paddock itself.",
        _ => return sentence(&detail),
    };
    text.to_owned()
}

/// What an error says in passing, as a sentence. A name such as iRacing stays as it is written.
fn sentence(detail: &str) -> String {
    let word = detail.split(' ').next().unwrap_or_default();
    let is_name = word.contains(char::is_uppercase);
    let mut letters = detail.chars();
    let first = letters.next().filter(|_| !is_name);
    let mut text = match first {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => detail.to_owned(),
    };
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

/// What a page with a script of ours may do besides: load it, and ask us. It makes no markup of text.
const SCRIPTED: &str =
    "; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/// Has the browser load nothing from elsewhere, run nothing but what is ours, and show a page in no other one.
fn with_bounds(state: &AppState, mut response: Response) -> Response {
    let targets = &state.ctx.extensions.get::<Navigation>().form_targets;
    let mut policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
                      frame-ancestors 'none'; form-action 'self'"
            .to_owned();
    for target in targets {
        policy.push(' ');
        policy.push_str(target);
    }
    if response.extensions().get::<Scripted>().is_some() {
        policy.push_str(SCRIPTED);
    }
    let policy = HeaderValue::from_str(&policy).expect("origins are ASCII");
    let fixed = HeaderValue::from_static;
    let bounds: [(HeaderName, HeaderValue); 3] = [
        (CONTENT_SECURITY_POLICY, policy),
        (X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        // Without any, browsers would leave the origin out of forms as well.
        (REFERRER_POLICY, fixed("same-origin")),
    ];
    let redirected = response.status() == StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.extend(bounds);
    if redirected && !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, fixed("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_sentences() {
        for (detail, expected) in [
            ("this was used; begin again", "This was used; begin again."),
            ("iRacing was asked", "iRacing was asked."),
            ("The form cannot be read.", "The form cannot be read."),
        ] {
            assert_eq!(sentence(detail), expected);
        }
    }

    #[test]
    fn programs_are_asked_for_no_pages() {
        for path in ["/", "/auth/sign-out", "/connections", "/apiary", "/nothing"] {
            assert!(is_page(path), "{path}");
        }
        for path in [
            "/api",
            "/api/members",
            "/docs/",
            "/openapi.json",
            "/metrics",
        ] {
            assert!(!is_page(path), "{path}");
        }
    }
}
