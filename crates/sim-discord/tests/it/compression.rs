//! What clients ask to be compressed, and how they resume then.

use flate2::{Decompress, FlushDecompress, Status};
use futures_util::{SinkExt, StreamExt};
use paddock_sim_discord::{Options, SimDiscord};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use twilight_gateway::Event;

use crate::helpers::{ALL_INTENTS, Bot, LIMIT, start};

/// How a flush ends.
const SYNC: [u8; 4] = [0, 0, 0xff, 0xff];

struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    stream: Decompress,
}

impl Client {
    async fn connect(sim: &SimDiscord, query: &str) -> Self {
        let url = format!("{}/?v=10&encoding=json{query}", sim.gateway_url());
        let (socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
        let stream = Decompress::new(true);
        Self { socket, stream }
    }

    async fn send(&mut self, frame: Value) {
        let text = Message::text(frame.to_string());
        self.socket.send(text).await.unwrap();
    }

    async fn identify(&mut self, compress: bool) {
        let data = json!({
            "token": Options::default().bot_token, "intents": ALL_INTENTS.bits(), "properties": {},
            "compress": compress,
        });
        self.send(json!({"op": 2, "d": data})).await;
    }

    async fn message(&mut self) -> Message {
        let next = tokio::time::timeout(LIMIT, self.socket.next());
        next.await.unwrap().unwrap().unwrap()
    }

    /// The next frame of the one stream that a connection is.
    async fn streamed(&mut self) -> Value {
        let Message::Binary(bytes) = self.message().await else {
            panic!("a frame that is not compressed");
        };
        assert!(bytes.ends_with(&SYNC), "{bytes:?}");
        inflate(&mut self.stream, &bytes).expect("the next part of the stream")
    }

    /// Reads on to an event, and answers its number with it.
    async fn event(&mut self, name: &str) -> (u64, Value) {
        loop {
            let mut frame = self.streamed().await;
            if frame["t"] == name {
                return (frame["s"].as_u64().unwrap(), frame["d"].take());
            }
        }
    }
}

/// The frame in a part of a stream; none where the part belongs to another.
fn inflate(stream: &mut Decompress, part: &[u8]) -> Option<Value> {
    let mut text = Vec::with_capacity(1 << 20);
    let done = stream.decompress_vec(part, &mut text, FlushDecompress::Sync);
    done.ok()?;
    serde_json::from_slice(&text).ok()
}

#[tokio::test]
async fn a_connection_is_one_stream_and_a_resume_begins_another() {
    let sim = start(Options::default()).await;
    let mut client = Client::connect(&sim, "&compress=zlib-stream").await;
    assert_eq!(client.streamed().await["op"], 10);
    // A stream already, so that this changes nothing.
    client.identify(true).await;
    let (_, ready) = client.event("READY").await;
    let (seq, guild) = client.event("GUILD_CREATE").await;
    assert_eq!(guild["members"].as_array().unwrap().len(), 14);
    client.send(json!({"op": 1, "d": seq})).await;
    assert_eq!(client.streamed().await["op"], 11);

    let Client { socket, mut stream } = client;
    drop(socket);
    let gone = sim.wait_until(|view| view.connected() == 0, LIMIT);
    gone.await.unwrap();
    sim.leave("ada");
    let mut again = Client::connect(&sim, "&compress=zlib-stream").await;
    let Message::Binary(hello) = again.message().await else {
        panic!("a frame that is not compressed");
    };
    assert!(
        inflate(&mut stream, &hello).is_none(),
        "the stream of before goes on"
    );
    assert_eq!(inflate(&mut again.stream, &hello).unwrap()["op"], 10);
    let resume = json!({
        "token": Options::default().bot_token, "session_id": ready["session_id"], "seq": seq,
    });
    again.send(json!({"op": 6, "d": resume})).await;
    let (_, left) = again.event("GUILD_MEMBER_REMOVE").await;
    assert_eq!(left["user"]["username"], "ada");
    again.event("RESUMED").await;
    assert_eq!(sim.gateway().compressed(), 2);
}

#[tokio::test]
async fn payloads_are_compressed_one_by_one_where_identify_asks_for_it() {
    let sim = start(Options::default()).await;
    let mut client = Client::connect(&sim, "").await;
    assert!(
        client.message().await.is_text(),
        "HELLO comes before IDENTIFY"
    );
    client.identify(true).await;
    for name in ["READY", "GUILD_CREATE"] {
        let Message::Binary(bytes) = client.message().await else {
            panic!("a frame that is not compressed");
        };
        let mut text = Vec::with_capacity(1 << 20);
        let mut whole = Decompress::new(true);
        let status = whole.decompress_vec(&bytes, &mut text, FlushDecompress::Finish);
        assert_eq!(status.unwrap(), Status::StreamEnd);
        let frame: Value = serde_json::from_slice(&text).unwrap();
        assert_eq!(frame["t"], name);
    }
    assert_eq!(sim.gateway().compressed(), 0);

    let mut plain = Client::connect(&sim, "").await;
    plain.identify(false).await;
    for _ in 0..3 {
        assert!(plain.message().await.is_text());
    }
}

#[tokio::test]
async fn twilight_reads_the_stream_and_resumes_over_a_new_one() {
    let sim = start(Options::default()).await;
    let mut bot = Bot::ready(&sim, ALL_INTENTS).await;
    for _ in 0..3 {
        sim.request_reconnect();
        bot.see(|event| matches!(event, Event::Resumed)).await;
        sim.set_nick("ada", Some("Ada L"));
        bot.see(|event| matches!(event, Event::MemberUpdate(_)))
            .await;
        sim.set_nick("ada", None);
        bot.see(|event| matches!(event, Event::MemberUpdate(_)))
            .await;
    }
    let gateway = sim.gateway();
    assert_eq!((gateway.connections(), gateway.compressed()), (4, 4));
    assert_eq!((gateway.identifies(), gateway.resumes()), (1, 3));
}
