//! Operations, parameters, bodies and responses of two documents.

use serde_json::Value;

use super::schema::{Direction, Schemas, members};

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// What in `current` breaks clients that were written for `released`, one line each.
pub(super) fn compare(released: &Value, current: &Value) -> Vec<String> {
    let mut comparison = Comparison {
        schemas: Schemas::new(released, current),
        breaks: Vec::new(),
        released,
        current,
    };
    for (path, item) in members(&released["paths"]) {
        let new_item = members(&current["paths"])
            .find(|(new_path, _)| shape(new_path) == shape(path))
            .map(|(_, item)| item);
        for (method, operation) in members(item) {
            if !METHODS.contains(&method.as_str()) {
                continue;
            }
            let name = format!("{} {path}", method.to_uppercase());
            match new_item.and_then(|item| Some((item, item.get(method)?))) {
                Some((new_item, new)) => {
                    comparison.parameters(&name, (item, operation), (new_item, new));
                    comparison.request_body(&name, operation, new);
                    comparison.responses(&name, operation, new);
                }
                None => comparison.breaks.push(format!("{name}: removed")),
            }
        }
    }
    let mut breaks = comparison.breaks;
    breaks.extend(comparison.schemas.into_breaks());
    breaks
}

struct Comparison<'a> {
    released: &'a Value,
    current: &'a Value,
    schemas: Schemas<'a>,
    breaks: Vec<String>,
}

impl Comparison<'_> {
    fn report(&mut self, operation: &str, what: &str) {
        self.breaks.push(format!("{operation}: {what}"));
    }

    /// Each operation comes with the path item that it stands in, which may hold parameters too.
    fn parameters(&mut self, name: &str, old: (&Value, &Value), new: (&Value, &Value)) {
        let old = parameters(self.released, old);
        let new = parameters(self.current, new);
        // A path's parameters are matched by their place: the names never reach the server.
        let in_path = |parameter: &&&Value| parameter["in"] == "path";
        let pairs = old.iter().filter(in_path).zip(new.iter().filter(in_path));
        for (old, new) in pairs {
            self.schema_of_parameter(name, old, new);
        }
        for old in old.iter().filter(|parameter| parameter["in"] != "path") {
            match new.iter().find(|new| same_parameter(old, new)) {
                Some(new) => {
                    if is_required(new) && !is_required(old) {
                        self.report(name, &format!("{} is now required", label(old)));
                    }
                    self.schema_of_parameter(name, old, new);
                }
                None => self.report(name, &format!("{} was removed", label(old))),
            }
        }
        for new in new.iter().filter(|parameter| parameter["in"] != "path") {
            if is_required(new) && !old.iter().any(|old| same_parameter(old, new)) {
                self.report(name, &format!("{} is new and required", label(new)));
            }
        }
    }

    fn schema_of_parameter(&mut self, name: &str, old: &Value, new: &Value) {
        let place = format!("{name}: {}", label(old));
        self.schemas
            .compare(Direction::Request, &place, &old["schema"], &new["schema"]);
    }

    fn request_body(&mut self, name: &str, old: &Value, new: &Value) {
        let new = resolve(self.current, &new["requestBody"]);
        let old = resolve(self.released, &old["requestBody"]);
        if is_required(new) && !is_required(old) {
            self.report(name, "a request body is now required");
        }
        if !old.is_null() && new.is_null() {
            self.report(name, "the request body was removed");
            return;
        }
        let place = format!("{name}: request body");
        self.content(Direction::Request, &place, old, new);
    }

    fn responses(&mut self, name: &str, old: &Value, new: &Value) {
        for (status, response) in members(&old["responses"]) {
            if !status.starts_with('2') {
                continue;
            }
            let place = format!("{name}: response {status}");
            match new["responses"].get(status) {
                Some(new) => {
                    let old = resolve(self.released, response);
                    let new = resolve(self.current, new);
                    self.content(Direction::Response, &place, old, new);
                }
                None => self.report(name, &format!("response {status} was removed")),
            }
        }
    }

    fn content(&mut self, direction: Direction, place: &str, old: &Value, new: &Value) {
        for (media_type, content) in members(&old["content"]) {
            match new["content"].get(media_type) {
                Some(new) => {
                    self.schemas
                        .compare(direction, place, &content["schema"], &new["schema"]);
                }
                None => self.report(place, &format!("{media_type} was removed")),
            }
        }
    }
}

/// The parameters of an operation, together with those that its path item has for all operations.
fn parameters<'a>(
    document: &'a Value,
    (item, operation): (&'a Value, &'a Value),
) -> Vec<&'a Value> {
    let list = |value: &'a Value| value["parameters"].as_array().into_iter().flatten();
    let mut found: Vec<&Value> = list(operation)
        .map(|parameter| resolve(document, parameter))
        .collect();
    for shared in list(item).map(|parameter| resolve(document, parameter)) {
        if !found.iter().any(|own| same_parameter(own, shared)) {
            found.push(shared);
        }
    }
    found
}

fn same_parameter(one: &Value, other: &Value) -> bool {
    one["in"] == other["in"] && one["name"] == other["name"]
}

