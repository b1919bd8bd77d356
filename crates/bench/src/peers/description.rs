//! Which calls of another program are the work that is measured. Whoever brings the program describes it,
//! so that nothing of it is known here.

use crate::http::{Connection, Request};
use crate::load::Keys;
use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What stands in braces in a call, and what it stands for.
type Words = BTreeMap<String, String>;

/// The member whom a call is about.
const MEMBER: &str = "member";
/// What a key is called, which every call fills in by itself.
const KEY: &str = "key";
const CONTENT_TYPE: &str = "content-type";

/// A program that runs, and its calls.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Peer {
    /// Port on 127.0.0.1.
    port: u16,
    /// Calls that set everything up, once and in this order.
    #[serde(default)]
    prepare: Vec<Call>,
    /// Calls that add a member, in this order.
    #[serde(default)]
    member: Vec<Call>,
    /// An admin's submission for a member.
    submission: Call,
}

/// A call, in which `{member}` is the id of a member, `{key}` a number of 19 digits that no other call has,
/// and any other name in braces what an earlier call has kept under it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    /// Method and path.
    request: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    /// JSON, or a text that is sent as it stands, by default with the media type of JSON.
    body: Option<Value>,
    /// What to keep of the answer, by the name and the JSON pointer to it.
    #[serde(default)]
    keep: BTreeMap<String, String>,
}

impl Peer {
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Makes the calls that come first, and answers one submission for each of the members.
    pub(crate) async fn set_up(
        &self,
        members: impl Iterator<Item = i64>,
        keys: &Keys,
    ) -> Result<Vec<Request>> {
        let mut connection = Connection::open(self.port).await?;
        let mut words = Words::new();
        for call in &self.prepare {
            call.make(self.port, &mut connection, &mut words, keys)
                .await?;
        }
        let mut submissions = Vec::new();
        for member in members {
            let mut words = words.clone();
            words.insert(MEMBER.to_owned(), member.to_string());
            for call in &self.member {
                call.make(self.port, &mut connection, &mut words, keys)
                    .await?;
            }
            submissions.push(self.submission.request(self.port, &words)?);
        }
        Ok(submissions)
    }
}

impl Call {
    async fn make(
        &self,
        port: u16,
        connection: &mut Connection,
        words: &mut Words,
        keys: &Keys,
    ) -> Result<()> {
        let mut request = self.request(port, words)?;
        request.set_key(keys.next());
        let answer = connection.ask(&request).await?;
        for (name, pointer) in &self.keep {
            ensure!(
                name != MEMBER && name != KEY,
                "{}: nothing may be kept as `{name}`",
                self.request
            );
            let kept = answer
                .pointer(pointer)
                .with_context(|| format!("{}: nothing at `{pointer}` of {answer}", self.request))?;
            words.insert(name.clone(), text(kept));
        }
        Ok(())
    }

    fn request(&self, port: u16, words: &Words) -> Result<Request> {
        let (method, path) = self
            .request
            .split_once(' ')
            .with_context(|| format!("`{}` is no method and path", self.request))?;
        let filled = |text: &str| fill(text, words);
        let path = filled(path);
        ensure!(
            path.starts_with('/') && !path.contains(char::is_whitespace),
            "`{path}` is no path"
        );
        let headers = self.headers.iter();
        let (media_types, headers): (Vec<_>, Vec<_>) = headers
            .map(|(name, value)| (&**name, filled(value)))
            .partition(|(name, _)| name.eq_ignore_ascii_case(CONTENT_TYPE));
        let media_type = media_types.first();
        let media_type = media_type.map_or("application/json", |(_, value)| value);
        let body = self.body.as_ref().map(|body| filled(&text(body)));
        let body = body.as_deref().map(|body| (media_type, body));
        let headers = headers.iter().map(|(name, value)| (*name, &**value));
        Ok(Request::plain(port, method, &path, headers, body))
    }
}

