//! Messages, forms and choices as plain text for a terminal, with markup as a person reads it (`markup`).

use std::fmt::Write as _;

use serde_json::Value;

use super::form::{AutocompleteChoice, Modal};
use super::markup::Reader;
use crate::json::{items, text};
use crate::model::{Attachment, Message};
use crate::snowflake::Snowflake;
use crate::world::World;

/// A message as a person reads it now.
pub(crate) fn message(world: &World, message: &Message) -> String {
    let mut lines = Lines::new(world, message.channel_id);
    if message.is_loading() {
        lines.add("is thinking…");
    }
    let Message {
        content,
        embeds,
        components,
        attachments,
        ..
    } = message;
    lines.message(content, embeds, components, attachments);
    lines.text
}

/// Text that grows by lines, as read in one channel.
pub(super) struct Lines<'w> {
    pub(super) text: String,
    reader: Reader<'w>,
}

impl<'w> Lines<'w> {
    pub(super) fn new(world: &'w World, channel: Snowflake) -> Self {
        Self {
            text: String::new(),
            reader: Reader::new(world, channel),
        }
    }

    pub(super) fn add(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }

    fn add_marked(&mut self, line: &str) {
        let line = self.reader.text(line);
        self.add(&line);
    }

    pub(super) fn message(
        &mut self,
        content: &str,
        embeds: &[Value],
        components: &[Value],
        files: &[Attachment],
    ) {
        self.add_marked(content);
        for embed in embeds {
            self.embed(embed);
        }
        self.components(components);
        for file in files {
            self.add(&format!(
                "<{}, {} bytes> {}",
                file.filename,
                file.content.len(),
                file.url
            ));
        }
    }

    pub(super) fn modal(&mut self, modal: &Modal) {
        self.add(&format!("== {} == {}", modal.title, modal.custom_id));
        for field in &modal.fields {
            let star = if field.required { "*" } else { "" };
            let (label, id, value) = (&field.label, &field.custom_id, &field.value);
            self.add(&format!("{label}{star} ({id}): {value}"));
        }
    }

    pub(super) fn choice(&mut self, choice: &AutocompleteChoice) {
        let value = match &choice.value {
            Value::String(value) => value.clone(),
            other => other.to_string(),
        };
        self.add(&format!("- {} = {value}", choice.name));
    }

    fn embed(&mut self, embed: &Value) {
        self.add(text(&embed["author"]["name"]));
        if let Some(title) = embed["title"].as_str() {
            self.add(&format!("# {}", Reader::title(title)));
        }
        self.add_marked(text(&embed["description"]));
        for field in items(&embed["fields"]) {
            let name = Reader::title(text(&field["name"]));
            let value = self.reader.text(text(&field["value"]));
            // A value of several lines goes below its name.
            let gap = if value.contains('\n') { "\n" } else { " " };
            self.add(&format!("{name}:{gap}{value}"));
        }
        self.add(text(&embed["footer"]["text"]));
    }

    fn components(&mut self, list: &[Value]) {
        let mut buttons = String::new();
        for component in list {
            match component["type"].as_u64() {
                Some(2) => {
                    let label = component["label"]
                        .as_str()
                        .or(component["emoji"]["name"].as_str());
                    let target = component["custom_id"]
                        .as_str()
                        .or(component["url"].as_str());
                    let off = if component["disabled"] == true {
                        " (off)"
                    } else {
                        ""
                    };
                    let gap = if buttons.is_empty() { "" } else { "  " };
                    let (label, target) = (label.unwrap_or("?"), target.unwrap_or_default());
                    // Writing to a string cannot fail.
                    let _never = write!(buttons, "{gap}[{label}]{off} {target}");
                }
                Some(3) => {
                    let options: Vec<_> = items(&component["options"])
                        .iter()
                        .map(|o| format!("{} = {}", text(&o["label"]), text(&o["value"])))
                        .collect();
                    let id = text(&component["custom_id"]);
                    let hint = text(&component["placeholder"]);
                    self.add(&format!("[menu: {hint}] {id}: {}", options.join(" | ")));
                }
                Some(5..=8) => {
                    let (id, hint) = (
                        text(&component["custom_id"]),
                        text(&component["placeholder"]),
                    );
                    self.add(&format!("[menu: {hint}] {id}"));
                }
                Some(10) => self.add_marked(text(&component["content"])),
                Some(14) => self.add("---"),
                _ => {
                    self.components(items(&component["components"]));
                    if component["accessory"].is_object() {
                        self.components(std::slice::from_ref(&component["accessory"]));
                    }
                }
            }
        }
        self.add(&buttons);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::community::{GUILD_ID, OWNER_ID};

    #[test]
    fn embeds_and_buttons_read_well_on_a_terminal() {
        let world = World::example();
        let general = world.find_channel(GUILD_ID, "general").unwrap();
        let mut lines = Lines::new(&world, general);
        let embed = json!({"title": "Roster\\_1", "description": format!("Two drivers of <@{OWNER_ID}>"), "fields": [
            {"name": "7", "value": format!("<@{OWNER_ID}>")}, {"name": "42", "value": "Grace\nHopper"}],
            "footer": {"text": "Page <@1>"}});
        let row = json!({"type": 1, "components": [
            {"type": 2, "label": "Next", "custom_id": "v1:next"},
            {"type": 2, "label": "Site", "url": "https://example.org", "disabled": true}]});
        lines.message(&format!("Hello <@{OWNER_ID}>"), &[embed], &[row], &[]);
        assert_eq!(
            lines.text,
            "Hello @Olivia Owner\n# Roster_1\nTwo drivers of @Olivia Owner\n7: @Olivia Owner\n42:\nGrace\nHopper\n\
             Page <@1>\n[Next] v1:next  [Site] (off) https://example.org"
        );
    }
}
