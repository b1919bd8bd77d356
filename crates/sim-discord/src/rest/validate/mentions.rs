//! Which mentions may notify people.

use serde_json::Value;

use crate::json::{id, items};
use crate::rest::error::{Form, at};

/// The kinds of mentions; for the first two there are lists of ids as well.
const KINDS: [&str; 3] = ["users", "roles", "everyone"];
/// Ids that a list may hold.
const LIST_LIMIT: usize = 100;

/// Checks `allowed_mentions`, found at `path`; null passes.
pub(super) fn allowed_mentions(form: &mut Form, path: &str, value: &Value) {
    if value.is_null() {
        return;
    }
    if !value.is_object() {
        let why = "Only dictionaries may be used in a ModelType";
        return form.add(path, "MODEL_TYPE_CONVERT", why);
    }
    for key in ["parse", "users", "roles"] {
        list(form, &at(path, key), &value[key], key == "parse");
    }
    form.boolean(&at(path, "replied_user"), &value["replied_user"]);
    for kind in &KINDS[..2] {
        let is_parsed = items(&value["parse"]).iter().any(|it| it == kind);
        if is_parsed && !items(&value[kind]).is_empty() {
            let why = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            form.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &why);
        }
    }
}

/// Checks a list of kinds or of ids.
fn list(form: &mut Form, path: &str, value: &Value, of_kinds: bool) {
    let list = match value {
        Value::Null => return,
        Value::Array(list) => list,
        _ => {
            let why = "Only iterables may be used in a ListType";
            return form.add(path, "LIST_TYPE_CONVERT", why);
        }
    };
    if !of_kinds {
        form.count(path, list.len(), 0, LIST_LIMIT);
    }
    for (n, item) in list.iter().enumerate() {
        let here = at(path, n);
        if of_kinds && !KINDS.iter().any(|kind| item == kind) {
            let why = "Value must be one of ('roles', 'users', 'everyone').";
            form.add(&here, "BASE_TYPE_CHOICES", why);
        } else if !of_kinds && id(item).is_none() {
            let shown = item
                .as_str()
                .map_or_else(|| item.to_string(), str::to_owned);
            let why = format!("Value \"{shown}\" is not snowflake.");
            form.add(&here, "NUMBER_TYPE_COERCE", &why);
        } else if list[..n].contains(item) {
            let why = "The set already contains this value";
            form.add(&here, "SET_TYPE_ALREADY_CONTAINS_VALUE", why);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(value: &Value) -> String {
        Form::mistakes(|form| allowed_mentions(form, "allowed_mentions", value))
    }

    #[test]
    fn a_kind_is_named_or_its_ids_and_not_both() {
        for good in [
            json!(null),
            json!({}),
            json!({"parse": []}),
            json!({"parse": [], "users": ["201"], "roles": [301], "replied_user": true}),
            json!({"parse": ["users", "everyone"], "users": [], "roles": ["301"]}),
        ] {
            assert_eq!(wrong(&good), "", "{good}");
        }
        let both = wrong(&json!({"parse": ["users"], "users": ["201"]}));
        assert!(
            both.contains("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"),
            "{both}"
        );
        assert!(both.contains(r#"{"allowed_mentions":{"_errors""#), "{both}");
    }

    #[test]
    fn what_no_list_may_hold_is_refused() {
        let many: Vec<_> = (1..102).map(|n| n.to_string()).collect();
        for (bad, code) in [
            (json!([]), "MODEL_TYPE_CONVERT"),
            (json!({"parse": "users"}), "LIST_TYPE_CONVERT"),
            (json!({"parse": ["here"]}), "BASE_TYPE_CHOICES"),
            (json!({"users": ["ada"]}), "NUMBER_TYPE_COERCE"),
            (
                json!({"users": ["201", "201"]}),
                "SET_TYPE_ALREADY_CONTAINS_VALUE",
            ),
            (json!({"users": many}), "BASE_TYPE_MAX_LENGTH"),
            (json!({"replied_user": "yes"}), "BOOLEAN_TYPE_CONVERT"),
        ] {
            assert!(wrong(&bad).contains(code), "{bad}");
        }
    }
}
