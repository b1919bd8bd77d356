//! Discord's error bodies.

use std::ops::RangeInclusive;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::json::{boolean, integer};

/// An unsuccessful answer.
#[derive(Debug)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) body: Value,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: u32, message: &str) -> Self {
        Self {
            status,
            body: json!({"code": code, "message": message}),
        }
    }

    /// A path that leads nowhere.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, 0, "404: Not Found")
    }

    /// A body or query with one mistake; `path` is as for [`Form::add`].
    pub(crate) fn invalid(path: &str, code: &str, message: &str) -> Self {
        let mut form = Form::default();
        form.add(path, code, message);
        form.into_error()
    }

    pub(crate) fn required(path: &str) -> Self {
        let mut form = Form::default();
        form.required(path);
        form.into_error()
    }

    pub(crate) fn missing_access() -> Self {
        Self::forbidden(50001, "Missing Access")
    }

    pub(crate) fn missing_permissions() -> Self {
        Self::forbidden(50013, "Missing Permissions")
    }

    pub(crate) fn invalid_webhook_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, 50027, "Invalid Webhook Token")
    }

    pub(crate) fn bad_request(code: u32, message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    pub(crate) fn forbidden(code: u32, message: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, Json(self.body)).into_response()
    }
}

/// What a request names and does not exist.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unknown {
    Application,
    Channel,
    Guild,
    Member,
    Message,
    Role,
    User,
    Webhook,
    Interaction,
    Command,
    VoiceState,
}

impl From<Unknown> for ApiError {
    fn from(what: Unknown) -> Self {
        let (code, message) = match what {
            Unknown::Application => (10002, "Unknown Application"),
            Unknown::Channel => (10003, "Unknown Channel"),
            Unknown::Guild => (10004, "Unknown Guild"),
            Unknown::Member => (10007, "Unknown Member"),
            Unknown::Message => (10008, "Unknown Message"),
            Unknown::Role => (10011, "Unknown Role"),
            Unknown::User => (10013, "Unknown User"),
            Unknown::Webhook => (10015, "Unknown Webhook"),
            Unknown::Interaction => (10062, "Unknown interaction"),
            Unknown::Command => (10063, "Unknown application command"),
            Unknown::VoiceState => (10065, "Unknown Voice State"),
        };
        Self::new(StatusCode::NOT_FOUND, code, message)
    }
}

/// Collects the mistakes in a body: Discord reports all of them together, nested as the body is.
#[derive(Debug, Default)]
pub(crate) struct Form {
    errors: Map<String, Value>,
}

impl Form {
    /// Runs the checks of `check`. Fails with 400 and every mistake that they found.
    pub(crate) fn check(check: impl FnOnce(&mut Self)) -> Result<(), ApiError> {
        let mut form = Self::default();
        check(&mut form);
        if form.errors.is_empty() {
            Ok(())
        } else {
            Err(form.into_error())
        }
    }

    /// Adds one error at a dotted path such as `embeds.0.title`.
    pub(crate) fn add(&mut self, path: &str, code: &str, message: &str) {
        let mut here = &mut self.errors;
        for segment in path.split('.').filter(|segment| !segment.is_empty()) {
            let next = here.entry(segment).or_insert_with(|| json!({}));
            if !next.is_object() {
                *next = json!({});
            }
            let Value::Object(object) = next else { return };
            here = object;
        }
        let list = here.entry("_errors").or_insert_with(|| json!([]));
        if let Value::Array(list) = list {
            list.push(json!({"code": code, "message": message}));
        }
    }

    /// Checks the length of a text in characters; null passes unless at least one character is required.
    pub(crate) fn length(&mut self, path: &str, value: &Value, min: usize, max: usize) {
        let text = match value {
            Value::Null if min == 0 => return,
            Value::Null => return self.required(path),
            Value::String(text) => text,
            _ => {
                return self.add(
                    path,
                    "STRING_TYPE_CONVERT",
                    "Could not interpret the value as string.",
                );
            }
        };
        self.count(path, text.chars().count(), min, max);
    }

    /// Checks a text which must say something, of at most `max` characters.
    pub(crate) fn said(&mut self, path: &str, value: &Value, max: usize) {
        if value.as_str().is_some_and(|text| text.trim().is_empty()) {
            self.required(path);
        } else {
            self.length(path, value, 1, max);
        }
    }

    /// Checks a truth value; null passes.
    pub(crate) fn boolean(&mut self, path: &str, value: &Value) {
        if !value.is_null() && boolean(value).is_none() {
            self.add(
                path,
                "BOOLEAN_TYPE_CONVERT",
                "Must be either true or false.",
            );
        }
    }

    /// Checks a whole number; null passes.
    pub(crate) fn integer(&mut self, path: &str, value: &Value, fits: RangeInclusive<i64>) {
        let number = match integer(value) {
            Some(number) => number,
            None if value.is_null() => return,
            None => {
                let shown = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                let why = format!("Value \"{shown}\" is not int.");
                return self.add(path, "NUMBER_TYPE_COERCE", &why);
            }
        };
        let (least, most) = (fits.start(), fits.end());
        if number > *most {
            let why = format!("int value should be less than or equal to {most}.");
            self.add(path, "NUMBER_TYPE_MAX", &why);
        } else if number < *least {
            let why = format!("int value should be greater than or equal to {least}.");
            self.add(path, "NUMBER_TYPE_MIN", &why);
        }
    }

    /// Checks the number of items in a list, or of characters in a text.
    pub(crate) fn count(&mut self, path: &str, count: usize, min: usize, max: usize) {
        if count > max && min == 0 {
            let message = format!("Must be {max} or fewer in length.");
            self.add(path, "BASE_TYPE_MAX_LENGTH", &message);
        } else if count < min || count > max {
            let message = format!("Must be between {min} and {max} in length.");
            self.add(path, "BASE_TYPE_BAD_LENGTH", &message);
        }
    }

    pub(crate) fn required(&mut self, path: &str) {
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// The mistakes that `check` finds, as text; empty if there are none.
    #[cfg(test)]
    pub(crate) fn mistakes(check: impl FnOnce(&mut Self)) -> String {
        let error = Self::check(check).err();
        error.map_or_else(String::new, |error| error.body["errors"].to_string())
    }

    fn into_error(self) -> ApiError {
        let mut error = ApiError::bad_request(50035, "Invalid Form Body");
        error.body["errors"] = self.errors.into();
        error
    }
}

/// `prefix.name`, or `name` at the top.
pub(crate) fn at(prefix: &str, name: impl std::fmt::Display) -> String {
    if prefix.is_empty() {
        name.to_string()
    } else {
        format!("{prefix}.{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_nest_as_the_body_does() {
        let error = Form::check(|form| {
            form.length("embeds.0.title", &json!("x".repeat(257)), 0, 256);
            form.length("name", &Value::Null, 1, 32);
        });
        let error = error.unwrap_err();
        assert_eq!(error.status, StatusCode::BAD_REQUEST);
        assert_eq!(
            error.body["errors"]["embeds"]["0"]["title"]["_errors"][0]["code"],
            "BASE_TYPE_MAX_LENGTH"
        );
        assert_eq!(
            error.body["errors"]["name"]["_errors"][0]["code"],
            "BASE_TYPE_REQUIRED"
        );
        assert!(Form::check(|_| {}).is_ok());
    }
}
