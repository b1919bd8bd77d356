//! One request and its answer: what was received, whole and within bounds, and what it means.

use crate::{AccessToken, Error, Weather, weather};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{Method, Request, StatusCode, Url};
use serde::Deserialize;
use std::time::Duration;

/// Connections to iRacing and to where its signed links lead.
#[derive(Debug, Clone)]
pub(crate) struct Transport {
    http: reqwest::Client,
    timeout: Duration,
    body_limit: usize,
}

/// What was received.
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// What an error says, in every spelling that was seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Complaint {
    #[serde(deserialize_with = "crate::model::lenient::text")]
    pub(crate) error: Option<String>,
    #[serde(deserialize_with = "crate::model::lenient::text")]
    pub(crate) error_description: Option<String>,
    #[serde(deserialize_with = "crate::model::lenient::text")]
    pub(crate) note: Option<String>,
}

impl Transport {
    pub(crate) fn new(timeout: Duration, body_limit: usize) -> Result<Self, Error> {
        let http = reqwest::Client::builder()
            .user_agent(concat!("paddock-iracing/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(timeout.min(Duration::from_secs(5)))
            .pool_idle_timeout(Duration::from_mins(1))
            // A redirect would carry a token somewhere else.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| Error::Config("no HTTP client could be made".to_owned()))?;
        Ok(Self {
            http,
            timeout,
            body_limit,
        })
    }

    /// Sends a request once.
    pub(crate) async fn send(&self, mut request: Request) -> Result<Received, Error> {
        *request.timeout_mut() = Some(self.timeout);
        let mut response = self.http.execute(request).await.map_err(unreachable)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(unreachable)? {
            if body.len() + part.len() > self.body_limit {
                return Err(Error::Garbage("the answer is too large"));
            }
            body.extend_from_slice(&part);
        }
        Ok(Received {
            status,
            headers,
            body,
        })
    }

    /// Reads with a token, at iRacing itself.
    pub(crate) async fn read(&self, url: Url, token: &AccessToken) -> Result<Received, Error> {
        let mut request = Request::new(Method::GET, url);
        authorize(&mut request, token)?;
        self.send(request).await
    }
}

/// Names a token, out of sight of logs.
pub(crate) fn authorize(request: &mut Request, token: &AccessToken) -> Result<(), Error> {
    let value = HeaderValue::from_str(&format!("Bearer {}", token.expose()));
    // No token of iRacing's looks like that, so it is as good as one that has expired.
    let mut value = value.map_err(|_| Error::TokenExpired)?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    let json = HeaderValue::from_static("application/json");
    request.headers_mut().insert(ACCEPT, json);
    Ok(())
}

/// The error is dropped, because it names the URL, which may be a signed link.
fn unreachable(error: reqwest::Error) -> Error {
    let error = error.without_url();
    tracing::debug!(%error, "iRacing cannot be reached");
    later(Weather::Unreachable, Duration::ZERO)
}

/// An error that passes; zero stands for a pause that the server left open.
fn later(why: Weather, after: Duration) -> Error {
    Error::RetryLater { after, why }
}

impl Received {
    pub(crate) fn complaint(&self) -> Complaint {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Whether a page was sent in place of JSON, as proxies and maintenance do.
    pub(crate) fn is_page(&self) -> bool {
        self.body.trim_ascii_start().starts_with(b"<")
    }

    /// Some clients saw this text with a status of success.
    fn is_limit(&self) -> bool {
        self.status == StatusCode::TOO_MANY_REQUESTS
            || self.body.starts_with(b"Rate limit exceeded")
    }

    /// What is wrong with this as an answer, if anything. In what passes by itself, a time of zero
    /// means that the server named none.
    pub(crate) fn fault(&self) -> Option<Error> {
        if self.is_limit() {
            let after = weather::until_allowed(&self.headers).unwrap_or_default();
            return Some(later(Weather::RateLimited, after));
        }
        let after = weather::retry_after(&self.headers).unwrap_or_default();
        let status = self.status.as_u16();
        match status {
            503 => Some(Error::Maintenance {
                after,
                note: self.complaint().note.map(|note| shortened(&note)),
            }),
            200..=299 if self.is_page() => Some(Error::Maintenance { after, note: None }),
            200..=299 => None,
            401 => Some(Error::TokenExpired),
            403 => Some(Error::Forbidden),
            404 => Some(Error::NotFound),
            408 | 500..=599 => Some(Error::RetryLater {
                after,
                why: Weather::ServerFailed { status },
            }),
            300..=399 => Some(Error::Garbage("it is a redirect")),
            _ => Some(Error::Rejected { status }),
        }
    }

    /// Whether iRacing itself announces maintenance, so that trying again in a moment is no use.
    pub(crate) fn announces_maintenance(&self) -> bool {
        self.status == StatusCode::SERVICE_UNAVAILABLE && self.complaint().error.is_some()
    }
}

/// A text of the server's, in a form that fits into a log line.
pub(crate) fn shortened(text: &str) -> String {
    let printable = text.chars().filter(|it| !it.is_control());
    printable.take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(status: u16, body: &str) -> Received {
        Received {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::new(),
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn every_status_says_what_to_do() {
        let failed = |status| later(Weather::ServerFailed { status }, Duration::ZERO);
        let limited = later(Weather::RateLimited, Duration::ZERO);
        let closed = |note: Option<&str>| Error::Maintenance {
            after: Duration::ZERO,
            note: note.map(str::to_owned),
        };
        for (status, body, expected) in [
            (200, r#"{"roster": []}"#, None),
            (200, "Rate limit exceeded", Some(limited.clone())),
            (200, "\n <!DOCTYPE html>", Some(closed(None))),
            (302, "", Some(Error::Garbage("it is a redirect"))),
            (
                400,
                r#"{"error":"Bad Request"}"#,
                Some(Error::Rejected { status: 400 }),
            ),
            (
                401,
                r#"{"error":"Unauthorized"}"#,
                Some(Error::TokenExpired),
            ),
            (403, r#"{"error":"Forbidden"}"#, Some(Error::Forbidden)),
            (404, "", Some(Error::NotFound)),
            (429, "Rate limit exceeded", Some(limited)),
            (500, "<html>", Some(failed(500))),
            (502, "<html>", Some(failed(502))),
            (503, "<html>", Some(closed(None))),
            (503, r#"{"error":"Site Maintenance"}"#, Some(closed(None))),
            (
                503,
                r#"{"error":"x","note":"until\n9:00"}"#,
                Some(closed(Some("until9:00"))),
            ),
            (418, "", Some(Error::Rejected { status: 418 })),
        ] {
            assert_eq!(received(status, body).fault(), expected, "{status} {body}");
        }
    }

    #[test]
    fn a_token_is_not_shown_and_a_broken_one_is_not_sent() {
        let url = Url::parse("http://127.0.0.1/data").unwrap();
        let mut request = Request::new(Method::GET, url);
        authorize(&mut request, &AccessToken::new("secret-7f")).unwrap();
        assert!(!format!("{request:?}").contains("secret-7f"), "{request:?}");
        let broken = authorize(&mut request, &AccessToken::new("a\r\nHost: b"));
        assert_eq!(broken, Err(Error::TokenExpired));
    }
}
