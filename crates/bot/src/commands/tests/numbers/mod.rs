//! Car numbers, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

mod admin;
mod claim;
mod direct_message;
mod files;
mod lists;
mod trade;
mod typing;

use crate::test::stub_api::{problem, with};
use serde_json::{Value, json};

/// Ada's number 7.
fn claim() -> Value {
    json!({
        "number": "7", "class_id": null, "class_name": null, "user_id": "201", "display_name": "Ada *A*",
        "claimed_at": "2026-12-01T18:00:00Z", "released_at": null, "state": "pending",
    })
}

/// Bert's number 7.
fn of_bert() -> Value {
    with(
        claim(),
        json!({"user_id": "202", "display_name": "Bert *B*"}),
    )
}

fn class() -> Value {
    json!({
        "id": "860", "name": "GT_3", "number_min": 1, "number_max": 99, "created_at": "2026-12-01T18:00:00Z",
    })
}

fn wait() -> Value {
    json!({
        "number": "7", "class_id": null, "class_name": null, "user_id": "201", "place": 2,
        "since": "2026-12-01T18:00:00Z",
    })
}

/// Bert offers 7 for 8.
fn trade() -> Value {
    json!({
        "id": "850", "class_id": null, "class_name": null, "from_user_id": "202", "to_user_id": "201",
        "gives": "7", "wants": "8", "state": "open", "created_at": "2026-12-05T12:00:00Z",
        "expires_at": "2026-12-06T12:00:00Z",
    })
}

fn reservation() -> Value {
    json!({
        "id": "870", "kind": "admin", "class_id": null, "number": "7", "first": 7, "last": 7, "user_id": "202",
        "until": "2026-12-06T12:00:00Z", "note": "for the _champion_", "created_at": "2026-12-01T18:00:00Z",
    })
}

/// How 7 stands, with other values in places.
fn status(changes: Value) -> Value {
    let free = json!({
        "number": "7", "class": null, "state": "free", "claim": null, "reservation": null, "waiting": 0,
        "nearest": ["6", "8"],
    });
    with(free, changes)
}

fn mine() -> Value {
    json!({"claims": [claim()], "reservations": [], "waiting": [], "trades": [], "link": null})
}

fn page(items: impl IntoIterator<Item = Value>) -> Value {
    let items: Vec<_> = items.into_iter().collect();
    json!({"items": items, "next_cursor": null})
}

/// A refusal with values.
fn refusal(code: &str, params: Value) -> Value {
    with(problem(409, code), json!({"params": params}))
}

/// That Bert has the number.
fn taken() -> Value {
    let params = json!({
        "user_id": "202", "display_name": "Bert *B*", "since": "2026-12-01T18:00:00Z",
        "nearest": ["6", "8", "5", "9", "07"],
    });
    refusal("number_taken", params)
}
