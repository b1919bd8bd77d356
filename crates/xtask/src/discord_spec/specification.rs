//! Discord's specification: its operations, and what they say of bodies.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use anyhow::{Context as _, Result, anyhow};
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::faults;

/// The specification, and the schemas of it that were used.
pub(super) struct Specification {
    document: Value,
    validators: RefCell<HashMap<String, Rc<Validator>>>,
}

/// An operation of it.
pub(super) struct Operation<'a> {
    /// Method and path, with the parameters of the path in braces.
    pub(super) name: String,
    specification: &'a Specification,
    /// A JSON pointer into the document.
    place: String,
    /// The parameters that all operations of the path have.
    shared: &'a Value,
    item: &'a Value,
}

impl Specification {
    pub(super) fn parse(text: &str) -> Result<Self> {
        let document: Value = serde_json::from_str(text)?;
        document["paths"].as_object().context("it has no `paths`")?;
        Ok(Self {
            document,
            validators: RefCell::default(),
        })
    }

    /// The operation of a request; of several the one with the fewest parameters in its path.
    pub(super) fn operation(&self, method: &str, path: &str) -> Option<Operation<'_>> {
        let path = path.strip_prefix("/v10").unwrap_or(path);
        let method = method.to_ascii_lowercase();
        let paths = self.document["paths"].as_object()?;
        let fitting = paths
            .iter()
            .filter(|(template, item)| item.get(&method).is_some() && fits(template, path));
        let (template, item) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
        Some(Operation {
            name: format!("{} {template}", method.to_ascii_uppercase()),
            specification: self,
            place: format!("/paths/{}/{method}", escape(template)),
            shared: &item["parameters"],
            item: &item[&method],
        })
    }

    /// The schema at a JSON pointer, ready to be used.
    fn validator(&self, pointer: &str, is_closed: bool) -> Result<Rc<Validator>> {
        let key = format!("{pointer} {is_closed}");
        if let Some(validator) = self.validators.borrow().get(&key) {
            return Ok(Rc::clone(validator));
        }
        let there = self.document.pointer(pointer);
        let there = there.context("a pointer leads nowhere")?;
        let mut schema = json!({
            "allOf": [there],
            "components": self.document["components"],
        });
        if is_closed {
            // Discord overlooks fields that it does not know; a misspelled one is a fault all the same.
            schema["unevaluatedProperties"] = false.into();
        }
        let built = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&schema)
            .map_err(|error| anyhow!("{pointer}: {error}"))?;
        let built = Rc::new(built);
        self.validators.borrow_mut().insert(key, Rc::clone(&built));
        Ok(built)
    }
}

impl Operation<'_> {
    /// What is wrong with a query: parameters that the operation does not have.
    pub(super) fn query_faults(&self, query: &str) -> Vec<String> {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let names = pairs.map(|pair| pair.split('=').next().unwrap_or_default());
        names
            .filter(|name| !self.has_parameter(name))
            .map(|name| format!("the query's `{name}` is unknown"))
            .collect()
    }

    fn has_parameter(&self, name: &str) -> bool {
        [&self.item["parameters"], self.shared]
            .into_iter()
            .filter_map(Value::as_array)
            .flatten()
            .any(|it| it["in"] == "query" && it["name"] == name)
    }

    /// What is wrong with the body of a request.
    pub(super) fn body_faults(&self, body: &Value, has_files: bool) -> Result<Vec<String>> {
        let content = &self.item["requestBody"]["content"];
        let kinds = if has_files {
            ["multipart/form-data", "application/json"]
        } else {
            ["application/json", "application/x-www-form-urlencoded"]
        };
        let kind = kinds.into_iter().find(|kind| content.get(kind).is_some());
        match kind {
            None if body.is_null() => Ok(vec![]),
            None => Ok(vec!["the operation has no body".to_owned()]),
            Some(_) if body.is_null() && self.item["requestBody"]["required"] != true => Ok(vec![]),
            Some(kind) => {
                let pointer = format!("{}/requestBody/content/{}/schema", self.place, escape(kind));
                let validator = self.specification.validator(&pointer, true)?;
                Ok(faults::all(&validator, body))
            }
        }
    }

    /// What is wrong with an answer.
    pub(super) fn answer_faults(&self, status: u16, answer: &Value) -> Result<Vec<String>> {
        let responses = &self.item["responses"];
        let keys = [status.to_string(), format!("{}XX", status / 100)];
        let Some(key) = keys.iter().find(|key| responses.get(key).is_some()) else {
            return Ok(vec![format!("status {status} is unknown")]);
        };
        let mut place = format!("{}/responses/{key}", self.place);
        let mut response = &responses[key];
        if let Some(reference) = response["$ref"].as_str() {
            place = reference.trim_start_matches('#').to_owned();
            let there = self.specification.document.pointer(&place);
            response = there.context("a reference leads nowhere")?;
        }
        if response["content"].get("application/json").is_none() {
            let is_empty = answer.is_null();
            let fault = (!is_empty).then(|| format!("status {status} has a body"));
            return Ok(fault.into_iter().collect());
        }
        let pointer = format!("{place}/content/application~1json/schema");
        let validator = self.specification.validator(&pointer, false)?;
        let faults = faults::all(&validator, answer);
        let said = faults.into_iter().map(|fault| format!("{status}: {fault}"));
        Ok(said.collect())
    }
}

/// Whether a path is one of the template's.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted.starts_with('{') && !given.is_empty() => {}
            (Some(wanted), Some(given)) if wanted == given => {}
            _ => return false,
        }
    }
}

/// A part of a JSON pointer (RFC 6901).
fn escape(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}
