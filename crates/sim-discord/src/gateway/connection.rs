//! One web socket: moves frames between the client and `protocol`, and decides nothing.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use serde_json::json;
use tokio::sync::mpsc::{self, UnboundedReceiver};

use super::compression::{Encoder, ZLIB_STREAM};
use super::protocol;
use crate::clock;
use crate::world::Shared;
use crate::world::sessions::{Outgoing, control_frame};

/// How long a client may take to close after the gateway did.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// `GET /`: turns the request into a gateway connection.
pub(crate) async fn upgrade(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if shared.read(|world| world.gateway.refuse_connections) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| serve(shared, socket, query))
}

async fn serve(shared: Arc<Shared>, socket: WebSocket, query: HashMap<String, String>) {
    if query.get("v").is_some_and(|version| version != "10") {
        return hang_up(socket, 4012, "Invalid API version").await;
    }
    if query
        .get("encoding")
        .is_some_and(|encoding| encoding != "json")
    {
        return hang_up(socket, 4002, "Only JSON is simulated").await;
    }
    let compress = query.get("compress").map(String::as_str);
    let (queue, mut outgoing) = mpsc::unbounded_channel();
    let number = shared.update(|world| {
        let gateway = &mut world.gateway;
        gateway.accepted += 1;
        gateway.compressed += u64::from(compress == Some(ZLIB_STREAM));
        let number = gateway.accepted;
        gateway.connections.insert(number, queue);
        let interval = clock::millis(gateway.heartbeat_interval);
        gateway.send(
            number,
            control_frame(10, json!({"heartbeat_interval": interval})),
        );
        number
    });
    let code = exchange(
        &shared,
        socket,
        number,
        &mut outgoing,
        Encoder::new(compress),
    )
    .await;
    // Nobody will write them any more.
    outgoing.close();
    shared
        .unwritten
        .fetch_sub(outgoing.len(), Ordering::Relaxed);
    shared.update(|world| protocol::disconnected(world, number, code));
}

/// Runs until either side ends the connection. Answers the close code that the client sent, if it sent one.
async fn exchange(
    shared: &Shared,
    mut socket: WebSocket,
    number: u64,
    outgoing: &mut UnboundedReceiver<Outgoing>,
    mut encoder: Encoder,
) -> Option<u16> {
    loop {
        tokio::select! {
            () = shared.stopped.cancelled() => {
                // The code of a restart, after which clients may resume.
                hang_up(socket, 1012, "Service Restart").await;
                return None;
            }
            what = outgoing.recv() => {
                let written = match what {
                    Some(Outgoing::Text(text)) => {
                        let message = encoder.message(text).ok()?;
                        socket.send(message).await
                    }
                    Some(Outgoing::CompressPayloads) => {
                        encoder.compress_payloads();
                        Ok(())
                    }
                    Some(Outgoing::Close(code, reason)) => {
                        shared.unwritten.fetch_sub(1, Ordering::Relaxed);
                        hang_up(socket, code, reason).await;
                        return None;
                    }
                    Some(Outgoing::Drop) => {
                        shared.unwritten.fetch_sub(1, Ordering::Relaxed);
                        return None;
                    }
                    None => return None,
                };
                shared.unwritten.fetch_sub(1, Ordering::Relaxed);
                written.ok()?;
            }
            frame = socket.recv() => match frame {
                Some(Ok(Message::Text(text))) => {
                    shared.update(|world| protocol::received(world, number, text.as_str()));
                }
                Some(Ok(Message::Binary(bytes))) => {
                    let text = String::from_utf8_lossy(&bytes);
                    shared.update(|world| protocol::received(world, number, &text));
                }
                Some(Ok(Message::Close(frame))) => {
                    // Polling the socket once more makes it answer the close.
                    let _answered = socket.recv().await;
                    return Some(frame.map_or(1005, |frame| frame.code));
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Err(_)) | None => return None,
            },
        }
    }
}

/// Closes and waits for the client to close too, so that no frame already sent is lost to a reset.
async fn hang_up(mut socket: WebSocket, code: u16, reason: &'static str) {
    let frame = CloseFrame {
        code,
        reason: Utf8Bytes::from_static(reason),
    };
    if socket.send(Message::Close(Some(frame))).await.is_ok() {
        let answer = async { while let Some(Ok(_)) = socket.next().await {} };
        let _late = tokio::time::timeout(CLOSE_TIMEOUT, answer).await;
    }
}
