//! Requests in JSON to a program that a recipe started on loopback.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

const TIMEOUT: Duration = Duration::from_secs(10);

/// Connections to a program on loopback, which are used again.
pub(crate) fn agent(timeout: Duration) -> Agent {
    Agent::new_with_config(
        Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            // The environment may name a proxy, which does not reach this machine's loopback.
            .proxy(None)
            .build(),
    )
}

/// Sends one request and returns the status and body of its response, whatever the status.
pub(crate) fn send(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&Value>,
) -> Result<(u16, String)> {
    send_by(&agent(TIMEOUT), port, method, path, headers, body)
}

/// Like [`send`], over a connection of an earlier request where there is one.
pub(crate) fn send_by(
    agent: &Agent,
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&Value>,
) -> Result<(u16, String)> {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:{port}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = match body {
        Some(body) => {
            let request = request.header("Content-Type", "application/json");
            agent.run(request.body(body.to_string())?)?
        }
        None if method == "GET" => agent.run(request.body(())?)?,
        // `()` would be sent as a chunked body without chunks.
        None => agent.run(request.body("")?)?,
    };
    let text = response.body_mut().read_to_string()?;
    Ok((response.status().as_u16(), text))
}

/// The body of a response that is a success, or else status and code in a few words, by which failures
/// are counted.
pub(crate) fn outcome(sent: Result<(u16, String)>) -> Result<Value, String> {
    let Ok((status, text)) = sent else {
        return Err("no answer".to_owned());
    };
    let answer: Value = serde_json::from_str(&text).unwrap_or_default();
    if (200..300).contains(&status) {
        return Ok(answer);
    }
    let code = answer["code"].as_str().unwrap_or_default();
    Err(format!("{status} {code}"))
}

/// Like [`send`], for a response that must be a success and either JSON or empty.
pub(crate) fn send_json(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&Value>,
) -> Result<Value> {
    let (status, text) = send(port, method, path, headers, body)
        .with_context(|| format!("{method} {path} got no response"))?;
    ensure!(
        (200..300).contains(&status),
        "{method} {path} failed with status {status}: {text}"
    );
    if text.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&text)
        .with_context(|| format!("{method} {path} did not return JSON: {text}"))
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread::{JoinHandle, spawn};

    use serde_json::json;

    use super::*;

    /// Serves one connection: returns what was requested, as head and body.
    fn server(response: &'static str) -> (u16, JoinHandle<(String, String)>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let served = spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(&stream);
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                reader.read_line(&mut head).unwrap();
            }
            let head = head.to_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
            reader.read_exact(&mut body).unwrap();
            (&stream).write_all(response.as_bytes()).unwrap();
            (head, String::from_utf8(body).unwrap())
        });
        (port, served)
    }

    #[test]
    fn method_headers_and_body_are_sent() {
        let (port, served) =
            server("HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}");
        let body = json!({ "name": "Ada" });
        let headers = [("X-Guild-Id", "7")];
        let created = send_json(port, "POST", "/api/members?x=1", &headers, Some(&body)).unwrap();
        assert_eq!(created, json!({ "id": "1" }));
        let (head, sent) = served.join().unwrap();
        assert!(head.starts_with("post /api/members?x=1 http/1.1\r\n"));
        assert!(head.contains("\r\nx-guild-id: 7\r\n"));
        assert!(head.contains("\r\ncontent-type: application/json\r\n"));
        assert_eq!(sent, r#"{"name":"Ada"}"#);
    }

    #[test]
    fn a_write_may_have_no_body_and_its_response_neither() {
        let (port, served) = server("HTTP/1.1 204 No Content\r\n\r\n");
        let value = send_json(port, "PUT", "/admin", &[], None).unwrap();
        assert_eq!(value, Value::Null);
        let (head, _) = served.join().unwrap();
        assert!(head.contains("\r\ncontent-length: 0\r\n"), "{head}");
    }

    #[test]
    fn a_refusal_is_a_response_and_no_success() {
        let refusal = "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}";
        let (port, served) = server(refusal);
        let response = send(port, "GET", "/", &[], None).unwrap();
        assert_eq!(response, (404, "{}".to_owned()));
        served.join().unwrap();

        let (port, served) = server(refusal);
        let error = send_json(port, "GET", "/", &[], None).unwrap_err();
        assert_eq!(error.to_string(), "GET / failed with status 404: {}");
        served.join().unwrap();
    }

    #[test]
    fn half_a_response_is_an_error() {
        let (port, served) = server("HTTP/1.1 200 OK\r\n");
        assert!(send(port, "GET", "/", &[], None).is_err());
        served.join().unwrap();
    }
}
