//! What breaks clients, schema by schema.

use serde_json::{Value, json};

use super::schema::{Direction, Schemas};

fn breaks(direction: Direction, old: &Value, new: &Value) -> Vec<String> {
    let mut schemas = Schemas::new(&Value::Null, &Value::Null);
    schemas.compare(direction, "here", old, new);
    schemas.into_breaks()
}

fn in_requests(old: &Value, new: &Value) -> Vec<String> {
    breaks(Direction::Request, old, new)
}

fn in_responses(old: &Value, new: &Value) -> Vec<String> {
    breaks(Direction::Response, old, new)
}

fn nothing() -> Vec<String> {
    Vec::new()
}

fn object(properties: &Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

#[test]
fn a_field_that_becomes_required_breaks_requests_only() {
    let text = json!({ "type": "string" });
    let old = object(&json!({ "name": text }), &[]);
    let new = object(&json!({ "name": text, "link": text }), &["name", "link"]);
    assert_eq!(
        in_requests(&old, &new),
        [
            "here: `name`: is now required",
            "here: `link`: is new and required"
        ]
    );
    assert_eq!(in_responses(&old, &new), nothing());
}

#[test]
fn a_field_that_is_gone_or_not_always_there_breaks_responses() {
    let text = json!({ "type": "string" });
    let old = object(&json!({ "id": text, "name": text }), &["id", "name"]);
    let new = object(&json!({ "id": text }), &[]);
    assert_eq!(
        in_responses(&old, &new),
        [
            "here: `id`: is no longer always there",
            "here: `name`: was removed"
        ]
    );
    assert_eq!(
        in_requests(&old, &new),
        ["here: `name`: is no longer accepted"]
    );
}

#[test]
fn a_field_may_go_from_requests_that_ignore_what_they_do_not_know() {
    let old = json!({ "type": "object", "properties": { "name": {} } });
    assert_eq!(in_requests(&old, &json!({ "type": "object" })), nothing());
}

#[test]
fn a_changed_type_breaks_both_ways() {
    let (old, new) = (json!({ "type": "integer" }), json!({ "type": "string" }));
    assert_eq!(
        in_requests(&old, &new),
        ["here: integer is no longer accepted"]
    );
    assert_eq!(in_responses(&old, &new), ["here: may now be string"]);
}

#[test]
fn a_number_accepts_integers_and_is_none() {
    let (integer, number) = (json!({ "type": "integer" }), json!({ "type": "number" }));
    assert_eq!(in_requests(&integer, &number), nothing());
    assert_eq!(in_responses(&integer, &number), ["here: may now be number"]);
    assert_eq!(in_responses(&number, &integer), nothing());
}

#[test]
fn null_may_be_accepted_and_may_not_be_returned() {
    let text = json!({ "type": "string" });
    let nullable = json!({ "type": ["string", "null"] });
    assert_eq!(in_requests(&text, &nullable), nothing());
    assert_eq!(in_responses(&nullable, &text), nothing());
    assert_eq!(
        in_requests(&nullable, &text),
        ["here: null is no longer accepted"]
    );
    assert_eq!(in_responses(&text, &nullable), ["here: may now be null"]);
}

#[test]
fn bounds_may_be_widened_and_not_narrowed_in_requests() {
    let old = json!({ "type": "integer", "minimum": 1, "maximum": 200 });
    let wide = json!({ "type": "integer", "minimum": 0, "maximum": 500 });
    let narrow = json!({ "type": "integer", "minimum": 2, "maximum": 100, "exclusiveMaximum": 90 });
    assert_eq!(in_requests(&old, &wide), nothing());
    assert_eq!(in_requests(&old, &json!({ "type": "integer" })), nothing());
    assert_eq!(
        in_requests(&old, &narrow),
        [
            "here: minimum was 1, is 2",
            "here: maximum was 200, is 100",
            "here: exclusiveMaximum 90 is new"
        ]
    );
    assert_eq!(in_responses(&old, &narrow), nothing());
}

#[test]
fn a_least_length_of_nothing_refuses_nothing() {
    let old = json!({ "type": "string" });
    let new = json!({ "type": "string", "minLength": 0 });
    assert_eq!(in_requests(&old, &new), nothing());
}

#[test]
fn a_new_pattern_breaks_requests() {
    let old = json!({ "type": "string" });
    let new = json!({ "type": "string", "pattern": "^[0-9]+$" });
    assert_eq!(
        in_requests(&old, &new),
        [r#"here: pattern "^[0-9]+$" is new or other"#]
    );
    assert_eq!(in_requests(&new, &old), nothing());
}

#[test]
fn a_removed_value_of_an_enum_breaks_requests() {
    let old = json!({ "type": "string", "enum": ["open", "closed"] });
    let new = json!({ "type": "string", "enum": ["open", "planned"] });
    assert_eq!(
        in_requests(&old, &new),
        [r#"here: "closed" is no longer accepted"#]
    );
    assert_eq!(in_responses(&old, &new), nothing());
    assert_eq!(
        in_requests(&json!({ "type": "string" }), &new),
        ["here: only some values are now accepted"]
    );
}

#[test]
fn an_enum_may_be_written_value_by_value() {
    let old = json!({ "type": "string", "enum": ["open", "closed"] });
    let new = json!({ "oneOf": [
        { "type": "string", "enum": ["closed"], "description": "Over." },
        { "type": "string", "const": "open" },
    ] });
    assert_eq!(in_requests(&old, &new), nothing());
}

#[test]
fn widths_of_integers_may_grow_in_requests_and_shrink_in_responses() {
    let narrow = json!({ "type": "integer", "format": "int32" });
    let wide = json!({ "type": "integer", "format": "int64" });
    assert_eq!(in_requests(&narrow, &wide), nothing());
    assert_eq!(in_responses(&wide, &narrow), nothing());
    assert_eq!(
        in_responses(&narrow, &wide),
        ["here: format was int32, is int64"]
    );
    let time = json!({ "type": "string", "format": "date-time" });
    let date = json!({ "type": "string", "format": "date" });
    assert_eq!(
        in_requests(&time, &date),
        ["here: format was date-time, is date"]
    );
}

#[test]
fn kinds_of_an_object_are_distinguished_by_their_tag() {
    let kind = |name: &str, field: &str| {
        object(
            &json!({ "kind": { "type": "string", "enum": [name] }, field: { "type": "string" } }),
            &["kind", field],
        )
    };
    let old = json!({ "oneOf": [kind("grant", "role"), kind("say", "text")] });
    let more =
        json!({ "oneOf": [kind("wave", "hand"), kind("say", "text"), kind("grant", "role")] });
    assert_eq!(in_requests(&old, &more), nothing());
    assert_eq!(in_responses(&old, &more), nothing());
    assert_eq!(
        in_requests(&more, &old),
        [r#"here: the object with kind "wave" is no longer accepted"#]
    );
    let other = json!({ "oneOf": [kind("grant", "user"), kind("say", "text")] });
    assert_eq!(in_responses(&old, &other), ["here: `role`: was removed"]);
}

#[test]
fn lists_and_maps_are_compared_inside() {
    let list = |kind: &str| json!({ "type": "array", "items": { "type": kind } });
    assert_eq!(
        in_responses(&list("string"), &list("integer")),
        ["here[]: may now be integer"]
    );
    let map = |kind: &str| json!({ "type": "object", "additionalProperties": { "type": kind } });
    assert_eq!(
        in_requests(&map("string"), &map("boolean")),
        ["here{}: string is no longer accepted"]
    );
}

#[test]
fn what_all_of_puts_together_is_one_object() {
    let (id, name) = (
        object(&json!({ "id": {} }), &["id"]),
        object(&json!({ "name": {} }), &["name"]),
    );
    let whole = object(&json!({ "id": {}, "name": {} }), &["id", "name"]);
    let parts = json!({ "allOf": [id, name] });
    assert_eq!(in_responses(&whole, &parts), nothing());
    assert_eq!(in_responses(&parts, &id), ["here: `name`: was removed"]);
}

/// Schemas by name, one of which contains itself.
fn document(name: &str, text: &Value) -> Value {
    let item = object(
        &json!({
            "name": text,
            "parent": { "oneOf": [{ "$ref": format!("#/components/schemas/{name}") }, { "type": "null" }] },
        }),
        &["name"],
    );
    json!({ "components": { "schemas": { name: item } } })
}

#[test]
fn a_named_schema_is_reported_once_and_by_its_name() {
    let old = document("Item", &json!({ "type": "string", "maxLength": 60 }));
    let new = document("Item", &json!({ "type": "string", "maxLength": 40 }));
    let reference = json!({ "$ref": "#/components/schemas/Item" });
    let mut schemas = Schemas::new(&old, &new);
    schemas.compare(Direction::Request, "POST /a", &reference, &reference);
    schemas.compare(Direction::Request, "POST /b", &reference, &reference);
    schemas.compare(Direction::Response, "GET /a", &reference, &reference);
    assert_eq!(
        schemas.into_breaks(),
        ["Item in requests: `name`: maxLength was 60, is 40"]
    );
}

#[test]
fn the_name_of_a_schema_is_nothing_that_clients_send() {
    let text = json!({ "type": "string" });
    let (old, new) = (document("Item", &text), document("GuildItem", &text));
    let mut schemas = Schemas::new(&old, &new);
    schemas.compare(
        Direction::Request,
        "POST /a",
        &json!({ "$ref": "#/components/schemas/Item" }),
        &json!({ "$ref": "#/components/schemas/GuildItem" }),
    );
    assert_eq!(schemas.into_breaks(), nothing());
}
