//! Seasons, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

mod adjust;
mod awards;
mod dates;
mod guided;
mod items;
mod join;
mod leaderboard;
mod overview;
mod prizes;
mod ranks;
mod review;
mod season;
mod submission;
mod submissions;
mod submit;
mod suggestions;
mod summary;
mod typing;

use crate::test::{Harness, stub_api::with};
use serde_json::{Value, json};

/// Season 500, open, the current one.
pub(super) fn season() -> Value {
    json!({
        "id": "500", "number": 3, "name": "Winter *2026*", "starts_at": "2026-12-01T18:00:00Z",
        "ends_at": "2027-03-01T18:00:00Z", "status": "open", "remove_roles_at_end": false, "participants": 12,
        "closed_at": null, "created_at": "2026-11-01T12:00:00Z", "updated_at": "2026-11-01T12:00:00Z",
    })
}

fn item() -> Value {
    json!({
        "id": "600", "name": "Race finished", "description": "Any _official_ race",
        "created_at": "2026-11-01T12:00:00Z", "updated_at": "2026-11-01T12:00:00Z",
    })
}

fn season_item() -> Value {
    json!({
        "item_id": "600", "name": "Race finished", "description": "Any _official_ race", "points": 10,
        "max_quantity": 5, "max_per_day": 20,
    })
}

fn rank_name() -> Value {
    json!({"position": 2, "name": "Gold", "badge": "<:gold:1234>"})
}

/// A rank that wins role 401.
fn rank() -> Value {
    json!({
        "id": "650", "position": 2, "name": "Gold", "threshold": 100, "badge": "<:gold:1234>",
        "prizes": [{"id": "660", "role_id": "401", "description": null}],
    })
}

fn shirt() -> Value {
    json!({"id": "661", "role_id": null, "description": "A T-shirt, *signed*"})
}

/// Three races of Bert that wait.
fn submission() -> Value {
    json!({
        "id": "800", "season_id": "500", "season_name": "Winter *2026*", "user_id": "202", "display_name": "Bert",
        "item_id": "600", "item_name": "Race finished", "quantity": 3, "points_each": 10, "points": 30,
        "state": "pending", "proof_url": "https://cdn.example.com/lap.png?x=1", "note": "see *lap* 3",
        "submitted_by": "202", "submitted_at": "2026-12-05T12:00:00Z", "decided_by": null, "decided_at": null,
        "reason": null, "updated_at": "2026-12-05T12:00:00Z",
    })
}

fn approved() -> Value {
    let decision =
        json!({"state": "approved", "decided_by": "201", "decided_at": "2026-12-06T12:00:00Z"});
    with(submission(), decision)
}

fn rejected() -> Value {
    with(
        approved(),
        json!({"state": "rejected", "reason": "no _lap_ seen"}),
    )
}

/// 30 points that made 130 of 100.
fn change() -> Value {
    json!({"points": 30, "total": 130, "rank": rank_name(), "promoted": true})
}

fn award() -> Value {
    json!({
        "id": "900", "season_id": "500", "season_name": "Winter *2026*", "rank_id": "650", "rank_name": "Gold",
        "prize": shirt(), "user_id": "202", "display_name": "Bert", "state": "waiting",
        "awarded_at": "2026-12-06T12:00:00Z", "delivered_at": null, "delivered_by": null, "note": null,
    })
}

fn page(items: impl IntoIterator<Item = Value>) -> Value {
    let items: Vec<_> = items.into_iter().collect();
    json!({"items": items, "next_cursor": null})
}

/// An API with a current season, which also answers by its id.
async fn in_season() -> Harness {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons/current", 200, season());
    harness.api.plant("GET /api/seasons/500", 200, season());
    harness
}
