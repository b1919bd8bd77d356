//! Parameters of requests, refused with problems.

use super::refusal::{invalid, refused};
use crate::error::ApiError;
use axum::RequestPartsExt;
use axum::extract::Path;
use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use axum::http::request::Parts;
use serde::de::value::{self, SeqDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use url::form_urlencoded;

/// Parameters in the path, by their names.
pub(super) async fn texts(parts: &mut Parts) -> Result<Vec<(String, String)>, ApiError> {
    let texts: Result<Path<Vec<(String, String)>>, PathRejection> = parts.extract().await;
    let Path(texts) = texts.map_err(|rejection| {
        let refusal = invalid(format!(
            "The path cannot be read: {}",
            rejection.body_text()
        ));
        match not_utf_8(rejection) {
            Some(name) => refusal.field(name),
            None => refusal,
        }
    })?;
    Ok(texts)
}

fn not_utf_8(rejection: PathRejection) -> Option<String> {
    let PathRejection::FailedToDeserializePathParams(error) = rejection else {
        return None;
    };
    match error.into_kind() {
        ErrorKind::InvalidUtf8InPathParam { key } => Some(key),
        _ => None,
    }
}

/// Reads nothing as `()`, one parameter from its text, and more from a list, as which tuples are read. It
/// counts how far it came, so that a refusal names the parameter.
pub(super) fn path<T: DeserializeOwned>(texts: &[(String, String)]) -> Result<T, ApiError> {
    let mut reading = 0;
    let values = texts.iter().enumerate().map(|(at, (_, text))| {
        reading = at;
        text.as_str()
    });
    let read = match texts {
        [] => T::deserialize(().into_deserializer()),
        [(_, text)] => T::deserialize(text.as_str().into_deserializer()),
        _ => T::deserialize(SeqDeserializer::new(values)),
    };
    read.map_err(|error: value::Error| {
        let refusal = invalid(format!("The path cannot be read: {error}."));
        match texts.get(reading) {
            Some((name, _)) => refusal.field(name),
            None => refusal,
        }
    })
}

/// Parameters in the query.
pub(super) fn query<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let path = error.path().to_string();
        let mut message = error.inner().to_string();
        if has_plus(query, &path) {
            // The time zone of `2026-11-01T00:00:00+01:00` has become ` 01:00`.
            message.push_str("; a plus sign in a query stands for a blank, write it as %2B");
        }
        refused("query", &path, &message, "")
    })
}

/// Whether the value of the parameter was sent with a plus sign.
fn has_plus(query: &str, name: &str) -> bool {
    query.split('&').any(|pair| {
        let sent = form_urlencoded::parse(pair.as_bytes()).next();
        let value = pair.split_once('=').map_or("", |(_, value)| value);
        sent.is_some_and(|(sent, _)| sent == name) && value.contains('+')
    })
}
