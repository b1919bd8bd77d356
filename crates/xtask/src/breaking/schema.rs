//! Schemas of two documents, in the direction in which a value travels.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::variants::{Variant, counterpart, variants};

/// Who wrote the value that a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// Clients: what they sent must still be accepted.
    Request,
    /// The server: clients must find what they found, and nothing that they cannot read.
    Response,
}

/// Keywords that refuse the more, the higher their value is.
const LOWER_BOUNDS: [&str; 5] = [
    "minimum",
    "exclusiveMinimum",
    "minLength",
    "minItems",
    "minProperties",
];

/// Keywords that refuse the more, the lower their value is.
const UPPER_BOUNDS: [&str; 5] = [
    "maximum",
    "exclusiveMaximum",
    "maxLength",
    "maxItems",
    "maxProperties",
];

/// The schemas of two documents, and what was found by comparing them.
pub(super) struct Schemas<'a> {
    released: &'a Value,
    current: &'a Value,
    /// Pairs of named schemas that were compared: many operations share them, and some contain themselves.
    compared: BTreeSet<(Direction, String, String)>,
    breaks: Vec<String>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(released: &'a Value, current: &'a Value) -> Self {
        Self {
            released,
            current,
            compared: BTreeSet::new(),
            breaks: Vec::new(),
        }
    }

    pub(super) fn into_breaks(self) -> Vec<String> {
        self.breaks
    }

    /// Compares what `released` and `current` say of the values at one place.
    pub(super) fn compare(
        &mut self,
        direction: Direction,
        place: &str,
        released: &Value,
        current: &Value,
    ) {
        let old = variants(self.released, released);
        let new = variants(self.current, current);
        match direction {
            Direction::Request => {
                for variant in &old {
                    match counterpart(variant, &new) {
                        Some(other) => self.variant(direction, place, variant, other),
                        None => {
                            self.report(place, &format!("{variant} is no longer accepted"));
                        }
                    }
                }
            }
            Direction::Response => {
                for variant in &new {
                    match counterpart(variant, &old) {
                        Some(other) => self.variant(direction, place, other, variant),
                        // One more kind of object is for clients to skip, like a new value of an enum.
                        None if old.iter().any(|old| old.same_type(variant)) => {}
                        None => self.report(place, &format!("may now be {variant}")),
                    }
                }
            }
        }
    }

    fn report(&mut self, place: &str, what: &str) {
        self.breaks.push(format!("{place}: {what}"));
    }

    fn variant(&mut self, direction: Direction, place: &str, old: &Variant, new: &Variant) {
        let place = match (&old.name, &new.name) {
            (Some(old), Some(new)) => {
                let pair = (direction, old.clone(), new.clone());
                if !self.compared.insert(pair) {
                    return;
                }
                match direction {
                    Direction::Request => format!("{old} in requests"),
                    Direction::Response => format!("{old} in responses"),
                }
            }
            _ => place.to_owned(),
        };
        let (old, new) = (&old.schema, &new.schema);
        if direction == Direction::Request {
            self.narrowed(&place, old, new);
        }
        self.format(direction, &place, old, new);
        self.properties(direction, &place, old, new);
        for (key, part) in [("items", "[]"), ("additionalProperties", "{}")] {
            if let (Some(old), Some(new)) = (old.get(key), new.get(key))
                && old.is_object()
                && new.is_object()
            {
                self.compare(direction, &format!("{place}{part}"), old, new);
            }
        }
    }

    /// Values of one type that were accepted and are not any more.
    fn narrowed(&mut self, place: &str, old: &Value, new: &Value) {
        let lower = LOWER_BOUNDS.map(|key| (key, 1.0));
        let upper = UPPER_BOUNDS.map(|key| (key, -1.0));
        for (key, sign) in lower.into_iter().chain(upper) {
            let Some(bound) = new.get(key).and_then(Value::as_f64) else {
                continue;
            };
            match old.get(key).and_then(Value::as_f64) {
                Some(before) if sign * bound > sign * before => {
                    self.report(place, &format!("{key} was {}, is {}", old[key], new[key]));
                }
                Some(_) => {}
                // A length or a count is never below 0.
                None if bound == 0.0 && key != "minimum" && sign > 0.0 => {}
                None => self.report(place, &format!("{key} {} is new", new[key])),
            }
        }
        if let Some(pattern) = new.get("pattern")
            && old.get("pattern") != Some(pattern)
        {
            self.report(place, &format!("pattern {pattern} is new or other"));
        }
        match (values(old), values(new)) {
            (Some(before), Some(now)) => {
                for value in before.iter().filter(|value| !now.contains(value)) {
                    self.report(place, &format!("{value} is no longer accepted"));
                }
            }
            (None, Some(_)) => self.report(place, "only some values are now accepted"),
            (_, None) => {}
        }
    }

    fn format(&mut self, direction: Direction, place: &str, old: &Value, new: &Value) {
        let text = |schema: &Value| schema["format"].as_str().unwrap_or("none").to_owned();
        let (old, new) = (text(old), text(new));
        // Formats of integers are widths: the wider accepts the narrower.
        let widened = match direction {
            Direction::Request => (old.as_str(), new.as_str()),
            Direction::Response => (new.as_str(), old.as_str()),
        };
        if old != new && !matches!(widened, ("int32", "int64") | (_, "none")) {
            self.report(place, &format!("format was {old}, is {new}"));
        }
    }

    fn properties(&mut self, direction: Direction, place: &str, old: &Value, new: &Value) {
        for (name, schema) in members(&old["properties"]) {
            let part = format!("{place}: `{name}`");
            match new["properties"].get(name) {
                Some(other) => {
                    self.compare(direction, &part, schema, other);
                    let (before, now) = (is_required(old, name), is_required(new, name));
                    match direction {
                        Direction::Request if now && !before => {
                            self.report(&part, "is now required");
                        }
                        Direction::Response if before && !now => {
                            self.report(&part, "is no longer always there");
                        }
                        _ => {}
                    }
                }
                None => match direction {
                    Direction::Request if new["additionalProperties"] == false => {
                        self.report(&part, "is no longer accepted");
                    }
                    Direction::Request => {}
                    Direction::Response => self.report(&part, "was removed"),
                },
            }
        }
        if direction == Direction::Request {
            for (name, _) in members(&new["properties"]) {
                if is_required(new, name) && old["properties"].get(name).is_none() {
                    self.report(&format!("{place}: `{name}`"), "is new and required");
                }
            }
        }
    }
}

/// The values that a schema lists, if it lists any.
pub(super) fn values(schema: &Value) -> Option<Vec<&Value>> {
    match (schema.get("enum"), schema.get("const")) {
        (Some(list), _) => list.as_array().map(|list| list.iter().collect()),
        (None, Some(value)) => Some(vec![value]),
        (None, None) => None,
    }
}

fn is_required(schema: &Value, property: &str) -> bool {
    schema["required"]
        .as_array()
        .is_some_and(|names| names.iter().any(|name| name == property))
}

/// The fields of an object; none of anything else.
pub(super) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}
