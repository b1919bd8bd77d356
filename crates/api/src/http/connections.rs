//! Connections: how many there may be, how long one may take to say what it wants, and how they end.
//!
//! Each connection either waits for a request or has one under way. Whoever holds no credential can
//! only make it wait, as a request without one is refused before its body is read. So where there are
//! as many as may be, the one that has waited longest makes room for the next: half-sent heads keep
//! nobody out, and neither do idle connections.

use super::heads::{Heads, Unreadable};
use super::registry::{Bounds, Place, Registry};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How often connections are looked through for those that take too long.
const SWEEP_EVERY: Duration = Duration::from_millis(500);
/// How long to wait after no connection could be accepted, for want of files or of memory.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_millis(50);
/// The most that a head may have. The longest that anybody sends has the roles of a member, some 6 KB.
const MAX_HEAD: usize = 128 << 10;

/// Answers what comes in until `stop`, then waits for what is under way; `stopping` is cancelled in
/// between, so that whoever waits for something is answered.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    unreadable: Unreadable,
    bounds: Bounds,
    stop: CancellationToken,
    stopping: CancellationToken,
) {
    let registry = Arc::new(Registry::new(bounds));
    let connections = TaskTracker::new();
    let mut sweep = tokio::time::interval(SWEEP_EVERY);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            _ = sweep.tick() => {
                registry.sweep(Instant::now());
                continue;
            }
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let Some(place) = registry.place(Instant::now()) else {
                    refuse(&stream, &unreadable);
                    continue;
                };
                let connection = Connection {
                    router: router.clone(),
                    unreadable: unreadable.clone(),
                    peer,
                    place: Arc::new(place),
                    stopping: stopping.clone(),
                };
                connections.spawn(connection.serve(stream));
            }
            Err(error) if is_of_the_connection(&error) => {}
            Err(error) => {
                tracing::warn!("could not accept a connection: {error}");
                // Out of files, most likely, and one that waits has one.
                registry.make_room();
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
    stopping.cancel();
    drop(listener);
    connections.close();
    connections.wait().await;
}

/// Gone before it was accepted, which is nobody's fault.
fn is_of_the_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

/// All others have requests under way. What does not fit into the buffer of a new connection is lost.
fn refuse(stream: &TcpStream, unreadable: &Unreadable) {
    tracing::warn!("a connection was refused: there are as many as may be");
    stream.try_write(&unreadable(503)).ok();
}

struct Connection {
    router: Router,
    unreadable: Unreadable,
    peer: SocketAddr,
    place: Arc<Place>,
    stopping: CancellationToken,
}

impl Connection {
    async fn serve(self, stream: TcpStream) {
        // Small answers should not wait for more to come.
        stream.set_nodelay(true).ok();
        let heard = self.place.clone();
        let heads = Heads::new(stream, self.unreadable, move || heard.heard());
        let router = TowerToHyperService::new(self.router);
        let (peer, place) = (self.peer, self.place.clone());
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let under_way = place.clone().begin();
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let answering = router.call(request);
            async move {
                let Ok(response) = answering.await;
                // Under way until the last of the body was taken.
                let response: Response = response.map(|body| {
                    Body::new(body.map_err(move |error| {
                        let _ = &under_way;
                        error
                    }))
                });
                Ok::<_, Infallible>(response)
            }
        });
        let mut connection = pin!(
            http1::Builder::new()
                .header_read_timeout(None)
                .max_header_size(MAX_HEAD)
                .serve_connection(TokioIo::new(heads), service)
        );
        let mut ending = false;
        loop {
            tokio::select! {
                served = connection.as_mut() => {
                    if let Err(error) = served {
                        tracing::debug!("a connection broke off: {error}");
                    }
                    break;
                }
                () = self.place.closed() => break,
                () = self.stopping.cancelled(), if !ending => {
                    ending = true;
                    connection.as_mut().graceful_shutdown();
                }
            }
        }
    }
}
