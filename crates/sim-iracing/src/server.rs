//! The two ports: one for iRacing and the control surface, one for where signed links lead.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::answer::{self, Call};
use crate::clock::http_date;
use crate::faults::{self, Fault};
use crate::world::Shared;
use crate::{control, data, links, oauth};

/// Serves iRacing and the control surface until the world is stopped.
pub(crate) fn spawn(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    let router = Router::new().nest("/sim", control::router());
    serve(listener, router.fallback(iracing), shared)
}

/// Serves what signed links lead to until the world is stopped.
pub(crate) fn spawn_links(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    serve(listener, Router::new().fallback(signed), shared)
}

fn serve(
    listener: TcpListener,
    router: Router<Arc<Shared>>,
    shared: Arc<Shared>,
) -> JoinHandle<()> {
    let stopped = shared.stopped.clone();
    let router = router.with_state(shared);
    // Small answers: without this each exchange may wait 40 ms for a delayed ACK.
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

async fn iracing(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    respond(&shared, request, |call| {
        if faults::is_below(&call.path, "oauth2") {
            oauth::answer(&shared, call)
        } else {
            data::answer(&shared, call)
        }
    })
    .await
}

async fn signed(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    respond(&shared, request, |call| links::answer(&shared, call)).await
}

/// Records a request, has it meet the faults that a test injected, and answers.
async fn respond(
    shared: &Shared,
    request: Request,
    answer: impl Fn(&Call) -> Response,
) -> Response {
    let call = Call::read(request).await;
    let number = shared.record(&call);
    let fault = shared.update(|world| faults::take(&mut world.faults, &call.path));
    let now = shared.clock.now_ms();
    let mut response = match fault {
        None => answer(&call),
        Some(Fault::AppliedThenCut) => {
            answer(&call);
            answer::cut()
        }
        Some(Fault::Slow(time)) => {
            tokio::time::sleep(time).await;
            answer(&call)
        }
        Some(Fault::Hang) => std::future::pending().await,
        Some(fault) => answer::fail(fault, now),
    };
    answer::set(&mut response, "date", http_date(now));
    shared.record_status(number, response.status().as_u16());
    response
}