fn is_required(value: &Value) -> bool {
    value["required"] == true
}

fn label(parameter: &Value) -> String {
    let text = |key: &str| parameter[key].as_str().unwrap_or("?").to_owned();
    format!("{} parameter `{}`", text("in"), text("name"))
}

/// The path without the names of its parameters, which are no part of what a client sends.
fn shape(path: &str) -> String {
    let mut shape = String::new();
    let mut in_name = false;
    for character in path.chars() {
        match character {
            '{' => in_name = true,
            '}' => in_name = false,
            _ if in_name => continue,
            _ => {}
        }
        shape.push(character);
    }
    shape
}

/// Follows references such as `#/components/parameters/Cursor`; what is not there is `null`.
fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let mut value = value;
    while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
        let pointer = reference.trim_start_matches('#');
        value = document.pointer(pointer).unwrap_or(&Value::Null);
    }
    value
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A document with one operation.
    fn document(operation: &Value) -> Value {
        json!({ "paths": { "/api/items/{item_id}": { "patch": operation } } })
    }

    fn breaks(old: &Value, new: &Value) -> Vec<String> {
        compare(&document(old), &document(new))
    }

    #[test]
    fn a_removed_path_or_method_breaks() {
        let old = document(&json!({}));
        let removed = ["PATCH /api/items/{item_id}: removed"];
        assert_eq!(compare(&old, &json!({ "paths": {} })), removed);
        let other_method = json!({ "paths": { "/api/items/{item_id}": { "put": {} } } });
        assert_eq!(compare(&old, &other_method), removed);
    }

    #[test]
    fn new_operations_and_other_names_in_a_path_break_nothing() {
        let new = json!({ "paths": {
            "/api/items": { "post": {} },
            "/api/items/{id}": { "patch": {}, "get": {} },
        } });
        assert_eq!(compare(&document(&json!({})), &new), Vec::<String>::new());
    }

    #[test]
    fn parameters_may_come_only_as_optional_ones_and_may_not_go() {
        let query = |name: &str, required: bool| json!({ "in": "query", "name": name, "required": required, "schema": { "type": "string" } });
        let old = json!({ "parameters": [query("status", false), query("cursor", false)] });
        let new = json!({ "parameters": [
            query("status", true), query("limit", false), query("season", true),
        ] });
        assert_eq!(
            breaks(&old, &new),
            [
                "PATCH /api/items/{item_id}: query parameter `status` is now required",
                "PATCH /api/items/{item_id}: query parameter `cursor` was removed",
                "PATCH /api/items/{item_id}: query parameter `season` is new and required",
            ]
        );
    }

    #[test]
    fn parameters_of_a_path_are_compared_by_place() {
        let path = |name: &str, kind: &str| {
            json!({ "parameters": [
                { "in": "path", "name": name, "required": true, "schema": { "type": kind } },
            ] })
        };
        let old = path("item_id", "string");
        assert_eq!(breaks(&old, &path("id", "string")), Vec::<String>::new());
        assert_eq!(
            breaks(&old, &path("id", "integer")),
            ["PATCH /api/items/{item_id}: path parameter `item_id`: string is no longer accepted"]
        );
    }

    #[test]
    fn shared_parameters_are_found() {
        let old = json!({
            "paths": { "/a": { "get": { "parameters": [{ "$ref": "#/components/parameters/Limit" }] } } },
            "components": { "parameters": { "Limit": { "in": "query", "name": "limit" } } },
        });
        let limit = json!({ "in": "query", "name": "limit" });
        let new = json!({ "paths": { "/a": { "parameters": [limit], "get": {} } } });
        assert_eq!(compare(&old, &new), Vec::<String>::new());
        assert_eq!(
            compare(&old, &json!({ "paths": { "/a": { "get": {} } } })),
            ["GET /a: query parameter `limit` was removed"]
        );
    }

    #[test]
    fn a_body_may_not_become_required_change_its_type_or_go() {
        let body = |media_type: &str, required: bool| json!({ "requestBody": { "required": required, "content": { media_type: {} } } });
        let old = body("application/json", false);
        assert_eq!(
            breaks(&old, &body("application/json", true)),
            ["PATCH /api/items/{item_id}: a request body is now required"]
        );
        assert_eq!(
            breaks(&old, &body("text/csv", false)),
            ["PATCH /api/items/{item_id}: request body: application/json was removed"]
        );
        assert_eq!(
            breaks(&old, &json!({})),
            ["PATCH /api/items/{item_id}: the request body was removed"]
        );
    }

    #[test]
    fn successes_are_compared_and_errors_are_not() {
        let content =
            json!({ "content": { "application/json": { "schema": { "type": "string" } } } });
        let old = json!({ "responses": { "200": content, "404": content } });
        assert_eq!(
            breaks(&old, &json!({ "responses": { "204": {} } })),
            ["PATCH /api/items/{item_id}: response 200 was removed"]
        );
        let new = json!({ "responses": {
            "200": { "content": { "application/json": { "schema": { "type": "integer" } } } },
        } });
        assert_eq!(
            breaks(&old, &new),
            ["PATCH /api/items/{item_id}: response 200: may now be integer"]
        );
    }
}
