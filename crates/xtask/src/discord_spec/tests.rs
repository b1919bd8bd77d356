use super::*;
use serde_json::json;

/// A specification of one channel's messages.
fn specification() -> Specification {
    let nullable = json!({"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/User"}]});
    let document = json!({
        "paths": {
            "/channels/{channel_id}/messages": {
                "parameters": [{"in": "path", "name": "channel_id"}],
                "get": {
                    "parameters": [{"in": "query", "name": "limit"}],
                    "responses": {"200": {"content": {"application/json": {"schema": {
                        "type": "array", "items": {"$ref": "#/components/schemas/Message"},
                    }}}}},
                },
                "post": {
                    "requestBody": {
                        "required": true,
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}},
                    },
                    "responses": {
                        "204": {"description": "no body"},
                        "4XX": {"$ref": "#/components/responses/Error"},
                    },
                },
            },
            "/channels/{channel_id}/messages/{id}": {"get": {"responses": {}}},
            "/channels/{channel_id}/messages/pins": {"get": {"responses": {}}},
        },
        "components": {
            "responses": {"Error": {"content": {"application/json": {"schema": {
                "type": "object", "required": ["code"],
            }}}}},
            "schemas": {
                "Message": {
                    "type": "object", "required": ["id"],
                    "properties": {"id": {"type": "string"}, "author": nullable},
                },
                "User": {"type": "object", "required": ["flags"], "properties": {"flags": {"type": "integer"}}},
                "New": {"type": "object", "properties": {"content": {"type": "string", "maxLength": 5}}},
            },
        },
    });
    Specification::parse(&document.to_string()).unwrap()
}

fn exchange(method: &str, query: &str, body: Value, status: u16, answer: Value) -> Exchange {
    Exchange {
        method: method.to_owned(),
        path: "/v10/channels/7/messages".to_owned(),
        query: Some(query.to_owned()),
        body,
        files: 0,
        status,
        answer,
    }
}

fn lines(exchange: Exchange) -> String {
    report::faults(&compare(&specification(), &[exchange]).unwrap())
}

#[test]
fn what_is_as_specified_has_no_faults() {
    let posted = exchange("POST", "", json!({"content": "hello"}), 204, Value::Null);
    assert_eq!(lines(posted), "");
    let messages = json!([{"id": "1", "author": null}, {"id": "2", "author": {"flags": 0}}]);
    let listed = exchange("GET", "limit=5", Value::Null, 200, messages);
    assert_eq!(lines(listed), "");
}

#[test]
fn a_fault_is_named_once_by_its_place() {
    let messages = json!([{"author": {"flags": "0"}, "id": "1"}, {"author": {}, "id": "2"}, {"author": {}, "id": "3"}]);
    let listed = exchange("GET", "limits=5", Value::Null, 200, messages);
    let name = "- `GET /channels/{channel_id}/messages`";
    assert_eq!(
        lines(listed),
        format!(
            "{name}, sent: the query's `limits` is unknown\n\
             {name}, answered: 200: `/*/author/flags` is not of type \"integer\"\n\
             {name}, answered: 200: `/*/author` lacks `flags`\n"
        )
    );
}

#[test]
fn a_field_that_the_specification_does_not_know_is_a_fault() {
    let body = json!({"contnet": "hello", "content": "hello"});
    let posted = exchange("POST", "", body, 204, json!({}));
    let name = "- `POST /channels/{channel_id}/messages`";
    assert_eq!(
        lines(posted),
        format!(
            "{name}, sent: has the unknown `contnet`\n\
             {name}, answered: status 204 has a body\n"
        )
    );
}

#[test]
fn what_does_not_fit_is_named_with_its_limit() {
    let body = json!({"content": "too long"});
    let posted = exchange("POST", "", body, 204, Value::Null);
    assert_eq!(
        lines(posted),
        "- `POST /channels/{channel_id}/messages`, sent: `/content` is longer than 5 characters\n"
    );
}

#[test]
fn what_was_refused_is_not_looked_at_but_the_refusal_is() {
    let body = json!({"content": "too long"});
    let refused = exchange("POST", "", body, 400, json!({"message": "no"}));
    assert_eq!(
        lines(refused),
        "- `POST /channels/{channel_id}/messages`, answered: 400: lacks `code`\n"
    );
}

#[test]
fn an_operation_is_found_by_its_literal_parts_first() {
    let specification = specification();
    let name = |path| specification.operation("GET", path).map(|it| it.name);
    let messages = "/channels/{channel_id}/messages";
    assert_eq!(
        name("/v10/channels/7/messages/pins"),
        Some(format!("GET {messages}/pins"))
    );
    assert_eq!(
        name("/channels/7/messages/8"),
        Some(format!("GET {messages}/{{id}}"))
    );
    assert_eq!(name("/channels/7"), None);
    assert_eq!(name("/channels//messages"), None);
}

#[test]
fn what_the_specification_does_not_have_is_a_fault() {
    let mut unknown = exchange("GET", "", Value::Null, 200, Value::Null);
    unknown.path = "/v10/channels".to_owned();
    assert_eq!(
        lines(unknown),
        "- `GET /v10/channels`, sent: the specification has no such operation\n"
    );
}

#[test]
fn the_page_counts_what_it_tells() {
    let posted = exchange("POST", "", json!({"content": "hello"}), 204, Value::Null);
    let seen = compare(&specification(), &[posted]).unwrap();
    let page = report::page(&seen, "abc");
    assert!(page.contains("1 requests of 1 operations; 0 faults in what is sent, 0 in what is"));
    assert!(page.ends_with(
        "| `POST /channels/{channel_id}/messages` | 1 | as specified | as specified |\n"
    ));
}

#[test]
fn what_is_known_is_told_with_its_reason_and_is_no_fault() {
    let mut token = exchange("POST", "", Value::Null, 200, Value::Null);
    token.path = "/v10/oauth2/token".to_owned();
    let seen = compare(&specification(), &[token]).unwrap();
    assert_eq!(report::faults(&seen), "");
    let page = report::page(&seen, "abc");
    assert!(page.contains("## Known differences"), "{page}");
    assert!(!page.contains("## Faults"), "{page}");
}
