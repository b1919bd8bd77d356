//! The parts of an HTTP/1.1 client that a load generator needs: prepared requests, keep-alive connections, and status and
//! body of the answers.

use crate::plan::Target;
use anyhow::{Context as _, Result, bail, ensure};
use paddock_api_types::headers;
use serde_json::Value;
use std::fmt::Write as _;
use std::net::Ipv4Addr;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The guild of all requests.
pub(crate) const GUILD: i64 = 100_000_000_000_000_001;

/// The channel of all requests.
pub(crate) const CHANNEL: i64 = 300_000_000_000_000_001;

/// Digits of an idempotency key, which looks like the id of an interaction.
const KEY_DIGITS: usize = 19;

/// In the head or body of a request, the place of a key that no other request has.
pub(crate) const KEY: &str = "{key}";

/// A request, ready to be sent any number of times.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    bytes: Vec<u8>,
    /// Positions of its idempotency key.
    keys: Vec<usize>,
}

impl Request {
    /// A request as the bot sends it for a member; writes carry an idempotency key.
    pub(crate) fn new(
        target: &Target,
        user: i64,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Self {
        let body = body.map(Value::to_string);
        let body = body.as_deref().map(|body| ("application/json", body));
        Self::with_text(target, user, method, path, body)
    }

    /// The same with a body of this media type.
    pub(crate) fn with_text(
        target: &Target,
        user: i64,
        method: &str,
        path: &str,
        body: Option<(&str, &str)>,
    ) -> Self {
        let (guild, user, channel) = (GUILD.to_string(), user.to_string(), CHANNEL.to_string());
        let mut headers = vec![
            (headers::API_KEY, &*target.bot_key),
            (headers::GUILD_ID, &guild),
            (headers::USER_ID, &user),
            (headers::CHANNEL_ID, &channel),
            (headers::ROLE_IDS, ""),
            (headers::PERMISSIONS, "0"),
        ];
        if method != "GET" {
            headers.push((headers::IDEMPOTENCY_KEY, KEY));
        }
        Self::plain(target.port, method, path, headers, body)
    }

    /// A request with these headers, and a body with its media type. Each [`KEY`] is a place of the key.
    pub(crate) fn plain<'h>(
        port: u16,
        method: &str,
        path: &str,
        headers: impl IntoIterator<Item = (&'h str, &'h str)>,
        body: Option<(&str, &str)>,
    ) -> Self {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\naccept: */*\r\n");
        for (name, value) in headers {
            _ = write!(head, "{name}: {value}\r\n");
        }
        let (media_type, body) = body.unwrap_or_default();
        if !body.is_empty() {
            _ = write!(head, "content-type: {media_type}\r\n");
        }
        let longer = body.matches(KEY).count() * (KEY_DIGITS - KEY.len());
        let length = body.len() + longer;
        if method != "GET" || length > 0 {
            _ = write!(head, "content-length: {length}\r\n");
        }
        let mut request = Self {
            bytes: Vec::new(),
            keys: Vec::new(),
        };
        request.push(&head);
        request.push("\r\n");
        request.push(body);
        request
    }

    fn push(&mut self, text: &str) {
        for (place, part) in text.split(KEY).enumerate() {
            if place > 0 {
                self.keys.push(self.bytes.len());
                self.bytes.extend([b'0'; KEY_DIGITS]);
            }
            self.bytes.extend_from_slice(part.as_bytes());
        }
    }

    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Sets the key of a write, so that it does not count as a repetition.
    pub(crate) fn set_key(&mut self, number: i64) {
        if self.keys.is_empty() {
            return;
        }
        let digits = format!("{number:0KEY_DIGITS$}");
        for at in &self.keys {
            self.bytes[*at..*at + KEY_DIGITS].copy_from_slice(digits.as_bytes());
        }
    }
}

/// A keep-alive connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Opens one to this port on 127.0.0.1.
    pub(crate) async fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .await
            .context("could not connect to the API")?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(64 << 10),
        })
    }

    /// Sends a request. Answers status and body.
    pub(crate) async fn send(&mut self, request: &Request) -> Result<(u16, &[u8])> {
        self.stream.write_all(&request.bytes).await?;
        self.buffer.clear();
        let mut whole = None;
        loop {
            let read = self.stream.read_buf(&mut self.buffer).await?;
            ensure!(read > 0, "the API closed the connection");
            if whole.is_none() {
                whole = head(&self.buffer)?;
            }
            if let Some(Head { status, body, end }) = whole
                && self.buffer.len() >= end
            {
                ensure!(
                    self.buffer.len() == end,
                    "the API answered more than was requested"
                );
                return Ok((status, &self.buffer[body..end]));
            }
        }
    }

    /// The answer to a request that must succeed, as JSON.
    pub(crate) async fn ask(&mut self, request: &Request) -> Result<Value> {
        let (status, body) = self.send(request).await?;
        let text = String::from_utf8_lossy(body);
        ensure!(
            (200..300).contains(&status),
            "{} was answered {status}: {text}",
            request_line(request)
        );
        if text.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_str(&text)?)
    }

    /// Downloads a file, which comes in chunks because its length is not known in advance.
    pub(crate) async fn download(&mut self, request: &Request) -> Result<String> {
        self.stream.write_all(&request.bytes).await?;
        self.buffer.clear();
        loop {
            let read = self.stream.read_buf(&mut self.buffer).await?;
            ensure!(read > 0, "the API closed the connection");
            if let Some(file) = file(&self.buffer)? {
                return Ok(String::from_utf8(file)?);
            }
        }
    }
}

fn request_line(request: &Request) -> String {
    let line = request.bytes.split(|byte| *byte == b'\r').next();
    String::from_utf8_lossy(line.unwrap_or_default()).into_owned()
}

/// Position of the body in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    status: u16,
    body: usize,
    end: usize,
}

/// Reads the head of an answer, once it is complete.
fn head(buffer: &[u8]) -> Result<Option<Head>> {
    let Some(length) = buffer.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Ok(None);
    };
    let text = std::str::from_utf8(&buffer[..length]).context("a head that is no text")?;
    let mut lines = text.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let status = status.context("an answer without a status")?.parse()?;
    for line in lines {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            let body = length + 4;
            let end = body + value.trim().parse::<usize>()?;
            return Ok(Some(Head { status, body, end }));
        }
    }
    if status == 204 {
        let body = length + 4;
        return Ok(Some(Head {
            status,
            body,
            end: body,
        }));
    }
    bail!("an answer without a length: {text}")
}

/// Joins the chunks of an answer, once they are complete.
fn file(buffer: &[u8]) -> Result<Option<Vec<u8>>> {
    let find = |from: usize, what: &[u8]| {
        let mut places = buffer.get(from..)?.windows(what.len());
        places.position(|it| it == what).map(|place| from + place)
    };
    let Some(length) = find(0, b"\r\n\r\n") else {
        return Ok(None);
    };
    ensure!(
        buffer.starts_with(b"HTTP/1.1 200 "),
        "a file was answered {}",
        String::from_utf8_lossy(buffer)
    );
    let (mut file, mut at) = (Vec::new(), length + 4);
    while let Some(end) = find(at, b"\r\n") {
        let size = std::str::from_utf8(&buffer[at..end])?;
        let size = usize::from_str_radix(size, 16).context("a chunk without a size")?;
        let start = end + 2;
        at = start + size + 2;
        if at > buffer.len() {
            break;
        }
        if size == 0 {
            return Ok(Some(file));
        }
        file.extend_from_slice(&buffer[start..start + size]);
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_of_an_answer_is_found() {
        let answer = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\nx: y\r\n\r\n{}";
        let found = head(answer).unwrap().unwrap();
        assert_eq!(
            (found.status, &answer[found.body..found.end]),
            (201, &b"{}"[..])
        );
        assert_eq!(head(&answer[..30]).unwrap(), None);
    }

    #[test]
    fn a_file_is_complete_with_its_last_chunk() {
        let answer = b"HTTP/1.1 200 OK\r\nx: y\r\n\r\n2\r\na\r\r\na\r\n\nbcdefghij\r\n0\r\n\r\n";
        for length in 0..answer.len() {
            assert_eq!(file(&answer[..length]).unwrap(), None, "{length} bytes");
        }
        assert_eq!(
            file(answer).unwrap().as_deref(),
            Some(&b"a\r\nbcdefghij"[..])
        );
        assert!(file(b"HTTP/1.1 404 Not Found\r\n\r\n{}").is_err());
    }

    #[test]
    fn only_the_key_changes() {
        let target = Target {
            port: 1,
            bot_key: "key".to_owned(),
            root: 1,
            database: String::new(),
            process: 1,
            standings: 0,
            entries: 0,
        };
        let mut request = Request::new(&target, 7, "POST", "/", None);
        let before = request.bytes.clone();
        request.set_key(12);
        let text = request.text();
        assert_eq!(text.len(), before.len());
        assert!(text.contains("idempotency-key: 0000000000000000012\r\n"));
    }

    #[test]
    fn a_body_with_a_key_is_as_long_as_it_says() {
        let body = ("text/plain", "<{key}> and <{key}>");
        let mut request = Request::plain(1, "POST", "/{key}", [("x", "y")], Some(body));
        request.set_key(7);
        let text = request.text();
        assert!(text.starts_with("POST /0000000000000000007 HTTP/1.1\r\n"));
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert_eq!(body, "<0000000000000000007> and <0000000000000000007>");
        assert!(head.ends_with("content-length: 47"), "{head}");
    }
}
