//! Buttons, menus, layout components and modals.

use std::collections::HashSet;

use serde_json::Value;

use super::address::{self, address};
use crate::json::{boolean, integer, items, text};
use crate::model::COMPONENTS_V2;
use crate::rest::error::{Form, at};

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const LABEL: u64 = 18;
const TEXT_DISPLAY: u64 = 10;

/// Checks the components of a message.
pub(crate) fn components(form: &mut Form, list: &[Value], path: &str, flags: u64) {
    let v2 = flags & COMPONENTS_V2 != 0;
    if !v2 {
        form.count(path, list.len(), 0, 5);
    }
    let mut seen = Seen::default();
    for (n, component) in list.iter().enumerate() {
        let here = at(path, n);
        let kind = component["type"].as_u64();
        let top_level: &[u64] = if v2 {
            &[ROW, 9, TEXT_DISPLAY, 12, 13, 14, 17]
        } else {
            &[ROW]
        };
        if !kind.is_some_and(|kind| top_level.contains(&kind)) {
            let why = format!("Value of field \"type\" must be one of {top_level:?}.");
            form.add(&at(&here, "type"), "UNION_TYPE_CHOICES", &why);
            continue;
        }
        one(form, component, &here, &mut seen);
    }
    if v2 && seen.total > 40 {
        form.add(
            path,
            "BASE_TYPE_MAX_LENGTH",
            "Must be 40 or fewer in length.",
        );
    }
}

#[derive(Default)]
struct Seen {
    ids: HashSet<String>,
    total: usize,
}

fn one(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    seen.total += 1;
    match component["type"].as_u64().unwrap_or(0) {
        ROW => row(form, component, path, seen),
        BUTTON => button(form, component, path, seen),
        STRING_SELECT | 5..=8 => select(form, component, path, seen),
        TEXT_DISPLAY => form.length(&at(path, "content"), &component["content"], 1, 4000),
        9 => {
            nested(form, component, path, seen);
            one(form, &component["accessory"], &at(path, "accessory"), seen);
        }
        17 => nested(form, component, path, seen),
        11..=14 => {}
        _ => form.add(
            &at(path, "type"),
            "UNION_TYPE_CHOICES",
            "Unknown component type.",
        ),
    }
}

fn nested(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    for (n, inner) in items(&component["components"]).iter().enumerate() {
        one(form, inner, &at(path, format!("components.{n}")), seen);
    }
}

fn row(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    let list = items(&component["components"]);
    let inside = at(path, "components");
    let selects = list
        .iter()
        .any(|inner| inner["type"].as_u64() != Some(BUTTON));
    form.count(&inside, list.len(), 1, if selects { 1 } else { 5 });
    for (n, inner) in list.iter().enumerate() {
        let here = at(&inside, n);
        if matches!(inner["type"].as_u64(), Some(BUTTON | STRING_SELECT | 5..=8)) {
            one(form, inner, &here, seen);
        } else {
            let why = "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).";
            form.add(&at(&here, "type"), "UNION_TYPE_CHOICES", why);
        }
    }
}

fn custom_id(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    form.length(&at(path, "custom_id"), &component["custom_id"], 1, 100);
    let id = component["custom_id"].as_str();
    if id.is_some_and(|id| !seen.ids.insert(id.to_owned())) {
        let why = "Component custom id cannot be duplicated";
        form.add(
            &at(path, "custom_id"),
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            why,
        );
    }
}

fn button(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    form.boolean(&at(path, "disabled"), &component["disabled"]);
    form.length(&at(path, "label"), &component["label"], 0, 80);
    match component["style"].as_u64() {
        Some(1..=4) => {
            custom_id(form, component, path, seen);
            if component["label"].as_str().is_none_or(str::is_empty) && component["emoji"].is_null()
            {
                let why = "A button must have a label or emoji";
                form.add(path, "BUTTON_COMPONENT_INVALID_LABEL_EMOJI", why);
            }
        }
        Some(5) => {
            let (url, here) = (&component["url"], at(path, "url"));
            if text(url).is_empty() {
                form.required(&here);
            } else {
                address(form, &here, url, &address::BUTTON, 512);
            }
            if !component["custom_id"].is_null() {
                let why = "A custom id and url cannot both be specified";
                form.add(
                    path,
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    why,
                );
            }
        }
        Some(6) => {}
        _ => {
            let why = "Value must be one of {1, 2, 3, 4, 5, 6}.";
            form.add(&at(path, "style"), "BASE_TYPE_CHOICES", why);
        }
    }
}

