//! The service put together: state, routes, start and stop.

use crate::auth::credentials::Authenticator;
use crate::clock::{Clock, SystemClock};
use crate::config::{Config, HttpConfig};
use crate::context::Context;
use crate::db::{self, Database};
use crate::error::ApiError;
use crate::http::{self, Bounds, Metrics, Routes};
use crate::ids::{Ids, Rng, SystemRng};
use crate::iracing::Keyring;
use crate::jobs::{self, Jobs};
use crate::state::{AppState, Shared};
use crate::tokens::JwtKey;
use crate::{audit, capabilities, effects, pages, seasons};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use paddock_api_types::ErrorCode;
use secrecy::SecretString;
use std::{io, sync::Arc, time::Duration};
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::openapi::{OpenApi, Server};

/// No body that people send is larger.
pub(crate) const MAX_BODY: usize = 64 << 10;
/// No path with its query is longer, in bytes; the longest that anybody sends has a cursor.
const MAX_ADDRESS: usize = 8 << 10;
/// Longer than the longest long poll.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(35);
/// How long requests and jobs may take to end once the service stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);

/// What tests replace.
#[derive(Clone)]
pub struct Seams {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// What runs in the background. It looks for work by real time, so what a test with a clock of its
    /// own finds would depend on how long it takes.
    pub jobs: Jobs,
}

impl Default for Seams {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            rng: Arc::new(SystemRng),
            jobs: capabilities::jobs(),
        }
    }
}

/// The service, ready to listen.
pub struct App {
    state: AppState,
    router: Router,
    bounds: Bounds,
    jobs: Jobs,
}

impl App {
    /// Opens the database, brings it up to date, and puts everything together.
    ///
    /// # Panics
    ///
    /// When a secret is missing: the caller fills in what the configuration may leave out.
    pub async fn build(config: &Config, seams: Seams) -> Result<Self, db::Error> {
        let db = Database::open(&config.database).await?;
        db.migrate().await?;
        let ids = Ids::new(seams.rng);
        // A clock that went back since they were made must not put later ones before them.
        for latest in [
            audit::service::latest_id(&db).await?,
            effects::service::latest_id(&db).await?,
            seasons::service::latest_id(&db).await?,
        ] {
            ids.rise_above(latest.unwrap_or_default());
        }
        let secret = |secret: &Option<SecretString>| secret.clone().expect("secrets are filled in");
        let jwt_secret = secret(&config.secrets.jwt_secret_key);
        let jwt = JwtKey::new(&jwt_secret, config.secrets.jwt_algorithm);
        let bot_key = secret(&config.secrets.bot_api_key);
        let metrics = Metrics::new(db.engine());
        let mut extensions = capabilities::extensions(config.settings.clone());
        extensions.insert(Keyring::new(&config.secrets.token_encryption_keys));
        let ctx = Context {
            db,
            clock: seams.clock,
            ids: Arc::new(ids),
            base_url: Arc::new(config.http.base_url.clone()),
            root_admin_id: config.root_admin_id,
            token_lifetime: config.secrets.token_lifetime,
            extensions: Arc::new(extensions),
            changed: Arc::new(Notify::new()),
            writes: Arc::default(),
            rights: watch::Sender::new(()),
            stopping: CancellationToken::new(),
        };
        let auth = Authenticator::new(bot_key, jwt.clone(), &config.http);
        let state = AppState::from(Shared {
            ctx,
            auth,
            jwt,
            metrics,
        });
        let router = router(state.clone(), &config.http);
        let bounds = Bounds {
            connections: config.http.max_connections,
            head: config.http.header_timeout,
        };
        Ok(Self {
            state,
            router,
            bounds,
            jobs: seams.jobs,
        })
    }

    /// Answers requests and runs jobs until `stop`, then lets both end and closes the database.
    pub async fn serve(self, listener: TcpListener, stop: CancellationToken) -> io::Result<()> {
        let stopping = self.state.ctx.stopping.clone();
        let jobs = tokio::spawn(jobs::run(self.state.clone(), self.jobs));
        let server = http::serve_connections(
            listener,
            self.router,
            http::unreadable(&self.state),
            self.bounds,
            stop.clone(),
            stopping.clone(),
        );
        let deadline = async {
            stop.cancelled().await;
            tokio::time::sleep(SHUTDOWN_TIMEOUT).await;
        };
        tokio::select! {
            () = server => {}
            () = deadline => tracing::warn!("some requests did not end in time and are given up"),
        }
        stopping.cancel();
        // A job that hangs on a dead connection must not keep the process.
        tokio::time::timeout(SHUTDOWN_TIMEOUT, jobs).await.ok();
        self.state.ctx.db.close().await;
        Ok(())
    }
}

/// The OpenAPI document of this version.
pub fn openapi() -> OpenApi {
    let (_, entries) = routes().split();
    http::document(&entries)
}

/// Every operation.
fn routes() -> Routes {
    capabilities::routes().merge(http::router())
}

fn router(state: AppState, config: &HttpConfig) -> Router {
    let (router, entries) = routes().split();
    let base_url = config.base_url.to_string();
    let document = move || {
        let mut document = http::document(&entries);
        // Where this page came from, and the public address.
        document.servers = Some(vec![Server::new("/"), Server::new(&base_url)]);
        document
    };
    let router = router
        .merge(pages::docs(document))
        .merge(capabilities::page_router())
        .fallback(async || ApiError::new(ErrorCode::NotFound, http::NO_SUCH_PATH))
        .method_not_allowed_fallback(async || {
            ApiError::new(ErrorCode::MethodNotAllowed, http::NO_SUCH_METHOD)
        })
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(CatchPanicLayer::custom(answer_panic))
        .layer(from_fn(give_up_in_time))
        .layer(from_fn(refuse_long_addresses))
        .layer(from_fn_with_state(state.clone(), http::refuse_cross_site));
    // Answers what a browser asks before it sends a request, so it stands before what refuses.
    let router = match http::cors(&config.cors_origins) {
        Some(cors) => router.layer(cors),
        None => router,
    };
    router
        .layer(from_fn_with_state(state.clone(), pages::surround))
        .layer(from_fn_with_state(state.clone(), http::trace))
        // Again, for the layers above: a fault in one of them must not drop the connection.
        .layer(CatchPanicLayer::custom(answer_panic))
        .with_state(state)
}

fn answer_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    ApiError::internal(Panicked(describe(&*panic))).into_response()
}

async fn refuse_long_addresses(request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query();
    if address.is_some_and(|it| it.as_str().len() > MAX_ADDRESS) {
        return ApiError::new(ErrorCode::UriTooLong, "The address is too long.").into_response();
    }
    next.run(request).await
}

async fn give_up_in_time(request: Request, next: Next) -> Response {
    tokio::time::timeout(REQUEST_TIMEOUT, next.run(request))
        .await
        .unwrap_or_else(|_| {
            let detail = "The request took too long. Try again.";
            ApiError::new(ErrorCode::Timeout, detail).into_response()
        })
}

/// A handler panicked: a fault of ours that must not take the process with it.
#[derive(Debug, thiserror::Error)]
#[error("a handler panicked: {0}")]
struct Panicked(String);

fn describe(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
