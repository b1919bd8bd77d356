use super::{in_season, rank_name};
use crate::test::{member_option, option, subcommand};
use serde_json::{Value, json};

fn adjustment(points: i64, total: i64, rank: Value, promoted: bool) -> Value {
    json!({
        "entry": {
            "id": "850", "season_id": "500", "user_id": "202", "kind": "adjustment", "points": points,
            "submission_id": null, "actor_id": "201", "reason": "fair *play*", "created_at": "2026-12-06T12:00:00Z",
        },
        "change": {"points": points, "total": total, "rank": rank, "promoted": promoted},
    })
}

fn adjust(points: i64) -> Value {
    let options = json!([
        member_option(),
        option("points", points),
        option("reason", "fair *play*"),
    ]);
    subcommand("adjust", options)
}

#[tokio::test]
async fn points_are_given_and_taken() {
    let harness = in_season().await;
    let given = adjustment(50, 130, rank_name(), true);
    harness
        .api
        .plant("POST /api/seasons/500/adjustments", 201, given);
    insta::assert_snapshot!(harness.command("points", adjust(50)).await, @r#"
    → GET /api/seasons/current
    → POST /api/seasons/500/adjustments {"points":50,"reason":"fair *play*","user_id":"202"} (once)
    ← message, only for them
    Gave 50 points to <@202> in **Winter \*2026\***. They have 130 points now and reached <:gold:1234> **Gold**.
    "#);

    let harness = in_season().await;
    let taken = adjustment(-1, 99, Value::Null, false);
    harness
        .api
        .plant("POST /api/seasons/500/adjustments", 201, taken);
    insta::assert_snapshot!(harness.command("points", adjust(-1)).await, @r#"
    → GET /api/seasons/current
    → POST /api/seasons/500/adjustments {"points":-1,"reason":"fair *play*","user_id":"202"} (once)
    ← message, only for them
    Took 1 point from <@202> in **Winter \*2026\***. They have 99 points now.
    "#);
}

#[tokio::test]
async fn nothing_is_given_to_the_unverified_nor_after_the_end() {
    let mut all = String::new();
    for code in ["member_not_verified", "member_not_found", "season_closed"] {
        let harness = in_season().await;
        harness
            .api
            .refuse("POST /api/seasons/500/adjustments", 409, code);
        let shown = harness.command("points", adjust(5)).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    That needs a verified member. An admin verifies with `/verify`.
    That member is not registered here. They can do so with `/register`.
    That season is over, so it cannot be changed any more. Pick another with `season`.
    ");
}
