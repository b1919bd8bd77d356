//! Application commands.

use std::collections::HashSet;

use serde_json::Value;

use crate::json::{boolean, items, text};
use crate::rest::error::{Form, at};

/// Checks a set of commands, as the bulk overwrite sends it.
pub(crate) fn commands(form: &mut Form, list: &[Value]) {
    let mut names = HashSet::new();
    let mut counts = [0_usize; 4];
    for (n, body) in list.iter().enumerate() {
        command(form, body, &n.to_string());
        let kind = body["type"].as_u64().unwrap_or(1).min(3);
        counts[usize::try_from(kind).unwrap_or(0)] += 1;
        if !names.insert((kind, body["name"].as_str())) {
            let why = "Application command names must be unique";
            form.add(&n.to_string(), "APPLICATION_COMMANDS_DUPLICATE_NAME", why);
        }
    }
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        if counts[kind] > most {
            let why = format!("Maximum number of application commands reached ({most}).");
            form.add("", "MAX_APPLICATION_COMMANDS", &why);
        }
    }
}

/// Checks one command.
pub(crate) fn command(form: &mut Form, body: &Value, path: &str) {
    let slash = body["type"].as_u64().unwrap_or(1) == 1;
    if slash {
        name(form, body, path);
        form.length(&at(path, "description"), &body["description"], 1, 100);
    } else {
        form.length(&at(path, "name"), &body["name"], 1, 32);
    }
    let bits = &body["default_member_permissions"];
    form.integer(&at(path, "default_member_permissions"), bits, 0..=i64::MAX);
    for key in ["nsfw", "dm_permission"] {
        form.boolean(&at(path, key), &body[key]);
    }
    let list = items(&body["options"]);
    options(form, list, path, 0);
    let size = text_size(body);
    if size > 8000 {
        let why = "Command exceeds maximum size (8000)";
        form.add(path, "APPLICATION_COMMAND_TOO_LARGE", why);
    }
}