fn select(form: &mut Form, component: &Value, path: &str, seen: &mut Seen) {
    custom_id(form, component, path, seen);
    form.length(&at(path, "placeholder"), &component["placeholder"], 0, 150);
    for key in ["disabled", "required"] {
        form.boolean(&at(path, key), &component[key]);
    }
    form.integer(&at(path, "min_values"), &component["min_values"], 0..=25);
    form.integer(&at(path, "max_values"), &component["max_values"], 1..=25);
    let bound = |key: &str| integer(&component[key]).unwrap_or(1);
    let (least, most) = (bound("min_values"), bound("max_values"));
    if least > most {
        let why = format!("int value should be less than or equal to {most}.");
        form.add(&at(path, "min_values"), "NUMBER_TYPE_MAX", &why);
    }
    if component["type"].as_u64() != Some(STRING_SELECT) {
        return;
    }
    let options = items(&component["options"]);
    // Nobody can pick more than there are.
    let enough = usize::try_from(most).unwrap_or(1).clamp(1, 25);
    form.count(&at(path, "options"), options.len(), enough, 25);
    let defaults = options
        .iter()
        .filter(|it| boolean(&it["default"]) == Some(true));
    if defaults.count() > enough {
        let why = "The specified number of default values exceeds the specified maximum values";
        form.add(path, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", why);
    }
    let mut values = HashSet::new();
    for (n, option) in options.iter().enumerate() {
        let here = at(path, format!("options.{n}"));
        form.length(&at(&here, "label"), &option["label"], 1, 100);
        form.length(&at(&here, "value"), &option["value"], 1, 100);
        form.length(&at(&here, "description"), &option["description"], 0, 100);
        form.boolean(&at(&here, "default"), &option["default"]);
        if !values.insert(option["value"].as_str()) {
            let why = "The specified option value is already used";
            form.add(
                &at(&here, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                why,
            );
        }
    }
}

/// Checks a form; `prefix` is its place in the body.
pub(crate) fn modal(form: &mut Form, data: &Value, prefix: &str) {
    form.length(&at(prefix, "title"), &data["title"], 1, 45);
    form.length(&at(prefix, "custom_id"), &data["custom_id"], 1, 100);
    let list = items(&data["components"]);
    let path = at(prefix, "components");
    form.count(&path, list.len(), 1, 5);
    let mut seen = Seen::default();
    for (n, component) in list.iter().enumerate() {
        let here = at(&path, n);
        match component["type"].as_u64() {
            Some(ROW) => {
                let input = &component["components"][0];
                let inner = at(&here, "components.0");
                form.length(&at(&inner, "label"), &input["label"], 1, 45);
                text_input(form, input, &inner, &mut seen);
            }
            Some(LABEL) => {
                form.length(&at(&here, "label"), &component["label"], 1, 45);
                form.length(&at(&here, "description"), &component["description"], 0, 100);
                let (input, inner) = (&component["component"], at(&here, "component"));
                match input["type"].as_u64() {
                    Some(TEXT_INPUT) => text_input(form, input, &inner, &mut seen),
                    Some(STRING_SELECT | 5..=8) => select(form, input, &inner, &mut seen),
                    Some(19 | 21..=23) => custom_id(form, input, &inner, &mut seen),
                    _ => form.required(&inner),
                }
            }
            Some(TEXT_DISPLAY) => {}
            _ => {
                let why = "Value of field \"type\" must be one of (1, 10, 18).";
                form.add(&at(&here, "type"), "UNION_TYPE_CHOICES", why);
            }
        }
    }
}

fn text_input(form: &mut Form, input: &Value, path: &str, seen: &mut Seen) {
    custom_id(form, input, path, seen);
    form.length(&at(path, "placeholder"), &input["placeholder"], 0, 100);
    form.length(&at(path, "value"), &input["value"], 0, 4000);
    form.boolean(&at(path, "required"), &input["required"]);
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        form.add(
            &at(path, "style"),
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2}.",
        );
    }
    let most = input["max_length"].as_u64().unwrap_or(4000);
    if most == 0 || most > 4000 || input["min_length"].as_u64().unwrap_or(0) > most {
        let why = "int value should be between min_length and 4000.";
        form.add(&at(path, "max_length"), "NUMBER_TYPE_MAX", why);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json::extend;

    fn wrong(rows: Value) -> String {
        let rows = rows.as_array().unwrap();
        Form::mistakes(|form| components(form, rows, "components", 0))
    }

    fn button(id: &str) -> Value {
        json!({"type": 2, "style": 1, "label": "Go", "custom_id": id})
    }

    #[test]
    fn five_buttons_fit_in_a_row_and_six_do_not() {
        let row = |n: usize| {
            let buttons: Vec<_> = (0..n).map(|n| button(&n.to_string())).collect();
            json!([{"type": 1, "components": buttons}])
        };
        assert_eq!(wrong(row(5)), "");
        assert!(wrong(row(6)).contains("between 1 and 5"));
        assert!(wrong(row(0)).contains("between 1 and 5"));
    }

    #[test]
    fn ids_are_short_and_unique() {
        let row =
            |ids: [&str; 2]| json!([{"type": 1, "components": [button(ids[0]), button(ids[1])]}]);
        assert!(wrong(row(["a", "a"])).contains("COMPONENT_CUSTOM_ID_DUPLICATED"));
        assert!(wrong(row(["a", &"x".repeat(101)])).contains("between 1 and 100"));
    }

    #[test]
    fn a_menu_needs_options_and_stands_alone() {
        let select = json!({"type": 3, "custom_id": "s", "options": []});
        assert!(wrong(json!([{"type": 1, "components": [select]}])).contains("between 1 and 25"));
        let select =
            json!({"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a"}]});
        assert_eq!(
            wrong(json!([{"type": 1, "components": [select.clone()]}])),
            ""
        );
        let both = json!([{"type": 1, "components": [select, button("b")]}]);
        assert!(wrong(both).contains("between 1 and 1"));
    }

    #[test]
    fn as_many_can_be_picked_as_there_are() {
        let menu = |bounds: Value, defaults: usize| {
            let option =
                |n: usize| json!({"label": "a", "value": n.to_string(), "default": n < defaults});
            let options: Vec<_> = (0..3).map(option).collect();
            let mut menu = json!({"type": 3, "custom_id": "s", "options": options});
            extend(&mut menu, bounds);
            wrong(json!([{"type": 1, "components": [menu]}]))
        };
        assert_eq!(menu(json!({}), 1), "");
        assert_eq!(menu(json!({"min_values": 0, "max_values": 3}), 3), "");
        assert!(menu(json!({"max_values": 4}), 0).contains("between 4 and 25"));
        assert!(menu(json!({"min_values": 2}), 0).contains("less than or equal to 1"));
        assert!(menu(json!({"max_values": 26}), 0).contains("less than or equal to 25"));
        assert!(menu(json!({"max_values": 0}), 0).contains("greater than or equal to 1"));
        assert!(menu(json!({}), 2).contains("TOO_MANY_DEFAULT_VALUES"));
        assert!(menu(json!({"disabled": "no"}), 0).contains("BOOLEAN_TYPE_CONVERT"));
    }

    #[test]
    fn a_link_leads_somewhere() {
        let link = |url: &str| {
            let button = json!({"type": 2, "style": 5, "label": "Go", "url": url});
            wrong(json!([{"type": 1, "components": [button]}]))
        };
        assert_eq!(link("https://example.com/a"), "");
        assert!(link("").contains("BASE_TYPE_REQUIRED"));
        assert!(link("http://localhost:4000").contains("URL_TYPE_INVALID_URL"));
    }

    #[test]
    fn a_modal_has_a_short_title_and_inputs() {
        let input = json!({"type": 4, "custom_id": "why", "style": 2});
        let modal_of = |title: &str, list: Value| {
            let data = json!({"title": title, "custom_id": "m", "components": list});
            Form::mistakes(|form| modal(form, &data, "data")).is_empty()
        };
        let label = json!({"type": 18, "label": "Reason", "component": input});
        assert!(modal_of("Why?", json!([label])));
        assert!(!modal_of(&"x".repeat(46), json!([label])));
        assert!(!modal_of("Why?", json!([])));
        let bare = json!({"type": 1, "components": [input]});
        assert!(
            !modal_of("Why?", json!([bare])),
            "an input in a row needs its own label"
        );
    }
}