/// A text as it stands, and anything else as JSON.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Puts in what the words stand for. Braces around anything else remain.
fn fill(text: &str, words: &Words) -> String {
    let filled = |text: String, (word, value): (&String, &String)| {
        text.replace(&format!("{{{word}}}"), value)
    };
    words.iter().fold(text.to_owned(), filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;

    fn call(json: Value) -> Call {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn braces_around_other_words_remain() {
        let words = Words::from([("season".to_owned(), "7".to_owned())]);
        let filled = fill(r#"{"season": {season}, "note": "{other}"}"#, &words);
        assert_eq!(filled, r#"{"season": 7, "note": "{other}"}"#);
    }

    #[test]
    fn a_request_needs_method_and_path() {
        for request in ["POST", "POST x", "POST /x y", "/x"] {
            let call = call(json!({ "request": request }));
            assert!(call.request(1, &Words::new()).is_err(), "{request}");
        }
    }

    #[test]
    fn a_body_has_one_media_type() {
        let sent = |headers: Value| {
            let call = call(json!({ "request": "POST /x", "headers": headers, "body": "a=b" }));
            call.request(1, &Words::new()).unwrap().text()
        };
        let form = "application/x-www-form-urlencoded";
        for (headers, media_type) in [
            (json!({}), "application/json"),
            (json!({ "Content-Type": form }), form),
        ] {
            let sent = sent(headers).to_lowercase();
            assert_eq!(sent.matches("content-type: ").count(), 1, "{sent}");
            assert!(
                sent.contains(&format!("content-type: {media_type}\r\n")),
                "{sent}"
            );
        }
    }

    /// Answers each request with the next of these bodies. Answers what was requested, once all are.
    async fn serve(listener: TcpListener, answers: &[&str]) -> Vec<String> {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut requests = Vec::new();
        for answer in answers {
            let mut request = String::new();
            while !request.contains("\r\n\r\n") || !request.ends_with(['}', '\n']) {
                let mut part = [0; 1024];
                let read = stream.read(&mut part).await.unwrap();
                request.push_str(std::str::from_utf8(&part[..read]).unwrap());
            }
            requests.push(request);
            let length = answer.len();
            let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{answer}");
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        requests
    }

    #[tokio::test]
    async fn what_was_kept_is_in_every_later_call() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let peer: Peer = serde_json::from_value(json!({
            "port": listener.local_addr().unwrap().port(),
            "prepare": [{ "request": "POST /seasons", "body": {}, "keep": { "season": "/made/id" } }],
            "member": [{ "request": "POST /members/{member}", "body": { "key": "{key}" },
                         "keep": { "token": "/token" } }],
            "submission": { "request": "POST /seasons/{season}/points",
                            "headers": { "Authorization": "Bearer {token}" },
                            "body": "{\"member\": {member}}" },
        }))
        .unwrap();
        let answers = [
            r#"{"made": {"id": 5}}"#,
            r#"{"token": "a"}"#,
            r#"{"token": "b"}"#,
        ];
        let keys = Keys::default();
        let (requests, submissions) =
            tokio::join!(serve(listener, &answers), peer.set_up(8..10, &keys));
        assert!(requests[0].starts_with("POST /seasons HTTP/1.1\r\n"));
        assert!(requests[2].starts_with("POST /members/9 HTTP/1.1\r\n"));
        assert!(requests[2].ends_with(r#"{"key":"0000000000000000002"}"#));
        let submissions = submissions.unwrap();
        for (request, token, member) in [(0, "a", 8), (1, "b", 9)] {
            let sent = submissions[request].text();
            assert!(
                sent.starts_with("POST /seasons/5/points HTTP/1.1\r\n"),
                "{sent}"
            );
            assert!(
                sent.contains(&format!("\r\nAuthorization: Bearer {token}\r\n")),
                "{sent}"
            );
            assert!(
                sent.ends_with(&format!("\r\n\r\n{{\"member\": {member}}}")),
                "{sent}"
            );
        }
    }
}
