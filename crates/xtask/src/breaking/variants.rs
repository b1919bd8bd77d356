//! A schema taken apart into what it allows, each with one type of JSON value.

use std::fmt;

use serde_json::{Map, Value, json};

use super::schema::{members, values};

/// One of the things that a schema allows.
#[derive(Clone)]
pub(super) struct Variant {
    /// Name among the document's schemas.
    pub(super) name: Option<String>,
    /// Without references at its top, and with one type at most.
    pub(super) schema: Value,
}

impl Variant {
    pub(super) fn same_type(&self, other: &Self) -> bool {
        kind(&self.schema) == kind(&other.schema)
    }

    /// Properties with one possible value, which distinguish this object from others: `kind: grant_role`.
    fn tags(&self) -> Vec<(&String, &Value)> {
        members(&self.schema["properties"])
            .filter_map(|(name, schema)| match values(schema)?.as_slice() {
                [value] => Some((name, *value)),
                _ => None,
            })
            .collect()
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.name, self.tags().first()) {
            (Some(name), _) => f.write_str(name),
            (None, Some((name, value))) => write!(f, "the object with {name} {value}"),
            (None, None) => f.write_str(kind(&self.schema)),
        }
    }
}

/// The variant of the other document that stands for the same values.
pub(super) fn counterpart<'a>(variant: &Variant, among: &'a [Variant]) -> Option<&'a Variant> {
    let accepts = |other: &&Variant| {
        variant.same_type(other)
            || kind(&other.schema) == "any"
            || (kind(&variant.schema), kind(&other.schema)) == ("integer", "number")
    };
    let alike: Vec<&Variant> = among.iter().filter(accepts).collect();
    let tags = variant.tags();
    if !tags.is_empty() && alike.iter().any(|other| !other.tags().is_empty()) {
        return alike.into_iter().find(|other| other.tags() == tags);
    }
    let by_name = |other: &&&Variant| variant.name.is_some() && other.name == variant.name;
    alike
        .iter()
        .find(by_name)
        .or_else(|| alike.first())
        .copied()
}

/// Everything that a schema allows; a schema that is not there allows anything.
pub(super) fn variants(document: &Value, schema: &Value) -> Vec<Variant> {
    let mut found = Vec::new();
    collect(document, schema, None, &mut found);
    join_enums(found)
}

fn collect(document: &Value, schema: &Value, name: Option<&str>, found: &mut Vec<Variant>) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = document
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or(&Value::Null);
        let name = reference.rsplit('/').next();
        return collect(document, target, name, found);
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(list) = schema.get(key).and_then(Value::as_array) {
            for variant in list {
                collect(document, variant, None, found);
            }
            return;
        }
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let merged = parts.iter().fold(own(schema), |merged, part| {
            variants(document, part)
                .first()
                .map_or(merged.clone(), |part| merge(&merged, &part.schema))
        });
        return collect(document, &merged, name, found);
    }
    let types = match schema.get("type").and_then(Value::as_array) {
        Some(types) => types.clone(),
        None => vec![schema["type"].clone()],
    };
    for kind in types {
        let mut schema = schema.as_object().cloned().unwrap_or_default();
        if kind == "null" {
            schema = Map::new();
        }
        if !kind.is_null() {
            schema.insert("type".to_owned(), kind);
        }
        found.push(Variant {
            name: name.map(str::to_owned),
            schema: Value::Object(schema),
        });
    }
}

/// A schema without its `allOf`.
fn own(schema: &Value) -> Value {
    let mut own = schema.as_object().cloned().unwrap_or_default();
    own.remove("allOf");
    Value::Object(own)
}

/// What both schemas say: the properties and required ones of either, and the rest of the first that says it.
fn merge(one: &Value, other: &Value) -> Value {
    let mut merged = one.as_object().cloned().unwrap_or_default();
    for (key, value) in members(other) {
        match (merged.get_mut(key), value) {
            (Some(Value::Object(properties)), Value::Object(more)) if key == "properties" => {
                properties.extend(more.clone());
            }
            (Some(Value::Array(names)), Value::Array(more)) if key == "required" => {
                names.extend(more.clone());
            }
            (Some(_), _) => {}
            (None, _) => _ = merged.insert(key.clone(), value.clone()),
        }
    }
    Value::Object(merged)
}

/// An enum may be written as one schema for each value, so that each has a description.
fn join_enums(found: Vec<Variant>) -> Vec<Variant> {
    let is_enum =
        |variant: &Variant| kind(&variant.schema) == "string" && values(&variant.schema).is_some();
    let (enums, mut joined): (Vec<_>, Vec<_>) = found.into_iter().partition(is_enum);
    if let Some(first) = enums.first() {
        let all: Vec<&Value> = enums
            .iter()
            .flat_map(|variant| values(&variant.schema).unwrap_or_default())
            .collect();
        joined.push(Variant {
            name: first.name.clone().filter(|_| enums.len() == 1),
            schema: json!({ "type": "string", "enum": all }),
        });
    }
    joined
}

fn kind(schema: &Value) -> &str {
    schema["type"].as_str().unwrap_or("any")
}
