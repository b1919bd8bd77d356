//! The shell, and answers with a page.

use super::navigation::{Flash, NavEntry};
use crate::error::ApiError;
use crate::http::Written;
use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use paddock_api_types::ErrorCode;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use url::form_urlencoded;

/// What the shell shows around the content of a page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) title: String,
    /// Where it is.
    pub(super) path: String,
    pub(crate) entries: Vec<NavEntry>,
    /// Who is signed in.
    pub(crate) visitor: Option<Who>,
    /// What was done before.
    pub(crate) flash: Option<Flash>,
}

/// Who is signed in, for people to read.
#[derive(Debug, Clone)]
pub(crate) struct Who {
    /// The name that they chose.
    pub(crate) name: String,
    /// The server in which they act.
    pub(crate) server: String,
}

impl Page {
    /// Whether this page is the one that an entry leads to, or below it.
    pub(crate) fn is_current(&self, entry: &NavEntry) -> bool {
        let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        let home = entry.path == "/";
        self.path == entry.path || (!home && self.path.strip_prefix(entry.path).is_some_and(below))
    }
}

/// Answers with a page about somebody, which nothing on the way may keep.
pub(crate) fn show(page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => html(text, "no-store"),
        Err(error) => ApiError::internal(error).into_response(),
    }
}

/// A page with a script of ours, which may ask us for what changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scripted;

/// Answers with a page that is about nobody, unless the browser has it.
pub(crate) fn show_public(headers: &HeaderMap, page: &impl Template) -> Response {
    unless_the_same(headers, page)
}

/// Answers with a page whose script shows what changes, unless the browser has it. It may only show what is
/// good to be shown again by a browser that goes back.
pub(crate) fn show_live(headers: &HeaderMap, page: &impl Template) -> Response {
    let mut response = unless_the_same(headers, page);
    response.extensions_mut().insert(Scripted);
    response
}

fn unless_the_same(headers: &HeaderMap, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => {
            let tag = etag(text.as_bytes());
            let mut response = html(text, "private, no-cache");
            let cookie = HeaderValue::from_static("cookie");
            response.headers_mut().insert(VARY, cookie);
            unless_known(headers, &tag, response)
        }
        Err(error) => ApiError::internal(error).into_response(),
    }
}

/// Leads to another page, which is read.
pub(crate) fn see_other(to: &str) -> Response {
    // What is no header value is no address that we made.
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}

/// A moment, which a browser could say in its own zone and people can read as it stands.
pub(crate) fn time(at: &Timestamp) -> String {
    format!("<time datetime=\"{at}\">{}</time>", full_time(at))
}

/// A moment to the minute, for people to read.
pub(crate) fn full_time(at: &Timestamp) -> String {
    let zoned = at.to_zoned(jiff::tz::TimeZone::UTC);
    zoned.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// Has the status and body of an answer stay as they are, also where that is an error.
pub(crate) fn complete(mut response: Response) -> Response {
    response.extensions_mut().insert(Written);
    response
}

fn html(text: String, cache: &'static str) -> Response {
    let kind = (CONTENT_TYPE, "text/html; charset=utf-8");
    ([kind, (CACHE_CONTROL, cache)], text).into_response()
}

/// Names what is sent, so that the same need not be sent again.
pub(super) fn etag(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..16]))
}

/// The answer with its tag, or only that the browser has it.
pub(super) fn unless_known(headers: &HeaderMap, tag: &str, mut response: Response) -> Response {
    let known = headers.get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let known = known.is_some_and(|known| {
        let mut tags = known.split(',').map(str::trim);
        tags.any(|it| it == "*" || it.trim_start_matches("W/") == tag)
    });
    let value = HeaderValue::from_str(tag).expect("letters and digits");
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = axum::body::Body::empty();
        response.headers_mut().remove(CONTENT_TYPE);
    }
    response.headers_mut().insert(ETAG, value);
    response
}

/// Reads a form.
pub(crate) fn form<T: DeserializeOwned>(body: &str) -> Result<T, ApiError> {
    serde_urlencoded::from_str(body).map_err(|error| {
        let detail = format!("The form cannot be read: {error}.");
        ApiError::new(ErrorCode::InvalidRequest, detail)
    })
}

/// A path, which may have a query, with one more parameter.
pub(crate) fn with_query(path: &str, name: &str, value: &str) -> String {
    let (path, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (path, String::new()),
    };
    let joint = if path.contains('?') { '&' } else { '?' };
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair(name, value)
        .finish();
    format!("{path}{joint}{query}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_current_page_is_marked_and_home_only_at_home() {
        let page = |path: &str| Page {
            title: String::new(),
            path: path.to_owned(),
            entries: Vec::new(),
            visitor: None,
            flash: None,
        };
        let entry = |path| NavEntry { path, label: "" };
        assert!(page("/").is_current(&entry("/")));
        assert!(!page("/connections").is_current(&entry("/")));
        assert!(page("/connections/iracing").is_current(&entry("/connections")));
        assert!(!page("/connectionsx").is_current(&entry("/connections")));
    }

    #[test]
    fn a_parameter_is_added_to_what_is_there() {
        assert_eq!(with_query("/a", "b", "c d"), "/a?b=c+d");
        assert_eq!(with_query("/a?x=1#y", "b", "/c?d"), "/a?x=1&b=%2Fc%3Fd#y");
    }
}
