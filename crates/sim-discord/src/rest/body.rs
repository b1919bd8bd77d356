//! Bodies of requests: JSON, or a form whose fields are the body, or one of them (`payload_json`) all of it. A form of
//! `multipart/form-data` may carry files (`files[n]`) besides.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{HeaderValue, header};
use serde_json::{Map, Value};
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
        let mut fields = Fields::default();
        for (name, value) in form_urlencoded::parse(&bytes) {
            fields.add(&name, value.as_bytes())?;
        }
        return Some((fields.body(), Vec::new()));
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
    let (mut fields, mut files) = (Fields::default(), Vec::new());
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name()?.to_owned();
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
        } else {
            fields.add(&name, &field.bytes().await.ok()?)?;
        }
    }
    Some((fields.body(), files))
}

/// The fields of a form that are no files.
#[derive(Default)]
struct Fields {
    texts: Map<String, Value>,
    payload: Option<Value>,
}

impl Fields {
    /// Adds one. `None` when it is malformed.
    fn add(&mut self, name: &str, value: &[u8]) -> Option<()> {
        if name == "payload_json" {
            self.payload = Some(serde_json::from_slice(value).ok()?);
        } else {
            let text = std::str::from_utf8(value).ok()?;
            self.texts.insert(name.to_owned(), text.into());
        }
        Some(())
    }

    /// What the form says: `payload_json`, or else the fields one by one.
    fn body(self) -> Value {
        let texts = (!self.texts.is_empty()).then_some(Value::Object(self.texts));
        self.payload.or(texts).unwrap_or_default()
    }
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
    async fn a_form_is_the_json_in_it_or_its_fields() {
        let kind = "application/x-www-form-urlencoded";
        let (json, _) = read(kind, "payload_json=%7B%22content%22%3A%22a+b%22%7D")
            .await
            .unwrap();
        assert_eq!(json, serde_json::json!({"content": "a b"}));
        let (json, _) = read(kind, "content=a%26b&tts=1").await.unwrap();
        assert_eq!(json, serde_json::json!({"content": "a&b", "tts": "1"}));
        assert!(read(kind, "payload_json=%7B").await.is_none());
        let body =
            "--XX\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nhi\r\n--XX--\r\n";
        let (json, _) = read("multipart/form-data; boundary=XX", body)
            .await
            .unwrap();
        assert_eq!(json, serde_json::json!({"content": "hi"}));
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
