//! Messages and autocomplete choices.

use serde_json::Value;

use super::component::components;
use super::embed::embeds;
use super::mentions::allowed_mentions;
use crate::model::COMPONENTS_V2;
use crate::rest::error::{Form, at};

/// Checks the content of a message; `prefix` is its place in the body (`data` in callbacks).
pub(crate) fn message(form: &mut Form, data: &Value, prefix: &str, flags: u64) {
    let path = |name: &str| at(prefix, name);
    if !(data.is_object() || data.is_null()) {
        return form.add(
            prefix,
            "DICT_TYPE_CONVERT",
            "Only dictionaries may be used in a DictType",
        );
    }
    form.length(&path("content"), &data["content"], 0, 2000);
    form.integer(&path("flags"), &data["flags"], 0..=i64::MAX);
    for key in ["tts", "enforce_nonce"] {
        form.boolean(&path(key), &data[key]);
    }
    allowed_mentions(form, &path("allowed_mentions"), &data["allowed_mentions"]);
    let has = |key: &str| match &data[key] {
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => false,
    };
    if flags & COMPONENTS_V2 != 0 {
        for key in ["content", "embeds", "poll", "stickers"]
            .into_iter()
            .filter(|key| has(key))
        {
            let why = "The 'content', 'embeds', 'poll' and 'sticker_ids' fields cannot be used with \
                       MessageFlags.IS_COMPONENTS_V2";
            form.add(
                &path(key),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                why,
            );
        }
    }
    for key in ["embeds", "components"] {
        match &data[key] {
            Value::Null => {}
            Value::Array(list) if key == "embeds" => embeds(form, list, &path(key)),
            Value::Array(list) => components(form, list, &path(key), flags),
            _ => {
                let why = "Only iterables may be used in a ListType";
                form.add(&path(key), "LIST_TYPE_CONVERT", why);
            }
        }
    }
}

/// Checks autocomplete choices; `path` is their place in the body.
pub(crate) fn choices(form: &mut Form, list: &Value, path: &str) {
    let Some(list) = list.as_array() else {
        return form.required(path);
    };
    form.count(path, list.len(), 0, 25);
    for (n, choice) in list.iter().enumerate() {
        form.length(&at(path, format!("{n}.name")), &choice["name"], 1, 100);
        match &choice["value"] {
            Value::Number(_) => {}
            text => form.length(&at(path, format!("{n}.value")), text, 1, 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(data: &Value) -> String {
        Form::mistakes(|form| message(form, data, "", 0))
    }

    #[test]
    fn the_longest_allowed_texts_pass_and_one_more_does_not() {
        assert_eq!(wrong(&json!({"content": "é".repeat(2000)})), "");
        assert!(wrong(&json!({"content": "é".repeat(2001)})).contains("2000 or fewer"));
        let embed =
            |description: usize| json!({"embeds": [{"description": "x".repeat(description)}]});
        assert_eq!(wrong(&embed(4096)), "");
        assert!(wrong(&embed(4097)).contains("description"));
    }

    #[test]
    fn flags_are_a_number_and_truth_values_are_true_or_false() {
        for good in [
            json!({"flags": 64, "tts": false}),
            json!({"flags": "64", "tts": "1"}),
            json!({"flags": null, "enforce_nonce": null}),
        ] {
            assert_eq!(wrong(&good), "", "{good}");
        }
        for (bad, code) in [
            (json!({"flags": "EPHEMERAL"}), "NUMBER_TYPE_COERCE"),
            (json!({"flags": [64]}), "NUMBER_TYPE_COERCE"),
            (json!({"flags": -1}), "NUMBER_TYPE_MIN"),
            (json!({"tts": "yes"}), "BOOLEAN_TYPE_CONVERT"),
            (
                json!({"allowed_mentions": {"parse": ["roles"], "roles": ["1"]}}),
                "PARSE_EXCLUSIVE",
            ),
        ] {
            assert!(wrong(&bad).contains(code), "{bad}");
        }
    }

    #[test]
    fn a_twenty_sixth_choice_is_refused() {
        let check = |count: usize| {
            let list: Vec<_> = (0..count)
                .map(|n| json!({"name": "x", "value": n}))
                .collect();
            Form::mistakes(|form| choices(form, &json!(list), "data.choices")).is_empty()
        };
        assert!(check(25));
        assert!(!check(26));
    }
}