fn options(form: &mut Form, list: &[Value], path: &str, depth: usize) {
    let inside = at(path, "options");
    form.count(&inside, list.len(), 0, 25);
    let (mut names, mut optional_seen) = (HashSet::new(), false);
    let groups = list
        .iter()
        .filter(|option| matches!(option["type"].as_u64(), Some(1 | 2)))
        .count();
    if groups != 0 && groups != list.len() {
        let why = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        form.add(&inside, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why);
    }
    for (n, option) in list.iter().enumerate() {
        let here = at(&inside, n);
        name(form, option, &here);
        form.length(&at(&here, "description"), &option["description"], 1, 100);
        if !names.insert(option["name"].as_str()) {
            let why = "Option name is not unique";
            form.add(
                &at(&here, "name"),
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                why,
            );
        }
        let kind = option["type"].as_u64().unwrap_or(0);
        let inner = items(&option["options"]);
        match kind {
            1 | 2 if depth >= kind_depth(kind) => {
                let why = "Sub-command nesting is too deep";
                form.add(
                    &at(&here, "type"),
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    why,
                );
            }
            1 => options(form, inner, &here, 2),
            2 => {
                form.count(&at(&here, "options"), inner.len(), 1, 25);
                options(form, inner, &here, 1);
            }
            3..=11 => value(form, option, &here, kind),
            _ => form.add(
                &at(&here, "type"),
                "BASE_TYPE_CHOICES",
                "Value must be one of {1, …, 11}.",
            ),
        }
        for key in ["required", "autocomplete"] {
            form.boolean(&at(&here, key), &option[key]);
        }
        let required = boolean(&option["required"]) == Some(true);
        if required && optional_seen {
            let why = "Required options must be placed before non-required options";
            form.add(&here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", why);
        }
        optional_seen |= kind > 2 && !required;
    }
}

/// The depth from which an option of this kind is refused: groups belong at the top, sub-commands there or in a group.
fn kind_depth(kind: u64) -> usize {
    if kind == 2 { 1 } else { 2 }
}

fn value(form: &mut Form, option: &Value, path: &str, kind: u64) {
    let choices = items(&option["choices"]);
    form.count(&at(path, "choices"), choices.len(), 0, 25);
    if !choices.is_empty() && boolean(&option["autocomplete"]) == Some(true) {
        let why = "Autocomplete and choices are mutually exclusive";
        form.add(
            path,
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
            why,
        );
    }
    let texts_and_numbers = matches!(kind, 3 | 4 | 10);
    if (boolean(&option["autocomplete"]) == Some(true) || !choices.is_empty()) && !texts_and_numbers
    {
        let why = "Only strings and numbers have choices or autocomplete";
        form.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", why);
    }
    for (n, choice) in choices.iter().enumerate() {
        let here = at(path, format!("choices.{n}"));
        form.length(&at(&here, "name"), &choice["name"], 1, 100);
        let fits = if kind == 3 {
            choice["value"].is_string()
        } else {
            choice["value"].is_number()
        };
        if !fits {
            form.add(
                &at(&here, "value"),
                "BASE_TYPE_CONVERT",
                "The value does not fit the option's type.",
            );
        } else if kind == 3 {
            form.length(&at(&here, "value"), &choice["value"], 1, 100);
        }
    }
    for (key, least) in [("min_length", 0), ("max_length", 1)] {
        if option[key]
            .as_u64()
            .is_some_and(|length| length < least || length > 6000)
        {
            form.add(
                &at(path, key),
                "NUMBER_TYPE_MAX",
                "int value should be at most 6000.",
            );
        }
    }
}

fn name(form: &mut Form, body: &Value, path: &str) {
    let path = at(path, "name");
    form.length(&path, &body["name"], 1, 32);
    // Discord's expression is ^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$, lower case where there is one.
    let fits = |c: char| c == '-' || c == '_' || c == '\'' || c.is_alphanumeric();
    let text = body["name"].as_str().unwrap_or("x");
    if !text.chars().all(fits) || text.to_lowercase() != text {
        form.add(
            &path,
            "APPLICATION_COMMAND_INVALID_NAME",
            "Command name is invalid",
        );
    }
}

/// Characters of all names, descriptions and choice values together, the longest localisation not counted.
fn text_size(body: &Value) -> usize {
    let length = |value: &Value| text(value).chars().count();
    let own = length(&body["name"]) + length(&body["description"]);
    let choices = items(&body["choices"]).iter();
    let choices = choices.map(|choice| length(&choice["name"]) + length(&choice["value"]));
    let options = items(&body["options"]).iter().map(text_size);
    own + choices.sum::<usize>() + options.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(body: Value) -> String {
        Form::mistakes(|form| commands(form, &[body]))
    }

    #[test]
    fn names_are_short_lower_case_words() {
        let named = |name: &str| wrong(json!({"name": name, "description": "d"}));
        for good in ["register", "open_attendance", "größe", "a"] {
            assert_eq!(named(good), "", "{good}");
        }
        for bad in ["Register", "two words", "", &"x".repeat(33), "sl/ash"] {
            assert_ne!(named(bad), "", "{bad}");
        }
    }

    #[test]
    fn required_options_come_first() {
        let option = |name: &str, required: bool| json!({"type": 3, "name": name, "description": "d", "required": required});
        let with =
            |options: Value| wrong(json!({"name": "a", "description": "d", "options": options}));
        assert_eq!(with(json!([option("one", true), option("two", false)])), "");
        assert!(
            with(json!([option("one", false), option("two", true)])).contains("REQUIRED_INVALID")
        );
        assert!(with(json!([option("one", true), option("one", true)])).contains("ALREADY_EXISTS"));
    }

    #[test]
    fn sub_commands_do_not_mix_with_values_nor_nest_deeper_than_groups() {
        let sub = json!({"type": 1, "name": "sub", "description": "d"});
        let group = json!({"type": 2, "name": "grp", "description": "d", "options": [sub]});
        let with =
            |options: Value| wrong(json!({"name": "a", "description": "d", "options": options}));
        assert_eq!(with(json!([sub, group])), "");
        let nested = json!({"type": 1, "name": "sub", "description": "d", "options": [sub]});
        assert!(with(json!([nested])).contains("too deep"));
        let mixed = json!([sub, {"type": 3, "name": "text", "description": "d"}]);
        assert!(with(mixed).contains("mutually exclusive"));
    }

    #[test]
    fn a_hundred_commands_are_the_limit() {
        let set = |count: usize| -> Vec<_> {
            (0..count)
                .map(|n| json!({"name": format!("c{n}"), "description": "d"}))
                .collect()
        };
        for (count, fits) in [(100, true), (101, false)] {
            let mistakes = Form::mistakes(|form| commands(form, &set(count)));
            assert_eq!(mistakes.is_empty(), fits);
        }
    }
}
