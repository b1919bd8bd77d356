//! When it is stopped, the service answers the requests that it has begun.

use paddock_api_types::headers;
use paddock_e2e::{Installation, Signal, WAIT_TIMEOUT, guild_id};
use paddock_sim_discord::OWNER_ID;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A request whose body is still to come, on a connection of its own. The server has read its head:
/// it has asked for the body.
struct Begun {
    connection: TcpStream,
    body: String,
}

impl Begun {
    async fn post(address: &str, key: &str, path: &str, body: &str) -> Self {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\n{}: {key}\r\n{}: {}\r\n{}: {OWNER_ID}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
            headers::API_KEY,
            headers::GUILD_ID,
            guild_id(),
            headers::USER_ID,
            body.len(),
        );
        let mut connection = TcpStream::connect(address).await.unwrap();
        connection.write_all(head.as_bytes()).await.unwrap();
        let mut begun = Self {
            connection,
            body: body.to_owned(),
        };
        let answer = begun.read_until("\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 100 "), "{answer}");
        begun
    }

    async fn send_body(&mut self) {
        self.connection
            .write_all(self.body.as_bytes())
            .await
            .unwrap();
    }

    /// The answer's status line and the rest of it, up to the end of the connection.
    async fn answer(mut self) -> String {
        let mut answer = Vec::new();
        let read = self.connection.read_to_end(&mut answer);
        timeout(WAIT_TIMEOUT, read)
            .await
            .expect("the connection is closed")
            .unwrap();
        String::from_utf8(answer).unwrap()
    }

    async fn read_until(&mut self, end: &str) -> String {
        let mut read = String::new();
        while !read.ends_with(end) {
            let byte = timeout(WAIT_TIMEOUT, self.connection.read_u8()).await;
            let byte = byte.expect("the server answers").expect("more to read");
            read.push(char::from(byte));
        }
        read
    }
}

#[tokio::test]
async fn a_long_poll_and_a_running_request_are_answered_before_the_end() {
    let mut installation = Installation::configured();
    let mut api = installation.start(&["api"]);
    let address = api.address().await;
    let key = installation.bot_key().to_owned();
    let lease = r#"{"limit":20,"wait_ms":25000}"#;
    let register = r#"{"display_name":"Ada Lovelace"}"#;
    let mut poll = Begun::post(&address, &key, "/api/bot/effects/lease", lease).await;
    let mut registration = Begun::post(&address, &key, "/api/members", register).await;
    poll.send_body().await;

    api.signal(Signal::Terminate);
    // The poll ends immediately, with nothing: its time was not up.
    let answer = poll.answer().await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.ends_with(r#"{"effects":[]}"#), "{answer}");
    // The other one is waited for.
    registration.send_body().await;
    let answer = registration.answer().await;
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    assert!(answer.contains("Ada Lovelace"), "{answer}");
    assert_eq!(api.ended().await.code(), Some(0));

    // And what was answered is there.
    let mut api = installation.start(&["api"]);
    let root = api.callers().await.root();
    assert_eq!(
        root.get_me().await.unwrap().member.display_name,
        "Ada Lovelace"
    );
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_the_service_for_ever() {
    let mut installation = Installation::configured();
    let mut api = installation.start(&["api"]);
    let address = api.address().await;
    let body = r#"{"display_name":"Nobody"}"#;
    let stuck = Begun::post(&address, installation.bot_key(), "/api/members", body).await;
    api.signal(Signal::Terminate);
    assert_eq!(api.ended().await.code(), Some(0));
    assert!(!stuck.answer().await.contains("201"));
}

#[tokio::test]
async fn everything_in_one_process_stops_in_good_order() {
    let mut installation = Installation::configured();
    let mut all = installation.start(&[]);
    all.until_printed("Paddock runs").await;
    all.until_logged("connected").await;
    let begun = std::time::Instant::now();
    all.signal(Signal::Terminate);
    assert_eq!(all.ended().await.code(), Some(0), "{}", all.stderr());
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert!(!all.stderr().contains("panicked"), "{}", all.stderr());
    assert!(
        !all.stderr().contains(r#""level":"ERROR""#),
        "{}",
        all.stderr()
    );
    // The session with Discord is kept for the next start.
    assert!(installation.data("gateway-sessions.json").is_file());
}
