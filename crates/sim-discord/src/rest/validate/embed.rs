//! Embeds.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde_json::Value;

use super::address::{LINK, address, picture};
use crate::json::{items, text};
use crate::rest::error::{Form, at};

/// Characters over all embeds of a message.
const SIZE_LIMIT: usize = 6000;
/// The lightest colour.
const WHITE: i64 = 0x00FF_FFFF;
/// The texts of an embed and the characters that each may have.
const TEXTS: [(&str, usize); 4] = [
    ("title", 256),
    ("description", 4096),
    ("footer.text", 2048),
    ("author.name", 256),
];

/// Checks the embeds of a message, found at `path`.
pub(super) fn embeds(form: &mut Form, list: &[Value], path: &str) {
    form.count(path, list.len(), 0, 10);
    let mut size = 0;
    for (n, one) in list.iter().enumerate() {
        size += embed(form, one, &at(path, n));
    }
    if size > SIZE_LIMIT {
        let why = "Embed size exceeds maximum size of 6000";
        form.add(path, "MAX_EMBED_SIZE_EXCEEDED", why);
    }
}

/// Checks one. Answers its size.
fn embed(form: &mut Form, embed: &Value, path: &str) -> usize {
    match embed {
        Value::Object(keys) if !keys.is_empty() => {}
        Value::Object(_) | Value::Null => {
            let why = "List item values of ModelType are required";
            form.add(path, "LIST_ITEM_VALUE_REQUIRED", why);
            return 0;
        }
        _ => {
            let why = "Only dictionaries may be used in a ModelType";
            form.add(path, "MODEL_TYPE_CONVERT", why);
            return 0;
        }
    }
    let mut size = 0;
    for (name, most) in TEXTS {
        let value = part(embed, name);
        size += text(value).chars().count();
        form.length(&at(path, name), value, 0, most);
    }
    size += fields(form, items(&embed["fields"]), &at(path, "fields"));
    form.integer(&at(path, "color"), &embed["color"], 0..=WHITE);
    time(form, &at(path, "timestamp"), &embed["timestamp"]);
    for name in ["url", "author.url"] {
        address(form, &at(path, name), part(embed, name), &LINK, 2048);
    }
    for name in [
        "image.url",
        "thumbnail.url",
        "author.icon_url",
        "footer.icon_url",
    ] {
        picture(form, &at(path, name), part(embed, name));
    }
    if shows_nothing(embed) {
        form.required(&at(path, "description"));
    }
    size
}

/// Checks the fields of an embed. Answers their size.
fn fields(form: &mut Form, fields: &[Value], path: &str) -> usize {
    form.count(path, fields.len(), 0, 25);
    let mut size = 0;
    for (n, field) in fields.iter().enumerate() {
        let here = at(path, n);
        for (name, most) in [("name", 256), ("value", 1024)] {
            size += text(&field[name]).chars().count();
            form.said(&at(&here, name), &field[name], most);
        }
        form.boolean(&at(&here, "inline"), &field["inline"]);
    }
    size
}

/// Checks a time; null passes.
fn time(form: &mut Form, path: &str, value: &Value) {
    let written = text(value);
    let is_time = written.parse::<Timestamp>().is_ok()
        || written.parse::<DateTime>().is_ok()
        || written.parse::<Date>().is_ok();
    if !value.is_null() && !is_time {
        let shown = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let why = format!("Could not parse {shown}. Should be ISO8601.");
        form.add(path, "DATE_TIME_TYPE_PARSE", &why);
    }
}

/// Whether a person would see an empty frame, or none.
fn shows_nothing(embed: &Value) -> bool {
    let texts = TEXTS.iter().map(|(name, _)| *name);
    let mut shown = texts.chain(["image.url", "thumbnail.url", "timestamp"]);
    !shown.any(|name| !text(part(embed, name)).trim().is_empty())
        && items(&embed["fields"]).is_empty()
}

