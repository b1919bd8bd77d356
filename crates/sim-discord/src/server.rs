//! The one port: gateway, REST, files and the control surface.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::rest::exchanges::Exchanges;
use crate::snowflake::Snowflake;
use crate::world::Shared;
use crate::{control, oauth, page, rest};

/// Serves until the world is stopped.
pub(crate) fn spawn(
    listener: TcpListener,
    shared: Arc<Shared>,
    exchanges: Option<Arc<Exchanges>>,
) -> JoinHandle<()> {
    let stopped = shared.stopped.clone();
    let mut rest = Router::new().fallback(rest::handle);
    if let Some(exchanges) = exchanges {
        rest = rest.layer(middleware::from_fn_with_state(
            exchanges,
            rest::exchanges::record,
        ));
    }
    let page = Router::new()
        .route("/", get(page::or_gateway))
        .route("/page/{name}", get(page::part));
    let router = page
        .route("/attachments/{channel}/{id}/{name}", get(attachment))
        .route(
            "/ephemeral-attachments/{channel}/{id}/{name}",
            get(attachment),
        )
        .route("/oauth2/authorize", get(oauth::page))
        .route("/oauth2/authorize/decide", get(oauth::choose))
        .nest("/sim", control::router())
        .fallback_service(rest.with_state(Arc::clone(&shared)))
        .with_state(shared);
    // Small frames in both directions: without this each exchange waits 40 ms for a delayed ACK.
    let listener = listener.tap_io(|stream| {
        let _unsupported = stream.set_nodelay(true);
    });
    tokio::spawn(async move {
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { stopped.cancelled().await });
        if let Err(error) = serving.await {
            tracing::error!(%error, "the simulator stopped serving");
        }
    })
}

/// Serves an uploaded file, as Discord's CDN does.
async fn attachment(
    State(shared): State<Arc<Shared>>,
    Path((_, id, _)): Path<(Snowflake, Snowflake, String)>,
) -> Response {
    let Some(file) = shared.read(|world| world.files.get(&id).cloned()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // It comes from strangers, and the page to play with has the same origin.
    let shown = file.content_type.starts_with("image/") && !file.content_type.contains("svg");
    let disposition = if shown { "inline" } else { "attachment" };
    let headers = [
        (header::CONTENT_TYPE, file.content_type),
        (header::CONTENT_DISPOSITION, disposition.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, file.content.to_vec()).into_response()
}
