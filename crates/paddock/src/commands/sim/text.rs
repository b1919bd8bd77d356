//! What the simulator answers, for a terminal.

use serde_json::Value;

pub(super) fn reply_text(reply: &Value) -> String {
    let text = reply["text"].as_str().unwrap_or_default();
    let form = if reply["modal"].is_null() {
        ""
    } else {
        "\n(fill it in by the same command with --field NAME=TEXT)"
    };
    format!("{text}{}{form}", press_hint(reply, "message_id"))
}

/// How to press the buttons of a message, where it has any.
fn press_hint(message: &Value, id: &str) -> String {
    let has_buttons = !list(&message["components"]).is_empty();
    match message[id].as_str().filter(|_| has_buttons) {
        Some(id) => format!("\n(press with: sim press --as … --message {id} \"Label\")"),
        None => String::new(),
    }
}

pub(super) fn messages_text(messages: &Value) -> String {
    let messages = list(messages);
    if messages.is_empty() {
        return "No messages.".to_owned();
    }
    let texts = messages.iter().map(|message| {
        let author = message["author"]["username"].as_str().unwrap_or("?");
        let text = message["text"].as_str().unwrap_or_default();
        format!("{author}: {text}{}", press_hint(message, "id"))
    });
    texts.collect::<Vec<_>>().join("\n")
}

pub(super) fn people_text(overview: &Value) -> String {
    let lines = list(&overview["users"]).iter().map(|person| {
        let name = person["username"].as_str().unwrap_or("?");
        let roles = list(&person["roles"]).iter();
        let mut roles: Vec<_> = roles.filter_map(Value::as_str).collect();
        if person["pending"] == true {
            roles.push("has not accepted the rules");
        }
        if roles.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({})", roles.join(", "))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn intents_text(intents: &Value) -> String {
    let lines = [
        ("granted", "switched on"),
        ("limited", "of them without a review"),
        ("refused", "refused by the gateway"),
    ];
    let lines = lines.map(|(key, what)| {
        let names: Vec<_> = list(&intents[key])
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        };
        format!("{what}: {names}")
    });
    lines.join("\n")
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
