//! Requests and answers as text.

use super::stub_api::Asked;
use crate::answer::Reply;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A request to the API.
pub(super) fn asked(asked: &Asked) -> String {
    let mut text = format!("→ {}", asked.what);
    if !asked.query.is_empty() {
        let _ = write!(text, "?{}", asked.query);
    }
    if !asked.body.is_null() {
        let _ = write!(text, " {}", asked.body);
    }
    if asked.headers.contains_key("idempotency-key") {
        text.push_str(" (once)");
    }
    text.push('\n');
    text
}

/// The kinds of a first response.
fn kind(body: &Value) -> &'static str {
    match body["type"].as_u64() {
        Some(4) => "message",
        Some(5) => "defers a message",
        Some(6) => "defers an update",
        Some(7) => "update",
        Some(8) => "choices",
        Some(9) => "form",
        _ => "",
    }
}

pub(super) fn sent(what: &str, body: &Value) -> String {
    let is_callback = what.ends_with("/callback");
    let (kind, data) = if is_callback {
        (kind(body), &body["data"])
    } else {
        (what.split(' ').next().unwrap_or_default(), body)
    };
    let ephemeral = if data["flags"] == 64 {
        ", only for them"
    } else {
        ""
    };
    let mut text = format!("← {kind}{ephemeral}\n");
    show_message(data, &mut text);
    text
}

/// A message as text.
fn show_message(data: &Value, text: &mut String) {
    if let Some(raw) = data.as_str() {
        text.push_str(raw);
    }
    for field in ["title", "content"] {
        if let Some(content) = data[field].as_str().filter(|content| !content.is_empty()) {
            let _ = writeln!(text, "{content}");
        }
    }
    for embed in data["embeds"].as_array().into_iter().flatten() {
        for (field, mark) in [("title", "# "), ("description", ""), ("footer", "")] {
            let value = if field == "footer" {
                &embed["footer"]["text"]
            } else {
                &embed[field]
            };
            if let Some(value) = value.as_str() {
                let _ = writeln!(text, "{mark}{value}");
            }
        }
        for field in embed["fields"].as_array().into_iter().flatten() {
            let _ = writeln!(text, "{}: {}", field["name"], field["value"]);
        }
        if let Some(url) = embed["image"]["url"].as_str() {
            let _ = writeln!(text, "picture {url}");
        }
    }
    for choice in data["choices"].as_array().into_iter().flatten() {
        let _ = writeln!(text, "- {} = {}", choice["name"], choice["value"]);
    }
    for row in data["components"].as_array().into_iter().flatten() {
        for part in row["components"].as_array().into_iter().flatten() {
            let _ = writeln!(text, "[{}] {}", part["label"], part["custom_id"]);
        }
        if !row["component"].is_null() {
            let _ = writeln!(text, "{}: {}", row["label"], row["component"]["custom_id"]);
        }
    }
}

/// A reply as text, with nothing beyond Discord's limits.
pub(crate) fn show_reply(reply: &Reply) -> String {
    twilight_validate::message::content(&reply.content).unwrap();
    twilight_validate::message::embeds(&reply.embeds).unwrap();
    twilight_validate::message::components(&reply.components, false).unwrap();
    let data = json!({
        "content": reply.content, "embeds": reply.embeds, "components": reply.components,
    });
    let mut text = String::new();
    show_message(&data, &mut text);
    text
}
