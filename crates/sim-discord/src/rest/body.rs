//! Bodies of requests: JSON, a form of OAuth, or `multipart/form-data` with `payload_json` and `files[n]`.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{HeaderValue, header};
use serde_json::Value;
use url::form_urlencoded;

/// Discord accepts 25 MiB at most from bots without boosts, and ours never come near.
const BODY_LIMIT: usize = 25 * 1024 * 1024;

/// An uploaded file.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    /// The `n` of `files[n]`, to which `attachments` in the JSON refers.
    pub(super) index: u64,
    pub(super) filename: String,
    pub(super) content_type: String,
    pub(super) content: Arc<[u8]>,
}

/// Reads the JSON and the files of a body; an absent body reads as null. `None` when it is malformed.
pub(super) async fn read(kind: Option<&HeaderValue>, body: Body) -> Option<(Value, Vec<Upload>)> {
    let bytes = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    if bytes.is_empty() {
        return Some((Value::Null, Vec::new()));
    }
    if kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    }) {
        let fields = form_urlencoded::parse(&bytes);
        let fields = fields.map(|(name, value)| (name.into_owned(), value.into_owned().into()));
        return Some((Value::Object(fields.collect()), Vec::new()));
    }
    let Some(kind) = kind.filter(|kind| kind.as_bytes().starts_with(b"multipart/form-data")) else {
        let json = serde_json::from_slice(&bytes).ok()?;
        return Some((json, Vec::new()));
    };
    let mut request = Request::new(Body::from(bytes));
    request
        .headers_mut()
        .insert(header::CONTENT_TYPE, kind.clone());
    // The limit above applies to every body; axum's own would be smaller.
    DefaultBodyLimit::disable().apply(&mut request);
    form(Multipart::from_request(request, &()).await.ok()?).await
}

async fn form(mut form: Multipart) -> Option<(Value, Vec<Upload>)> {
    let (mut json, mut files) = (Value::Null, Vec::new());
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name()?;
        if name == "payload_json" {
            json = serde_json::from_slice(&field.bytes().await.ok()?).ok()?;
            continue;
        }
        let index = name
            .strip_prefix("files[")
            .and_then(|n| n.strip_suffix(']'));
        if let Some(index) = index {
            let content_type = field.content_type().unwrap_or("application/octet-stream");
            files.push(Upload {
                index: index.parse().ok()?,
                filename: field.file_name()?.to_owned(),
                content_type: content_type.to_owned(),
                content: field.bytes().await.ok()?.as_ref().into(),
            });
        }
    }
    Some((json, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(kind: &'static str, body: &'static str) -> Option<(Value, Vec<Upload>)> {
        super::read(Some(&HeaderValue::from_static(kind)), Body::from(body)).await
    }

    #[tokio::test]
    async fn a_body_with_json_and_a_file_is_read() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"files[3]\"; filename=\"a.csv\"\r\n\
             Content-Type: text/csv\r\n\r\none,two\r\nthree\r\n--XX\r\n\
             Content-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"content\":\"hi\"}\r\n--XX--\r\n";
        for kind in [
            "multipart/form-data; boundary=XX",
            "multipart/form-data; boundary=\"XX\"",
        ] {
            let (json, files) = read(kind, body).await.unwrap();
            assert_eq!(json["content"], "hi");
            assert_eq!((files[0].index, files[0].filename.as_str()), (3, "a.csv"));
            assert_eq!(files[0].content_type, "text/csv");
            assert_eq!(&*files[0].content, b"one,two\r\nthree");
        }
    }

    #[tokio::test]
    async fn a_truncated_body_is_refused() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb";
        assert!(
            read("multipart/form-data; boundary=XX", body)
                .await
                .is_none()
        );
        assert!(read("multipart/form-data", body).await.is_none());
    }

    #[tokio::test]
    async fn a_body_is_json_unless_it_is_declared_as_multipart() {
        let (json, files) = read("text/plain", "{\"content\":\"hi\"}").await.unwrap();
        assert_eq!((&json["content"], files.len()), (&Value::from("hi"), 0));
        assert!(read("application/json", "--XX--").await.is_none());
        assert_eq!(read("application/json", "").await.unwrap().0, Value::Null);
    }

    #[tokio::test]
    async fn a_file_larger_than_axum_accepts_by_default_is_read() {
        let file = "x".repeat(3 * 1024 * 1024);
        let body = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a\"\r\n\r\n{file}\r\n--XX--\r\n"
        );
        let kind = HeaderValue::from_static("multipart/form-data; boundary=XX");
        let (_, files) = super::read(Some(&kind), Body::from(body)).await.unwrap();
        assert_eq!(files[0].content.len(), file.len());
    }
}
