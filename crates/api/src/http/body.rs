//! Bodies of requests.

use super::csv::MAX_CSV;
use super::refusal::{invalid, refused, too_large};
use super::strict::Strict;
use crate::error::ApiError;
use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, StatusCode, header};
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::BodyKind;
use serde::de::value::StringDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::Value;

/// Reports of a whole server are larger than what people send.
const MAX_REPORT: usize = 8 << 20;

/// The largest result that we know has 3.1 MB.
pub(super) const MAX_RESULT: usize = 16 << 20;

/// Whoever sends something believes that it matters.
const NO_BODY: &str = "This operation takes no body: send none, or {} or null.";

const NOTHING: Bytes = Bytes::from_static(b"null");
const EMPTY: Bytes = Bytes::from_static(b"{}");

/// Why a body did not arrive.
enum Unread {
    TooLarge,
    Broken,
}

impl From<Unread> for ApiError {
    fn from(why: Unread) -> Self {
        match why {
            Unread::TooLarge => too_large(),
            Unread::Broken => invalid("The body broke off."),
        }
    }
}

/// A body that an operation takes, all of which is here.
pub(super) enum Arrived {
    Json(Bytes),
    /// A file, which is a text whatever it says.
    Text(String),
}

impl Arrived {
    /// Waits for all of it, unless it is of another kind than the operation takes.
    pub(super) async fn of(kind: BodyKind, request: Request) -> Result<Self, ApiError> {
        let declared = check_content_type(request.headers(), kind);
        Ok(match kind {
            BodyKind::None => match content(kind, request).await {
                Ok(body) if says_nothing(&body) => Self::Json(NOTHING),
                // Too much for any operation, so too much for this one.
                Ok(_) | Err(Unread::TooLarge) => return Err(invalid(NO_BODY)),
                Err(Unread::Broken) => return Err(Unread::Broken.into()),
            },
            BodyKind::Json | BodyKind::Report => {
                declared?;
                Self::Json(content(kind, request).await?)
            }
            BodyKind::OptionalJson => {
                let body = content(kind, request).await?;
                if body.is_empty() {
                    return Ok(Self::Json(EMPTY));
                }
                declared?;
                let is_null = body.trim_ascii() == &*NOTHING;
                Self::Json(if is_null { EMPTY } else { body })
            }
            BodyKind::Csv | BodyKind::Result => {
                declared?;
                let text = String::from_utf8(content(kind, request).await?.into());
                Self::Text(text.map_err(|_| invalid("The body is not UTF-8."))?)
            }
        })
    }

    /// As the type that the operation takes.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        match self {
            Self::Json(body) => parse(&body),
            Self::Text(text) => {
                let text: StringDeserializer<serde_json::Error> = text.into_deserializer();
                T::deserialize(text).map_err(ApiError::internal)
            }
        }
    }
}

/// Many programs send one of these where there is nothing to say.
fn says_nothing(body: &[u8]) -> bool {
    match serde_json::from_slice(body) {
        Ok(Value::Null) => true,
        Ok(Value::Object(fields)) => fields.is_empty(),
        _ => body.is_empty(),
    }
}

/// All of the body, if that is not too much: the limit of the whole service, or that of the kind.
async fn content(kind: BodyKind, mut request: Request) -> Result<Bytes, Unread> {
    let limit = match kind {
        BodyKind::None | BodyKind::Json | BodyKind::OptionalJson => None,
        BodyKind::Report => Some(MAX_REPORT),
        BodyKind::Csv => Some(MAX_CSV),
        BodyKind::Result => Some(MAX_RESULT),
    };
    if let Some(limit) = limit {
        DefaultBodyLimit::max(limit).apply(&mut request);
    }
    let content = request.extract().await;
    content.map_err(|rejection: BytesRejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Unread::TooLarge
        } else {
            Unread::Broken
        }
    })
}

/// The kind of the body, and no other encoding of characters than UTF-8.
fn check_content_type(headers: &HeaderMap, kind: BodyKind) -> Result<(), ApiError> {
    let expected: &[&str] = match kind {
        BodyKind::None => return Ok(()),
        BodyKind::Csv => &["text/csv"],
        BodyKind::Result => &["application/json", "text/csv"],
        _ => &["application/json"],
    };
    let mut declared = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(declared), None) = (declared.next(), declared.next()) else {
        return Err(unsupported(expected));
    };
    let mut parts = declared.to_str().unwrap_or_default().split(';');
    let given = parts.next().is_some_and(|it| {
        expected
            .iter()
            .any(|one| it.trim().eq_ignore_ascii_case(one))
    });
    if given && parts.filter_map(charset).all(is_utf_8) {
        return Ok(());
    }
    Err(unsupported(expected))
}

/// Of a parameter such as `charset="utf-8"`.
fn charset(parameter: &str) -> Option<&str> {
    let (name, value) = parameter.split_once('=')?;
    (name.trim().eq_ignore_ascii_case("charset")).then(|| value.trim().trim_matches('"'))
}

/// Under its name, or that without the hyphen, which is widespread.
fn is_utf_8(charset: &str) -> bool {
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

fn unsupported(expected: &[&str]) -> ApiError {
    let expected = expected.join(" or ");
    let detail = format!("Send the body as {expected}, in UTF-8.");
    ApiError::new(ErrorCode::UnsupportedMediaType, detail)
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let parsed = serde_path_to_error::deserialize(Strict(&mut json)).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.inner();
        let position = format!(" at line {} column {}", inner.line(), inner.column());
        let message = inner.to_string();
        refused("body", &path, &message, &position)
    })?;
    json.end()
        .map_err(|error| invalid(format!("The body cannot be read: {error}.")))?;
    Ok(parsed)
}