/// The part at a dotted path; null where there is none.
fn part<'a>(embed: &'a Value, name: &str) -> &'a Value {
    name.split('.').fold(embed, |inside, key| &inside[key])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(list: &Value) -> String {
        Form::mistakes(|form| embeds(form, list.as_array().unwrap(), "embeds"))
    }

    #[test]
    fn embeds_count_together() {
        let two = json!([{"description": "x".repeat(4000)}, {"description": "x".repeat(2001)}]);
        assert!(wrong(&two).contains("MAX_EMBED_SIZE_EXCEEDED"));
        let many = vec![json!({"name": "n", "value": "v"}); 26];
        assert!(wrong(&json!([{"fields": many}])).contains("25 or fewer"));
        let many = vec![json!({"title": "t"}); 11];
        assert!(wrong(&json!(many)).contains("10 or fewer"));
    }

    #[test]
    fn an_embed_shows_something() {
        for good in [
            json!({"title": "t"}),
            json!({"footer": {"text": "f"}}),
            json!({"image": {"url": "attachment://a.png"}}),
            json!({"fields": [{"name": "\u{200b}", "value": "v"}]}),
        ] {
            assert_eq!(wrong(&json!([good])), "");
        }
        for (bad, code) in [
            (json!({}), "LIST_ITEM_VALUE_REQUIRED"),
            (json!(null), "LIST_ITEM_VALUE_REQUIRED"),
            (json!("text"), "MODEL_TYPE_CONVERT"),
            (json!({"color": 1}), "BASE_TYPE_REQUIRED"),
            (
                json!({"title": " ", "url": "https://example.com"}),
                "BASE_TYPE_REQUIRED",
            ),
            (
                json!({"fields": [{"name": "n", "value": "\n "}]}),
                "BASE_TYPE_REQUIRED",
            ),
            (json!({"fields": [{"name": "n"}]}), "BASE_TYPE_REQUIRED"),
        ] {
            assert!(wrong(&json!([bad])).contains(code), "{bad}");
        }
    }

    #[test]
    fn colours_times_addresses_and_truth_values_are_checked() {
        let with = |key: &str, value: Value| {
            let mut embed = json!({"title": "t"});
            embed[key] = value;
            wrong(&json!([embed]))
        };
        for (key, good) in [
            ("color", json!(0x00FF_FFFF)),
            ("color", json!("255")),
            ("timestamp", json!("2026-11-29T04:00:00Z")),
            ("timestamp", json!("2026-11-29T04:00:00.000+01:00")),
            ("timestamp", json!("2026-11-29 04:00:00")),
            ("url", json!("https://example.com/a")),
            (
                "author",
                json!({"name": "a", "icon_url": "attachment://a.png"}),
            ),
        ] {
            assert_eq!(with(key, good.clone()), "", "{key} {good}");
        }
        for (key, bad, code) in [
            ("color", json!(0x0100_0000), "NUMBER_TYPE_MAX"),
            ("color", json!(-1), "NUMBER_TYPE_MIN"),
            ("color", json!("#ffae35"), "NUMBER_TYPE_COERCE"),
            ("timestamp", json!(1_700_000_000), "DATE_TIME_TYPE_PARSE"),
            ("timestamp", json!("tomorrow"), "DATE_TIME_TYPE_PARSE"),
            ("url", json!("steam://run/1"), "URL_TYPE_INVALID_SCHEME"),
            ("image", json!({"url": "board.png"}), "URL_TYPE_INVALID_URL"),
            (
                "author",
                json!({"name": "a", "url": "http://localhost"}),
                "URL_TYPE_INVALID_URL",
            ),
            (
                "fields",
                json!([{"name": "n", "value": "v", "inline": "yes"}]),
                "BOOLEAN_TYPE_CONVERT",
            ),
        ] {
            assert!(with(key, bad.clone()).contains(code), "{key} {bad}");
        }
    }
}
