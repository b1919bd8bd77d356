//! Reading JSON of unknown shape: what is missing or of another type reads as empty.

use serde_json::Value;

use crate::snowflake::Snowflake;

/// The items of a list.
pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A text.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Adds the keys of `more`, replacing those that `object` has already.
pub(crate) fn extend(object: &mut Value, more: Value) {
    if let (Value::Object(object), Value::Object(more)) = (object, more) {
        object.extend(more);
    }
}

/// A truth value, also written as Discord takes it besides `true` and `false`: as 1 and 0, or as text.
pub(crate) fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is) => Some(*is),
        Value::Number(number) => truth(&number.to_string()),
        Value::String(text) => truth(text),
        _ => None,
    }
}

/// A truth value as text, of a query or a body.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "1" => Some(true),
        "false" | "False" | "0" => Some(false),
        _ => None,
    }
}

/// A whole number, which Discord also takes as text.
pub(crate) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// An id, which Discord writes as text and also takes as a number.
pub(crate) fn id(value: &Value) -> Option<Snowflake> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_read_as_discord_takes_them() {
        for yes in [
            json!(true),
            json!(1),
            json!("1"),
            json!("True"),
            json!("true"),
        ] {
            assert_eq!(boolean(&yes), Some(true), "{yes}");
        }
        for no in [json!(false), json!(0), json!("0"), json!("False")] {
            assert_eq!(boolean(&no), Some(false), "{no}");
        }
        for neither in [
            json!("yes"),
            json!("TRUE"),
            json!(2),
            json!(null),
            json!([]),
        ] {
            assert_eq!(boolean(&neither), None, "{neither}");
        }
        assert_eq!(
            (integer(&json!(7)), integer(&json!("7"))),
            (Some(7), Some(7))
        );
        assert_eq!((integer(&json!(7.5)), integer(&json!("RED"))), (None, None));
        // More than a float holds exactly.
        let large = 1_187_654_321_098_765_313_u64;
        assert_eq!(
            (id(&json!(large)), id(&json!(large.to_string()))),
            (Some(large), Some(large))
        );
        assert_eq!(
            (id(&json!(-1)), id(&json!(1.5)), id(&json!("@me"))),
            (None, None, None)
        );
    }
}
