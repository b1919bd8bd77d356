//! The API for people to read and try out: Swagger UI, at `/docs/`.
//!
//! It shows what a person with an API token can call, so the bot's operations and credentials are left out of the
//! document that it reads. The whole document is at `/openapi.json`.

use super::page::{etag, unless_known};
use crate::state::AppState;
use axum::Router;
use axum::body::Bytes;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, get};
use std::borrow::Cow;
use std::future::ready;
use std::sync::{Arc, LazyLock};
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{OpenApi, PathItem, Server};
use utoipa_swagger_ui::{Config, Url};

/// The credential that people have.
const TOKEN: &str = "api_token";
/// What only the bot calls, and its tag.
const OF_THE_BOT: (&str, &str) = ("/api/bot/", "bot");

/// As for every page with a script of ours, but for two things of Swagger UI: it makes markup of texts, after it has
/// cleaned them, and has pictures in its style sheet.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `/docs/`, and the document for programs at `/openapi.json`.
pub(crate) fn docs(
    document: impl Fn() -> OpenApi + Clone + Send + Sync + 'static,
) -> Router<AppState> {
    let all = json(document.clone());
    let page = include_str!("../../templates/docs/index.html");
    let style = include_str!("../../templates/docs/docs.css");
    let script = include_str!("../../templates/docs/docs.js");
    Router::new()
        .route("/openapi.json", all)
        .route("/docs", get(async || Redirect::to("/docs/")))
        .route("/docs/", file("text/html; charset=utf-8", page))
        .route("/docs/docs.css", file("text/css; charset=utf-8", style))
        .route(
            "/docs/docs.js",
            file("text/javascript; charset=utf-8", script),
        )
        .route("/docs/openapi.json", json(move || for_people(document())))
        .route("/docs/swagger-ui.css", of_swagger_ui("swagger-ui.css"))
        .route(
            "/docs/swagger-ui-bundle.js",
            of_swagger_ui("swagger-ui-bundle.js"),
        )
}

/// A document, which is made when somebody asks for it, and kept.
fn json(document: impl Fn() -> OpenApi + Send + Sync + 'static) -> MethodRouter<AppState> {
    let kept = Arc::new(LazyLock::new(move || {
        let text = document().to_json().expect("a document is plain data");
        let content = Bytes::from(text);
        (etag(&content), content)
    }));
    get(move |headers: HeaderMap| {
        let kept = kept.clone();
        async move {
            // It takes longer than others should wait for.
            let making = tokio::task::spawn_blocking(move || LazyLock::force(&kept).clone());
            let (tag, content) = making.await.expect("every document can be made");
            let kind = HeaderValue::from_static("application/json");
            answer(&headers, kind, &tag, content)
        }
    })
}

/// A file of the library.
fn of_swagger_ui(name: &str) -> MethodRouter<AppState> {
    let no_urls: [Url<'static>; 0] = [];
    let found = utoipa_swagger_ui::serve(name, Arc::new(Config::new(no_urls)));
    let found = found.ok().flatten().expect("the library has this file");
    assert!(!found.gzpipped, "files are compressed by the proxy");
    let content = match found.bytes {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    };
    file(&found.content_type, content)
}

/// Asked for again each time, so that a new version of Paddock is seen at once.
fn file(kind: &str, content: impl Into<Bytes>) -> MethodRouter<AppState> {
    let content = content.into();
    let tag = etag(&content);
    let kind = HeaderValue::from_str(kind).expect("a kind of file is ASCII");
    get(move |headers: HeaderMap| ready(answer(&headers, kind, &tag, content)))
}

fn answer(headers: &HeaderMap, kind: HeaderValue, tag: &str, content: Bytes) -> Response {
    let fixed = HeaderValue::from_static;
    let named: [(HeaderName, HeaderValue); 5] = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, fixed("public, no-cache")),
        (CONTENT_SECURITY_POLICY, fixed(POLICY)),
        (X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        (REFERRER_POLICY, fixed("same-origin")),
    ];
    unless_known(headers, tag, (named, content).into_response())
}

/// The document without what takes the bot's key, and with one credential: the token.
fn for_people(mut document: OpenApi) -> OpenApi {
    let (paths, tag) = OF_THE_BOT;
    // The policy lets the page ask where it came from, and nobody else.
    document.servers = Some(vec![Server::new("/")]);
    document
        .paths
        .paths
        .retain(|path, _| !path.starts_with(paths));
    if let Some(tags) = &mut document.tags {
        tags.retain(|it| it.name != tag);
    }
    if let Some(components) = &mut document.components {
        components.security_schemes.retain(|name, _| name == TOKEN);
    }
    let token = || SecurityRequirement::new(TOKEN, [] as [&str; 0]);
    for item in document.paths.paths.values_mut() {
        for operation in operations(item) {
            if let Some(security) = &mut operation.security {
                let known = security.contains(&token());
                *security = if known { vec![token()] } else { Vec::new() };
            }
        }
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem {
        get,
        put,
        post,
        delete,
        patch,
        ..
    } = item;
    [get, put, post, delete, patch].into_iter().flatten()
}
