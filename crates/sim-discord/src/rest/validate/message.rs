//! Messages and autocomplete choices.

use serde_json::Value;

use super::component::components;
use crate::json::{items, text};
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

fn embeds(form: &mut Form, list: &[Value], path: &str) {
    form.count(path, list.len(), 0, 10);
    let mut total = 0;
    for (n, embed) in list.iter().enumerate() {
        let here = at(path, n);
        let mut check = |form: &mut Form, name: &str, value: &Value, min, max| {
            total += text(value).chars().count();
            form.length(&at(&here, name), value, min, max);
        };
        check(form, "title", &embed["title"], 0, 256);
        check(form, "description", &embed["description"], 0, 4096);
        if embed["footer"].is_object() {
            check(form, "footer.text", &embed["footer"]["text"], 1, 2048);
        }
        if embed["author"].is_object() {
            check(form, "author.name", &embed["author"]["name"], 1, 256);
        }
        let fields = items(&embed["fields"]);
        for (m, field) in fields.iter().enumerate() {
            check(form, &format!("fields.{m}.name"), &field["name"], 1, 256);
            check(form, &format!("fields.{m}.value"), &field["value"], 1, 1024);
        }
        form.count(&at(&here, "fields"), fields.len(), 0, 25);
        if embed["color"]
            .as_u64()
            .is_some_and(|color| color > 0x00FF_FFFF)
        {
            let why = "int value should be less than or equal to 16777215.";
            form.add(&at(&here, "color"), "NUMBER_TYPE_MAX", why);
        }
        for key in ["url", "thumbnail", "image"] {
            let url = if key == "url" {
                &embed[key]
            } else {
                &embed[key]["url"]
            };
            let schemes = ["http://", "https://", "attachment://"];
            if url
                .as_str()
                .is_some_and(|url| !schemes.iter().any(|s| url.starts_with(s)))
            {
                form.add(
                    &at(&here, key),
                    "URL_TYPE_INVALID_URL",
                    "Not a well formed URL.",
                );
            }
        }
    }
    if total > 6000 {
        let why = "Embed size exceeds maximum size of 6000";
        form.add(path, "MAX_EMBED_SIZE_EXCEEDED", why);
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
    fn embeds_count_together() {
        let two = json!({"embeds": [{"description": "x".repeat(4000)}, {"description": "x".repeat(2001)}]});
        assert!(wrong(&two).contains("MAX_EMBED_SIZE_EXCEEDED"));
        let field = json!({"name": "n", "value": ""});
        assert!(wrong(&json!({"embeds": [{"fields": [field]}]})).contains("\"value\""));
        let many: Vec<_> = (0..26)
            .map(|_| json!({"name": "n", "value": "v"}))
            .collect();
        assert!(wrong(&json!({"embeds": [{"fields": many}]})).contains("between 0 and 25"));
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
