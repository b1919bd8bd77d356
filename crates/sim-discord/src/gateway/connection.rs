//! One web socket: frames in, frames out, nothing decided here.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use serde_json::json;
use tokio::sync::mpsc::{self, UnboundedReceiver};

use super::{Outgoing, protocol};
use crate::world::Shared;

/// `GET /`: turns the request into a gateway connection.
pub(crate) async fn upgrade(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if shared.read(|world| world.gateway.refuse_connections) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| converse(shared, socket, query))
}

async fn converse(shared: Arc<Shared>, mut socket: WebSocket, query: HashMap<String, String>) {
    if query.get("v").is_some_and(|version| version != "10") {
        return hang_up(socket, 4012, "Invalid API version").await;
    }
    if query
        .get("encoding")
        .is_some_and(|encoding| encoding != "json")
    {
        return hang_up(socket, 4002, "Only JSON is simulated").await;
    }
    let (queue, mut outgoing) = mpsc::unbounded_channel();
    let (number, interval) = shared.update(|world| {
        world.gateway.accepted += 1;
        let number = world.gateway.accepted;
        world.gateway.connections.insert(number, queue);
        (number, world.gateway.heartbeat_interval)
    });
    let interval = u64::try_from(interval.as_millis()).unwrap_or(41_250);
    let hello = json!({"op": 10, "d": {"heartbeat_interval": interval}, "s": null, "t": null});
    let code = match socket.send(Message::Text(hello.to_string().into())).await {
        Ok(()) => exchange(&shared, socket, number, &mut outgoing).await,
        Err(_) => None,
    };
    shared.update(|world| protocol::disconnected(world, number, code));
}

/// Runs until either side ends it; answers the close code that the client sent, if it sent one.
async fn exchange(
    shared: &Shared,
    mut socket: WebSocket,
    number: u64,
    outgoing: &mut UnboundedReceiver<Outgoing>,
) -> Option<u16> {
    loop {
        tokio::select! {
            () = shared.stopped.cancelled() => {
                // A restart, as Discord does one: clients may resume.
                hang_up(socket, 1012, "Service Restart").await;
                return None;
            }
            what = outgoing.recv() => match what {
                Some(Outgoing::Text(text)) => socket.send(Message::Text(text.into())).await.ok()?,
                Some(Outgoing::Close(code, reason)) => {
                    hang_up(socket, code, reason).await;
                    return None;
                }
                Some(Outgoing::Drop) | None => return None,
            },
            frame = socket.recv() => match frame {
                Some(Ok(Message::Text(text))) => {
                    shared.update(|world| protocol::received(world, number, text.as_str()));
                }
                Some(Ok(Message::Binary(bytes))) => {
                    let text = String::from_utf8_lossy(&bytes);
                    shared.update(|world| protocol::received(world, number, &text));
                }
                Some(Ok(Message::Close(frame))) => {
                    // The socket answers a close by itself once it is polled again.
                    let _answered = socket.recv().await;
                    return Some(frame.map_or(1005, |frame| frame.code));
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Err(_)) | None => return None,
            },
        }
    }
}

/// Closes and waits for the answer, so that no frame already sent is lost to a reset.
async fn hang_up(mut socket: WebSocket, code: u16, reason: &'static str) {
    let frame = CloseFrame {
        code,
        reason: Utf8Bytes::from_static(reason),
    };
    if socket.send(Message::Close(Some(frame))).await.is_ok() {
        let answer = async { while let Some(Ok(_)) = socket.next().await {} };
        let _late = tokio::time::timeout(CLOSE_LIMIT, answer).await;
    }
}

const CLOSE_LIMIT: std::time::Duration = std::time::Duration::from_secs(2);
